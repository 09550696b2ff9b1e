#include "lsp/framing.hpp"

#include <catch2/catch_test_macros.hpp>

using journey::lsp::Frame;
using journey::lsp::FrameReader;

namespace {

std::vector<Frame> all(FrameReader& reader) {
  std::vector<Frame> out;
  for (Frame frame; reader.next(frame);) out.push_back(frame);
  return out;
}

}  // namespace

TEST_CASE("frames come whole, in pieces, and several at once", "[framing]") {
  std::string stream = "Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length: 3\r\n\r\nabc";
  FrameReader reader;
  reader.feed(stream);
  auto frames = all(reader);
  REQUIRE(frames.size() == 2);
  CHECK(frames[0].content == "{}");
  CHECK(frames[1].content == "abc");
  CHECK(reader.empty());

  FrameReader slow;
  std::vector<Frame> got;
  for (char c : stream) {
    slow.feed(std::string_view(&c, 1));
    for (Frame frame; slow.next(frame);) got.push_back(frame);
  }
  REQUIRE(got.size() == 2);
  CHECK(got[1].content == "abc");
}

TEST_CASE("a broken header is said, and the next frame is read", "[framing]") {
  for (std::string broken :
       {"Hello: there\r\n\r\n", "Content-Length: many\r\n\r\n", "Content-Length: -5\r\n\r\n",
        "Content-Length:\r\n\r\n", "Content-Length: 99999999999\r\n\r\n", "garbage without end"}) {
    FrameReader reader;
    reader.feed(broken + "Content-Length: 2\r\n\r\n{}");
    auto frames = all(reader);
    INFO(broken);
    REQUIRE_FALSE(frames.empty());
    CHECK(frames.back().content == "{}");
  }
}

TEST_CASE("after a length that lied reading goes on at the next header", "[framing]") {
  FrameReader reader;
  reader.feed("Content-Length: 30\r\n\r\n{\"a\":1}Content-Length: 2\r\n\r\n{}");
  Frame frame;
  REQUIRE(reader.next(frame));
  reader.resume(frame.content);
  REQUIRE(reader.next(frame));
  CHECK(frame.content == "{}");

  FrameReader tooShort;
  tooShort.feed("Content-Length: 3\r\n\r\n{\"a\":1}Content-Length: 2\r\n\r\n{}");
  REQUIRE(tooShort.next(frame));
  tooShort.resume(frame.content);
  REQUIRE(tooShort.next(frame));
  CHECK(frame.content == "{}");
}

TEST_CASE("a header without an end does not fill the memory", "[framing]") {
  FrameReader reader;
  reader.feed(std::string(100'000, 'x'));
  auto frames = all(reader);
  REQUIRE(frames.size() == 1);
  CHECK_FALSE(frames[0].error.empty());
}

TEST_CASE("a length a few bytes too long does not cost the next message", "[framing]") {
  for (std::size_t more = 1; more <= 30; ++more) {
    FrameReader reader;
    reader.feed("Content-Length: " + std::to_string(7 + more) +
                "\r\n\r\n{\"a\":1}Content-Length: 12\r\n\r\n{\"b\":\"next\"}");
    Frame frame;
    REQUIRE(reader.next(frame));
    reader.resume(frame.content);
    INFO(more);
    REQUIRE(reader.next(frame));
    CHECK(frame.content == "{\"b\":\"next\"}");
  }
}

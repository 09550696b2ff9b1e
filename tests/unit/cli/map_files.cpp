// Which bytes are a text, and work on all cores.
#include "cli/map_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <stdexcept>

using namespace journey;
using locale::Message;

TEST_CASE("encodings: UTF-8 with or without a mark is fine", "[encoding]") {
  for (std::string_view fine : {"", "Phase: Pay", "\xEF\xBB\xBFPhase: Pay", "Følelse: 😀 お茶"})
    CHECK_FALSE(cli::encodingFaultOf(fine));
}

TEST_CASE("encodings: others are named where they show", "[encoding]") {
  using namespace std::string_view_literals;
  auto fault = [](std::string_view bytes) {
    auto found = cli::encodingFaultOf(bytes);
    REQUIRE(found.has_value());
    return std::pair(found->message, found->span.start);
  };
  CHECK(fault("\xFF\xFEP\0h\0"sv) == std::pair(Message::check_encoding_utf16, 0U));
  CHECK(fault("\xFE\xFF\0P\0h"sv) == std::pair(Message::check_encoding_utf16, 0U));
  CHECK(fault("P\0h\0"sv) == std::pair(Message::check_encoding_nul, 1U));  // UTF-16 without mark
  CHECK(fault("Fase: Kj\xF8p") == std::pair(Message::check_encoding_bytes, 8U));  // Latin-1
  CHECK(fault("Kjøp \xC3") == std::pair(Message::check_encoding_bytes, 6U));
  CHECK(fault("\xED\xA0\x80") == std::pair(Message::check_encoding_bytes, 0U));  // a surrogate
  CHECK(fault("\xC0\xAF") == std::pair(Message::check_encoding_bytes, 0U));      // too long a form
}

TEST_CASE("inParallel: each once, and what is thrown comes out", "[parallel]") {
  std::vector<std::atomic<int>> seen(1000);
  cli::inParallel(seen.size(), [&](std::size_t i) { ++seen[i]; });
  for (auto& one : seen) REQUIRE(one == 1);
  cli::inParallel(0, [](std::size_t) { FAIL(); });
  CHECK_THROWS_AS(cli::inParallel(50,
                                  [](std::size_t i) {
                                    if (i == 7) throw std::runtime_error("seven");
                                  }),
                  std::runtime_error);
}

#include "workspace/uri.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey::workspace;

TEST_CASE("file URIs and paths are two ways to say the same", "[workspace][uri]") {
  for (const char* path : {"/maps/lunch.journey", "/maps/blå øl 100%/kart #1.journey",
                           "/maps/a?b;c.journey", "/maps/é:ü.journey"}) {
    CAPTURE(path);
    CHECK(pathOf(uriOf(path)) == path);
  }
  CHECK(uriOf("/maps/a b.journey") == "file:///maps/a%20b.journey");
}

TEST_CASE("clients escape the same path differently", "[workspace][uri]") {
  CHECK(keyOf("file:///a%3Ab/%C3%A5.journey") == keyOf("file:///a:b/%c3%a5.journey"));
  CHECK(keyOf("file:///a/./b/../c.journey") == keyOf("file:///a/c.journey"));
  CHECK(keyOf("file://localhost/a/c.journey") == keyOf("file:///a/c.journey"));
  CHECK(keyOf("untitled:Untitled-1") == "untitled:Untitled-1");
  CHECK(pathOf("file:///maps/") == "/maps");
}

TEST_CASE("what is no file URI has no path", "[workspace][uri]") {
  for (const char* uri : {"", "lunch.journey", "untitled:x", "https://example.com/a.journey",
                          "file:", "file:///a%zz", "file:///a%00b"}) {
    CAPTURE(uri);
    CHECK_FALSE(pathOf(uri));
    CHECK(keyOf(uri) == uri);
  }
}

TEST_CASE("a path lies in a folder by its parts", "[workspace][uri]") {
  CHECK(isInside("/a/b/c.journey", "/a/b"));
  CHECK(isInside("/a/b", "/a/b"));
  CHECK_FALSE(isInside("/a/bc/d.journey", "/a/b"));
  CHECK_FALSE(isInside("/a", "/a/b"));
}

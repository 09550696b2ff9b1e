#include "cli/terminal.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "locale/message.hpp"

namespace journey::cli {

namespace {

using namespace std::chrono_literals;

bool isSet(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

bool isDumb() {
  const char* value = std::getenv("TERM");
  return value && std::string_view(value) == "dumb";
}

}  // namespace

bool wantsColours(Colours asked, int handle) {
  if (asked != Colours::Auto) return asked == Colours::Always;
  return ::isatty(handle) == 1 && !isSet("NO_COLOR") && !isDumb();
}

Progress::Progress(std::size_t count, locale::Language language, std::size_t steps)
    : count_(count), steps_(steps), language_(language) {
  if (::isatty(STDERR_FILENO) == 1 && !isDumb()) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard guard(lock_);
    over_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Progress::run() {
  std::unique_lock guard(lock_);
  bool shown = false;
  for (auto wait = 1000ms; !changed_.wait_for(guard, wait, [&] { return over_; }); wait = 100ms) {
    shown = true;
    std::cerr << "\r\x1b[K"
              << locale::say(
                     locale::Message::check_progress, language_,
                     {{"done", std::to_string(done_ / steps_)}, {"count", std::to_string(count_)}})
              << std::flush;
  }
  if (shown) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace journey::cli

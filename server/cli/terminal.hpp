// The terminal, if there is one.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

#include "locale/language.hpp"

namespace journey::cli {

/// What --color says; by default colours are for people who can see them and did not ask for none
/// (NO_COLOR, TERM=dumb).
enum class Colours : std::uint8_t { Auto, Always, Never };
/// `handle` is the file descriptor that is written to.
bool wantsColours(Colours asked, int handle);

/// A line on standard error that counts up, for as long as it lives: on a terminal only, and only
/// from the second second on.
class Progress {
 public:
  /// `steps`: how many each of the things takes.
  Progress(std::size_t count, locale::Language language, std::size_t steps = 1);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step() { ++done_; }

 private:
  void run();

  std::size_t count_;
  std::size_t steps_;
  locale::Language language_;
  std::atomic<std::size_t> done_ = 0;
  std::mutex lock_;
  std::condition_variable changed_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace journey::cli

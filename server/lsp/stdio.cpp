#include "lsp/stdio.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <thread>

#include <spdlog/spdlog.h>

#include "lsp/framing.hpp"
#include "lsp/server.hpp"
#include "preview/http_server.hpp"

namespace journey::lsp {

namespace {

/// Frames to standard output, one at a time whoever sends them.
class Output {
 public:
  void send(std::string_view message) {
    std::lock_guard lock(mutex_);
    buffer_.clear();
    appendFrame(buffer_, message);
    for (std::string_view rest = buffer_; !rest.empty();) {
      ssize_t n = ::write(STDOUT_FILENO, rest.data(), rest.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return;  // the client has gone; the end of input will say so
      rest.remove_prefix(static_cast<std::size_t>(n));
    }
    if (buffer_.capacity() > (1 << 20)) std::string().swap(buffer_);
  }

 private:
  std::mutex mutex_;
  std::string buffer_;
};

/// Runs jobs one after the other on a thread of its own, which starts with the first.
class Worker {
 public:
  /// Drops what has not begun and waits for what has.
  void stop() {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
      jobs_.clear();
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
  }
  void add(std::function<void()> job) {
    {
      std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
      if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    }
    wake_.notify_one();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      wake_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
      if (stopping_) return;
      std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      try {
        job();
      } catch (const std::exception& error) {
        spdlog::error("a background job failed: {}", error.what());
      }
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

/// Jobs for the thread that reads input, and a pipe that wakes it.
class Inbox {
 public:
  Inbox() {
    int ends[2];
    if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "pipe");
    readEnd_ = ends[0];
    writeEnd_ = ends[1];
  }
  ~Inbox() {
    ::close(readEnd_);
    ::close(writeEnd_);
  }
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  int handle() const { return readEnd_; }
  void add(std::function<void()> job) {
    std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    // A full pipe wakes as well as one more byte would.
    [[maybe_unused]] ssize_t n = ::write(writeEnd_, "", 1);
  }
  void run() {
    char drained[64];
    while (::read(readEnd_, drained, sizeof drained) > 0) {
    }
    std::deque<std::function<void()>> jobs;
    {
      std::lock_guard lock(mutex_);
      jobs.swap(jobs_);
    }
    for (const auto& job : jobs) {
      try {
        job();
      } catch (const std::exception& error) {
        spdlog::error("a job failed: {}", error.what());
      }
    }
  }

 private:
  std::mutex mutex_;
  std::deque<std::function<void()>> jobs_;
  int readEnd_ = -1;
  int writeEnd_ = -1;
};

constexpr int parentCheckMilliseconds = 3000;

bool isGone(std::int64_t pid) {
  return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH;
}

/// As the XDG base directory specification says, which ignores paths that are not absolute.
std::filesystem::path cacheFolder() {
  auto folder = [](const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value == '/' ? std::filesystem::path(value) : std::filesystem::path();
  };
  std::filesystem::path cache = folder("XDG_CACHE_HOME");
  if (std::filesystem::path home = folder("HOME"); cache.empty() && !home.empty())
    cache = home / ".cache";
  return cache.empty() ? cache : cache / "journey";
}

}  // namespace

int serveStdio(const std::string& version) {
  ::signal(SIGPIPE, SIG_IGN);
  Output output;
  std::int64_t parent = 0;
  Server* server = nullptr;
  std::unique_ptr<preview::HttpServer> http;
  Inbox inbox;
  Worker worker;

  Host host;
  host.version = version;
  host.cache = cacheFolder();
  host.send = [&](std::string message) { output.send(message); };
  host.later = [&](std::function<void()> job) { worker.add(std::move(job)); };
  host.soon = [&](std::function<void()> job) { inbox.add(std::move(job)); };
  host.watchParent = [&](std::int64_t pid) { parent = pid; };
  host.browse = [&](const std::string& uri) -> preview::AddressResult {
    if (!http) {
      preview::HttpHandlers handlers;
      handlers.page = [&](const std::string& doc) {
        return server->sessions().page(
            doc, preview::pageOptionsFor(doc, "", preview::Host::Http, server->client().language));
      };
      handlers.reveal = [&](const std::string& doc, const std::string& key) {
        server->reveal(doc, key);
      };
      handlers.greet = [&](const std::string& doc) -> std::optional<preview::HttpEvent> {
        auto greeting = server->sessions().greeting(doc);
        return greeting ? std::optional(preview::HttpEvent{"hello", *greeting}) : std::nullopt;
      };
      auto started = preview::HttpServer::start(0, std::move(handlers));
      if (!started) return preview::NoAddress{started.error().message()};
      http = std::move(*started);
    }
    return http->address(uri);
  };
  Server served(std::move(host));
  server = &served;
  served.browserSink = [&](const std::string& uri, const std::string& patch) {
    if (http) http->send(uri, "patch", patch);
  };

  FrameReader reader;
  std::string buffer(65536, '\0');
  int code = 1;
  for (;;) {
    Frame frame;
    while (reader.next(frame)) {
      if (!frame.error.empty())
        served.refuse(frame.error);
      else if (!served.take(frame.content))
        reader.resume(frame.content);
    }
    served.run();
    if (served.exitCode()) {
      code = *served.exitCode();
      break;
    }
    pollfd sources[] = {{STDIN_FILENO, POLLIN, 0}, {inbox.handle(), POLLIN, 0}};
    int ready = ::poll(sources, 2, 0);
    if (ready == 0) {
      served.settle();
      ready = ::poll(sources, 2, parent > 0 ? parentCheckMilliseconds : -1);
    }
    if (ready == 0) {
      if (isGone(parent)) break;
      continue;
    }
    if (ready < 0 && errno == EINTR) continue;
    if (sources[1].revents != 0) inbox.run();
    if (sources[0].revents == 0) continue;
    ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    reader.feed(std::string_view(buffer.data(), static_cast<std::size_t>(n)));
  }
  // Browsers first: their thread asks the server for pages.
  http.reset();
  worker.stop();
  return code;
}

}  // namespace journey::lsp

// journey preview: the map of a file in the browser, redrawn when the file is saved.
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <fmt/format.h>
#include <cstdlib>

#include <atomic>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "cli/projects.hpp"
#include "locale/message.hpp"
#include "preview/http_server.hpp"
#include "preview/sessions.hpp"
#include "text/encoding.hpp"

extern char** environ;

namespace journey::cli {

namespace {

namespace fs = std::filesystem;

int stopPipe[2] = {-1, -1};

void onSignal(int) {
  char byte = 0;
  [[maybe_unused]] ssize_t n = ::write(stopPipe[1], &byte, 1);
}

/// Waits; true if the program was asked to stop.
bool stopped(int milliseconds) {
  pollfd stop{stopPipe[0], POLLIN, 0};
  return ::poll(&stop, 1, milliseconds) > 0 && (stop.revents & POLLIN) != 0;
}

bool hasDisplay() {
  return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

void openBrowser(const std::string& address) {
#ifdef __APPLE__
  const char* opener = "open";
#else
  const char* opener = "xdg-open";
  if (!hasDisplay()) return;
#endif
  std::string copy = address;
  char* arguments[] = {const_cast<char*>(opener), copy.data(), nullptr};
  pid_t pid = 0;
  ::signal(SIGCHLD, SIG_IGN);
  ::posix_spawnp(&pid, opener, nullptr, nullptr, arguments, environ);
}

/// The settings and the state of the disk that they were read from.
struct ReadProject {
  fs::path path;
  fs::file_time_type time;
  workspace::ProjectPtr project;

  bool isCurrent(const std::string& file) const {
    std::error_code error;
    return projectPathOf(file) == path &&
           (path.empty() || fs::last_write_time(path, error) == time);
  }
};

ReadProject readProject(const std::string& file) {
  std::error_code error;
  ReadProject read{projectPathOf(file), {}, nullptr};
  if (!read.path.empty()) read.time = fs::last_write_time(read.path, error);
  read.project = Projects().projectOrComplain(file);
  return read;
}

}  // namespace

int preview(const PreviewOptions& options) {
  // Editors save in many ways (rename, truncate, copy): what the file holds is what counts. The
  // time is taken first, so that no save after the reading is missed.
  std::error_code error;
  auto seen = fs::last_write_time(options.file, error);
  auto content = readOrComplain(options.file);
  if (!content) return exitUsage;
  if (::pipe(stopPipe) != 0) return exitUsage;
  ::signal(SIGINT, onSignal);
  ::signal(SIGTERM, onSignal);
  ::signal(SIGPIPE, SIG_IGN);

  const std::string doc = fs::path(options.file).filename().string();
  preview::HttpServer* http = nullptr;
  preview::Sessions sessions([&](const std::string& name, std::int64_t, const std::string& patch) {
    if (http) http->send(name, "patch", patch);
  });
  std::int64_t version = 0;
  ReadProject project = readProject(options.file);
  sessions.set(doc, workspace::read(text::Text(*content), version, project.project));

  preview::HttpHandlers handlers;
  handlers.page = [&](const std::string& name) {
    return sessions.page(name,
                         preview::pageOptionsFor(name, "", preview::Host::Http, options.language));
  };
  handlers.reveal = [&](const std::string& name, const std::string& key) {
    // No editor listens here: terminals make such a line a link.
    if (auto found = sessions.find(name, key)) {
      text::Position at =
          text::positionOf(found->snapshot->text, found->span.start, text::PositionEncoding::Utf32);
      std::cout << fmt::format("{}:{}:{}\n", options.file, at.line + 1, at.character + 1)
                << std::flush;
    }
  };
  handlers.greet = [&](const std::string& name) -> std::optional<preview::HttpEvent> {
    auto greeting = sessions.greeting(name);
    return greeting ? std::optional(preview::HttpEvent{"hello", *greeting}) : std::nullopt;
  };
  auto server = preview::HttpServer::start(options.port, std::move(handlers));
  if (!server) {
    std::cerr << "journey: "
              << locale::say(locale::Message::preview_failed, options.language,
                             {{"reason", server.error().message()}})
              << '\n';
    return exitUsage;
  }
  http = server->get();
  std::string address = http->address(doc);
  std::cout << locale::say(locale::Message::preview_opened, options.language,
                           {{"address", address}})
            << std::endl;
  if (options.open) openBrowser(address);

  bool missing = false;
  while (!stopped(150)) {
    auto now = fs::last_write_time(options.file, error);
    bool untouched = !error && now == seen && !missing;
    bool sameProject = project.isCurrent(options.file);
    if (untouched && sameProject) continue;
    auto fresh = readText(options.file, options.language);
    if (!fresh) {
      if (!missing) complain(options.file, fresh.error().reason);
      missing = true;
      continue;
    }
    missing = false;
    seen = now;
    if (*fresh == *content && sameProject) continue;
    *content = std::move(*fresh);
    if (!sameProject) project = readProject(options.file);
    sessions.set(doc, workspace::read(text::Text(*content), ++version, project.project));
    sessions.refresh(doc);
  }
  server->reset();
  return exitClean;
}

}  // namespace journey::cli

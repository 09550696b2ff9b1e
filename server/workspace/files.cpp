#include "workspace/files.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "workspace/search.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostBytes = 0x3FFFFFFF;

FileError errorOf(int code) { return {std::generic_category().message(code)}; }
FileError isFolder() { return {"it is a directory, not a file"}; }

FileResult<std::string> readAll(int handle) try {
  std::string content;
  char buffer[65536];
  for (;;) {
    ssize_t n = ::read(handle, buffer, sizeof buffer);
    if (n == 0) return content;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno == EISDIR ? isFolder() : errorOf(errno);
    if (content.size() + static_cast<std::size_t>(n) > mostBytes)
      return FileError{"it is too large (over 1 GiB)"};
    content.append(buffer, static_cast<std::size_t>(n));
  }
} catch (const std::bad_alloc&) {
  return errorOf(ENOMEM);
}

/// 0, or what errno says.
int writeAll(int handle, std::string_view content) {
  while (!content.empty()) {
    ssize_t n = ::write(handle, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

class Disk final : public Files {
 public:
  FileResult<std::string> read(const fs::path& path) const override {
    int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return errorOf(errno);
    auto content = readAll(handle);
    ::close(handle);
    return content;
  }

  FileResult<std::vector<fs::path>> maps(const fs::path& folder,
                                         const std::atomic<bool>& stop) const override {
    FoundMaps found = mapsIn(folder, stop);
    for (const Unreadable& one : found.unreadable)
      if (one.path == folder) return FileError{one.reason};
    return std::move(found.maps);
  }
};

/// What would end the program waits while this lives, or it would leave a temporary file behind.
class Undisturbed {
 public:
  Undisturbed() {
    sigset_t ending;
    ::sigemptyset(&ending);
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&ending, signal);
    ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~Undisturbed() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;

 private:
  sigset_t before_{};
};

/// A new file in a folder, with the permissions that new files get here, or for its owner alone.
int createIn(const fs::path& folder, bool forAll, std::string& name) {
  // mkstemp makes a name that nobody has; its permissions are for the owner alone.
  name = (folder / ".journey-XXXXXX").string();
  int handle = ::mkstemp(name.data());
  if (handle < 0 || !forAll) return handle;
  ::close(handle);
  ::unlink(name.c_str());
  return ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

}  // namespace

const Files& disk() {
  static const Disk files;
  return files;
}

FileResult<std::string> readInput() { return readAll(STDIN_FILENO); }

FileResult<void> writeWhole(const fs::path& path, std::string_view content,
                            std::optional<std::string_view> expected) {
  struct stat old {};
  bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return isFolder();
  if (exists && !S_ISREG(old.st_mode)) {
    if (expected) return FileError{"it is a pipe or a device, not a file"};
    int handle = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    int code = handle < 0 ? errno : writeAll(handle, content);
    if (handle >= 0) ::close(handle);
    return code == 0 ? FileResult<void>() : errorOf(code);
  }
  // A read-only file says that nobody should write it; renaming over it would.
  if (exists && ::access(path.c_str(), W_OK) != 0) return errorOf(errno);

  std::error_code error;
  fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  Undisturbed undisturbed;
  std::string temporary;
  int handle = createIn(folder, !exists, temporary);
  if (handle < 0) return FileError{"no new file can be made beside it: " + errorOf(errno).reason};
  auto fail = [&](FileError why) {
    ::close(handle);
    ::unlink(temporary.c_str());
    return why;
  };
  if (int code = writeAll(handle, content)) return fail(errorOf(code));
  if (exists) {
    // Only root may give files away; the group may be one of ours.
    int owned = ::fchown(handle, old.st_uid, old.st_gid);
    if (owned != 0) owned = ::fchown(handle, static_cast<uid_t>(-1), old.st_gid);
    if (::fchmod(handle, old.st_mode & 07777) != 0) return fail(errorOf(errno));
  }
  if (::fsync(handle) != 0) return fail(errorOf(errno));
  if (expected) {
    auto now = disk().read(target);
    if (!now) return fail(now.error());
    if (*now != *expected) return fail({"it changed in the meantime", true});
  }
  if (::rename(temporary.c_str(), target.c_str()) != 0) return fail(errorOf(errno));
  ::close(handle);
  return {};
}

}  // namespace journey::workspace

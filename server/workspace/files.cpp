#include "workspace/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>
#include <system_error>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace journey::workspace {

namespace fs = std::filesystem;

namespace {

std::string reasonOf(int error) { return std::generic_category().message(error); }

class Disk final : public Files {
 public:
  FileResult<std::string> read(const fs::path& path) const override {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return FileError{"it is a directory, not a file"};
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return FileError{reasonOf(errno)};
    std::string content;
    char buffer[65536];
    while (std::size_t n = std::fread(buffer, 1, sizeof buffer, file)) content.append(buffer, n);
    int error = std::ferror(file) ? errno : 0;
    std::fclose(file);
    if (error) return FileError{reasonOf(error)};
    if (content.size() > 0x3FFFFFFF) return FileError{"it is too large (over 1 GiB)"};
    return content;
  }

  FileResult<std::vector<fs::path>> maps(const fs::path& folder,
                                         const std::atomic<bool>& stop) const override {
    std::vector<fs::path> found;
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && !stop && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      std::error_code ignored;
      std::string name = walk->path().filename().string();
      if (walk->is_directory(ignored) && (name.starts_with('.') || name == "node_modules"))
        walk.disable_recursion_pending();
      else if (walk->path().extension() == ".journey" && walk->is_regular_file(ignored))
        found.push_back(walk->path());
    }
    if (error) return FileError{error.message()};
    std::ranges::sort(found);
    std::set<fs::path> real;
    std::erase_if(found, [&](const fs::path& path) {
      std::error_code ignored;
      return !fs::is_symlink(path, ignored) && !real.insert(path).second;
    });
    // Each file once, or a change of names would be made twice in it.
    std::erase_if(found, [&](const fs::path& path) {
      std::error_code ignored;
      return fs::is_symlink(path, ignored) &&
             !real.insert(fs::weakly_canonical(path, ignored)).second;
    });
    return found;
  }
};

}  // namespace

const Files& disk() {
  static const Disk files;
  return files;
}

FileResult<void> writeWhole(const fs::path& path, std::string_view content) {
  std::error_code error;
  if (fs::is_directory(path, error)) return FileError{"it is a directory, not a file"};
  fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  // A read-only file says that nobody should write it; renaming over it would.
  if (fs::exists(target, error) && ::access(target.c_str(), W_OK) != 0)
    return FileError{reasonOf(errno)};

  std::string temporary = target.string() + ".XXXXXX";
  int handle = ::mkstemp(temporary.data());
  if (handle < 0) return FileError{reasonOf(errno)};
  auto fail = [&](int code) {
    ::close(handle);
    ::unlink(temporary.c_str());
    return FileError{reasonOf(code)};
  };
  for (std::string_view rest = content; !rest.empty();) {
    ssize_t n = ::write(handle, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(errno);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  fs::perms perms = fs::exists(target, error) ? fs::status(target, error).permissions()
                                              : fs::perms::owner_read | fs::perms::owner_write |
                                                    fs::perms::group_read | fs::perms::others_read;
  if (::fchmod(handle, static_cast<mode_t>(perms)) != 0) return fail(errno);
  if (::fsync(handle) != 0) return fail(errno);
  if (::rename(temporary.c_str(), target.c_str()) != 0) return fail(errno);
  ::close(handle);
  return {};
}

}  // namespace journey::workspace

// Reading and writing files. Readers go through one interface, so that tests and WebAssembly bring
// their own.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/system/result.hpp>

namespace journey::workspace {

/// Why a file could not be read or written, in words for the user.
struct FileError {
  std::string reason;
};
template <typename T>
using FileResult = boost::system::result<T, FileError>;
[[noreturn]] inline void throw_exception_from_error(const FileError& error,
                                                    const boost::source_location&) {
  throw std::runtime_error(error.reason);
}

class Files {
 public:
  virtual ~Files() = default;
  virtual FileResult<std::string> read(const std::filesystem::path& path) const = 0;
  /// All maps (*.journey) under a folder, sorted; hidden folders and node_modules are left out,
  /// what may not be read, and links to maps that are there anyway. Stops early when `stop` turns
  /// true.
  virtual FileResult<std::vector<std::filesystem::path>> maps(
      const std::filesystem::path& folder, const std::atomic<bool>& stop) const = 0;
};

/// The files of this machine.
const Files& disk();

/// Writes the whole file or leaves the old one as it was: a temporary file beside it, then renamed.
/// A link is followed, permissions are kept.
FileResult<void> writeWhole(const std::filesystem::path& path, std::string_view content);

}  // namespace journey::workspace

// Reading and writing files. Readers go through one interface, so that tests and WebAssembly bring
// their own.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/system/result.hpp>

namespace journey::workspace {

/// Why a file could not be read or written, in words for the user.
struct FileError {
  std::string reason;
  bool changed = false;  // somebody else wrote it meanwhile
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
  /// All maps under a folder, as `mapsIn` (workspace/search.hpp) finds them. What may not be read
  /// is left out. Stops early when `stop` turns true.
  virtual FileResult<std::vector<std::filesystem::path>> maps(
      const std::filesystem::path& folder, const std::atomic<bool>& stop) const = 0;
};

/// The files of this machine.
const Files& disk();

/// All that comes on standard input.
FileResult<std::string> readInput();

/// Writes the whole file or leaves the old one as it was: a temporary file beside it, then renamed.
/// A link is followed; permissions and, where that is allowed, the owner are kept. The file is a
/// new one all the same: hard links go on naming the old one, ACLs and extended attributes are
/// gone. A device or a pipe is written into.
///
/// With `expected`, a file that holds anything else is left alone, up to the last moment.
FileResult<void> writeWhole(const std::filesystem::path& path, std::string_view content,
                            std::optional<std::string_view> expected = std::nullopt);

}  // namespace journey::workspace

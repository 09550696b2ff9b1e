// The server on standard input and output: the loop, the thread for slow reads, the browser
// preview.
#pragma once

#include <string>

namespace journey::lsp {

/// Serves until `exit`, the end of input, or the end of the parent process. Gives the exit code.
int serveStdio(const std::string& version);

}  // namespace journey::lsp

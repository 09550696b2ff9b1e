// File URIs and paths.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace journey::workspace {

/// The path of a `file:` URI, normalised; nullopt for other URIs and for what is none.
std::optional<std::filesystem::path> pathOf(std::string_view uri);

/// The `file:` URI of an absolute path.
std::string uriOf(const std::filesystem::path& path);

/// What tells two URIs apart: clients escape the same path differently.
std::string keyOf(std::string_view uri);

/// True if `path` is `folder` or lies in it; both absolute and normalised.
bool isInside(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace journey::workspace

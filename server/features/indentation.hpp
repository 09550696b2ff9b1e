// Indentation as the lines around a place have it: who writes with tabs, or with none at all, goes
// on so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "workspace/snapshot.hpp"

namespace journey::features {

/// One level, where nothing else is known.
inline constexpr std::string_view usualUnit = "  ";

/// The white space that stands for one level in the lines of a block and those before it, without
/// the line that is being typed. The usual one where there are none; nullopt where most of them
/// keep to something of their own.
std::optional<std::string_view> indentUnit(const workspace::Snapshot& snapshot,
                                           model::BlockIndex block, std::uint32_t typedLine);

std::string repeated(std::string_view unit, std::size_t times);

}  // namespace journey::features

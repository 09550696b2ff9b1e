// Channels of a touchpoint: `Channel: App, shop` names two.
#pragma once

#include <string>
#include <string_view>

#include "locale/language.hpp"
#include "text/span.hpp"

namespace journey::model {

struct Channel {
  std::string text;      // as written
  std::string key;       // the same for all spellings of one channel
  std::size_t hash = 0;  // of `key`
  text::Span span;       // bytes from the block's start
};

/// What spellings of one channel have in common: case, hyphens, spaces and dots are left out, and
/// the words for e-mail and telephone are one (domain.md (c) 27).
std::string channelKey(std::string_view channel, locale::Language language);

}  // namespace journey::model

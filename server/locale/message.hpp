// What the program says to people, in their language.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "locale/language.hpp"
#include "locale/messages.hpp"  // made at build time: enum class Message

namespace journey::locale {

/// Values for the placeholders of a message, by name: {"title", "Pays"} fills `{title}`.
using Arguments = std::vector<std::pair<std::string_view, std::string>>;

/// The message in a language, in English where that language has none.
std::string say(Message message, Language language, const Arguments& arguments = {});

/// A message that speaks of a number, which fills `{count}`. For 1 it is the message of that key
/// with `-one` behind it, where there is one: no more forms are needed in these languages.
std::string sayCount(Message message, std::size_t count, Language language,
                     Arguments arguments = {});

/// The form for 1, or the message itself.
Message forOne(Message message);

/// The template as the language has it; empty where it has none.
std::string_view ownMessage(Message message, Language language);
std::string_view keyOf(Message message);

}  // namespace journey::locale

#include "locale/message.hpp"

#include <algorithm>

namespace journey::locale {

std::string say(Message message, Language language, const Arguments& arguments) {
  std::string_view form = ownMessage(message, language);
  if (form.empty()) form = ownMessage(message, Language::En);
  std::string out;
  out.reserve(form.size() + 32);
  while (!form.empty()) {
    std::size_t open = form.find('{');
    std::size_t close = open == form.npos ? form.npos : form.find('}', open);
    if (close == form.npos) break;
    out += form.substr(0, open);
    std::string_view name = form.substr(open + 1, close - open - 1);
    auto value = std::ranges::find(arguments, name, &Arguments::value_type::first);
    out += value == arguments.end() ? form.substr(open, close - open + 1)
                                    : std::string_view(value->second);
    form.remove_prefix(close + 1);
  }
  out += form;
  return out;
}

std::string sayCount(Message message, std::size_t count, Language language, Arguments arguments) {
  arguments.emplace_back("count", std::to_string(count));
  return say(count == 1 ? forOne(message) : message, language, arguments);
}

}  // namespace journey::locale

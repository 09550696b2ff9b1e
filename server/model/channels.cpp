#include "model/channels.hpp"

#include <algorithm>
#include <array>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

// As keys. «mail» is a letter in English, and e-mail in the other languages.
constexpr std::array emails = {"email", "epost", "elpost", "sposti", "sähköposti", "emailpost"};
constexpr std::array telephones = {"telephone", "phone",   "telefon",  "tlf",    "tel",
                                   "telefoon",  "puhelin", "fastnett", "telefon"};

}  // namespace

std::string channelKey(std::string_view channel, locale::Language language) {
  std::string out;
  std::string folded = text::fold(channel);
  for (std::size_t at = 0; at < folded.size();) {
    text::CodePoint c = text::decode(std::string_view(folded).substr(at));
    // The hyphens of Unicode too: U+2010 … U+2015, and the soft one.
    bool hyphen = c.value == '-' || (c.value >= 0x2010 && c.value <= 0x2015) || c.value == 0xAD;
    if (!hyphen && !text::isSpace(c.value) && c.value != '.' && c.value != '\'' &&
        c.value != 0x2019)
      out += folded.substr(at, c.length);
    at += c.length;
  }
  if (std::ranges::find(emails, out) != emails.end() ||
      (out == "mail" && language != locale::Language::En))
    return "email";
  if (std::ranges::find(telephones, out) != telephones.end()) return "telephone";
  return out;
}

}  // namespace journey::model

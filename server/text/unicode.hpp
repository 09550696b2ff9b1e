// Unicode as the language needs it: folding for comparison, trimming, graphemes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace journey::text {

/// For comparing words: NFC, case-folded, runs of white space as one space, trimmed, ß as ss, ĳ as
/// ij, typographic apostrophes as ', no soft hyphens. Diacritics stay (nb «mal» is not «mål»).
/// Bytes that are not UTF-8 become U+FFFD.
std::string fold(std::string_view bytes);

/// NFC only.
std::string compose(std::string_view bytes);

/// Without white space (that of the grammar) at both ends.
std::string_view trimmed(std::string_view bytes);

/// White space as the grammar knows it; line endings are not among it.
bool isSpace(char32_t c);
/// A letter or a digit in any script, or a mark on one.
bool isWordCharacter(char32_t c);
/// An emoji on its own (not digits, # or *), as people use them for feelings.
bool isEmoji(char32_t c);

/// `bytes` with everything that is not UTF-8 replaced by U+FFFD: safe to send as JSON.
std::string validUtf8(std::string_view bytes);

/// Extended grapheme clusters, in order (UAX #29).
std::vector<std::string_view> graphemes(std::string_view bytes);

/// Levenshtein distance in code points, or `limit` + 1 when it is larger than `limit`.
std::uint32_t editDistance(std::string_view a, std::string_view b, std::uint32_t limit);

/// True if two letters beside each other changed places, and nothing else: «Phsae», «Phase».
bool isSwap(std::string_view a, std::string_view b);

}  // namespace journey::text

// A line that is missing: asking for it, and the fix that most rules have: to insert it, with what
// is known for it already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"
#include "lint/write.hpp"

namespace journey::lint {

/// Offers to insert an entry into the finding's block; the first one offered is preferred.
void offerEntry(const FixRequest& r, Construct construct, std::string_view value = blank);

/// Offers to insert an entry below the opportunity that the finding is about.
void offerToOpportunity(const FixRequest& r, Construct construct, std::string_view value = blank);

/// True if an opportunity has an entry of a construct, be its keyword mistyped.
bool takes(const model::Map& map, const model::Block& block, const model::Opportunity& opportunity,
           Construct construct);

/// Reports each opportunity of a block that has a text and takes no entry of a construct.
void askOpportunities(const BlockCheck& c, Construct construct, Message message);

/// Puts an entry below an opportunity's own lines.
TextEdit addToOpportunity(const text::Text& text, const model::Map& map, BlockIndex block,
                          std::size_t opportunity, Construct construct, std::string_view value);

/// `Keyword: text`
std::string entryText(Construct construct, std::string_view value, locale::Language language);

/// Channels or owners of the map, the commonest first, then those of the project; five at most.
std::vector<std::string> knownNames(const FixRequest& r, Construct construct);

}  // namespace journey::lint

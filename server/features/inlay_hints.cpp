#include "features/inlay_hints.hpp"

#include <algorithm>
#include <cstdlib>

#include "features/curve.hpp"
#include "locale/message.hpp"

namespace journey::features {

namespace {

using workspace::Snapshot;

/// Behind the first line of a head's title; nowhere while there is none.
std::optional<std::uint32_t> behindTitle(const model::Map& map, model::BlockIndex block) {
  const model::Entry& head = map.block(block).head();
  if (head.body.empty()) return std::nullopt;
  return map.absolute(block, head.body).end;
}

std::string scoreText(locale::Valence valence) {
  return std::string(valence > 0   ? "+"
                     : valence < 0 ? "-"
                                   : "") +
         std::to_string(std::abs(valence));
}

void addFeelings(const model::Map& map, model::BlockIndex i, locale::Language language,
                 std::vector<InlayHint>& out) {
  const model::Block& block = map.block(i);
  for (const model::Emotion& emotion : block.emotions) {
    if (!emotion.valence || emotion.source == model::ValenceSource::Score) continue;
    std::uint32_t end = map.absolute(i, block.entries[emotion.entry].body).end;
    std::optional<std::string> insert;
    // Behind a number that is no score a second one would not be read.
    if (!emotion.invalidScore) insert = " (" + scoreText(*emotion.valence) + ")";
    out.push_back({end, shownValence(*emotion.valence, language), std::move(insert)});
  }
}

}  // namespace

std::vector<InlayHint> inlayHints(const Snapshot& snapshot, text::Span span,
                                  locale::Language language) {
  const model::Map& map = snapshot.map;
  std::vector<InlayHint> out;
  auto near = [&](model::BlockIndex i) {
    text::Span block{map.blocks[i].offset, map.blocks[i].offset + map.block(i).size};
    return block.overlaps(span);
  };
  for (const model::Journey& journey : map.journeys) {
    std::size_t count = 0;
    for (const model::Phase& phase : journey.phases) count += phase.touchpoints.size();
    std::size_t number = 0;
    for (const model::Phase& phase : journey.phases) {
      if (phase.head != model::noBlock && near(phase.head))
        if (auto mean = meanOf(curveOf(map, phase.touchpoints)))
          if (auto offset = behindTitle(map, phase.head))
            out.push_back({*offset,
                           locale::say(locale::Message::hint_mean, language,
                                       {{"valence", shownValence(*mean, language)}}),
                           std::nullopt});
      for (model::BlockIndex i : phase.touchpoints) {
        ++number;
        if (!near(i)) continue;
        if (auto offset = behindTitle(map, i); offset && count > 1)
          out.push_back(
              {*offset, std::to_string(number) + "/" + std::to_string(count), std::nullopt});
      }
    }
  }
  for (model::BlockIndex i = map.blockAt(span.start);
       i < map.blocks.size() && map.blocks[i].offset <= span.end; ++i)
    addFeelings(map, i, language, out);
  std::erase_if(out, [&](const InlayHint& hint) { return !span.touches(hint.offset); });
  std::ranges::sort(out, {}, &InlayHint::offset);
  return out;
}

}  // namespace journey::features

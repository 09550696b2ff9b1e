// phase-without-touchpoint: a phase in which the customer meets nothing.
#include <algorithm>

#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

/// Nameless phases are reported as such, and entries that only lack their touchpoint as misplaced.
bool saysSoElsewhere(const model::Block& phase) {
  using model::Place;
  if (!phase.isNamed()) return true;
  return std::ranges::any_of(phase.entries, [](const model::Entry& e) {
    return e.place == Place::Nobody && syntax::levelOf(e.construct) == syntax::Level::Touchpoint;
  });
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys)
    for (const model::Phase& phase : journey.phases)
      if (phase.head != model::noBlock && phase.touchpoints.empty() &&
          !saysSoElsewhere(c.map.block(phase.head)))
        c.report(phase.head, c.map.block(phase.head).head().whole,
                 Message::phase_without_touchpoint,
                 {{"phase", std::string(c.map.block(phase.head).title())}});
}

void fix(const FixRequest& r) {
  r.offer(Message::fix_insert,
          {{"keyword", std::string(locale::keyword(Construct::Touchpoint, r.map.language))}},
          {insertAfterLine(r.text, ownEnd(r.map, r.block),
                           {entryLine(Construct::Touchpoint, blank, r.map.language)})},
          true);
}

}  // namespace

const Rule rules::phaseWithoutTouchpoint{"phase-without-touchpoint", Severity::Warning, nullptr,
                                         &check, &fix};

}  // namespace journey::lint

// phase-without-touchpoint: a phase in which the customer meets nothing.
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys)
    for (const model::Phase& phase : journey.phases)
      if (phase.head != model::noBlock && phase.touchpoints.empty())
        c.report(phase.head, c.map.block(phase.head).head().whole, Message::phase_without_touchpoint,
                 {{"phase", std::string(c.map.block(phase.head).title())}});
}

void fix(const FixRequest& r) {
  r.offer(Message::fix_insert, {{"keyword", std::string(locale::keyword(Construct::Touchpoint, r.map.language))}},
          {insertAfterLine(r.text, r.absolute(r.at().entries.back().whole).end,
                           {entryLine(Construct::Touchpoint, blank, r.map.language)})},
          true);
}

}  // namespace

const Rule rules::phaseWithoutTouchpoint{"phase-without-touchpoint", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint

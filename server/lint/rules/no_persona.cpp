// no-persona: a journey that nobody travels.
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys)
    if (journey.head != model::noBlock && personasOf(c.map, journey).empty())
      c.report(journey.head, c.map.block(journey.head).head().whole, Message::no_persona);
}

void fix(const FixRequest& r) {
  auto line = [&](Construct c) { return entryLine(c, blank, r.map.language); };
  std::uint32_t at = r.absolute(r.at().entries.back().whole).end;
  r.offer(Message::fix_insert, {{"keyword", std::string(locale::keyword(Construct::Persona, r.map.language))}},
          {insertAfterLine(r.text, at,
                           {"", line(Construct::Persona), line(Construct::Demographics), line(Construct::Goal),
                            line(Construct::Need)})},
          true);
}

}  // namespace

const Rule rules::noPersona{"no-persona", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint

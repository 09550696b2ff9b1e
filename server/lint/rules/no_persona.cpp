// no-persona: a journey that nobody travels.
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys)
    if (journey.head != model::noBlock && personasOf(c.map, journey).empty() &&
        !mentions(c.map, c.map.block(journey.head), Construct::Persona))
      c.report(journey.head, c.map.block(journey.head).head().whole, Message::no_persona);
}

void fix(const FixRequest& r) {
  auto personaLine = [&](Construct c) {
    return "  " + std::string(locale::keyword(c, r.map.language)) + ": " + std::string(blank);
  };
  auto line = [&](Construct c) { return entryLine(c, blank, r.map.language); };
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  r.offer(Message::fix_insert,
          {{"keyword", std::string(locale::keyword(Construct::Persona, r.map.language))}},
          {addPersona(r.text, r.map, *journey,
                      {line(Construct::Persona), personaLine(Construct::Demographics),
                       personaLine(Construct::Goal), personaLine(Construct::Need)})},
          true);
}

}  // namespace

const Rule rules::noPersona{"no-persona", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint

// thin-persona: needs, preferences or demographics are missing.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

std::vector<Construct> missingIn(const model::Block& persona) {
  std::vector<Construct> out;
  // Without a goal too, persona-without-goal asks for needs.
  if (!persona.has(Construct::Need) && persona.has(Construct::Goal)) out.push_back(Construct::Need);
  for (Construct c : {Construct::Preference, Construct::Demographics})
    if (!persona.has(c)) out.push_back(c);
  return out;
}

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Persona || !c.block.isNamed() || !isDescribed(c.block))
    return;
  std::string missing;
  for (Construct lacks : missingIn(c.block))
    (missing += missing.empty() ? "" : ", ") += locale::keyword(lacks, c.map.language);
  if (!missing.empty())
    c.report(0, c.block.head().whole, Message::thin_persona,
             {{"name", oneLine(c.block.title())}, {"missing", missing}});
}

void fix(const FixRequest& r) {
  for (Construct c : missingIn(r.at())) offerEntry(r, c);
}

}  // namespace

const Rule rules::thinPersona{"thin-persona", Severity::Information, &check, nullptr, &fix};

}  // namespace journey::lint

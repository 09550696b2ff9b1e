// touchpoint-without-channel: nothing says where it takes place.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (isToldOf(c.block) && !mentions(c.map, c.block, Construct::Channel))
    c.report(0, c.block.head().whole, Message::touchpoint_without_channel,
             {{"title", oneLine(c.block.title())}});
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Channel);
  for (const std::string& channel : knownNames(r, Construct::Channel))
    offerEntry(r, Construct::Channel, channel);
}

}  // namespace

const Rule rules::touchpointWithoutChannel{"touchpoint-without-channel", Severity::Information,
                                           &check, nullptr, &fix};

}  // namespace journey::lint

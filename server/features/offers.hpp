// What completion can offer at a place, without regard to what is typed there.
#pragma once

#include <vector>

#include "features/completion.hpp"
#include "features/place.hpp"

namespace journey::features {

struct OfferRequest {
  const workspace::Snapshot& snapshot;
  const Place& place;
  const CompletionOptions& options;
};

/// Keywords with their colon, those that the open block still lacks first.
std::vector<Completion> keywordOffers(const OfferRequest& request);

/// What can stand behind an entry's colon, emotions aside.
std::vector<Completion> valueOffers(const OfferRequest& request, model::Construct construct);

/// Emotion words; `label` and `insert` begin with the emoji.
std::vector<Completion> emotionOffers(const OfferRequest& request);

/// Personas, for between square brackets.
std::vector<Completion> personaOffers(const OfferRequest& request);

/// What can stand behind a comment's #: language and journey-ignore.
std::vector<Completion> directiveOffers(const OfferRequest& request);

/// What can stand behind a directive's colon.
std::vector<Completion> directiveValueOffers(const OfferRequest& request,
                                             std::string_view directive);

}  // namespace journey::features

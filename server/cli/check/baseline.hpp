// A baseline: the findings that a project knows already, so that only new ones count.
//
// A finding is known by its file, its rule and what its line says, not by its place: lines may
// move. Where several are alike, their number counts.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <boost/system/result.hpp>

#include "cli/check/outcome.hpp"
#include "locale/message.hpp"

namespace journey::cli {

using Baseline = std::vector<KnownFinding>;

/// Why a text is no baseline that this program reads.
struct BaselineFault {
  locale::Message message{};
  locale::Arguments arguments;
};
using BaselineResult = boost::system::result<Baseline, BaselineFault>;
[[noreturn]] void throw_exception_from_error(const BaselineFault& fault,
                                             const boost::source_location&);

BaselineResult readBaseline(std::string_view content);

/// All findings of a run but failures. `folder` is where the baseline lies; of the one that lay
/// there `before`, what is known of files that were not judged now is kept.
Baseline baselineOf(const Outcome& outcome, const std::filesystem::path& folder,
                    const Baseline& before = {});

/// As text, one finding a line, so that a review shows what changed.
std::string written(const Baseline& baseline);

/// Takes the known findings out, and says which of the known ones are there no more: of files that
/// were judged, and of those that are gone.
void apply(const Baseline& baseline, const std::filesystem::path& folder, Outcome& outcome);

}  // namespace journey::cli

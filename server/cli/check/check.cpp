// journey check: what the linter says, in the formats that people and pipelines read.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "cli/check/baseline.hpp"
#include "cli/check/diff.hpp"
#include "cli/check/formats.hpp"
#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "cli/terminal.hpp"
#include "lint/fix_all.hpp"
#include "lint/lint.hpp"
#include "locale/message.hpp"
#include "text/cells.hpp"
#include "text/unicode.hpp"
#include "workspace/files.hpp"
#include "workspace/library.hpp"
#include "workspace/surroundings.hpp"
#include "workspace/uri.hpp"

namespace journey::cli {

namespace fs = std::filesystem;
using locale::Message;

namespace {

/// One file, checked and perhaps mended.
struct Checked {
  CheckedFile file;
  std::optional<std::string> fixed;  // the new content, where something was mended
  std::size_t fixes = 0;
};

FoundFix inWords(const lint::Fix& fix, locale::Language language) {
  return {locale::say(fix.title, language, fix.arguments), fix.edits, fix.preferred, fix.safe};
}

std::vector<Found> inWords(const std::vector<lint::PlacedFinding>& findings, const text::Text& text,
                           const model::Map& map, const lint::Context& context,
                           locale::Language language) {
  std::vector<Found> out;
  lint::FixMemo memo{.many = true, .names = {}};
  for (const lint::PlacedFinding& placed : findings) {
    const lint::Finding& finding = *placed.finding;
    Found& found = out.emplace_back();
    found.rule = finding.rule->id;
    found.severity = finding.severity;
    found.message = locale::say(finding.message, language, finding.arguments);
    found.span = map.absolute(placed.block, finding.span);
    found.detail = finding.detail;
    for (const lint::Fix& fix : lint::fixesFor(text, map, placed, context, memo))
      found.fixes.push_back(inWords(fix, language));
    for (const lint::Related& related : finding.related)
      found.related.push_back(
          {map.absolute(related.block, related.span), locale::say(related.message, language)});
  }
  return out;
}

CheckedFile settingsFile(const FoundProject& project, locale::Language language) {
  CheckedFile out;
  out.path = text::validUtf8(project.path);
  out.language = project.project->conventions->language.value_or(locale::Language::En);
  out.text = project.text;
  out.judged = project.known;
  for (const workspace::Fault& fault : project.faults) {
    Found& found = out.found.emplace_back();
    found.rule = workspace::faultCode;
    found.severity = fault.severity;
    found.message = locale::say(fault.message, language, fault.arguments);
    found.span = fault.span;
    found.detail = fault.path;
    for (const lint::Fix& fix : fault.fixes) found.fixes.push_back(inWords(fix, language));
  }
  return out;
}

/// Under settings that are not known nothing is mended: they may say otherwise.
Checked checked(const MapFile& map, const lint::LibraryPtr& library, const CheckOptions& options,
                bool fix) {
  Checked out;
  out.file.path = map.target.shown;
  out.file.text = map.text;
  out.file.language = map.map.language;
  out.file.judged = !map.encoding && map.project->known;
  if (map.encoding) {
    Found& found = out.file.found.emplace_back();
    found.rule = encodingCode;
    found.message = locale::say(map.encoding->message, options.language);
    found.span = map.encoding->span;
    return out;
  }
  bool stands = !map.target.path.empty();
  lint::Context context{
      lint::today(), map.settings->lint, library,
      stands ? workspace::surroundingsOf(fs::absolute(map.target.path)) : nullptr};
  if (!fix || !map.project->known) {
    out.file.found = inWords(lint::findings(map.map, lint::check(map.map, context), context),
                             map.text, map.map, context, options.language);
    return out;
  }
  lint::FixedText fixed = lint::fixAll(map.text, map.map, context);
  if (fixed.text != map.content) {
    out.fixes = fixed.taken;
    out.file.text = text::Text(fixed.text);
    out.fixed = std::move(fixed.text);
  }
  out.file.language = fixed.map.language;
  out.file.found = inWords(fixed.findings, out.file.text, fixed.map, context, options.language);
  return out;
}

/// Why the file was not written; nothing if it was.
std::optional<std::string> write(const MapFile& map, const std::string& content,
                                 locale::Language language) {
  auto done = workspace::writeWhole(map.target.path, content, map.content);
  if (done) return std::nullopt;
  return done.error().changed ? locale::say(Message::check_file_changed, language)
                              : done.error().reason;
}

/// For a diff: the file that is written, from the working folder, or from the root where it lies
/// elsewhere; patches go upwards nowhere.
std::string patchPath(const Target& target) {
  if (target.path.empty()) return target.shown;
  std::error_code error;
  fs::path real = fs::weakly_canonical(target.path, error);
  fs::path here = fs::current_path(error);
  return (workspace::isInside(real, here) ? real.lexically_relative(here) : real.relative_path())
      .generic_string();
}

class Run {
 public:
  explicit Run(const CheckOptions& options) : options_(options) {}

  int run() {
    std::optional<Baseline> baseline;
    if (!options_.baseline.empty() && !options_.dryRun) {  // --fix mends what is known too
      baseline = readBaselineFile();
      if (!baseline) return exitUsage;
    }
    check();
    if (options_.dryRun) return finishDryRun();
    if (!options_.writeBaseline.empty()) return writeBaselineFile();
    if (baseline) apply(*baseline, fs::path(options_.baseline).parent_path(), outcome_);
    return finish();
  }

 private:
  void failed(const std::string& path, const std::string& reason) {
    complain(path, reason);
    outcome_.unread.push_back({text::validUtf8(path), reason});
  }

  std::optional<Baseline> readBaselineFile() const {
    auto say = [&](Message message, locale::Arguments arguments = {}) {
      arguments.emplace_back("file", options_.baseline);
      complain(options_.baseline, locale::say(message, options_.language, arguments));
    };
    std::error_code error;
    if (!fs::exists(options_.baseline, error)) {
      say(Message::check_baseline_missing);
      return std::nullopt;
    }
    auto content = workspace::disk().read(options_.baseline);
    if (!content) {
      complain(options_.baseline, content.error().reason);
      return std::nullopt;
    }
    BaselineResult read = readBaseline(*content);
    if (read) return std::move(*read);
    say(read.error().message, read.error().arguments);
    return std::nullopt;
  }

  void check() {
    std::vector<std::string> paths =
        options_.paths.empty() ? std::vector<std::string>{"."} : options_.paths;
    std::vector<Target> targets =
        targetsOf(paths, options_.stdinName, options_.language, outcome_.unread);
    Projects projects;
    std::vector<Checked> results(targets.size());
    {
      Progress progress(targets.size(), options_.language, 2);  // read, then judged
      maps_ = readMaps(targets, projects, [&] { progress.step(); });
      // A file is judged in the same way whatever else is named beside it.
      std::vector<MapFile> around = mapsAround(maps_, projects);
      std::vector<const workspace::Facts*> facts;
      for (const auto* files : {&maps_, &around})
        for (const MapFile& map : *files) facts.push_back(&map.facts);
      library_ = std::make_shared<const lint::Library>(workspace::libraryOf(facts));
      inParallel(maps_.size(), [&](std::size_t i) {
        try {
          if (!maps_[i].error) results[i] = checked(maps_[i], library_, options_, options_.fix);
        } catch (const std::exception& thrown) {
          maps_[i].error = thrown.what();
        }
        progress.step();
      });
    }
    std::set<FoundProjectPtr> told;
    auto tell = [&](const FoundProjectPtr& project) {
      if (told.insert(project).second) takeSettings(*project);
    };
    std::error_code error;
    for (const std::string& path : paths)  // whether or not a map in it asks for them
      if (fs::is_directory(path, error))
        tell(projects.of((fs::path(path) / workspace::projectFile).string()));
    for (std::size_t i = 0; i < maps_.size(); ++i) {
      const MapFile& map = maps_[i];
      tell(map.project);
      if (map.error)
        failed(map.target.shown, *map.error);
      else if (!isSettings(map.target))
        takeMap(map, std::move(results[i]));
    }
  }

  void takeSettings(const FoundProject& project) {
    if (project.error)
      failed(project.path, *project.error);
    else if (!project.faults.empty())
      outcome_.files.push_back(settingsFile(project, options_.language));
    if (!options_.fix || project.known) return;
    std::string said = locale::say(Message::check_not_fixed_settings, options_.language);
    if (project.error)
      complain(project.path, said);
    else
      failed(project.path, said);
  }

  /// Writes what was mended, and takes up the findings.
  void takeMap(const MapFile& map, Checked result) {
    if (options_.dryRun) {
      if (map.encoding)
        failed(map.target.shown, locale::say(map.encoding->message, options_.language));
      if (result.fixed) diff_ += unifiedDiff(patchPath(map.target), map.content, *result.fixed);
      fixes_ += result.fixes;
      return;
    }
    if (map.target.input && options_.fix) {
      std::cout << result.fixed.value_or(map.content);
    } else if (result.fixed) {
      if (auto error = write(map, *result.fixed, options_.language)) {
        failed(map.target.shown, *error);
        result = checked(map, library_, options_, false);
      }
    }
    fixes_ += result.fixes;
    outcome_.files.push_back(std::move(result.file));
  }

  int finishDryRun() const {
    std::cout << diff_;
    if (fixes_ > 0) note(locale::sayCount(Message::check_would_fix, fixes_, options_.language));
    return ended(fixes_ > 0 && options_.failOn);
  }

  int writeBaselineFile() {
    const std::string& file = options_.writeBaseline;
    Baseline before;
    std::error_code error;
    if (fs::is_regular_file(file, error)) {
      auto content = workspace::disk().read(file);
      if (!content) {
        failed(file, content.error().reason);
        return ended(false);
      }
      if (BaselineResult read = readBaseline(*content)) before = std::move(*read);
    }
    for (const CheckedFile& one : outcome_.files)
      for (const Found& found : one.found)
        if (isFailure(found)) failed(one.path, found.message);
    Baseline baseline = baselineOf(outcome_, fs::path(file).parent_path(), before);
    if (auto done = workspace::writeWhole(file, written(baseline)); !done) {
      failed(file, done.error().reason);
      return ended(false);
    }
    std::size_t count = 0;
    for (const KnownFinding& known : baseline) count += known.count;
    note(locale::sayCount(Message::check_baseline_written, count, options_.language,
                          {{"file", file}}));
    return ended(false);
  }

  int finish() const {
    bool both = options_.fix &&
                std::ranges::any_of(maps_, [](const MapFile& map) { return map.target.input; });
    FormatSettings settings;
    settings.language = options_.language;
    settings.failOn = options_.failOn;
    settings.colours = wantsColours(options_.colours, both ? STDERR_FILENO : STDOUT_FILENO);
    settings.statistics = options_.statistics;
    settings.version = options_.version;
    settings.workingFolder = fs::current_path();
    const CheckFormat& format = *checkFormatNamed(options_.format);
    // The mended text goes where text goes; what is said of it must not mix with it.
    (both ? std::cerr : std::cout) << format.write(outcome_, settings);
    if (options_.fix && fixes_ > 0)
      note(locale::sayCount(Message::check_fixed, fixes_, options_.language));
    if (outcome_.hidden > 0)
      note(locale::sayCount(Message::check_hidden, outcome_.hidden, options_.language));
    noteStale();
    bool fail = std::ranges::any_of(outcome_.files, [&](const CheckedFile& file) {
      return std::ranges::any_of(file.found,
                                 [&](const Found& found) { return fails(found, settings); });
    });
    return ended(fail);
  }

  void noteStale() const {
    std::size_t count = 0;
    for (const KnownFinding& known : outcome_.stale) count += known.count;
    if (count == 0) return;
    note(locale::sayCount(Message::check_stale, count, options_.language,
                          {{"file", options_.baseline}}));
    for (const KnownFinding& known : outcome_.stale)
      std::cerr << "  " << text::harmless(known.path + ": " + known.line + " [" + known.rule + ']')
                << (known.count > 1 ? " × " + std::to_string(known.count) : "") << '\n';
  }

  int ended(bool fail) const {
    // Where there was nothing to check, that was said already.
    if (!outcome_.unread.empty() && !maps_.empty())
      note(locale::sayCount(Message::check_unreadable, outcome_.unread.size(), options_.language));
    if (!outcome_.unread.empty()) return exitUsage;
    return fail ? exitFindings : exitClean;
  }

  const CheckOptions& options_;
  std::vector<MapFile> maps_;
  lint::LibraryPtr library_;
  Outcome outcome_;
  std::string diff_;
  std::size_t fixes_ = 0;
};

}  // namespace

int check(const CheckOptions& options) { return Run(options).run(); }

}  // namespace journey::cli

// journey check: what the linter says, in the formats that people and pipelines read.
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
#include "syntax/tree.hpp"
#include "text/unicode.hpp"
#include "workspace/files.hpp"
#include "workspace/library.hpp"
#include "workspace/surroundings.hpp"

namespace journey::cli {

namespace fs = std::filesystem;
using locale::Message;

namespace {

/// One file, checked and perhaps mended.
struct Checked {
  CheckedFile file;
  std::string fixed;                  // the new content, where there is one
  std::vector<lint::TextEdit> edits;  // that make it of the old one
  std::size_t fixes = 0;
};

FoundFix inWords(const lint::Fix& fix, locale::Language language) {
  return {locale::say(fix.title, language, fix.arguments), fix.edits, fix.preferred, fix.safe};
}

std::vector<Found> findingsOf(const text::Text& text, const model::Map& map,
                              const lint::Context& context, locale::Language language) {
  std::vector<Found> out;
  lint::FixMemo memo{.many = true, .names = {}};
  for (const lint::PlacedFinding& placed :
       lint::findings(map, lint::check(map, context), context)) {
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

Checked checked(const MapFile& map, const lint::LibraryPtr& library, const CheckOptions& options,
                bool fix) {
  Checked out;
  out.file.path = map.target.shown;
  out.file.text = map.text;
  out.file.language = map.map.language;
  if (map.encoding) {
    Found& found = out.file.found.emplace_back();
    found.rule = encodingCode;
    found.message = locale::say(map.encoding->message, options.language);
    found.span = map.encoding->span;
    return out;
  }
  const workspace::Project& project = *map.settings;
  // Standard input with a name stands for the file of that name.
  bool isFile = map.target.path != "-" || map.target.shown != "-";
  lint::Context context{lint::today(), project.lint, library,
                        isFile ? workspace::surroundingsOf(fs::absolute(
                                     map.target.path == "-" ? map.target.shown : map.target.path))
                               : nullptr};
  out.file.found = findingsOf(map.text, map.map, context, options.language);
  bool fixable = std::ranges::any_of(out.file.found, [](const Found& found) {
    return std::ranges::any_of(found.fixes, &FoundFix::safe);
  });
  if (!fix || !fixable) return out;
  lint::FixedText fixed = lint::fixAll(map.text, project.conventions, context);
  if (fixed.edits.empty()) return out;
  out.fixes = fixed.taken;
  out.edits = std::move(fixed.edits);
  out.fixed = std::move(fixed.text);
  out.file.text = text::Text(out.fixed);
  model::Map now = model::readMap(out.file.text, syntax::parse(out.file.text), project.conventions);
  out.file.language = now.language;
  out.file.found = findingsOf(out.file.text, now, context, options.language);
  return out;
}

/// Why the file was not written; nothing if it was.
std::optional<std::string> write(const MapFile& map, const std::string& content,
                                 locale::Language language) {
  auto now = workspace::disk().read(map.target.path);
  if (!now) return now.error().reason;
  if (*now != map.content) return locale::say(Message::check_file_changed, language);
  auto done = workspace::writeWhole(map.target.path, content);
  return done ? std::nullopt : std::optional(done.error().reason);
}

/// For a diff: from the working folder, where the path lies in it.
std::string patchPath(const std::string& path) {
  fs::path relative = fs::path(path).is_absolute() ? fs::proximate(path) : fs::path(path);
  return relative.lexically_normal().generic_string();
}

class Run {
 public:
  explicit Run(const CheckOptions& options) : options_(options) {}

  int run() {
    std::optional<Baseline> baseline;
    if (!options_.baseline.empty()) {
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
  void note(const std::string& said) const { std::cerr << "journey: " << said << '\n'; }
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
    Targets targets =
        targetsOf(options_.paths.empty() ? std::vector<std::string>{"."} : options_.paths,
                  options_.stdinName, options_.language, outcome_.unread);
    Projects projects;
    std::vector<Checked> results(targets.files.size());
    {
      Progress progress(targets.files.size(), options_.language, 2);  // read, then judged
      maps_ = readMaps(targets.files, projects, [&] { progress.step(); });
      std::vector<const workspace::Facts*> facts;
      for (const MapFile& map : maps_) facts.push_back(&map.facts);
      // A file that is named alone is judged as it is in its folder.
      std::vector<workspace::FilePtr> around =
          targets.searched ? std::vector<workspace::FilePtr>{} : mapsAround(maps_);
      for (const workspace::FilePtr& file : around) facts.push_back(file->facts.get());
      library_ = std::make_shared<const lint::Library>(workspace::libraryOf(facts));
      inParallel(maps_.size(), [&](std::size_t i) {
        if (!maps_[i].error) results[i] = checked(maps_[i], library_, options_, options_.fix);
        progress.step();
      });
    }
    if (!projects.sound()) unsound_ = true;
    std::set<FoundProjectPtr> told;
    for (std::size_t i = 0; i < maps_.size(); ++i) {
      const MapFile& map = maps_[i];
      if (!map.project->faults.empty() && told.insert(map.project).second)
        outcome_.files.push_back(settingsFile(*map.project, options_.language));
      if (map.error) {
        failed(map.target.shown, *map.error);
        continue;
      }
      if (fs::path(map.target.path).filename() == workspace::projectFile) continue;
      settle(map, std::move(results[i]));
    }
  }

  /// Writes what was mended, and takes up the findings.
  void settle(const MapFile& map, Checked result) {
    if (options_.dryRun) {
      diff_ += unifiedDiff(patchPath(map.target.shown), map.text, result.edits);
      fixes_ += result.fixes;
      return;
    }
    bool input = map.target.path == "-";
    if (input && options_.fix) std::cout << (result.edits.empty() ? map.content : result.fixed);
    if (!result.edits.empty() && !input) {
      if (auto error = write(map, result.fixed, options_.language)) {
        failed(map.target.shown, *error);
        result.file = checked(map, library_, options_, false).file;
        result.fixes = 0;
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
    Baseline baseline = baselineOf(outcome_, fs::path(file).parent_path());
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
    FormatSettings settings;
    settings.language = options_.language;
    settings.failOn = options_.failOn;
    settings.colours = wantsColours(options_.colours);
    settings.statistics = options_.statistics;
    settings.version = options_.version;
    settings.workingFolder = fs::current_path();
    const CheckFormat& format = *checkFormatNamed(options_.format);
    bool both = options_.fix && std::ranges::any_of(maps_, [](const MapFile& map) {
                  return map.target.path == "-";
                });
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
      std::cerr << "  " << known.path << ": " << known.line << " [" << known.rule << ']'
                << (known.count > 1 ? " × " + std::to_string(known.count) : "") << '\n';
  }

  int ended(bool fail) const {
    if (!outcome_.unread.empty())
      note(locale::sayCount(Message::check_unreadable, outcome_.unread.size(), options_.language));
    if (!outcome_.unread.empty() || unsound_ || !std::cout.flush()) return exitUsage;
    return fail ? exitFindings : exitClean;
  }

  const CheckOptions& options_;
  std::vector<MapFile> maps_;
  lint::LibraryPtr library_;
  Outcome outcome_;
  std::string diff_;
  std::size_t fixes_ = 0;
  bool unsound_ = false;  // a journey.json could not be read
};

}  // namespace

int check(const CheckOptions& options) { return Run(options).run(); }

}  // namespace journey::cli

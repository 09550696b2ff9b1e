// journey check: what the linter says, as text or JSON.
#include <fmt/format.h>
#include <boost/json.hpp>

#include <filesystem>
#include <iostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/projects.hpp"
#include "locale/message.hpp"
#include "text/encoding.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

namespace {

namespace json = boost::json;

std::string_view nameOf(lint::Severity severity) {
  return workspace::severityNames()[static_cast<std::size_t>(severity) - 1];
}

json::object position(text::Position p) {
  return {{"line", p.line + 1}, {"column", p.character + 1}};
}

/// Prints what is found, file by file.
class Findings {
 public:
  explicit Findings(const CheckOptions& options) : options_(options) {}

  void add(const std::string& path, const workspace::Snapshot& snapshot) {
    for (const lint::PlacedFinding& placed : snapshot.findings()) {
      const lint::Finding& finding = *placed.finding;
      addOne(path, snapshot.text, snapshot.map.absolute(placed.block, finding.span),
             finding.severity, finding.rule->id, finding.message, finding.arguments);
    }
    endFile(path, snapshot.map.language);
  }

  /// Faults of a journey.json are findings of that file.
  void addFaults(const FoundProject& project) {
    for (const workspace::Fault& fault : project.faults)
      addOne(project.path, project.text, fault.span, fault.severity, workspace::faultCode,
             fault.message, fault.arguments);
    endFile(project.path, project.project->conventions->language.value_or(locale::Language::En));
  }

  void finish(bool sound) const {
    if (options_.json)
      std::cout << json::serialize(json::object{{"version", 1}, {"files", files_}}) << '\n';
    else if (count_ == 0 && sound)
      std::cout << locale::say(locale::Message::check_clean, options_.language) << '\n';
  }

  bool failed() const { return failed_; }

 private:
  /// Lines and columns are counted from 1, columns in code points.
  void addOne(const std::string& path, const text::Text& text, text::Span span,
              lint::Severity severity, std::string_view rule, locale::Message message,
              const locale::Arguments& arguments) {
    text::Range range = text::rangeOf(text, span, text::PositionEncoding::Utf32);
    std::string said = locale::say(message, options_.language, arguments);
    ++count_;
    failed_ |= severity <= options_.failOn;
    if (options_.json)
      found_.push_back({{"rule", rule},
                        {"severity", nameOf(severity)},
                        {"message", said},
                        {"start", position(range.start)},
                        {"end", position(range.end)}});
    else
      std::cout << fmt::format("{}:{}:{}: {}: {} [{}]\n", path, range.start.line + 1,
                               range.start.character + 1, nameOf(severity), said, rule);
  }

  void endFile(const std::string& path, locale::Language language) {
    if (options_.json)
      files_.push_back({{"path", path},
                        {"language", locale::codeOf(language)},
                        {"findings", std::move(found_)}});
    found_ = {};
  }

  const CheckOptions& options_;
  std::size_t count_ = 0;
  bool failed_ = false;
  json::array found_;  // of the file that is being added
  json::array files_;
};

}  // namespace

int check(const CheckOptions& options) {
  bool sound = true;
  Projects projects;
  std::set<FoundProjectPtr> toldOf;
  Findings findings(options);
  for (const std::string& path : expand(options.paths, sound)) {
    FoundProjectPtr project = projects.of(path);
    if (!project->faults.empty() && toldOf.insert(project).second) findings.addFaults(*project);
    auto content = readOrComplain(path);
    if (!content) {
      sound = false;
      continue;
    }
    // Asked for by name: all that is to say of it is said.
    if (std::filesystem::path(path).filename() == workspace::projectFile) continue;
    findings.add(path, *workspace::read(text::Text(*content), 0, project->project));
  }
  sound &= projects.sound();
  findings.finish(sound);
  if (!sound) return exitUsage;
  return findings.failed() ? exitFindings : exitClean;
}

}  // namespace journey::cli

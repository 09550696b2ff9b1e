#include "cli/check/baseline.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace journey::cli {

namespace json = boost::json;
namespace fs = std::filesystem;
using locale::Message;

namespace {

constexpr std::string_view versionKey = "journeyBaseline";
constexpr std::int64_t version = 1;

using Key = std::tuple<std::string, std::string, std::string, std::string>;

Key keyOf(const KnownFinding& known) { return {known.path, known.rule, known.line, known.detail}; }

std::string pathFrom(const fs::path& folder, const std::string& path) {
  auto real = [](const fs::path& any) {
    std::error_code error;
    fs::path absolute = fs::absolute(any, error).lexically_normal();
    fs::path canonical = fs::weakly_canonical(absolute, error);
    return error ? absolute : canonical;
  };
  fs::path from = real(folder.empty() ? "." : folder);
  return real(path)
      .lexically_relative(from.has_filename() ? from : from.parent_path())
      .generic_string();
}

KnownFinding known(std::string path, const CheckedFile& file, const Found& found) {
  return {std::move(path), std::string(found.rule), lineOf(file.text, found), found.detail, 1};
}

/// nullopt unless it is one as `written` makes them.
std::optional<KnownFinding> readOne(const json::value& value) {
  const json::object* object = value.if_object();
  if (!object) return std::nullopt;
  KnownFinding out;
  for (auto [name, text] : {std::pair("path", &out.path), std::pair("rule", &out.rule),
                            std::pair("line", &out.line), std::pair("detail", &out.detail)}) {
    const json::value* member = object->if_contains(name);
    if (!member && text == &out.detail) continue;
    if (!member || !member->is_string()) return std::nullopt;
    *text = member->as_string();
  }
  if (const json::value* count = object->if_contains("count")) {
    if (!count->is_int64() || count->as_int64() < 1) return std::nullopt;
    out.count = static_cast<std::size_t>(count->as_int64());
  }
  return out;
}

}  // namespace

void throw_exception_from_error(const BaselineFault& fault, const boost::source_location&) {
  throw std::runtime_error(std::string(locale::keyOf(fault.message)));
}

BaselineResult readBaseline(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const BaselineFault broken{Message::check_baseline_broken, {}};
  boost::system::error_code error;
  json::value value = json::parse(content, error);
  if (error || !value.is_object()) return broken;
  const json::object& object = value.get_object();
  const json::value* ofVersion = object.if_contains(versionKey);
  if (!ofVersion || !ofVersion->is_int64()) return broken;
  if (ofVersion->as_int64() != version)
    return BaselineFault{Message::check_baseline_version,
                         {{"version", std::to_string(ofVersion->as_int64())},
                          {"expected", std::to_string(version)}}};
  const json::value* findings = object.if_contains("findings");
  if (!findings || !findings->is_array()) return broken;
  Baseline out;
  for (const json::value& one : findings->get_array()) {
    auto read = readOne(one);
    if (!read) return broken;
    out.push_back(std::move(*read));
  }
  return out;
}

Baseline baselineOf(const Outcome& outcome, const fs::path& folder, const Baseline& before) {
  std::map<Key, KnownFinding> all;
  std::set<std::string> judged;
  for (const CheckedFile& file : outcome.files) {
    if (!file.judged) continue;
    std::string path = pathFrom(folder, file.path);
    judged.insert(path);
    for (const Found& found : file.found) {
      if (isFailure(found)) continue;
      KnownFinding one = known(path, file, found);
      auto [at, fresh] = all.try_emplace(keyOf(one), one);
      if (!fresh) ++at->second.count;
    }
  }
  std::error_code error;
  for (const KnownFinding& one : before)
    if (!judged.contains(one.path) && fs::exists(folder / one.path, error))
      all.try_emplace(keyOf(one), one);
  Baseline out;
  for (auto& [key, one] : all) out.push_back(std::move(one));
  return out;
}

std::string written(const Baseline& baseline) {
  std::string out = "{\n  " + json::serialize(json::string(versionKey)) + ": " +
                    std::to_string(version) + ",\n  \"findings\": [";
  for (const KnownFinding& one : baseline) {
    json::object object{{"path", one.path}, {"rule", one.rule}, {"line", one.line}};
    if (!one.detail.empty()) object["detail"] = one.detail;
    if (one.count > 1) object["count"] = one.count;
    out += (&one == &baseline.front() ? "\n    " : ",\n    ") + json::serialize(object);
  }
  return out + (baseline.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

void apply(const Baseline& baseline, const fs::path& folder, Outcome& outcome) {
  std::map<Key, std::size_t> left;
  for (const KnownFinding& one : baseline) left[keyOf(one)] += one.count;
  std::set<std::string> judged;
  for (CheckedFile& file : outcome.files) {
    std::string path = pathFrom(folder, file.path);
    outcome.hidden += std::erase_if(file.found, [&](const Found& found) {
      if (isFailure(found)) return false;
      auto at = left.find(keyOf(known(path, file, found)));
      if (at == left.end() || at->second == 0) return false;
      --at->second;
      return true;
    });
    if (file.judged) judged.insert(std::move(path));
  }
  for (const auto& [key, count] : left) {
    const auto& [path, rule, line, detail] = key;
    std::error_code error;
    if (count > 0 && (judged.contains(path) || !fs::exists(folder / path, error)))
      outcome.stale.push_back({path, rule, line, detail, count});
  }
}

}  // namespace journey::cli

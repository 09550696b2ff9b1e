#include "workspace/snapshot.hpp"

#include <algorithm>

namespace journey::workspace {

SnapshotPtr read(text::Text text, std::int64_t version, const Settings& settings) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->version = version;
  snapshot->text = std::move(text);
  snapshot->tree = syntax::parse(snapshot->text);
  snapshot->map = model::readMap(snapshot->text, snapshot->tree, settings.language);
  snapshot->context.today = lint::today();
  snapshot->report = lint::check(snapshot->map, snapshot->context);
  return snapshot;
}

void EditedText::replace(text::Span span, std::string_view with) {
  span.end = std::min(span.end, text_.size());
  span.start = std::min(span.start, span.end);
  auto added = static_cast<std::uint32_t>(with.size());
  text_ = text_.replaced(span, with);
  if (!changed_) {
    edit_ = {span, {span.start, span.start + added}};
    changed_ = true;
    return;
  }
  // Widen the covering edit on both sides to hold this one too.
  text::Span& before = edit_.before;
  text::Span& after = edit_.after;
  if (span.start < after.start) {
    before.start -= after.start - span.start;
    after.start = span.start;
  }
  if (span.end > after.end) {
    before.end += span.end - after.end;
    after.end = span.end;
  }
  after.end = after.end - span.size() + added;
}

SnapshotPtr update(const SnapshotPtr& before, const EditedText& edited, std::int64_t version,
                   const Settings& settings) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->version = version;
  snapshot->text = edited.text();
  snapshot->context = before->context;
  if (!edited.changed()) {
    snapshot->tree = before->tree;
    snapshot->map = before->map;
    snapshot->report = before->report;
    return snapshot;
  }
  snapshot->tree = syntax::reparse(before->tree, edited.edit(), snapshot->text);
  model::Change change;
  snapshot->map = model::updateMap(before->map, edited.edit(), snapshot->text, snapshot->tree,
                                   settings.language, change);
  snapshot->report =
      lint::recheck(before->report, before->map, snapshot->map, change, snapshot->context);
  return snapshot;
}

}  // namespace journey::workspace

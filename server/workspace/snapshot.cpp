#include "workspace/snapshot.hpp"

#include <algorithm>

namespace journey::workspace {

SnapshotPtr read(text::Text text, std::int64_t version, ProjectPtr project,
                 lint::LibraryPtr library, lint::SurroundingsPtr surroundings) {
  auto snapshot = std::make_shared<Snapshot>();
  if (project) snapshot->project = std::move(project);
  snapshot->version = version;
  snapshot->text = std::move(text);
  snapshot->tree = syntax::parse(snapshot->text);
  snapshot->map = model::readMap(snapshot->text, snapshot->tree, snapshot->project->conventions);
  snapshot->context = {lint::today(), snapshot->project->lint, std::move(library),
                       std::move(surroundings)};
  snapshot->report = lint::check(snapshot->map, snapshot->context);
  return snapshot;
}

SnapshotPtr recheck(const Snapshot& before, lint::SurroundingsPtr surroundings) {
  auto snapshot = std::make_shared<Snapshot>(before);
  snapshot->context.surroundings = std::move(surroundings);
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
                   ProjectPtr project, lint::LibraryPtr library) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->version = version;
  snapshot->text = edited.text();
  if (project) snapshot->project = std::move(project);
  snapshot->context = {before->context.today, snapshot->project->lint, std::move(library),
                       before->context.surroundings};
  const model::ConventionsPtr& conventions = snapshot->project->conventions;
  bool sameContext = snapshot->context.settings == before->context.settings &&
                     snapshot->context.library == before->context.library;

  model::Change change;
  if (edited.changed()) {
    snapshot->tree = syntax::reparse(before->tree, edited.edit(), snapshot->text);
    snapshot->map = model::updateMap(before->map, edited.edit(), snapshot->text, snapshot->tree,
                                     conventions, change);
  } else {
    snapshot->tree = before->tree;
    bool sameReading = conventions == before->map.conventions;
    snapshot->map =
        sameReading ? before->map : model::readMap(snapshot->text, snapshot->tree, conventions);
    if (sameReading && sameContext) {
      snapshot->report = before->report;
      return snapshot;
    }
    sameContext = false;
  }
  snapshot->report = sameContext ? lint::recheck(before->report, before->map, snapshot->map, change,
                                                 snapshot->context)
                                 : lint::check(snapshot->map, snapshot->context);
  return snapshot;
}

}  // namespace journey::workspace

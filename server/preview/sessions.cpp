#include "preview/sessions.hpp"

#include "locale/message.hpp"

namespace journey::preview {

void Sessions::set(const std::string& doc, workspace::SnapshotPtr snapshot) {
  std::lock_guard lock(mutex_);
  newest_[doc] = std::move(snapshot);
}

bool Sessions::follow(const std::string& doc, workspace::SnapshotPtr snapshot) {
  std::lock_guard lock(mutex_);
  auto known = newest_.find(doc);
  if (known == newest_.end()) return false;
  known->second = std::move(snapshot);
  return open_.contains(doc);
}

workspace::SnapshotPtr Sessions::newest(const std::string& doc) const {
  std::lock_guard lock(mutex_);
  auto found = newest_.find(doc);
  return found == newest_.end() ? nullptr : found->second;
}

std::shared_ptr<Sessions::Open> Sessions::opened(const std::string& doc) const {
  std::lock_guard lock(mutex_);
  auto found = open_.find(doc);
  return found == open_.end() ? nullptr : found->second;
}

void Sessions::refreshLocked(const std::string& doc, Open& open) {
  workspace::SnapshotPtr now = newest(doc);
  if (!now || now == open.drawn) return;
  open.drawn = now;
  if (auto patch = open.session.update(now->map)) sink_(doc, now->version, *patch);
}

void Sessions::refresh(const std::string& doc) {
  std::shared_ptr<Open> open = opened(doc);
  if (!open) return;
  std::lock_guard lock(open->drawing);
  refreshLocked(doc, *open);
}

std::optional<std::string> Sessions::page(const std::string& doc, const PageOptions& options) {
  workspace::SnapshotPtr now = newest(doc);
  if (!now) return std::nullopt;
  std::shared_ptr<Open> open;
  {
    std::lock_guard lock(mutex_);
    auto& slot = open_[doc];
    if (!slot) slot = std::make_shared<Open>();
    open = slot;
  }
  std::lock_guard lock(open->drawing);
  // Pages that are open already get what is new as a patch; the fresh page starts from there.
  if (open->drawn)
    refreshLocked(doc, *open);
  else
    open->drawn = now;
  PageOptions chosen = options;
  if (chosen.theme == render::Theme::Both) chosen.theme = open->drawn->project->theme;
  return open->session.page(open->drawn->map, chosen);
}

std::optional<Sessions::Found> Sessions::find(const std::string& doc, const std::string& key) {
  refresh(doc);
  std::shared_ptr<Open> open = opened(doc);
  if (!open) return std::nullopt;
  std::lock_guard lock(open->drawing);
  auto ref = open->session.find(key);
  if (!ref || !open->drawn) return std::nullopt;
  const model::Map& map = open->drawn->map;
  if (ref->block >= map.blocks.size() || ref->entry >= map.block(ref->block).entries.size())
    return std::nullopt;
  const model::Entry& entry = map.entry(*ref);
  return Found{open->drawn,
               map.absolute(ref->block, entry.body.empty() ? entry.keyword : entry.body)};
}

std::optional<std::string> Sessions::greeting(const std::string& doc) {
  std::shared_ptr<Open> open = opened(doc);
  if (!open) return std::nullopt;
  std::lock_guard lock(open->drawing);
  return open->session.greeting();
}

void Sessions::close(const std::string& doc) {
  std::lock_guard lock(mutex_);
  open_.erase(doc);
  newest_.erase(doc);
}

PageOptions pageOptionsFor(std::string_view name, std::string_view theme, Host host,
                           locale::Language language) {
  auto say = [&](locale::Message message) { return locale::say(message, language); };
  PageOptions options;
  options.theme = theme == "light"  ? render::Theme::Light
                  : theme == "dark" ? render::Theme::Dark
                                    : render::Theme::Both;
  options.title = std::string(name.substr(name.find_last_of('/') + 1));
  options.host = host;
  using enum locale::Message;
  options.text = {say(preview_no_map),   say(preview_connection_lost), say(preview_zoom_in),
                  say(preview_zoom_out), say(preview_fit_width),       say(preview_actual_size)};
  return options;
}

}  // namespace journey::preview

#include "render/patch.hpp"

#include <unordered_map>
#include <vector>

#include "render/svg.hpp"
#include "text/json.hpp"

namespace journey::render {

namespace {

using layout::Element;
using layout::Scene;

/// Writes the members of an object, each list only when it gets its first item.
class Object {
 public:
  std::string& member(std::string_view name) {
    out_ += out_.size() > 1 ? "," : "";
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return out_;
  }
  void list(std::string_view name, const std::string& items) {
    if (!items.empty()) member(name).append("[").append(items).append("]");
  }
  std::optional<std::string> finish() {
    if (out_.size() == 1) return std::nullopt;
    return std::move(out_) + "}";
  }

 private:
  std::string out_ = "{";
};

std::string& item(std::string& list) { return list += list.empty() ? "" : ","; }

}  // namespace

std::optional<std::string> patch(const Scene& before, const Scene& now) {
  std::unordered_map<std::string_view, std::size_t> old;
  old.reserve(before.elements.size());
  for (std::size_t i = 0; i < before.elements.size(); ++i) old.emplace(before.elements[i].key, i);

  std::string moved, changed, removed, added;
  std::string scratch;
  std::vector<bool> kept(before.elements.size(), false);
  std::size_t last = 0;
  bool sameOrder = true;
  for (std::size_t i = 0; i < now.elements.size(); ++i) {
    const Element& e = now.elements[i];
    auto found = old.find(e.key);
    if (found == old.end()) {
      item(added) += '[';
      text::appendJson(added, e.key);
      added += ',';
      text::appendJson(added, i == 0 ? std::string_view{} : now.elements[i - 1].key);
      added += ',';
      scratch.clear();
      appendElement(scratch, e);
      text::appendJson(added, scratch);
      added += ']';
      continue;
    }
    const Element& was = before.elements[found->second];
    kept[found->second] = true;
    sameOrder = sameOrder && found->second >= last;
    last = found->second;
    if (!layout::sameDrawing(was, e)) {
      item(changed) += '[';
      text::appendJson(changed, e.key);
      changed += ',';
      scratch.clear();
      appendElement(scratch, e);
      text::appendJson(changed, scratch);
      changed += ']';
    } else if (was.x != e.x || was.y != e.y) {
      item(moved) += '[';
      text::appendJson(moved, e.key);
      moved += ',';
      appendNumber(moved, e.x);
      moved += ',';
      appendNumber(moved, e.y);
      moved += ']';
    }
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!kept[i]) text::appendJson(item(removed), before.elements[i].key);

  Object object;
  if (before.width != now.width || before.height != now.height) {
    appendNumber(object.member("width"), now.width);
    appendNumber(object.member("height"), now.height);
  }
  if (before.title != now.title) text::appendJson(object.member("title"), now.title);
  if (before.language != now.language) text::appendJson(object.member("language"), now.language);
  object.list("removed", removed);
  object.list("moved", moved);
  object.list("changed", changed);
  object.list("added", added);
  if (!sameOrder) {
    std::string order;
    for (const Element& e : now.elements) text::appendJson(item(order), e.key);
    object.list("order", order);
  }
  return object.finish();
}

}  // namespace journey::render

// One document's live preview: the page that shows it, and the patches that keep it up to date.
//
// While the text holds no map, the last one stays. Not thread-safe: whoever owns it calls it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "layout/scene.hpp"
#include "model/map.hpp"
#include "render/theme.hpp"

namespace journey::preview {

/// Who carries messages between page and server.
enum class Host : std::uint8_t {
  Messages,  // an editor's webview (acquireVsCodeApi)
  Http,      // the loopback server: `events`, `reveal`
};

/// What the page says to its reader, in the reader's language.
struct PageText {
  std::string noMap = "The text holds no map right now";
  std::string disconnected = "Connection lost, last map shown";
  std::string zoomIn = "Zoom in";
  std::string zoomOut = "Zoom out";
  std::string fitWidth = "Fit width";
  std::string actualSize = "Actual size";
};

struct PageOptions {
  render::Theme theme = render::Theme::Both;  // Both follows the reader's system
  std::string title;                          // for a map without one
  Host host = Host::Messages;
  PageText text;
};

class Session {
 public:
  /// The whole page as it is now. `__NONCE__` stands for the nonce of its style and script.
  std::string page(const model::Map& map, const PageOptions& options);

  /// What the open pages must change, as JSON with the running number `seq`; nullopt: nothing.
  std::optional<std::string> update(const model::Map& map);

  /// The entry that an element stands for, in the map that was last given; nullopt for keys nobody
  /// knows and while the last map is kept from an older text.
  std::optional<model::EntryRef> find(std::string_view key) const;

  /// The element of an entry, or of the block it is in; empty if none is drawn.
  std::string_view keyOf(model::EntryRef entry) const;

  /// `{"seq":N}`: what a page that connects hears first, to see whether it missed something.
  std::string greeting() const;

  const layout::Scene& scene() const { return scene_; }

 private:
  /// Takes the map in; gives back what to change, without the number.
  std::optional<std::string> take(const model::Map& map);

  layout::Scene scene_;
  bool kept_ = false;  // scene_ is older than the text, which holds no map
  std::uint64_t sequence_ = 0;
};

}  // namespace journey::preview

// The previews that are open, by document. Safe to use from several threads: the editor's text
// comes from one, pages are asked for on another.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/system/result.hpp>

#include "locale/language.hpp"
#include "preview/session.hpp"
#include "workspace/snapshot.hpp"

namespace journey::preview {

/// Why no address could be given, in words for the user.
struct NoAddress {
  std::string reason;
};
using AddressResult = boost::system::result<std::string, NoAddress>;
[[noreturn]] inline void throw_exception_from_error(const NoAddress& error,
                                                    const boost::source_location&) {
  throw std::runtime_error(error.reason);
}

class Sessions {
 public:
  /// Gets each patch, in order, on the thread that called `refresh` or `page`.
  using Sink =
      std::function<void(const std::string& doc, std::int64_t version, const std::string& patch)>;
  explicit Sessions(Sink sink) : sink_(std::move(sink)) {}

  /// The text of a document of which a page will be asked for. Cheap: nothing is drawn.
  void set(const std::string& doc, workspace::SnapshotPtr snapshot);
  /// The newer text of a document, if it is one that was set; true if pages of it are open and want
  /// a `refresh`.
  bool follow(const std::string& doc, workspace::SnapshotPtr snapshot);
  /// Draws the newest text and hands on what changed. Texts that came and went meanwhile are left
  /// out.
  void refresh(const std::string& doc);
  /// The whole page of the newest text; nothing for a document that was never set.
  std::optional<std::string> page(const std::string& doc, const PageOptions& options);

  struct Found {
    workspace::SnapshotPtr snapshot;
    text::Span span;  // bytes: the entry's text
  };
  /// Where an element of the picture stands in the newest text.
  std::optional<Found> find(const std::string& doc, const std::string& key);
  /// What a page that connects hears first; nothing for a document without a page.
  std::optional<std::string> greeting(const std::string& doc);
  void close(const std::string& doc);

 private:
  struct Open {
    workspace::SnapshotPtr drawn;
    Session session;
    std::mutex drawing;
  };
  std::shared_ptr<Open> opened(const std::string& doc) const;
  workspace::SnapshotPtr newest(const std::string& doc) const;
  void refreshLocked(const std::string& doc, Open& open);

  Sink sink_;
  mutable std::mutex mutex_;  // for the two maps; never held while drawing
  std::map<std::string, workspace::SnapshotPtr> newest_;
  std::map<std::string, std::shared_ptr<Open>> open_;
};

/// Options for a document's page; `theme` is light, dark, or empty for the system's.
PageOptions pageOptionsFor(std::string_view name, std::string_view theme, Host host,
                           locale::Language language);

}  // namespace journey::preview

// From a map of how things are, the draft of one of how they should be: in a new file beside it
// (`lunch-future.journey`) where the client makes files, else below it in the same file.
//
// Kept: the journey with its personas, phases and touchpoints, and of each touchpoint its channels,
// actions, moments of truth, rows of one's own and `Next`. Each opportunity becomes a note with its
// solutions: it is what changes here. Left out: pain points, feelings, thoughts, quotes, pictures
// and evidence, which are of today; and the review date. A comment at the top says so.
#include "features/format.hpp"
#include "features/place.hpp"
#include "features/refactor/reading.hpp"
#include "features/refactor/refactorings.hpp"
#include "lint/journeys.hpp"
#include "lint/write.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Message;
using model::Block;
using model::BlockIndex;
using model::Construct;
using model::Entry;
using model::Place;

constexpr std::string_view extension = ".journey";

/// `canteen.nb.journey` has its future in `canteen-future.nb.journey`.
std::string futureName(std::string name) {
  std::string end;
  if (name.ends_with(extension)) {
    end = extension;
    name.resize(name.size() - extension.size());
  }
  std::size_t dot = name.rfind('.');
  for (std::string_view code : locale::languageCodes)
    if (dot != name.npos && dot > 0 && name.substr(dot + 1) == code) {
      end.insert(0, name.substr(dot));
      name.resize(dot);
      break;
    }
  return name + "-future" + end;
}

const model::Journey* journeyAt(const RefactorRequest& r) {
  const model::Map& map = r.snapshot.map;
  const model::Journey* journey = lint::journeyOf(map, map.blockAt(r.selection.start));
  return journey && journey->head != model::noBlock && !journey->phases.empty() ? journey : nullptr;
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  const model::Journey* journey = journeyAt(r);
  if (!journey) return {};
  RefactorOffer offer{{Message::refactor_future_below, {}}, "below", {}};
  std::string name = futureName(fileName(r.uri));
  std::string uri = besideUri(r.uri, name);
  if (r.createsFiles && !uri.empty()) {
    offer = {{Message::refactor_future_file, {{"file", name}}}, "file", {}};
    if (r.find(uri)) offer.disabled = {Message::refactor_file_exists, {{"file", name}}};
  }
  const model::Map& map = r.snapshot.map;
  auto state = model::readState(map.attribute(*journey, Construct::State), map.language);
  if (state == locale::State::Future || state == locale::State::Planned)
    offer.disabled = {Message::refactor_future_already, {}};
  return {offer};
}

/// The lines of the draft, with \n behind each; the formatter then indents them.
class Draft {
 public:
  Draft(const workspace::Snapshot& snapshot, const model::Journey& journey)
      : text_(snapshot.text), map_(snapshot.map), journey_(journey) {}

  std::string run(bool withSharedPersonas) {
    say("# " + locale::say(Message::refactor_future_header, map_.language));
    const Block& head = map_.block(journey_.head);
    copy(journey_.head, head.head());
    bool stated = false;
    for (model::EntryRef ref : journey_.entries) {
      const Entry& entry = map_.entry(ref);
      if (entry.construct == Construct::State) {
        if (!std::exchange(stated, true)) state();
      } else if (entry.construct != Construct::Reviewed && entry.construct != Construct::Evidence) {
        copy(ref.block, entry);
      }
    }
    if (!stated) state();
    for (BlockIndex i : withSharedPersonas ? lint::personasOf(map_, journey_) : journey_.personas) {
      blank();
      for (const Entry& entry : map_.block(i).entries)
        if (entry.place == Place::Block) copy(i, entry);
    }
    for (const model::Phase& phase : journey_.phases) {
      blank();
      if (phase.head != model::noBlock)
        for (const Entry& entry : map_.block(phase.head).entries)
          if (entry.place == Place::Block && entry.construct != Construct::Evidence)
            copy(phase.head, entry);
      for (BlockIndex i : phase.touchpoints) {
        if (i != phase.touchpoints.front()) blank();
        touchpoint(i);
      }
    }
    return std::move(out_);
  }

 private:
  void say(std::string_view line) { (out_ += line) += '\n'; }
  void blank() { say(""); }
  void state() {
    say(lint::entryLine(Construct::State,
                        locale::states(locale::State::Future, map_.language).front(),
                        map_.language));
  }

  /// An entry as it stands, without comments between its continuation lines.
  void copy(BlockIndex block, const Entry& entry) {
    std::uint32_t first = map_.blocks[block].line + entry.line;
    for (std::uint32_t i = 0; i < entry.lineCount; ++i) {
      std::string_view line = text_.line(first + i);
      if (i == 0 && first == 0 && line.starts_with(byteOrderMark))
        line.remove_prefix(byteOrderMark.size());
      if (i == 0 || text::trimmed(line).starts_with('|')) say(line);
    }
  }

  void touchpoint(BlockIndex index) {
    const Block& block = map_.block(index);
    auto keep = [&](auto wanted) {
      for (const Entry& entry : block.entries)
        if (entry.place == Place::Block && wanted(entry)) copy(index, entry);
    };
    copy(index, block.head());
    keep([&](const Entry& e) {
      return e.construct == Construct::Channel || e.construct == Construct::Action ||
             e.construct == Construct::Moment;
    });
    // A row is the touchpoint's, also where it is written below an opportunity.
    for (const Entry& entry : block.entries)
      if (entry.construct == Construct::Unknown && map_.isLane(text::fold(entry.word)) &&
          (entry.place == Place::Block || entry.place == Place::Opportunity))
        copy(index, entry);
    for (const model::Opportunity& opportunity : block.opportunities) note(block, opportunity);
    keep([](const Entry& e) { return e.construct == Construct::Next; });
  }

  void note(const Block& block, const model::Opportunity& opportunity) {
    std::string words;
    for (std::size_t e : opportunity.entries) {
      const Entry& entry = block.entries[e];
      bool said =
          entry.construct == Construct::Opportunity || entry.construct == Construct::Solution;
      if (!said || lint::oneLine(entry.text).empty() || entry.isPlaceholder) continue;
      if (!words.empty()) words += '\n';
      words += entry.text;
    }
    if (words.empty()) return;
    std::size_t end = words.find('\n');
    say(lint::entryLine(Construct::Note, std::string_view(words).substr(0, end), map_.language));
    while (end != words.npos) {
      std::size_t next = words.find('\n', end + 1);
      say("| " + words.substr(end + 1, next == words.npos ? next : next - end - 1));
      end = next;
    }
  }

  const text::Text& text_;
  const model::Map& map_;
  const model::Journey& journey_;
  std::string out_;
};

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer& offer) {
  const text::Text& text = r.snapshot.text;
  locale::Language language = r.snapshot.map.language;
  bool newFile = offer.variant == "file";
  std::string draft = Draft(r.snapshot, *journeyAt(r)).run(newFile);
  auto read = workspace::read(text::Text(draft), 0, r.snapshot.project);
  draft = lint::applied(read->text, format(*read));
  if (newFile) {
    if (!readsAs(draft, language, r.snapshot.map.conventions))
      draft.insert(0, languageLine(language) + '\n');
    return {{},
            {{besideUri(r.uri, futureName(fileName(r.uri))),
              withLineEnding(draft, lint::lineEnding(text))}}};
  }
  bool ended = text.line(text.lineCount() - 1).empty();
  draft.insert(0, ended ? "\n" : "\n\n");
  return editHere(r, {{{text.size(), text.size()}, withLineEnding(draft, lint::lineEnding(text))}});
}

}  // namespace

const Refactoring refactorings::draftFuture{"draft-future", "refactor.rewrite", &offers, &edit};

}  // namespace journey::features

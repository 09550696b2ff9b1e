// A block: the lines from one head (journey, persona, phase, touchpoint) to the next.
//
// A block is read from its own lines, the document's language and the project's conventions. That
// is what makes a keystroke cheap: an edit reads the blocks it touches, all others are shared with
// the version before. Nothing in a block depends on where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/vocabulary.hpp"
#include "model/channels.hpp"
#include "model/conventions.hpp"
#include "model/phase_names.hpp"
#include "syntax/construct.hpp"
#include "syntax/tree.hpp"
#include "text/span.hpp"
#include "text/text.hpp"

namespace journey::model {

using syntax::Construct;
using text::Span;

/// Who takes an entry (language.md, «Structure»).
enum class Place : std::uint8_t {
  Block,        // the block it stands in; the head itself too
  Opportunity,  // an opportunity of that block
  Journey,      // the journey around the block: such an entry ends the block's own part
  Nobody,       // no open block takes it: it is shown where it stands, and reported
};

/// One `Keyword [qualifier]: text` with its continuation lines. Spans are bytes from the block's
/// start.
struct Entry {
  Construct construct = Construct::Unknown;
  Place place = Place::Block;
  std::int16_t opportunity = -1;  // index in Block::opportunities, of the head and of what it takes
  locale::LanguageSet languages = 0;  // in which the keyword is one; 0 for an unknown word
  std::uint32_t line = 0;             // from the block's first line
  std::uint32_t lineCount = 1;        // with continuation lines
  std::uint32_t indent = 0;           // columns before it; a tab goes to the next fourth
  bool isPlaceholder = false;         // its text is still to be filled in (placeholder.hpp)
  Span whole;                         // from the keyword to the last character
  Span keyword;
  Span qualifier;    // inside the brackets, trimmed; empty if there is none
  Span body;         // first line's text, trimmed; empty at the colon's end if none
  std::string word;  // the keyword as written
  std::string qualifierText;
  std::string text;  // trimmed; continuation lines follow after \n; valid UTF-8
};

/// A line that is neither entry nor continuation nor blank.
struct OtherLine {
  enum class Kind : std::uint8_t { Comment, Stray };
  Kind kind = Kind::Comment;
  std::uint32_t line = 0;
  Span span;
  std::string text;  // a comment's without the #
};

/// `# journey-ignore: a, b` and `# journey-ignore-file: a` and `# language: nb`.
struct Directive {
  enum class Kind : std::uint8_t { Language, IgnoreNextLine, IgnoreFile };
  struct Name {
    std::string text;
    Span span;
  };
  Kind kind = Kind::Language;
  std::uint32_t line = 0;
  Span span;  // of the whole comment
  std::vector<Name> names;
};

/// Where an emotion's valence came from.
enum class ValenceSource : std::uint8_t { None, Score, Emoji, Word };

struct Emotion {
  std::size_t entry = 0;                   // index in Block::entries
  std::optional<locale::Valence> valence;  // none: no known word, emoji or score
  ValenceSource source = ValenceSource::None;
  std::string emoji;                 // as written, else the lexicon's; may be empty
  std::string words;                 // what is left without emoji and score
  bool contradicting = false;        // words of both signs in one entry
  std::optional<Span> invalidScore;  // `(+7)`: looks like a score and is none
};

struct Opportunity {
  std::vector<std::size_t> entries;  // the head first, then what it takes
};

/// A text of an entry's own that is long enough to tell when it stands somewhere else too.
struct LongText {
  std::size_t entry = 0;  // index in Block::entries
  std::size_t hash = 0;
};
inline constexpr std::size_t longText = 40;  // characters

/// A `Next` of a touchpoint.
struct Way {
  std::size_t entry = 0;     // index in Block::entries
  std::string target;        // folded, as Block::foldedTitle
  std::size_t hash = 0;      // of `target`
  bool conditional = false;  // it has a [condition]
};

/// A persona in brackets.
struct Mention {
  std::size_t entry = 0;  // index in Block::entries
  std::string persona;    // folded
};

struct Block {
  enum class Kind : std::uint8_t { Preamble, Journey, Persona, Phase, Touchpoint };
  Kind kind = Kind::Preamble;   // Preamble: what stands before the first head
  std::uint32_t size = 0;       // bytes, line endings included
  std::uint32_t lineCount = 0;  // line endings
  std::vector<Entry> entries;   // the head first, unless this is the preamble
  std::vector<OtherLine> others;
  std::vector<Directive> directives;
  std::vector<Emotion> emotions;  // one for each emotion entry
  std::vector<Opportunity> opportunities;
  std::vector<Way> ways;
  std::vector<Channel> channels;
  std::vector<LongText> longTexts;
  std::uint64_t own = 0;   // bit per construct with Place::Block or Place::Opportunity
  bool endsOuter = false;  // an entry with Place::Journey stands in it
  std::optional<locale::Language> shows;  // language of the first keyword that only one has
  locale::LanguageSet common = locale::everyLanguage;  // languages that have all its keywords
  std::vector<Mention> mentions;
  std::string foldedTitle;    // what references are compared with
  std::size_t titleHash = 0;  // of `foldedTitle`
  bool leavesBlock = false;   // an entry with Place::Journey or Place::Nobody stands in it
  std::vector<PhasePlace> modelPhases;  // a phase's place in each of the models

  const Entry& head() const { return entries.front(); }
  bool hasHead() const { return kind != Kind::Preamble; }
  std::string_view title() const {
    return hasHead() ? std::string_view(head().text) : std::string_view{};
  }
  bool has(Construct c) const { return (own >> static_cast<unsigned>(c) & 1) != 0; }
  /// True for a head that says what the block is: it has a title, and no placeholder.
  bool isNamed() const { return hasHead() && !head().text.empty() && !head().isPlaceholder; }
  /// Pain points: a problem written under a touchpoint is one too.
  std::vector<const Entry*> pains() const;
  /// Entries of one construct that belong to the block itself (or are opportunity heads).
  std::vector<const Entry*> all(Construct c) const;
  /// Text of the first such entry, or empty.
  std::string_view first(Construct c) const;
};

/// Reads a block from `span` of the text, which must begin at a line's start and hold whole lines.
/// `lines` are the tree's lines in that span.
Block readBlock(const text::Text& text, Span span, const std::vector<syntax::Line>& lines,
                locale::Language language, const Conventions& conventions);

/// The head kind a line opens, if it opens one.
std::optional<Block::Kind> headKind(const syntax::Line& line);

}  // namespace journey::model

// What a map names and where: the part of it that other files and workspace-wide features ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/map.hpp"
#include "text/span.hpp"
#include "text/text.hpp"

namespace journey::workspace {

/// One place where something is named. Heads declare; `Next`, a [qualifier], channels and owners
/// mention.
struct Name {
  enum class Kind : std::uint8_t {
    Journey,
    Persona,
    Phase,
    Touchpoint,
    Opportunity,
    Lane,
    Channel,
    Owner,
  };
  Kind kind{};
  bool declares = false;
  bool bare = false;          // a persona's head without entries: it refers to a library's persona
  bool conditional = false;   // a `Next` with a condition: the ordinary way on stays open
  std::uint32_t journey = 0;  // index in Map::journeys: the scope of touchpoints
  std::int32_t container = -1;  // index in Facts::names of the head it stands under, or −1
  text::Span span;              // the name itself, in bytes of the file
  text::Span whole;             // of a head: with all its own lines; else as `span`
  std::string text;             // as written, on one line
  std::string folded;           // what names are compared by
};

struct Link {
  enum class Kind : std::uint8_t { Image, Map, Web };
  Kind kind{};
  text::Span span;     // bytes
  std::string target;  // a path relative to the file, or a URL
};

struct Facts {
  std::vector<Name> names;  // in the order of the text
  std::vector<Link> links;
  bool hasPreamble = false;  // journey 0 is what stands before any journey: it counts for the file
  bool isLibrary = false;    // personas and no journey: they count for the whole workspace
  std::vector<std::pair<std::string, std::uint64_t>> personas;  // of a library: folded, Block::own
  std::vector<std::size_t>
      hashes;  // of Name::folded, sorted: most files do not name what is sought

  std::vector<std::string> futures;  // titles, folded, of journeys drawn as they should become

  /// Other maps are judged by it.
  bool tellsOthers() const { return isLibrary || !futures.empty(); }
  bool mayName(std::string_view folded) const;
};

Facts factsOf(const text::Text& text, const model::Map& map);

/// Links in some text, in order: web addresses and paths that end in .journey. A path with spaces
/// stands in double quotes, those of any language.
std::vector<Link> linksIn(std::string_view text);

}  // namespace journey::workspace

// channel-spelling: one channel written in several ways.
#include <algorithm>
#include <map>

#include "lint/first_seen.hpp"
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

struct Spelling {
  std::string_view text;
  int count = 0;
  BlockIndex block = 0;
  Span span;
};

/// The spellings of each channel, those of one map in the order of the text.
std::map<std::string_view, std::vector<Spelling>> spellings(const model::Map& map) {
  std::map<std::string_view, std::vector<Spelling>> out;
  for (BlockIndex i = 0; i < map.blocks.size(); ++i)
    for (const model::Channel& channel : map.block(i).channels) {
      auto& all = out[channel.key];
      auto same = std::ranges::find(all, std::string_view(channel.text), &Spelling::text);
      if (same == all.end())
        all.push_back({channel.text, 1, i, channel.span});
      else
        ++same->count;
    }
  return out;
}

/// The one that a project names, else the commonest, else the first.
const Spelling& usual(const std::vector<Spelling>& all, const Settings& settings) {
  for (const Spelling& s : all)
    if (std::ranges::find(settings.channels, s.text) != settings.channels.end()) return s;
  // Of two as common the one with a hyphen: «E-Mail», «e-post».
  return *std::ranges::max_element(all, {}, [](const Spelling& s) {
    return std::pair(s.count, s.text.find('-') != s.text.npos);
  });
}

/// Nearly always each channel is written in one way: that is found out first, and cheaply.
bool differ(const model::Map& map) {
  std::vector<const model::Channel*> all;
  for (const model::PlacedBlock& placed : map.blocks)
    for (const model::Channel& channel : placed->channels) all.push_back(&channel);
  FirstSeen keys(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t first = keys.add(all[i]->hash, i,
                                 [&](std::size_t other) { return all[other]->key == all[i]->key; });
    if (all[first]->text != all[i]->text) return true;
  }
  return false;
}

void check(const MapCheck& c) {
  const Settings& settings = *c.context.settings;
  if (!differ(c.map)) return;
  auto all = spellings(c.map);
  for (const auto& [key, variants] : all) {
    if (variants.size() < 2) continue;
    const Spelling& meant = usual(variants, settings);
    for (BlockIndex i = 0; i < c.map.blocks.size(); ++i)
      for (const model::Channel& channel : c.map.block(i).channels) {
        if (channel.key != key || channel.text == meant.text) continue;
        // A project that lists two such channels means two.
        if (std::ranges::find(settings.channels, channel.text) != settings.channels.end()) continue;
        Finding& finding = c.report(i, channel.span, Message::channel_spelling,
                                    {{"text", channel.text}, {"other", std::string(meant.text)}});
        finding.detail = std::string(meant.text);
        finding.related.push_back({meant.block, meant.span, Message::channel_spelling_other});
      }
  }
}

void fix(const FixRequest& r) {
  const std::string& meant = r.finding.detail;
  auto offerHere = [&](bool preferred) {
    r.offer(Message::fix_change_to, {{"text", meant}}, {{r.absolute(r.finding.span), meant}},
            preferred);
  };
  if (r.memo.many) return offerHere(true);
  std::string key = model::channelKey(meant, r.map.language);
  std::vector<TextEdit> edits;
  for (BlockIndex i = 0; i < r.map.blocks.size(); ++i)
    for (const model::Channel& channel : r.map.block(i).channels)
      if (channel.key == key && channel.text != meant &&
          std::ranges::find(r.context.settings->channels, channel.text) ==
              r.context.settings->channels.end())
        edits.push_back({r.map.absolute(i, channel.span), meant});
  bool others = edits.size() > 1;
  if (others) r.offer(Message::fix_change_all, {{"text", meant}}, std::move(edits), true);
  offerHere(!others);
}

}  // namespace

const Rule rules::channelSpelling{"channel-spelling", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint

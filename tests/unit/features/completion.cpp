#include "features/completion.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "features/format.hpp"
#include "support/fixture.hpp"
#include "support/workspace_fixture.hpp"
#include "text/unicode.hpp"

using namespace journey;
using features::Completion;
using features::Completions;
using locale::Language;
using model::Construct;

namespace {

using Labels = std::vector<std::string>;

struct Asked {
  workspace::SnapshotPtr snapshot;
  std::uint32_t offset;
  Completions found;

  Labels labels() const {
    Labels out;
    for (const Completion& item : found.items) out.push_back(item.label);
    return out;
  }
  Labels first(std::size_t n) const {
    Labels out = labels();
    out.resize(std::min(n, out.size()));
    return out;
  }
  bool offers(std::string_view label) const {
    return std::ranges::find(found.items, label, &Completion::label) != found.items.end();
  }
  const Completion& item(std::string_view label) const {
    auto at = std::ranges::find(found.items, label, &Completion::label);
    INFO("label: " << label);
    REQUIRE(at != found.items.end());
    return *at;
  }
  /// The text after an item is accepted, as an editor does it: a snippet leaves its first stop as
  /// `$0`.
  std::string accepted(std::string_view label) const {
    return acceptedUpTo(label, found.replace.end);
  }
  /// The same where the editor keeps what stands behind the cursor.
  std::string inserted(std::string_view label) const {
    return acceptedUpTo(label, found.insertEnd);
  }
  std::string acceptedUpTo(std::string_view label, std::uint32_t end) const {
    const Completion& chosen = item(label);
    std::vector<lint::TextEdit> edits;
    if (chosen.indentation) edits.push_back(*chosen.indentation);
    edits.push_back({{found.replace.start, end}, chosen.insert});
    CHECK((!chosen.indentation || chosen.indentation->span.end <= found.replace.start));
    return features::applied(snapshot->text, edits);
  }
  /// The line on which the cursor stood, after that.
  std::string line(std::string_view label) const { return lineOf(accepted(label)); }
  std::string insertedLine(std::string_view label) const { return lineOf(inserted(label)); }
  std::string lineOf(std::string_view text) const {
    return std::string(text::Text(text).line(snapshot->text.lineOf(offset)));
  }
};

Asked ask(std::string_view marked, const features::CompletionOptions& options = {},
          Language fallback = Language::En) {
  test::Fixture f = test::fixture(marked);
  Asked asked{test::snapshotOf(f.text, fallback), f.mark(), {}};
  asked.found = features::complete(*asked.snapshot, f.mark(), options);
  return asked;
}

const features::CompletionOptions withSnippets{Language::En, true, true, 0};
const features::CompletionOptions behindSpace{Language::En, false, true, ' '};

constexpr std::string_view map =
    "Journey: Lunch\n  Goal: Eat\n\nPersona: Emma\n  Need: Food\n\nPersona: Jonas\n\n"
    "Phase: Choose\n  Touchpoint: Menu\n    Channel: App\n    Emotion: glad\n\n"
    "Phase: Pay\n  Touchpoint: Queue\n    Channel: Till\n    Opportunity: Fast lane\n      Owner: "
    "Pupils\n"
    "  Touchpoint: Table\n    Channel: Till\n";

std::string in(std::string_view tail) { return std::string(map) + std::string(tail); }

}  // namespace

TEST_CASE("what fits each place", "[features][completion]") {
  CHECK(ask("$0").first(4) == Labels{"Journey", "Persona", "Phase", "Note"});
  CHECK(ask("Journey: J\n  $0").first(3) == Labels{"State", "Model", "Goal"});
  CHECK(ask("Persona: P\n  $0").first(4) == Labels{"Demographics", "Goal", "Need", "Preference"});
  CHECK(ask("Phase: P\n  $0").first(2) == Labels{"Touchpoint", "Phase"});
  CHECK(ask("Phase: P\n  Touchpoint: T\n    $0").first(6) ==
        Labels{"Channel", "Action", "Thought", "Emotion", "Pain point", "Opportunity"});
  CHECK(ask("Phase: P\n  Touchpoint: T\n    Opportunity: O\n      $0").first(4) ==
        Labels{"Owner", "Votes", "Priority", "Solution"});
}

TEST_CASE("what does not fit is not offered", "[features][completion]") {
  CHECK_FALSE(ask("$0").offers("Emotion"));
  CHECK_FALSE(ask("Journey: J\n$0").offers("Touchpoint"));
  CHECK_FALSE(ask("Persona: P\n$0").offers("Channel"));
  CHECK_FALSE(ask("Phase: P\n  Touchpoint: T\n    $0").offers("Owner"));
  CHECK_FALSE(ask("Phase: P\n  Touchpoint: T\n    $0").offers("Need"));
  // An emotion closes the opportunity.
  CHECK_FALSE(ask("Phase: P\n  Touchpoint: T\n    Opportunity: O\n    Emotion: glad\n    $0")
                  .offers("Owner"));
  // A goal closes touchpoint and phase.
  Asked closed = ask("Journey: J\nPhase: P\n  Touchpoint: T\n  Goal: G\n  $0");
  CHECK(closed.offers("State"));
  CHECK_FALSE(closed.offers("Channel"));
  // Also in the second journey, behind personas that stand before any.
  CHECK(ask("Persona: A\nJourney: J\nPhase: P\n  Touchpoint: T\n  Goal: G\n  $0").offers("State"));
}

TEST_CASE("a new block can begin anywhere", "[features][completion]") {
  for (std::string_view place :
       {"Persona: P\n$0", "Phase: P\n$0", "Phase: P\nTouchpoint: T\n$0", "Journey: J\n$0"}) {
    INFO(place);
    for (std::string_view head : {"Journey", "Persona", "Phase"}) CHECK(ask(place).offers(head));
  }
}

TEST_CASE("what is still missing comes first, what is written once does not come again",
          "[features][completion]") {
  Asked asked = ask(
      "Phase: P\n  Touchpoint: T\n    Channel: C\n    Action: A\n    Moment of truth: M\n    $0");
  CHECK(asked.first(2) == Labels{"Thought", "Emotion"});
  CHECK(asked.offers("Channel"));
  CHECK_FALSE(asked.offers("Moment of truth"));
  // The next opportunity has an owner of its own.
  CHECK(ask("Phase: P\n  Touchpoint: T\n    Opportunity: O\n      Owner: W\n    Opportunity: N\n   "
            "   $0")
            .first(1) == Labels{"Owner"});
  CHECK_FALSE(ask("Phase: P\n  Touchpoint: T\n    Opportunity: O\n      Owner: W\n      $0")
                  .offers("Owner"));
  // Lines below the cursor belong to the same block but are not looked at: the cursor may open a
  // new one.
  CHECK(ask("Journey: J\n  $0\n  Goal: G\n").offers("State"));
}

TEST_CASE("a head on the cursor's own line opens nothing yet", "[features][completion]") {
  CHECK(ask("Journey: J\n$0Phase: P\n").offers("State"));
  CHECK_FALSE(ask("Journey: J\nPh$0ase: P\n").offers("Touchpoint"));
  CHECK(ask("Jour$0ney: J\n").offers("Persona"));
}

TEST_CASE("the same in seven languages", "[features][completion]") {
  for (Language language : locale::allLanguages) {
    std::string code(locale::codeOf(language));
    INFO(code);
    auto word = [&](Construct c) { return std::string(locale::keyword(c, language)); };
    std::string top = "# language: " + code + "\n";
    CHECK(ask(top + "$0").first(2) == Labels{word(Construct::Journey), word(Construct::Persona)});
    std::string phase = top + word(Construct::Phase) + ": x\n  ";
    CHECK(ask(phase + "$0").first(1) == Labels{word(Construct::Touchpoint)});
    std::string touchpoint = phase + word(Construct::Touchpoint) + ": y\n    ";
    CHECK(ask(touchpoint + "$0").first(2) ==
          Labels{word(Construct::Channel), word(Construct::Action)});
    CHECK(ask(touchpoint + "$0").line(word(Construct::Channel)) ==
          "    " + word(Construct::Channel) + ": ");
    CHECK(ask(touchpoint + word(Construct::Opportunity) + ": z\n      $0").first(1) ==
          Labels{word(Construct::Owner)});

    Asked phases = ask(top + word(Construct::Journey) + ": J\n  " + word(Construct::Model) +
                       ": service3\n" + word(Construct::Phase) + ": $0\n");
    const locale::PhaseModel* model = locale::phaseModel("service3");
    Labels names;
    for (const locale::ModelPhase& p : model->phases) names.emplace_back(p.in(language).front());
    CHECK(phases.labels() == names);

    Asked emotions = ask(touchpoint + word(Construct::Emotion) + ": $0");
    REQUIRE_FALSE(emotions.found.items.empty());
    for (const Completion& item : emotions.found.items) {
      CHECK(item.label.ends_with(' ' + item.filter));
      CHECK(locale::emotionByWord(text::fold(item.filter), language) != nullptr);
      CHECK(locale::emojiValence(item.label.substr(0, item.label.size() - item.filter.size() - 1))
                .has_value());
    }
    CHECK(ask(touchpoint + word(Construct::Opportunity) + ": z\n      " +
              word(Construct::Priority) + ": $0")
              .first(1) == Labels{std::string(locale::priority(locale::Priority::High, language))});
    CHECK(ask(top + word(Construct::Journey) + ": J\n  " + word(Construct::State) + ": $0")
              .labels()
              .size() == locale::stateCount);
  }
}

TEST_CASE("an empty file may become one of any language", "[features][completion]") {
  Asked asked = ask("Kunde$0");
  CHECK(asked.line("Kundereise") == "Kundereise: ");
  CHECK(asked.item("Kundenreise").detail == "Deutsch");
  CHECK(ask("\n$0\n").offers("Asiakaspolku"));
  // The setting of the project comes first, and a language once shown is kept.
  CHECK(ask("$0", {}, Language::Fi).first(1) == Labels{"Asiakaspolku"});
  CHECK_FALSE(ask("# language: nb\n$0").offers("Journey"));
  CHECK_FALSE(ask("Persona: P\n$0").offers("Kundereise"));
}

TEST_CASE("what is replaced", "[features][completion]") {
  std::string t = "Phase: P\n  Touchpoint: T\n";
  // At the end of the file without a newline, on an empty line, with white space behind.
  CHECK(ask(t + "    Emo$0").line("Emotion") == "    Emotion: ");
  CHECK(ask(t + "    $0\n    Note: n\n").line("Emotion") == "    Emotion: ");
  CHECK(ask(t + "    Emo$0  \nNote: n\n").line("Emotion") == "    Emotion: ");
  CHECK(ask(t + "  $0  \n").line("Emotion") == "    Emotion: ");
  CHECK(ask(t + "    emo$0\r\n    Note: n\r\n")
            .accepted("Emotion")
            .ends_with("    Emotion: \r\n    Note: n\r\n"));
  CHECK(ask("\xEF\xBB\xBFJou$0\n").accepted("Journey") == "\xEF\xBB\xBFJourney: \n");
  // In a line: what stands behind is kept.
  CHECK(ask(t + "    Emo$0: glad\n").line("Emotion") == "    Emotion: glad");
  CHECK(ask(t + "    Emo$0 [Emma]: glad\n").line("Emotion") == "    Emotion [Emma]: glad");
  CHECK(ask(t + "    Th$0ought: glad\n").line("Emotion") == "    Emotion: glad");
  CHECK(ask(t + "    $0Thought: glad\n").line("Emotion") == "    Emotion: glad");
  CHECK(ask(t + "    Pain $0point: slow\n").line("Thought") == "    Thought: slow");
  CHECK(ask(t + "    Emo$0 glad\n").line("Emotion") == "    Emotion: glad");
  CHECK(ask(t + "    $0glad to be here\n").line("Emotion") == "    Emotion: glad to be here");
  CHECK(ask(t + "    Emo$0tion\n").line("Emotion") == "    Emotion: ");
  // Words before a colon that are no keyword may be the text.
  CHECK(ask(t + "    $0I asked him: why?\n").line("Thought") == "    Thought: I asked him: why?");
  CHECK(ask(t + "    Emotoin$0: glad\n").line("Emotion") == "    Emotion: glad");
}

TEST_CASE("a sentence is not taken for a keyword", "[features][completion]") {
  std::string t = "Phase: P\n  Touchpoint: T\n    ";
  CHECK(ask(t + "ask the $0").labels().empty());
  CHECK(ask(t + "I $0").labels().empty());
  CHECK(ask(t + "Pain $0").labels() == Labels{"Pain point"});
  CHECK(ask(t + "moment of t$0").line("Moment of truth") == "    Moment of truth: ");
  // A space that was typed to indent asks for nothing; one inside a keyword does.
  CHECK(ask(t + "$0", behindSpace).labels().empty());
  CHECK(ask(t + "Pain $0", behindSpace).labels() == Labels{"Pain point"});
}

TEST_CASE("a keyword is found by its other words", "[features][completion]") {
  Asked asked = ask("Phase: P\n  Touchpoint: T\n    Feel$0");
  CHECK(asked.item("Emotion").filter == "Emotion Feeling");
  CHECK(asked.line("Emotion") == "    Emotion: ");
  CHECK(asked.item("Thought").filter == "Thought");
}

TEST_CASE("an item brings its indentation", "[features][completion]") {
  std::string t =
      "Journey: J\n  Goal: G\nPhase: P\n  Touchpoint: T\n    Channel: C\n    Opportunity: O\n";
  CHECK(ask(t + "Own$0").line("Owner") == "      Owner: ");
  CHECK(ask(t + "          Emo$0").line("Emotion") == "    Emotion: ");
  CHECK(ask(t + "      Tou$0").line("Touchpoint") == "  Touchpoint: ");
  CHECK(ask(t + "      Pha$0").line("Phase") == "Phase: ");
  CHECK(ask(t + "      Met$0").line("Metric") == "      Metric: ");
  CHECK(ask(t + "\t$0").line("Emotion") == "    Emotion: ");
  // Right already: nothing to do.
  CHECK_FALSE(ask(t + "    Emo$0").item("Emotion").indentation);
  // With nothing typed and nothing in front the words bring it, as two edits may not begin at one
  // place.
  Asked empty = ask(t + "$0", withSnippets);
  CHECK_FALSE(empty.item("Emotion").indentation);
  CHECK(empty.item("Emotion").insert == "    Emotion: ");
  CHECK(empty.item("Touchpoint …").insert ==
        "  Touchpoint: $1\n    Channel: $2\n    Action: $3\n    Thought: $4\n    Emotion: $0");
}

TEST_CASE("indentation goes on as the lines above have it", "[features][completion]") {
  CHECK(ask("Journey: J\n\tGoal: G\nPhase: P\n\tTouchpoint: T\n\t\tCha$0").line("Channel") ==
        "\t\tChannel: ");
  CHECK(ask("Journey: J\n\tGoal: G\nPhase: P\n\tTouchpoint: T\n\tCha$0").line("Channel") ==
        "\t\tChannel: ");
  CHECK(ask("Journey: J\n    Goal: G\nPhase: P\n    Touchpoint: T\nCha$0").line("Channel") ==
        "        Channel: ");
  CHECK(ask("Journey: J\nGoal: G\nPhase: P\nTouchpoint: T\nCha$0").line("Channel") == "Channel: ");
  // One line that slipped is no habit.
  CHECK(ask("Journey: J\n  Goal: G\n  Model: aida\n    State: current\nPhase: P\nTou$0")
            .line("Touchpoint") == "  Touchpoint: ");
}

TEST_CASE("snippets", "[features][completion]") {
  std::string t = "Journey: J\n  Lane: Cost in $ {net}\nPhase: P\n  Touchpoint: T\n    ";
  for (const Completion& item : ask(t + "$0").found.items) {
    CHECK_FALSE(item.snippet);
    CHECK(item.insert.find('\n') == std::string::npos);
    CHECK(item.insert == item.label + ": ");
  }
  Asked with = ask(t + "$0", withSnippets);
  // One keyword needs no snippet, and nobody has to escape what is in it.
  CHECK_FALSE(with.item("Channel").snippet);
  CHECK(with.item("Channel").insert == "Channel: ");
  CHECK(with.item("Cost in $ {net}").insert == "Cost in $ {net}: ");
  CHECK(with.item("Touchpoint …").snippet);
  CHECK(with.item("Touchpoint …").insert ==
        "Touchpoint: $1\n  Channel: $2\n  Action: $3\n  Thought: $4\n  Emotion: $0");
  CHECK(with.item("Touchpoint …").filter == "Touchpoint Touch point Contact point");
  CHECK(with.item("Touchpoint …").detail == "Channel · Action · Thought · Emotion");
  CHECK(with.item("Persona …").insert == "Persona: $1\n  Need: $2\n  Goal: $0");
  CHECK(with.item("Phase …").insert ==
        "Phase: $1\n  Touchpoint: $2\n    Channel: $3\n    Action: $4\n    Thought: $5\n    "
        "Emotion: $0");
  CHECK_FALSE(with.offers("Journey … purchase"));
  CHECK_FALSE(ask("Journey: J\n$0", withSnippets).offers("Touchpoint …"));
  CHECK(ask("Journey: J\n$0", withSnippets).offers("Phase …"));
  Asked start = ask("$0", withSnippets);
  CHECK(start.item("Journey … service3").insert ==
        "Journey: $1\n  Model: service3\n  Goal: $2\n\nPersona: $3\n  Need: $4\n\n"
        "Phase: Before\n  Touchpoint: $5\n\nPhase: During\n  Touchpoint: $6\n\n"
        "Phase: After\n  Touchpoint: $0");
  CHECK(start.item("Journey … service3").detail == "Before · During · After");
  // A word of another language chooses that language.
  CHECK(start.item("Kundereise … purchase").insert.find("Fase: Bevissthet") != std::string::npos);
  CHECK_FALSE(ask("# language: nb\n$0", withSnippets).offers("Journey … purchase"));
  CHECK(ask("# language: nb\n$0", withSnippets).offers("Kundereise … aida"));
  // They use what the lines above use.
  CHECK(ask("Journey: J\n\tGoal: G\nPhase: P\n\t$0", withSnippets).item("Touchpoint …").insert ==
        "Touchpoint: $1\n\tChannel: $2\n\tAction: $3\n\tThought: $4\n\tEmotion: $0");
  // Whole blocks do not fit into a line that has more on it.
  CHECK_FALSE(ask("Phase: P\n  Tou$0: T", withSnippets).offers("Touchpoint …"));
  CHECK_FALSE(ask("Phase: P\n  Tou$0 the menu", withSnippets).offers("Touchpoint …"));
}

TEST_CASE("rows of one's own", "[features][completion]") {
  std::string t =
      "Journey: J\n  Lane: Backstage\n  Lane: Backstage\n  Lane: a: b\nPhase: P\n  Touchpoint: T\n "
      "   ";
  Asked asked = ask(t + "Ba$0");
  CHECK(std::ranges::count(asked.labels(), "Backstage") == 1);
  CHECK(asked.line("Backstage") == "    Backstage: ");
  CHECK_FALSE(asked.offers("a: b"));
  CHECK_FALSE(ask("Journey: J\n  Lane: Backstage\n  $0").offers("Backstage"));
}

TEST_CASE("phases that the model still lacks, in order", "[features][completion]") {
  std::string j = "Journey: J\n  Model: purchase\nPhase: 2. Consideration\nPhase: Loyalty phase\n";
  CHECK(ask(j + "Phase: $0").labels() == Labels{"Awareness", "Decision", "Action"});
  CHECK(ask(j + "Phase: $0").line("Decision") == "Phase: Decision");
  CHECK(ask(j + "Phase: De$0lay\n").line("Decision") == "Phase: Decision");
  // The phase on this line is being renamed: its own name is offered.
  CHECK(ask("Journey: J\n  Model: service3\nPhase: Dur$0ing\nPhase: After\n").labels() ==
        Labels{"Before", "During"});
  // Nothing said: a purchase, or the beginnings of the others.
  Asked open = ask("Journey: J\nPhase: $0");
  CHECK(open.first(5) == Labels{"Awareness", "Consideration", "Decision", "Action", "Loyalty"});
  CHECK(open.offers("Attention"));
  Labels sorted = open.labels();
  std::ranges::sort(sorted);
  CHECK(std::ranges::adjacent_find(sorted) == sorted.end());
  // Recognised from what is there.
  CHECK(ask("Journey: J\nPhase: Before\nPhase: During\nPhase: $0").labels() == Labels{"After"});
}

TEST_CASE("emotions", "[features][completion]") {
  std::string t = "Kundereise: J\nFase: P\n  Kontaktpunkt: T\n    Følelse";
  CHECK(ask(t + ": $0").line("😃 glad") == "    Følelse: 😃 glad");
  CHECK(ask(t + ": gl$0").line("😃 glad") == "    Følelse: 😃 glad");
  CHECK(ask(t + ": gl$0 (+1)").line("😃 glad") == "    Følelse: 😃 glad (+1)");
  CHECK(ask(t + ":$0").line("😃 glad") == "    Følelse: 😃 glad");
  CHECK(ask(t + " [Emma]: gl$0").line("😃 glad") == "    Følelse [Emma]: 😃 glad");
  // One emoji is enough.
  CHECK(ask(t + ": 😊 gl$0").line("😃 glad") == "    Følelse: 😊 glad");
  CHECK(ask(t + ": 😊$0").line("😃 glad") == "    Følelse: 😊 glad");
  CHECK(ask(t + ": 😊gl$0").line("😃 glad") == "    Følelse: 😊glad");
  CHECK(ask(t + ": gl$0 😊").line("😃 glad") == "    Følelse: glad 😊");
  // Several words; behind one that turns the meaning an emoji would be wrong.
  CHECK(ask(t + ": 😖 frustrert, gl$0").line("😃 glad") == "    Følelse: 😖 frustrert, glad");
  CHECK(ask(t + ": ikke gl$0").line("😃 glad") == "    Følelse: ikke glad");
  CHECK(ask(t + ": ikke $0").line("😃 glad") == "    Følelse: ikke glad");
  CHECK(ask(t + ": veldig gl$0 i dag").line("😃 glad") == "    Følelse: veldig glad i dag");
  CHECK(ask(t + ": gl$0ad og trist").line("😃 glad") == "    Følelse: 😃 glad og trist");
  CHECK(ask(t + ": i tv$0").line("🤨 i tvil") == "    Følelse: 🤨 i tvil");
  CHECK(ask(t + ": $0glad").line("😌 lettet") == "    Følelse: 😌 lettet");
  // Where no emotion is to be expected the list keeps out of the way.
  CHECK(ask(t + ": glad over $0").labels().empty());
  CHECK(ask(t + ": glad (+1) $0").labels().empty());
  CHECK(ask(t + ": 😊 gl$0").item("😃 glad").filter == "glad");
}

TEST_CASE("what the map already knows", "[features][completion]") {
  CHECK(ask(in("    Channel: $0")).labels() == Labels{"Till", "App"});
  CHECK(ask(in("    Channel: $0")).line("App") == "    Channel: App");
  CHECK(ask(in("    Channel:$0")).line("App") == "    Channel: App");
  CHECK(ask(in("    Channel: T$0ill\n")).line("App") == "    Channel: App");
  CHECK(ask(in("    Channel: $0Till  \n")).line("App") == "    Channel: App  ");
  CHECK(ask(in("    Opportunity: O\n      Owner: Pu$0")).labels() == Labels{"Pupils"});
  CHECK(ask(in("    Next: $0")).labels() == Labels{"Menu", "Queue"});
  CHECK(ask(in("    Next [full]: $0")).line("Queue") == "    Next [full]: Queue");
  CHECK(ask("Journey: J\n  Model: $0").line("aida") == "  Model: aida");
  CHECK(ask("Journey: J\n  Reviewed: $0").labels() == Labels{"2026-11-22"});
  CHECK(ask("Journey: J\n  State: $0").labels() ==
        Labels{"current", "future", "planned", "actual"});
  CHECK(ask(in("    Thought: $0")).labels().empty());
  CHECK(ask(in("    Whatever: $0")).labels().empty());
  CHECK(ask(in("    Thought: a\n      | b: $0")).labels().empty());
}

TEST_CASE("titles in two lines and twice the same", "[features][completion]") {
  CHECK(ask("Phase: P\nTouchpoint: A\n| b\nTouchpoint: T\nTouchpoint: t\nTouchpoint: U\nNext: $0")
            .labels() == Labels{"A b", "T"});
}

TEST_CASE("personas in brackets", "[features][completion]") {
  CHECK(ask(in("    Emotion [$0")).labels() == Labels{"Emma", "Jonas"});
  CHECK(ask(in("    Emotion [$0")).line("Emma") == "    Emotion [Emma]: ");
  CHECK(ask(in("    Emotion [Em$0]")).line("Emma") == "    Emotion [Emma]: ");
  CHECK(ask(in("    Emotion [Em$0]: glad\n")).line("Jonas") == "    Emotion [Jonas]: glad");
  CHECK(ask(in("    Emotion [ J$0onas ]: glad\n")).line("Emma") == "    Emotion [ Emma ]: glad");
  CHECK(ask(in("    Emotion [J$0: glad\n")).line("Emma") == "    Emotion [Emma]: glad");
  CHECK(ask(in("    Thought[$0]:\n")).line("Emma") == "    Thought[Emma]:");
  CHECK(ask("Persona: A\nJourney: J\nPersona: B\nPhase: P\nTouchpoint: T\nQuote [$0").labels() ==
        Labels{"B", "A"});
  // Conditions and what else stands in brackets are the writer's own words.
  CHECK(ask(in("    Next [$0")).labels().empty());
  CHECK(ask(in("    Next [$0]: Menu\n")).labels().empty());
  CHECK(ask(in("    Channel [$0")).labels().empty());
}

TEST_CASE("comments", "[features][completion]") {
  CHECK(ask("#$0").line("language: ") == "# language: ");
  CHECK(ask("# lang$0").line("language: ") == "# language: ");
  CHECK(ask("# lang$0uage: nb\n").line("language: ") == "# language: nb");
  CHECK(ask("# ask Anna $0").labels().empty());
  CHECK(ask("# ask: $0").labels().empty());
  CHECK(ask("# language: $0").labels().size() == locale::languageCount);
  CHECK(ask("# language:$0").line("nb") == "# language: nb");
  CHECK(ask("# language: e$0n\n").line("nb") == "# language: nb");
  // Behind the first entry the language is settled.
  CHECK(ask("Journey: J\n# $0").labels() == Labels{"journey-ignore: ", "journey-ignore-file: "});

  Asked ignore = ask("Journey: J\nPersona: P\n# journey-ignore: $0\nPhase: Q\n");
  CHECK(ignore.first(1) == Labels{"phase-without-touchpoint"});
  CHECK(ignore.line("no-persona") == "# journey-ignore: no-persona");
  Asked second = ask("# journey-ignore-file: no-persona, mi$0, stray-line\n");
  CHECK_FALSE(second.offers("no-persona"));
  CHECK(second.line("missing-phase") ==
        "# journey-ignore-file: no-persona, missing-phase, stray-line");
}

// --- how editors take an item
// ---------------------------------------------------------------------

namespace {

/// VS Code offers an item only if what stands between the range's start and the cursor matches its
/// filter text: all characters in order, the first of them at the beginning of a word
/// (fuzzyScore in base/common/filters.ts, with firstMatchCanBeWeak off). White space in front does
/// not count.
bool matchesInVsCode(std::string_view typed, std::string_view filter) {
  std::string pattern = text::fold(typed), word = text::fold(filter);
  if (pattern.empty()) return true;
  for (std::size_t first = 0; first < word.size(); ++first) {
    bool begins = first == 0 || std::string_view(" -/'").find(word[first - 1]) != std::string::npos;
    if (!begins || word[first] != pattern[0]) continue;
    std::size_t at = first;
    std::size_t p = 1;
    while (p < pattern.size() && (at = word.find(pattern[p], at + 1)) != std::string::npos) ++p;
    if (p == pattern.size()) return true;
  }
  return false;
}

std::string typedIn(const Asked& asked) {
  return asked.snapshot->text.slice({asked.found.replace.start, asked.offset});
}

}  // namespace

TEST_CASE("every form of every keyword finds its item while it is typed",
          "[features][completion]") {
  for (Language language : locale::allLanguages) {
    auto word = [&](Construct c) { return std::string(locale::keyword(c, language)); };
    std::string top = "# language: " + std::string(locale::codeOf(language)) + "\n";
    std::string touchpoint =
        top + word(Construct::Phase) + ": x\n  " + word(Construct::Touchpoint) + ": y\n    ";
    for (Construct c : {Construct::Channel, Construct::Emotion, Construct::Pain,
                        Construct::Opportunity, Construct::Moment, Construct::Touchpoint})
      for (std::string_view form : locale::keywords(c, language)) {
        INFO(locale::codeOf(language) << ' ' << form);
        std::vector<std::string_view> letters = text::graphemes(form);
        std::string typed;
        for (std::string_view letter : letters) {
          typed += letter;
          Asked asked = ask(touchpoint + typed + "$0");
          CHECK(matchesInVsCode(typedIn(asked), asked.item(word(c)).filter));
          // What is a keyword already needs no help to become a longer one.
          if (locale::keywordLanguages(c, text::fold(typed)) != 0) break;
        }
      }
  }
}

TEST_CASE("inserting keeps what stands behind the cursor, replacing takes its place",
          "[features][completion]") {
  std::string t = "Phase: P\n  Touchpoint: T\n";
  struct Case {
    std::string line, label, inserted, replaced;
  };
  for (const Case& c : std::vector<Case>{
           {"    Emo$0", "Emotion", "    Emotion: ", "    Emotion: "},
           {"    Emo$0tion: glad", "Emotion", "    Emotiontion: glad", "    Emotion: glad"},
           {"    Emo$0: glad", "Emotion", "    Emotion: glad", "    Emotion: glad"},
           {"    $0Thought: why", "Emotion", "    EmotionThought: why", "    Emotion: why"},
           {"    Emo$0 glad", "Emotion", "    Emotion: glad", "    Emotion: glad"},
           {"    Emotion: gl$0ad today", "😃 happy", "    Emotion: 😃 happyad today",
            "    Emotion: 😃 happy today"},
           {"    Emotion: $0  ", "😃 happy", "    Emotion: 😃 happy  ", "    Emotion: 😃 happy  "},
       }) {
    INFO(c.line);
    CHECK(ask(t + c.line).insertedLine(c.label) == c.inserted);
    CHECK(ask(t + c.line).line(c.label) == c.replaced);
  }
  // A bracket that the item closes is not kept behind it.
  for (std::string_view line :
       {"    Emotion [$0]", "    Emotion [Em$0]", "    Emotion [Em$0ma]", "    Emotion [Em$0ma"}) {
    INFO(line);
    CHECK(ask(in(line)).insertedLine("Emma") == "    Emotion [Emma]: ");
  }
  CHECK(ask(in("    Emotion [J$0onas: glad")).insertedLine("Emma") == "    Emotion [Emma]: glad");
  CHECK(ask(in("    Emotion [J$0]: glad")).insertedLine("Emma") == "    Emotion [Emma]: glad");
  CHECK(ask(in("    Channel: A$0pp")).insertedLine("Till") == "    Channel: Tillpp");
  CHECK(ask("# language: n$0b").insertedLine("de") == "# language: deb");
}

TEST_CASE("what stands there already is where the list begins", "[features][completion]") {
  auto preselected = [](const Asked& asked) {
    Labels out;
    for (const Completion& item : asked.found.items)
      if (item.preselect) out.push_back(item.label);
    return out;
  };
  CHECK(preselected(ask(in("    Channel: $0App"))) == Labels{"App"});
  CHECK(preselected(ask(in("    Channel: $0"))).empty());
  CHECK(preselected(ask(in("    Emotion: hap$0py"))) == Labels{"😃 happy"});
  CHECK(preselected(ask(in("    Thou$0ght: x"))) == Labels{"Thought"});
  CHECK(preselected(ask("Journey: J\n  State: future$0")) == Labels{"future"});
  CHECK(preselected(ask("# language: n$0b")) == Labels{"nb"});
}

TEST_CASE("a character accepts an item only where nobody writes sentences",
          "[features][completion]") {
  CHECK(ask("# journey-ignore: $0").found.commit == ",");
  CHECK(ask("# journey-ignore-file: no-persona, mi$0").found.commit == ",");
  // «Pain:» is as good as «Pain point:», and people may call a feeling or a phase what they like.
  for (std::string_view place :
       {"    Pa$0", "    Emotion: gl$0", "    Channel: A$0", "    Emotion [E$0", "    # la$0"})
    CHECK(ask(in(place)).found.commit.empty());
  CHECK(ask("# language: $0").found.commit.empty());
  CHECK(ask("Phase: $0").found.commit.empty());
}

TEST_CASE("an editor that looks at the inserted text finds emotions too",
          "[features][completion]") {
  features::CompletionOptions simple{Language::En, false, false, 0};
  std::string t = "Phase: P\n  Touchpoint: T\n    Emotion: ";
  CHECK(ask(t + "ha$0", simple).item("happy").insert == "happy");
  CHECK(ask(t + "$0", simple).item("😃 happy").insert == "😃 happy");
}

TEST_CASE("at every kind of place, in every language, with every line ending",
          "[features][completion]") {
  using enum Construct;
  for (Language language : locale::allLanguages)
    for (std::string_view ending : {"\n", "\r\n", "\r"})
      for (std::string_view front : {"", "\xEF\xBB\xBF"})
        for (bool last : {true, false}) {
          auto word = [&](Construct c) { return std::string(locale::keyword(c, language)); };
          std::string head(front);
          std::string line;
          auto add = [&](std::string text) { head += text + std::string(ending); };
          add(word(Journey) + ": Å 😀");
          add("  " + word(State) + ": " +
              std::string(locale::states(locale::State::Current, language).front()));
          add(word(Persona) + ": Ærø 😀");
          add("  " + word(Need) + ": 漢字");
          add(word(Phase) + ": P");
          add("  " + word(Touchpoint) + ": T 😀");
          add("    " + word(Channel) + ": Käse 😀");
          std::string tail =
              last ? "" : std::string(ending) + "    " + word(Note) + ": n" + std::string(ending);
          std::string emotion(locale::emotions(language).front().word);
          std::string emotionLabel =
              std::string(locale::emotions(language).front().emoji) + ' ' + emotion;
          struct Case {
            std::string line, label, after;
          };
          for (const Case& c : std::vector<Case>{
                   // An empty line; a beginning; the middle of a line; a keyword changed.
                   {"$0", word(Emotion), "    " + word(Emotion) + ": "},
                   {"    $0", word(Action), "    " + word(Action) + ": "},
                   {"    " + word(Thought).substr(0, 1) + "$0", word(Thought),
                    "    " + word(Thought) + ": "},
                   {"    " + word(Thought).substr(0, 1) + "$0: 😀 why", word(Thought),
                    "    " + word(Thought) + ": 😀 why"},
                   {"    $0" + word(Thought) + " [Ærø 😀]: 😀", word(Quote),
                    "    " + word(Quote) + " [Ærø 😀]: 😀"},
                   // The qualifier.
                   {"    " + word(Thought) + " [$0", "Ærø 😀",
                    "    " + word(Thought) + " [Ærø 😀]: "},
                   {"    " + word(Emotion) + " [Æ$0]: 😀", "Ærø 😀",
                    "    " + word(Emotion) + " [Ærø 😀]: 😀"},
                   // Values.
                   {"    " + word(Emotion) + ": $0", emotionLabel,
                    "    " + word(Emotion) + ": " + emotionLabel},
                   {"    " + word(Emotion) + " [Ærø 😀]: $0 (+1)", emotionLabel,
                    "    " + word(Emotion) + " [Ærø 😀]: " + emotionLabel + " (+1)"},
                   {"    " + word(Channel) + ": K$0", "Käse 😀",
                    "    " + word(Channel) + ": Käse 😀"},
                   {"    " + word(Next) + ": $0", "T 😀", ""},
                   {word(Phase) + ":$0",
                    std::string(locale::phaseModel("purchase")->phases[0].in(language).front()),
                    word(Phase) + ": " +
                        std::string(
                            locale::phaseModel("purchase")->phases[0].in(language).front())},
               }) {
            INFO(locale::codeOf(language) << " «" << c.line << "» last " << last);
            Asked asked = ask(head + c.line + tail);
            REQUIRE(asked.snapshot->map.language == language);
            if (c.after.empty()) {
              // A touchpoint does not lead to itself.
              CHECK_FALSE(asked.offers(c.label));
              continue;
            }
            CHECK(asked.accepted(c.label) == head + c.after + tail);
            CHECK(matchesInVsCode(typedIn(asked), asked.item(c.label).filter));
          }
        }
  // The first line, behind a byte order mark and without.
  for (std::string_view front : {"", "\xEF\xBB\xBF"})
    for (std::string_view tail : {"", "\n", "\r\n"}) {
      Asked asked = ask(std::string(front) + "Pers$0" + std::string(tail));
      CHECK(asked.accepted("Persona") == std::string(front) + "Persona: " + std::string(tail));
    }
}

TEST_CASE("channels and owners are offered one by one", "[features][completion]") {
  const std::string map =
      "Phase: P\n  Touchpoint: A\n    Channel: School app, Till\n  Touchpoint: B\n    Channel: ";
  Asked second = ask(map + "School app, T$0");
  CHECK(second.labels() == Labels{"Till"});
  CHECK(second.line("Till") == "    Channel: School app, Till");
  Asked first = ask(map + "$0, Web");
  CHECK(first.labels() == Labels{"School app", "Till"});
  CHECK(first.line("Till") == "    Channel: Till, Web");
}

TEST_CASE("the other maps of the workspace help with channels, owners and personas",
          "[features][completion]") {
  test::WorkspaceFixture w = test::workspaceOf(R"(
    //- /map.journey open
    Journey: Lunch
    Phase: P
      Touchpoint: T
        Channel: Till
        Channel: $0
        Opportunity: O
          Owner: Cooks
    //- /other.journey
    Journey: Dinner
    Phase: P
      Touchpoint: T
        Channel: till
        Channel: Phone
        Channel: App
        Channel: app
        Opportunity: O
          Owner: Waiters
  )");
  features::CompletionOptions options;
  options.files = [&] { return std::make_shared<const workspace::View>(w.view); };
  Asked asked{w.file->snapshot, w.cursor, {}};
  asked.found = features::complete(*asked.snapshot, w.cursor, options);
  // In the spelling of this map first, then the commonest; what is being typed is not offered.
  CHECK(asked.labels() == Labels{"Till", "App", "Phone"});
  CHECK(asked.item("Phone").detail == "used in another map");
  // Nobody looks into other files for what stays in this one.
  options.files = []() -> workspace::ViewPtr { throw std::logic_error("not needed"); };
  CHECK_NOTHROW(features::complete(*asked.snapshot, 3, options));

  auto snapshot =
      std::make_shared<workspace::Snapshot>(*test::snapshotOf("Persona: Jonas\nPersona: "));
  snapshot->context.library = std::make_shared<lint::Library>(
      lint::Library{{{"emma", {"Emma", 0}}, {"jonas", {"Jonas", 0}}, {"ada", {"Ada", 0}}}, {}});
  Asked personas{snapshot, snapshot->text.size(), {}};
  personas.found = features::complete(*snapshot, personas.offset, {});
  CHECK(personas.labels() == Labels{"Ada", "Emma"});
}

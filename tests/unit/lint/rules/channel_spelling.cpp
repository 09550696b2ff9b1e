#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "channel-spelling";

TEST_CASE("channel-spelling: case, hyphens, spaces, and the words for e-mail") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Channel: E-mail
      Touchpoint: B
        Channel: App, ⟦email⟧      ⟵ channel-spelling "“email” and “E-mail”"
      Touchpoint: C
        Channel: E-mail
  )",
                 rule);
}

TEST_CASE("channel-spelling: the commonest is meant") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Channel: ⟦Web shop⟧      ⟵ channel-spelling "“Webshop”"
      Touchpoint: B
        Channel: Webshop
      Touchpoint: C
        Channel: Webshop
  )",
                 rule);
}

TEST_CASE("channel-spelling: different channels, and mail that is a letter in English") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Channel: Mail
      Touchpoint: B
        Channel: E-mail
      Touchpoint: C
        Channel: Website
      Touchpoint: D
        Channel: Web shop
      Touchpoint: E
        Channel: App 1, App 2
  )",
                 rule);
}

TEST_CASE("channel-spelling: in German it is the same") {
  expectFindings(R"(
    Kundenreise: Mittag
    Phase: Zahlen
      Kontaktpunkt: A
        Kanal: E-Mail
      Kontaktpunkt: B
        Kanal: ⟦Mail⟧      ⟵ channel-spelling
  )",
                 rule);
}

TEST_CASE("channel-spelling: all at once") {
  expectFix(rule, "Change all to “App” ★", R"(
    Phase: Pay
      Touchpoint: A
        Channel: app
      Touchpoint: B
        Channel: App, Web
      Touchpoint: C
        Channel: App
      Touchpoint: D
        Channel: APP
  )",
            R"(
    Phase: Pay
      Touchpoint: A
        Channel: App
      Touchpoint: B
        Channel: App, Web
      Touchpoint: C
        Channel: App
      Touchpoint: D
        Channel: App
  )");
}

TEST_CASE("channel-spelling: plurals, signs for and, accents, British and American") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Channel: Shop, App & web, Café, Call centre
      Touchpoint: B
        Channel: ⟦Shops⟧, ⟦App and web⟧, ⟦Cafe⟧, ⟦Call center⟧      ⟵ channel-spelling ⟵ channel-spelling ⟵ channel-spelling ⟵ channel-spelling
  )",
                 rule);
  expectFindings(R"(
    Kundereise: Lunsj
    Fase: Betale
      Kontaktpunkt: A
        Kanal: Butikk, Brosjyre, Post, Kundesenter
      Kontaktpunkt: B
        Kanal: ⟦Butikker⟧, ⟦Brosjyrer⟧, Poster, Kundesystem      ⟵ channel-spelling ⟵ channel-spelling
  )",
                 rule);
  expectFindings(R"(
    Kundenreise: Mittag
    Phase: Zahlen
      Kontaktpunkt: A
        Kanal: Filiale, Kasse, Post
      Kontaktpunkt: B
        Kanal: ⟦Filialen⟧, ⟦Kassen⟧, Poster      ⟵ channel-spelling ⟵ channel-spelling
  )",
                 rule);
}

}  // namespace journey::test

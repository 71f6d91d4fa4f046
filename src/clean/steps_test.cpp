// The small steps of the room, one claim each.
#include <gtest/gtest.h>

#include <algorithm>

#include "clean/keywords.h"
#include "clean/page.h"
#include "clean/people/copyright.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/plain/inline_markdown.h"
#include "clean/plain/leaked_code.h"
#include "clean/plain/wrap.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::string code_in(std::string_view text) {
  return std::string(find_code(text, 0).range.of(text));
}

TEST(LeakedCode, RunsFromTheSelectorToTheLastBrace) {
  EXPECT_EQ(code_in(".a{b:c} .a img{d:e; } Words"), ".a{b:c} .a img{d:e; }");
  EXPECT_EQ(code_in("Words .a .b{c:d}"), ".a .b{c:d}");
  EXPECT_EQ(code_in("@media print{.a{display:none}} Words"), "@media print{.a{display:none}}");
  EXPECT_EQ(code_in("var id='v1;2'; Words"), "var id='v1;2';");
}

TEST(LeakedCode, BracesInWordsAreNoCode) {
  EXPECT_EQ(code_in("The set {1, 2} has two members"), "");
  EXPECT_EQ(code_in("We let the dog (a setter) out; it ran"), "");
  EXPECT_EQ(code_in("It cost $(5) = five"), "");
}

TEST(Page, KeysAreTheSameWhateverStandsBeside) {
  EXPECT_EQ(key_of("The Wall-\tof 1871, `rebuilt`"), "thewallof1871rebuilt");
  EXPECT_EQ(key_of("The Wall-\tof 1871, `rebuilt` …"), "thewallof1871rebuilt");
}

TEST(Page, APartOfAMapLeadsWhereTheWholeDoes) {
  text::OffsetMap whole;
  whole.append_linear(4, 10);
  whole.append_whole(2, {14, 22});
  whole.append_whole(3, {22, 22});
  whole.append_linear(5, 30);
  for (uint32_t begin = 0; begin < whole.size(); ++begin) {
    for (uint32_t end = begin + 1; end <= whole.size(); ++end) {
      text::OffsetMap part;
      append_part(part, whole, {begin, end});
      ASSERT_EQ(part.size(), end - begin);
      EXPECT_EQ(part.to_source({0, end - begin}), whole.to_source({begin, end}));
    }
  }
}

TEST(Keywords, AreCutAtSeparatorsOrByTheArticlesOwnPhrases) {
  const auto read = [](std::string_view list, std::string_view article) {
    return read_keywords(list, article, test_knowledge(), "en");
  };
  EXPECT_EQ(read("ferry, terminal, old town", ""),
            (std::vector<std::string>{"ferry", "terminal", "old town"}));
  EXPECT_EQ(
      read("ferry terminal brown bear mayor", "The mayor saw a brown bear at the ferry terminal."),
      (std::vector<std::string>{"ferry terminal", "brown bear", "mayor"}));
}

TEST(Publisher, ATaglineIsNoPartOfTheName) {
  EXPECT_EQ(publisher_of("Shore Digest – all about the sea", {}).name, "Shore Digest");
  EXPECT_EQ(publisher_of("拾光–每日读报", {}).tagline, "每日读报");
  EXPECT_EQ(publisher_of("Al-Marsa", {}).name, "Al-Marsa")
      << "a hyphen inside a word parts nothing";
}

TEST(People, APublisherIsNeverAnAuthor) {
  const auto kept =
      people_only(test_knowledge(), {{"Shore Digest", "", "", "", {}}, {"Ann Lee", "", "", "", {}}},
                  model::Publisher{"Shore Digest", "", "", "", {}});
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].name, "Ann Lee");
}

TEST(InlineMarkdown, BracketsArePairedAcrossOthersAndOpenOnesAreText) {
  const auto read = [](const std::string& text) {
    return read_inline(text, {0, static_cast<uint32_t>(text.size())}).piece;
  };
  EXPECT_EQ(read("a [b [c] d](u) e").text, "a b [c] d e");
  EXPECT_EQ(read("[x [a](https://q.example/(1)) y").text, "[x a y");
  ASSERT_EQ(read("[[a](u)").links.size(), 1u);
  const std::string open(1 << 20, '[');
  EXPECT_EQ(read(open + "[a](u)").text, open + "a");  // and at once
}

TEST(InlineMarkdown, KeepsWordsDropsImagesAndKnowsWhereLinksStand) {
  const std::string text =
      "A **bold** [link](/x \"t\") ![alt](/i.png) a_b \\* [![pic](/p)](/tag \"T\")";
  const InlineText read = read_inline(text, {0, static_cast<uint32_t>(text.size())});
  EXPECT_EQ(read.piece.text, "A bold link a_b *");
  ASSERT_EQ(read.piece.links.size(), 1u);
  EXPECT_EQ(read.piece.links[0].range.of(read.piece.text), "link");
  ASSERT_EQ(read.images.size(), 1u);
  EXPECT_EQ(read.images[0].label, "T");
}

TEST(Wrap, JoinsLinesOfOneWidthOnly) {
  const std::string a(60, 'a'), b(62, 'b'), c(20, 'c');
  const std::string text = a + "\n" + b + "\n" + c;
  const std::vector<Span> lines{{0, 60}, {61, 123}, {124, 144}};
  EXPECT_EQ(unwrap(text, lines).size(), 1u);
  EXPECT_EQ(unwrap("one\ntwo", {{0, 3}, {4, 7}}).size(), 2u);
}

std::vector<std::string> joined(const std::string& text, size_t narrowest = 55,
                                RunPlace place = RunPlace::kTop) {
  std::vector<Span> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  std::vector<std::string> found;
  for (const Span span : unwrap(text, lines, narrowest, place)) {
    found.push_back(text.substr(span.begin, span.size()));
  }
  return found;
}

TEST(Wrap, AFilledLineGoesOnWhateverLetterTheNextBeginsWith) {
  const auto below = [](const std::string& text) { return joined(text, 55, RunPlace::kBelow); };
  const std::string german =
      "Der Betreiber der Talsperre war am Abend nicht zu erreichen, teilte das\n"
      "Amt mit. Auf der Brücke standen nach Angaben der Feuerwehr und der\n"
      "Polizei zwölf Wagen.";
  const std::string russian =
      "Два парома стояли во вторник на якоре в порту, сообщили в управлении\nНижней Волги.";
  const std::string spanish =
      "El alcalde dijo que las obras del puente costaron en total cerca de\n12 millones.";
  for (const std::string& text : {german, russian, spanish}) {
    EXPECT_EQ(below(text), (std::vector<std::string>{text}));
  }
  // At the top it may be a headline over the first sentence.
  EXPECT_EQ(joined(russian).size(), 2u);
  // Lines that had room for more, lines without an end, a subhead over its paragraph.
  EXPECT_EQ(below("Bridge reopens after repairs that took the whole of the winter\n"
                  "A ferry sank near the mole and nobody was hurt on board\n"
                  "Talks about the port go on.")
                .size(),
            3u);
  EXPECT_EQ(below("The dam that everybody in the valley had been talking about\n"
                  "Who will pay for it?")
                .size(),
            2u);
  EXPECT_EQ(below("What the council of the valley decided about the old dam\n"
                  "The council decided on Monday that the dam will be taken down by next year.")
                .size(),
            2u);
}

TEST(Wrap, ASentenceBrokenForItsLengthIsOneParagraphBelowAName) {
  const std::string lead =
      "MILLTOWN, March 14 (Reuters) - The Harbour Bridge in Milltown was closed to traffic on "
      "Friday after a barge\nloaded with gravel struck one of its piers, the port said.";
  EXPECT_EQ(joined(lead), (std::vector<std::string>{lead}));
  EXPECT_EQ(joined("By Maria Dale\n" + lead), (std::vector<std::string>{"By Maria Dale", lead}));
  const std::string russian =
      "Портовый мост в Милтауне закрыт для движения после того, как баржа с гравием врезалась "
      "в его опору\nи повредила её, сообщила администрация порта.";
  EXPECT_EQ(joined("Анна Иванова\n" + russian),
            (std::vector<std::string>{"Анна Иванова", russian}));
  const std::string quote = "Mayor Finch said: \"The bridge\ncarries many vehicles.\"";
  EXPECT_EQ(joined(quote, 20).size(), 1u);
}

TEST(Wrap, HeadlinesAndListsStayLines) {
  const std::string headline =
      "The Harbour Bridge in Milltown is closed to all traffic after a barge that was loaded with "
      "gravel hit a pier";
  EXPECT_EQ(joined(headline + "\nby Maria Dale").size(), 2u);
  EXPECT_EQ(joined("Mayor Finch said: \"The bridge\ncarries many vehicles.\"").size(), 2u);
  EXPECT_EQ(joined("Ferry to the island\nbus to the harbour\ntaxi", 20).size(), 3u);
}

TEST(Markdown, TablesAreRowsOfCells) {
  const auto article = [](const std::string& table) {
    return clean_text(
               "# Ferry fares to rise in April\n\nThe fares will rise by eight per cent from "
               "the first of April, the ferry company said on Tuesday.\n\n" +
                   table + "\n\nThe company said that fuel has become dearer.\n",
               model::Format::kMarkdown)
        .at(0);
  };
  for (const std::string table : {"| Ticket | New fare |\n|--------|:--:|\n| Single | £2.40 |",
                                  "New fares:\nTicket | New fare\n:--- | ---:\nSingle  | £2.40"}) {
    const auto found = article(table);
    std::vector<std::string> rows;
    for (const auto& block : found.blocks) {
      if (block.kind == model::BlockKind::kTable) rows.push_back(block.text);
    }
    EXPECT_EQ(rows, (std::vector<std::string>{"Ticket | New fare", "Single | £2.40"})) << table;
    const auto holds_dashes = [](const auto& block) {
      return block.text.find("--") != block.text.npos;
    };
    EXPECT_TRUE(std::none_of(found.blocks.begin(), found.blocks.end(), holds_dashes));
  }
  // A stroke alone makes no table.
  EXPECT_EQ(kinds(article("One | two\n\nThree | four")).find('t'), std::string::npos);
}

Line line_of(std::string text) {
  Piece piece;
  piece.text = std::move(text);
  return measure(std::move(piece));
}

TEST(Copyright, NamesAYearAndAnOwner) {
  const auto whole = read_copyright(line_of("© 2026 Harbour News. All rights reserved"), nullptr,
                                    test_knowledge());
  ASSERT_TRUE(whole.year && whole.owner);
  EXPECT_EQ(whole.year->value.year, 2026);
  EXPECT_EQ(whole.owner->name, "Harbour News");
  const auto behind = read_copyright(line_of("© Harbour News 2026"), nullptr, test_knowledge());
  ASSERT_TRUE(behind.owner);
  EXPECT_EQ(behind.owner->name, "Harbour News");
}

TEST(Copyright, OfAPictureIsNoOwner) {
  EXPECT_FALSE(read_copyright(line_of("© Reuters / Ann Smith"), nullptr, test_knowledge()).owner);
}

TEST(Origins, ALabelNamesAnOutletOrAnAddress) {
  const Line name = line_of("Source: Harbour News.");
  EXPECT_EQ(labelled_origin(name, {7, 21})->name, "Harbour News");
  const Line address = line_of("Source: https://example.org/a");
  const auto origin = labelled_origin(address, {7, 29});
  EXPECT_EQ(origin->url, "https://example.org/a");
  EXPECT_EQ(origin->name, "");
  EXPECT_FALSE(labelled_origin(line_of("Source: ."), {7, 9}));
}

}  // namespace
}  // namespace synoptic::clean

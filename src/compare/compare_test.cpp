#include "compare/compare.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.h"

namespace synoptic::compare {
namespace {

using model::Annotated;

// A made article whose blocks stand one behind the other in its capture, so that spans are easy:
// title first, then each block after one line break.
class Sample {
 public:
  Sample(const std::string& key, std::string lang, std::string title, const std::string& date) {
    auto& article = made_.article;
    article.id = key;
    article.lang = std::move(lang);
    article.title = std::move(title);
    article.title_source.append_linear(static_cast<uint32_t>(article.title.size()), 0);
    capture_ = article.title + "\n";
    if (date.empty()) return;
    article.published.emplace();
    article.published->value = *model::parse_iso(date);
  }

  Sample& body(std::string text, model::BlockKind kind = model::BlockKind::kParagraph) {
    model::Block block;
    block.kind = kind;
    block.text = std::move(text);
    block.source.append_linear(static_cast<uint32_t>(block.text.size()),
                               static_cast<uint32_t>(capture_.size()));
    capture_ += block.text + "\n";
    made_.article.blocks.push_back(std::move(block));
    return *this;
  }

  // The first place of `text`, looked for in the blocks.
  model::Place at(std::string_view text) const {
    for (uint32_t i = 0; i < made_.article.blocks.size(); ++i) {
      const size_t begin = made_.article.blocks[i].text.find(text);
      if (begin == std::string::npos) continue;
      const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + text.size())};
      return {i, range, made_.article.blocks[i].to_capture(range)};
    }
    ADD_FAILURE() << "not in the sample: " << text;
    return {};
  }

  Sample& count(const std::string& text, double value, const std::string& of_class,
                const std::string& modifier = {}, const std::string& kind = "count",
                const std::string& unit = {}) {
    model::Quantity quantity;
    quantity.at = at(text);
    quantity.text = text;
    quantity.kind = kind;
    quantity.unit = unit;
    quantity.value = value;
    quantity.counted_class = of_class;
    quantity.modifier = modifier;
    quantity.scope = "event";
    made_.quantities.push_back(std::move(quantity));
    return *this;
  }
  Sample& rank(const std::string& text, double value, double of) {
    count(text, value, "", "", "rank");
    made_.quantities.back().of = of;
    return *this;
  }
  Sample& in_background() {
    made_.quantities.back().scope = "background";
    return *this;
  }
  Sample& event(const std::string& action, const std::string& clause,
                std::vector<std::string> actors, std::vector<std::string> recipients,
                const std::string& modality = "asserted") {
    model::Event event;
    event.action = action;
    event.at = event.trigger = at(clause);
    event.modality = modality;
    event.confidence = 0.8;
    for (auto& name : actors) event.actor.push_back({name, name, name, event.at});
    for (auto& name : recipients) event.recipient.push_back({name, name, name, event.at});
    made_.events.push_back(std::move(event));
    return *this;
  }
  Sample& denied() {
    made_.events.back().polarity = model::Polarity::kNegative;
    return *this;
  }
  Sample& day(const std::string& text, const std::string& iso) {
    model::TimeMention time;
    time.at = at(text);
    time.text = text;
    time.from = time.to = *model::parse_iso(iso);
    time.precision = "day";
    made_.times.push_back(std::move(time));
    return *this;
  }
  Sample& quote(const std::string& words, const std::string& speaker) {
    model::Quote quote;
    quote.at = at(words);
    quote.text = words;
    quote.form = "direct";
    quote.speaker = {speaker, speaker, speaker, quote.at};
    made_.quotes.push_back(std::move(quote));
    return *this;
  }
  Sample& origin(const std::string& name, const std::string& date) {
    model::Origin origin;
    origin.name = name;
    origin.kind = "link";
    if (!date.empty()) origin.date = model::parse_iso(date);
    made_.article.origins.push_back(std::move(origin));
    return *this;
  }

  const Annotated& annotated() const { return made_; }
  const std::string& capture() const { return capture_; }

 private:
  Annotated made_;
  std::string capture_;
};

model::Synopsis synopsis(const std::vector<const Sample*>& samples,
                         std::vector<std::vector<std::string>> accounts = {}) {
  static const knowledge::Knowledge knowledge;
  model::Story story;
  story.id = "s1";
  std::vector<const Annotated*> articles;
  for (const Sample* sample : samples) {
    articles.push_back(&sample->annotated());
    story.articles.push_back(sample->annotated().article.id);
    if (accounts.empty()) story.accounts.push_back({sample->annotated().article.id});
  }
  if (!accounts.empty()) story.accounts = std::move(accounts);
  return compare(story, articles, knowledge);
}

const model::Fact* find(const std::vector<model::Fact>& facts, std::string_view slot,
                        std::string_view about) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) {
    return fact.slot == slot && fact.about == about;
  });
  return found == facts.end() ? nullptr : &*found;
}

Sample toll(const std::string& key, const std::string& date, double killed,
            const std::string& modifier = {}) {
  return Sample(key, "en", "Storm", date)
      .body("The storm killed this many people on the coast.")
      .count("this many", killed, "killed", modifier);
}

TEST(Compare, EqualNumbersOfOneClassAgreeAcrossLanguages) {
  const Sample a = Sample("a", "en", "Storm", "2026-01-01")
                       .body("Some 12,000 homes lost power.")
                       .count("12,000", 12000, "households without power");
  const Sample b = Sample("b", "zh", "风暴", "2026-01-01")
                       .body("约1.2万户停电。")
                       .count("1.2万", 12043, "homes without power", "about");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.agree, "quantity", "households without power");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
  EXPECT_TRUE(out.differ.empty());
}

TEST(Compare, EveryValueHasItsBytesAndItsSentence) {
  const Sample a = toll("a", "2026-01-01", 12), b = toll("b", "2026-01-01", 12);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.agree, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  const auto& value = fact->values[0];
  EXPECT_EQ(a.capture().substr(value.span.begin, value.span.size()), "this many");
  EXPECT_EQ(value.evidence, "The storm killed this many people on the coast.");
  EXPECT_EQ(a.capture().substr(value.evidence_span.begin, value.evidence_span.size()),
            value.evidence);
}

TEST(Compare, ALaterHigherTollIsAnUpdate) {
  const Sample a = toll("a", "2026-01-01T08:00", 12), b = toll("b", "2026-01-01T18:00", 18);
  const auto out = synopsis({&a, &b});
  ASSERT_NE(find(out.updates, "quantity", "killed"), nullptr);
  EXPECT_TRUE(out.differ.empty());
}

TEST(Compare, ALaterLowerTollIsADifference) {
  const Sample a = toll("a", "2026-01-01T08:00", 18), b = toll("b", "2026-01-01T18:00", 12);
  EXPECT_NE(find(synopsis({&a, &b}).differ, "quantity", "killed"), nullptr);
}

TEST(Compare, AtLeastTwelveHoldsFourteen) {
  const Sample a = toll("a", "", 12, "at_least"), b = toll("b", "", 14);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "broader_narrower");
}

TEST(Compare, BackgroundFiguresAreNotMixedWithTheEvents) {
  const Sample a = toll("a", "", 12);
  const Sample b = Sample("b", "en", "Storm", "")
                       .body("A storm killed 40 people ten years ago.")
                       .count("40", 40, "killed")
                       .in_background();
  EXPECT_TRUE(synopsis({&a, &b}).differ.empty());
}

TEST(Compare, ARankThatOneAccountGivesIsSingle) {
  const Sample a = toll("a", "", 12);
  const Sample b =
      Sample("b", "zh", "指数", "").body("在83个国家中排名第31位。").rank("31", 31, 83);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "rank", "rank");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].name, "31 of 83");
}

TEST(Compare, TheSameOrderToAnotherRecipientDiffers) {
  const Sample a = Sample("a", "ar", "أمر", "2025-01-08")
                       .body("أصدر الرئيس توجيهات للبنك المركزي.")
                       .event("order", "أصدر", {"president"}, {"central-bank"});
  const Sample b = Sample("b", "zh", "下令", "2025-01-03")
                       .body("总统下令政府和储蓄银行合作。")
                       .event("order", "下令", {"president"}, {"government", "savings-bank"});
  const auto out = synopsis({&a, &b});
  const auto* actor = find(out.agree, "actor", "order");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->values[0].norm, "president");
  const auto* recipient = find(out.differ, "recipient", "order");
  ASSERT_NE(recipient, nullptr);
  EXPECT_EQ(recipient->values.size(), 3u);
}

TEST(Compare, AnnouncedAndOrderedAreTwoActs) {
  const Sample a = Sample("a", "ar", "إعلان", "")
                       .body("أعلن الرئيس شراكة.")
                       .event("announce", "أعلن", {"president"}, {});
  const Sample b = Sample("b", "zh", "下令", "")
                       .body("总统下令合作。")
                       .event("order", "下令", {"president"}, {});
  const auto out = synopsis({&a, &b});
  ASSERT_NE(find(out.differ, "outcome", "act"), nullptr);
}

TEST(Compare, WhatOneAffirmsAndAnotherDeniesDiffers) {
  const Sample a = Sample("a", "en", "Vote", "")
                       .body("The party asked for a recount.")
                       .event("recount", "asked", {"party"}, {});
  const Sample b = Sample("b", "en", "Vote", "")
                       .body("The party did not ask for a recount.")
                       .event("recount", "ask", {"party"}, {})
                       .denied();
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "outcome", "recount");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].name, "yes");
  EXPECT_EQ(fact->values[1].name, "no");
}

TEST(Compare, RumourAndAssertionDifferInCertainty) {
  const Sample a = Sample("a", "en", "Talks", "")
                       .body("The firm chose a partner.")
                       .event("choose", "chose", {"firm"}, {"partner"});
  const Sample b = Sample("b", "en", "Talks", "")
                       .body("Rumour has it that the firm chose a partner.")
                       .event("choose", "chose", {"firm"}, {"partner"}, "rumoured");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "certainty", "choose"), nullptr);
}

TEST(Compare, MoneyOfOneCurrencyIsCompared) {
  const auto make = [](const std::string& key, double value) {
    return Sample(key, "en", "Aid", "")
        .body("The government will give money to the towns.")
        .count("money", value, "aid", "", "money", "BRL");
  };
  const Sample a = make("a", 4e8), b = make("b", 6e8), c = make("c", 4e8);
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "money", "aid");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 3u);
  EXPECT_EQ(fact->values[1].norm, "600000000 BRL");
}

TEST(Compare, TheSameDayAgrees) {
  const Sample a =
      Sample("a", "en", "Vote", "").body("It was held on 3 May.").day("3 May", "2026-05-03");
  const Sample b = Sample("b", "fr", "Vote", "").body("Tenu le 3 mai.").day("3 mai", "2026-05-03");
  const auto out = synopsis({&a, &b});
  ASSERT_EQ(out.agree.size(), 1u);
  EXPECT_EQ(out.agree[0].slot, "date");
  EXPECT_EQ(out.agree[0].values[0].norm, "2026-05-03");
}

TEST(Compare, AQuoteInTwoLanguagesGivenToTwoOfficesDiffers) {
  const std::string english = "This is a win for our farmers";
  const std::string german = "Das ist ein Gewinn für die Bauern";
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("\"" + english + "\", she said.")
                       .quote(english, "norland/trade-minister");
  const Sample b = Sample("b", "de", "Pakt", "")
                       .body("\"" + german + "\", sagte er.")
                       .quote(german, "norland/president");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "attribution", "statement"), nullptr);
}

TEST(Compare, AnAccountThatAffirmsAndDeniesIsNoWitness) {
  const Sample a = Sample("a", "en", "Launch", "")
                       .body("The agency launched it on Monday. The May launch was called off.")
                       .event("launch", "launched", {"agency"}, {})
                       .event("launch", "called off", {"agency"}, {})
                       .denied();
  const Sample b = Sample("b", "ru", "Пуск", "")
                       .body("Агентство запустило его.")
                       .event("launch", "запустило", {"agency"}, {});
  EXPECT_TRUE(synopsis({&a, &b}).differ.empty());
}

TEST(Compare, TheTollInTheTitleCountsNotAnEarlierOneFurtherDown) {
  const Sample a = toll("a", "2026-01-01T08:00", 7);
  const Sample b = Sample("b", "ar", "عاصفة", "2026-01-02T08:00")
                       .body("تسعة قتلى.")
                       .body("سبعة أمس.")
                       .count("تسعة", 9, "killed")
                       .count("سبعة", 7, "killed");
  EXPECT_NE(find(synopsis({&a, &b}).updates, "quantity", "killed"), nullptr);
}

TEST(Compare, OneQuoteWithTwoSpeakersDiffers) {
  const std::string words = "this is a great day for our farmers";
  const Sample a =
      Sample("a", "en", "Pact", "").body("\"" + words + "\", she said.").quote(words, "minister");
  const Sample b =
      Sample("b", "en", "Pact", "").body("\"" + words + "\", he said.").quote(words, "president");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "attribution", "statement"), nullptr);
}

TEST(Compare, AListOfOneAccountIsOneFact) {
  const auto item = model::BlockKind::kListItem;
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("The areas are:")
                       .body("machine learning", item)
                       .body("computer vision", item);
  const Sample b = toll("b", "", 3);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "outcome", "list");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
}

TEST(Compare, AWorryOfOneAccountIsShownByItsClause) {
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("The pact faces tests, and fears of more surveillance, for now.");
  const Sample b = toll("b", "", 30);
  const auto out = synopsis({&a, &b});
  const auto found = std::find_if(out.only.begin(), out.only.end(), [](const auto& fact) {
    return fact.values[0].text == "and fears of more surveillance";
  });
  EXPECT_NE(found, out.only.end());
}

TEST(Compare, ACopyIsNoSecondAccount) {
  const Sample a = toll("a", "2026-01-01", 12), copy = toll("copy", "2026-01-02", 12);
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  EXPECT_TRUE(out.agree.empty());
  ASSERT_EQ(out.provenance.edges.size(), 1u);
  EXPECT_EQ(out.provenance.edges[0].kind, "copies");
}

TEST(Compare, ACitedReportWithAnEarlierDateIsTheFirst) {
  const Sample a =
      Sample("a", "zh", "一", "2025-01-03T14:01").body("一").origin("Reuters", "2025-01-01");
  const Sample b = Sample("b", "ar", "ب", "2025-01-08T06:18").body("ب");
  const auto out = synopsis({&a, &b});
  EXPECT_EQ(out.provenance.first, "Reuters");
  ASSERT_EQ(out.provenance.timeline.size(), 3u);
  EXPECT_EQ(out.provenance.timeline[0].date, "2025-01-01");
  EXPECT_EQ(out.provenance.timeline[2].who, "b");
  EXPECT_EQ(out.provenance.unattributed, std::vector<std::string>{"b"});
}

TEST(Compare, NothingIsSaidOfNothing) {
  const auto out = synopsis({});
  EXPECT_TRUE(out.agree.empty());
  EXPECT_TRUE(out.provenance.first.empty());
}

}  // namespace
}  // namespace synoptic::compare

#include "compare/match.h"

#include "compare/names/beside.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Claim score(const std::string& norm) {
  Claim claim;
  claim.slot = "quantity";
  claim.sort = "score";
  claim.norm = norm;
  return claim;
}

Claim sum(const std::string& text, double value) {
  Claim claim;
  claim.slot = "money";
  claim.sort = "USD";
  claim.text = text;
  claim.value = value;
  return claim;
}

TEST(Match, AScoreFromTheOtherSideIsTheSame) {
  EXPECT_EQ(match(score("3-2"), score("2-3")), Match::kSame);
  EXPECT_EQ(match(score("25-20"), score("20-25")), Match::kSame);
  EXPECT_EQ(match(score("3-2"), score("3-1")), Match::kDifferent);
  EXPECT_EQ(match(score("3-2"), score("3-2-1")), Match::kDifferent);
}

TEST(Match, ALargeNumberInWordsIsARoundOne) {
  EXPECT_EQ(match(sum("half a billion dollars", 5e8), sum("480 million dollars", 4.8e8)),
            Match::kSame);
  EXPECT_EQ(match(sum("500 million dollars", 5e8), sum("480 million dollars", 4.8e8)),
            Match::kDifferent);
  EXPECT_EQ(match(sum("half a billion dollars", 5e8), sum("390 million dollars", 3.9e8)),
            Match::kDifferent);
}

TEST(Match, LengthsInTwoUnitsAreRoundedEach) {
  const auto length = [](double value, const std::string& unit, double metres,
                         const std::string& modifier = {}) {
    Claim claim;
    claim.slot = "quantity";
    claim.sort = "length m";
    claim.unit = "m";
    claim.written = unit;
    claim.given = value;
    claim.value = value * metres;
    claim.modifier = modifier;
    return claim;
  };
  const auto miles = [&](double value, const std::string& modifier = {}) {
    return length(value, "mile", 1609.344, modifier);
  };
  const auto km = [&](double value) { return length(value, "km", 1000); };
  EXPECT_EQ(match(km(28), miles(17)), Match::kSame);
  EXPECT_EQ(match(km(2.5), miles(1.5)), Match::kSame);
  EXPECT_EQ(match(km(30), miles(17)), Match::kDifferent);
  EXPECT_EQ(match(km(2), miles(1)), Match::kRelated) << "of one digit each";
  EXPECT_EQ(match(km(28), miles(17, "more_than")), Match::kRelated);
}

TEST(Match, WhatMayBeRoundedDoesNotContradict) {
  const auto count = [](double value, const std::string& modifier = {}) {
    Claim claim = sum("", value);
    claim.slot = "quantity";
    claim.sort = "count";
    claim.modifier = modifier;
    return claim;
  };
  EXPECT_EQ(match(count(2140), count(2000)), Match::kRelated);
  EXPECT_EQ(match(count(84), count(80)), Match::kRelated);
  EXPECT_EQ(match(count(14), count(15, "about")), Match::kRelated);
  EXPECT_EQ(match(count(5.3), count(5)), Match::kRelated);
  EXPECT_EQ(match(sum("1.74 billion", 1.74e9), sum("1.7 billion", 1.7e9)), Match::kRelated);
  EXPECT_EQ(match(count(34), count(30, "about")), Match::kRelated);
  EXPECT_EQ(match(count(1200), count(1000, "about")), Match::kRelated);
  EXPECT_EQ(match(count(37), count(30, "about")), Match::kDifferent);
  EXPECT_EQ(match(count(1200), count(1000)), Match::kDifferent);
  EXPECT_EQ(match(count(287), count(278)), Match::kDifferent);
  EXPECT_EQ(match(count(22), count(20)), Match::kDifferent);
  EXPECT_EQ(match(count(14), count(15)), Match::kDifferent);
}

TEST(Match, ARateThatIsSetIsToldToItsLastDigit) {
  const auto rate = [](double value, const std::string& modifier = {}) {
    Claim claim = sum("", value);
    claim.slot = "quantity";
    claim.sort = "percent";
    claim.modifier = modifier;
    claim.exact = true;
    return claim;
  };
  EXPECT_EQ(match(rate(32), rate(31.5)), Match::kDifferent);
  EXPECT_EQ(match(rate(31.5), rate(31.5)), Match::kSame);
  EXPECT_NE(match(rate(32, "about"), rate(31.5)), Match::kDifferent);
}

TEST(Match, AZeroBehindTheDecimalSignTellsTheTenths) {
  const auto magnitude = [](double value, int zeros = 0) {
    Claim claim = sum("", value);
    claim.slot = "quantity";
    claim.sort = "magnitude";
    claim.zeros = zeros;
    return claim;
  };
  EXPECT_EQ(match(magnitude(7), magnitude(7.1)), Match::kSame);
  EXPECT_EQ(match(magnitude(7, 1), magnitude(7.1)), Match::kDifferent);
  EXPECT_EQ(match(magnitude(7, 1), magnitude(7.04)), Match::kSame);
  EXPECT_EQ(match(magnitude(7, 1), magnitude(7)), Match::kSame);
}

TEST(Match, HalfwayANumberIsRoundedToTheEvenOne) {
  EXPECT_EQ(match(sum("12,500", 12500), sum("12,000", 12000)), Match::kRelated);
  EXPECT_EQ(match(sum("12,500", 12500), sum("13,000", 13000)), Match::kDifferent);
  EXPECT_EQ(match(sum("13,500", 13500), sum("14,000", 14000)), Match::kRelated);
  EXPECT_EQ(match(sum("-12,400", -12400), sum("-12,000", -12000)), Match::kRelated);
  EXPECT_EQ(match(sum("", 1.25e15), sum("", 1.2e15)), Match::kRelated);
}

TEST(Match, TheSameIsAskedQuickly) {
  std::vector<Claim> claims;
  for (const std::string unit : {"", "m", "ft"}) {
    for (const double value : {0.0, 9.0, 10.0, 10.4, 11.0, 98.0, 100.0, 101.0, 12000.0, 12043.0}) {
      for (const std::string modifier : {"", "about", "at_least"}) {
        Claim& claim = claims.emplace_back(sum("", value));
        claim.slot = "quantity";
        claim.unit = claim.written = unit;
        claim.modifier = modifier;
        if (value == 11) claim.max = 20;
      }
    }
  }
  for (const Claim& a : claims) {
    for (const Claim& b : claims) {
      EXPECT_EQ(is_same(a, b), match(a, b) == Match::kSame) << a.value << " and " << b.value;
    }
  }
}

TEST(Match, AMileMayBeANauticalOne) {
  const auto way = [](double given, const std::string& unit, double km) {
    Claim claim;
    claim.slot = "quantity";
    claim.sort = "distance km";
    claim.unit = "km";
    claim.written = unit;
    claim.given = given;
    claim.value = km;
    return claim;
  };
  EXPECT_EQ(match(way(30, "mile", 48.3), way(55, "km", 55)), Match::kRelated);
  EXPECT_EQ(match(way(2.4, "nmi", 4.4448), way(2.4, "mile", 3.862)), Match::kRelated);
  EXPECT_EQ(match(way(30, "mile", 48.3), way(70, "km", 70)), Match::kDifferent);
  EXPECT_EQ(match(way(30, "km", 30), way(55, "km", 55)), Match::kDifferent);
}

// Asks of the name in an account of one sentence.
template <typename Ask>
bool asked_of(const std::string& lang, const std::string& text, const std::string& name, Ask ask) {
  const Sample sample = Sample("a", lang, "", "").body(text);
  Telling telling;
  telling.annotated = &sample.annotated();
  telling.sentences.push_back({});
  telling.sentences[0].text = text;
  telling.sentences[0].range = {0, static_cast<uint32_t>(text.size())};
  return ask(telling, sample.at(name));
}

bool beside(const std::string& lang, const std::string& text, const std::string& name) {
  return asked_of(lang, text, name, [](const Telling& telling, const model::Place& place) {
    Claim claim;
    claim.at = place;
    return is_beside(telling, claim);
  });
}

TEST(Beside, NearAPlaceIsNotInIt) {
  EXPECT_TRUE(beside("en", "A field near Lyon burned.", "Lyon"));
  EXPECT_TRUE(beside("en", "A field northwest of Lyon burned.", "Lyon"));
  EXPECT_TRUE(beside("fr", "Un champ près d'Angers a brûlé.", "Angers"));
  EXPECT_TRUE(beside("ru", "Поле недалеко от Лиона горело.", "Лиона"));
  EXPECT_TRUE(beside("tr", "Lyon'un yakınlarında yangın çıktı.", "Lyon"));
  EXPECT_TRUE(beside("zh", "里昂附近发生火灾。", "里昂"));
  EXPECT_TRUE(beside("ar", "اندلع حريق قرب ليون.", "ليون"));
}

TEST(Beside, InAPlaceIsInIt) {
  EXPECT_FALSE(beside("en", "A field in Lyon burned, the city said.", "Lyon"));
  EXPECT_FALSE(beside("de", "Wie der Favor Lyon zeigt.", "Lyon"));
  EXPECT_FALSE(beside("zh", "里昂发生火灾。", "里昂"));
  EXPECT_FALSE(beside("xx", "near Lyon", "Lyon"));
}

bool felt(const std::string& lang, const std::string& text, const std::string& name) {
  return asked_of(lang, text, name, [](const Telling& telling, const model::Place& place) {
    return is_where_felt(telling, 0, place);
  });
}

TEST(Beside, WhereAQuakeWasFeltItWasNot) {
  EXPECT_TRUE(felt("en", "It was felt in Lyon and Nice.", "Lyon"));
  EXPECT_TRUE(felt("en", "It was felt in Lyon and Nice.", "Nice"));
  EXPECT_TRUE(felt("fr", "La secousse a été ressentie à Lyon et à Nice.", "Nice"));
  EXPECT_TRUE(felt("de", "Es war bis nach Lyon zu spüren.", "Lyon"));
  EXPECT_TRUE(felt("tr", "Deprem Lyon ve Nice'te de hissedildi.", "Nice"));
  EXPECT_TRUE(felt("ru", "Толчки ощущались в Лионе.", "Лионе"));
  EXPECT_TRUE(felt("hi", "झटके ल्यों में भी महसूस किए गए।", "ल्यों"));
  EXPECT_TRUE(felt("zh", "里昂等地有明显震感。", "里昂"));
  EXPECT_TRUE(felt("ko", "리옹에서도 흔들림이 느껴졌다.", "리옹"));
  EXPECT_FALSE(felt("en", "The quake struck Lyon, and was felt in Nice.", "Lyon"));
  EXPECT_FALSE(felt("en", "Lyon felt abandoned, the mayor said.", "Lyon"));
  EXPECT_FALSE(felt("de", "Ein Beben hat Lyon erschüttert.", "Lyon"));
}

bool of_office(const std::string& lang, const std::string& text, const std::string& name) {
  return asked_of(lang, text, name, is_of_office);
}

TEST(Beside, AnOfficeIsCalledAfterAPlace) {
  EXPECT_TRUE(of_office("en", "The fire is out, Lyon mayor Paul Roux said.", "Lyon"));
  EXPECT_TRUE(of_office("en", "The mayor of Lyon said so.", "Lyon"));
  EXPECT_TRUE(of_office("tr", "İzmir Valisi açıkladı.", "İzmir"));
  EXPECT_TRUE(of_office("fr", "Le préfet de Lyon l'a dit.", "Lyon"));
  EXPECT_TRUE(of_office("ar", "أعلن والي إزمير ذلك.", "إزمير"));
  EXPECT_TRUE(of_office("id", "Gubernur Bali mengatakannya.", "Bali"));
  EXPECT_TRUE(of_office("zh", "青海省长宣布。", "青海"));
  EXPECT_FALSE(of_office("en", "A field in Lyon burned, the mayor said.", "Lyon"));
  EXPECT_FALSE(of_office("tr", "İzmir'de yangın çıktı.", "İzmir"));
}

TEST(Beside, TheFirstNameOfATextIsWhereItWasWritten) {
  const Sample sample = Sample("a", "en", "", "").body("LYON, May 3 - A fire in Paris.");
  Claim claim;
  claim.at = sample.at("LYON");
  EXPECT_TRUE(is_dateline(claim));
  claim.at = sample.at("Paris");
  EXPECT_FALSE(is_dateline(claim));
}

Claim bound(double value, const std::string& modifier) {
  Claim claim = sum("", value);
  claim.modifier = modifier;
  return claim;
}

TEST(Match, TwoBoundsOfOneKindAreTwoValues) {
  EXPECT_EQ(match(bound(640, "at_least"), bound(460, "at_least")), Match::kDifferent);
  EXPECT_EQ(match(bound(640, "at_least"), bound(640, "at_least")), Match::kSame);
  EXPECT_EQ(match(bound(460, "at_least"), bound(640, "")), Match::kRelated);
}

TEST(Match, ThousandsSaySomethingOfThreeThousand) {
  EXPECT_EQ(match(bound(1000, "thousands"), bound(3000, "")), Match::kRelated);
  EXPECT_EQ(match(bound(1000, "thousands"), bound(700, "")), Match::kDifferent);
}

TEST(Match, ALengthOfTimeInALargerUnitMayBeRounded) {
  const auto lasting = [](double days, double given, const std::string& unit) {
    Claim claim;
    claim.slot = "quantity";
    claim.sort = "duration";
    claim.value = days;
    claim.given = given;
    claim.written = unit;
    return claim;
  };
  EXPECT_EQ(match(lasting(21, 3, "week"), lasting(19, 19, "day")), Match::kRelated);
  EXPECT_EQ(match(lasting(21, 3, "week"), lasting(15, 15, "day")), Match::kDifferent);
  EXPECT_EQ(match(lasting(21, 21, "day"), lasting(19, 19, "day")), Match::kDifferent);
}

}  // namespace
}  // namespace synoptic::compare

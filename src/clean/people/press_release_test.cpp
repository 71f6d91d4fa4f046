// Whose a press release is.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::string issuer(const std::string& lead) {
  const auto articles = clean_text(
      "Harbour maker reports results for the fourth quarter\n\n" + lead +
      "\n\n\"We closed the year with record bookings,\" said its president on Tuesday morning.\n");
  if (articles.size() != 1 || !articles[0].publisher) return {};
  return articles[0].publisher->name;
}

TEST(PressRelease, IsPublishedByTheCompanyThatItIsOf) {
  EXPECT_EQ(
      issuer("BRISTOL, Feb. 24, 2026 (GLOBE NEWSWIRE) -- Ardenport Cranes, Inc. (NASDAQ: ARDN) "
             "today announced results for the quarter."),
      "Ardenport Cranes");
  EXPECT_EQ(issuer("BRISTOL, Feb. 24, 2026 /PRNewswire/ -- Ardenport Cranes Ltd today announced "
                   "its results for the fourth quarter and for the whole of the year, which it "
                   "closed with record bookings from all the harbours of the north."),
            "Ardenport Cranes");
  EXPECT_EQ(issuer("Hamburg (ots) - Hafenkran Nord GmbH legt am Dienstag die Zahlen des vierten "
                   "Quartals vor."),
            "Hafenkran Nord");
}

TEST(PressRelease, AnAgencysReportIsNone) {
  EXPECT_EQ(
      issuer("BRISTOL, Feb. 24 (Reuters) - Ardenport Cranes, Inc. (NASDAQ: ARDN) announced its "
             "results for the quarter."),
      "");
  EXPECT_EQ(
      issuer("BRISTOL, Feb. 24, 2026 (GLOBE NEWSWIRE) -- The quarter brought record bookings, "
             "said the president of the maker."),
      "");
}

}  // namespace
}  // namespace synoptic::clean

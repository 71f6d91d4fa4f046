#include "clean/pointers.h"

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kPierTalks =
    "The harbour council met on Monday and spoke for nine hours about the old pier, which has "
    "stood "
    "in the bay since the first ferries came.";
const std::string kPierVote =
    "The members voted to close it next month, and the ferries will leave from the north bank "
    "until "
    "a new one has been built.";

std::string text_with(const std::string& between, const std::string& last = kPierVote) {
  const auto articles = clean_text("# Old pier closes and ferries move north\n\n" + kPierTalks +
                                       "\n\n" + between + "\n\n" + last + "\n",
                                   model::Format::kMarkdown);
  EXPECT_EQ(articles.size(), 1u) << between;
  return articles.empty() ? "" : model::main_text(articles[0]);
}

TEST(Pointers, ALinkBehindAFewWordsAndAColon) {
  for (const std::string between :
       {"**Notre grand format :** [Ten years of ferries in the bay](/n/1)",
        "- **From the archive:** [Ten years of ferries in the bay](/n/1)",
        "> Zum Nachhören: [Ten years of ferries in the bay](/n/1)",
        "本報專題：[十年來的海灣渡輪與舊碼頭](/n/1)"}) {
    EXPECT_EQ(text_with(between), kPierTalks + "\n\n" + kPierVote) << between;
  }
}

TEST(Pointers, ASentenceWithALinkBehindItsColonStays) {
  for (const std::string between :
       {"The mayor had one answer: [the pier is older than the town hall](/n/1), she said.",
        "What the council of the harbour town decided on Monday: [all of it](/n/1) by one vote.",
        "In 2019: [the first of the new ferries came to the bay](/n/1)"}) {
    EXPECT_NE(text_with(between).find("she said") == std::string::npos &&
                  text_with(between).find("by one vote") == std::string::npos &&
                  text_with(between).find("new ferries came") == std::string::npos,
              true)
        << between;
  }
}

TEST(Pointers, AHeadingOverAListOfLinksIsTheirs) {
  EXPECT_EQ(text_with("**Ferries and piers**\n\n- [Ten years of ferries in the bay](/n/1)\n- [The "
                      "pier in old photographs](/n/2)"),
            kPierTalks + "\n\n" + kPierVote);
  EXPECT_EQ(text_with("## What was said"), kPierTalks + "\n\nWhat was said\n\n" + kPierVote);
}

// One short sentence may be all that is left of the text.
TEST(Pointers, TheTextGoesOnBehindALabelledListOfLinks) {
  const std::string last = "The vote was seven to two, the clerk said late on Monday.";
  EXPECT_EQ(text_with("**Read also**\n\n- [Ten years of ferries in the bay](/n/1)\n- [The pier in "
                      "old photographs](/n/2)",
                      last),
            kPierTalks + "\n\n" + last);
}

}  // namespace
}  // namespace synoptic::clean

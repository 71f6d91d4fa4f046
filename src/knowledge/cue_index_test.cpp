#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace synoptic::knowledge {
namespace {

// The simple twin: every cue is compared at every place.
std::vector<std::string> compared(const std::vector<Cue>& cues, std::string_view text, size_t at) {
  std::vector<std::string> found;
  for (const Cue& cue : cues) {
    if (cue.text.size() > 1 && text.substr(at).starts_with(cue.text)) {
      found.push_back(std::string(cue.kind) + ":" + cue.text);
    }
  }
  return found;
}

TEST(CueIndex, FindsWhatComparingFindsTheLongestFirst) {
  std::vector<Cue> cues;
  for (const char* text : {"read also", "read", "re", "reads on the coast", "a", "also", "al",
                           "als", "新闻", "文", "by", "tags:", "©", "re-read"}) {
    cues.push_back({"one", "", text, ""});
    cues.push_back({"two", "", text, ""});
  }
  std::stable_sort(cues.begin(), cues.end(),
                   [](const Cue& a, const Cue& b) { return a.text.size() > b.text.size(); });
  std::vector<const Cue*> given;
  for (const Cue& cue : cues) given.push_back(&cue);
  const CueIndex index(given);
  for (const std::string_view text :
       {"read also: re-reads on the coast", "新闻 文a © tags: by", "a", "re", "rea", "also al"}) {
    for (size_t at = 0; at < text.size(); ++at) {
      std::vector<std::string> found;
      index.each_at(text, at, [&](const Cue& cue) {
        found.push_back(std::string(cue.kind) + ":" + cue.text);
      });
      EXPECT_EQ(found, compared(cues, text, at)) << text << " at " << at;
    }
  }
}

}  // namespace
}  // namespace synoptic::knowledge

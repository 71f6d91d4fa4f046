// Which of the people named in an article a "he" or a "she" behind a quotation may be: told by the
// titles and offices in front of their names, and by names themselves where a language has it so.
// Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "annotate/passage.h"
#include "annotate/quotes/quote_cues.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

enum class Gender : uint8_t { kUnknown, kWoman, kMan };

class PeopleTold {
 public:
  explicit PeopleTold(const QuoteCues& cues) : cues_(cues) {}

  void learn(const Passage& passage);  // in the order of the text
  Gender of(const model::Argument& speaker) const;
  // The last person of that gender named before the byte of the passage, among the last few.
  const model::Mention* last(Gender gender, const Passage& passage, uint32_t before) const;

 private:
  struct Named {
    size_t passage = 0;  // in the order of the text
    const model::Mention* mention = nullptr;
  };
  int evidence(const Passage& p, const model::Mention& mention) const;
  Gender of_key(const std::string& key) const;

  const QuoteCues& cues_;
  std::vector<Named> people_;
  std::map<std::string, int, std::less<>> score_;  // by surname: above 0 a woman's, below a man's
  std::map<uint32_t, size_t> order_;               // of blocks
};

}  // namespace synoptic::annotate::syntax

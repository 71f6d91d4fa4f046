#include "compare/outcomes/stances.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/names/part_of.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostClauses = 400;

bool is_question(std::string_view text) {
  return text.ends_with("?") || text.ends_with("？") || text.ends_with("؟");
}

// The places that a clause names.
std::set<std::string_view> lands_in(const Input& input, const StanceClause& one) {
  const auto& telling = input.tellings[one.article];
  const uint32_t block = telling.sentences[one.sentence].block;
  std::set<std::string_view> out;
  for (const auto& mention : telling.annotated->mentions) {
    if (mention.at.block == block && !mention.entity.empty() &&
        one.clause.contains(mention.at.range) && model::is_land(mention.type)) {
      out.insert(mention.entity);
    }
  }
  return out;
}

// What the clause speaks of, but for the names in it.
Passages::Bag beside_names(const Input& input, const Passages& passages, const StanceClause& one) {
  const auto& telling = input.tellings[one.article];
  const uint32_t block = telling.sentences[one.sentence].block;
  std::vector<Range> names;
  for (const auto& mention : telling.annotated->mentions) {
    if (mention.at.block == block && one.clause.contains(mention.at.range)) {
      names.push_back(mention.at.range);
    }
  }
  std::sort(names.begin(), names.end(),
            [](const Range& x, const Range& y) { return x.begin < y.begin; });
  names.push_back({one.clause.end, one.clause.end});
  Passages::Bag out;
  uint32_t begin = one.clause.begin;
  for (const Range& name : names) {
    if (begin < name.begin) {
      out = Passages::joined(std::move(out),
                             passages.bag_of(one.article, one.sentence, {begin, name.begin}));
    }
    begin = std::max(begin, name.end);
  }
  return out;
}

class StanceReader {
 public:
  StanceReader(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<StanceClause> read() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      const auto& telling = input_.tellings[i];
      if (!telling.original) continue;
      const auto lang = model::table_language(telling.annotated->article.lang);
      const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(i));
      for (uint32_t j = 1; j < end && out_.size() < kMostClauses; ++j) {
        if (!is_question(telling.sentences[j].text)) read_sentence(i, j, lang);
      }
    }
    return std::move(out_);
  }

 private:
  void read_sentence(uint32_t article, uint32_t index, std::string_view lang) {
    const Telling& telling = input_.tellings[article];
    const Sentence& sentence = telling.sentences[index];
    const auto cues = stance_cues(sentence.text, lang);
    bool no = false, soft = false;
    for (const auto& cue : cues) {
      const bool is_no =
          cue.stance == Stance::kNot || cue.stance == Stance::kDeny || cue.stance == Stance::kOpen;
      if (is_no && std::any_of(cues.begin(), cues.end(), [&](const StanceCue& other) {
            return other.stance == Stance::kMaybe && other.range.overlaps(cue.range);
          })) {
        continue;  // "does not rule out"
      }
      bool& seen = is_no ? no : soft;
      if (seen) continue;
      seen = true;
      Range clause = clause_around(sentence.text, cue.range);
      clause.begin += sentence.range.begin;
      clause.end += sentence.range.begin;
      out_.push_back({article,
                      telling.account,
                      index,
                      clause,
                      is_no ? Side::kNo : Side::kSoft,
                      cue.stance,
                      passages_.bag_of(article, index, clause),
                      {}});
      if (is_no) out_.back().words = beside_names(input_, passages_, out_.back());
    }
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<StanceClause> out_;
};

}  // namespace

std::vector<StanceClause> read_stances(const Input& input, const Passages& passages) {
  return StanceReader(input, passages).read();
}

bool speak_of_others(const Input& input, const StanceClause& a, const StanceClause& b) {
  const auto x = lands_in(input, a), y = lands_in(input, b);
  if (x.empty() || y.empty()) return false;
  return std::none_of(x.begin(), x.end(), [&](std::string_view one) {
    return std::any_of(y.begin(), y.end(), [&](std::string_view other) {
      return are_related(*input.knowledge, one, other);
    });
  });
}

bool share_words(const StanceClause& a, const StanceClause& b) {
  constexpr double kLeast = 0.10;
  return Passages::content(a.words, b.words) >= kLeast;
}

}  // namespace synoptic::compare

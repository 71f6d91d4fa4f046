#include "annotate/quotes/quote_gender.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kWordsBefore = 4;  // in which a title or an office of the name stands
constexpr size_t kLastNamed = 24;   // people of whom a pronoun may be one
constexpr int kByName = 1, kByTitle = 4;

// The last word of a name: what the article goes on with.
std::string key_of(std::string_view name) {
  const size_t blank = name.find_last_of(' ');
  return text::fold_copy(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

bool ends_in(std::string_view word, const std::vector<std::string>& endings) {
  return std::ranges::any_of(endings, [&](const std::string& ending) {
    return word.size() >= ending.size() && word.ends_with(ending);
  });
}

}  // namespace

// Above 0 for a woman, below for a man.
int PeopleTold::evidence(const Passage& p, const model::Mention& mention) const {
  const size_t name = token_at(p.tokens, mention.at.range.begin);
  const size_t first = name > kWordsBefore ? name - kWordsBefore : 0;
  for (size_t at = name; at-- > first;) {
    const Token& token = p.tokens[at];
    if (token.kind == TokenKind::kStop || token.kind == TokenKind::kQuote) break;
    if (token.kind == TokenKind::kComma && name - at > 1) break;
    if (cues_.is(CueClass::kWoman, p.tokens, at, name) ||
        ends_in(token.folded, cues_.woman_endings)) {
      return kByTitle;
    }
    if (cues_.is(CueClass::kMan, p.tokens, at, name) || ends_in(token.folded, cues_.man_endings)) {
      return -kByTitle;
    }
  }
  // "По словам губернатора Романа Бусаргина": the case hides what the name's end tells.
  for (size_t at = first; at < name; ++at) {
    if (cues_.is(CueClass::kAccording, p.tokens, at, name)) return 0;
  }
  const std::string key = key_of(mention.text);
  if (ends_in(key, cues_.woman_name_endings)) return kByName;
  return ends_in(key, cues_.man_name_endings) ? -kByName : 0;
}

void PeopleTold::learn(const Passage& p) {
  const size_t passage = order_.try_emplace(p.block, order_.size()).first->second;
  for (const model::Mention* mention : p.mentions) {
    if (mention->type != model::EntityType::kPerson || mention->form == "role") continue;
    people_.push_back({passage, mention});
    if (const int told = evidence(p, *mention); told != 0) score_[key_of(mention->text)] += told;
  }
}

Gender PeopleTold::of_key(const std::string& key) const {
  const auto found = score_.find(key);
  if (found == score_.end() || found->second == 0) return Gender::kUnknown;
  return found->second > 0 ? Gender::kWoman : Gender::kMan;
}

Gender PeopleTold::of(const model::Argument& speaker) const {
  const Gender gender = of_key(key_of(speaker.text));
  return gender != Gender::kUnknown ? gender : of_key(key_of(speaker.name));
}

const model::Mention* PeopleTold::last(Gender gender, const Passage& p, uint32_t before) const {
  const auto place = order_.find(p.block);
  if (place == order_.end()) return nullptr;
  const auto behind = std::ranges::partition_point(people_, [&](const Named& one) {
    return one.passage < place->second ||
           (one.passage == place->second && one.mention->at.range.begin < before);
  });
  const auto low = behind - std::min<std::ptrdiff_t>(kLastNamed, behind - people_.begin());
  for (auto one = behind; one != low;) {
    --one;
    if (of_key(key_of(one->mention->text)) == gender) return one->mention;
  }
  return nullptr;
}

}  // namespace synoptic::annotate::syntax

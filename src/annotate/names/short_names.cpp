// One unknown person or body under several names in an article: "James Steyer" where "James P.
// Steyer" is named, "Hanbit" where "Hanbit Energy" is, "Rizky" of "Rizky Pratama".
#include <algorithm>
#include <map>

#include "annotate/names/mentions.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/name_marks.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr size_t kMostNames = 128;  // of an article; of more the first are looked at
constexpr size_t kShortest = 3;     // letters of a name alone; two where they are syllables
constexpr size_t kShortestSyllables = 2;

struct Full {  // a name of several words
  std::vector<std::string> words;
  EntityType type = EntityType::kPerson;
  int32_t entity = -1;
  std::string name;     // as written
  std::string written;  // folded
};

bool is_spaceless(std::string_view written) {
  return text::is_spaceless(text::decode(written, 0).value);
}

// A word without a capital, where words of names have them.
bool has_small_word(std::string_view name) {
  for (const auto word : split_trimmed(name, ' ')) {
    const char32_t first = text::decode(word, 0).value;
    if ((text::is_latin(first) || text::is_cyrillic(first)) && !text::is_upper(first)) return true;
  }
  return false;
}

class ShortNames {
 public:
  explicit ShortNames(Work& work) : work_(work) {}

  void run() {
    collect();
    if (fulls_.empty()) return;
    join_fulls();
    for (Draft& draft : work_.drafts) settle(draft);
  }

 private:
  EntityType type_of(const Draft& draft) const {
    return draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
  }

  bool is_unknown(const Draft& draft) const {
    return !draft.dropped && draft.entity < 0 && draft.id.empty() &&
           (draft.form == "name" || draft.form == "short");
  }

  std::string name_of(const Draft& draft) const {
    return draft.name.empty() ? std::string(work_.raw(draft)) : draft.name;
  }

  void collect() {
    for (const Draft& draft : work_.drafts) {
      if (fulls_.size() >= kMostNames) return;
      if (draft.dropped || !draft.id.empty() || draft.form != "name") continue;
      const EntityType type = type_of(draft);
      const bool person = type == EntityType::kPerson;
      if (!person && (type != EntityType::kOrg || draft.entity >= 0)) continue;
      std::string name = draft.entity >= 0 ? std::string(work_.raw(draft)) : name_of(draft);
      std::string folded = text::fold_copy(name);
      std::vector<std::string> words;
      for (const auto word : split_trimmed(folded, ' ')) words.emplace_back(word);
      if (words.size() < 2 && type == EntityType::kOrg) bodies_.insert(folded);
      const bool whole = is_spaceless(folded) && type == EntityType::kOrg;
      if (words.size() < 2 && !whole) continue;
      if (!seen_.insert(folded).second) continue;
      for (auto& word : words) {
        while (word.ends_with('.')) word.pop_back();
      }
      fulls_.push_back({std::move(words), type, draft.entity, std::move(name), std::move(folded)});
    }
  }

  // All words of the shorter stand in the longer, in order, and both begin with the same.
  static bool holds(const Full& longer, const Full& shorter) {
    if (longer.words.size() <= shorter.words.size() || longer.words[0] != shorter.words[0]) {
      return false;
    }
    size_t at = 0;
    for (const auto& word : shorter.words) {
      while (at < longer.words.size() && longer.words[at] != word) ++at;
      if (at++ == longer.words.size()) return false;
    }
    if (has_small_word(longer.name)) return false;  // "Divya Patil of India"
    const auto& last = longer.words.back();         // the son's name is not the father's
    return !text::is_mark_of_son(last) && !text::is_mark_of_father(last);
  }

  // "Laura Chinchilla Miranda" is whom the article also calls "Laura Chinchilla".
  void join_fulls() {
    for (size_t i = 0; i < fulls_.size(); ++i) {
      if (fulls_[i].type != EntityType::kPerson) continue;
      const Full* longer = nullptr;
      int found = 0;
      for (const Full& other : fulls_) {
        if (other.type != EntityType::kPerson || !holds(other, fulls_[i])) continue;
        if (longer == nullptr || other.words.size() > longer->words.size()) longer = &other;
        ++found;
      }
      if (found != 1) continue;
      const bool known = fulls_[i].entity >= 0;
      if (known == (longer->entity >= 0)) {
        if (!known) joined_[fulls_[i].written] = longer;
      } else {
        joined_[known ? longer->written : fulls_[i].written] = known ? &fulls_[i] : longer;
      }
    }
  }

  // "Donghae said" where the firm "Donghae Construction" is named: no town speaks, unless a land is
  // governed from it; nor does one of a firm stand behind "the builder".
  bool is_firm_called_like_town(const Draft& draft, const Full& body) const {
    if (work_.names.country_of_capital(draft.entity) >= 0) return false;
    const Text& text = work_.texts[draft.text];
    const auto is_kind = [&](const knowledge::Cue& cue) { return cue.text == body.words.back(); };
    if (std::ranges::any_of(work_.knowledge.cues("mention_kind"), is_kind)) return false;
    const auto next = piece_from(text.pieces, draft.word.end);
    if (next != text.pieces.end() && next->has(knowledge::NameCue::kWill) &&
        is_adjacent(text, draft.word, next->word)) {
      return true;
    }
    constexpr uint32_t kReach = 40;
    const uint32_t begin = draft.word.begin > kReach ? draft.word.begin - kReach : 0;
    const std::string front = text::fold_copy(Range{begin, draft.word.begin}.of(text.source.raw));
    return std::ranges::any_of(work_.cues("mention_company_before"), [&](const auto* cue) {
      return cue->value.empty() && front.ends_with(" " + cue->text + " ");
    });
  }

  void settle_town(Draft& draft) const {
    if (draft.dropped || draft.entity < 0 || draft.form != "name" ||
        type_of(draft) != EntityType::kCity) {
      return;
    }
    const std::string folded = text::fold_copy(work_.raw(draft));
    const Full* body = only_body(folded);
    if (body == nullptr || body->entity >= 0 || !is_firm_called_like_town(draft, *body)) return;
    point_at(draft, *body);
    draft.type = EntityType::kOrg;
    draft.form = "short";
  }

  void settle(Draft& draft) {
    settle_town(draft);
    if (!is_unknown(draft)) return;
    const std::string folded = text::fold_copy(name_of(draft));
    if (const auto joined = joined_.find(folded); joined != joined_.end()) {
      if (draft.type == EntityType::kPerson) point_at(draft, *joined->second);
      return;
    }
    if (draft.rule != "tagger" && draft.rule != "nil_again") return;
    if (folded.find(' ') != std::string::npos) return;
    const size_t letters = text::count_code_points(folded);
    const bool syllables = is_spaceless(folded) || text::is_hangul(text::decode(folded, 0).value);
    if (letters < (syllables ? kShortestSyllables : kShortest)) return;
    const Full* person = only_person(folded);
    if (person != nullptr && draft.type == EntityType::kPerson) {
      const auto joined = joined_.find(person->written);
      point_at(draft, joined == joined_.end() ? *person : *joined->second);
      draft.form = "short";
      return;
    }
    if (draft.type == EntityType::kPerson || has_person(folded) || !bodies_.contains(folded))
      return;
    const Full* body = only_body(folded);
    if (body == nullptr || is_plain_word(folded)) return;
    point_at(draft, *body);
    draft.type = EntityType::kOrg;
    draft.form = "short";
  }

  // "野党": where no capital tells a name, the opposition is none.
  bool is_plain_word(const std::string& folded) {
    const char32_t first = text::decode(folded, 0).value;
    if (text::is_latin(first) || text::is_cyrillic(first)) return false;
    const auto [known, fresh] = plain_.try_emplace(folded, false);
    if (fresh) known->second = is_noun(work_, folded);
    return known->second;
  }

  bool has_person(const std::string& word) const {
    return std::ranges::any_of(fulls_, [&](const Full& full) {
      return full.type == EntityType::kPerson &&
             std::ranges::find(full.words, word) != full.words.end();
    });
  }

  const Full* only_person(const std::string& word) const {
    const Full* only = nullptr;
    for (const Full& full : fulls_) {
      if (full.type != EntityType::kPerson) continue;
      if (std::ranges::find(full.words, word) == full.words.end()) continue;
      if (only != nullptr && !are_joined(*only, full)) return nullptr;
      only = &full;
    }
    return only;
  }

  bool are_joined(const Full& a, const Full& b) const {
    const auto head = [&](const Full& full) {
      const auto joined = joined_.find(full.written);
      return joined == joined_.end() ? &full : joined->second;
    };
    return head(a) == head(b);
  }

  // "Kashima" of "Kashima Antlers", 鹿島 of 鹿島アントラーズ.
  const Full* only_body(const std::string& word) const {
    const Full* only = nullptr;
    for (const Full& full : fulls_) {
      if (full.type != EntityType::kOrg || full.written == word) continue;
      const bool begins = is_spaceless(word)
                              ? full.written.starts_with(word) && full.words.size() == 1
                              : full.words[0] == word && full.words.size() > 1;
      if (!begins ||
          !text::is_letter(text::decode_before(full.written, full.written.size()).value)) {
        continue;
      }
      if (only != nullptr) return nullptr;
      only = &full;
    }
    return only;
  }

  static void point_at(Draft& draft, const Full& full) {
    draft.entity = full.entity;
    draft.name = full.entity >= 0 ? std::string() : full.name;
    draft.rule = "part_of_fuller_name";
  }

  Work& work_;
  std::vector<Full> fulls_;
  std::unordered_set<std::string> seen_;
  std::unordered_set<std::string> bodies_;     // names of one word that are bodies somewhere
  std::map<std::string, bool> plain_;          // by the folded word
  std::map<std::string, const Full*> joined_;  // of the folded shorter, or unknown, name
};

}  // namespace

void settle_short_names(Work& work) { ShortNames(work).run(); }

}  // namespace synoptic::annotate

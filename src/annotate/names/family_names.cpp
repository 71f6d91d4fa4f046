// Family names that stand first: "김민수 … 김 단장", "真壁俊郎 … 真壁被告". A family name before a
// title is the person's who was named in full with it.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

constexpr size_t kShortestFull = 3, kLongestFamily = 3;  // letters
constexpr size_t kMostPeople = 128;

// Of such signs only: "大の里" is no name of two parts.
bool is_family_first(std::string_view written) {
  for (size_t at = 0; at < written.size(); at += text::decode(written, at).length) {
    const char32_t c = text::decode(written, at).value;
    if (!text::is_hangul(c) && !text::is_han(c)) return false;
  }
  return true;
}

class FamilyNames {
 public:
  explicit FamilyNames(Work& work) : work_(work) {}

  void run() {
    collect();
    if (people_.empty()) return;
    for (Draft& draft : work_.drafts) settle_alone(draft);
    for (uint32_t i = 0; i < work_.texts.size(); ++i) {
      for (const Piece& piece : work_.texts[i].pieces) {
        if (piece.entity < 0 && (piece.role >= 0 || piece.has(NameCue::kPersonMark))) {
          look_before(i, piece);
        }
      }
    }
    for (Draft& draft : found_) work_.drafts.push_back(std::move(draft));
  }

 private:
  struct Person {
    std::string written, name;
    int32_t entity = -1;
  };

  void collect() {
    for (const Draft& draft : work_.drafts) {
      if (people_.size() >= kMostPeople) return;
      if (draft.dropped || !draft.id.empty() || draft.form == "role") continue;
      const EntityType type = draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
      const std::string_view written = work_.raw(draft);
      if (type != EntityType::kPerson || !is_family_first(written) ||
          written.find(' ') != std::string_view::npos ||
          text::count_code_points(written) < kShortestFull) {
        continue;
      }
      const std::string name = draft.name.empty() ? std::string(written) : draft.name;
      const bool known = std::ranges::any_of(people_, [&](const Person& person) {
        return draft.entity >= 0 ? person.entity == draft.entity : person.name == name;
      });
      if (!known) people_.push_back({std::string(written), name, draft.entity});
    }
  }

  // The one person whose name goes on behind that; nullptr: none, or several.
  const Person* only(std::string_view family) const {
    const Person* found = nullptr;
    for (const Person& person : people_) {
      if (person.written.size() <= family.size() || !person.written.starts_with(family)) continue;
      if (found != nullptr) return nullptr;
      found = &person;
    }
    return found;
  }

  static void point_at(Draft& draft, const Person& person) {
    draft.entity = person.entity;
    draft.name = person.entity >= 0 ? std::string() : person.name;
    draft.type = EntityType::kPerson;
    draft.form = "short";
    draft.rule = "surname_carried";
  }

  // A name that the tagger takes for another person's.
  void settle_alone(Draft& draft) const {
    constexpr size_t kLeast = 2;
    if (draft.dropped || draft.entity >= 0 || draft.type != EntityType::kPerson ||
        draft.rule != "tagger") {
      return;
    }
    const std::string_view written = work_.raw(draft);
    if (!is_family_first(written) || written.find(' ') != std::string_view::npos ||
        text::count_code_points(written) < kLeast) {
      return;
    }
    if (const Person* person = only(written)) point_at(draft, *person);
  }

  void look_before(uint32_t t, const Piece& title) {
    const std::string_view raw = work_.texts[t].source.raw;
    uint32_t end = title.word.begin;
    const bool blank = end > 0 && raw[end - 1] == ' ';
    if (blank) --end;
    if (end == 0) return;
    const bool syllables = text::is_hangul(text::decode_before(raw, end).value);
    if (blank != syllables) return;
    uint32_t begin = end;
    std::vector<uint32_t> begins;
    for (size_t i = 0; i < kLongestFamily && begin > 0; ++i) {
      const text::CodePoint c = text::decode_before(raw, begin);
      if (syllables ? !text::is_hangul(c.value) : !text::is_han(c.value)) break;
      begin -= c.length;
      begins.push_back(begin);
    }
    for (auto at = begins.rbegin(); at != begins.rend(); ++at) {
      const bool inside =
          *at > 0 && syllables && text::is_letter(text::decode_before(raw, *at).value);
      if (inside) continue;
      const Range range{*at, end};
      const Person* person = only(range.of(raw));
      if (person == nullptr) continue;
      take(t, range, title.word.end, *person);
      return;
    }
  }

  void take(uint32_t t, Range range, uint32_t title_end, const Person& person) {
    Draft* held = nullptr;
    for (Draft& draft : work_.drafts) {
      if (draft.dropped || draft.text != t || !draft.word.overlaps(range)) continue;
      const bool ours = draft.entity < 0 && draft.id.empty() && draft.raw.begin >= range.begin &&
                        draft.raw.end <= title_end && draft.form != "role" && held == nullptr;
      if (!ours) return;
      held = &draft;
    }
    if (held == nullptr) {
      Draft draft{.text = t, .raw = range, .word = range};
      draft.sentence = sentence_of(work_.texts[t].source, range.begin);
      point_at(draft, person);
      found_.push_back(std::move(draft));
      return;
    }
    held->raw = held->word = range;
    point_at(*held, person);
  }

  Work& work_;
  std::vector<Person> people_;
  std::vector<Draft> found_;
};

}  // namespace

void carry_family_names(Work& work) { FamilyNames(work).run(); }

}  // namespace synoptic::annotate

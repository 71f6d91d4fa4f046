// A bare surname is the person's whom the article named in full before, though a famous one is
// called so: "Uwe Scholz, der Wirt … Scholz sagte". The famous one keeps the name where he is named
// in full or with his office himself, or where it stands alone first.
#include <algorithm>
#include <map>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "annotate/names/name_forms.h"
#include "base/strings.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

constexpr size_t kMostPeople = 128;  // of an article; of more the first are looked at

class Namesakes {
 public:
  explicit Namesakes(Work& work) : work_(work), forms_(work) {}

  void run() {
    sort_drafts(work_);
    for (size_t i = 0; i < work_.drafts.size(); ++i) note(i);
    for (const auto& [entity, famous] : famous_) {
      if (!famous.told && !famous.bare.empty() && !is_named_otherwise(entity)) settle(famous);
    }
  }

 private:
  struct Full {
    size_t draft = 0;
    std::string surname, name;  // the surname folded, the name as written
    int32_t entity = -1;
  };
  struct Famous {
    bool told = false;         // in full, or with his office
    std::vector<size_t> bare;  // drafts
  };

  // The last word of a name, folded; empty: it has but one.
  static std::string last_word(std::string_view name) {
    const size_t blank = name.find_last_of(' ');
    return blank == std::string_view::npos ? std::string()
                                           : text::fold_copy(name.substr(blank + 1));
  }

  static bool is_one_word(std::string_view written) {
    return written.find(' ') == std::string_view::npos;
  }

  bool has_office(const Draft& draft) const {
    if (draft.role_id.empty()) return false;
    return std::ranges::any_of(work_.entity(draft.entity).roles,
                               [&](const auto& held) { return held.role == draft.role_id; });
  }

  void note(size_t i) {
    const Draft& draft = work_.drafts[i];
    if (draft.dropped || draft.form == "role" || draft.form == "adjective") return;
    const EntityType type = draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
    const std::string_view written = work_.raw(draft);
    const bool person = type == EntityType::kPerson;
    if (draft.entity >= 0 && draft.rule != kTeamRule && (person || model::is_land(type))) {
      Famous& famous = famous_[draft.entity];
      if (is_one_word(written)) famous.bare.push_back(i);
      famous.told |= person && (!is_one_word(written) || has_office(draft));
      famous.told |= !person && stands_in(draft);
    }
    if (!person || is_one_word(written) || people_.size() >= kMostPeople) return;
    if (draft.entity < 0 && has_doubtful_front(draft)) return;
    people_.push_back({i, last_word(written),
                       std::string(draft.name.empty() ? written : std::string_view(draft.name)),
                       draft.entity});
  }

  // "Chairman Tusk": a noun may have the capital of the sentence, unless the name is set off.
  bool has_doubtful_front(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    const std::string_view raw = text.source.raw;
    if (!is_cased(text::decode(raw, draft.raw.begin).value)) return false;
    const auto& sentences = text.source.sentences;
    if (sentences.empty() || draft.sentence >= sentences.size() ||
        sentences[draft.sentence].begin != draft.raw.begin) {
      return false;
    }
    const std::string_view behind = raw.substr(draft.raw.end);
    return !behind.starts_with(',') && !behind.starts_with(" (");
  }

  bool stands_in(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    Piece piece;
    piece.raw = draft.raw;
    piece.word = draft.word;
    return stands_inside(work_, text, piece) || !beside_will(text, draft.word);
  }

  // "Montenegro acrescentou"
  static bool beside_will(const Text& text, Range range) {
    const auto next = piece_from(text.pieces, range.end);
    if (next != text.pieces.end() && next->has(NameCue::kWill) &&
        is_adjacent(text, range, next->word)) {
      return true;
    }
    const auto here = piece_from(text.pieces, range.begin);
    if (here == text.pieces.begin()) return false;
    return (here - 1)->has(NameCue::kWill) && is_adjacent(text, (here - 1)->word, range);
  }

  // "Donaldem Tuskem" that the tables do not read, "Donlad Tusk": himself in full.
  bool is_named_otherwise(int32_t entity) const {
    const auto& lexicon = lexicon::Lexicon::load();
    return std::ranges::any_of(people_, [&](const Full& full) {
      if (full.entity >= 0) return false;
      const std::string name = text::fold_copy(full.name);
      auto given = split_trimmed(name, ' ');  // "Chairman Donald Tusk" has it behind a title
      given.pop_back();
      return std::ranges::any_of(work_.entity(entity).aliases, [&](const knowledge::Alias& alias) {
        if (is_one_word(alias.text) || !is_of_surname(full, last_word(alias.text))) return false;
        const std::string own = first_word(alias.text), sounds = lexicon.sounds_of(own);
        return std::ranges::any_of(given, [&](std::string_view word) {
          return own.starts_with(word.substr(0, NameForms::stem_bytes(word))) ||
                 (!sounds.empty() && lexicon.sounds_of(word) == sounds);
        });
      });
    });
  }

  bool is_of_surname(const Full& full, const std::string& surname) const {
    return forms_.differ_by_ending(full.surname, surname) ||
           full.surname.starts_with(surname.substr(0, NameForms::stem_bytes(surname)));
  }

  static std::string first_word(std::string_view name) {
    return text::fold_copy(name.substr(0, name.find(' ')));
  }

  bool is_title(const Draft& draft) const {
    return work_.texts[draft.text].block == model::kTitleBlock;
  }

  // The one person of that surname who is named in full before the draft.
  const Full* before(size_t draft, int32_t entity) const {
    const std::string word = text::fold_copy(work_.raw(work_.drafts[draft]));
    const Full* found = nullptr;
    for (const Full& full : people_) {
      if (full.draft > draft) break;
      if (full.entity == entity || !forms_.differ_by_ending(full.surname, word)) continue;
      const bool other =
          found != nullptr && (found->entity != full.entity ||
                               (full.entity < 0 && !forms_.are_forms(found->name, full.name)));
      if (other) return nullptr;  // two of a family: either may be meant
      if (found == nullptr) found = &full;
    }
    return found;
  }

  void settle(const Famous& famous) {
    const int32_t entity = work_.drafts[famous.bare.front()].entity;
    // A headline stands before all, so that the first one of the text decides.
    const auto first =
        std::ranges::find_if(famous.bare, [&](size_t i) { return !is_title(work_.drafts[i]); });
    if (first == famous.bare.end()) return;
    const Full* person = before(*first, entity);
    if (person == nullptr) return;
    for (const size_t i : famous.bare) {
      Draft& draft = work_.drafts[i];
      if (!is_title(draft)) person = before(i, entity);
      if (person == nullptr) return;
      if (!forms_.differ_by_ending(person->surname, text::fold_copy(work_.raw(draft)))) continue;
      draft.entity = person->entity;
      draft.name = person->entity >= 0 ? std::string() : person->name;
      draft.type = EntityType::kPerson;
      draft.form = "short";
      draft.rule = "surname_carried";
    }
  }

  Work& work_;
  NameForms forms_;
  std::vector<Full> people_;
  std::map<int32_t, Famous> famous_;
};

}  // namespace

void settle_namesakes(Work& work) { Namesakes(work).run(); }

}  // namespace synoptic::annotate

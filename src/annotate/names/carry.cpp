// Names that the article itself teaches: the surname of a person named in full, the other name in
// brackets behind a name, an unknown name said again.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "annotate/names/misspelt.h"
#include "annotate/names/name_forms.h"
#include "annotate/names/taken_ranges.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

constexpr size_t kLongestBracket = 60;  // bytes
constexpr uint32_t kShortestSurname = 3, kShortestCaseless = 4;

class Carrier {
 public:
  explicit Carrier(Work& work) : work_(work), forms_(work), taken_(work) {}

  void run() {
    sort_drafts(work_);
    for (const Draft& draft : work_.drafts) {
      if (!draft.dropped && type_of(draft) == EntityType::kPerson && draft.form != "role") {
        learn_surname(draft);
      }
    }
    for (size_t i = 0; i < work_.drafts.size(); ++i) learn(i);
    know_learnt();
    knowledge::NameTrieBuilder names;
    const std::array<knowledge::DroppableEndings, 1> endings{
        {{work_.rules.lang, forms_.droppable()}}};
    for (const auto& [folded, name] : learnt_) {
      if (name.target < 0) continue;
      knowledge::NameEntry entry{.kind = knowledge::NameEntry::Kind::kLocal,
                                 .target = static_cast<uint32_t>(name.target)};
      knowledge::describe_spelling(name.text, entry);
      names.insert(folded, entry, name.text, {}, endings);
    }
    if (!names.empty()) match_again(names.build());
    find_misspelt(work_, taken_);
  }

 private:
  struct Learnt {
    int32_t target = -1;  // in work.locals; -1: two have it
    std::string text;
  };

  EntityType type_of(const Draft& draft) const {
    return draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
  }

  // The surname that a person named in full has, where an unknown name stands that may be a
  // person's: in a script without capitals the look of it tells little, and an organisation that
  // nobody knows is less likely than the person who was just named.
  const LocalName* surname_of(const Draft& draft) const {
    if (draft.entity >= 0 || draft.rule != "tagger") return nullptr;
    const std::string_view written = work_.raw(draft);
    const bool may_be = draft.type == EntityType::kPerson || draft.type == EntityType::kOrg ||
                        (model::is_place(draft.type) && !is_cased(text::decode(written, 0).value));
    if (!may_be) return nullptr;
    const std::string folded = text::fold_copy(written);
    const auto known = learnt_.find(folded);
    if (known == learnt_.end()) {
      return draft.type == EntityType::kPerson ? surname_declined(folded) : nullptr;
    }
    if (known->second.target < 0) return nullptr;
    const LocalName& local = work_.locals[static_cast<size_t>(known->second.target)];
    return local.rule == "surname_carried" ? &local : nullptr;
  }

  // "Kowalewskiej" of "Anna Kowalewska", where no other surname may be meant.
  const LocalName* surname_declined(std::string_view folded) const {
    if (forms_.droppable().empty() || folded.find(' ') != std::string_view::npos) return nullptr;
    const LocalName* only = nullptr;
    // What differs by its ending has the same stem, so it stands near.
    const std::string stem(folded.substr(0, NameForms::stem_bytes(folded)));
    for (auto at = learnt_.lower_bound(stem); at != learnt_.end(); ++at) {
      const auto& [surname, name] = *at;
      if (!surname.starts_with(stem)) break;
      if (name.target < 0 || !forms_.differ_by_ending(surname, folded)) continue;
      const LocalName& local = work_.locals[static_cast<size_t>(name.target)];
      if (local.rule != "surname_carried") return nullptr;
      const bool same = only == nullptr || (only->entity == local.entity &&
                                            (local.entity >= 0 || only->name == local.name));
      if (!same) return nullptr;
      only = &local;
    }
    return only;
  }

  // An unknown name that the article elsewhere says is a known one's.
  void know_learnt() {
    for (Draft& draft : work_.drafts) {
      if (draft.dropped || draft.entity >= 0 || draft.rule != "tagger") continue;
      if (const LocalName* surname = surname_of(draft)) {
        draft.entity = surname->entity;
        draft.name = surname->name;
        draft.type = surname->type;
        draft.form = surname->form;
        draft.rule = surname->rule;
        continue;
      }
      const auto known = learnt_.find(text::fold_copy(work_.raw(draft)));
      if (known == learnt_.end() || known->second.target < 0) continue;
      const LocalName& local = work_.locals[static_cast<size_t>(known->second.target)];
      if (local.entity < 0) continue;
      draft.entity = local.entity;
      draft.form = local.form;
      draft.rule = local.rule;
    }
  }

  void learn(size_t i) {
    const Draft& draft = work_.drafts[i];
    if (draft.dropped) return;
    if (surname_of(draft) != nullptr) return;
    if (draft.entity < 0 && (draft.rule.starts_with("nil_") || draft.rule == "tagger")) {
      remember(work_.raw(draft),
               {.name = draft.name, .type = draft.type, .form = "name", .rule = "nil_again"});
    }
    if (draft.form != "adjective" && draft.form != "role") learn_bracket(i);
  }

  void remember(std::string_view written, LocalName local) {
    const std::string folded = text::fold_copy(written);
    if (folded.empty()) return;
    const auto target = static_cast<int32_t>(add_local(work_, std::move(local)));
    const auto [known, added] = learnt_.emplace(folded, Learnt{target, std::string(written)});
    if (added || known->second.target == target) return;
    const auto& old = work_.locals[static_cast<size_t>(std::max(known->second.target, 0))];
    const auto& now = work_.locals[static_cast<size_t>(target)];
    // What brackets say of an unknown name is more than its being said.
    if (known->second.target >= 0 && (old.entity < 0) != (now.entity < 0)) {
      if (old.entity < 0) known->second.target = target;
      return;
    }
    const bool same = known->second.target >= 0 && old.entity == now.entity &&
                      (old.entity >= 0 || forms_.are_forms(old.name, now.name));
    if (!same) known->second.target = -1;
  }

  void learn_surname(const Draft& draft) {
    std::string_view name = work_.raw(draft);
    size_t begin = name.size();
    char32_t mark = 0;
    while (begin > 0) {
      const text::CodePoint c = text::decode_before(name, begin);
      if (c.value == ' ' || (c.value != '-' && knowledge::name_character(c.value) == ' ')) {
        mark = c.value;
        break;
      }
      begin -= c.length;
    }
    if (mark == 0 || begin >= name.size()) return;
    const std::string_view surname = name.substr(begin);
    const text::CodePoint first = text::decode(surname, 0);
    const size_t letters = text::count_code_points(surname);
    if (is_cased(first.value)) {
      if (!text::is_upper(first.value) || letters < kShortestSurname) return;
    } else if (text::is_spaceless(first.value)) {
      if (letters < 2) return;
    } else if (letters < kShortestCaseless) {
      return;
    }
    remember(surname, {.entity = draft.entity,
                       .name = draft.entity >= 0 ? "" : draft.name,
                       .type = EntityType::kPerson,
                       .form = "short",
                       .rule = "surname_carried",
                       .weak = draft.weak});
  }

  // "X (Y)": the other script's name or the abbreviation of what stands before.
  void learn_bracket(size_t position) {
    const Draft& draft = work_.drafts[position];
    const std::string_view raw = work_.texts[draft.text].source.raw;
    size_t at = draft.word.end;
    if (at < raw.size() && raw[at] == '"') ++at;
    if (at < raw.size() && raw[at] == ' ') ++at;
    if (at >= raw.size()) return;
    const text::CodePoint open = text::decode(raw, at);
    if (open.value != '(' && open.value != U'（') return;
    const std::string_view close = open.value == '(' ? ")" : "）";
    const size_t begin = at + open.length;
    const size_t end = raw.find(close, begin);
    if (end == std::string_view::npos || end - begin > kLongestBracket) return;
    const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    const std::string_view inside = text::trim_space(range.of(raw));
    if (inside.empty() || is_taken_by_known(position, range)) return;
    const char32_t first = text::decode(inside, 0).value;
    const char32_t before = text::decode(raw, draft.raw.begin).value;
    if (!text::is_letter(first)) return;
    const bool other_script =
        text::is_latin(first) != text::is_latin(before) && text::is_upper(first);
    if (!other_script && !is_abbreviation(inside)) return;
    // "Public Health England (PHE)", "Middle East respiratory syndrome (MERS)": not the place's.
    const EntityType type = draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
    if (model::is_place(type) && is_abbreviation(inside) && initials(draft.raw.of(raw)) != inside) {
      return;
    }
    // "Jane Roe (GBR)": what stands behind an unknown person is the country or the club.
    if (draft.rule == "tagger" && (draft.type != EntityType::kOrg || !is_abbreviation(inside))) {
      return;
    }
    constexpr size_t kMostWords = 5;
    if (text::words(inside).size() > kMostWords) return;
    remember(inside, {.entity = draft.entity,
                      .name = draft.entity >= 0 ? "" : draft.name,
                      .type = draft.type,
                      .form = "alias",
                      .rule = "alias_in_brackets",
                      .id = draft.id});
    // An unknown name found there already is this one.
    for (size_t j = position + 1; j < work_.drafts.size(); ++j) {
      Draft& other = work_.drafts[j];
      if (other.text != draft.text || other.raw.begin >= range.end) break;
      if (range.contains(other.raw) && !other.dropped) {
        other.entity = draft.entity;
        other.name = draft.entity >= 0 ? "" : draft.name;
        other.id = draft.id;
        other.type = draft.type;
        other.form = "alias";
        other.rule = "alias_in_brackets";
      }
    }
  }

  bool is_taken_by_known(size_t position, Range range) const {
    const uint32_t text = work_.drafts[position].text;
    for (size_t j = position + 1; j < work_.drafts.size(); ++j) {
      const Draft& draft = work_.drafts[j];
      if (draft.text != text || draft.raw.begin >= range.end) break;
      if (draft.dropped || !draft.word.overlaps(range)) continue;
      if (draft.entity >= 0 || !range.contains(draft.raw)) return true;
    }
    return false;
  }

  static std::string initials(std::string_view name) {
    std::string letters;
    for (const text::Word& word : text::words(name)) {
      const text::CodePoint first = text::decode(word.range.of(name), 0);
      if (text::is_upper(first.value)) text::append_utf8(letters, first.value);
    }
    return letters;
  }

  static bool is_abbreviation(std::string_view word) {
    size_t letters = 0;
    for (size_t at = 0; at < word.size();) {
      const text::CodePoint c = text::decode(word, at);
      const bool joins =
          at > 0 && at + c.length < word.size() && (c.value == '-' || c.value == ' ');
      if (!joins && !text::is_upper(c.value)) return false;  // "MP-RJ", "CC OO"
      letters += !joins;
      at += c.length;
    }
    return letters >= 2 && letters <= 8;
  }

  // "Los Reyes Felipe y Letizia" where a Reyes is named, too.
  bool is_office(const Text& text, const Piece& surname) const {
    const std::string_view raw = text.source.raw;
    for (auto piece = piece_from(text.pieces, surname.word.begin);
         piece != text.pieces.end() && piece->word.begin == surname.word.begin; ++piece) {
      if (piece->role < 0 || piece->word != surname.word) continue;
      const size_t at = surname.word.end;
      const bool named =
          at + 1 < raw.size() && raw[at] == ' ' && text::is_upper(text::decode(raw, at + 1).value);
      return named || is_definite(work_, text, *piece);
    }
    return false;
  }

  void match_again(const knowledge::NameTrie& trie) {
    std::vector<std::vector<Piece>> found(work_.texts.size());
    const FewNames names(trie);
    std::unordered_set<int32_t> acting;  // weak names that are seen to speak or to want
    for (uint32_t t = 0; t < work_.texts.size(); ++t) {
      match_names(work_.texts[t].source, names, work_.rules, found[t]);
      for (const Piece& piece : found[t]) {
        if (!work_.locals[static_cast<size_t>(piece.local)].weak || beside_will(t, piece.word)) {
          acting.insert(piece.local);
        }
      }
    }
    for (uint32_t t = 0; t < work_.texts.size(); ++t) {
      for (const Piece& piece : found[t]) {
        if (!acting.contains(piece.local) || taken_.holds(t, piece.raw)) continue;
        const LocalName& local = work_.locals[static_cast<size_t>(piece.local)];
        if (local.rule == "surname_carried" && is_office(work_.texts[t], piece)) continue;
        Draft draft{.text = t, .raw = piece.raw, .word = piece.word, .sentence = piece.sentence};
        draft.entity = local.entity;
        draft.id = local.id;
        draft.name = local.name;
        draft.type = local.type;
        draft.form = local.form;
        draft.rule = local.rule;
        draft.prefixed = piece.prefixed;
        work_.drafts.push_back(draft);
        taken_.add(t, piece.word);
      }
    }
  }

  bool beside_will(uint32_t t, Range range) const {
    const Text& text = work_.texts[t];
    const auto next = piece_from(text.pieces, range.end);
    if (next != text.pieces.end() && next->has(NameCue::kWill) &&
        is_adjacent(text, range, next->word)) {
      return true;
    }
    auto before = piece_from(text.pieces, range.begin);
    if (before == text.pieces.begin()) return false;
    --before;
    return before->has(NameCue::kWill) && is_adjacent(text, before->word, range);
  }

  Work& work_;
  NameForms forms_;
  std::map<std::string, Learnt> learnt_;
  TakenRanges taken_;
};

}  // namespace

void carry_names(Work& work) { Carrier(work).run(); }

}  // namespace synoptic::annotate

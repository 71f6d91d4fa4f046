#include "annotate/events/parties.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/table.h"
#include "model/article.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestParty = 10;  // tokens
constexpr size_t kLongestPart = 40;   // tokens of a clause before its verb
constexpr size_t kLongestDoer = 6;    // tokens behind a passive

// "London – the mayor": a dash between blanks parts.
bool is_dash_between(const Sentence& s, size_t at) {
  const Range range = s.token(at).at;
  return at > s.begin && at + 1 < s.end && s.token(at - 1).at.end < range.begin &&
         range.end < s.token(at + 1).at.begin;
}

// A word that may stand inside the name of somebody.
bool may_be_party(const Sentence& s, size_t at) {
  if (s.token(at).kind == TokenKind::kOther && is_dash_between(s, at)) return false;
  if (s.is_word(at) && s.token(at).folded.empty()) return false;
  const Mark& mark = s.mark(at);
  const TokenKind kind = s.token(at).kind;
  return (kind == TokenKind::kWord || kind == TokenKind::kOther) && !mark.boundary &&
         !mark.relative && mark.trigger < 0 && !mark.negation;
}

}  // namespace

struct Parties::Tables {
  std::map<std::string, std::unique_ptr<Parties>, std::less<>> languages;

  Tables() {
    constexpr std::array<std::string_view, kClasses> kNames{"nobody", "edge",    "time", "verb",
                                                            "noun",   "measure", "claim"};
    const DataTable table = DataTable::embedded("annotate/parties.tsv", 3);
    for (const TableRow row : table) {
      auto& slot = languages[std::string(row[0])];
      if (!slot) slot = std::make_unique<Parties>();
      slot->persons_ = Persons::of(row[0]);
      if (row[1] == "order") {
        for (const std::string_view word : row.words(2)) {
          if (word == "agent behind") slot->agents_behind_ = true;
          if (word == "owner behind") slot->owners_behind_ = true;
        }
        continue;
      }
      const auto found = std::ranges::find(kNames, row[1]);
      if (found == kNames.end()) table.refuse(row, "unknown class of words");
      for (const std::string_view word : row.words(2)) {
        slot->tables_[static_cast<size_t>(found - kNames.begin())].add(word, 0);
      }
    }
  }
};

const Parties* Parties::of(std::string_view lang) {
  static const Tables tables;
  const auto found = tables.languages.find(model::table_language(lang));
  return found == tables.languages.end() ? nullptr : found->second.get();
}

bool Parties::is(Class kind, const Sentence& s, size_t at, size_t end, size_t& behind) const {
  PhraseMatch found;
  if (!s.is_word(at) || !tables_[kind].match(s.passage->tokens, at, end, found)) return false;
  behind = found.end;
  return true;
}

bool Parties::is_verb(const Sentence& s, size_t at) const {
  size_t behind = 0;
  if (is_named(s, at)) return false;
  return is(kVerb, s, at, at + 1, behind) && !is(kNoun, s, at, at + 1, behind);
}

bool Parties::is_time(const Sentence& s, size_t at, size_t end, size_t& behind) const {
  behind = at + 1;
  if (is_named(s, at)) return false;
  return s.mark(at).time || is(kTime, s, at, end, behind);
}

bool Parties::is_named(const Sentence& s, size_t at) const {
  const int name = s.mark(at).name;
  return name >= 0 && !is_misread(s, s.names[static_cast<size_t>(name)]);
}

void Parties::strip_front(const Sentence& s, Stretch& words) const {
  while (words.begin < words.end) {
    size_t behind = words.begin + 1;
    const Mark& mark = s.mark(words.begin);
    const bool small =
        mark.conjunction || mark.adverb || s.token(words.begin).kind != TokenKind::kWord;
    if (mark.name >= 0) return;
    if (!small && !is_time(s, words.begin, words.end, behind) &&
        !is(kEdge, s, words.begin, words.end, behind)) {
      return;
    }
    words.begin = behind;
  }
}

void Parties::strip_back(const Sentence& s, Stretch& words) const {
  while (words.begin < words.end) {
    const size_t last = words.end - 1;
    size_t behind = 0;
    const Mark& mark = s.mark(last);
    if (mark.name >= 0) return;
    const bool small =
        mark.conjunction || mark.adverb || mark.negation || s.token(last).kind != TokenKind::kWord;
    if (!small && !is(kEdge, s, last, words.end, behind)) return;
    --words.end;
  }
}

// Neither a number of days nor a sum, nor what begins with a preposition.
bool Parties::is_party(const Sentence& s, Stretch words) const {
  if (words.begin >= words.end || words.end - words.begin > kLongestParty) return false;
  size_t behind = 0;
  if (is(kNobody, s, words.begin, words.end, behind) || is_verb(s, words.begin)) return false;
  bool named = false;
  for (size_t at = words.begin; at < words.end; ++at) {
    if (s.mark(at).name >= 0) {
      named = true;
    } else if (is(kMeasure, s, at, words.end, behind)) {
      return false;
    } else if (s.is_word(at) && !is_figure(s.token(at).folded)) {
      named = true;
    }
  }
  return named;
}

// What stands before the first time or verb in it.
std::optional<Parties::Stretch> Parties::cut(const Sentence& s, Stretch words) const {
  strip_front(s, words);
  if (words.begin >= words.end || s.mark(words.begin).marker != Part::kNone ||
      s.mark(words.begin).pronoun) {
    return std::nullopt;
  }
  for (size_t at = words.begin + 1; at < words.end; ++at) {
    size_t behind = 0;
    if (is_time(s, at, words.end, behind) || is_verb(s, at)) words.end = at;
  }
  strip_back(s, words);
  if (!is_party(s, words)) return std::nullopt;
  return words;
}

// Where the verb ends the clause: behind the last verb of what stands before it the clause begins,
// and where the object is marked only what parts it from the subject tells who acts.
std::optional<Parties::Stretch> Parties::before_last_verb(const Sentence& s, Stretch words) const {
  size_t object = words.end;
  for (size_t at = words.begin; at < words.end; ++at) {
    if (is_verb(s, at)) words.begin = at + 1;
  }
  strip_front(s, words);
  if (words.begin >= words.end || s.mark(words.begin).marker != Part::kNone ||
      s.mark(words.begin).pronoun) {
    return std::nullopt;
  }
  for (size_t at = words.begin + 1; at < words.end; ++at) {
    PhraseMatch found;
    if (object == words.end && s.match(WordClass::kMarkerAfter, at, words.end, found) &&
        s.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kObject) {
      object = at;
    }
  }
  // "The police two men OBJECT": the second group is whom it befell.
  const size_t second =
      persons_ != nullptr && object < words.end ? persons_->second(s, words.begin, object) : object;
  if (second < object) {
    words.end = second;
    object = second;
  }
  size_t parted = words.end;
  for (size_t at = words.begin + 1; at < words.end && parted == words.end; ++at) {
    size_t behind = 0;
    const Part part = s.mark(at).marker;
    if ((part != Part::kNone && part != Part::kOf) || is_time(s, at, words.end, behind))
      parted = at;
  }
  // "The planes the port in Lund OBJECT": with more than a word or two before the marker the object
  // may have begun.
  constexpr size_t kShortFront = 2;
  size_t behind_time = 0;
  const bool by_time = parted < words.end && is_time(s, parted, words.end, behind_time);
  if (object < words.end && (object < parted || (!by_time && parted - words.begin > kShortFront))) {
    return std::nullopt;
  }
  words.end = parted;
  strip_back(s, words);
  if (!is_party(s, words)) return std::nullopt;
  return words;
}

std::optional<Parties::Stretch> Parties::before(const Sentence& s, size_t begin, size_t end) const {
  Stretch words{end, end};
  while (words.begin > begin && end - words.begin < kLongestPart &&
         may_be_party(s, words.begin - 1)) {
    --words.begin;
  }
  if (words.begin == end) return std::nullopt;
  if (words.begin > begin && s.mark(words.begin - 1).negation) return std::nullopt;
  const int cut_by = words.begin > begin ? s.mark(words.begin - 1).trigger : -1;
  if (cut_by >= 0 && s.triggers[static_cast<size_t>(cut_by)].action->natural) {
    return std::nullopt;  // "the quake of Lund killed"
  }
  if (s.grammar->order == WordOrder::kVerbLast) return before_last_verb(s, words);
  // "Sent a plane and [gave]": who sent it gives, if the verb is seen. "It burns and the army
  // [gave]": behind the verb another clause begins.
  size_t verb = 0, joint = 0;
  for (size_t at = words.begin + 1; at < end; ++at) {
    if (verb == 0 && is_verb(s, at)) verb = at;
    if (verb > 0 && s.mark(at).conjunction && at + 1 < end) joint = at;
  }
  if (s.mark(end - 1).conjunction) {
    if (verb == 0) return std::nullopt;
  } else if (joint > 0) {
    words.begin = joint + 1;
  }
  return cut(s, words);
}

std::optional<Parties::Stretch> Parties::behind(const Sentence& s, Stretch words) const {
  // "The governor of Lund …": what a place ends is all of it.
  for (const Name& name : s.names) {
    if (name.begin < words.begin || name.end > words.end || name.adjective || is_misread(s, name)) {
      continue;
    }
    words.end = name.end;
    break;
  }
  return cut(s, words);
}

std::optional<Parties::Stretch> Parties::after(const Sentence& s, size_t begin, size_t end) const {
  constexpr size_t kWordsBehind = 5;
  Stretch words{begin, begin};
  while (words.end < end && words.end - begin < kWordsBehind && may_be_party(s, words.end) &&
         s.mark(words.end).marker == Part::kNone &&
         s.grammar->beginning(WordClass::kContentPrefix, s.token(words.end).folded) == nullptr) {
    ++words.end;
  }
  if (persons_ != nullptr) words.end = persons_->second(s, words.begin, words.end);
  return behind(s, words);
}

std::optional<Parties::Stretch> Parties::object(const Sentence& s, Stretch words) const {
  if (words.begin >= words.end || s.mark(words.begin).adverb) return std::nullopt;
  const std::string_view word = s.token(words.begin).folded;
  size_t behind = 0;
  // "طالب بتعويض": what is asked for, and not whom.
  if (s.grammar->order == WordOrder::kVerbFirst && s.mark(words.begin).name < 0 &&
      s.grammar->beginning(WordClass::kContentPrefix, word) != nullptr &&
      !is(kNoun, s, words.begin, words.end, behind)) {
    return std::nullopt;
  }
  return cut(s, words);
}

bool Parties::is_owner(const Sentence& s, const Name& name) const {
  if (!owners_behind_ || !model::is_land(name.mention->type) || name.adjective ||
      name.part == Part::kSubject || name.full_begin <= s.begin) {
    return false;
  }
  if (!name.mention->stands_for.empty()) return false;
  if (name.joined && &name > s.names.data()) return is_owner(s, *(&name - 1));
  const size_t at = name.full_begin - 1;
  const Mark& mark = s.mark(at);
  if (mark.trigger >= 0 && s.triggers[static_cast<size_t>(mark.trigger)].action->natural) {
    return true;  // "the quake of Lund"
  }
  if (!may_be_party(s, at) || !s.is_word(at) || mark.marker != Part::kNone) return false;
  if (mark.name >= 0) {  // "the mayor of Lund in Scania"
    const Name& before = s.names[static_cast<size_t>(mark.name)];
    return model::is_land(before.mention->type) && before.part == Part::kNone &&
           is_owner(s, before);
  }
  if (mark.conjunction || mark.adverb || mark.copula || mark.pronoun || mark.time || mark.skip ||
      mark.content || mark.negation_after || is_figure(s.token(at).folded) ||
      s.token(at).folded == "%") {
    return false;
  }
  // Where verbs stand first, the first word is one; so is what takes up a name before it.
  if (s.grammar->order == WordOrder::kVerbFirst) {
    constexpr size_t kSureEnding = 4;  // bytes: one letter ends many nouns, too
    const auto* up = s.grammar->ending(WordClass::kResumptive, s.token(at).folded);
    const bool first = at == s.begin || !s.is_word(at - 1);
    if (first && s.passage->kind != model::BlockKind::kHeading) return false;
    if (up != nullptr && up->text.size() >= kSureEnding) return false;
  }
  size_t behind = 0;
  return !is_verb(s, at) && !is(kTime, s, at, at + 1, behind) &&
         !is(kEdge, s, at, at + 1, behind) && !is(kNobody, s, at, at + 1, behind);
}

bool Parties::is_misread(const Sentence& s, const Name& name) const {
  if (!name.mention->entity.empty()) return false;
  for (const size_t at : {name.begin, name.end - 1}) {
    size_t behind = 0;
    for (const Class kind : {kVerb, kTime}) {
      if (is(kind, s, at, name.end, behind) &&
          (kind != kVerb || !is(kNoun, s, at, name.end, behind))) {
        return true;
      }
    }
  }
  return false;
}

bool Parties::is_claimed(const Sentence& s, size_t begin, size_t deed) const {
  constexpr size_t kReachBefore = 2;  // tokens
  size_t behind = 0;
  for (size_t at = deed; at > begin && deed - at < kReachBefore;) {
    if (is(kClaim, s, --at, deed, behind)) return true;
  }
  return false;
}

bool Parties::has_verb(const Sentence& s, size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (is_verb(s, at)) return true;
  }
  return false;
}

std::optional<Parties::Stretch> Parties::agent(const Sentence& s, size_t begin, size_t end) const {
  if (!agents_behind_) return std::nullopt;
  Stretch words{begin, begin};
  size_t behind = 0;
  while (words.end < end && words.end - begin < kLongestDoer && may_be_party(s, words.end) &&
         s.mark(words.end).marker == Part::kNone && !s.mark(words.end).conjunction &&
         !s.mark(words.end).copula && !s.mark(words.end).content &&
         !is_time(s, words.end, end, behind) && !is_verb(s, words.end)) {
    ++words.end;
  }
  if (words.end == begin || s.mark(begin).adverb || s.token(begin).kind != TokenKind::kWord ||
      is(kEdge, s, begin, end, behind)) {
    return std::nullopt;
  }
  strip_back(s, words);
  if (!is_party(s, words)) return std::nullopt;
  return words;
}

}  // namespace synoptic::annotate::syntax

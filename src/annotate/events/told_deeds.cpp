#include "annotate/events/told_deeds.h"

#include <algorithm>
#include <utility>

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kTellingReach = 30;       // tokens between a word of telling and the deed
constexpr size_t kTellingReachAfter = 14;  // the same where it stands behind
constexpr size_t kTellingReachAfterTight = 30;
constexpr size_t kTellerBehind = 5;   // tokens between such a word and its subject behind it
constexpr size_t kJudgedWords = 2;    // unknown words between a word of judging and what it judges
constexpr size_t kTightObject = 4;    // signs between a deed and what judges it
constexpr size_t kOwnMark = 4;        // tokens between a name and the mark of its part
constexpr size_t kSayingReach = 3;    // tokens between a deed and the word of saying behind it
constexpr size_t kSayingToComma = 4;  // tokens between a word of saying and its comma

// A word of telling: where it begins, where the words behind it go on.
struct Telling {
  size_t begin, end;
  bool judges, far;
};

bool is_judgement(const Action& action) {
  return action.name == "condemn" || action.name == "praise";
}

bool is_asking(const Action& action) { return action.name == "demand" || action.name == "urge"; }

class ToldDeed {
 public:
  ToldDeed(const Sentence& s, const Trigger& trigger, size_t who_begin, size_t who_end)
      : s_(s),
        trigger_(trigger),
        first_(trigger.match.begin),
        end_(trigger.match.end),
        who_begin_(who_begin),
        who_end_(who_end) {}

  // Of a noun of doing.
  bool is_told() const {
    if (is_own()) return false;
    return std::ranges::any_of(tellings(), [&](const Telling& telling) {
      if (!telling.judges && trigger_.action->type != "ASSAULT") return false;
      if (claims_part(std::min(telling.begin, end_), std::max(telling.begin, first_))) return false;
      if (telling.end <= first_) return is_before(telling);
      if (telling.begin < end_) return false;
      return verb_last() ? is_behind(telling) : is_judged_behind(telling);
    });
  }

  // Where verbs stand last, one word may be both: 攻撃を, "공격으로", "हमले की".
  bool is_noun() const {
    if (trigger_.form == TriggerForm::kNoun) return true;
    if (!verb_last()) {  // "під час обстрілу": behind a preposition, but not "to attack"
      if (first_ == s_.begin || s_.grammar->order == WordOrder::kVerbFirst) return false;
      // 袭击造成: a verb of its own stands right behind.
      if (tight()) return end_ < s_.end && s_.mark(end_).boundary && s_.mark(end_).name < 0;
      const Mark& before = s_.mark(first_ - 1);
      return before.name < 0 && !before.content && before.marker != Part::kNone &&
             before.marker != Part::kTo && before.marker != Part::kAs;
    }
    PhraseMatch found;
    const std::string_view behind = end_ < s_.end ? telling_at(end_, found) : std::string_view();
    return behind == "noun_end" || (behind == "subject" && tight()) ||
           (!tight() && ends_in("noun_end", end_ - 1));
  }

  // 谴责袭击…: right behind a word of judging, and no name of its own between.
  bool is_judged_verb() const {
    if (!tight() || s_.grammar->order != WordOrder::kSubjectFirst) return false;
    return std::ranges::any_of(tellings(), [&](const Telling& telling) {
      return telling.judges && telling.begin >= who_end_ && telling.end == first_;
    });
  }

  // "Sudan'ın Çad'a saldırdığını açıkladı": the name that is the subject of what is said.
  const Name* inner_subject() const {
    const auto& words = s_.grammar->words[static_cast<size_t>(WordClass::kTelling)];
    const bool written_so =
        std::ranges::any_of(words, [](const Grammar::Word& word) { return word.value == "owned"; });
    if (!written_so) return nullptr;
    for (const Name& name : s_.names) {
      if (name.begin < who_end_ || name.end >= first_ || name.part != Part::kOf) continue;
      size_t at = name.end;
      if (at + 1 < first_ && !s_.is_word(at)) at += 2;  // "' ın"
      if (s_.mark(at).name >= 0 || at == first_ || !ends_in("owned", at)) return &name;
    }
    return nullptr;
  }

  // Of a verb: what is said has a subject of its own that is no known name.
  bool is_of_another(const QuoteCues* say) const {
    if (s_.grammar->order == WordOrder::kVerbFirst) return false;
    if (verb_last()) return said_behind(say) && (inner_subject() != nullptr || has_own_subject());
    return is_judged_verb() || is_behind_saying(say);
  }

 private:
  bool verb_last() const { return s_.grammar->order == WordOrder::kVerbLast; }
  bool tight() const { return s_.token(first_).spaceless; }

  std::string_view telling_at(size_t at, PhraseMatch& found) const {
    if (s_.mark(at).name >= 0 || !s_.match(WordClass::kTelling, at, s_.end, found)) return {};
    return s_.grammar->word(WordClass::kTelling, found.id).value;
  }

  // "Its attack on".
  bool is_own() const {
    PhraseMatch found;
    for (size_t at = first_ - std::min<size_t>(first_ - s_.begin, 2); at < first_; ++at) {
      if (telling_at(at, found) == "own") return true;
    }
    return false;
  }

  // "Announced its responsibility for the attack".
  bool claims_part(size_t begin, size_t end) const {
    return std::ranges::any_of(s_.denials, [&](const DenialWord& word) {
      return word.kind == DenialKind::kPart && word.match.begin >= begin && word.match.end <= end;
    });
  }

  std::vector<Telling> tellings() const {
    std::vector<Telling> list;
    for (size_t at = s_.begin; at < s_.end; ++at) {
      if (at >= first_ && at < end_) continue;
      PhraseMatch found;
      const std::string_view value = telling_at(at, found);
      const bool far = value == "far", judges = value == "judge";
      if (!far && !judges && value != "tell") continue;
      list.push_back({at, found.has_gap() ? found.gap_begin : found.end, judges, far});
    }
    for (const Trigger& other : s_.triggers) {
      if (&other == &trigger_ || other.form != TriggerForm::kVerb) continue;
      // "Demanded an end to the attacks on": asked of whoever makes them.
      const bool judges = is_judgement(*other.action), asks = is_asking(*other.action);
      if (!judges && !asks) continue;
      const PhraseMatch& match = other.match;
      list.push_back({match.begin, match.has_gap() ? match.gap_begin : match.end, judges, false});
    }
    return list;
  }

  // A verb of the lexicon that neither tells nor judges.
  bool is_other_deed(size_t at) const {
    const int index = s_.mark(at).trigger;
    if (index < 0) return false;
    const Trigger& other = s_.triggers[static_cast<size_t>(index)];
    return &other != &trigger_ && other.form != TriggerForm::kNoun &&
           !is_judgement(*other.action) && !other.action->has_content;
  }

  bool is_small(size_t at) const {
    const Mark& mark = s_.mark(at);
    PhraseMatch found;
    return !s_.is_word(at) || mark.skip || mark.adverb || mark.pronoun || mark.conjunction ||
           mark.time || mark.name >= 0 || mark.marker != Part::kNone || mark.copula ||
           mark.negation || s_.match(WordClass::kMarkerAfter, at, s_.end, found);
  }

  bool is_before(const Telling& telling) const {
    if (first_ - telling.end > kTellingReach) return false;
    bool boundary = false;
    size_t unknown = 0;
    bool marked = false;
    for (size_t at = telling.end; at < first_; ++at) {
      if (at >= who_begin_ && at < who_end_) continue;
      const Mark& mark = s_.mark(at);
      const TokenKind kind = s_.token(at).kind;
      if (kind == TokenKind::kStop || is_other_deed(at)) return false;
      // "…, and videos of torture were sent": a clause of its own.
      if (kind == TokenKind::kComma && at + 1 < first_ && s_.mark(at + 1).conjunction) return false;
      boundary = boundary || (mark.name < 0 && mark.boundary);
      if (boundary && at < who_begin_) return false;  // its clause has him
      marked = marked || (mark.name < 0 && mark.marker != Part::kNone && mark.marker != Part::kOf);
      unknown += is_small(at) ? 0 : 1;
    }
    if (verb_last() && !boundary) return false;
    // "Criticised it at the talks with": a meeting is judged only if it is the object.
    const std::string& type = trigger_.action->type;
    const bool harm = type == "ASSAULT" || type == "COERCE" || type == "SANCTION";
    if (!harm && (marked || unknown > kJudgedWords)) return false;
    if (who_end_ <= telling.begin) return true;
    return s_.grammar->order == WordOrder::kVerbFirst && who_begin_ >= telling.end &&
           who_begin_ - telling.end <= kTellerBehind;
  }

  bool is_behind(const Telling& telling) const {
    const size_t reach = tight() ? kTellingReachAfterTight : kTellingReachAfter;
    if (telling.begin - end_ > reach || who_end_ > first_) return false;
    // "XはYが停戦を破ったと非難した": Y is the subject of what is told.
    if (std::ranges::any_of(s_.names, [&](const Name& name) {
          return name.begin < who_begin_ && name.part == Part::kSubject && !name.bracketed;
        })) {
      return false;
    }
    size_t unknown = 0;
    bool befell = !tight() && ends_in("subject", end_ - 1);
    for (size_t at = end_; at < telling.begin; ++at) {
      const TokenKind kind = s_.token(at).kind;
      const Mark& mark = s_.mark(at);
      if (kind == TokenKind::kStop || kind == TokenKind::kComma) return false;
      if (is_other_deed(at) && !befell) return false;  // 攻撃で3人が死亡した: not the teller's
      if (mark.name < 0 && mark.conjunction && !tight()) return false;
      if (mark.name >= 0 && s_.names[static_cast<size_t>(mark.name)].part == Part::kSubject) {
        return false;
      }
      PhraseMatch found;
      befell = befell || telling_at(at, found) == "befell" || is_subject_mark(at);
      unknown += is_small(at) ? 0 : 1;
    }
    return telling.judges || telling.far || unknown == 0 || befell;
  }

  // 对…的袭击表示谴责.
  bool is_judged_behind(const Telling& telling) const {
    if (!tight() || !telling.judges || who_end_ > first_ || telling.begin > end_ + kTightObject) {
      return false;
    }
    for (size_t at = end_; at < telling.begin; ++at) {
      if (s_.token(at).kind != TokenKind::kWord || s_.mark(at).trigger >= 0) return false;
    }
    PhraseMatch found;
    for (size_t at = who_end_; at < first_; ++at) {
      if (s_.token(at).kind != TokenKind::kWord) return false;
      if (s_.match(WordClass::kMarkerBefore, at, first_, found) &&
          s_.grammar->word(WordClass::kMarkerBefore, found.id).part == Part::kTo) {
        return true;
      }
    }
    return false;
  }

  bool ends_in(std::string_view value, size_t at) const {
    const auto& words = s_.grammar->words[static_cast<size_t>(WordClass::kTelling)];
    const std::string_view folded = s_.token(at).folded;
    return std::ranges::any_of(words, [&](const Grammar::Word& word) {
      return word.value == value && folded.size() > word.text.size() && folded.ends_with(word.text);
    });
  }

  // Behind a word that is no name: が, "-이", "-ın".
  bool is_subject_mark(size_t at) const {
    if (!s_.is_word(at) || s_.mark(at).name >= 0) return false;
    if (!s_.token(at).spaceless) {
      return !s_.mark(at).adverb && !s_.mark(at).time && ends_in("subject", at);
    }
    PhraseMatch found;
    const bool marks = telling_at(at, found) == "subject" && at > s_.begin &&
                       s_.mark(at - 1).name < 0 && s_.is_word(at - 1);
    return marks && at + 1 < s_.end && s_.token(at + 1).kind != TokenKind::kComma;
  }

  bool has_own_mark() const {
    return std::ranges::any_of(s_.names, [&](const Name& name) {
      return name.begin == who_begin_ && name.part == Part::kSubject && who_end_ > who_begin_ &&
             s_.token(who_end_ - 1).at.end > name.mention->at.range.end;
    });
  }

  bool has_own_subject() const {
    bool own = false;
    size_t from = who_end_ + 1;
    PhraseMatch marker;
    // "케냐는 수단이": the particle is written with the name.
    if (!tight() && has_own_mark()) from = who_end_;
    if (tight() && who_end_ < first_ &&
        !s_.match(WordClass::kMarkerAfter, who_end_, first_, marker)) {
      // 賴清德総統が: the mark is his own.
      const size_t last = std::min(first_, who_end_ + kOwnMark);
      while (from < last && !is_subject_mark(from - 1)) ++from;
    }
    for (size_t at = from; at < first_; ++at) {
      if (is_other_deed(at)) own = false;
      PhraseMatch found;
      if (!is_subject_mark(at) || telling_at(at, found) == "no_subject") continue;
      // "Rus ordusunun üssünü": whose base it is.
      const bool owner = at + 1 < first_ && s_.is_word(at + 1) && ends_in("owned", at + 1);
      own = own || !owner;
    }
    return own;
  }

  bool said_behind(const QuoteCues* say) const {
    const size_t last = std::min(s_.end, end_ + kSayingReach);
    for (size_t at = end_; at < last; ++at) {
      if (s_.token(at).kind != TokenKind::kWord) break;
      PhraseMatch found;
      const std::string_view value = telling_at(at, found);
      if (value == "tell" || value == "far" || is_saying(say, s_, at)) return true;
    }
    return false;
  }

  // "Kenia teilte mit, Unbekannte hätten …", "消防局說，死者均遭…".
  bool is_behind_saying(const QuoteCues* say) const {
    if (who_end_ >= first_ || s_.token(who_end_).kind == TokenKind::kComma) return false;
    size_t comma = first_;
    while (comma > who_end_ && s_.token(comma - 1).kind != TokenKind::kComma) --comma;
    if (comma <= who_end_) return false;
    const size_t clause = comma--;
    bool said = false;
    PhraseMatch found;
    for (size_t at = who_end_; at < comma && !said; ++at) {
      if (comma - at > kSayingToComma + 1) continue;
      said = is_saying(say, s_, at) || telling_at(at, found) == "tell";
    }
    if (!said) return false;
    for (size_t at = clause; at < first_ && tight(); ++at) {
      if (s_.mark(at).marker == Part::kBy ||
          (s_.match(WordClass::kMarkerBefore, at, first_, found) &&
           s_.grammar->word(WordClass::kMarkerBefore, found.id).part == Part::kBy)) {
        return true;
      }
    }
    if (tight()) return false;
    // "Habe sie nicht", "… zu haben": of the one who says so.
    if (s_.mark(clause).pronoun || s_.mark(clause).boundary) return false;
    bool own = false;
    const size_t last = std::min(s_.end, end_ + 1);
    for (size_t at = clause; at < last; ++at) {
      if (s_.mark(at).content) return false;
      own = own || (at < first_ && !is_small(at));
    }
    return own;
  }

  const Sentence& s_;
  const Trigger& trigger_;
  size_t first_, end_, who_begin_, who_end_;
};

}  // namespace

std::vector<model::Argument> drop_teller(const Sentence& s, const Trigger& trigger,
                                         const QuoteCues* say, Roles& roles) {
  if (roles.actor.empty() || roles.actor_rule == "by" || roles.actor_rule == "adjective") return {};
  if (is_judgement(*trigger.action)) return {};
  const bool noun = trigger.form == TriggerForm::kNoun;
  if (!noun && (trigger.form != TriggerForm::kVerb || trigger.action->type.empty() ||
                roles.actor_rule == "phrase")) {
    return {};
  }
  const auto& place = roles.actor.front().at;
  const bool here = place.block == s.passage->block &&
                    place.range.begin >= s.token(s.begin).at.begin &&
                    place.range.end <= s.token(s.end - 1).at.end;
  if (!here && !noun) return {};
  // Who goes on from the sentence before stands before all of this one.
  const size_t begin = here ? token_at(s.passage->tokens, place.range.begin) : s.begin;
  const size_t end =
      here ? std::max(token_at(s.passage->tokens, place.range.end), begin + 1) : begin;
  const bool owner = std::ranges::any_of(s.names, [&](const Name& name) {
    return here && name.begin == begin && (name.part == Part::kOf || name.part == Part::kBy);
  });
  if (owner) return {};
  const ToldDeed deed(s, trigger, begin, end);
  if (deed.is_noun() ? !deed.is_told() : !deed.is_of_another(say)) return {};
  // "Denied strikes": he who denies them is told as the one who did not.
  if (denial_of(s, trigger).denial != Denial::kNone) return {};
  roles.actor_rule.clear();
  auto teller = std::exchange(roles.actor, {});
  if (deed.is_noun()) {
    take_owner(s, trigger, begin, roles);
  } else if (const Name* inner = deed.inner_subject()) {
    roles.actor = {argument_of(*inner)};
    roles.actor_rule = "named";
    std::erase_if(roles.recipient, [&](const model::Argument& other) {
      return other.at.range == roles.actor.front().at.range;
    });
  }
  return teller;
}

}  // namespace synoptic::annotate::syntax

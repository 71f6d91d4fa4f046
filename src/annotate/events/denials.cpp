#include "annotate/events/denials.h"

#include <algorithm>
#include <array>

#include "annotate/events/clause.h"
#include "annotate/events/verb_chains.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kDenialReach = 40;  // tokens between a denial and the deed
constexpr size_t kDenialReachAfter = 12;
constexpr size_t kDenialReachAfterTight = 24;
constexpr size_t kUntrueReach = 20;   // tokens between a deed and what says it was not so
constexpr size_t kReportReach = 8;    // and between the deed and the word of reports before it
constexpr size_t kDenialToThat = 14;  // tokens between a denial and what begins its clause
constexpr size_t kUnknownWords = 1;   // words of no class between a denial and its object
constexpr size_t kUnknownSigns = 6;
constexpr size_t kSubjectWords = 5;    // the same where the subject stands behind its verb
constexpr size_t kNegationBefore = 3;  // tokens before a denial that is itself denied
constexpr size_t kNegationBehind = 2;  // the same behind it

bool calls_off(DenialKind kind) {
  return kind == DenialKind::kCallOff || kind == DenialKind::kPostpone;
}

bool denies_telling(DenialKind kind) {
  return kind == DenialKind::kDeny || kind == DenialKind::kDenyClause ||
         kind == DenialKind::kUntrue;
}

class DenialReader {
 public:
  DenialReader(const Sentence& s, const Trigger& trigger)
      : s_(s), trigger_(trigger), first_(trigger.match.begin) {}

  DenialFound read() const {
    for (size_t i = s_.denials.size(); i-- > 0;) {
      const DenialWord& cue = s_.denials[i];
      if (!cue.is_cue() || cue.match.begin >= first_ || cue.match.begin + kDenialReach < first_)
        continue;
      if (cue.match.end > first_ && cue.match.gap_end <= first_) continue;
      if (const DenialFound found = before(cue); found.denial != Denial::kNone) return found;
    }
    if (const DenialFound found = untrue_behind(); found.denial != Denial::kNone) return found;
    return s_.grammar->order == WordOrder::kVerbLast ? behind() : DenialFound{};
  }

 private:
  struct Things {
    bool report = false, idea = false, part = false;
    size_t part_at = 0;
    // False: a word of another kind.
    bool add(const DenialWord& word) {
      const DenialKind kind = word.kind;
      if (kind == DenialKind::kPart && !part) part_at = word.match.begin;
      part = part || kind == DenialKind::kPart;
      report = report || kind == DenialKind::kReport || kind == DenialKind::kCharge;
      idea = idea || kind == DenialKind::kIdea;
      return kind >= DenialKind::kReport && kind <= DenialKind::kPart;
    }
  };

  bool tight() const { return s_.token(first_).spaceless; }

  const DenialWord* word_at(size_t at) const {
    const auto found = std::ranges::lower_bound(
        s_.denials, at, {}, [](const DenialWord& word) { return word.match.begin; });
    return found != s_.denials.end() && found->match.begin == at ? &*found : nullptr;
  }

  // A verb of the lexicon that is no word of the denial.
  bool is_verb(size_t at) const {
    const int index = s_.mark(at).trigger;
    if (index < 0) return false;
    const Trigger& other = s_.triggers[static_cast<size_t>(index)];
    return &other != &trigger_ && other.form != TriggerForm::kNoun;
  }

  // "इनकार किया": the words of a trigger and of a denial may overlap.
  bool is_of(const DenialWord& cue, size_t at) const {
    const Trigger& trigger = s_.triggers[static_cast<size_t>(s_.mark(at).trigger)];
    return trigger.match.begin < cue.match.end;
  }

  // "Weigerte sich, Polen anzugreifen": what stands before the verb is its object.
  bool before_infinitive(const DenialWord& cue) const {
    return (cue.kind == DenialKind::kRefuse && !tight()) ||
           s_.token(cue.match.end - 1).kind == TokenKind::kComma;
  }

  // An act of goodwill or of one's own is refused. A harm that is rejected was done, and an offer
  // or a call that is rejected was made.
  bool may_be_refused() const {
    static constexpr std::array<std::string_view, 8> kDone{
        "ASSAULT", "SANCTION", "COERCE", "PROTEST", "ACCUSE", "REJECT", "THREATEN", "REQUEST"};
    static constexpr std::array<std::string_view, 5> kSaid{"offer", "invite", "promise", "intend",
                                                           "announce"};
    return std::ranges::find(kDone, trigger_.action->type) == kDone.end() &&
           std::ranges::find(kSaid, trigger_.action->name) == kSaid.end();
  }

  // What was done, said or asked for before cannot be called off: only a decision of it can.
  bool may_be_called_off() const {
    static constexpr std::array<std::string_view, 6> kDone{"SANCTION", "COERCE",   "ACCUSE",
                                                           "REJECT",   "THREATEN", "REQUEST"};
    return std::ranges::find(kDone, trigger_.action->type) == kDone.end() &&
           !trigger_.action->natural;
  }

  Denial outcome(const DenialWord& cue, Things things, bool negated) const {
    if (calls_off(cue.kind)) {
      if (negated) return Denial::kNone;
      return cue.kind == DenialKind::kPostpone ? Denial::kPostponed : Denial::kRefused;
    }
    const bool denied = denies_telling(cue.kind) || things.report;
    if (things.part) return denied && !negated ? Denial::kPart : Denial::kNone;
    if (negated) return denied ? Denial::kNotDenied : Denial::kNotExcluded;
    return denied ? Denial::kDenied : Denial::kRefused;
  }

  bool negated_before(const DenialWord& cue) const {
    const size_t begin = cue.match.begin;
    for (size_t at = begin; at > s_.begin && at + kNegationBefore > begin;) {
      --at;
      if (s_.token(at).kind == TokenKind::kStop || s_.token(at).kind == TokenKind::kComma) break;
      if (s_.mark(at).negation && s_.mark(at).name < 0 && !s_.mark(at).negation_next) return true;
    }
    for (size_t at = cue.match.gap_begin; at < cue.match.gap_end; ++at) {
      if (s_.mark(at).negation) return true;
    }
    return false;
  }

  bool negated_behind(const DenialWord& cue) const {
    const size_t to = std::min(s_.end, cue.match.end + kNegationBehind);
    for (size_t at = cue.match.end; at < to; ++at) {
      if (s_.token(at).kind == TokenKind::kStop || s_.token(at).kind == TokenKind::kComma) break;
      if (s_.mark(at).negation || s_.mark(at).negation_after) return true;
    }
    return !tight() && s_.grammar->ending(WordClass::kNegationAfter,
                                          s_.token(cue.match.end - 1).folded) != nullptr;
  }

  DenialFound before(const DenialWord& cue) const {
    Things things;
    const size_t clause = calls_off(cue.kind) ? 0 : clause_of(cue, things);
    if (clause == 0 && cue.kind == DenialKind::kUntrue) return {};
    if (clause > 0 ? !in_clause(clause, things) : !is_object(cue, things)) return {};
    return {outcome(cue, things, negated_before(cue)), things.part_at, &cue.match};
  }

  // Where the clause of what is denied begins; 0: there is none.
  size_t clause_of(const DenialWord& cue, Things& things) const {
    Things seen;
    const size_t last = std::min(first_, cue.match.end + kDenialToThat);
    for (size_t at = cue.match.gap_begin; at < cue.match.gap_end; ++at) {
      if (const DenialWord* word = word_at(at)) seen.add(*word);
    }
    for (size_t at = cue.match.end; at < last;) {
      if (s_.token(at).kind == TokenKind::kStop) return 0;
      const DenialWord* word = word_at(at);
      if (word == nullptr) {
        if (s_.token(at).kind == TokenKind::kComma) {
          const DenialWord* next = at + 1 < last ? word_at(at + 1) : nullptr;
          if (next == nullptr || next->kind != DenialKind::kThat) return 0;
        }
        if (is_verb(at) && !is_of(cue, at)) return 0;
        ++at;
        continue;
      }
      if (word->kind == DenialKind::kThat) {
        // "Rejected the offer that …" says what kind of offer it was.
        if (!denies_telling(cue.kind) && !seen.report && !seen.idea && at > cue.match.end) return 0;
        things = seen;
        return word->match.end;
      }
      if (word->kind != DenialKind::kDoing && !seen.add(*word)) return 0;
      at = word->match.end;
    }
    return 0;
  }

  bool in_clause(size_t from, Things& things) const {
    bool verb = false;
    for (size_t at = from; at < first_; ++at) {
      const Mark& mark = s_.mark(at);
      const TokenKind kind = s_.token(at).kind;
      if (kind == TokenKind::kStop || (mark.reason && !tight()) || parts_clauses(s_, at))
        return false;
      if (const DenialWord* word = word_at(at)) {
        if (word->kind == DenialKind::kEnd || word->is_cue()) return false;
        if (word->kind == DenialKind::kPart) things.add(*word);
      }
      verb = verb || is_verb(at);
    }
    if (things.part) return true;
    if (!verb) return !is_aside();
    if (trigger_.form == TriggerForm::kNoun) return false;
    // "Denied that it had been there and accused …"
    const size_t near = first_ - std::min<size_t>(first_ - from, 2);
    for (size_t at = near; at < first_; ++at) {
      if (s_.mark(at).conjunction) return false;
    }
    return true;
  }

  // "After the attack", "at the talks": a noun that only tells when, where or about what.
  bool is_aside() const {
    for (size_t at = first_; at-- > s_.begin;) {
      const Mark& mark = s_.mark(at);
      const bool leads = mark.marker == Part::kTo || mark.content;  // "to attack"
      if (mark.marker != Part::kNone && mark.marker != Part::kOf && !leads) return true;
      if (!mark.skip && !mark.adverb) return false;
    }
    return false;
  }

  // Whether only small words stand between the denial and the deed.
  bool is_object(const DenialWord& cue, Things& things) const {
    // "Apple refuses DeepSeek and chooses another": a verb of its own. Where verbs come first only
    // "that" makes a verb the object of another.
    const bool verb = trigger_.form != TriggerForm::kNoun;
    if (verb && s_.grammar->order == WordOrder::kVerbFirst) return false;
    size_t unknown = tight() ? kUnknownSigns : kUnknownWords;
    if (s_.grammar->order == WordOrder::kVerbFirst) unknown = kSubjectWords;
    const bool inside = cue.match.has_gap() && first_ < cue.match.gap_end;
    for (size_t at = cue.match.has_gap() ? cue.match.gap_begin : cue.match.end; at < first_;) {
      if (!inside && cue.match.has_gap() && at == cue.match.gap_end) {
        at = cue.match.end;
        continue;
      }
      const Mark& mark = s_.mark(at);
      const TokenKind kind = s_.token(at).kind;
      if (const DenialWord* word = word_at(at); word != nullptr && word != &cue) {
        if (word->kind != DenialKind::kDoing && !things.add(*word)) return false;
        if (things.part) unknown = kUnknownSigns;
        at = word->match.end;
        continue;
      }
      if (kind == TokenKind::kStop || kind == TokenKind::kComma || mark.reason) return false;
      // 与 is "with", too.
      if (verb && mark.conjunction && mark.marker == Part::kNone) return false;
      if (kind != TokenKind::kWord || mark.content) {
        ++at;
        continue;
      }
      if (mark.name >= 0) {
        const Name& name = s_.names[static_cast<size_t>(mark.name)];
        const bool subject = s_.grammar->order == WordOrder::kVerbFirst;
        if (!subject && !name.adjective && name.part == Part::kNone && !before_infinitive(cue)) {
          // "Denied Russia had attacked", 否认中国攻击.
          return cue.kind == DenialKind::kDenyClause && trigger_.form != TriggerForm::kNoun &&
                 in_clause(at, things);
        }
        at = name.end;
        continue;
      }
      if (is_verb(at) && !is_of(cue, at)) return false;
      // 否认当地官员…: a clause whose subject is no known name.
      if (cue.kind == DenialKind::kDenyClause && tight()) return in_clause(at, things);
      if ((mark.marker == Part::kIn || mark.marker == Part::kBy) && !things.part) return false;
      const bool small = mark.skip || mark.adverb || mark.pronoun || mark.marker != Part::kNone;
      if (!small && unknown-- == 0) return false;
      ++at;
    }
    if (things.part) return !calls_off(cue.kind);
    if (calls_off(cue.kind)) return may_be_called_off();
    // 拒绝为收购提供担保: what it is for.
    if (tight() && first_ > cue.match.end && s_.mark(first_ - 1).marker != Part::kNone) {
      return false;
    }
    if (verb) {
      return cue.kind != DenialKind::kReject || things.report || things.idea || may_be_refused();
    }
    if (denies_telling(cue.kind)) return trigger_.action->type != "ACCUSE";
    return cue.kind == DenialKind::kExclude || things.report || things.idea || may_be_refused();
  }

  bool goes_on(size_t at) const {
    if (tight()) return false;
    const auto* ending = s_.grammar->ending(WordClass::kJoinEnding, s_.token(at).folded);
    return ending != nullptr && ending->value == "join_ending";
  }

  // "Reports of an attack on X are false", 所谓袭击一事纯属捏造.
  DenialFound untrue_behind() const {
    const size_t last = std::min(s_.end, trigger_.match.end + kUntrueReach);
    const DenialWord* cue = nullptr;
    bool behind = false;
    for (size_t at = trigger_.match.end; at < last && cue == nullptr; ++at) {
      const TokenKind kind = s_.token(at).kind;
      if (kind == TokenKind::kStop || kind == TokenKind::kComma) break;
      const DenialWord* word = word_at(at);
      if (word != nullptr && word->kind == DenialKind::kUntrue) cue = word;
      behind = behind || (word != nullptr && word->kind == DenialKind::kReport);
      if (cue == nullptr && is_verb(at)) break;
    }
    if (cue == nullptr || negated_before(*cue)) return {};
    bool reported = tight() || (behind && s_.grammar->order == WordOrder::kVerbLast);
    const size_t reach = first_ - std::min(first_ - s_.begin, kReportReach);
    for (size_t at = first_; at-- > reach && !reported;) {
      if (is_verb(at)) break;
      const DenialWord* word = word_at(at);
      reported = word != nullptr && word->kind == DenialKind::kReport;
    }
    return {reported ? Denial::kDenied : Denial::kNone, 0, &cue->match};
  }

  // Where verbs end their clauses the denial stands behind what it denies.
  DenialFound behind() const {
    Things things;
    const size_t end = trigger_.match.end;
    const size_t last =
        std::min(s_.end, end + (tight() ? kDenialReachAfterTight : kDenialReachAfter));
    if (goes_on(end - 1)) return {};
    // "حمله کرد و": a verb of its own.
    if (!tight() && end < s_.end && end - first_ > 1 && s_.mark(end).conjunction) return {};
    for (size_t at = first_; at < end; ++at) {  // "istifa etmeyi reddetti": one word in both
      const DenialWord* word = word_at(at);
      if (word == nullptr || !word->is_cue() || word->match.end <= end) continue;
      if (calls_off(word->kind) && !may_be_called_off()) continue;
      return {outcome(*word, things, negated_behind(*word)), things.part_at, &word->match};
    }
    bool other = false;  // another deed between
    for (size_t at = end; at < last;) {
      const TokenKind kind = s_.token(at).kind;
      if (kind == TokenKind::kStop || kind == TokenKind::kComma) return {};
      const DenialWord* word = word_at(at);
      if (word == nullptr) {
        if (is_verb(at) || goes_on(at)) return {};
        other = other || s_.mark(at).trigger >= 0;
        ++at;
        continue;
      }
      if (word->is_cue()) {
        if (calls_off(word->kind) && (other || !may_be_called_off())) return {};
        const bool phrase = !tight() && word->match.end - word->match.begin > 1;
        const bool certain = word->kind == DenialKind::kExclude || denies_telling(word->kind) ||
                             calls_off(word->kind) || (word->kind == DenialKind::kRefuse && phrase);
        // "Saldırdığını reddetti": a fact is not refused but denied.
        if (word->kind == DenialKind::kReject && tells_fact(s_, trigger_)) things.report = true;
        const bool fits = certain || things.report || things.idea || may_be_refused();
        if (!fits) return {};
        return {outcome(*word, things, negated_behind(*word)), things.part_at, &word->match};
      }
      if (!things.add(*word) || goes_on(word->match.end - 1)) return {};
      at = word->match.end;
    }
    return {};
  }

  const Sentence& s_;
  const Trigger& trigger_;
  size_t first_;
};

}  // namespace

DenialKind denial_kind(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, DenialKind>, 16> kKinds{
      {{"deny", DenialKind::kDeny},
       {"deny_clause", DenialKind::kDenyClause},
       {"exclude", DenialKind::kExclude},
       {"refuse", DenialKind::kRefuse},
       {"call_off", DenialKind::kCallOff},
       {"postpone", DenialKind::kPostpone},
       {"untrue", DenialKind::kUntrue},
       {"doing", DenialKind::kDoing},
       {"reject", DenialKind::kReject},
       {"that", DenialKind::kThat},
       {"report", DenialKind::kReport},
       {"charge", DenialKind::kCharge},
       {"idea", DenialKind::kIdea},
       {"part", DenialKind::kPart},
       {"beside", DenialKind::kBeside},
       {"end", DenialKind::kEnd}}};
  for (const auto& [text, kind] : kKinds) {
    if (text == name) return kind;
  }
  return DenialKind::kEnd;
}

bool is_beside(const Sentence& s, size_t begin, size_t end) {
  return std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    return word.kind == DenialKind::kBeside && word.match.begin >= begin && word.match.end <= end;
  });
}

DenialFound denial_of(const Sentence& s, const Trigger& trigger) {
  const bool any = std::ranges::any_of(s.denials, &DenialWord::is_cue);
  return any ? DenialReader(s, trigger).read() : DenialFound{};
}

}  // namespace synoptic::annotate::syntax

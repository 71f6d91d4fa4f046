// Where what a cue reports begins and ends: behind the cue, or before it.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kThatReach = 30;  // tokens between a cue and its "that"

}  // namespace

// A cue whose subject is that of the cue before: ", adding that", "and said".
bool SentenceReader::is_joined(const Cue& cue) const {
  size_t at = cue.begin;
  while (at > begin_ && p_.tokens[at - 1].kind == TokenKind::kWord &&
         cues_.is(CueClass::kLead, p_.tokens, at - 1, at) &&
         !cues_.is(CueClass::kJoin, p_.tokens, at - 1, at)) {
    --at;
  }
  if (at == begin_) return false;
  return p_.tokens[at - 1].kind == TokenKind::kComma ||
         cues_.is(CueClass::kJoin, p_.tokens, at - 1, at);
}

// Where what is said from token `from` on ends: at the sentence's end, or where a clause with a cue
// of its own begins: "; Y said", ", while Y said", ", adding that".
size_t SentenceReader::clause_end(size_t from, size_t next_cue) const {
  for (size_t i = next_cue; i < found_.size(); ++i) {
    const Cue& cue = found_[i];
    if (cue.begin < from) continue;
    const size_t first = std::max(from, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
    // "… and he replied: «…»"
    size_t behind = cue.end;
    while (behind < end_ && p_.tokens[behind].kind == TokenKind::kStop) ++behind;
    const auto opens = std::lower_bound(frames_.begin(), frames_.end(), behind,
                                        [](const Frame& f, size_t at) { return f.open < at; });
    const bool quotes = opens != frames_.end() && opens->open == behind;
    for (size_t at = cue.begin; at-- > first;) {
      const Token& token = p_.tokens[at];
      const std::string_view mark = token.at.of(p_.text);
      if (token.kind == TokenKind::kQuote) break;
      if (quotes && at > from + 1 && (is(CueClass::kJoin, at) || token.kind == TokenKind::kComma) &&
          at + 1 < cue.begin && !(token.spaceless && token.kind == TokenKind::kWord)) {
        return at;
      }
      if (mark == ";" || mark == "؛" || mark == "；") return at;
      if (token.kind != TokenKind::kComma) {
        // "… and added that"
        if (at + 1 == cue.begin && is(CueClass::kJoin, at) && at > from + 1 && !token.spaceless) {
          return at;
        }
        continue;
      }
      if (is(CueClass::kJoin, at + 1)) return at;
      if (at + 1 == cue.begin) {  // ", adding that", or the end of ", Karin Moe, insisted"
        size_t other = at;
        while (other > first && p_.tokens[other - 1].kind == TokenKind::kWord) --other;
        const bool apposed =
            other > first && other < at && p_.tokens[other - 1].kind == TokenKind::kComma &&
            (speakers_.person_in(p_, other, at) || speakers_.topic_of(p_, other, at));
        if (!apposed) return at;
      }
      for (size_t j = at + 1; j < cue.begin; ++j) {  // "，部长则坚称": the joining word inside
        if (p_.tokens[j].spaceless && is(CueClass::kJoin, j)) return at;
      }
    }
  }
  return end_;
}

// "گفت تهران با راه‌هایی که …": the ending of the noun before it says that
// it is no "that".
bool SentenceReader::is_relative(const Cue& cue, size_t at) const {
  constexpr size_t kLeast = 2;  // words behind the cue
  return cues_.direct && at >= cue.end + kLeast && p_.tokens[at - 1].kind == TokenKind::kWord &&
         std::ranges::any_of(cues_.relative_endings, [&](const std::string& ending) {
           return p_.tokens[at - 1].folded.ends_with(ending);
         });
}

// What is said behind the cue begins with a quotation, a colon, "that", or at once.
std::optional<SentenceReader::Start> SentenceReader::content_behind(const Cue& cue,
                                                                    size_t index) const {
  const size_t next = index + 1 < found_.size() ? found_[index + 1].begin : end_;
  const size_t last = std::min(end_, cue.end + kThatReach);
  auto frame = std::lower_bound(frames_.begin(), frames_.end(), cue.end,
                                [](const Frame& f, size_t at) { return f.open < at; });
  PhraseMatch found;
  bool commas = false;
  if (cue.kind == CueClass::kLabel) {
    if (frame == frames_.end() || frame->open > std::min(last, next)) return std::nullopt;
    for (size_t at = cue.end; at < frame->open; ++at) {
      if (p_.tokens[at].kind == TokenKind::kStop && p_.tokens[at].at.of(p_.text) != ":") {
        return std::nullopt;
      }
    }
    return Start{frame->open, cue.end};
  }
  if (cue.kind == CueClass::kRumour) {
    size_t at = cue.end;
    if (at < last && p_.tokens[at].kind == TokenKind::kComma) ++at;
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found)) at = found.end;
    return Start{at, at == cue.end ? at : at - 1};
  }
  if (cue.kind == CueClass::kTake && cues_.order == CueOrder::kCueFirst) {
    // "promised his voters to …": the last word of the cue begins what is said.
    if (cue.has_gap() && !cues_.is(CueClass::kThat, p_.tokens, cue.end - 1, end_) &&
        !cues_.is(CueClass::kHead, p_.tokens, cue.end - 1, end_)) {
      return Start{cue.end - 1, cue.end - 1};
    }
    // "denied [X] [the news]": behind the name.
    for (const auto* mention : mentions_near(p_, cue.end, cue.end + 2)) {
      const size_t first = token_at(p_.tokens, mention->at.range.begin);
      if (cue.has_gap() || first < cue.end || first > cue.end + 1) continue;
      const size_t behind = token_at(p_.tokens, mention->at.range.end);
      bool that = false;
      for (size_t at = behind; at < last && !that; ++at) that = is(CueClass::kThat, at);
      if (!that && behind < end_) return Start{behind, behind};
    }
  }
  if (cue.kind == CueClass::kTake) {
    size_t at = cue.end;
    while (at < last && p_.tokens[at].kind != TokenKind::kWord &&
           !(frame != frames_.end() && frame->open == at)) {
      ++at;
    }
    while (at < last && cues_.match(CueClass::kHead, p_.tokens, at, end_, found)) at = found.end;
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found) && !cue.has_gap() &&
        p_.tokens[at].kind == TokenKind::kWord) {
      at = found.end;
    }
    if (cues_.order != CueOrder::kCueFirst || cue.has_gap()) return Start{at, cue.end};
  }
  for (size_t at = cue.end; at < last; ++at) {
    const Token& token = p_.tokens[at];
    if (frame != frames_.end() && frame->open == at) {
      if (commas && at > cue.end + 1 && p_.tokens[at - 1].kind != TokenKind::kComma) {
        return std::nullopt;
      }
      // "told “The Shore” that": a name.
      size_t behind = frame->close;
      while (behind < last && p_.tokens[behind].kind == TokenKind::kComma) ++behind;
      if (behind < last && p_.tokens[behind].kind == TokenKind::kWord &&
          is(CueClass::kThat, behind) && at > cue.begin) {
        at = frame->close - 1;
        ++frame;
        continue;
      }
      if (cues_.whole && cues_.direct && cue.kind == CueClass::kSay && at > cue.end &&
          p_.tokens[cue.end].kind == TokenKind::kWord && !is(CueClass::kCut, cue.end) &&
          !is(CueClass::kAddressee, cue.end) && !commas) {
        return Start{cue.end, cue.end};  // a part of what is said is in marks
      }
      return Start{at, at};
    }
    if (const size_t behind = behind_bracket(p_, at, last); behind > at) {
      at = behind - 1;
      continue;
    }
    if (token.kind == TokenKind::kStop) {
      const std::string_view mark = token.at.of(p_.text);
      if (mark == ":" || mark == "：") return Start{at + 1, at};
      if (is_dash(p_, at) && at == cue.end) continue;
      break;
    }
    if (cues_.match(CueClass::kHead, p_.tokens, at, end_, found)) {
      at = found.end - 1;
      continue;
    }
    if (cue.kind == CueClass::kAsk || cue.kind == CueClass::kTell) {
      if (is(CueClass::kKept, at)) return Start{at, at};
      if (cue.kind == CueClass::kAsk && token.kind == TokenKind::kComma && at + 1 < end_ &&
          (at == cue.end || !p_.tokens[cue.begin].spaceless)) {
        return Start{at + 1, at};
      }
    }
    if (at == cue.end && is(CueClass::kInfinitive, at)) return Start{at, at};
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found) && !is_relative(cue, at)) {
      size_t content = found.end;  // ", dass"
      if (token.kind == TokenKind::kComma && content < end_ &&
          p_.tokens[content].kind == TokenKind::kWord &&
          cues_.match(CueClass::kThat, p_.tokens, content, end_, found)) {
        content = found.end;
      }
      return Start{content, at};
    }
    if (at >= next) break;
    if (token.kind == TokenKind::kComma) commas = true;
  }
  if (!cues_.direct || cue.kind == CueClass::kAsk || is(CueClass::kThatOnly, cue.begin)) {
    return std::nullopt;
  }
  size_t at = cue.end;
  if (cue.kind == CueClass::kTell) {
    bool told = false;
    while (at < last) {
      const auto* mention = static_cast<const model::Mention*>(nullptr);
      for (const auto* one : mentions_near(p_, at, at)) {
        if (token_at(p_.tokens, one->at.range.begin) == at) mention = one;
      }
      if (cues_.match(CueClass::kAddressee, p_.tokens, at, end_, found)) {
        at = found.end;
      } else if (mention != nullptr) {
        at = token_at(p_.tokens, mention->at.range.end);
      } else if (!told && cues_.is(CueClass::kGeneric, p_.tokens, at, end_)) {
        at += 2;  // "the court"
      } else {
        break;
      }
      told = true;
    }
    if (!told && cues_.order == CueOrder::kSpeakerFirst) return std::nullopt;
  }
  if (at >= end_ || p_.tokens[at].kind != TokenKind::kWord) return std::nullopt;
  // "said on Tuesday the bridge was safe": behind a day a clause begins like a subject.
  if (cue.kind == CueClass::kSay && at == cue.end && cues_.order == CueOrder::kSpeakerFirst &&
      !p_.tokens[at].spaceless) {
    const size_t behind = speakers_.behind_time(p_, at, last);
    if (behind > at && behind < last && p_.tokens[behind].kind == TokenKind::kWord &&
        !is(CueClass::kCut, behind) && !is(CueClass::kNoStart, behind) &&
        (is(CueClass::kArticle, behind) || is(CueClass::kPronoun, behind))) {
      return Start{behind, cue.end};
    }
  }
  if (is(CueClass::kCut, at)) return std::nullopt;
  // "told reporters in Jakarta": where.
  if (cue.kind == CueClass::kTell && at > cue.end && is(CueClass::kNoStart, at)) {
    for (const auto* mention : mentions_near(p_, at + 1, at + 2)) {
      const size_t first = token_at(p_.tokens, mention->at.range.begin);
      if (first > at && first <= at + 2 && model::is_place(mention->type)) return std::nullopt;
    }
  }
  return Start{at, cue.end};
}

// "… , a resident told Reuters": the comma that parts what is said from speaker and cue.
std::optional<size_t> SentenceReader::content_before(const Cue& cue, size_t& subject) const {
  const size_t first = std::max(free_, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
  const auto parts = [&](size_t at) {
    return p_.tokens[at].kind == TokenKind::kComma ||
           (p_.tokens[at].kind == TokenKind::kStop && is_dash(p_, at));
  };
  const auto segment = [&](size_t end) {  // where the words that end there begin
    while (end > first && !parts(end - 1)) --end;
    return end;
  };
  size_t begin = segment(cue.begin);
  if (begin <= first) return std::nullopt;
  // Appositions: "…, its minister, Reza Karimi, stressed", "…, Greta Simms, a nurse, told".
  for (size_t round = 0; round < 2; ++round) {
    const bool empty = begin == cue.begin || words_in(begin, cue.begin) == 0;
    const size_t other = segment(begin - 1);
    if (other <= first || begin - 1 - other > 8 || words_in(free_, other) < 2) break;
    const bool named = speakers_.person_in(p_, begin, cue.begin) ||
                       speakers_.topic_of(p_, begin, cue.begin) ||
                       speakers_.is_lone_name(p_, begin, cue.begin - 1);
    const auto person = speakers_.topic_of(p_, other, begin - 1);
    const bool lone = empty && round == 0 && speakers_.is_lone_name(p_, other, begin - 1);
    const bool person_first =
        lone || (person && token_at(p_.tokens, person->at.range.begin) <= other + 1);
    const bool office =
        named && !empty && speakers_.names_somebody(p_, other, begin - 1) && round == 1;
    if (!(person_first && !named) && !office) break;
    begin = other;
  }
  subject = begin;
  size_t end = begin - 1;
  while (end > free_ && parts(end - 1)) --end;
  if (end <= free_ || words_in(free_, end) < 2) return std::nullopt;
  return end;
}

// "in a letter of 200 teachers": whose paper it is, or the paper.
std::optional<model::Argument> SentenceReader::paper(size_t begin, size_t end) const {
  while (begin < end && p_.tokens[begin].kind != TokenKind::kWord) ++begin;
  size_t to = begin;
  while (to < end && p_.tokens[to].kind == TokenKind::kWord) ++to;
  if (begin >= to) return std::nullopt;
  PhraseMatch found;
  if (cues_.match(CueClass::kCut, p_.tokens, begin, to, found) && found.end < to) {
    begin = found.end;
  }
  if (!cues_.whole) {
    for (size_t at = begin; at + 1 < to; ++at) {
      if (!cues_.match(CueClass::kStatement, p_.tokens, at, to, found) &&
          !cues_.match(CueClass::kLetter, p_.tokens, at, to, found)) {
        continue;
      }
      if (found.end >= to) break;
      begin = found.end;
      if (begin + 1 < to && cues_.match(CueClass::kOf, p_.tokens, begin, to, found) &&
          !cues_.is(CueClass::kGeneric, p_.tokens, begin, to)) {
        begin = found.end;
      }
      break;
    }
  }
  return speakers_.link(p_, begin, to);
}

// "“…”고 박민호 시장은 화요일 말했다": who speaks behind a quotation that begins the sentence and
// to which a particle is joined.
std::optional<model::Argument> SentenceReader::subject_behind(const Frame* frame, const Cue& cue) {
  if (frame == nullptr || words_in(free_, frame->open) > 0 || frame->close + 1 >= cue.begin ||
      words_in(frame->open, frame->close) < 2 || p_.tokens[frame->close].kind != TokenKind::kWord ||
      p_.tokens[frame->close].at.begin != frame->marks.outer.end) {
    return std::nullopt;
  }
  size_t from = frame->close + 1;
  const size_t first = from;
  auto who = subject_of_last(from, cue.begin, false);
  if (!who) return who;
  const size_t begin = token_at(p_.tokens, who->at.range.begin);
  if (begin > first || !speakers_.person_in(p_, begin, token_at(p_.tokens, who->at.range.end))) {
    return std::nullopt;
  }
  return who;
}

// "[They were freed]고 외교부가 20일 밝혔다": nothing but the subject and a day stands between what
// is said and the cue. `end` is moved to where the clause ends.
std::optional<model::Argument> SentenceReader::subject_behind_clause(const Cue& cue, size_t& end) {
  constexpr size_t kMostWords = 6;
  if (cues_.that_endings.empty() || cue.begin < free_ + 3) return std::nullopt;
  const auto ends = [&](size_t at, const std::vector<std::string>& endings) {
    const std::string_view word = p_.tokens[at].folded;
    return p_.tokens[at].kind == TokenKind::kWord &&
           std::ranges::any_of(endings, [&](const std::string& ending) {
             return word.size() > ending.size() && word.ends_with(ending);
           });
  };
  size_t clause = cue.begin;  // its last word
  for (size_t at = cue.begin - 1; at-- > free_;) {
    if (p_.tokens[at].kind == TokenKind::kQuote || words_in(at + 1, cue.begin) > kMostWords) break;
    if (!ends(at, cues_.that_endings)) continue;
    clause = at;
    break;
  }
  if (clause == cue.begin || words_in(free_, clause) < 2) return std::nullopt;
  for (size_t at = clause + 1; at < cue.begin; ++at) {
    if (!ends(at, cues_.subject_endings)) continue;
    // One word alone may be whoever: "소방당국이".
    if (at > clause + 1 && !speakers_.names_somebody(p_, clause + 1, at + 1)) return std::nullopt;
    end = clause + 1;
    return speakers_.link(p_, clause + 1, at + 1);
  }
  return std::nullopt;
}

}  // namespace synoptic::annotate::syntax

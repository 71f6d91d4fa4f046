// A cue with its speaker and what it says, in languages whose verb stands in the middle or first.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"
#include "text/name_marks.h"

namespace synoptic::annotate::syntax {

// "As X said, …", "… , as X said".
bool SentenceReader::read_as(const Cue& cue) {
  const size_t first = std::max(free_, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
  PhraseMatch found;
  for (size_t at = cue.begin; at-- > first;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) break;
    if (!cues_.match(CueClass::kAs, p_.tokens, at, cue.begin, found)) continue;
    if (words_in(free_, at) > 0 && p_.tokens[at - 1].kind != TokenKind::kComma) continue;
    Saying said = saying(cue, "as X said");
    auto who = speakers_.before(p_, found.end, cue.begin);
    if (!who) who = speakers_.behind(p_, cue.end, end_);
    name(said, std::move(who));
    if (words_in(free_, at) < 2) {
      size_t comma = cue.end;
      while (comma < end_ && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
      if (comma + 2 >= end_) return true;
      push(std::move(said), comma + 1, end_);
    } else {
      push(std::move(said), free_, at);
    }
    return true;
  }
  return false;
}

std::optional<model::Argument> SentenceReader::subject_around(const Cue& cue, const Start& start,
                                                              bool joined) const {
  std::optional<model::Argument> who;
  // A gap of the cue holds the subject where the verb stands first, an object elsewhere.
  const size_t from = cue.has_gap() && cues_.order == CueOrder::kCueFirst ? cue.gap_begin : cue.end;
  const size_t to = cue.has_gap() && cues_.order == CueOrder::kCueFirst ? cue.gap_end : start.stop;
  const auto front = [&] { return speakers_.before(p_, free_, cue.begin); };
  const auto back = [&] { return from < to ? speakers_.behind(p_, from, to) : std::nullopt; };
  if (cue.kind == CueClass::kReads) {
    who = paper(from, to);
    if (!who) who = paper(free_, cue.begin);
  } else if (cues_.order == CueOrder::kCueFirst) {
    if (cue.kind == CueClass::kTake && is_subject_first(cue)) who = front();
    if (!who && cue.has_gap()) who = first_in_gap(cue);
    if (!who) who = back();
    if (!who && !joined) who = front();
    // "رحب الوزير X بالحكم، مؤكدا أن": a participle goes on with whom the sentence is about.
    if (!who && sayings_.empty() && is(CueClass::kGerund, cue.begin)) {
      who = speakers_.person_in(p_, begin_, cue.begin);
    }
  } else {
    const bool goes_on = !sayings_.empty() && cue.begin > begin_ &&
                         !p_.tokens[cue.begin].spaceless &&
                         cues_.is(CueClass::kJoin, p_.tokens, cue.begin - 1, cue.begin);
    if (!goes_on) who = front();
    if (!who && (!joined || sayings_.empty())) who = back();
  }
  if (!who && !joined && cue.kind != CueClass::kReads && cues_.order == CueOrder::kSpeakerFirst) {
    who = speakers_.person_in(p_, free_, cue.begin);
  }
  return who;
}

// Where ends what is said from `begin` on.
size_t SentenceReader::content_end(const Cue& cue, size_t begin, size_t index) {
  size_t end = clause_end(begin, index + 1);
  for (size_t at = begin; at < end && cue.kind == CueClass::kAsk; ++at) {
    if (is(CueClass::kTail, at)) end = at;
  }
  const Frame* frame = frame_at(begin);
  // "X said: «…» and left."
  if (frame != nullptr && begin > 0 && p_.tokens[begin - 1].kind == TokenKind::kStop) {
    const size_t close = frame->close;
    const bool more =
        close < end && std::any_of(frames_.begin(), frames_.end(), [&](const Frame& f) {
          if (f.open < close || f.open >= end) return false;
          return std::none_of(found_.begin(), found_.end(), [&](const Cue& one) {
            return one.begin >= close && one.begin < f.open;
          });
        });
    if (!more) end = close;
  }
  if (cue.kind == CueClass::kRumour && begin == cue.end && p_.tokens[cue.end].spaceless) {
    size_t comma = begin;
    while (comma < end && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
    end = comma;
  }
  return end;
}

bool SentenceReader::read_behind(const Cue& cue, size_t index) {
  const auto start = content_behind(cue, index);
  if (!start || start->at >= end_) return false;
  // "Asked about …, he replied": a participle.
  if (cue.kind == CueClass::kAsk && cues_.order == CueOrder::kSpeakerFirst &&
      index + 1 < found_.size() && !p_.tokens[cue.begin].spaceless &&
      words_in(free_, cue.begin) == 0 && frame_before(cue.begin, begin_) == nullptr) {
    return false;
  }
  const bool joined = is_joined(cue);
  auto who = subject_around(cue, *start, joined);
  const bool immediate = start->at == cue.end && p_.tokens[start->at].kind == TokenKind::kWord;
  const bool elided = !who && cue.kind != CueClass::kReads;
  // Without a word between, only "X said …" is sure.
  if (elided && immediate && cue.kind != CueClass::kTake && cue.kind != CueClass::kRumour &&
      !joined && !cues_.whole) {
    return false;
  }
  Saying said = saying(cue, start->at == start->stop ? "marks and cue" : "that");
  if (cue.kind == CueClass::kRumour) {
    said.nobody = true;
  } else {
    name(said, std::move(who));
  }
  if (joined && elided && !sayings_.empty() && sayings_.back().begin >= begin_) {
    said.speaker = sayings_.back().speaker;
    said.carried = sayings_.back().carried;
  } else if (joined && elided && !said.nobody && cues_.order == CueOrder::kCueFirst) {
    said.speaker = subject_of_sentence(cue.begin);
    said.carried = !said.speaker;
  }
  const size_t end = content_end(cue, start->at, index);
  const bool quoted = frame_at(start->at) != nullptr;
  said.noun = cue.kind == CueClass::kTake && !cue.has_gap() && !quoted &&
              !is(CueClass::kInfinitive, start->at) && !is(CueClass::kThat, start->at - 1);
  const bool tight = p_.tokens[start->at].spaceless;
  const bool sure = quoted || start->at > cue.end || cue.kind == CueClass::kTake ||
                    cue.kind == CueClass::kAsk || is(CueClass::kInfinitive, start->at);
  const size_t least = sure ? 1 : tight ? 2 : 3;
  if (words_in(start->at, end) < least) return false;
  // "The paper reports that X said …": X speaks, the paper is the source.
  const bool relays = cue.kind == CueClass::kReport && index + 1 < found_.size() &&
                      found_[index + 1].begin < end && found_[index + 1].begin > start->at;
  if (relays) {
    source_ = said.speaker ? said.speaker->text : source_;
    free_ = start->at;
    return true;
  }
  if (cue.kind == CueClass::kLabel) {
    push(std::move(said), start->at, frame_at(start->at)->close);
  } else {
    push(std::move(said), start->at, end);
  }
  return true;
}

bool SentenceReader::read_before(const Cue& cue, size_t index) {
  if (cue.kind == CueClass::kAsk || cue.kind == CueClass::kLabel) return false;
  if (p_.tokens[cue.begin].spaceless) return false;  // there the cue stands first
  size_t subject = cue.begin;
  const auto end = content_before(cue, subject);
  if (!end) return false;
  const bool inverted = subject == cue.begin || words_in(subject, cue.begin) == 0;
  if (cues_.order == CueOrder::kCueFirst && !inverted) return false;
  if (cue.kind == CueClass::kTake && (!inverted || cue.has_gap())) return false;
  if (is(CueClass::kBecause, subject) || is(CueClass::kJoin, subject)) return false;
  // "X, who came first, ordered a halt and promised help": no words in front of it are promised.
  if (!inverted && cue.begin > subject + 1 && is(CueClass::kJoin, cue.begin - 1) &&
      frame_before(cue.begin, free_) == nullptr) {
    return false;
  }
  // Nothing but the speaker, a day or a place may follow the cue.
  const size_t next = index + 1 < found_.size() ? found_[index + 1].begin : end_;
  if (next == end_ && words_in(cue.end, end_) > 18) return false;
  Saying said = saying(cue, "cue behind");
  std::optional<model::Argument> who;
  if (cue.kind == CueClass::kReads) who = paper(cue.end, end_);
  if (!inverted) who = speakers_.before(p_, subject, cue.begin);
  if (!who)
    who = speakers_.behind(p_, cue.has_gap() ? cue.gap_begin : cue.end,
                           cue.has_gap() ? cue.gap_end : end_);
  if (who && speakers_.is_subject(p_, free_, *end, cue.begin, *who)) return false;
  if (cue.kind == CueClass::kRumour)
    said.nobody = true;
  else
    name(said, std::move(who));
  if (said.carried && !(inverted && words_in(cue.end, end_) <= 1)) return false;
  Saying more = said;
  push(std::move(said), free_, *end);
  free_ = std::max(free_, cue.end);
  // "Man werde, so X, die ganze Nacht …": the clause goes on behind a comma that closes the cue.
  if (more.speaker) {
    const size_t who_end = std::max(token_at(p_.tokens, more.speaker->at.range.end), cue.end);
    if (who_end + 1 < end_ && p_.tokens[who_end].kind == TokenKind::kComma &&
        words_in(begin_, *end) <= 3 && next == end_ && words_in(who_end, end_) >= 3) {
      push(std::move(more), who_end + 1, end_);
    }
  }
  return true;
}

// "[X] [what he denies] denied" of languages whose verb stands last though their "that" follows it.
bool SentenceReader::read_object_first(const Cue& cue) {
  size_t from = free_;
  if (Frame* frame = frame_before(cue.begin, free_);
      frame != nullptr && words_in(frame->close, cue.begin) == 0) {
    Saying said = saying(cue, "marks and cue");
    name(said, speakers_.before(p_, free_, frame->open));
    push(std::move(said), frame->open, frame->close);
    return true;
  }
  for (size_t at = cue.begin; at-- > free_;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) {
      from = at + 1;
      break;
    }
  }
  PhraseMatch found;
  while (from < cue.begin && cues_.match(CueClass::kLead, p_.tokens, from, cue.begin, found)) {
    from = found.end;
  }
  size_t to = from, begin = 0;
  constexpr size_t kToLeader = 4;  // tokens: "CHP'nin lideri X"
  bool body = false;
  for (const auto* mention : mentions_near(p_, from, cue.begin)) {
    const size_t first = token_at(p_.tokens, mention->at.range.begin);
    const bool person = mention->type == model::EntityType::kPerson;
    const bool leads = person && body && first <= to + kToLeader && words_in(to, first) <= 2;
    if (first >= from && (first <= to + 1 || leads) && first < cue.begin) {
      to = std::max(to, token_at(p_.tokens, mention->at.range.end));
      body = !person;
    }
  }
  for (size_t at = from; at <= to && at < cue.begin; ++at) {
    if (cues_.match(CueClass::kWho, p_.tokens, at, cue.begin, found)) to = std::max(to, found.end);
  }
  size_t end = cue.begin;
  if (cue.has_gap()) {  // "[X] from [what he reports] reported"
    to = cue.begin;
    begin = cue.gap_begin;
    end = cue.gap_end;
    if (auto who = speakers_.before(p_, from, to)) {
      to = token_at(p_.tokens, who->at.range.end);
    }
  }
  for (size_t at = from + 1; at < cue.begin && begin == 0; ++at) {
    if (!cues_.match(CueClass::kSubject, p_.tokens, at, cue.begin, found)) continue;
    to = at;
    begin = found.end;
  }
  if (to == from) to = std::min(from + 2, cue.begin);
  begin = std::max(begin, to);
  if (to > cue.begin || to <= from || begin >= end) return false;
  Saying said = saying(cue, "object first");
  name(said, speakers_.link(p_, from, to));
  push(std::move(said), begin, end);
  free_ = std::max(free_, cue.end);
  return true;
}

// "«…», X told reporters, adding: …": between the two cues nobody but whom it was told stands.
bool SentenceReader::follows_listener(const Cue& cue, size_t index) const {
  constexpr size_t kMostWords = 4;
  if (index == 0 || cue.kind != CueClass::kSay || cue.begin <= free_ + 1) return false;
  const Cue& told = found_[index - 1];
  return told.kind == CueClass::kTell && told.end <= cue.begin && told.end >= free_ &&
         p_.tokens[cue.begin - 1].kind == TokenKind::kComma &&
         words_in(told.end, cue.begin) <= kMostWords && !sayings_.empty() &&
         sayings_.back().speaker;
}

// "Al-Hilal's hopes of a title": what belongs to a name is a noun.
bool SentenceReader::is_owned(size_t at) const {
  if (at < begin_ + 3 || p_.tokens[at - 2].kind != TokenKind::kOther ||
      !text::is_genitive(p_.tokens[at - 1].folded)) {
    return false;
  }
  return !mentions_in(p_, p_.tokens[at - 3].at).empty();
}

void SentenceReader::read_cue(size_t index) {
  Cue cue = found_[index];
  if (cue.begin < free_) return;
  if (cue.kind == CueClass::kAccording) {
    if (words_in(free_, cue.begin) > 0 && is(CueClass::kCiting, cue.begin)) return;
    // "según explicó X": the verb tells it.
    if (index + 1 < found_.size() && found_[index + 1].begin <= cue.end + 1 &&
        is(CueClass::kAs, cue.begin) && found_[index + 1].kind <= CueClass::kReport) {
      return;
    }
    if (read_relative(cue)) return;
    if (parts_name(cue)) {
      cue.end = cue.begin + 1;
      cue.gap_begin = cue.gap_end = 0;
    }
    return read_according(cue, index);
  }
  if (cue.kind == CueClass::kAccordingAfter) return read_according_after(cue, index);
  if (cue.begin >= citing_begin_ && cue.begin < citing_end_) return;
  if (is_owned(cue.begin)) return;
  if (cue.kind == CueClass::kObjectFirst) {
    read_object_first(cue);
    return;
  }
  if (cue.kind == CueClass::kSay && read_as(cue)) return;
  if (cue.begin > begin_ && cues_.is(CueClass::kBecause, p_.tokens, cue.begin - 1, cue.begin)) {
    return;
  }
  if (read_postposed(cue)) return;
  if (follows_listener(cue, index)) free_ = std::max(free_, cue.begin);
  // "…, said X of Y": the comma before the cue tells that it stands behind.
  size_t front = cue.begin;
  while (front > free_ && cues_.is(CueClass::kLead, p_.tokens, front - 1, front)) --front;
  const bool behind = front > free_ && !cues_.whole && !follows_lead(cue.begin) &&
                      (p_.tokens[front - 1].kind == TokenKind::kComma || is_dash(p_, front - 1)) &&
                      !is(CueClass::kGerund, cue.begin) && words_in(free_, front) >= 2;
  if (behind) {
    const auto start = content_behind(cue, index);
    bool told = false;
    for (size_t at = cue.end; start && at < start->at && at < cue.end + 3; ++at) {
      told = told || (p_.tokens[at].kind == TokenKind::kWord && is(CueClass::kThat, at)) ||
             p_.tokens[at].at.of(p_.text) == ":";
    }
    told = told || (start && frame_at(start->at) != nullptr);
    size_t subject = cue.begin;
    const auto end = told ? std::nullopt : content_before(cue, subject);
    const bool direct = start && start->at == cue.end;
    // "X, who studied there, said half of the money …"
    size_t comma = free_;
    while (comma < front && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
    const bool apposed =
        direct && subject == front && comma + 1 < front && comma - free_ <= 8 &&
        (speakers_.names_somebody(p_, free_, comma) || speakers_.apposed(p_, free_, cue.begin));
    if (end && !apposed && !(direct && subject < front) &&
        (subject < front || speakers_.behind(p_, cue.end, end_)) && read_before(cue, index)) {
      return;
    }
  }
  if (read_behind(cue, index)) return;
  if (!follows_lead(cue.begin) && read_before(cue, index)) return;
  // A verb of saying may take an object, too: "denied the news".
  PhraseMatch other;
  if (cue.kind == CueClass::kSay &&
      cues_.match(CueClass::kTake, p_.tokens, cue.begin, end_, other) && other.end == cue.end) {
    Cue taking = cue;
    taking.kind = CueClass::kTake;
    if (read_behind(taking, index)) return;
  }
  if (cue.kind == CueClass::kTake || cue.kind == CueClass::kLabel) return;
  // "«…» So says X." behind a quotation that is a sentence of its own.
  Saying said = saying(cue, "marks and cue");
  auto who = speakers_.before(p_, free_, cue.begin);
  if (!who) who = speakers_.behind(p_, cue.end, end_);
  name(said, std::move(who));
  said.bare = true;
  sayings_.push_back(std::move(said));
}

}  // namespace synoptic::annotate::syntax

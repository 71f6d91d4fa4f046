// The subject in languages whose verb stands last: by its particle, its ending, a comma behind it.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"

namespace synoptic::annotate::syntax {

std::optional<model::Argument> SentenceReader::subject_of_last(size_t& from, size_t end,
                                                               bool quoted) {
  PhraseMatch found;
  const auto skip_marks = [&] {
    while (from < end && p_.tokens[from].kind != TokenKind::kWord && frame_at(from) == nullptr) {
      ++from;
    }
  };
  skip_marks();
  while (from < end && cues_.match(CueClass::kLead, p_.tokens, from, end, found)) {
    from = found.end;
    skip_marks();
  }
  const auto take = [&](size_t begin, size_t to, size_t behind) {
    auto who = speakers_.link(p_, begin, to);
    from = behind_bracket(p_, behind, end);  // "Ford Otosan (FROTO.IS) …"
    skip_marks();
    return who;
  };
  if (cues_.match(CueClass::kPronoun, p_.tokens, from, end, found)) {
    const size_t begin = from, to = found.end;
    size_t behind = to;
    PhraseMatch particle;
    if (cues_.match(CueClass::kSubject, p_.tokens, to, end, particle)) behind = particle.end;
    if (behind > to || (behind < end && p_.tokens[behind].kind == TokenKind::kComma) ||
        cues_.tables[static_cast<size_t>(CueClass::kSubject)].empty() || behind == end) {
      return take(begin, to, behind);
    }
  }
  // "Hakan Fidan, Türkiye'nin …": the name before a comma, and not the next clause's subject.
  if (from < end && !p_.tokens[from].spaceless && cues_.subject_endings.empty()) {
    for (const auto* mention : mentions_near(p_, from, from + 3)) {
      const size_t first = token_at(p_.tokens, mention->at.range.begin);
      const size_t comma = token_at(p_.tokens, mention->at.range.end);
      const bool who =
          mention->form != "adjective" &&
          (mention->type == model::EntityType::kPerson || mention->type == model::EntityType::kOrg);
      if (!who || first < from || first > from + 3 || comma >= end ||
          p_.tokens[comma].kind != TokenKind::kComma) {
        continue;
      }
      bool words = true;
      for (size_t at = from; at < comma; ++at) {
        words = words && p_.tokens[at].kind == TokenKind::kWord;
      }
      if (words) return take(from, comma, comma + 1);
    }
  }
  const auto segment_of = [&](size_t at) {  // behind the last comma
    size_t begin = at;
    while (begin > from && p_.tokens[begin - 1].kind != TokenKind::kComma) --begin;
    return begin;
  };
  for (const CueClass kind : {CueClass::kSubject, CueClass::kWeakSubject}) {
    // The first one, unless a later one marks somebody who may speak.
    size_t first = end, first_behind = end, tries = 0;
    for (size_t at = from + 1; at < end && tries < 4; ++at) {
      if (frame_at(at) != nullptr) break;
      if (!cues_.match(kind, p_.tokens, at, end, found)) continue;
      size_t to = at;
      while (to > from && p_.tokens[to - 1].kind != TokenKind::kWord &&
             p_.tokens[to - 1].kind != TokenKind::kClose) {
        --to;
      }
      const size_t begin = segment_of(to);
      if (begin >= to || (first < end && begin < first_behind)) continue;
      ++tries;
      const size_t behind = found.end;
      if (speakers_.names_somebody(p_, begin, to) || !p_.tokens[at].spaceless) {
        return take(begin, to, behind);
      }
      if (first == end) {
        first = to;
        first_behind = behind;
      }
    }
    if (first < end) return take(segment_of(first), first, first_behind);
  }
  for (size_t at = from; at < end && !cues_.subject_endings.empty(); ++at) {
    if (frame_at(at) != nullptr) break;
    const std::string_view word = p_.tokens[at].folded;
    const auto ends = [&](const std::string& ending) {
      // "최고경영자(CEO)는": behind a bracket the ending stands alone.
      const bool bare = at > from && p_.tokens[at - 1].kind == TokenKind::kClose;
      return word.ends_with(ending) && (word.size() > ending.size() || bare);
    };
    if (std::any_of(cues_.subject_endings.begin(), cues_.subject_endings.end(), ends)) {
      const bool alone =
          at > from && p_.tokens[at - 1].kind == TokenKind::kClose &&
          std::ranges::find(cues_.subject_endings, word) != cues_.subject_endings.end();
      return take(segment_of(at), alone ? at : at + 1, at + 1);
    }
  }
  if (!cues_.subject_endings.empty() ||
      !cues_.tables[static_cast<size_t>(CueClass::kWeakSubject)].empty()) {
    return std::nullopt;
  }
  for (size_t at = from; at < end; ++at) {
    if (frame_at(at) != nullptr) break;
    if (p_.tokens[at].kind != TokenKind::kComma) continue;
    // "X, in a statement, …" and "Yesterday, X …"
    if (at - from <= 14) {
      if (auto who = speakers_.before(p_, from, at)) {
        from = at + 1;
        skip_marks();
        return who;
      }
    }
    if (at - from > 14) break;
    from = at + 1;
    skip_marks();
  }
  if (quoted) {
    size_t to = from;
    while (to < end && frame_at(to) == nullptr) ++to;
    auto who = speakers_.before(p_, from, to);
    from = to;
    return who;
  }
  // Without a comma: a name or a word for speakers at the front, else the first word.
  size_t to = from;
  for (const auto* mention : mentions_near(p_, from, from + 3)) {
    const size_t first = token_at(p_.tokens, mention->at.range.begin);
    if (first >= from && first <= from + 2 && first < end && mention->form != "adjective") {
      to = std::max(to, token_at(p_.tokens, mention->at.range.end));
    }
  }
  for (size_t at = from; at < std::min(end, from + 4); ++at) {
    if (cues_.match(CueClass::kWho, p_.tokens, at, end, found)) to = std::max(to, found.end);
  }
  if (to == from) to = from + 1;
  if (to >= end) return std::nullopt;
  return take(from, to, to);
}

// "…, と弁護士は言う": the subject inside the cue.
size_t SentenceReader::subject_in_gap(const Cue& cue) const {
  PhraseMatch found;
  const auto particle = [&](CueClass kind) {
    size_t at = cue.gap_begin;
    while (at < cue.gap_end && !cues_.match(kind, p_.tokens, at, cue.gap_end, found)) ++at;
    return at;
  };
  const size_t inside = particle(CueClass::kSubject);
  if (inside == cue.gap_end && cue.has_gap()) {
    const size_t weak = particle(CueClass::kWeakSubject);
    if (weak > cue.gap_begin && weak < cue.gap_end &&
        speakers_.person_in(p_, cue.gap_begin, weak)) {
      return weak;
    }
  }
  return inside < cue.gap_end ? inside : cue.gap_begin;
}

}  // namespace synoptic::annotate::syntax

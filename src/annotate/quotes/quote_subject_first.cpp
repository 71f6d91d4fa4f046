// Who speaks where something may stand between the speaker and the cue, or where the cue's own gap
// holds both who says it and whom it is said to.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"

namespace synoptic::annotate::syntax {

// "[The IMF] had urged Cairo to …": the clause begins with who urges, and the verb follows.
bool SentenceReader::is_subject_first(const Cue& cue) const {
  constexpr size_t kMostWords = 8;
  PhraseMatch found;
  size_t from = free_, to = cue.begin;
  while (from < to && (p_.tokens[from].kind == TokenKind::kOther ||
                       cues_.match(CueClass::kLead, p_.tokens, from, to, found))) {
    from = p_.tokens[from].kind == TokenKind::kOther ? from + 1 : found.end;
  }
  while (to > from && is(CueClass::kLead, to - 1)) --to;
  if (from >= to || words_in(from, to) > kMostWords) return false;
  const auto names = mentions_in(p_, p_.tokens[from].at);
  const bool named = std::ranges::any_of(names, [&](const model::Mention* mention) {
    return mention->at.range.begin == p_.tokens[from].at.begin;
  });
  for (size_t at = from; at < to; ++at) {
    if (p_.tokens[at].kind != TokenKind::kWord) return false;
  }
  const bool office =
      cues_.match(CueClass::kWho, p_.tokens, from, to, found) && found.prefix.empty();
  return (office || named) && ends_mention(to);
}

// "X, for his part, said": a lead between two commas parts nothing.
bool SentenceReader::follows_lead(size_t token) const {
  constexpr size_t kLongest = 6;  // tokens
  if (token < free_ + 3 || p_.tokens[token - 1].kind != TokenKind::kComma) return false;
  const size_t comma = token - 1;
  PhraseMatch found;
  for (size_t at = comma; at-- > free_ + 1 && comma - at <= kLongest;) {
    if (p_.tokens[at - 1].kind != TokenKind::kComma) continue;
    return cues_.match(CueClass::kLead, p_.tokens, at, comma, found) && found.end == comma;
  }
  return false;
}

bool SentenceReader::ends_mention(size_t token) const {
  if (token == 0) return false;
  const auto names = mentions_in(p_, p_.tokens[token - 1].at);
  return std::ranges::any_of(names, [&](const model::Mention* mention) {
    return token_at(p_.tokens, mention->at.range.end) == token;
  });
}

// "urged [the IMF] [Cairo] to …": the body or the land named first is who urges, what stands
// behind it whom.
std::optional<model::Argument> SentenceReader::first_in_gap(const Cue& cue) const {
  for (const auto* mention : mentions_near(p_, cue.gap_begin, cue.gap_begin)) {
    const size_t begin = token_at(p_.tokens, mention->at.range.begin);
    const size_t end = token_at(p_.tokens, mention->at.range.end);
    const bool body = mention->type == model::EntityType::kOrg || model::is_place(mention->type) ||
                      mention->type == model::EntityType::kCountry;
    if (begin != cue.gap_begin || end >= cue.gap_end || !body) continue;
    if (mention->form == "role" || mention->form == "adjective") continue;
    return speakers_.link(p_, begin, end);
  }
  return std::nullopt;
}

}  // namespace synoptic::annotate::syntax

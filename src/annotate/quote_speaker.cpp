#include "annotate/quote_speaker.h"

#include <algorithm>

#include "annotate/steps.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestDescription = 8;  // words before a name
constexpr size_t kLongestPhrase = 14;      // tokens of a speaker
constexpr size_t kLongestPhraseTight = 30;

bool is_content(const Token& token) { return token.kind == TokenKind::kWord; }

std::string key_of(const Passage& p, size_t begin, size_t end) {
  std::string key;
  for (size_t at = begin; at < end; ++at) {
    if (!is_content(p.tokens[at])) continue;
    if (!key.empty() && !p.tokens[at].spaceless) key += ' ';
    key += p.tokens[at].folded;
  }
  return key;
}

model::Argument argument_of(const model::Mention& mention) {
  model::Argument argument{mention.text, mention.entity, mention.name, mention.at};
  if (argument.name.empty()) argument.name = mention.text;
  return argument;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const model::Annotated& annotated, const QuoteCues& cues)
    : annotated_(annotated), cues_(cues) {}

void SpeakerFinder::learn(const Passage& p) {
  for (const auto* mention : p.mentions) {
    if (mention->type != model::EntityType::kPerson) continue;
    const size_t end = token_at(p.tokens, mention->at.range.begin);
    size_t begin = end;
    while (begin > 0 && end - begin < kLongestDescription && is_content(p.tokens[begin - 1])) {
      --begin;
      if (end - begin >= 2) described_.emplace(key_of(p, begin, end), mention);
    }
  }
}

std::optional<PhraseMatch> SpeakerFinder::first_cue(const Passage& p, size_t begin,
                                                    size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    PhraseMatch found;
    if (cues_.match(CueClass::kSay, p.tokens, at, end, found)) return found;
  }
  return std::nullopt;
}

std::optional<PhraseMatch> SpeakerFinder::last_cue(const Passage& p, size_t begin,
                                                   size_t end) const {
  for (size_t at = end; at-- > begin;) {
    PhraseMatch found;
    if (!cues_.match(CueClass::kSay, p.tokens, at, end, found)) continue;
    // A longer cue may begin one token earlier ("has said").
    PhraseMatch longer;
    if (at > begin && cues_.match(CueClass::kSay, p.tokens, at - 1, end, longer) &&
        longer.end >= found.end) {
      return longer;
    }
    return found;
  }
  return std::nullopt;
}

bool SpeakerFinder::ends_phrase(const Passage& p, size_t at, size_t begin, size_t end) const {
  const Token& token = p.tokens[at];
  if (token.kind == TokenKind::kStop) {  // an initial's point ends nothing
    const bool initial =
        token.at.of(p.text) == "." && at > begin && p.tokens[at - 1].at.size() <= 2 && at + 1 < end;
    return !initial;
  }
  if (token.kind == TokenKind::kComma || token.kind == TokenKind::kQuote) return true;
  if (token.kind != TokenKind::kWord || at == begin) return false;
  return cues_.is(CueClass::kCut, p.tokens, at, end) ||
         cues_.is(CueClass::kThat, p.tokens, at, end);
}

// A phrase is its mention only when nothing but generic words stands beside it; a person or an
// office inside it is the speaker too when the phrase ends or begins with them.
std::optional<model::Argument> SpeakerFinder::link(const Passage& p, size_t begin,
                                                   size_t end) const {
  while (begin < end && !is_content(p.tokens[begin])) ++begin;
  while (end > begin && !is_content(p.tokens[end - 1]) &&
         p.tokens[end - 1].kind != TokenKind::kClose) {
    --end;
  }
  if (begin >= end) return std::nullopt;
  Range range = bytes_of(p.tokens, begin, end);
  for (const std::string& ending : cues_.subject_endings) {
    const Token& last = p.tokens[end - 1];
    if (last.folded.size() <= ending.size() || !last.folded.ends_with(ending)) continue;
    const std::string_view written = last.at.of(p.text);
    if (!written.ends_with(ending)) continue;
    range.end -= static_cast<uint32_t>(ending.size());
    break;
  }
  model::Argument argument;
  argument.text = range.of(p.text);
  argument.name = argument.text;
  argument.at = place_of(annotated_.article, p.block, range);
  const model::Mention* whole = nullptr;
  const model::Mention* person = nullptr;
  for (const auto* mention : p.mentions) {
    const Range at = mention->at.range;
    if (at.end <= range.begin || at.begin >= range.end) continue;
    size_t others = 0;
    for (size_t i = begin; i < end; ++i) {
      if (!is_content(p.tokens[i]) || p.tokens[i].at.overlaps(at)) continue;
      if (!cues_.is(CueClass::kGeneric, p.tokens, i, end)) ++others;
    }
    if (others == 0) whole = mention;
    const bool speaks = mention->type == model::EntityType::kPerson || mention->form == "role" ||
                        (!mention->role.empty() && mention->form != "adjective");
    const bool at_edge = at.end + 4 >= range.end || at.begin <= range.begin + 4;
    const size_t behind = token_at(p.tokens, at.end);
    const bool possessive = behind + 1 < end && p.tokens[behind].kind == TokenKind::kOther &&
                            p.tokens[behind + 1].folded == "s";
    if (speaks && at_edge && !possessive) person = mention;
  }
  if (person == nullptr) person = whole;
  if (person != nullptr) {
    argument.entity = person->entity;
    argument.name = person->name.empty() ? person->text : person->name;
    return argument;
  }
  std::string key = key_of(p, begin, end);
  if (const auto known = described_.find(key); known != described_.end()) {
    argument.entity = known->second->entity;
    argument.name = known->second->name.empty() ? known->second->text : known->second->name;
  }
  return argument;
}

std::optional<model::Argument> SpeakerFinder::phrase_from(const Passage& p, size_t begin,
                                                          size_t end) const {
  while (begin < end && p.tokens[begin].kind == TokenKind::kOther) ++begin;
  size_t to = begin;
  size_t longest = kLongestPhrase;
  while (to < end && to - begin < longest && !ends_phrase(p, to, begin, end)) {
    if (p.tokens[to].spaceless) longest = kLongestPhraseTight;
    ++to;
  }
  if (to == begin || cues_.is(CueClass::kCut, p.tokens, begin, end) ||
      cues_.is(CueClass::kThat, p.tokens, begin, end)) {
    return std::nullopt;
  }
  // "said X, the minister": the mention of a comma-parted name is enough.
  return link(p, begin, to);
}

// The words before a cue, from the last comma on.
std::optional<model::Argument> SpeakerFinder::phrase_before(const Passage& p, size_t begin,
                                                            size_t end) const {
  size_t from = end;
  while (from > begin) {
    const Token& token = p.tokens[from - 1];
    if (token.kind == TokenKind::kQuote) break;
    if (token.kind == TokenKind::kStop &&
        !(from >= 2 && token.at.of(p.text) == "." && p.tokens[from - 2].at.size() <= 2)) {
      break;
    }
    if (token.kind == TokenKind::kComma && from < end) break;
    --from;
  }
  // "Wekesa, an engineer, said": the name stands before the comma.
  if (from > begin && p.tokens[from - 1].kind == TokenKind::kComma) {
    for (const auto* mention : p.mentions) {
      const size_t at = token_at(p.tokens, mention->at.range.begin);
      if (at >= begin && at <= begin + 2 && at < from &&
          mention->type == model::EntityType::kPerson) {
        return argument_of(*mention);
      }
    }
  }
  PhraseMatch lead;
  while (from < end &&
         (!is_content(p.tokens[from]) || cues_.match(CueClass::kLead, p.tokens, from, end, lead))) {
    from = is_content(p.tokens[from]) ? lead.end : from + 1;
  }
  size_t to = from;
  while (to < end && !ends_phrase(p, to, from, end) &&
         !cues_.is(CueClass::kSubject, p.tokens, to, end)) {
    ++to;
  }
  while (to > from && cues_.is(CueClass::kLead, p.tokens, to - 1, to)) --to;
  if (to <= from || to - from > kLongestPhraseTight) return std::nullopt;
  return link(p, from, to);
}

bool SpeakerFinder::is_pronoun(const Passage& p, const model::Argument& phrase) const {
  const size_t from = token_at(p.tokens, phrase.at.range.begin);
  const size_t to = token_at(p.tokens, phrase.at.range.end);
  PhraseMatch found;
  return from < to && cues_.match(CueClass::kPronoun, p.tokens, from, to, found) &&
         to - from <= found.end - found.begin + 1;
}

void SpeakerFinder::resolve(Speech& speech, const Passage& p,
                            std::optional<model::Argument> named) const {
  if (!named) {
    speech.carried = true;
    return;
  }
  if (is_pronoun(p, *named)) {
    speech.carried = true;
    return;
  }
  const size_t from = token_at(p.tokens, named->at.range.begin);
  const size_t to = token_at(p.tokens, named->at.range.end);
  for (size_t at = from; at < to; ++at) {
    if (cues_.is(CueClass::kVague, p.tokens, at, to)) speech.vague = true;
  }
  speech.speaker = std::move(named);
}

Speech SpeakerFinder::before_quote(const Passage& p, size_t begin, size_t end,
                                   const PhraseMatch& cue) const {
  Speech speech{cue.begin, cue.end, std::nullopt, false, false};
  std::optional<model::Argument> behind = phrase_from(p, cue.end, end);
  std::optional<model::Argument> before = phrase_before(p, begin, cue.begin);
  if (cues_.order == CueOrder::kCueFirst) {
    resolve(speech, p, behind ? std::move(behind) : std::move(before));
  } else {
    resolve(speech, p, before ? std::move(before) : std::move(behind));
  }
  return speech;
}

Speech SpeakerFinder::behind_quote(const Passage& p, size_t begin, size_t end,
                                   const PhraseMatch& cue) const {
  Speech speech{cue.begin, cue.end, std::nullopt, false, false};
  std::optional<model::Argument> before = phrase_before(p, begin, cue.begin);
  resolve(speech, p, before ? std::move(before) : phrase_from(p, cue.end, end));
  return speech;
}

std::optional<model::Argument> SpeakerFinder::leading_subject(const Passage& p, size_t begin,
                                                              size_t end) const {
  while (begin < end &&
         (!is_content(p.tokens[begin]) || cues_.is(CueClass::kLead, p.tokens, begin, end))) {
    ++begin;
  }
  for (size_t at = begin; at < end; ++at) {
    if (p.tokens[at].kind == TokenKind::kStop) break;
    if (at > begin && cues_.is(CueClass::kSubject, p.tokens, at, end)) return link(p, begin, at);
    const auto ends = [&](const std::string& ending) {
      return p.tokens[at].folded.size() > ending.size() && p.tokens[at].folded.ends_with(ending);
    };
    if (std::any_of(cues_.subject_endings.begin(), cues_.subject_endings.end(), ends)) {
      return link(p, begin, at + 1);
    }
  }
  if (!cues_.subject_endings.empty()) return std::nullopt;
  return phrase_from(p, begin, end);
}

}  // namespace synoptic::annotate::syntax

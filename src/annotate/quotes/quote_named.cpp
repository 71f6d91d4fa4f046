// Where a speaker's name begins and ends beside "according to", and what is no speaker at all.
#include <algorithm>

#include "annotate/quotes/quote_speaker.h"
#include "annotate/steps.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kReach = 12;  // tokens of a name without marks

}  // namespace

bool SpeakerFinder::begins_quantity(const Passage& p, size_t at) const {
  return std::ranges::binary_search(numbers_, std::pair{p.block, p.tokens[at].at.begin});
}

size_t SpeakerFinder::phrase_end(const Passage& p, size_t begin, size_t end) const {
  bool named = false;  // more than an article
  const size_t last = std::min(end, begin + kReach);
  for (size_t at = begin; at < last; ++at) {
    const Token& token = p.tokens[at];
    if (token.spaceless || ends_phrase(p, at, begin, end)) return end;
    if (token.kind != TokenKind::kWord) continue;
    const bool inside = in_mention(p, at);
    const bool small = cues_.is(CueClass::kGeneric, p.tokens, at, end) ||
                       cues_.is(CueClass::kArticle, p.tokens, at, end) ||
                       cues_.is(CueClass::kOf, p.tokens, at, end);
    if (named && !inside && begins_quantity(p, at)) return at;
    const char32_t first = text::decode(p.text, token.at.begin).value;
    if (named && cues_.capital_nouns && !inside && !small && text::is_letter(first) &&
        !text::is_upper(first) && !starts_mention(p, at)) {
      return at;
    }
    const auto names = mentions_in(p, token.at);
    const auto person = std::ranges::find_if(names, [&](const model::Mention* mention) {
      return mention->type == model::EntityType::kPerson && mention->form != "role" &&
             mention->form != "adjective" && mention->at.range.begin == token.at.begin;
    });
    if (person != names.end()) {
      const size_t behind = token_at(p.tokens, (*person)->at.range.end);
      const bool goes_on = behind < end && (p.tokens[behind].kind != TokenKind::kWord ||
                                            cues_.is(CueClass::kOf, p.tokens, behind, end) ||
                                            starts_mention(p, behind));
      if (behind < end && !goes_on && behind > at) return behind;
    }
    named = named || !small;
  }
  return end;
}

// "About the deal": what is spoken of, in languages that say so behind the noun.
bool SpeakerFinder::ends_as_topic(const Passage& p, size_t begin, size_t end) const {
  constexpr size_t kLongestWord = 6;  // tokens
  PhraseMatch found;
  for (size_t at = std::max(begin, end - std::min(end, kLongestWord)); at < end; ++at) {
    if (cues_.match(CueClass::kNoEnd, p.tokens, at, end, found) && found.end == end) return true;
  }
  return false;
}

// "… and said": the same one goes on.
bool SpeakerFinder::goes_on(const Passage& p, size_t begin, size_t end) const {
  PhraseMatch joint;
  return cues_.match(CueClass::kJoin, p.tokens, begin, end, joint) && joint.end < end &&
         cues_.is(CueClass::kSay, p.tokens, joint.end, end);
}

size_t SpeakerFinder::behind_thing(const Passage& p, size_t begin, size_t end) const {
  size_t at = begin;
  bool thing = false;
  PhraseMatch found;
  while (at < end) {
    if (cues_.match(CueClass::kNoSpeaker, p.tokens, at, end, found)) {
      at = found.end;
      thing = true;
    } else if (!is_content(p.tokens[at]) ||
               (!thing && (cues_.is(CueClass::kArticle, p.tokens, at, at + 1) ||
                           cues_.is(CueClass::kGeneric, p.tokens, at, at + 1)))) {
      ++at;
    } else {
      break;
    }
  }
  return thing ? at : begin;
}

std::optional<model::Argument> SpeakerFinder::maker_of(const Passage& p,
                                                       const model::Argument& thing) const {
  const size_t begin = token_at(p.tokens, thing.at.range.begin);
  const size_t end = token_at(p.tokens, thing.at.range.end);
  if (begin >= end) return std::nullopt;
  // "卫生部最新": what stands behind the maker.
  if (p.tokens[begin].spaceless && cues_.order != CueOrder::kCueLast && end - begin <= kReach) {
    for (size_t at = begin + 1; at < end; ++at) {
      if (behind_thing(p, at, end) == end && behind_thing(p, begin, end) == begin) {
        return link(p, begin, at);
      }
    }
  }
  const size_t behind = behind_thing(p, begin, end);
  PhraseMatch found;
  if (behind == begin || behind >= end ||
      !cues_.match(CueClass::kMaker, p.tokens, behind, end, found) || found.end >= end) {
    return std::nullopt;
  }
  return link(p, found.end, end);
}

std::optional<model::Argument> SpeakerFinder::last_in(const Passage& p, size_t begin,
                                                      size_t end) const {
  const auto parts = [&](size_t at) {  // "in the accident", "this month,"
    const Token& token = p.tokens[at];
    if (token.kind == TokenKind::kComma) return cues_.order == CueOrder::kCueLast;
    if (token.kind != TokenKind::kWord || in_mention(p, at) || starts_mention(p, at)) return false;
    return std::ranges::any_of(cues_.place_endings, [&](const std::string& ending) {
      return token.folded.ends_with(ending);
    });
  };
  for (size_t at = begin; at + 1 < end; ++at) {
    if (parts(at)) begin = at + 1;
  }
  auto who = before(p, begin, end);
  if (!who) return who;
  for (const std::string& ending : cues_.according_endings) {
    if (who->text.size() <= ending.size() || !who->text.ends_with(ending)) continue;
    const Range at = who->at.range;
    const bool named = starts_mention(p, token_at(p.tokens, at.begin)) && who->name != who->text;
    who->text.resize(who->text.size() - ending.size());
    if (!named) who->name = who->text;
    who->at = place_of(annotated_.article, p.block,
                       {at.begin, at.end - static_cast<uint32_t>(ending.size())});
    break;
  }
  return who;
}

bool SpeakerFinder::is_lone_name(const Passage& p, size_t begin, size_t end) const {
  if (end != begin + 1 || p.tokens[begin].kind != TokenKind::kWord) return false;
  const Range range = p.tokens[begin].at;
  const char32_t first = text::decode(p.text, range.begin).value;
  const bool cased = text::is_latin(first) || text::is_cyrillic(first);
  if (!cased || !text::is_upper(first)) return false;
  constexpr CueClass kOthers[] = {CueClass::kLead,      CueClass::kJoin,    CueClass::kBecause,
                                  CueClass::kGeneric,   CueClass::kArticle, CueClass::kCut,
                                  CueClass::kPronoun,   CueClass::kOf,      CueClass::kWho,
                                  CueClass::kNoStart,   CueClass::kAs,      CueClass::kThat,
                                  CueClass::kNoSpeaker, CueClass::kKept,    CueClass::kCiting};
  if (std::ranges::any_of(kOthers,
                          [&](CueClass one) { return cues_.is(one, p.tokens, begin, end); }))
    return false;
  const bool is_time = overlaps_time(p.block, range);
  if (is_time) return false;
  const auto names = mentions_in(p, range);
  return std::ranges::all_of(names, [&](const model::Mention* mention) {
    return !mention->at.range.overlaps(range) || mention->type == model::EntityType::kPerson;
  });
}

std::optional<model::Argument> SpeakerFinder::apposed(const Passage& p, size_t begin,
                                                      size_t end) const {
  constexpr size_t kLongest = 16;  // tokens of the apposition
  constexpr size_t kHead = 6;      // of these tell who it is
  if (begin + 4 > end || p.tokens[begin + 1].kind != TokenKind::kComma ||
      !is_lone_name(p, begin, begin + 1)) {
    return std::nullopt;
  }
  const size_t first = begin + 2;
  const char32_t letter = text::decode(p.text, p.tokens[first].at.begin).value;
  if (p.tokens[first].kind != TokenKind::kWord || text::is_upper(letter)) return std::nullopt;
  if (cues_.is(CueClass::kJoin, p.tokens, first, end)) return std::nullopt;
  size_t last = first;
  for (size_t at = first; at < end; ++at) {
    if (p.tokens[at].kind == TokenKind::kStop) return std::nullopt;
    if (p.tokens[at].kind == TokenKind::kComma) last = at;
  }
  if (last == first || last - first > kLongest) return std::nullopt;
  for (size_t at = last + 1; at < end; ++at) {  // "also", "has": nothing that speaks
    if (p.tokens[at].kind == TokenKind::kWord && !cues_.is(CueClass::kLead, p.tokens, at, end)) {
      return std::nullopt;
    }
  }
  const bool article = cues_.is(CueClass::kArticle, p.tokens, first, end);
  if (!article && !names_somebody(p, first, std::min(last, first + kHead))) return std::nullopt;
  // "Firefighters, police and a doctor, said": several speakers.
  for (size_t at = first; !article && p.tokens[at].kind != TokenKind::kComma; ++at) {
    if (cues_.is(CueClass::kJoin, p.tokens, at, end)) return std::nullopt;
  }
  // "Meanwhile, the mayor, Anna Holt, said": somebody nearer.
  if (person_of(p, first, last) != nullptr && person_of(p, first, last)->form != "role") {
    return std::nullopt;
  }
  return link(p, begin, begin + 1);
}

const model::Mention* SpeakerFinder::owner_of(const Passage& p, size_t begin, size_t end) const {
  constexpr uint32_t kReach = 300;  // bytes
  if (cues_.owned.empty()) return nullptr;
  std::string phrase;
  for (size_t at = begin; at < end; ++at) {
    if (!phrase.empty() && !p.tokens[at].spaceless) phrase += ' ';
    phrase += p.tokens[at].folded;
  }
  if (std::ranges::find(cues_.owned, phrase) == cues_.owned.end()) return nullptr;
  const uint32_t at = p.tokens[begin].at.begin;
  const Range before{at > kReach ? at - kReach : 0, at};
  const auto mentions = mentions_in(p, before);
  for (size_t i = mentions.size(); i-- > 0;) {
    const model::Mention* mention = mentions[i];
    if (mention->form == "adjective" || model::is_place(mention->type)) continue;
    return mention->type == model::EntityType::kOrg ? mention : nullptr;
  }
  return nullptr;
}

size_t SpeakerFinder::behind_time(const Passage& p, size_t begin, size_t end) const {
  constexpr size_t kFront = 2;  // tokens of "na", "am", "во"
  size_t at = begin;
  if (begin >= p.tokens.size()) return at;
  const auto from = std::ranges::lower_bound(times_, std::pair(p.block, p.tokens[begin].at.begin),
                                             {}, &Time::place);
  for (auto time = from; time != times_.end() && time->block == p.block; ++time) {
    const size_t first = token_at(p.tokens, time->begin);
    if (first > begin + kFront || first >= end) break;
    at = std::max(at, std::min(end, token_at(p.tokens, time->end)));
  }
  return at;
}

size_t SpeakerFinder::behind_listener(const Passage& p, size_t begin, size_t end) const {
  constexpr size_t kLongestTitle = 8;  // tokens of a paper's name in marks
  size_t at = begin;
  bool told = false;
  PhraseMatch found;
  while (at < end) {
    if (told && p.tokens[at].kind == TokenKind::kQuote) {  // "изданию «Вёрстка» адвокат"
      size_t close = at + 1;
      while (close < end && close - at < kLongestTitle &&
             p.tokens[close].kind != TokenKind::kQuote) {
        ++close;
      }
      if (close >= end || p.tokens[close].kind != TokenKind::kQuote) break;
      at = close + 1;
      continue;
    }
    if (p.tokens[at].spaceless || p.tokens[at].kind != TokenKind::kWord) break;
    size_t next = behind_time(p, at, end);
    if (cues_.match(CueClass::kAddressee, p.tokens, at, end, found)) {
      next = found.end;
      told = true;
    }
    size_t name = at;  // the paper's
    const bool to = cues_.match(CueClass::kTo, p.tokens, at, end, found);
    if (to) name = found.end;
    while (name < end && p.tokens[name].kind == TokenKind::kOther) ++name;  // "à l'AFP"
    if (name >= end) break;
    for (const auto* mention : mentions_near(p, at, name)) {
      const uint32_t first = mention->at.range.begin;
      const bool here = first == p.tokens[name].at.begin ||  // or "لرويترز"
                        (to && first > p.tokens[at].at.begin && first < p.tokens[at].at.end);
      const bool body = mention->type == model::EntityType::kOrg && mention->form != "role";
      if (!body || !here || (!told && name == at)) continue;
      next = std::max(next, token_at(p.tokens, mention->at.range.end));
      told = true;
    }
    if (next <= at) break;
    at = next;
  }
  return told ? at : begin;
}

bool SpeakerFinder::overlaps_time(uint32_t block, Range range) const {
  auto time = std::ranges::lower_bound(times_, std::pair(block, range.end), {}, &Time::place);
  return time != times_.begin() && (--time)->block == block && time->furthest > range.begin;
}

}  // namespace synoptic::annotate::syntax

// Whom the words around a cue of reporting name as the speaker. Private to the room.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "annotate/passage.h"
#include "annotate/quotes/quote_cues.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

inline bool is_content(const Token& token) { return token.kind == TokenKind::kWord; }

// Behind the bracket that opens at the token, "(2330.TW)", "(SPD, Bremen)"; the token itself where
// none opens there or it stays open.
inline size_t behind_bracket(const Passage& p, size_t at, size_t end) {
  constexpr size_t kLongest = 16;  // tokens
  if (at >= end || p.tokens[at].kind != TokenKind::kOpen) return at;
  for (size_t i = at + 1; i < std::min(end, at + kLongest); ++i) {
    if (p.tokens[i].kind == TokenKind::kClose) return i + 1;
  }
  return at;
}

class SpeakerFinder {
 public:
  SpeakerFinder(const model::Annotated& annotated, const QuoteCues& cues);

  // Remembers which people the words before their names describe.
  void learn(const Passage& passage);

  // The subject that ends where its cue begins, at `end`; nullopt: there is none.
  std::optional<model::Argument> before(const Passage& p, size_t begin, size_t end) const;
  // The subject that begins behind its cue, at `begin`.
  // `closed`: what stands in apposition has a comma behind it.
  std::optional<model::Argument> behind(const Passage& p, size_t begin, size_t end,
                                        bool closed = false) const;
  // "the police", "the agency X": no person, whose name could follow a comma.
  bool is_body(const Passage& p, size_t begin, size_t end) const;
  // All of the tokens as one phrase.
  std::optional<model::Argument> link(const Passage& p, size_t begin, size_t end) const;

  // Where a phrase that no mark ends is over: "laut Polizei | drei Menschen …"; `end` where nothing
  // tells.
  size_t phrase_end(const Passage& p, size_t begin, size_t end) const;
  // "an estimate by the port authority": who made it; nullopt: the phrase is no such thing.
  std::optional<model::Argument> maker_of(const Passage& p, const model::Argument& thing) const;
  // The speaker right before "according to", without what stands before its name.
  std::optional<model::Argument> last_in(const Passage& p, size_t begin, size_t end) const;

  // "Suharyanto, head of the agency, [said]": the name before an apposition that ends at the cue,
  // where nothing but its capital tells that it is one; nullopt: no such thing.
  std::optional<model::Argument> apposed(const Passage& p, size_t begin, size_t end) const;

  // Where a time that begins at the token ends, with a small word in front; `begin` where none
  // does.
  size_t behind_time(const Passage& p, size_t begin, size_t end) const;

  // "сообщила журналистам [в пятницу] | адвокат X": behind those who are told, and days beside
  // them; `begin` where nobody is.
  size_t behind_listener(const Passage& p, size_t begin, size_t end) const;

  // "Its spokesman": the body named last before the phrase; nullptr: none, or a person is nearer.
  const model::Mention* owner_of(const Passage& p, size_t begin, size_t end) const;
  bool is_pronoun(const Passage& p, const model::Argument& phrase) const;
  // Whether the phrase can be anybody: not so numbers, prepositions, an article alone.
  bool may_speak(const Passage& p, const model::Argument& speaker) const;
  // Whether tokens [begin, end), in front of the speaker and the cue at `cue`, are the subject of
  // the cue's verb and not what was said.
  bool is_subject(const Passage& p, size_t begin, size_t end, size_t cue,
                  const model::Argument& speaker) const;
  // Whom the sentence [begin, end) is about, where its first words look like a name.
  std::optional<model::Argument> topic_of(const Passage& p, size_t begin, size_t end) const;
  // The first person named in tokens [begin, end); nullopt: none.
  std::optional<model::Argument> person_in(const Passage& p, size_t begin, size_t end) const;
  // The same, but a place only where it stands alone.
  bool is_speaker(const Passage& p, size_t begin, size_t end) const;
  // One word with a capital that no table of cues has.
  bool is_lone_name(const Passage& p, size_t begin, size_t end) const;
  // Is a person, an office, an organisation or a word for one of them among the tokens?
  bool names_somebody(const Passage& p, size_t begin, size_t end) const;

 private:
  struct Segment {
    size_t begin = 0, end = 0;
  };
  // Where words like "a first estimate" end; `begin` where none stands there.
  size_t behind_thing(const Passage& p, size_t begin, size_t end) const;
  bool ends_as_topic(const Passage& p, size_t begin, size_t end) const;
  bool goes_on(const Passage& p, size_t begin, size_t end) const;
  bool begins_quantity(const Passage& p, size_t at) const;
  std::optional<Segment> trimmed(const Passage& p, size_t begin, size_t end) const;
  const model::Mention* person_of(const Passage& p, size_t begin, size_t end) const;
  bool is_cut(const Passage& p, size_t at, size_t end) const;
  bool in_mention(const Passage& p, size_t at) const;
  static size_t begin_of_ticker(const Passage& p, size_t begin, size_t end);
  static bool is_abbreviated(const Passage& p, size_t at, size_t end);
  // Whether another person's name stands right behind the name.
  static bool is_next_a_person(const Passage& p, Range name);
  bool starts_mention(const Passage& p, size_t at) const;
  bool counts_people(const model::Quantity& quantity) const;
  bool is_of_a_person(const Passage& p, size_t at, size_t end) const;  // a number
  bool ends_phrase(const Passage& p, size_t at, size_t begin, size_t end) const;
  bool begins_listener(const Passage& p, size_t at, size_t end) const;
  int quality(const Passage& p, const Segment& segment) const;
  bool is_name_like(const Passage& p, const Segment& segment) const;
  bool overlaps_time(uint32_t block, Range range) const;

  const model::Annotated& annotated_;
  const QuoteCues& cues_;
  std::map<std::string, const model::Mention*, std::less<>> described_;
  // A time of the article; all of them are asked for at each cue, so they are found by place.
  struct Time {
    uint32_t block = 0, begin = 0, end = 0;
    uint32_t furthest = 0;  // end of this one or of one before it in the block

    std::pair<uint32_t, uint32_t> place() const { return {block, begin}; }
  };
  std::vector<Time> times_;                             // sorted
  std::vector<std::pair<uint32_t, uint32_t>> numbers_;  // block and byte of quantities, sorted
};

}  // namespace synoptic::annotate::syntax

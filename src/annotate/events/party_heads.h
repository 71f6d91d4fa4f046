// Phrases that name somebody, found in the tokens by what they end with and what stands around
// them. Private to the room.
#pragma once

#include <optional>

#include "annotate/events/clause.h"
#include "annotate/events/party_words.h"

namespace synoptic::annotate::syntax {

struct PartyTokens {
  size_t begin = 0, end = 0;
};

// The phrase that a clause without particles begins with: "警方共拘留212人" has 警方.
std::optional<PartyTokens> leading_party(const Sentence& sentence, const PartyWords& words,
                                         size_t begin, size_t limit);
// The same of an object; a verb may follow it.
std::optional<PartyTokens> object_party(const Sentence& sentence, const PartyWords& words,
                                        size_t begin, size_t limit);
// All of the tokens, where they are such a phrase.
std::optional<PartyTokens> whole_party(const Sentence& sentence, const PartyWords& words,
                                       size_t begin, size_t end);
// Whether somebody's phrase ends inside the tokens.
bool has_party(const Sentence& sentence, const PartyWords& words, size_t begin, size_t end);
// The one that a particle marks as the subject, or as another part, in bytes and without the
// particle.
std::optional<Range> marked_party(const Sentence& sentence, const PartyWords& words, size_t begin,
                                  size_t limit, Part part = Part::kSubject);

struct Attribute {
  bool sure = false;  // the name does tell of what stands behind it
  Range phrase;       // of the name and what stands behind it; empty: it names nobody
};
// Of a name with words behind it: "印尼渔民", "韓国の検察", "러시아 선수의 이의".
Attribute attribute(const Sentence& sentence, const PartyWords& words, const Name& name,
                    size_t limit);
// "谈判持续": the word of doing is itself what the clause is about.
bool is_noun_of_doing(const Sentence& sentence, const PartyWords& words, size_t behind,
                      size_t limit);
// "协议获得通过": a clause that says what it is about goes on with nobody.
bool has_own_words(const Sentence& sentence, const PartyWords& words, size_t begin, size_t verb);
// "当局は図面を": neither who does it nor the particles at both ends are of the object's words.
void trim_object(const Sentence& sentence, const std::vector<model::Argument>& actors,
                 size_t& begin, size_t& end);

}  // namespace synoptic::annotate::syntax

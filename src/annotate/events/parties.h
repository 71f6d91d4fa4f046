// Whether the words beside a verb are somebody or something that may act: what begins with a word
// of time, a number of days or another verb is none. Words: data/annotate/parties.tsv; of a
// language without rows there every phrase may act. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "annotate/events/clause.h"
#include "annotate/events/persons.h"

namespace synoptic::annotate::syntax {

class Parties {
 public:
  static const Parties* of(std::string_view lang);  // nullptr: the table says nothing of it

  struct Stretch {
    size_t begin = 0, end = 0;  // tokens
  };
  // Who acts in the words before a verb, from `begin` on.
  std::optional<Stretch> before(const Sentence& s, size_t begin, size_t end) const;
  // The same of the words behind it, from `begin` on.
  std::optional<Stretch> after(const Sentence& s, size_t begin, size_t end) const;
  // The same of these words.
  std::optional<Stretch> behind(const Sentence& s, Stretch words) const;
  // Whom it is done to.
  std::optional<Stretch> object(const Sentence& s, Stretch words) const;

  // "The teachers of Lund", where the owner stands behind without a marker: the place in it does
  // nothing.
  bool is_owner(const Sentence& s, const Name& name) const;
  // A name that no list has and that begins or ends with a verb or a time was read too far.
  bool is_misread(const Sentence& s, const Name& name) const;
  // Does a clause of its own end in these words?
  bool has_verb(const Sentence& s, size_t begin, size_t end) const;
  // "Took responsibility for [the attack]": a word of it stands right before.
  bool is_claimed(const Sentence& s, size_t begin, size_t deed) const;
  // "ditangkap polisi": who did it stands right behind a passive, without a marker.
  bool agents_behind() const { return agents_behind_; }
  // The words right behind a passive that are its agent.
  std::optional<Stretch> agent(const Sentence& s, size_t begin, size_t end) const;

  struct Tables;

 private:
  enum Class : uint8_t { kNobody, kEdge, kTime, kVerb, kNoun, kMeasure, kClaim, kClasses };

  bool is(Class kind, const Sentence& s, size_t at, size_t end, size_t& behind) const;
  bool is_verb(const Sentence& s, size_t at) const;
  bool is_named(const Sentence& s, size_t at) const;
  bool is_time(const Sentence& s, size_t at, size_t end, size_t& behind) const;
  void strip_front(const Sentence& s, Stretch& words) const;
  void strip_back(const Sentence& s, Stretch& words) const;
  bool is_party(const Sentence& s, Stretch words) const;
  std::optional<Stretch> cut(const Sentence& s, Stretch words) const;
  std::optional<Stretch> before_last_verb(const Sentence& s, Stretch words) const;

  std::array<PhraseTable, kClasses> tables_;
  const Persons* persons_ = nullptr;
  bool agents_behind_ = false;
  bool owners_behind_ = false;
  friend struct Tables;
};

}  // namespace synoptic::annotate::syntax

// Whether words without a known name are a person or a body of persons, and where their group ends.
// A deed may befall them; a thing that it is about is none. Words: data/annotate/persons.tsv.
// Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/events/clause.h"
#include "annotate/events/party_words.h"

namespace synoptic::annotate::syntax {

class Persons {
 public:
  static const Persons* of(std::string_view lang);  // nullptr: the table says nothing of it

  struct Group {
    size_t begin = 0, end = 0;  // tokens
  };
  // Somebody whose group begins at the token, or behind small words there.
  std::optional<Group> at(const Sentence& s, size_t begin, size_t end) const;
  // Is the token the noun for such a one?
  bool is_noun(const Sentence& s, size_t at) const;
  // A number, or another word of how many or which ones.
  bool counts(const Sentence& s, size_t at) const;
  // Does its ending make it an object or an addressee?
  bool is_marked(const Sentence& s, size_t at) const;
  // "The police two men [OBJECT]": where the second group begins behind the first; `end`: none.
  size_t second(const Sentence& s, size_t begin, size_t end) const;
  // The words around a time are as small: "on Monday".
  static bool opens_time(const Sentence& s, size_t at, size_t end);
  // "The company's claims", "police-led": what touches the noun makes another word of it.
  static bool goes_on(const Sentence& s, size_t end);
  // A marker of whom something is for: "for workers".
  bool is_for(std::string_view marker) const { return for_.has(marker); }

  struct Tables;

 private:
  enum class Order : uint8_t { kFirst, kLast, kCapital };
  struct Words {  // whole ones, beginnings and endings
    EdgeWords whole, begins, ends;
    void add(std::string_view word);
    bool has(std::string_view folded) const;
  };
  bool stops(const Sentence& s, size_t at) const;
  std::optional<size_t> head_first(const Sentence& s, size_t first, size_t end) const;
  std::optional<size_t> head_last(const Sentence& s, size_t first, size_t end) const;
  std::optional<size_t> head_capital(const Sentence& s, size_t first, size_t end) const;

  std::string lang_;
  Order order_ = Order::kLast;
  Words person_, before_, of_, marked_;
  EdgeWords for_, tail_;
  friend struct Tables;
};

// Does the argument open with such a group?
bool is_somebody(const Sentence& sentence, std::string_view lang, const model::Argument& argument);

}  // namespace synoptic::annotate::syntax

// The tables of data/compare: which deeds and counts are the same thing, and what they do.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::compare {

struct Deed {            // what an event's action means beside others
  std::string family;    // actions of one family fill the same slots
  int sign = 1;          // -1: the contrary of the family ("close" of "open")
  bool speech = false;   // an act done in words, by which a headline can differ (order, announce)
  bool state = false;    // undone by time: a later contrary is an update
  bool once = false;     // not yet done, then done: only that way round an update
  bool mutual = false;   // done together: it does not matter who is named first
  bool natural = false;  // happens: nobody does it, nobody denies it
  bool plain = false;    // stands in every text (say, be, have): no facts of its own
};
Deed deed_of(std::string_view action);

struct CountClass {       // what a number counts
  std::string name;       // "killed" for "deaths", "dead" …
  bool rising = false;    // grows as the news goes on: a later, higher one is an update
  bool falling = false;   // … or falls: any later count is an update
  bool yielding = false;  // … or falls while another count grows
  bool generic = false;   // "people": what others count by a narrower class
  bool exact = false;     // set, not measured: told to its last digit
  double weight = 1;      // how much it matters to the event
  bool known = false;     // stands in the table
};
CountClass class_of(std::string_view counted_class);

struct Unit {  // units of one dimension, to its first unit
  std::string base;
  double factor = 1;
};
Unit unit_of(std::string_view unit);

// Words of worry, doubt and reproach, folded: a sentence with one is worth showing when only one
// account has it.
const std::vector<std::string>& weighty_words(std::string_view lang);

// Words with which an account takes back a number that was told before, folded.
const std::vector<std::string>& correction_words(std::string_view lang);

// Folded words of a language for what one party has over others, with its name: "dominance".
const std::vector<std::pair<std::string, std::string>>& holdings_of(std::string_view lang);

// Whether the region is one that the country or union is called by: "the West", a Western country.
bool is_of_bloc(std::string_view region, std::string_view member);

// The word as the beginning of a word of folded text: endings and proclitics are the language's own
// business. npos: it is not there.
size_t find_word(std::string_view text, std::string_view word);

}  // namespace synoptic::compare

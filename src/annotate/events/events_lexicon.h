// Which words tell of an event. data/annotate/events_actions.tsv says what an action is (its PLOVER
// type, what its object and its marked names are to it); events_<lang>.tsv gives its words.
// Private to the room.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/grammar.h"

namespace synoptic::annotate::syntax {

enum class Slot : uint8_t { kNothing, kActor, kRecipient, kPartner, kPlace };

struct Action {
  std::string name;
  std::string type;               // PLOVER; may be empty
  std::array<Slot, 11> slots{};   // by Part; what a name with that part is
  bool mutual = false;            // both sides do it: meet, sign
  bool has_content = false;       // what is ordered or announced is an action itself
  bool natural = false;           // happens without an actor: earthquake
  bool controls = false;          // what it asks for is an action, and told with it
  bool takes_phrase = false;      // its object may be no known name
  bool wants_both = false;        // weak words: only with actor and recipient
  bool actor_defined_by = false;  // the frame says what "by" is
  bool versus = false;            // unmarked before a verb at the end stands who was beaten
  bool swapped = false;           // its subject is whom it befell: "lost to"
  bool of_people = false;         // it befalls persons only, and no place
  bool befalls = false;           // never without whom it befalls: "arrested in Lund"
  bool tells = false;             // its object may be a clause with verbs of its own
  bool moves = false;             // "ist gereist": of verbs that go there is no passive
  bool in_cities = false;         // a city is where it is done, whatever word it stands behind

  Slot slot(Part part) const { return slots[static_cast<size_t>(part)]; }
};

enum class TriggerForm : uint8_t { kVerb, kPassive, kNoun };

struct Trigger {
  const Action* action = nullptr;
  TriggerForm form = TriggerForm::kVerb;
  bool future = false;     // the word itself looks ahead: "will sign" in one word
  bool asked_for = false;  // what the next trigger asks for: "辞任を求めた"
  PhraseMatch match;
  bool owned = false;    // a noun: the name right behind it is who does it
  bool passive = false;  // a verb by form that a word before it makes a passive
  bool goes_on = false;  // a participle behind a comma: done by whom the sentence is about
};

class EventLexicon {
 public:
  // Triggers of tokens [begin, end), left to right; a longer one hides those inside it.
  std::vector<Trigger> find(std::string_view text, const std::vector<Token>& tokens, size_t begin,
                            size_t end) const;
  bool may_open(std::string_view folded) const { return table_.may_open(folded); }
  // `form`: v, m, f, g, p, n or b, as in the table.
  void add(const Action* action, std::string_view form, std::string_view phrases);
  void set_grammar(const Grammar& grammar) {
    table_.set_proclitics(grammar.proclitics);
    grammar_ = &grammar;
  }

 private:
  bool is_inside_word(std::string_view text, const std::vector<Token>& tokens,
                      const PhraseMatch& match) const;
  size_t gap_stop(const std::vector<Token>& tokens, const PhraseMatch& match) const;

  struct Entry {
    const Action* action;
    TriggerForm form;
    bool led;  // the first word only leads to it ("to visit"; a visit is a noun)
    bool future;
    bool owned;
    bool goes_on;
  };
  const Grammar* grammar_ = nullptr;
  PhraseTable table_;
  std::vector<Entry> entries_;
};

// What a word of the lexicon would tell; nullptr: no such action.
const Action* action_of(std::string_view name);

const EventLexicon* event_lexicon(std::string_view lang);  // nullptr: no table

}  // namespace synoptic::annotate::syntax

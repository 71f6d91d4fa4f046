// The work behind find_roles(): arguments.cpp goes through its steps, arguments_subject.cpp tells
// which known name is the subject, arguments_phrase_actors.cpp and arguments_phrases.cpp find who
// is only described. Private to arguments*.cpp.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "annotate/events/arguments.h"
#include "annotate/events/parties.h"
#include "annotate/events/party_words.h"
#include "annotate/events/persons.h"
#include "annotate/events/reasons.h"

namespace synoptic::annotate::syntax {

class Finder {
 public:
  Finder(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
         const model::Article& article)
      : s_(sentence),
        trigger_(trigger),
        bounds_(bounds),
        article_(article),
        party_words_(party_words(article.lang)),
        parties_(Parties::of(article.lang)),
        persons_(Persons::of(article.lang)),
        taken_(sentence.names.size(), false) {}

  Roles find(const std::vector<model::Argument>& last_actor);

 private:
  const Action& action() const { return *trigger_.action; }
  bool passive() const { return trigger_.form == TriggerForm::kPassive || trigger_.passive; }
  bool usable(size_t i) const {
    const Name& name = s_.names[i];
    return !taken_[i] && !name.bracketed && !name.negated && !is_in_reason(s_, trigger_, name);
  }
  bool plain(size_t i) const {  // may stand without a marker, as subject or object
    const Name& name = s_.names[i];
    return usable(i) && !name.adjective &&
           (name.part == Part::kNone || name.part == Part::kSubject || name.part == Part::kAs);
  }
  // Tells the name only whose something is ("the teachers of Lund"), or was it read too far?
  bool is_owner(size_t i) const {
    return parties_ != nullptr &&
           (parties_->is_owner(s_, s_.names[i]) || parties_->is_misread(s_, s_.names[i]));
  }
  bool is_of_other_verb(size_t i) const;
  bool has_own_party() const;
  bool is_object_owner(size_t i);
  bool is_behind_preposition() const;
  bool is_of_others() const;
  void take(size_t i, std::vector<model::Argument>& into);
  void take_list(size_t i, std::vector<model::Argument>& into);
  void put(size_t i, Slot slot);

  std::optional<size_t> subject() const;
  std::optional<size_t> subject_before() const;
  std::optional<size_t> subject_behind() const;
  std::optional<size_t> subject_of_joined() const;
  struct Order {  // where the verb comes second
    bool known = false;
    std::optional<size_t> subject;
    std::vector<size_t> objects;
  };
  Order second_order() const;
  bool is_opened_for_verb(size_t begin, size_t end) const;
  std::optional<size_t> next_plain(size_t begin, size_t end) const;
  // The first token that is this verb's own, and no part of a joined one before.
  size_t own_begin() const { return std::max(bounds_.part_begin, bounds_.joined); }
  void take_antecedent(std::optional<size_t> about);
  bool is_behind_body(size_t begin, size_t name) const;
  std::optional<size_t> antecedent() const;
  std::optional<size_t> doer_of_noun() const;
  bool has_front_subject() const;
  bool is_told_deed() const;
  void find_party_actor();
  std::optional<Parties::Stretch> owner_phrase() const;
  bool joins_verb() const;
  size_t before_verb() const;
  bool is_behind_opener() const;
  bool is_behind_verb() const;
  bool may_go_on() const;
  bool take_party(std::optional<Parties::Stretch> words, std::vector<model::Argument>& into);
  bool is_counted(const Name& name) const;
  bool is_behind_object(size_t i) const;
  bool is_of_next_verb(const Name& name) const;
  bool is_goal_of_person(size_t i) const;
  Part relative_part() const;
  bool goes_on_behind_and() const;
  void find_subject_of_fronted();
  void find_phrase_of_inverted();
  bool is_beaten_before(size_t i) const;
  std::optional<size_t> winner_before(size_t i) const;
  std::optional<size_t> winner_behind() const;
  std::optional<size_t> loser(std::optional<size_t> who) const;
  void find_marked();
  void find_described_agent();
  void find_object();
  void find_adjectives();
  bool is_agent_of_other(const Name& name) const;
  bool is_of_victim(const Name& name) const;
  bool begins_clause() const;
  void find_content_begin();
  void find_of_nobody(std::optional<size_t> who);
  void take_subject(size_t who, std::optional<size_t> about);
  void resume(const std::vector<model::Argument>& last_actor);
  void settle_antecedent(std::optional<size_t> about, Part relative);
  void find_unnamed_actor(const std::vector<model::Argument>& last_actor, Part relative,
                          bool may_be);
  void turn_owner_of_noun();
  struct WordsBefore {
    size_t begin = 0, end = 0;  // tokens
    bool marked = false;        // a word behind them marks the subject
  };
  std::optional<WordsBefore> words_before_verb() const;
  bool take_marked_subject(size_t begin, size_t end);
  void find_phrase_actor();
  void find_phrase_behind_verb();
  void take_phrase_actor(size_t begin, size_t end);
  size_t behind_marked_subject(size_t end) const;
  size_t small_subject(size_t begin, size_t end, bool marked) const;
  void find_phrase_object();
  void find_phrases_of_passive();
  void find_phrase_object_before();
  void find_phrase_of_last_passive();
  bool may_be_place(const std::vector<model::Argument>& who) const;
  void find_subject_before_comma();
  void find_agent_of_last_passive();
  void find_subject_of_inverted();
  bool acts_in_passive() const;
  bool befalls_by(Part part, size_t marker) const;
  size_t behind_actor(size_t begin) const;
  bool is_somebody() const;
  bool is_behind_counted(const Name& name) const;
  bool is_owner_of_object(size_t begin, const Name& name) const;
  void find_somebody_inverted();
  void find_somebody();
  bool take_somebody(size_t begin, size_t end);
  size_t behind_scene(size_t begin, size_t end) const;
  bool is_what_to_do(size_t who) const;
  bool find_somebody_behind();
  bool find_somebody_at_marker(size_t begin, size_t end);
  bool find_somebody_before();
  bool find_somebody_in_signs();
  void find_agent_phrase();
  bool is_object_of_other() const;
  bool is_agent_of_noun() const;
  std::optional<Range> described_subject() const;
  void settle_attributes(std::vector<model::Argument>& side, bool may_drop);
  bool take_owner();
  bool take_before_reason();
  void settle_phrase_actor();
  void settle_phrase_recipient();
  void settle_passive();
  void settle_relative_passive();
  void settle_nearer_subject();
  void drop_places();
  void settle_parties(const std::vector<model::Argument>& last_actor);
  void turn_passive();
  void split_mutual();
  std::pair<size_t, size_t> names_between(size_t begin, size_t end) const;

  const Sentence& s_;
  const Trigger& trigger_;
  const Bounds& bounds_;
  const model::Article& article_;
  const PartyWords* party_words_;
  const Parties* parties_;  // nullptr: nothing is known of the language's phrases
  const Persons* persons_;  // the same of its common nouns
  std::vector<bool> taken_;
  Roles roles_;
  bool joins_verbs_ = false;             // "and" stands before the verb: its clause goes on
  bool unread_subject_ = false;          // words stand before the verb that are told to be nobody
  bool person_only_ = false;             // the recipient is a person
  std::vector<model::Argument> agents_;  // marked with "by"
};

}  // namespace synoptic::annotate::syntax

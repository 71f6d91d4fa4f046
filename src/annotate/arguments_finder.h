// The work behind find_roles(): arguments.cpp holds what known names give, arguments_phrases.cpp
// what is only described. Private to arguments*.cpp.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "annotate/arguments.h"

namespace synoptic::annotate::syntax {

class Finder {
 public:
  Finder(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
         const model::Article& article)
      : s_(sentence),
        trigger_(trigger),
        bounds_(bounds),
        article_(article),
        taken_(sentence.names.size(), false) {}

  Roles find(const std::vector<model::Argument>& last_actor);

 private:
  const Action& action() const { return *trigger_.action; }
  bool passive() const { return trigger_.form == TriggerForm::kPassive || trigger_.passive; }
  bool usable(size_t i) const {
    const Name& name = s_.names[i];
    return !taken_[i] && !name.bracketed && !name.negated;
  }
  bool plain(size_t i) const {  // may stand without a marker, as subject or object
    const Name& name = s_.names[i];
    return usable(i) && !name.adjective &&
           (name.part == Part::kNone || name.part == Part::kSubject || name.part == Part::kAs);
  }
  void take(size_t i, std::vector<model::Argument>& into);
  void take_list(size_t i, std::vector<model::Argument>& into);
  void put(size_t i, Slot slot);

  std::optional<size_t> subject() const;
  std::optional<size_t> subject_before() const;
  std::optional<size_t> subject_behind() const;
  std::optional<size_t> antecedent() const;
  bool is_counted(const Name& name) const;
  bool is_behind_object(size_t i) const;
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
  void find_phrase_actor();
  size_t behind_marked_subject(size_t end) const;
  void find_phrase_object();
  void find_phrases_of_passive();
  void find_agent_phrase();
  bool is_object_of_other() const;
  bool is_agent_of_noun() const;
  void turn_passive();
  void split_mutual();
  std::pair<size_t, size_t> names_between(size_t begin, size_t end) const;

  const Sentence& s_;
  const Trigger& trigger_;
  const Bounds& bounds_;
  const model::Article& article_;
  std::vector<bool> taken_;
  Roles roles_;
  bool joins_verbs_ = false;             // "and" stands before the verb: its clause goes on
  bool person_only_ = false;             // the recipient is a person
  std::vector<model::Argument> agents_;  // marked with "by"
};

}  // namespace synoptic::annotate::syntax

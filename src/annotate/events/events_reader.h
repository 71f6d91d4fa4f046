// Every reading of a sentence's triggers as an event, claimed or not; events.cpp chooses among
// them. Private to events*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/by_block.h"
#include "annotate/events/arguments.h"
#include "annotate/events/asides.h"
#include "annotate/events/events_features.h"
#include "annotate/events/events_lexicon.h"
#include "annotate/events/events_status.h"
#include "annotate/quotes/quote_cues.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {

constexpr double kLeastConfidence = 0.4;  // below it nothing is claimed

class EventReader {
 public:
  EventReader(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
              const syntax::Grammar& grammar, const syntax::EventLexicon& lexicon);

  void enter(const syntax::Passage& passage);
  // The sentences of a passage in their order: a clause without subject goes on with the last one.
  syntax::Sentence sentence(const syntax::Passage& passage, Range range) const;
  std::vector<syntax::Reading> readings(syntax::Sentence& sentence);

  // An event that no trigger tells of; its word is token `at`.
  model::Event untold(const syntax::Sentence& sentence, size_t at, std::string_view type) const;

 private:
  // What the readings of a sentence know of those before them.
  struct Told {
    syntax::Asides asides;
    std::vector<model::Argument> sentence_actor, beaten, accused;
  };
  syntax::Reading read_trigger(const syntax::Sentence& sentence, size_t index, Told& before);
  std::vector<model::Argument> carried_into(const syntax::Sentence& s,
                                            const syntax::Trigger& trigger,
                                            const syntax::Bounds& bounds, const Told& before) const;
  void settle_roles(const syntax::Sentence& s, const syntax::Trigger& trigger,
                    const syntax::Bounds& bounds, const std::optional<model::Argument>& speaker,
                    syntax::Roles& roles) const;
  static void take_winner(const syntax::Trigger& trigger, Told& before, syntax::Roles& roles);
  bool is_told(const syntax::Sentence& s, const syntax::Trigger& trigger,
               const syntax::Bounds& bounds, model::Event& event, bool has_thing,
               bool has_speaker) const;
  static void go_on_from(const syntax::Sentence& s, const syntax::Trigger& trigger,
                         const model::Event& event, std::string_view rule, bool told, bool is_owner,
                         Told& before);
  void tell_deniers(syntax::Sentence& sentence, Told& told, std::vector<syntax::Reading>& readings);
  model::Event build(const syntax::Sentence& sentence, const syntax::Trigger& trigger,
                     const syntax::Bounds& bounds, syntax::Roles roles);
  void add_content(const syntax::Sentence& sentence, size_t index, const syntax::Bounds& bounds,
                   const syntax::Roles& roles, model::Event& event);
  double confidence(const syntax::Sentence& s, const syntax::Trigger& trigger,
                    const model::Event& event, const syntax::Roles& roles) const;
  std::string object_text(const syntax::Sentence& sentence, const syntax::Trigger& trigger,
                          const syntax::Bounds& bounds, const syntax::Roles& roles) const;
  // Whom a clause without subject goes on with, where its sentence has no actor yet.
  std::vector<model::Argument> carried_over(const syntax::Sentence& s,
                                            const syntax::Trigger& trigger,
                                            const syntax::Bounds& bounds) const;
  bool is_reporter(const syntax::Sentence& s, const syntax::Name& name) const;
  bool is_label(const syntax::Sentence& s, const syntax::Name& name) const;
  void drop_counted(syntax::Sentence& s) const;
  void drop_measures(const syntax::Sentence& s, model::Event& event) const;
  bool is_day_of_saying(const syntax::Sentence& sentence, Range time,
                        const syntax::Trigger& trigger) const;
  std::optional<model::TimeMention> time_in(const syntax::Sentence& sentence,
                                            const syntax::Bounds& bounds,
                                            const syntax::Trigger& trigger) const;

  const model::Annotated& annotated_;
  const knowledge::Knowledge& knowledge_;
  const syntax::Grammar& grammar_;
  const syntax::EventLexicon& lexicon_;
  ByBlock<model::TimeMention> times_by_block_;
  ByBlock<model::Quote> quotes_by_block_;
  ByBlock<model::Quantity> quantities_by_block_;
  const syntax::QuoteCues* say_;  // nullptr: none of the language
  // Of the passage being read: its times by where they begin, its quotes.
  std::vector<const model::TimeMention*> times_;
  syntax::QuotesOfBlock quotes_;
  std::vector<model::Argument> last_actor_;
  std::vector<bool> swallowed_;  // triggers that are the content of an order
};

}  // namespace synoptic::annotate

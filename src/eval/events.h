// Measures the events that the room `annotate` finds on short texts whose events are all known: the
// golds of tests/golds/events, one file a language, one case a line; the first event of a case is
// its main one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/events/events_guess.h"
#include "base/result.h"
#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::eval {

struct EventGold {
  std::string type, actor, recipient, trigger, modality;
  bool negative = false;
  Range range;  // of the trigger in the case's text
};

struct EventCase {
  std::string text, date;
  std::vector<EventGold> golds;
};

struct RootGuess {  // of a case whose actor and recipient are given
  std::string gold, type;
  double confidence = 0;
};

struct EventFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  Mean actor, recipient, polarity, modality;  // right among the matched
  std::vector<RootGuess> roots;

  void add(const EventFigures& other);
  double root() const;       // how many of the main events have the right type
  double quad_f1() const;    // mean over the quads of the F1 of the main events' quads
  double confident() const;  // root of the half of them that the guesser is surest of
  std::vector<std::pair<std::string_view, double>> named() const;
};

// A line of a gold file. Error: kMalformed.
Result<EventCase> event_case(const simdjson::dom::element& row);

// verbal_cooperation, material_cooperation, verbal_conflict or material_conflict, as PLOVER has it.
std::string_view quad_of(std::string_view type);

// The figures of one case without the guess of its root; each wrong event adds a line to `misses`.
EventFigures score(const EventCase& one, const std::vector<model::Event>& found,
                   std::vector<std::string>& misses);

// Adds up the cases of one file; its name is the language. `only_roots`: of the misses, only wrong
// types of main events are told.
CaseLog evaluate_events(const std::string& path, const CaseOptions& options, bool only_roots,
                        const knowledge::Knowledge& knowledge, EventFigures& figures);

}  // namespace synoptic::eval

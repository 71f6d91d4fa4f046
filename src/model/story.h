// Stories and their synopses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/annotation.h"

namespace synoptic::model {

struct StoryLink {  // another event of the same saga
  std::string story;
  std::string kind;  // follow_up, similar

  bool operator==(const StoryLink&) const = default;
};

struct Story {
  std::string id;  // made from the founding article; stable
  std::string title;
  std::vector<std::string> articles;               // ids, earliest known first
  std::vector<std::vector<std::string>> accounts;  // copies folded: the first is the original
  std::string first, last;                         // stamps of the earliest and latest date
  std::vector<std::string> languages;              // sorted
  std::vector<StoryLink> links;
  std::vector<std::string> evidence;  // why these belong together, for explain
};

struct FactValue {
  std::string article;
  uint32_t account = 0;  // index in Story::accounts
  Span span;             // the value's own bytes
  std::string text;      // as written
  std::string norm;      // comparable form: number, ISO date, entity id …
  std::string name;      // norm for people: canonical English name, "31 of 83"
  std::string claimant;  // in whose name the account says it; empty: its own
  std::string time;      // stamp of the article (model/stamp.h)
  uint32_t side = 0;     // values of one fact that are the same have one side; the first is 0
  // Of figures, in the unit of `norm`; `unit` is a currency's code for money.
  std::optional<double> value, max;
  std::string unit, modifier;  // as in Quantity
  std::string scope;           // event, background
  std::string certainty;       // asserted planned expected rumoured denied
  std::string evidence;        // the sentence around it
  Span evidence_span;
};

struct Fact {
  std::string id;       // stable inside the story
  std::string slot;     // quantity rank money date place actor recipient attribution outcome
                        // certainty
  std::string about;    // what it is the slot of: "order", "killed"
  std::string verdict;  // agree only differ update attributed_difference broader_narrower
  std::vector<FactValue> values;
  double confidence = 0;
  std::string rule;  // why, for explain
};

struct ProvenanceEdge {
  std::string from, to;  // article id; or the name of an outlet outside the story
  std::string kind;      // cites, copies, first_report
  Span span;             // in `from`
  std::string date;      // ISO, where known
};

struct Provenance {
  std::string first;  // article id or outlet name of the first known report
  // Another one may have been before: one of them tells no more than the day.
  bool first_unsure = false;
  std::vector<ProvenanceEdge> edges;
  std::vector<std::string> unattributed;  // article ids that cite nobody
  struct Report {
    std::string who, date;
  };
  std::vector<Report> timeline;  // oldest first
};

// What a reader must know before the facts: "single_account", "undated", "two_events" …
// (docs/synopsis.md has the codes).
struct Note {
  std::string code;
  // Indices of accounts; of "two_events" one list for each event.
  std::vector<std::vector<uint32_t>> accounts;
};

// Where an article's cells can be looked up: the capture, and what was read of its head.
struct Source {
  std::string article;  // id
  std::string path, url, sha256, charset;
  uint64_t bytes = 0;  // of the capture as received; 0: not known
  uint32_t index = 0;  // of the article in its capture
  std::string title, lang, publisher, published;
  std::string revised;  // of a later version: since when it stands; else empty
  Span title_span;
};

Source source_of(const Article& article);

struct Synopsis {
  std::string story;
  std::string title;
  std::vector<std::string> articles;
  std::vector<std::vector<std::string>> accounts;
  std::vector<Fact> agree, only, differ, updates;
  Provenance provenance;
  std::vector<Note> notes;
  std::vector<Source> sources;  // in the order of `articles`
};

}  // namespace synoptic::model

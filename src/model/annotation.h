// What `annotate` finds in an article. Every item knows its block and range there, and its span in
// the capture.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/article.h"

namespace synoptic::model {

// Block index of something that stands in the title.
constexpr uint32_t kTitleBlock = std::numeric_limits<uint32_t>::max();

struct Place {         // where in the article something stands
  uint32_t block = 0;  // index in Article::blocks, or kTitleBlock
  Range range;         // in that block's text
  Span span;           // in the capture
};

enum class EntityType : uint8_t {
  kPerson,
  kOrg,
  kCountry,
  kCity,
  kRegion,
  kFacility,
  kProduct,
  kWork,
  kConcept
};

constexpr bool is_land(EntityType type) {  // where one can be without being in a building
  return type == EntityType::kCountry || type == EntityType::kCity || type == EntityType::kRegion;
}
constexpr bool is_place(EntityType type) { return is_land(type) || type == EntityType::kFacility; }

std::string_view entity_type_name(EntityType type);  // "PERSON", "ORG" …
std::optional<EntityType> entity_type_from_name(std::string_view name);

struct Mention {
  Place at;
  std::string text;    // as written
  std::string entity;  // id; empty = NIL: the name is not known, and never forced
  std::string name;    // canonical English name; for NIL the text itself
  EntityType type = EntityType::kOrg;
  std::string form;  // name, short, adjective, role, acronym, glued, composed (government of X)
  std::string role;  // "President of Russia" where the text gives or the knowledge holds it
  std::string stands_for;  // entity id: a capital named for its government
  std::string rule;        // why, for explain
  // The name with the role that stands beside it; empty: none does. Asked while events are read,
  // and not written.
  Range titled;
};

struct Quantity {
  Place at;
  std::string text;
  std::string kind;  // count money percent percent_points rank ordinal duration distance weight
                     // temperature magnitude score area speed
  double value = 0;
  std::optional<double> max;  // of a range
  std::string unit;           // ISO 4217, or km, kg, year …; of counts: empty
  std::string modifier;       // about at_least at_most more_than less_than dozens; may be empty
  std::optional<double> of;   // n of m: the m
  std::string counted;        // the head noun as written
  std::string counted_class;  // killed injured missing arrested evacuated displaced people votes …
  std::string scope;          // event, background, approximation
};

struct TimeMention {
  Place at;
  std::string text;
  DateValue from, to;     // equal for a point
  std::string precision;  // year month week day …; "unresolved" when the anchor is not known
  std::string rule;
  bool approximate = false;  // told in another calendar, known to a day or a month
};

struct Argument {      // a mention in a role of an event or a quote
  std::string text;    // as written
  std::string entity;  // id; empty = not known
  std::string name;    // canonical English name, or the text
  Place at;
};

struct Quote {
  Place at;  // the words said, without the quotation marks
  std::string text;
  std::string form;  // direct, indirect
  std::optional<Argument> speaker;
  std::string cue;     // the verb as written
  std::string medium;  // statement tweet interview letter; empty: spoken, or not told
  std::string source;  // nested: through whom the article has it, or whom the speaker cites
  std::string rule;
};

enum class Polarity : uint8_t { kPositive, kNegative };

struct Event {
  std::string type;    // PLOVER: AGREE CONSULT … ; empty where none of the 16 fits
  std::string action;  // finer: order announce visit meet reject choose ban invite lead …
  std::vector<Argument> actor, recipient;
  std::vector<Argument> partner;  // with whom, for what is done together
  std::optional<Argument> place;
  std::optional<TimeMention> time;
  std::string object;  // what it is about, as written
  Polarity polarity = Polarity::kPositive;
  std::string modality;  // asserted planned expected rumoured denied background undecided
  std::string claimant;  // entity id or name of who says so, where it is not the article
  Place at;              // the clause
  Place trigger;         // the word
  double confidence = 0;
  std::string rule;
};

inline bool is_denied(const Event& event) {
  return event.polarity == Polarity::kNegative || event.modality == "denied";
}

// What the text says may come, and does not assert: "is expected to …", "fears that …".
struct Outlook {
  Place at;  // what is expected, without the words that say so
  std::string text;
  std::string modality;  // expected feared hoped; undecided: an open question
  Polarity polarity = Polarity::kPositive;
  std::optional<Argument> holder;  // who expects it; none where the text names nobody
  std::string about;               // its subject, where it stands before the words ("the pact")
  Place cue;                       // the words that say so
  std::string rule;
};

// "The country's second-largest bank": the place of a thing among those of its kind.
struct Standing {
  Place at;  // from the rank to the kind of thing or the place
  std::string text;
  Argument subject;
  std::string order;  // largest smallest oldest richest busiest …
  int rank = 1;
  std::string kind;  // bank city producer … in English
  Argument place;    // where; without an entity: "world", or a country that nothing names
  std::string rule;  // how the subject was found, and the country of "the country"
};

struct Topic {  // IPTC Media Topics, "medtop:13000000"
  std::string id;
  double score = 0;
  std::string parent{};              // of a second-level topic: the top-level one it is part of
  std::vector<std::string> words{};  // that spoke for it, the strongest first
  bool by_parts = false;             // of a top-level topic: only second-level ones speak for it
};

struct Annotated {
  Article article;
  std::vector<Mention> mentions;
  std::vector<Quantity> quantities;
  std::vector<TimeMention> times;
  std::vector<Quote> quotes;
  std::vector<Event> events;
  std::vector<Outlook> outlooks;
  std::vector<Standing> standings;
  std::vector<Topic> topics;
};

// The text that a Place points into.
inline const std::string& text_of(const Article& article, const Place& place) {
  return place.block == kTitleBlock ? article.title : article.blocks[place.block].text;
}

}  // namespace synoptic::model

// A story's facts over time: those that were known laid beside those of its synopsis now, by slot
// and cells, so that a fact keeps its id while articles come and go; and the entries of the log
// that tell what is new. Pure: the time comes from outside.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/model.h"
#include "watch/revision.h"

namespace synoptic::watch {

struct Cell {           // what a value of a fact is known by
  std::string article;  // as it is called now: the newest version
  Span span;
  std::string norm;

  bool operator==(const Cell&) const = default;
};

// A fact of a story as the store keeps it.
struct Watched {
  std::string id;  // given once
  std::string story, slot, about;
  std::string verdict;                    // the last one
  std::string first_seen, changed, gone;  // times; `gone` is empty while it stands
  std::vector<Cell> cells;
  std::string json;  // the fact as it was seen last
};

// Reads slot, about, verdict and cells out of a fact's JSON.
Result<Watched> watched_from_json(std::string id, std::string story, std::string json);

struct Teller {  // who gives a value, for those who read an entry without the store
  std::string article, title, publisher, url, lang, dir;
};
Teller teller_of(const model::Article& article);

enum class Kind {
  kNewDifference,    // accounts fill a slot differently
  kDifferenceGone,   // no more: `verdict` says what it is now ("gone": nobody tells it)
  kNewSingle,        // one account alone says it
  kSingleConfirmed,  // a second one says it too
  kUpdated,          // a newer value, or another account, in a difference or an update
  kVerdictChanged,   // differs in another way, or has lost its second witness
  kRevision,         // an account changed its text
};
std::string_view kind_name(Kind kind);  // "new_difference" …
std::optional<Kind> kind_from_name(std::string_view name);

// An entry of the log. `json` is whole in itself: a webhook sends it as it is.
struct Entry {
  std::string id;  // a URN of a UUID, made of what the entry says
  Kind kind = Kind::kNewDifference;
  std::string at;  // time
  std::string story, fact, article;
  std::string json;
};

// What one run saw of one story.
struct Sight {
  const model::Story* story = nullptr;
  const model::Synopsis* synopsis = nullptr;
  std::vector<Teller> tellers;  // of the story's articles
  // Ids of older versions and what they are called now.
  std::unordered_map<std::string, std::string> renamed;
  std::string time;  // ISO 8601 in UTC
  // What a fact answers, for people: "how many killed". Unset: its slot or what it is about.
  std::function<std::string(const model::Fact&)> label;
};

struct Step {
  std::vector<Watched> facts;  // all of the story, those that are gone among them
  std::vector<Entry> entries;
};
// A story of one account has nothing to watch.
Step watch(std::vector<Watched> known, const Sight& sight);

Entry revision_entry(const Revision& revision, const model::Story& story, const Teller& teller,
                     const std::string& time);

// "urn:uuid:…", version 8 (RFC 9562), of the text.
std::string urn_of(std::string_view text);

}  // namespace synoptic::watch

// What changed between two versions of one article, claim by claim: figures, names, places, dates,
// quotes, how sure it is, the title, then paragraphs and sentences. Pure; works on annotations, so
// in every language alike. What stands in sentences that are the same to the byte has not changed,
// so that a version has no difference from itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/model.h"

namespace synoptic::watch {

struct Side {  // where one version says it
  std::string article;
  model::Place at;       // an empty text has an empty range
  std::string text;      // as written
  std::string norm;      // comparable form: "12", "2026-03-14", an entity's id
  std::string evidence;  // the sentence around it
  Span evidence_span;
};

struct Change {
  // title_changed, title_softened, title_sharpened; figure_, date_, name_, place_, quote_ with
  // changed, added, removed; quote_speaker_changed; published_changed; polarity_changed, softened,
  // sharpened; paragraph_added, paragraph_removed; sentence_added, sentence_removed;
  // wording_changed.
  std::string kind;
  std::string about;               // what is counted, who is named, which deed or word
  std::vector<std::string> signs;  // of titles and tone: hedge_added, figure_removed …
  std::optional<Side> before, after;
};

struct Revision {
  std::string before, after;  // ids of the articles
  std::vector<Change> changes;
};

Revision diff(const model::Annotated& before, const model::Annotated& after);

void write_json(JsonWriter& json, const Revision& revision);
// "killed: 12 → 15", for people; `most` code points.
std::string summary_of(const Change& change, size_t most = 120);
// The weightiest changes, joined by "; ".
std::string summary_of(const Revision& revision, size_t most_changes = 3);

}  // namespace synoptic::watch

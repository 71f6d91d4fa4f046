// What a page said of its article's title, days and authors, which of it was believed, and where
// its places disagree.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/model.h"

namespace synoptic::cli {

struct Conflict {
  std::string what;                 // published, title, authors
  std::vector<std::string> values;  // the chosen first where one is
};

bool is_chosen(const model::Article& article, const model::DateEvidence& date);
bool is_chosen_title(const model::Article& article, const model::Statement& statement);
std::vector<Conflict> conflicts_of(const model::Article& article);

std::string evidence_as_text(const model::Article& article);  // "*" marks what was chosen
void write_evidence(JsonWriter& json, const model::Article& article);
// The article as `read` tells it, with its evidence.
std::string json_with_evidence(const model::Annotated& annotated, bool plain = false);

}  // namespace synoptic::cli

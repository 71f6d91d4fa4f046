// The words of the house as plain types, and their JSON. Everything that stages hand to each other
// is one of these.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "model/annotation.h"
#include "model/article.h"
#include "model/capture.h"
#include "model/date.h"
#include "model/story.h"

namespace synoptic::model {

// The stable keys are listed in docs/json.md. One object, no line break inside.
void write_json(JsonWriter& json, const Article& article);      // what `read` prints, not annotated
void write_json(JsonWriter& json, const Annotated& annotated);  // the same with the annotations
void write_json(JsonWriter& json, const Story& story);
void write_json(JsonWriter& json, const Synopsis& synopsis);
void write_json(JsonWriter& json, const Fact& fact);  // as it stands in a synopsis

// The same with the offset maps of title and blocks: what a store keeps.
std::string to_stored_json(const Annotated& annotated);
// Reads back what to_stored_json wrote, whole. Without the offset maps (public JSON) it reads the
// rest; such an article can be shown, not compared anew.
Result<Annotated> annotated_from_json(std::string_view json);

}  // namespace synoptic::model

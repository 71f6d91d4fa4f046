// Stories and synopses as JSON.
#include "model/json_parts.h"
#include "model/model.h"
#include "model/stamp.h"

namespace synoptic::model {
namespace {

using model::write;  // beside our own

void write_accounts(JsonWriter& json, const std::vector<std::vector<std::string>>& accounts) {
  json.key("accounts").begin_array();
  for (const auto& account : accounts) {
    json.begin_array();
    for (const auto& article : account) json.value(article);
    json.end_array();
  }
  json.end_array();
}

// Only figures have a number; the other keys stay away.
void write_measure(JsonWriter& json, const FactValue& value) {
  if (!value.value) return;
  json.field("value", *value.value);
  if (value.max) json.field("max", *value.max);
  json.field_or_null("unit", value.unit).field_or_null("modifier", value.modifier);
}

void write(JsonWriter& json, const Note& note) {
  json.begin_object().field("code", note.code).key("accounts").begin_array();
  for (const auto& accounts : note.accounts) {
    json.begin_array();
    for (const uint32_t account : accounts) json.value(account);
    json.end_array();
  }
  json.end_array().end_object();
}

void write(JsonWriter& json, const Fact& fact) {
  json.begin_object().field("id", fact.id).field("slot", fact.slot).field("about", fact.about);
  json.field("verdict", fact.verdict).key("values").begin_array();
  for (const auto& value : fact.values) {
    json.begin_object().field("article", value.article).field("account", value.account);
    write_span(json, value.span);
    json.field("text", value.text).field("norm", value.norm).field("name", value.name);
    json.field_or_null("claimant", value.claimant);
    write_stamp(json, "time", value.time);
    json.field("evidence", value.evidence).key("evidence_span");
    write(json, value.evidence_span);
    json.field("side", value.side);
    write_measure(json, value);
    json.field_or_null("scope", value.scope).field_or_null("certainty", value.certainty);
    json.end_object();
  }
  json.end_array().field("confidence", fact.confidence).field("rule", fact.rule).end_object();
}

void write(JsonWriter& json, const Source& source) {
  json.begin_object().field("article", source.article).field("path", source.path);
  json.field_or_null("url", source.url).field("sha256", source.sha256);
  json.field("charset", source.charset).key("bytes");
  source.bytes > 0 ? json.value(source.bytes) : json.null();
  json.field("index", source.index).field("title", source.title).key("title_span");
  write(json, source.title_span);
  json.field("lang", source.lang).field_or_null("publisher", source.publisher);
  write_stamp(json, "published", source.published);
  if (!source.revised.empty()) {
    write_stamp(json, "revised", source.revised, "revised_zone_inferred");
  }
  json.end_object();
}

template <typename T>
void write_each(JsonWriter& json, std::string_view key, const std::vector<T>& list) {
  json.key(key).begin_array();
  for (const auto& item : list) write(json, item);
  json.end_array();
}

}  // namespace

void write_json(JsonWriter& json, const Story& story) {
  json.begin_object().field("id", story.id).field("title", story.title);
  write_strings(json, "articles", story.articles);
  write_accounts(json, story.accounts);
  write_stamp(json, "first", story.first, "first_zone_inferred");
  write_stamp(json, "last", story.last, "last_zone_inferred");
  write_strings(json, "languages", story.languages);
  json.key("links").begin_array();
  for (const auto& link : story.links) {
    json.begin_object().field("story", link.story).field("kind", link.kind).end_object();
  }
  json.end_array();
  write_strings(json, "evidence", story.evidence);
  json.end_object();
}

void write_json(JsonWriter& json, const Fact& fact) { write(json, fact); }

void write_json(JsonWriter& json, const Synopsis& synopsis) {
  json.begin_object().field("story", synopsis.story).field("title", synopsis.title);
  write_strings(json, "articles", synopsis.articles);
  write_each(json, "sources", synopsis.sources);
  write_accounts(json, synopsis.accounts);
  write_each(json, "agree", synopsis.agree);
  write_each(json, "only", synopsis.only);
  write_each(json, "differ", synopsis.differ);
  write_each(json, "updates", synopsis.updates);
  const Provenance& provenance = synopsis.provenance;
  json.key("provenance").begin_object().field_or_null("first", provenance.first);
  if (provenance.first_unsure) json.field("first_unsure", true);
  json.key("edges").begin_array();
  for (const auto& edge : provenance.edges) {
    json.begin_object().field("from", edge.from).field("to", edge.to).field("kind", edge.kind);
    write_stamp(json, "date", edge.date);
    write_span(json, edge.span);
    json.end_object();
  }
  json.end_array();
  write_strings(json, "unattributed", provenance.unattributed);
  json.key("timeline").begin_array();
  for (const auto& report : provenance.timeline) {
    json.begin_object().field("who", report.who);
    write_stamp(json, "date", report.date);
    json.end_object();
  }
  json.end_array().end_object();
  write_each(json, "notes", synopsis.notes);
  json.end_object();
}

}  // namespace synoptic::model

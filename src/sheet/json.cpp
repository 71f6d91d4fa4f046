// What a sheet adds to the JSON of a synopsis.
#include "model/stamp.h"
#include "sheet/sheet.h"

namespace synoptic::sheet {
namespace {

void write_value(JsonWriter& json, const model::FactValue& value) {
  json.begin_object().field("article", value.article).field("account", value.account);
  json.key("span").begin_array().value(value.span.begin).value(value.span.end).end_array();
  json.field("text", value.text).field("norm", value.norm);
  json.field_or_null("name", value.name);
  model::write_stamp(json, "time", value.time);
  json.field("evidence", value.evidence);
  json.key("evidence_span").begin_array();
  json.value(value.evidence_span.begin).value(value.evidence_span.end).end_array();
  json.end_object();
}

void write_values(JsonWriter& json, const std::vector<model::FactValue>& values) {
  json.key("values").begin_array();
  for (const auto& value : values) write_value(json, value);
  json.end_array();
}

void write_line(JsonWriter& json, const EventLine& line) {
  json.key("event").begin_object();
  json.field_or_null("action", line.action).field_or_null("type", line.type);
  json.field("denied", line.denied).key("cells").begin_array();
  for (const auto& cell : line.cells) {
    json.begin_object().field("role", role_name(cell.role)).field("value", cell.shown);
    json.field_or_null("about", cell.about).field_or_null("lang", cell.lang);
    json.field_or_null("fact", cell.fact).field_or_null("verdict", cell.verdict);
    json.key("others").begin_array();
    for (const auto& other : cell.others) json.value(other);
    json.end_array();
    write_values(json, cell.values);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_lineage(JsonWriter& json, const Lineage& lineage) {
  json.key("lineage").begin_object().key("reports").begin_array();
  for (const auto& report : lineage.reports) {
    json.begin_object().field("who", report.who).field("outside", report.outside);
    json.field("copy", report.copy).field("first", report.first);
    json.field("unattributed", report.unattributed);
    model::write_stamp(json, "date", report.date);
    json.key("account");
    report.account ? json.value(*report.account) : json.null();
    json.key("distance");
    report.distance ? json.value(*report.distance) : json.null();
    json.field_or_null("origin", report.origin).end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const auto& edge : lineage.edges) {
    json.begin_object().field("from", edge.from).field("to", edge.to).field("kind", edge.kind);
    json.key("span").begin_array().value(edge.span.begin).value(edge.span.end).end_array();
    json.end_object();
  }
  json.end_array().end_object();
}

void write_deeds(JsonWriter& json, const std::vector<Deed>& deeds) {
  json.key("deeds").begin_array();
  for (const auto& deed : deeds) {
    json.begin_object().field("actor", deed.actor).field("actor_name", deed.actor_name);
    json.field("recipient", deed.recipient).field("recipient_name", deed.recipient_name);
    json.field_or_null("type", deed.type).field("action", deed.action);
    json.field("denied", deed.denied).field("differs", deed.differs);
    json.key("accounts").begin_array();
    for (const size_t account : deed.accounts) json.value(account);
    json.end_array();
    write_values(json, deed.values);
    json.end_object();
  }
  json.end_array();
}

void write_timeline(JsonWriter& json, const std::vector<Moment>& moments) {
  json.key("timeline").begin_array();
  for (const auto& moment : moments) {
    json.begin_object();
    model::write_stamp(json, "date", moment.date);
    json.field("who", moment.who);
    json.field("first", moment.first).field("revised", moment.revised);
    json.key("first_to_say").begin_array();
    for (const auto& news : moment.news) {
      json.begin_object().field("fact", news.fact->id).field("value", shown(*news.value));
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

// The differences that are shown as "Perhaps they differ".
void write_doubtful(JsonWriter& json, const model::Synopsis& synopsis) {
  json.key("doubtful").begin_array();
  for (const auto& fact : synopsis.differ) {
    if (is_doubtful(fact)) json.value(fact.id);
  }
  json.end_array();
}

}  // namespace

std::string with_sheet(std::string synopsis_json, const Accounts& accounts) {
  JsonWriter json;
  json.begin_object();
  write_line(json, event_line(accounts));
  write_lineage(json, lineage(accounts));
  write_deeds(json, deeds(accounts));
  write_timeline(json, timeline(accounts));
  write_doubtful(json, accounts.synopsis());
  json.key("note_texts").begin_array();
  for (const auto& note : notes(accounts)) json.value(note);
  json.end_array().end_object();
  const std::string added = json.take();
  // Both are objects: the second goes on where the first ends.
  if (synopsis_json.size() > 2 && synopsis_json.back() == '}') {
    synopsis_json.back() = ',';
    return synopsis_json.append(added, 1);
  }
  return added;
}

}  // namespace synoptic::sheet

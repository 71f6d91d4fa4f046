#include <fmt/format.h>

#include "model/json_parts.h"
#include "model/model.h"

namespace synoptic::model {
namespace {

using model::write;  // beside our own

// "at": [block, begin, end] in the article's own text; the title is block -1.
void write_place(JsonWriter& json, const Place& place) {
  write_span(json, place.span);
  json.key("at").begin_array();
  json.value(place.block == kTitleBlock ? int64_t{-1} : int64_t{place.block});
  json.value(place.range.begin).value(place.range.end).end_array();
}

void zone_field(JsonWriter& json, const DateValue& value) {
  json.field_or_null("zone", value.zone);
  if (value.offset_minutes) json.field("offset_minutes", *value.offset_minutes);
}

void write_evidence(JsonWriter& json, const DateEvidence& date) {
  json.begin_object().field("where", date.where);
  write_span(json, date.span);
  json.field("rule", date.rule).field("score", date.score);
  if (date.weekday_agrees) json.field("weekday_agrees", *date.weekday_agrees);
  json.end_object();
}

void write_chosen(JsonWriter& json, const DateEvidence& date,
                  const std::optional<InferredZone>& zone) {
  json.begin_object().field("value", iso(date.value));
  json.field("precision", precision_name(date.value.precision));
  zone_field(json, date.value);
  if (zone && date.value.zone.empty()) {
    json.key("zone_inferred").begin_object().field("zone", zone->zone);
    const int offset = zone->offset_minutes;
    json.field("offset", fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60,
                                     std::abs(offset) % 60));
    json.field("basis", zone->basis).field("confidence", zone->confidence).end_object();
  }
  json.key("evidence");
  write_evidence(json, date);
  json.end_object();
}

void write_dates(JsonWriter& json, const Article& article) {
  json.key("published");
  article.published ? write_chosen(json, *article.published, article.zone_inferred)
                    : void(json.null());
  json.key("modified");
  article.modified ? write_chosen(json, *article.modified, std::nullopt) : void(json.null());
  json.key("dates").begin_array();
  for (const auto& date : article.dates) {
    json.begin_object().field("value", iso(date.value));
    json.field("precision", precision_name(date.value.precision));
    zone_field(json, date.value);
    json.field("role", date.role).field("where", date.where);
    write_span(json, date.span);
    json.field("rule", date.rule).field("score", date.score);
    if (date.weekday_agrees) json.field("weekday_agrees", *date.weekday_agrees);
    json.end_object();
  }
  json.end_array();
  json.field("date_conflict", article.date_conflict);
}

void write_people(JsonWriter& json, const Article& article) {
  json.key("authors").begin_array();
  for (const auto& author : article.authors) json.value(author.name);
  json.end_array();
  json.key("author_details").begin_array();
  for (const auto& author : article.authors) {
    json.begin_object().field("name", author.name).field_or_null("role", author.role);
    json.field_or_null("url", author.url).field_or_null("user_id", author.user_id);
    write_span(json, author.span);
    json.end_object();
  }
  json.end_array();
  json.key("publisher");
  if (article.publisher) {
    const Publisher& publisher = *article.publisher;
    json.begin_object().field("name", publisher.name).field_or_null("entity", publisher.entity);
    json.field_or_null("tagline", publisher.tagline).field_or_null("domain", publisher.domain);
    write_span(json, publisher.span);
    json.end_object();
  } else {
    json.null();
  }
  json.key("origins").begin_array();
  for (const auto& origin : article.origins) {
    json.begin_object().field("name", origin.name).field_or_null("url", origin.url);
    json.field_or_null("entity", origin.entity).field("kind", origin.kind);
    if (origin.date) json.field("date", iso(*origin.date));
    write_span(json, origin.span);
    json.end_object();
  }
  json.end_array();
}

void write_article_fields(JsonWriter& json, const Article& article) {
  json.field("id", article.id).field("index", article.index);
  json.key("capture").begin_object();
  json.field("path", article.path).field_or_null("url", article.capture_url);
  json.field("sha256", article.sha256).field("charset", article.charset);
  if (article.capture_bytes > 0) json.field("bytes", article.capture_bytes);
  json.field_or_null("fetched", article.fetched).end_object();
  json.field_or_null("url", article.url).field("title", article.title);
  json.key("title_span");
  write(json, article.title_span);
  json.field("lang", article.lang).field_or_null("script", article.script);
  json.field("dir", article.dir).field("text", main_text(article));
  write_dates(json, article);
  write_people(json, article);
  json.field_or_null("section", article.section);
  write_strings(json, "keywords", article.keywords);
  json.key("blocks").begin_array();
  for (const auto& block : article.blocks) {
    json.begin_object().field("kind", block_kind_name(block.kind)).field("level", block.level);
    json.field("text", block.text);
    write_span(json, block.span);
    json.end_object();
  }
  json.end_array();
  json.key("removed").begin_array();
  for (const auto& removed : article.removed) {
    json.begin_object().field("reason", removed.reason);
    write_span(json, removed.span);
    json.field("text", removed.text).end_object();
  }
  json.end_array();
  json.key("metadata").begin_object();
  for (const auto& [key, values] : article.metadata) {
    json.key(key);
    if (values.size() == 1) {
      json.value(values[0]);
    } else {
      json.begin_array();
      for (const auto& value : values) json.value(value);
      json.end_array();
    }
  }
  json.end_object();
}

void write(JsonWriter& json, const Argument& argument) {
  json.begin_object().field("text", argument.text).field_or_null("entity", argument.entity);
  json.field("name", argument.name);
  write_place(json, argument.at);
  json.end_object();
}

void write_arguments(JsonWriter& json, std::string_view key, const std::vector<Argument>& list) {
  json.key(key).begin_array();
  for (const auto& argument : list) write(json, argument);
  json.end_array();
}

void write(JsonWriter& json, const Mention& mention) {
  json.begin_object();
  write_place(json, mention.at);
  json.field("text", mention.text).field_or_null("entity", mention.entity);
  json.field("name", mention.name).field("type", entity_type_name(mention.type));
  json.field("form", mention.form).field_or_null("role", mention.role);
  json.field_or_null("stands_for", mention.stands_for).field("rule", mention.rule).end_object();
}

void write(JsonWriter& json, const Quantity& quantity) {
  json.begin_object();
  write_place(json, quantity.at);
  json.field("text", quantity.text).field("kind", quantity.kind).field("value", quantity.value);
  json.key("max");
  quantity.max ? json.value(*quantity.max) : json.null();
  json.field_or_null("unit", quantity.unit).field_or_null("modifier", quantity.modifier);
  json.key("of");
  quantity.of ? json.value(*quantity.of) : json.null();
  json.field_or_null("counted", quantity.counted);
  json.field_or_null("class", quantity.counted_class).field("scope", quantity.scope).end_object();
}

void write(JsonWriter& json, const TimeMention& time) {
  json.begin_object();
  write_place(json, time.at);
  json.field("text", time.text);
  const bool resolved = time.precision != "unresolved";
  json.field_or_null("from", resolved ? iso(time.from) : "");
  json.field_or_null("to", resolved ? iso(time.to) : "");
  json.field("precision", time.precision);
  if (const DateValue& zoned = time.from.zone.empty() ? time.to : time.from;
      resolved && !zoned.zone.empty()) {
    zone_field(json, zoned);
  }
  if (time.approximate) json.field("approximate", true);
  json.field("rule", time.rule).end_object();
}

void write(JsonWriter& json, const Quote& quote) {
  json.begin_object();
  write_place(json, quote.at);
  json.field("text", quote.text).field("form", quote.form).key("speaker");
  quote.speaker ? write(json, *quote.speaker) : void(json.null());
  json.field_or_null("cue", quote.cue).field_or_null("medium", quote.medium);
  json.field_or_null("source", quote.source).field("rule", quote.rule).end_object();
}

void write(JsonWriter& json, const Event& event) {
  json.begin_object().field_or_null("type", event.type).field("action", event.action);
  write_arguments(json, "actor", event.actor);
  write_arguments(json, "recipient", event.recipient);
  write_arguments(json, "partner", event.partner);
  json.key("place");
  event.place ? write(json, *event.place) : void(json.null());
  json.key("time");
  event.time ? write(json, *event.time) : void(json.null());
  json.field_or_null("object", event.object);
  json.field("polarity", event.polarity == Polarity::kPositive ? "+" : "-");
  json.field("modality", event.modality).field_or_null("claimant", event.claimant);
  write_place(json, event.at);
  json.key("trigger").begin_object();
  write_place(json, event.trigger);
  json.end_object();
  json.field("confidence", event.confidence).field("rule", event.rule).end_object();
}

void write(JsonWriter& json, const Outlook& outlook) {
  json.begin_object();
  write_place(json, outlook.at);
  json.field("text", outlook.text).field("modality", outlook.modality);
  json.field("polarity", outlook.polarity == Polarity::kPositive ? "+" : "-").key("holder");
  outlook.holder ? write(json, *outlook.holder) : void(json.null());
  json.field_or_null("about", outlook.about).key("cue").begin_object();
  write_place(json, outlook.cue);
  json.end_object().field("rule", outlook.rule).end_object();
}

void write(JsonWriter& json, const Standing& standing) {
  json.begin_object();
  write_place(json, standing.at);
  json.field("text", standing.text).key("subject");
  write(json, standing.subject);
  json.field("order", standing.order).field("rank", standing.rank).field("kind", standing.kind);
  json.key("place");
  write(json, standing.place);
  json.field("rule", standing.rule).end_object();
}

template <typename T>
void write_list(JsonWriter& json, std::string_view key, const std::vector<T>& list) {
  json.key(key).begin_array();
  for (const auto& item : list) write(json, item);
  json.end_array();
}

}  // namespace

void write_json(JsonWriter& json, const Article& article) {
  json.begin_object();
  write_article_fields(json, article);
  json.end_object();
}

namespace {

void write_annotated_fields(JsonWriter& json, const Annotated& annotated) {
  write_article_fields(json, annotated.article);
  write_list(json, "mentions", annotated.mentions);
  write_list(json, "quantities", annotated.quantities);
  write_list(json, "times", annotated.times);
  write_list(json, "quotes", annotated.quotes);
  write_list(json, "events", annotated.events);
  write_list(json, "outlooks", annotated.outlooks);
  write_list(json, "standings", annotated.standings);
  json.key("topics").begin_array();
  for (const auto& topic : annotated.topics) {
    json.begin_object().field("id", topic.id).field("score", topic.score);
    if (!topic.parent.empty()) json.field("parent", topic.parent);
    if (topic.by_parts) json.field("by_parts", true);
    json.key("words").begin_array();
    for (const std::string& word : topic.words) json.value(word);
    json.end_array().end_object();
  }
  json.end_array();
}

// One row of numbers: length, source begin, source end, 1 if linear; piece after piece.
void write_offsets(JsonWriter& json, const text::OffsetMap& map) {
  json.begin_array();
  const auto& pieces = map.pieces();
  for (size_t i = 0; i < pieces.size(); ++i) {
    const uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : map.size();
    json.value(end - pieces[i].begin).value(pieces[i].source.begin).value(pieces[i].source.end);
    json.value(pieces[i].linear ? 1 : 0);
  }
  json.end_array();
}

}  // namespace

void write_json(JsonWriter& json, const Annotated& annotated) {
  json.begin_object();
  write_annotated_fields(json, annotated);
  json.end_object();
}

std::string to_stored_json(const Annotated& annotated) {
  JsonWriter json;
  json.begin_object();
  write_annotated_fields(json, annotated);
  json.key("offsets").begin_object().key("title");
  write_offsets(json, annotated.article.title_source);
  json.key("blocks").begin_array();
  for (const auto& block : annotated.article.blocks) write_offsets(json, block.source);
  json.end_array().end_object().end_object();
  return json.take();
}

}  // namespace synoptic::model

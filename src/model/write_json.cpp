#include <fmt/format.h>

#include "model/model.h"
#include "model/stamp.h"

namespace synoptic::model {
namespace {

void write(JsonWriter& json, Span span) {
  json.begin_array().value(span.begin).value(span.end).end_array();
}

void write_span(JsonWriter& json, Span span) {
  json.key("span");
  write(json, span);
}

// "at": [block, begin, end] in the article's own text; the title is block -1.
void write_place(JsonWriter& json, const Place& place) {
  write_span(json, place.span);
  json.key("at").begin_array();
  json.value(place.block == kTitleBlock ? int64_t{-1} : int64_t{place.block});
  json.value(place.range.begin).value(place.range.end).end_array();
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
  json.key(key).begin_array();
  for (const auto& text : list) json.value(text);
  json.end_array();
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
  json.field("dir", article.dir).field("text", body_text(article));
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
  json.end_object();
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
  write_list(json, "sources", synopsis.sources);
  write_accounts(json, synopsis.accounts);
  write_list(json, "agree", synopsis.agree);
  write_list(json, "only", synopsis.only);
  write_list(json, "differ", synopsis.differ);
  write_list(json, "updates", synopsis.updates);
  const Provenance& provenance = synopsis.provenance;
  json.key("provenance").begin_object().field_or_null("first", provenance.first);
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
  write_list(json, "notes", synopsis.notes);
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

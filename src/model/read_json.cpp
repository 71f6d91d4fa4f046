// The inverse of to_stored_json, on simdjson's DOM. Unknown keys are passed over, so that a
// newer store can be read.
#include <simdjson.h>

#include "model/model.h"

namespace synoptic::model {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// One JSON object under reading; a key that is missing or null leaves the default.
class Reader {
 public:
  explicit Reader(element object) : object_(object) {}

  std::string text(const char* key) const {
    std::string_view value;
    return object_[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
  }
  double number(const char* key) const { return optional_number(key).value_or(0); }
  std::optional<double> optional_number(const char* key) const {
    double value = 0;
    if (object_[key].get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
  }
  std::optional<bool> truth(const char* key) const {
    bool value = false;
    if (object_[key].get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
  }
  Span span(const char* key) const {
    Span read;
    pair(key, 0, read.begin, read.end);
    return read;
  }
  Place place() const {
    Place read;
    read.span = span("span");
    array at;
    if (object_["at"].get(at) != simdjson::SUCCESS) return read;
    int64_t block = -1;
    if (at.at(0).get(block) == simdjson::SUCCESS && block >= 0) {
      read.block = static_cast<uint32_t>(block);
    } else {
      read.block = kTitleBlock;
    }
    pair("at", 1, read.range.begin, read.range.end);
    return read;
  }
  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> list;
    each(key, [&](element item) {
      std::string_view value;
      if (item.get(value) == simdjson::SUCCESS) list.emplace_back(value);
    });
    return list;
  }
  std::optional<Reader> object(const char* key) const {
    element value;
    if (object_[key].get(value) != simdjson::SUCCESS || !value.is_object()) return std::nullopt;
    return Reader(value);
  }
  template <typename Visit>
  void each(const char* key, Visit&& visit) const {
    array list;
    if (object_[key].get(list) != simdjson::SUCCESS) return;
    for (const element item : list) visit(item);
  }
  template <typename T>
  std::vector<T> list(const char* key, T (*read)(const Reader&)) const {
    std::vector<T> items;
    each(key, [&](element item) { items.push_back(read(Reader(item))); });
    return items;
  }
  element raw() const { return object_; }

 private:
  void pair(const char* key, size_t from, uint32_t& begin, uint32_t& end) const {
    array numbers;
    if (object_[key].get(numbers) != simdjson::SUCCESS) return;
    uint64_t value = 0;
    if (numbers.at(from).get(value) == simdjson::SUCCESS) begin = static_cast<uint32_t>(value);
    if (numbers.at(from + 1).get(value) == simdjson::SUCCESS) end = static_cast<uint32_t>(value);
  }

  element object_;
};

DateValue read_value(const Reader& json, const char* key) {
  DateValue value = parse_iso(json.text(key)).value_or(DateValue{});
  value.zone = json.text("zone");
  if (const auto offset = json.optional_number("offset_minutes")) {
    value.offset_minutes = static_cast<int>(*offset);
  }
  return value;
}

DateEvidence read_date(const Reader& json) {
  DateEvidence date;
  date.value = read_value(json, "value");
  date.role = json.text("role");
  date.where = json.text("where");
  date.span = json.span("span");
  date.rule = json.text("rule");
  date.score = json.number("score");
  date.weekday_agrees = json.truth("weekday_agrees");
  return date;
}

std::optional<DateEvidence> read_chosen(const Reader& json, const char* key, const char* role) {
  const auto chosen = json.object(key);
  if (!chosen) return std::nullopt;
  DateEvidence date;
  if (const auto evidence = chosen->object("evidence")) date = read_date(*evidence);
  date.value = read_value(*chosen, "value");
  date.role = role;
  return date;
}

void read_zone(const Reader& json, Article& article) {
  const auto published = json.object("published");
  const auto zone = published ? published->object("zone_inferred") : std::nullopt;
  if (!zone) return;
  InferredZone inferred{zone->text("zone"), 0, zone->text("basis"), zone->text("confidence")};
  int hours = 0, minutes = 0;
  const std::string offset = zone->text("offset");
  if (std::sscanf(offset.c_str() + (offset.empty() ? 0 : 1), "%d:%d", &hours, &minutes) == 2) {
    inferred.offset_minutes = (offset[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  article.zone_inferred = std::move(inferred);
}

Author read_author(const Reader& json) {
  return {json.text("name"), json.text("role"), json.text("url"), json.text("user_id"),
          json.span("span")};
}

Origin read_origin(const Reader& json) {
  Origin origin{json.text("name"), json.text("url"),  json.text("entity"),
                json.text("kind"), json.span("span"), std::nullopt};
  if (const auto date = parse_iso(json.text("date"))) origin.date = *date;
  return origin;
}

Block read_block(const Reader& json) {
  Block block;
  const std::string kind = json.text("kind");
  for (int i = 0; i <= static_cast<int>(BlockKind::kTable); ++i) {
    if (block_kind_name(static_cast<BlockKind>(i)) == kind) block.kind = static_cast<BlockKind>(i);
  }
  block.level = static_cast<int>(json.number("level"));
  block.text = json.text("text");
  block.span = json.span("span");
  return block;
}

Removed read_removed(const Reader& json) {
  return {json.text("reason"), json.span("span"), json.text("text")};
}

void read_metadata(const Reader& json, Article& article) {
  simdjson::dom::object metadata;
  if (json.raw()["metadata"].get(metadata) != simdjson::SUCCESS) return;
  for (const auto field : metadata) {
    auto& values = article.metadata[std::string(field.key)];
    std::string_view value;
    array list;
    if (field.value.get(value) == simdjson::SUCCESS) {
      values.emplace_back(value);
    } else if (field.value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) {
        if (item.get(value) == simdjson::SUCCESS) values.emplace_back(value);
      }
    }
  }
}

Article read_article(const Reader& json) {
  Article article;
  article.id = json.text("id");
  article.index = static_cast<uint32_t>(json.number("index"));
  if (const auto capture = json.object("capture")) {
    article.path = capture->text("path");
    article.capture_url = capture->text("url");
    article.sha256 = capture->text("sha256");
    article.charset = capture->text("charset");
    article.capture_bytes = static_cast<uint64_t>(capture->number("bytes"));
    article.fetched = capture->text("fetched");
  }
  article.url = json.text("url");
  article.title = json.text("title");
  article.title_span = json.span("title_span");
  article.lang = json.text("lang");
  article.script = json.text("script");
  article.dir = json.text("dir");
  article.published = read_chosen(json, "published", "published");
  read_zone(json, article);
  article.modified = read_chosen(json, "modified", "modified");
  article.dates = json.list("dates", read_date);
  article.date_conflict = json.truth("date_conflict").value_or(false);
  article.authors = json.list("author_details", read_author);
  if (const auto publisher = json.object("publisher")) {
    article.publisher =
        Publisher{publisher->text("name"), publisher->text("entity"), publisher->text("tagline"),
                  publisher->text("domain"), publisher->span("span")};
  }
  article.origins = json.list("origins", read_origin);
  article.section = json.text("section");
  article.keywords = json.texts("keywords");
  article.blocks = json.list("blocks", read_block);
  article.removed = json.list("removed", read_removed);
  read_metadata(json, article);
  return article;
}

text::OffsetMap read_offsets(element numbers) {
  text::OffsetMap map;
  array list;
  if (numbers.get(list) != simdjson::SUCCESS) return map;
  uint64_t row[4];
  size_t column = 0;
  for (const element number : list) {
    if (number.get(row[column]) != simdjson::SUCCESS) return map;
    if (++column < 4) continue;
    column = 0;
    const Span source{static_cast<uint32_t>(row[1]), static_cast<uint32_t>(row[2])};
    if (row[3] != 0) {
      map.append_linear(static_cast<uint32_t>(row[0]), source.begin);
    } else {
      map.append_whole(static_cast<uint32_t>(row[0]), source);
    }
  }
  return map;
}

void read_offset_maps(const Reader& json, Article& article) {
  const auto offsets = json.object("offsets");
  if (!offsets) return;
  element title;
  if (offsets->raw()["title"].get(title) == simdjson::SUCCESS) {
    article.title_source = read_offsets(title);
  }
  size_t i = 0;
  offsets->each("blocks", [&](element block) {
    if (i < article.blocks.size()) article.blocks[i++].source = read_offsets(block);
  });
}

Mention read_mention(const Reader& json) {
  Mention mention;
  mention.at = json.place();
  mention.text = json.text("text");
  mention.entity = json.text("entity");
  mention.name = json.text("name");
  mention.type = entity_type_from_name(json.text("type")).value_or(EntityType::kOrg);
  mention.form = json.text("form");
  mention.role = json.text("role");
  mention.stands_for = json.text("stands_for");
  mention.rule = json.text("rule");
  return mention;
}

Quantity read_quantity(const Reader& json) {
  Quantity quantity;
  quantity.at = json.place();
  quantity.text = json.text("text");
  quantity.kind = json.text("kind");
  quantity.value = json.number("value");
  quantity.max = json.optional_number("max");
  quantity.unit = json.text("unit");
  quantity.modifier = json.text("modifier");
  quantity.of = json.optional_number("of");
  quantity.counted = json.text("counted");
  quantity.counted_class = json.text("class");
  quantity.scope = json.text("scope");
  return quantity;
}

TimeMention read_time(const Reader& json) {
  TimeMention time;
  time.at = json.place();
  time.text = json.text("text");
  time.from = read_value(json, "from");
  time.to = read_value(json, "to");
  time.precision = json.text("precision");
  time.approximate = json.truth("approximate").value_or(false);
  time.rule = json.text("rule");
  return time;
}

Argument read_argument(const Reader& json) {
  return {json.text("text"), json.text("entity"), json.text("name"), json.place()};
}

std::optional<Argument> read_optional_argument(const Reader& json, const char* key) {
  const auto found = json.object(key);
  return found ? std::optional(read_argument(*found)) : std::nullopt;
}

Quote read_quote(const Reader& json) {
  Quote quote;
  quote.at = json.place();
  quote.text = json.text("text");
  quote.form = json.text("form");
  quote.speaker = read_optional_argument(json, "speaker");
  quote.cue = json.text("cue");
  quote.medium = json.text("medium");
  quote.source = json.text("source");
  quote.rule = json.text("rule");
  return quote;
}

Event read_event(const Reader& json) {
  Event event;
  event.type = json.text("type");
  event.action = json.text("action");
  event.actor = json.list("actor", read_argument);
  event.recipient = json.list("recipient", read_argument);
  event.partner = json.list("partner", read_argument);
  event.place = read_optional_argument(json, "place");
  if (const auto time = json.object("time")) event.time = read_time(*time);
  event.object = json.text("object");
  event.polarity = json.text("polarity") == "-" ? Polarity::kNegative : Polarity::kPositive;
  event.modality = json.text("modality");
  event.claimant = json.text("claimant");
  event.at = json.place();
  if (const auto trigger = json.object("trigger")) event.trigger = trigger->place();
  event.confidence = json.number("confidence");
  event.rule = json.text("rule");
  return event;
}

Outlook read_outlook(const Reader& json) {
  Outlook outlook;
  outlook.at = json.place();
  outlook.text = json.text("text");
  outlook.modality = json.text("modality");
  outlook.polarity = json.text("polarity") == "-" ? Polarity::kNegative : Polarity::kPositive;
  outlook.holder = read_optional_argument(json, "holder");
  outlook.about = json.text("about");
  if (const auto cue = json.object("cue")) outlook.cue = cue->place();
  outlook.rule = json.text("rule");
  return outlook;
}

Standing read_standing(const Reader& json) {
  Standing standing;
  standing.at = json.place();
  standing.text = json.text("text");
  standing.subject = read_optional_argument(json, "subject").value_or(Argument{});
  standing.order = json.text("order");
  standing.rank = static_cast<int>(json.number("rank"));
  standing.kind = json.text("kind");
  standing.place = read_optional_argument(json, "place").value_or(Argument{});
  standing.rule = json.text("rule");
  return standing;
}

Topic read_topic(const Reader& json) {
  return {json.text("id"), json.number("score"), json.text("parent"), json.texts("words"),
          json.truth("by_parts").value_or(false)};
}

}  // namespace

Result<Annotated> annotated_from_json(std::string_view text) {
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(text.data(), text.size()).get(root); error) {
    return failure(ErrorCode::kMalformed, "article JSON", simdjson::error_message(error));
  }
  if (!root.is_object()) return failure(ErrorCode::kMalformed, "article JSON", "not an object");
  const Reader json(root);
  Annotated annotated;
  annotated.article = read_article(json);
  read_offset_maps(json, annotated.article);
  annotated.mentions = json.list("mentions", read_mention);
  annotated.quantities = json.list("quantities", read_quantity);
  annotated.times = json.list("times", read_time);
  annotated.quotes = json.list("quotes", read_quote);
  annotated.events = json.list("events", read_event);
  annotated.outlooks = json.list("outlooks", read_outlook);
  annotated.standings = json.list("standings", read_standing);
  annotated.topics = json.list("topics", read_topic);
  return annotated;
}

}  // namespace synoptic::model

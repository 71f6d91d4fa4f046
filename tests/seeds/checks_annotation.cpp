// Checks of names, numbers, times, quotes and topics.
#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"
#include "world.h"

namespace synoptic::seeds {
namespace {

// The mention itself, or what it stands for: a capital named for its government.
bool is_entity(const World& world, const model::Mention& mention, const Expected& expected) {
  const std::string name = expected.text("canonical"), wikidata = expected.text("wikidata");
  return seeds::is_entity(world, mention.entity, mention.name, name, wikidata) ||
         (!mention.stands_for.empty() &&
          seeds::is_entity(world, mention.stands_for, mention.stands_for, name, wikidata));
}

// Does a mention of the entity stand in the span?
bool mentioned_in(const World& world, const model::Annotated& annotated, const CheckedSpan& span,
                  const Expected& expected) {
  return std::any_of(annotated.mentions.begin(), annotated.mentions.end(), [&](const auto& m) {
    return m.at.span.overlaps(span.span) && is_entity(world, m, expected);
  });
}

// A title that stands several times is linked where the article has it: the same words count.
bool mentioned_as(const World& world, const model::Annotated& annotated, const CheckedSpan& span,
                  const Expected& expected) {
  const std::string folded = text::fold_copy(span.text);
  return std::any_of(annotated.mentions.begin(), annotated.mentions.end(), [&](const auto& m) {
    const std::string words = text::fold_copy(m.text);
    return is_entity(world, m, expected) &&
           (folded.find(words) != std::string::npos || words.find(folded) != std::string::npos);
  });
}

bool type_is_right(const World& world, const model::Annotated& annotated,
                   const Expected& expected) {
  return std::any_of(annotated.mentions.begin(), annotated.mentions.end(), [&](const auto& m) {
    return is_entity(world, m, expected) &&
           model::entity_type_name(m.type) == expected.text("type");
  });
}

bool entity(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  const auto items = expected.items();
  for (size_t i = 0; i < row.spans.size(); ++i) {
    const Expected& item = items.size() == row.spans.size() ? items[i] : items[0];
    if (!mentioned_in(world, *annotated, row.spans[i], item) &&
        !mentioned_as(world, *annotated, row.spans[i], item)) {
      return false;
    }
  }
  for (const auto& item : items) {
    if (!type_is_right(world, *annotated, item)) return false;
    // Every alias that stands in the article must be linked, not only the first.
    const std::string body = model::body_text(annotated->article);
    for (const auto& alias : item.texts("aliases")) {
      if (body.find(alias) == std::string::npos) continue;
      CheckedSpan span{alias, {}, row.doc, 0};
      if (!mentioned_as(world, *annotated, span, item)) return false;
    }
    if (const std::string metonym = item.text("metonym"); !metonym.empty()) {
      if (std::none_of(annotated->mentions.begin(), annotated->mentions.end(),
                       [](const auto& m) { return !m.stands_for.empty(); })) {
        return false;
      }
    }
    if (const std::string role = item.text("role"); role.starts_with("President of")) {
      if (std::none_of(annotated->mentions.begin(), annotated->mentions.end(), [&](const auto& m) {
            return is_entity(world, m, item) && m.role == role;
          })) {
        return false;
      }
    }
  }
  return true;
}

bool entity_nil(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  bool found = false;
  for (const auto& mention : annotated->mentions) {
    if (!mention.at.span.overlaps(row.spans[0].span)) continue;
    if (mention.type == model::EntityType::kConcept) return false;
    if (!mention.entity.empty()) return false;
    found |= mention.text == expected.text("canonical");
  }
  return found;
}

bool entity_absent(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  for (const auto& name : expected.texts("must_not_link")) {
    for (const auto& mention : annotated->mentions) {
      if (seeds::is_entity(world, mention.entity, mention.name, name)) return false;
    }
  }
  return true;
}

bool unglue(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  const auto tokens = expected.texts("tokens");
  return std::any_of(annotated->mentions.begin(), annotated->mentions.end(), [&](const auto& m) {
    return m.at.span.overlaps(row.spans[0].span) && !m.entity.empty() &&
           std::find(tokens.begin(), tokens.end(), m.text) != tokens.end();
  });
}

bool same_entity(const World& world, const Row& row, const Expected& expected) {
  std::string id;
  for (const auto& span : row.spans) {
    const auto* annotated = world.article(span.doc);
    if (annotated == nullptr) return false;
    bool found = false;
    for (const auto& mention : annotated->mentions) {
      if (!is_entity(world, mention, expected)) continue;
      if (id.empty()) id = mention.entity;
      found |= mention.entity == id;
    }
    // A word of a cited link's address.
    for (const auto& origin : annotated->article.origins) {
      if (!origin.span.contains(span.span)) continue;
      for (const auto word : split(span.text, '-')) {
        for (const auto* known : world.engine.knowledge->find_by_name(word)) {
          found |= known->id == id;
        }
      }
    }
    if (!found) return false;
  }
  return !id.empty();
}

bool not_merged(const World& world, const Row& row, const Expected& expected) {
  const auto ids = expected.texts("distinct");
  std::vector<std::string> found;
  for (size_t i = 0; i < row.spans.size(); ++i) {
    const auto* annotated = world.article(row.spans[i].doc);
    if (annotated == nullptr) return false;
    for (const auto& mention : annotated->mentions) {
      const auto* known = world.engine.knowledge->find(mention.entity);
      if (known != nullptr && known->wikidata == ids[i]) {
        found.push_back(mention.entity);
        break;
      }
    }
  }
  return found.size() == 2 && found[0] != found[1];
}

bool numbers(const World& world, const Row& row, const Expected&) {
  const auto* annotated = world.article(row.doc);
  return annotated != nullptr && annotated->quantities.empty();
}

bool number(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  return std::any_of(
      annotated->quantities.begin(), annotated->quantities.end(), [&](const auto& q) {
        return q.at.span.overlaps(row.spans[0].span) && q.kind == expected.text("kind") &&
               q.value == expected.number("value") && q.of == expected.number("of");
      });
}

bool date_mention(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  const std::string from =
      expected.text("value").empty() ? expected.text("from") : expected.text("value");
  const std::string to = expected.text("value").empty() ? expected.text("to") : from;
  return std::any_of(annotated->times.begin(), annotated->times.end(), [&](const auto& t) {
    return t.at.span.overlaps(row.spans[0].span) && t.precision != "unresolved" &&
           model::iso(t.from) == from && model::iso(t.to) == to;
  });
}

bool duration(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  const std::string iso = expected.text("iso8601");  // PnY
  const double value = std::atof(iso.c_str() + 1);
  return std::any_of(annotated->quantities.begin(), annotated->quantities.end(),
                     [&](const auto& q) {
                       return q.at.span.overlaps(row.spans[0].span) && q.kind == "duration" &&
                              q.value == value && q.unit == "year";
                     });
}

bool quotes(const World& world, const Row& row, const Expected&) {
  const auto* annotated = world.article(row.doc);
  return annotated != nullptr &&
         std::none_of(annotated->quotes.begin(), annotated->quotes.end(),
                      [](const auto& quote) { return quote.form == "direct"; });
}

// The army of a country under its own name or as "Armed forces of …".
bool is_speaker(const World& world, const model::Argument& speaker, const std::string& wanted) {
  if (seeds::is_entity(world, speaker.entity, speaker.name, wanted)) return true;
  const size_t open = wanted.find('('), close = wanted.find(')');
  if (open == std::string::npos || close == std::string::npos) return false;
  return seeds::is_entity(world, speaker.entity, speaker.name,
                          wanted.substr(open + 1, close - open - 1));
}

bool quote(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  return std::any_of(annotated->quotes.begin(), annotated->quotes.end(), [&](const auto& quote) {
    return quote.at.span.overlaps(row.spans[0].span) && quote.form == expected.text("form") &&
           quote.speaker && is_speaker(world, *quote.speaker, expected.text("speaker"));
  });
}

bool topic(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr || annotated->topics.empty()) return false;
  if (annotated->topics[0].id != expected.text("primary")) return false;
  const auto also = expected.texts("also");
  return std::any_of(annotated->topics.begin(), annotated->topics.end(), [&](const auto& topic) {
    return std::find(also.begin(), also.end(), topic.id) != also.end();
  });
}

}  // namespace

void add_annotation_checks(std::map<std::string, Check>& checks) {
  checks["entity"] = entity;
  checks["topic_concept"] = entity;
  checks["entity_nil"] = entity_nil;
  checks["entity_absent"] = entity_absent;
  checks["unglue"] = unglue;
  checks["same_entity"] = same_entity;
  checks["same_concept"] = same_entity;
  checks["not_merged"] = not_merged;
  checks["numbers"] = numbers;
  checks["number"] = number;
  checks["date_mention"] = date_mention;
  checks["duration"] = duration;
  checks["quotes"] = quotes;
  checks["quote"] = quote;
  checks["topic"] = topic;
}

}  // namespace synoptic::seeds

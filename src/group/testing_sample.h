// Articles made by hand, for the tests of the room.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/hash.h"
#include "group/group.h"

namespace synoptic::group {

using model::Annotated;
using model::EntityType;

inline std::shared_ptr<const knowledge::Knowledge> knowledge() {
  static const auto loaded = std::make_shared<const knowledge::Knowledge>();
  return loaded;
}

// An annotated article made by hand: only what the room reads.
class Sample {
 public:
  Sample(const std::string& key, std::string lang, std::string title, const std::string& date) {
    made_.article.id = sha256_hex(key).substr(0, 16);
    made_.article.lang = std::move(lang);
    made_.article.title = std::move(title);
    if (date.empty()) return;
    made_.article.published.emplace();
    made_.article.published->value = *model::parse_iso(date);
  }
  Sample& body(std::string text) {
    model::Block block;
    block.text = std::move(text);
    made_.article.blocks.push_back(std::move(block));
    return *this;
  }
  Sample& name(std::string entity, EntityType type, bool title = true) {
    model::Mention mention;
    mention.entity = mention.name = mention.text = std::move(entity);
    mention.type = type;
    mention.at.block = title ? model::kTitleBlock : 5;
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  // Written otherwise than what it is known by.
  Sample& named_as(std::string text, std::string name, EntityType type, bool title = true) {
    this->name(std::move(name), type, title);
    made_.mentions.back().text = std::move(text);
    return *this;
  }
  // A name of title and lead that no table has.
  Sample& named(const std::string& text, model::EntityType type) {
    name("", type);
    made_.mentions.back().text = text;
    return *this;
  }
  Sample& deed(const std::string& action, const std::string& actor,
               const std::string& partner = {}) {
    model::Event event;
    event.action = action;
    event.modality = "asserted";
    if (!actor.empty()) event.actor.push_back({actor, actor, actor, {}});
    if (!partner.empty()) event.partner.push_back({partner, partner, partner, {}});
    event.at.block = model::kTitleBlock;
    made_.events.push_back(std::move(event));
    return *this;
  }
  Sample& figure(const std::string& kind, double value, const std::string& of_class) {
    model::Quantity quantity;
    quantity.kind = kind;
    quantity.value = value;
    quantity.counted_class = of_class;
    quantity.scope = "event";
    made_.quantities.push_back(std::move(quantity));
    return *this;
  }
  Sample& day(const std::string& iso) {
    model::TimeMention time;
    time.from = time.to = *model::parse_iso(iso);
    time.precision = "day";
    time.at.block = 0;
    made_.times.push_back(std::move(time));
    return *this;
  }
  Sample& printed_by(const std::string& outlet) {
    made_.article.publisher.emplace();
    made_.article.publisher->name = outlet;
    return *this;
  }
  Sample& crediting(const std::string& outlet) {
    model::Origin origin;
    origin.name = outlet;
    origin.kind = "label";
    made_.article.origins.push_back(std::move(origin));
    return *this;
  }
  operator const Annotated&() const { return made_; }  // NOLINT
  const std::string& id() const { return made_.article.id; }

 private:
  Annotated made_;
};

}  // namespace synoptic::group

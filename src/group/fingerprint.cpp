#include "group/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.h"
#include "group/bounds.h"
#include "model/stamp.h"
#include "text/fold.h"

namespace synoptic::group {
namespace {

using model::Annotated;
using model::EntityType;

constexpr uint32_t kLeadBlocks = 2;

bool in_lead(const model::Place& at) {
  return at.block != model::kTitleBlock && at.block < kLeadBlocks;
}

bool is_headline(const model::Place& at) { return at.block == model::kTitleBlock || in_lead(at); }

bool is_spot(EntityType type) {
  return type == EntityType::kCity || type == EntityType::kRegion || type == EntityType::kFacility;
}

double worth(EntityType type, const knowledge::Entity* entity) {
  switch (type) {
    case EntityType::kPerson:
      return kPerson;
    case EntityType::kOrg:
      return kOrganisation;
    case EntityType::kCountry:
      return kCountry;
    case EntityType::kCity:
    case EntityType::kFacility:
      return kPlace;
    case EntityType::kRegion:
      return entity != nullptr && entity->country.empty() ? kWideRegion : kPlace;
    case EntityType::kProduct:
    case EntityType::kWork:
      return kThing;
    case EntityType::kConcept:
      return kConcept;
  }
  return kConcept;
}

struct Naming {  // all mentions of one entity together
  std::string name;
  EntityType type = EntityType::kOrg;
  bool known = false, title = false, lead = false;
  uint32_t count = 0;
};

// The article's own publisher and the sources it credits say nothing about the event.
bool is_source(const Annotated& annotated, const std::string& entity) {
  if (entity.empty()) return false;
  const auto& article = annotated.article;
  if (article.publisher && article.publisher->entity == entity) return true;
  return std::any_of(article.origins.begin(), article.origins.end(),
                     [&](const auto& origin) { return origin.entity == entity; });
}

std::map<std::string, Naming> namings(const Annotated& annotated,
                                      const knowledge::Knowledge& knowledge) {
  std::map<std::string, Naming> out;
  for (const auto& mention : annotated.mentions) {
    if (is_source(annotated, mention.entity)) continue;
    std::string id = mention.entity;
    std::string name = mention.name;
    EntityType type = mention.type;
    if (!mention.stands_for.empty()) {
      id = mention.stands_for;
      if (const auto* entity = knowledge.find(id)) {
        name = entity->name;
        type = entity->type;
      }
    }
    const bool known = !id.empty();
    if (!known) id = "?" + text::fold_copy(mention.text);
    if (id.size() < 3) continue;
    Naming& naming = out[id];
    if (naming.count++ == 0) {
      naming.name = name;
      naming.type = type;
      naming.known = known;
    }
    naming.title |= mention.at.block == model::kTitleBlock;
    naming.lead |= in_lead(mention.at);
  }
  return out;
}

class Maker {
 public:
  Maker(const Annotated& annotated, const knowledge::Knowledge& knowledge, Draft& out,
        Labels* labels)
      : annotated_(annotated), knowledge_(knowledge), out_(out), labels_(labels) {}

  void entities() {
    for (const auto& [id, naming] : namings(annotated_, knowledge_)) {
      const auto* entity = knowledge_.find(id);
      double salience = kNamed + kPerDoubling * std::log2(1.0 + naming.count);
      if (naming.title) salience += kInTitle;
      if (naming.lead) salience += kInLead;
      salience = std::min(1.0, salience);
      const double value = naming.known ? worth(naming.type, entity) : kUnknownName;
      const FeatureKind kind = !naming.known                         ? FeatureKind::kName
                               : naming.type == EntityType::kCountry ? FeatureKind::kCountry
                                                                     : FeatureKind::kEntity;
      const uint32_t key = add(kind, "e|" + id, value * salience, naming.name);
      if (!naming.title && !naming.lead) continue;
      if (!naming.known) out_.strangers.push_back(key);
      if (!naming.known) continue;
      if (naming.type == EntityType::kPerson || naming.type == EntityType::kOrg) {
        out_.actors.push_back(key);
      }
      if (naming.type == EntityType::kCountry) out_.countries.push_back(key);
      if (is_spot(naming.type) && value == kPlace) {
        out_.places.push_back(key);
        if (entity != nullptr && !entity->country.empty()) {
          out_.countries.push_back(key_of("e|" + entity->country));
        }
      }
    }
  }

  void deeds() {
    for (const auto& event : annotated_.events) {
      if (event.modality == "background" || event.action.empty()) continue;
      const double weight = is_headline(event.at) ? 1.0 : 0.6;
      add(FeatureKind::kDeed, "d|" + event.action, kDone * weight, event.action);
      if (!event.type.empty()) {
        add(FeatureKind::kDeed, "t|" + event.type, kKindOfDeed * weight, event.type);
      }
      for (const auto* parties : {&event.actor, &event.recipient, &event.partner}) {
        for (const auto& party : *parties) {
          if (party.entity.empty()) continue;
          add(FeatureKind::kDeed, "d|" + event.action + "|" + party.entity, kDoneByWhom * weight,
              event.action + ", " + party.name);
        }
      }
      if (event.time && is_headline(event.at)) add_day(*event.time);
    }
    for (const auto& time : annotated_.times) {
      if (is_headline(time.at)) add_day(time);
    }
  }

  void figures() {
    for (const auto& quantity : annotated_.quantities) {
      if (quantity.scope == "background" || quantity.kind == "ordinal") continue;
      const std::string sort = quantity.kind + "|" + quantity.unit;
      const std::string value = fmt::format("{:.6g}", quantity.value);
      const std::string of = quantity.of ? fmt::format("/{:.6g}", *quantity.of) : "";
      add(FeatureKind::kFigure, "q|" + sort + "|" + value + of,
          kFigure * telling(value) * (quantity.of ? 1.8 : 1.0),
          quantity.kind + " " + value + of + " " + quantity.unit);
      if (quantity.counted_class.empty() && quantity.kind != "magnitude") continue;
      out_.figures.push_back(
          {key_of("c|" + sort + "|" + quantity.counted_class), static_cast<float>(quantity.value)});
    }
  }

  void topics() {
    for (const auto& topic : annotated_.topics) {
      // The top level's own words say what stories share.
      if (!topic.parent.empty() || topic.by_parts) continue;
      add(FeatureKind::kTopic, topic.id, kTopic * std::min(1.0, std::max(0.2, topic.score)),
          topic.id);
    }
  }

 private:
  // How much a number tells: "2" nothing, "6.4" something, "12043" a lot.
  static double telling(std::string_view value) {
    const auto digits =
        std::count_if(value.begin(), value.end(), [](char c) { return c >= '1' && c <= '9'; });
    const bool fraction = value.find('.') != std::string_view::npos;
    if (digits <= 1 && value.size() <= 1) return 0.25;
    return std::min(2.0, 0.6 + 0.3 * static_cast<double>(digits - 1) + (fraction ? 0.3 : 0.0) +
                             (value.size() > 3 ? 0.3 : 0.0));
  }

  void add_day(const model::TimeMention& time) {
    if (time.precision == "unresolved" || time.from.year == 0) return;
    if (time.from.precision < model::Precision::kDay) return;
    const auto& from = time.from;
    out_.days.push_back(
        static_cast<int32_t>(model::days_from_civil(from.year, from.month, from.day)));
  }

  uint32_t add(FeatureKind kind, const std::string& name, double weight, const std::string& label) {
    const uint32_t key = key_of(name);
    out_.features.push_back({key, kind, static_cast<float>(weight)});
    if (labels_ != nullptr) labels_->emplace_back(key, label);
    return key;
  }

  const Annotated& annotated_;
  const knowledge::Knowledge& knowledge_;
  Draft& out_;
  Labels* labels_;
};

// One feature a key, with its largest weight; the heaviest if there are too many.
void settle(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.key != b.key ? a.key < b.key : a.weight > b.weight;
  });
  features.erase(std::unique(features.begin(), features.end(),
                             [](const auto& a, const auto& b) { return a.key == b.key; }),
                 features.end());
  if (features.size() <= kMaxFeatures) return;
  const auto heavier = [](const Feature& a, const Feature& b) {
    // Words weigh in their cosine only; names and figures are few and go first.
    const auto rank = [](const Feature& f) {
      return f.kind == FeatureKind::kWord ? 0.1F * f.weight : f.weight;
    };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a.key < b.key;
  };
  std::nth_element(features.begin(), features.begin() + kMaxFeatures, features.end(), heavier);
  features.resize(kMaxFeatures);
  std::sort(features.begin(), features.end(),
            [](const Feature& a, const Feature& b) { return a.key < b.key; });
}

template <typename List>
void settle_list(List& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  if (list.size() > kMaxSpecifics) list.resize(kMaxSpecifics);
}

uint32_t outlet_key(const std::string& entity, const std::string& name) {
  if (!entity.empty()) return key_of("o|" + entity);
  return name.empty() ? 0 : key_of("o|?" + text::fold_copy(name));
}

// The credit of a line of its own or of the dateline is for the whole text; sentences cite for
// themselves.
void set_outlets(const model::Article& article, Draft& out) {
  if (article.publisher) {
    out.publisher = outlet_key(article.publisher->entity, article.publisher->name);
  }
  for (const auto& origin : article.origins) {
    if (origin.kind != "label" && origin.kind != "link" && origin.kind != "dateline") continue;
    out.credited = outlet_key(origin.entity, origin.name);
    if (out.credited != 0) return;
  }
}

void set_time(const model::Article& article, Draft& out) {
  if (!article.published) return;
  out.published = model::stamp_of(article);
  out.minutes = model::minutes_of(out.published);
}

}  // namespace

uint32_t key_of(std::string_view name) {
  const uint64_t hash = fnv1a(name);
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

Draft draft(const Annotated& annotated, const knowledge::Knowledge& knowledge, Labels* labels) {
  Draft out;
  const auto& article = annotated.article;
  out.article = article.id;
  out.title = article.title;
  out.lang = std::string(model::primary_language(article.lang));
  set_time(article, out);
  set_outlets(article, out);
  Maker maker(annotated, knowledge, out, labels);
  maker.entities();
  maker.deeds();
  maker.figures();
  maker.topics();
  add_words(annotated, knowledge, out, labels);
  settle(out.features);
  settle_list(out.places);
  settle_list(out.countries);
  settle_list(out.actors);
  settle_list(out.strangers);
  settle_list(out.days);
  settle_list(out.figures);
  add_terms(annotated, out);
  add_phrases(article, out);
  return out;
}

}  // namespace synoptic::group

#include "group/shared_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/lexicon.h"
#include "text/fold.h"

namespace synoptic::group {
namespace {

using model::Annotated;

constexpr size_t kItemsOfAKind = 40;
constexpr size_t kFormsOfALanguage = 3;
constexpr size_t kReadOfALanguage = 8;  // articles whose words are looked up again
constexpr size_t kReadBytes = 4000;     // of each
constexpr uint32_t kLeadBlocks = 2;

// In the order in which they are told.
constexpr std::string_view kKinds[] = {"name", "place",  "country", "unknown_name",
                                       "word", "number", "figure",  "time",
                                       "deed", "topic",  "token"};

size_t rank_of(std::string_view kind) {
  return static_cast<size_t>(std::find(std::begin(kKinds), std::end(kKinds), kind) - kKinds);
}

struct Known {  // what an article calls a key
  std::string kind, id, name;
};

class Sightings {
 public:
  explicit Sightings(const std::vector<const Annotated*>& members) : members_(members) {}

  void add(uint64_t key, uint32_t article, std::string text, Span span) {
    const auto lang = std::string(model::primary_language(members_[article]->article.lang));
    auto& forms = forms_[key];
    size_t of_language = 0;
    for (const auto& form : forms) {
      if (form.lang != lang) continue;
      if (form.text == text || ++of_language == kFormsOfALanguage) return;
    }
    forms.push_back({article, lang, std::move(text), span});
  }
  // The languages in the order in which they were met.
  std::vector<Sighting> take(uint64_t key) {
    auto out = std::move(forms_[key]);
    std::map<std::string, size_t> order;
    for (const auto& form : out) order.emplace(form.lang, order.size());
    std::stable_sort(out.begin(), out.end(), [&](const Sighting& a, const Sighting& b) {
      return order[a.lang] < order[b.lang];
    });
    return out;
  }

 private:
  const std::vector<const Annotated*>& members_;
  std::unordered_map<uint64_t, std::vector<Sighting>> forms_;
};

// A feature's key and a term's have nothing to do with each other, nor with a day.
enum class Space : uint64_t { kFeature, kTerm, kDay };
uint64_t in(Space space, uint32_t key) { return static_cast<uint64_t>(space) << 32 | key; }

class Collector {
 public:
  Collector(const std::vector<const Annotated*>& members,
            const std::vector<const Fingerprint*>& prints, const knowledge::Knowledge& knowledge)
      : members_(members), prints_(prints), knowledge_(knowledge), sightings_(members) {}

  std::vector<SharedItem> collect() {
    for (uint32_t i = 0; i < members_.size(); ++i) count(i);
    std::erase_if(items_, [](const auto& item) { return item.second.articles.size() < 2; });
    for (uint32_t i = 0; i < members_.size(); ++i) {
      names(i);
      deeds(i);
      figures(i);
      days(i);
      words(i);
    }
    return settled();
  }

 private:
  void count(uint64_t key, uint32_t article, double weight) {
    SharedItem& item = items_[key];
    item.weight = item.articles.empty() ? weight : std::min(item.weight, weight);
    item.articles.push_back(article);
  }

  void count(uint32_t article) {
    const Fingerprint& print = *prints_[article];
    for (size_t i = 0; i < print.feature_keys().size(); ++i) {
      const Feature feature = print.feature(i);
      // Words as such count within one language, and where the lexicon reads it, its terms do.
      if (feature.kind == FeatureKind::kWord && print.lexical()) continue;
      const uint64_t key = in(Space::kFeature, feature.key);
      const bool word = feature.kind == FeatureKind::kWord;
      count(key, article, word ? 0.1 * feature.weight : feature.weight);
      kinds_.emplace(key, feature.kind);
    }
    for (size_t i = 0; i < print.terms().size(); ++i) {
      const int parts = print.in_title()[i] + print.in_lead()[i] + print.in_all()[i];
      count(in(Space::kTerm, print.terms()[i]), article, static_cast<double>(parts) / (3 * 255.0));
    }
    for (const int32_t day : print.days()) {
      count(in(Space::kDay, static_cast<uint32_t>(day)), article, 0);
    }
  }

  bool is_shared(uint64_t key) const { return items_.contains(key); }

  void see(uint64_t key, uint32_t article, const Known& known, std::string text, Span span) {
    const auto item = items_.find(key);
    if (item == items_.end()) return;
    if (item->second.kind.empty()) {
      item->second.kind = known.kind;
      item->second.id = known.id;
      item->second.name = known.name;
    }
    sightings_.add(key, article, std::move(text), span);
  }

  static std::string_view kind_of(model::EntityType type) {
    switch (type) {
      case model::EntityType::kCountry:
        return "country";
      case model::EntityType::kCity:
      case model::EntityType::kRegion:
      case model::EntityType::kFacility:
        return "place";
      default:
        return "name";
    }
  }

  // The same ids as in fingerprint.cpp.
  void names(uint32_t article) {
    for (const auto& mention : members_[article]->mentions) {
      std::string id = mention.stands_for.empty() ? mention.entity : mention.stands_for;
      Known known{std::string(kind_of(mention.type)), id, mention.name};
      if (const auto* entity = knowledge_.find(id); entity != nullptr) {
        known.name = entity->name;
        known.kind = kind_of(entity->type);
      }
      if (id.empty()) {
        id = "?" + text::fold_copy(mention.text);
        known = {"unknown_name", "", mention.text};
      }
      see(in(Space::kFeature, key_of("e|" + id)), article, known, mention.text, mention.at.span);
    }
    for (const auto& topic : members_[article]->topics) {
      const uint64_t key = in(Space::kFeature, key_of(topic.id));
      if (!is_shared(key)) continue;
      items_[key].kind = "topic";
      items_[key].id = items_[key].name = topic.id;
    }
  }

  void deeds(uint32_t article) {
    const Annotated& annotated = *members_[article];
    for (const auto& event : annotated.events) {
      if (event.action.empty() || event.trigger.range.empty()) continue;
      const std::string trigger(
          event.trigger.range.of(model::text_of(annotated.article, event.trigger)));
      const auto deed = [&](const std::string& id, const std::string& name) {
        see(in(Space::kFeature, key_of(id)), article, {"deed", id.substr(2), name}, trigger,
            event.trigger.span);
      };
      deed("d|" + event.action, event.action);
      if (!event.type.empty()) deed("t|" + event.type, event.type);
      for (const auto* parties : {&event.actor, &event.recipient, &event.partner}) {
        for (const auto& party : *parties) {
          if (party.entity.empty()) continue;
          deed("d|" + event.action + "|" + party.entity, event.action + ", " + party.name);
        }
      }
    }
  }

  void figures(uint32_t article) {
    for (const auto& quantity : members_[article]->quantities) {
      const std::string value = fmt::format("{:.6g}", quantity.value) +
                                (quantity.of ? fmt::format("/{:.6g}", *quantity.of) : "");
      const std::string id = quantity.kind + "|" + quantity.unit + "|" + value;
      std::string name = quantity.kind + " " + value;
      if (!quantity.unit.empty()) name += " " + quantity.unit;
      see(in(Space::kFeature, key_of("q|" + id)), article, {"figure", id, name}, quantity.text,
          quantity.at.span);
    }
  }

  void day(uint32_t article, const model::TimeMention& time) {
    const auto& from = time.from;
    if (time.precision == "unresolved" || from.year == 0) return;
    if (from.precision < model::Precision::kDay) return;
    const auto number =
        static_cast<uint32_t>(model::days_from_civil(from.year, from.month, from.day));
    const std::string name = model::iso(from).substr(0, 10);
    see(in(Space::kDay, number), article, {"time", name, name}, time.text, time.at.span);
  }

  void days(uint32_t article) {
    const auto is_headline = [](const model::Place& at) {
      return at.block == model::kTitleBlock || at.block < kLeadBlocks;
    };
    for (const auto& event : members_[article]->events) {
      if (event.time && is_headline(event.at)) day(article, *event.time);
    }
    for (const auto& time : members_[article]->times) {
      if (is_headline(time.at)) day(article, time);
    }
  }

  void words(uint32_t article) {
    const auto& whole = members_[article]->article;
    const std::string lang(model::primary_language(whole.lang));
    if (++read_[lang] > kReadOfALanguage) return;
    read_words(article, whole.title, lang,
               [&](Range range) { return whole.title_source.to_source(range); });
    size_t bytes = 0;
    for (const auto& block : whole.blocks) {
      if (bytes > kReadBytes) break;
      bytes += block.text.size();
      const auto text = std::string_view(block.text).substr(0, kReadBytes);
      read_words(article, text, lang, [&](Range range) { return block.to_capture(range); });
    }
  }

  // Of the words that gave a term the likeliest stands for it.
  template <typename ToCapture>
  void read_words(uint32_t article, std::string_view text, const std::string& lang,
                  const ToCapture& to_capture) {
    const auto& lexicon = lexicon::Lexicon::load();
    std::map<uint32_t, lexicon::Reading> best;
    for (const auto& reading : lexicon.readings(text, lang)) {
      if (!is_shared(in(Space::kTerm, reading.term))) continue;
      auto [at, fresh] = best.emplace(reading.term, reading);
      const auto& now = at->second;
      if (!fresh && (reading.weight > now.weight ||
                     (reading.weight == now.weight && reading.source.size() > now.source.size()))) {
        at->second = reading;
      }
    }
    for (const auto& [term, reading] : best) {
      const std::string written(reading.source.of(text));
      const std::string stem(lexicon.word_of(term));
      const bool digits =
          std::any_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
      see(in(Space::kTerm, term), article,
          {stem.empty() && digits ? "number" : "word", stem, stem.empty() ? written : stem},
          written, to_capture(reading.source));
    }
  }

  std::vector<SharedItem> settled() {
    std::vector<SharedItem> out;
    for (auto& [key, item] : items_) {
      item.sightings = sightings_.take(key);
      const auto kind = kinds_.find(key);
      if (kind != kinds_.end() && kind->second == FeatureKind::kToken) item.kind = "token";
      if (item.kind.empty() || (item.sightings.empty() && item.kind != "topic")) continue;
      out.push_back(std::move(item));
    }
    std::stable_sort(out.begin(), out.end(), [](const SharedItem& a, const SharedItem& b) {
      if (a.kind != b.kind) return rank_of(a.kind) < rank_of(b.kind);
      const double left = a.weight * static_cast<double>(a.articles.size());
      const double right = b.weight * static_cast<double>(b.articles.size());
      return left != right ? left > right : a.name < b.name;
    });
    std::vector<SharedItem> kept;
    std::map<std::string_view, size_t> of_kind;
    for (auto& item : out) {
      const auto kind = kKinds[rank_of(item.kind)];
      if (++of_kind[kind] <= kItemsOfAKind) kept.push_back(std::move(item));
    }
    return kept;
  }

  const std::vector<const Annotated*>& members_;
  const std::vector<const Fingerprint*>& prints_;
  const knowledge::Knowledge& knowledge_;
  Sightings sightings_;
  std::map<uint64_t, SharedItem> items_;
  std::unordered_map<uint64_t, FeatureKind> kinds_;
  std::unordered_map<std::string, size_t> read_;  // articles, by language
};

}  // namespace

std::vector<SharedItem> shared_items(const std::vector<const Annotated*>& members,
                                     const std::vector<const Fingerprint*>& prints,
                                     const knowledge::Knowledge& knowledge) {
  return Collector(members, prints, knowledge).collect();
}

}  // namespace synoptic::group

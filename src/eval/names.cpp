#include "eval/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "annotate/annotate.h"
#include "annotate/names/name_tags.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::eval {
namespace {

using model::EntityType;

struct FoundName {
  Range range;
  NameKind kind = NameKind::kPerson;
  std::vector<std::string> places;
  std::string rule;
};

std::optional<NameKind> kind_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return NameKind::kPerson;
    case EntityType::kOrg:
      return NameKind::kOrganisation;
    case EntityType::kCountry:
    case EntityType::kCity:
    case EntityType::kRegion:
    case EntityType::kFacility:
      return NameKind::kPlace;
    default:
      return std::nullopt;
  }
}

// Adjectives, roles and what is put together of common nouns are no names.
bool is_name(const model::Mention& mention) {
  return mention.form != "adjective" && mention.form != "role" && mention.form != "composed" &&
         mention.form != "description";
}

// "São Paulo" → "sao-paulo"
std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : text::fold_copy(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      slug += c;
    } else if ((c == ' ' || c == '-') && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  return slug;
}

// What the gold may call the place: a country by its code, a city by one of its English names.
std::vector<std::string> places_of(const model::Mention& mention,
                                   const knowledge::Knowledge& knowledge) {
  const knowledge::Entity* entity = knowledge.find(mention.entity);
  if (entity == nullptr || mention.type == EntityType::kOrg) return {};  // a country's team
  if (!entity->iso.empty() && (entity->type == EntityType::kCountry || entity->iso.size() == 2)) {
    return {"country:" + text::fold_copy(entity->iso)};
  }
  if (entity->type != EntityType::kCity) return {};
  std::vector<std::string> places{"city:" + slug_of(entity->name)};
  for (const auto& alias : entity->aliases) {
    if (alias.adjective || (alias.lang != "en" && alias.lang != "*")) continue;
    places.push_back("city:" + slug_of(alias.text));
  }
  return places;
}

std::vector<FoundName> annotated_names(const NamedSentence& sentence, const std::string& lang,
                                       const knowledge::Knowledge& knowledge) {
  model::Article article;
  article.lang = lang;
  model::Block block;
  block.text = sentence.text;
  article.blocks.push_back(std::move(block));
  const model::Annotated annotated = annotate::annotate(std::move(article), knowledge);
  std::vector<FoundName> found;
  for (const auto& mention : annotated.mentions) {
    const auto kind = kind_of(mention.type);
    if (!kind || !is_name(mention)) continue;
    found.push_back({.range = mention.at.range,
                     .kind = *kind,
                     .places = places_of(mention, knowledge),
                     .rule = mention.rule});
  }
  return found;
}

std::vector<FoundName> tagged_names(const NamedSentence& sentence, const std::string& lang) {
  std::vector<FoundName> found;
  for (const auto& name : annotate::tag_names(sentence.text, lang)) {
    found.push_back({.range = name.range, .kind = *kind_of(name.type), .rule = "tagger"});
  }
  return found;
}

// Whole words; of names within each other only the longest.
void tidy(const std::string& text, std::vector<FoundName>& names) {
  for (auto& name : names) name.range = whole_words(text, name.range);
  std::stable_sort(names.begin(), names.end(), [](const FoundName& a, const FoundName& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
  std::vector<FoundName> kept;
  for (auto& name : names) {
    if (!kept.empty() && kept.back().range.contains(name.range)) {
      if (kept.back().places.empty() && kept.back().range == name.range) {
        kept.back().places = name.places;
      }
      continue;
    }
    kept.push_back(std::move(name));
  }
  names = std::move(kept);
}

std::string list_of(const std::string& text, const std::vector<FoundName>& names, bool rules) {
  std::string list;
  for (const auto& name : names) {
    list += fmt::format(" [{} {}{}]", name_kind(name.kind), name.range.of(text),
                        rules ? " <" + name.rule + ">" : std::string());
  }
  return list;
}

// What was told of places beside what the gold tells.
std::string place_mistakes(const std::string& text, const std::vector<FoundName>& gold,
                           const std::vector<FoundName>& found) {
  const auto among = [](const FoundName& name, const std::vector<FoundName>& others) {
    return std::ranges::any_of(others, [&](const FoundName& other) {
      return other.range.overlaps(name.range) &&
             std::ranges::any_of(name.places, [&](const std::string& place) {
               return std::ranges::find(other.places, place) != other.places.end();
             });
    });
  };
  std::string list;
  for (const auto& name : gold) {
    if (name.places.empty() || among(name, found)) continue;
    list += fmt::format("  missed {} {}\n", name.places[0], name.range.of(text));
  }
  for (const auto& name : found) {
    if (name.places.empty() || among(name, gold)) continue;
    list += fmt::format("  wrong {} {} <{}>\n", name.places[0], name.range.of(text), name.rule);
  }
  return list;
}

struct Mistakes {
  size_t count = 0, index = 0;
  std::string text;
};

}  // namespace

void NameCounts::add(const NameCounts& other) {
  right += other.right;
  found += other.found;
  gold += other.gold;
}
double NameCounts::precision() const {
  return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found);
}
double NameCounts::recall() const {
  return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold);
}
double NameCounts::f1() const {
  return found + gold == 0 ? 0
                           : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
}

Range whole_words(std::string_view text, Range range) {
  const auto goes_on = [](char32_t c) {
    return (text::is_letter(c) || text::is_digit(c)) && !text::is_spaceless(c);
  };
  if (range.empty()) return range;
  if (goes_on(text::decode(text, range.begin).value)) {
    while (range.begin > 0) {
      const text::CodePoint c = text::decode_before(text, range.begin);
      if (!goes_on(c.value)) break;
      range.begin -= c.length;
    }
  }
  if (goes_on(text::decode_before(text, range.end).value)) {
    while (range.end < text.size()) {
      const text::CodePoint c = text::decode(text, range.end);
      if (!goes_on(c.value)) break;
      range.end += c.length;
    }
  }
  return range;
}

NamesReport evaluate_names(const NamedSet& set, const NamesOptions& options,
                           const knowledge::Knowledge& knowledge) {
  NamesReport report{.name = set.name, .lang = set.lang, .has_places = set.has_places};
  std::vector<Mistakes> mistakes;
  const size_t middle = (set.sentences.size() + 1) / 2;
  const size_t first = options.half == 2 ? middle : 0;
  const size_t last = options.half == 1 ? middle : set.sentences.size();
  for (size_t i = first; i < last; ++i) {
    const NamedSentence& sentence = set.sentences[i];
    ++report.sentences;
    auto found = options.tagger_only ? tagged_names(sentence, set.lang)
                                     : annotated_names(sentence, set.lang, knowledge);
    tidy(sentence.text, found);
    std::vector<FoundName> gold;
    for (const auto& name : sentence.names) {
      gold.push_back({.range = whole_words(sentence.text, name.range),
                      .kind = name.kind,
                      .places = name.place.empty() ? std::vector<std::string>()
                                                   : std::vector<std::string>{name.place}});
    }
    size_t wrong = 0;
    std::vector<bool> met(gold.size());
    for (const auto& name : found) {
      NameCounts& counts = report.kinds[static_cast<size_t>(name.kind)];
      ++counts.found;
      bool right = false;
      for (size_t g = 0; g < gold.size(); ++g) {
        if (met[g] || gold[g].kind != name.kind || gold[g].range != name.range) continue;
        met[g] = right = true;
        break;
      }
      counts.right += right;
      auto& rule = report.rules[name.rule];
      ++rule.found;
      rule.right += right;
      wrong += !right;
      if (!name.places.empty()) {
        ++report.places.found;
        report.places.right += std::any_of(gold.begin(), gold.end(), [&](const FoundName& other) {
          return other.range.overlaps(name.range) && !other.places.empty() &&
                 std::ranges::find(name.places, other.places[0]) != name.places.end();
        });
      }
    }
    for (size_t g = 0; g < gold.size(); ++g) {
      ++report.kinds[static_cast<size_t>(gold[g].kind)].gold;
      wrong += !met[g];
      report.places.gold += !gold[g].places.empty();
    }
    if (options.place_misses) {
      const std::string list = place_mistakes(sentence.text, gold, found);
      if (!list.empty()) report.details += fmt::format("{} {}\n{}", set.lang, sentence.text, list);
    } else if (options.worst > 0 && wrong > 0) {
      mistakes.push_back(
          {wrong, i,
           fmt::format("{} mistakes: {}\n   gold:{}\n  found:{}\n", wrong, sentence.text,
                       list_of(sentence.text, gold, false), list_of(sentence.text, found, true))});
    }
  }
  for (const auto& counts : report.kinds) report.all.add(counts);
  std::stable_sort(mistakes.begin(), mistakes.end(),
                   [](const Mistakes& a, const Mistakes& b) { return a.count > b.count; });
  if (mistakes.size() > options.worst) mistakes.resize(options.worst);
  for (const auto& one : mistakes) report.details += one.text;
  return report;
}

}  // namespace synoptic::eval

// Whom an article has something from: the names of its origins settled.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/site.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {

using knowledge::Entity;
using knowledge::Knowledge;

namespace {

// "Name)": a bracket that was opened in front of the name.
void drop_lone_bracket(model::Origin& origin) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!origin.name.ends_with(close) || origin.name.find(open) != std::string::npos) continue;
    if (origin.span.size() == origin.name.size()) {
      origin.span.end -= static_cast<uint32_t>(close.size());
    }
    origin.name.resize(origin.name.size() - close.size());
  }
}

// "mb", "lue": letters that an outlet's own writer signs with; agencies that go by small letters
// are known or told by the table.
bool is_writers_sign(const Knowledge& knowledge, std::string_view name, size_t longest) {
  return name.size() <= longest &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         known_outlet(knowledge, name) == nullptr && !name_words().is_whole("agency_sign", name);
}

// "Agency/Agency/Agency" names each of them, where the knowledge has one or more.
std::vector<model::Origin> part_agencies(const Knowledge& knowledge,
                                         std::vector<model::Origin> origins) {
  constexpr size_t kLongest = 60;
  std::vector<model::Origin> parted;
  for (model::Origin& origin : origins) {
    drop_lone_bracket(origin);
    const auto parts =
        split_trimmed(origin.name, origin.name.find('/') == std::string::npos ? '+' : '/');
    const bool list = parts.size() > 1 && origin.name.size() <= kLongest &&
                      !url::is_web(origin.name) &&
                      std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
                        return known_outlet(knowledge, part) != nullptr;
                      });
    if (!list) {
      parted.push_back(std::move(origin));
      continue;
    }
    for (const std::string_view part : parts) {
      constexpr size_t kLongestSign = 4;  // beside an agency
      if (is_desk(knowledge, part) || is_writers_sign(knowledge, part, kLongestSign)) continue;
      model::Origin one = origin;
      one.name = part;
      if (origin.span.size() == origin.name.size()) {
        one.span.begin += static_cast<uint32_t>(part.data() - origin.name.data());
        one.span.end = one.span.begin + static_cast<uint32_t>(part.size());
      }
      parted.push_back(std::move(one));
    }
  }
  return parted;
}

bool is_acronym(std::string_view name) {
  constexpr size_t kLongest = 4;
  return name.size() <= kLongest &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_outlet_kind(std::string_view kind) {
  constexpr std::array<std::string_view, 5> kOutlets{"news-agency", "broadcaster", "newspaper",
                                                     "magazine", "news-site"};
  return std::find(kOutlets.begin(), kOutlets.end(), kind) != kOutlets.end();
}

// "Meridian" of "The Meridian Wire", "MW": the outlet's own name, shortened.
bool is_short_for(std::string_view name, std::string_view outlet) {
  const auto words = text::words(outlet);
  if (words.size() < 2) return false;
  const std::string key = key_of(name);
  if (key.empty()) return false;
  std::string initials;
  for (const text::Word& word : words) {
    const std::string_view letters = word.range.of(outlet);
    const text::CodePoint first = text::decode(letters, 0);
    if (text::is_upper(first.value)) initials += letters.substr(0, first.length);
  }
  if (name == initials && words.size() > 1 && initials.size() > 1) return true;
  // From the first word, or from the second behind an article.
  constexpr size_t kLongestArticle = 3;  // bytes
  for (size_t begin = 0; begin < 2; ++begin) {
    if (begin == 1 && words[0].range.size() > kLongestArticle) break;
    std::string own;
    for (size_t i = begin; i < words.size(); ++i) {
      own += key_of(words[i].range.of(outlet));
      if (own == key) return true;
      if (own.size() > key.size()) break;
    }
  }
  return false;
}

}  // namespace

std::vector<model::Origin> settle_origins(const Knowledge& knowledge,
                                          std::vector<model::Origin> origins,
                                          const std::optional<model::Publisher>& publisher,
                                          std::string_view page_url) {
  origins = part_agencies(knowledge, std::move(origins));
  std::vector<model::Origin> kept;
  const std::string own_name = publisher ? key_of(publisher->name) : "";
  const std::string own_domain = site_of(page_url).domain;
  for (model::Origin& origin : origins) {
    const std::string domain = site_of(origin.url).domain;
    if (origin.kind == "link" && !domain.empty() && domain == own_domain) continue;
    const Entity* entity = origin.name.empty() ? nullptr : known_outlet(knowledge, origin.name);
    // "Source: ANP": letters that stand for several names stand for an outlet here, or for nobody.
    if (entity != nullptr && is_acronym(origin.name) && !is_outlet_kind(entity->kind)) {
      entity = nullptr;
    }
    if (entity == nullptr && !domain.empty()) entity = knowledge.find_by_domain(domain);
    if (entity != nullptr) {
      origin.entity = entity->id;
      origin.name = entity->name;
    } else if (origin.name.empty()) {
      origin.name = domain;
    }
    if (!own_name.empty() && key_of(origin.name) == own_name) continue;
    if (publisher && !publisher->entity.empty() && publisher->entity == origin.entity) continue;
    // An outlet does not cite itself, and neither does whoever wrote for it.
    constexpr size_t kLongestLoneSign = 2;
    if (entity == nullptr && publisher && is_short_for(origin.name, publisher->name)) continue;
    if (origin.kind == "dateline" && is_writers_sign(knowledge, origin.name, kLongestLoneSign)) {
      continue;
    }
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const model::Origin& other) {
      return !origin.name.empty() && key_of(other.name) == key_of(origin.name);
    });
    if (same == kept.end()) {
      kept.push_back(std::move(origin));
    } else if (same->url.empty()) {
      same->url = origin.url;
      if (!same->date) same->date = origin.date;
    }
  }
  return kept;
}

}  // namespace synoptic::clean

#include "clean/front_matter_facts.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people/author_words.h"
#include "clean/people/people.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::FrontMatterField;

bool is_key(const Knowledge& knowledge, std::string_view kind, const FrontMatterField& field) {
  return whole_cue(knowledge, kind, field.key) != nullptr;
}

// "[a, b]", "a; b", "a, b", each without its quotation marks.
std::vector<std::string> list_of(std::string_view value) {
  value = trim(value);
  if (value.starts_with('[') && value.ends_with(']') && !value.starts_with("[["))
    value = value.substr(1, value.size() - 2);
  std::vector<std::string> items;
  const char separator = value.find(';') != std::string_view::npos ? ';' : ',';
  for (std::string_view item : split_trimmed(value, separator)) {
    if (item.size() >= 2 && (item[0] == '"' || item[0] == '\'') && item.back() == item[0]) {
      item = item.substr(1, item.size() - 2);
    }
    // "[[Name]]", a page of the reader's own notes.
    if (item.starts_with("[[") && item.ends_with("]]")) item = item.substr(2, item.size() - 4);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

// Years that a page's day is believed to lie in.
bool is_likely(const model::DateValue& value) { return value.year >= 1900 && value.year < 2400; }

// "1405/02/06" is a day of the calendar of Iran, "2569-04-26" one of Thailand's: years that ours
// would not have are read as those of the languages that count otherwise.
std::optional<model::DateValue> day_of(std::string_view written) {
  const auto value = knowledge::parse_date(written);
  if (value && is_likely(*value)) return value;
  constexpr int kLastYear = 2060;  // later ones are of yet another calendar
  for (const std::string_view lang : {"fa", "th"}) {
    const auto other = knowledge::parse_date(written, lang);
    if (other && is_likely(*other) && other->year < kLastYear) return other;
  }
  return value;
}

void add_date(const FrontMatterField& field, std::string_view role, PageFacts& facts) {
  const auto value = day_of(field.value);
  if (!value) return;
  model::DateEvidence evidence;
  evidence.value = *value;
  evidence.role = role;
  evidence.where = "front_matter";
  evidence.span = field.span;
  evidence.rule = "front matter " + field.key;
  facts.dates.push_back(std::move(evidence));
}

// "A und B" are two, and "记者 A" is A.
void add_authors(const Knowledge& knowledge, const FrontMatterField& field, PageFacts& facts) {
  for (const std::string& item : list_of(field.value)) {
    std::string_view words = item;
    const Line line = line_for_cues(words);
    const auto label = cue_in_front(knowledge, "author_label", line);
    if (label && label->parted && !label->rest.empty()) words = label->rest.of(words);
    for (const Range name : names_in(knowledge, words)) {
      facts.authors.push_back(
          {std::string(text::trim_space(name.of(words))), "", "", "", field.span});
    }
  }
}

void set_publisher(const FrontMatterField& field, PageFacts& facts) {
  if (facts.publisher || field.value.empty()) return;
  facts.publisher = publisher_of(field.value, field.span);
}

}  // namespace

void add_front_matter(const model::Capture& capture, const Knowledge& knowledge, PageFacts& facts) {
  const FrontMatterField* source = nullptr;
  for (const FrontMatterField& field : capture.front_matter) {
    facts.metadata["front_matter." + field.key].push_back(field.value);
    if (field.value.empty()) continue;
    const auto is = [&](std::string_view kind) { return is_key(knowledge, kind, field); };
    if (is("key_title")) {
      facts.titles.insert(facts.titles.begin(), {field.value, field.span, "front_matter"});
    } else if (is("key_fetched")) {
      add_date(field, "fetched", facts);
    } else if (is("key_modified")) {
      add_date(field, "modified", facts);
    } else if (is("key_date")) {
      add_date(field, "published", facts);
    } else if (is("key_author")) {
      add_authors(knowledge, field, facts);
    } else if (is("key_publisher")) {
      set_publisher(field, facts);
    } else if (is("key_source")) {
      source = &field;
    } else if (is("key_url")) {
      if (url::is_web(field.value)) facts.url = field.value;
    } else if (is("key_section")) {
      if (facts.section.empty()) facts.section = list_of(field.value).front();
    } else if (is("key_keywords")) {
      for (std::string& word : list_of(field.value)) facts.keywords.push_back(std::move(word));
    } else if (is("key_lang")) {
      facts.lang = field.value;
    }
  }
  if (source == nullptr) return;
  // "source" names the outlet, unless another key does: then it is whom the page cites.
  if (url::is_web(source->value) && facts.url.empty()) {
    facts.url = source->value;  // clippers call the page's own address so
  } else if (url::is_web(source->value)) {
    model::Origin origin;
    origin.url = source->value;
    origin.kind = "link";
    origin.span = source->span;
    const bool same = source->value == capture.url;
    if (!same) facts.origins.push_back(std::move(origin));
  } else if (facts.publisher) {
    facts.origins.push_back({source->value, "", "", "label", source->span, std::nullopt});
  } else {
    set_publisher(*source, facts);
  }
}

}  // namespace synoptic::clean

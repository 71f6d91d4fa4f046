// <meta> elements: what their content states.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/html/html_facts.h"
#include "clean/html/html_meta.h"
#include "clean/html/html_words.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using html::Attribute;
using Source = AuthorNotes::Source;

void take_once(StatedValue& to, const std::string& text, Span span) {
  if (to.text.empty()) to = {text, span};
}

std::string access_of(std::string_view tier) {
  const std::string word = ascii_lower(trim(tier));
  if (word == "free" || word == "open" || word == "public") return "free";
  if (word == "metered" || word == "meter") return "metered";
  if (word == "locked" || word == "paid" || word == "premium" || word == "subscriber")
    return "paid";
  return {};
}

// "A &amp; B": escaped twice by the page, read once by the tree.
std::string unescaped(const std::string& text) {
  const auto holds = [&](std::string_view code) { return text.find(code) != text.npos; };
  if (!holds("&amp;") && !holds("&quot;") && !holds("&#")) return text;
  std::string out;
  const auto document = html::Document::parse_view(text);
  if (!document) return text;
  for (const auto& node : document->nodes()) {
    if (node.kind == html::NodeKind::kText) out += node.text();
  }
  return clean_text(out);
}

bool is_true(std::string_view text) {
  const std::string word = ascii_lower(trim(text));
  return word == "true" || word == "yes" || word == "1" || word == "t";
}

constexpr size_t kLongestUnknown = 40;  // bytes of a day under a name that nobody knows

// With its white space collapsed.
bool may_be_short(std::string_view value) {
  size_t visible = 0;
  for (size_t i = 0; i < value.size() && visible <= kLongestUnknown; ++i) {
    visible += text::is_ascii_visible(value[i]);
  }
  return visible <= kLongestUnknown;
}

class MetaTaker {
 public:
  MetaTaker(FactNotes& notes, std::string_view name, const Attribute& content)
      : notes_(notes), name_(name), content_(content), text_(clean_text(content.value)) {}

  // A name of one site's own that speaks of a date.
  void take_unknown() {
    constexpr size_t kShortest = 8;
    if (text_.size() < kShortest || text_.size() > kLongestUnknown || !may_hold_date(text_)) return;
    constexpr std::array<std::string_view, 18> kOther{
        "expir", "valid",  "event", "birth",  "start", "until", "build", "version",   "deploy",
        "cache", "server", "now",   "render", "crawl", "next",  "last",  "copyright", "end"};
    std::string key;
    for (const char c : name_) {
      if (c >= 'a' && c <= 'z') key += c;
    }
    const auto holds = [&](std::string_view word) { return key.find(word) != key.npos; };
    if (holds("modif") || holds("updat") || holds("revis")) return take_date("modified", kOwnName);
    if (std::any_of(kOther.begin(), kOther.end(), holds)) return;
    if (names_publication(key)) return take_date("published", kOwnName);
    if (key.ends_with("date") || key.ends_with("created") || key.ends_with("issued")) {
      take_date("published", kVagueName);
    }
  }

  void take(MetaFact fact) {
    switch (fact) {
      case MetaFact::kNone:
        break;
      case MetaFact::kPublished:
        take_date("published");
        break;
      case MetaFact::kModified:
        take_date("modified");
        break;
      case MetaFact::kOgTitle:
        notes_.titles.push_back({unescaped(text_), content_.span, "og"});
        break;
      case MetaFact::kTwitterTitle:
        notes_.titles.push_back({unescaped(text_), content_.span, "twitter"});
        break;
      case MetaFact::kTitle:
        take_once(notes_.spare_title, text_, content_.span);
        break;
      case MetaFact::kSiteName:
        take_once(notes_.site_name, text_, content_.span);
        break;
      case MetaFact::kApplication:
        take_once(notes_.application, text_, content_.span);
        break;
      case MetaFact::kUrl:
        if (notes_.url.empty()) notes_.url = text_;
        break;
      case MetaFact::kLocale:
        notes_.locale = text_;
        break;
      case MetaFact::kAuthor:
        for (const auto part : split_trimmed(text_, ';')) {
          notes_.authors.add(part, content_.span, Source::kMeta);
        }
        break;
      case MetaFact::kSection:
        if (notes_.section.empty() && text_.size() < 120) notes_.section = text_;
        break;
      case MetaFact::kKeyword:
        notes_.add_keyword(text_);
        break;
      case MetaFact::kKeywords:
        notes_.add_keywords(text_);
        break;
      default:
        take_other(fact);
    }
  }

 private:
  static constexpr double kOwnName = 20, kVagueName = 45;  // off the score

  void take_date(std::string_view role, double doubt = 0) {
    notes_.dates.add(text_, content_.span, {role, "metadata", "meta " + std::string(name_), doubt},
                     notes_.primary_lang());
  }

  void take_other(MetaFact fact) {
    switch (fact) {
      case MetaFact::kType:
        notes_.metadata["og:type"] = {text_};
        notes_.says_article |= ascii_lower(text_).find("article") != std::string::npos;
        break;
      case MetaFact::kDescription:
        notes_.metadata.try_emplace("description", std::vector<std::string>{text_});
        break;
      case MetaFact::kImage:
        if (text_.size() < 2000) take_once(notes_.image, text_, content_.span);
        break;
      case MetaFact::kAccess:
        if (const std::string access = access_of(text_); !access.empty()) notes_.access = access;
        break;
      case MetaFact::kPaid:
        if (is_true(text_)) notes_.access = "paid";
        break;
      case MetaFact::kFree:
        if (notes_.access.empty()) notes_.access = is_true(text_) ? "free" : "paid";
        break;
      case MetaFact::kComments:
        if (is_ascii_digits(text_)) notes_.metadata["comments"] = {text_};
        break;
      default:
        break;
    }
  }

  FactNotes& notes_;
  std::string_view name_;
  const Attribute& content_;
  std::string text_;
};

}  // namespace

void take_meta(const html::Document& document, const html::Node& node,
               const knowledge::Knowledge& knowledge, FactNotes& notes) {
  const Attribute* content = document.attribute(node, "content");
  if (content == nullptr || trim(content->value).empty()) return;
  std::string unknown;
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    std::string name = ascii_lower(trim(document.attribute_value(node, key)));
    if (name.empty()) continue;
    // Twitter cards show pairs of a label and its value.
    if (name.starts_with("twitter:label")) {
      notes.card_label =
          whole_cue(knowledge, "author_label", clean_text(content->value)) != nullptr;
      return;
    }
    if (name.starts_with("twitter:data")) {
      if (std::exchange(notes.card_label, false)) {
        notes.authors.add(clean_text(content->value), content->span, Source::kMeta);
      }
      return;
    }
    const MetaFact fact = meta_fact(name);
    if (fact != MetaFact::kNone) {
      MetaTaker(notes, name, *content).take(fact);
      return;
    }
    unknown = std::move(name);
  }
  if (!unknown.empty() && may_be_short(content->value)) {
    MetaTaker(notes, unknown, *content).take_unknown();
  }
  if (ascii_lower(document.attribute_value(node, "http-equiv")) == "content-language" &&
      notes.lang.empty()) {
    notes.lang = trim(content->value.substr(0, content->value.find(',')));
  }
}

void FactNotes::add_keyword(std::string_view word) {
  word = text::trim_space(word);
  if (word.empty() || word.size() > 120 || keywords.size() >= 60) return;
  if (std::find(keywords.begin(), keywords.end(), word) == keywords.end()) {
    keywords.emplace_back(word);
  }
}

void FactNotes::add_keywords(std::string_view list) {
  constexpr size_t kMaxList = 4000;
  std::string plain(list.substr(0, kMaxList));
  for (const std::string_view mark : {"，", "、", "；", "،", "؛", ";", "|"}) {
    for (size_t at = 0; (at = plain.find(mark, at)) != std::string::npos; ++at) {
      plain.replace(at, mark.size(), ",");
    }
  }
  for (const auto word : split_trimmed(plain, ',')) add_keyword(word);
}

void FactNotes::add_heading(std::string text, Span span, std::string_view where, uint32_t node) {
  constexpr size_t kMost = 12;
  if (text.empty() || text.size() >= 1000 || headings.size() >= kMost) return;
  headings.push_back({std::move(text), span, std::string(where)});
  heading_nodes.push_back(node);
}

}  // namespace synoptic::clean

#include "cli/explain_story.h"

#include <fmt/format.h>

#include <map>

#include "base/json.h"
#include "base/strings.h"
#include "cli/render.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

constexpr size_t kItemsShown = 8;     // of a kind
constexpr size_t kFeaturesShown = 6;  // of a tie
constexpr size_t kTiesShown = 12;
constexpr size_t kDoubtsShown = 20;

std::string_view heading_of(std::string_view kind) {
  static const std::map<std::string_view, std::string_view> kHeadings = {
      {"name", "Names"},
      {"place", "Places"},
      {"country", "Countries"},
      {"unknown_name", "Unknown names"},
      {"word", "Words"},
      {"number", "Numbers"},
      {"figure", "Figures"},
      {"time", "Times"},
      {"deed", "Deeds"},
      {"topic", "Topics"},
      {"token", "Words in Latin letters"}};
  const auto found = kHeadings.find(kind);
  return found == kHeadings.end() ? kind : found->second;
}

std::string shown(std::string_view text) { return isolate(one_line(text)); }

// "ar مصرف · zh 银行"
std::string forms_of(const group::SharedItem& item) {
  std::string out;
  std::string_view last;
  for (const auto& sighting : item.sightings) {
    if (!out.empty()) out += sighting.lang == last ? ", " : " · ";
    if (sighting.lang != last) out += sighting.lang.empty() ? "? " : sighting.lang + " ";
    last = sighting.lang;
    out += shown(sighting.text);
  }
  return out;
}

void add_shared(const flow::ExplainedStory& story, std::string& out) {
  std::string_view kind;
  size_t of_kind = 0;
  for (const auto& item : story.explanation.shared) {
    if (item.kind != kind) {
      kind = item.kind;
      of_kind = 0;
      out += fmt::format("  {}\n", heading_of(kind));
    }
    if (++of_kind > kItemsShown) continue;
    const std::string weight =
        item.kind == "time" ? "" : fmt::format(", weight {:.2f}", item.weight);
    out += fmt::format(
        "    {}  {}  {}\n", shown(item.name),
        dim(fmt::format("{} of {}{}", item.articles.size(), story.articles.size(), weight)),
        forms_of(item));
  }
}

std::string name_of(const flow::ExplainedStory& story, uint32_t article) {
  const auto& whole = story.articles[article].article;
  return fmt::format("{} {} {}", dim(whole.id), whole.lang, shown(whole.title));
}

void add_ties(const flow::ExplainedStory& story, std::string& out) {
  const auto& explanation = story.explanation;
  if (explanation.ties.empty()) return;
  out += fmt::format("\n{} {}\n", bold("How near each stands to its nearest"),
                     dim(fmt::format("(joins from {:.2f})", explanation.join)));
  for (size_t i = 0; i < explanation.ties.size(); ++i) {
    if (i == kTiesShown) {
      out += fmt::format("  … and {} more (--json has all)\n", explanation.ties.size() - i);
      break;
    }
    const auto& tie = explanation.ties[i];
    out += fmt::format("  {}\n    {:.2f}{} with {}\n", name_of(story, tie.article), tie.score,
                       tie.copy ? ", a copy," : "", name_of(story, tie.other));
    std::string features;
    for (size_t f = 0; f < std::min(kFeaturesShown, tie.features.size()); ++f) {
      const auto& feature = tie.features[f];
      features += fmt::format("{}{} {:+.2f}", f == 0 ? "" : "  ", feature.name,
                              feature.value * feature.weight);
    }
    out += "    " + dim(features) + "\n";
  }
}

void add_doubts(const flow::ExplainedStory& story, std::string& out) {
  const auto& doubts = story.explanation.doubts;
  if (doubts.empty()) return;
  out += "\n" + bold("What is doubtful") + "\n";
  for (size_t i = 0; i < doubts.size(); ++i) {
    if (i == kDoubtsShown) {
      out += fmt::format("  … and {} more (--json has all)\n", doubts.size() - i);
      break;
    }
    out += fmt::format("  {}: {}\n", doubts[i].code, one_line(doubts[i].why));
    for (const uint32_t article : doubts[i].articles) {
      out += "    " + name_of(story, article) + "\n";
    }
  }
}

void write_item(JsonWriter& json, const flow::ExplainedStory& story,
                const group::SharedItem& item) {
  json.begin_object().field("kind", item.kind).field_or_null("id", item.id);
  json.field("name", item.name).field("weight", item.weight).key("articles").begin_array();
  for (const uint32_t article : item.articles) json.value(story.articles[article].article.id);
  json.end_array().key("written").begin_array();
  for (const auto& sighting : item.sightings) {
    json.begin_object().field("article", story.articles[sighting.article].article.id);
    json.field_or_null("lang", sighting.lang).field("text", sighting.text).key("span");
    json.begin_array().value(sighting.span.begin).value(sighting.span.end).end_array();
    json.end_object();
  }
  json.end_array().end_object();
}

// Three digits behind the point are all that the score means.
double rounded(float value) { return std::stod(fmt::format("{:.3f}", value)); }

void write_tie(JsonWriter& json, const flow::ExplainedStory& story, const group::Tie& tie) {
  json.begin_object().field("article", story.articles[tie.article].article.id);
  json.field("nearest", story.articles[tie.other].article.id).field("score", rounded(tie.score));
  json.field("copy", tie.copy).key("features").begin_array();
  for (const auto& feature : tie.features) {
    json.begin_object().field("name", feature.name).field("value", rounded(feature.value));
    json.field("weight", rounded(feature.weight)).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string story_explained(const flow::ExplainedStory& explained) {
  const model::Story& story = explained.story;
  std::string out = story_as_text(story);
  out += "\n" + bold("Why these belong together") + "\n";
  add_shared(explained, out);
  if (story.articles.size() < 2) out += "  one article: it founded the story\n";
  for (const auto& account : story.accounts) {
    if (account.size() < 2) continue;
    out += fmt::format("  one account: {}{}\n",
                       join({account.begin(),
                             account.begin() + std::min<std::ptrdiff_t>(
                                                   8, static_cast<std::ptrdiff_t>(account.size()))},
                            " "),
                       account.size() > 8 ? fmt::format(" and {} more", account.size() - 8) : "");
  }
  for (const auto& link : story.links) out += fmt::format("  {} {}\n", link.kind, link.story);
  add_ties(explained, out);
  add_doubts(explained, out);
  return out;
}

std::string story_explained_as_json(const flow::ExplainedStory& story) {
  JsonWriter json;
  json.begin_object().key("story");
  model::write_json(json, story.story);
  json.field("join", rounded(story.explanation.join)).key("shared").begin_array();
  for (const auto& item : story.explanation.shared) write_item(json, story, item);
  json.end_array().key("ties").begin_array();
  for (const auto& tie : story.explanation.ties) write_tie(json, story, tie);
  json.end_array().key("doubts").begin_array();
  for (const auto& doubt : story.explanation.doubts) {
    json.begin_object().field("code", doubt.code).key("articles").begin_array();
    for (const uint32_t article : doubt.articles) json.value(story.articles[article].article.id);
    json.end_array().field("why", doubt.why).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace synoptic::cli

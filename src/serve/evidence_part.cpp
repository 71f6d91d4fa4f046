// A value and the sentence it stands in. The value is a summary that opens; the evidence is its
// neighbour, so that the style sheet can show it on hover and focus as well, and in print.
#include <fmt/format.h>

#include <algorithm>

#include "gloss/gloss.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

// The sentence with the values' own bytes marked, where they can be told apart in it.
std::string marked_sentence(const Values& values) {
  const std::string& sentence = values.front()->evidence;
  std::vector<std::pair<size_t, size_t>> marks;
  for (const auto* value : values) {
    const size_t at = value->text.empty() ? std::string::npos : sentence.find(value->text);
    if (at != std::string::npos) marks.emplace_back(at, at + value->text.size());
  }
  std::sort(marks.begin(), marks.end());
  std::string out;
  size_t at = 0;
  for (const auto& [begin, end] : marks) {
    if (begin < at) continue;
    out += escape(sentence.substr(at, begin - at)) + "<mark>" +
           escape(sentence.substr(begin, end - begin)) + "</mark>";
    at = end;
  }
  return out + escape(sentence.substr(at));
}

std::string gloss_in(StoryView& view, const model::FactValue& value, Span span) {
  const model::Annotated* annotated = view.accounts.annotated(value.article);
  if (annotated == nullptr || view.glosses_left == 0) return "";
  const model::Place place = gloss::find_sentence(annotated->article, value.evidence, span);
  std::string gloss = gloss_of(*annotated, place);
  if (!gloss.empty()) --view.glosses_left;
  return gloss;
}

std::string claimant_name(const StoryView& view, const std::string& claimant) {
  const auto* entity = view.context.knowledge.find(claimant);
  return entity == nullptr ? claimant : entity->name;
}

}  // namespace

std::string names_of(const Values& values) {
  std::vector<std::string> names;
  for (const auto* value : values) {
    std::string name = sheet::shown(*value);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (const auto& name : names) {
    out += fmt::format("{}<bdi>{}</bdi>", out.empty() ? "" : " + ", escape(name));
  }
  return out;
}

std::vector<Values> by_sentence(const Values& values) {
  std::vector<Values> groups;
  for (const auto* value : values) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Values& group) {
      return group.front()->article == value->article &&
             group.front()->evidence == value->evidence &&
             group.front()->claimant == value->claimant;
    });
    same == groups.end() ? groups.push_back({value}) : same->push_back(value);
  }
  return groups;
}

std::string value_cell(StoryView& view, std::string_view shown, const Values& values) {
  const model::FactValue& first = *values.front();
  const model::Article* article = view.accounts.article(first.article);
  const Span span = first.evidence_span.empty() ? first.span : first.evidence_span;
  std::string bytes;
  for (const auto* value : values) {
    bytes += fmt::format("{}{}–{}", bytes.empty() ? "" : ", ", value->span.begin, value->span.end);
  }
  std::string out = fmt::format(
      "<div class=\"cell\"><details><summary>{}</summary></details>\n<div class=\"evidence\">\n"
      "<blockquote lang=\"{}\" dir=\"{}\">{}</blockquote>\n",
      shown, escape(article == nullptr || article->lang.empty() ? "und" : article->lang),
      article == nullptr || article->dir.empty() ? "auto" : escape(article->dir),
      marked_sentence(values));
  out += gloss_in(view, first, span);
  if (!first.claimant.empty() && first.claimant != first.name) {
    out += fmt::format("<p class=\"claim\">in the name of <bdi>{}</bdi></p>\n",
                       escape(claimant_name(view, first.claimant)));
  }
  const std::string publisher =
      article == nullptr ? "" : std::string(sheet::publisher_of(*article));
  return out + fmt::format(
                   "<p class=\"source\"><bdi>{}</bdi> · <a href=\"/article/{}?from={}&amp;to={}"
                   "#evidence\">in the article</a> · bytes {}</p>\n</div></div>\n",
                   escape(publisher), url_part(first.article), span.begin, span.end, bytes);
}

}  // namespace synoptic::serve

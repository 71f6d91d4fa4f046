// What a story's page says of articles that were corrected.
#include <fmt/format.h>

#include <algorithm>

#include "serve/story_parts.h"

namespace synoptic::serve {

std::string revised_html(const StoryView& view, const model::Article& article) {
  if (!view.loaded.revisions.contains(article.id)) return "";
  return fmt::format("<a class=\"badge revised\" href=\"/article/{}/history\">revised{}</a>",
                     url_part(article.id),
                     article.revised.empty() ? "" : " " + short_date_text(article.revised));
}

std::string was_html(const StoryView& view, const Values& values) {
  std::vector<std::string> before;
  for (const auto* value : values) {
    const auto revision = view.loaded.revisions.find(value->article);
    if (revision == view.loaded.revisions.end()) continue;
    for (const auto& change : revision->second.changes) {
      // A value of the text, no title or paragraph around it.
      const bool is_value = change.kind == "figure_changed" || change.kind == "date_changed" ||
                            change.kind == "name_changed" || change.kind == "place_changed";
      if (!is_value || !change.before || !change.after) continue;
      if (!change.after->at.span.overlaps(value->span)) continue;
      const std::string& text = change.before->text;
      if (std::find(before.begin(), before.end(), text) == before.end()) before.push_back(text);
    }
  }
  if (before.empty()) return "";
  const std::string& id = values.front()->article;
  const model::Article* article = view.accounts.article(id);
  std::string said;
  for (const auto& text : before) {
    said += (said.empty() ? "" : ", ") + foreign("q", text, article == nullptr ? "" : article->lang,
                                                 article == nullptr ? "" : article->dir);
  }
  return fmt::format("<p class=\"was\"><a href=\"/article/{}/history\">said {} before</a></p>\n",
                     url_part(id), said);
}

}  // namespace synoptic::serve

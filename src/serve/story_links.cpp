// Where a story leads: the title it goes by, the stories near it.
#include <fmt/format.h>

#include <algorithm>

#include "model/stamp.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostLinks = 3;  // the nearest come first

// Which way a link leads: by the days of the two stories. That one came of the other is not known.
const char* direction_of(const model::Story& from, const model::StoryLink& link,
                         const model::Story& to) {
  if (link.kind != "follow_up") return "A similar event";
  const auto here = model::minutes_of(from.first), there = model::minutes_of(to.first);
  if (!here || !there || *here == *there) return "On the same subject";
  return *there < *here ? "Earlier, on the same subject" : "Later, on the same subject";
}

// The title that the reader can read, of the linked story's articles; else its own.
std::string title_link(const Context& context, const model::Story& story) {
  const auto articles = context.store.articles_of_story(story.id);
  const store::ArticleRow* shown = nullptr;
  if (articles) shown = title_row(story, *articles);
  return fmt::format("<a href=\"/story/{}\" lang=\"{}\" dir=\"auto\">{}</a>", url_part(story.id),
                     escape(shown == nullptr ? "und" : shown->lang),
                     escape(shown == nullptr ? story.title : shown->title));
}

}  // namespace

const model::Article* story_title_article(const LoadedStory& loaded) {
  for (const auto& annotated : loaded.articles) {
    if (annotated.article.title == loaded.synopsis.title) return &annotated.article;
  }
  return nullptr;
}

const model::Annotated* title_teller(const LoadedStory& loaded) {
  const model::Annotated* own = nullptr;
  const model::Annotated* read = nullptr;
  for (const auto& annotated : loaded.articles) {
    if (annotated.article.title.empty()) continue;
    if (own == nullptr && annotated.article.title == loaded.synopsis.title) own = &annotated;
    if (read == nullptr && sheet::is_read(annotated.article.lang)) read = &annotated;
  }
  if (own != nullptr && sheet::is_read(own->article.lang)) return own;
  return read == nullptr ? own : read;
}

const store::ArticleRow* title_row(const model::Story& story,
                                   const std::vector<store::ArticleRow>& articles) {
  const store::ArticleRow* own = nullptr;
  const store::ArticleRow* read = nullptr;
  for (const auto& article : articles) {
    if (article.title.empty()) continue;
    if (own == nullptr && article.title == story.title) own = &article;
    if (read == nullptr && sheet::is_read(article.lang)) read = &article;
  }
  if (own != nullptr && sheet::is_read(own->lang)) return own;
  return read == nullptr ? own : read;
}

std::string story_links(const StoryView& view) {
  struct Row {
    std::string first, html;
  };
  std::vector<Row> rows;
  for (const auto& link : view.loaded.story.links) {
    if (rows.size() == kMostLinks) break;
    const auto linked = view.context.store.story(link.story);
    if (!linked) continue;  // gone since
    const std::string day = linked->story.first.substr(0, 10);
    rows.push_back(
        {linked->story.first,
         fmt::format("<li><span class=\"slot\">{}:</span> {} <span class=\"quiet\">{}"
                     "</span></li>\n",
                     direction_of(view.loaded.story, link, linked->story),
                     title_link(view.context, linked->story), day.empty() ? "" : date_text(day))});
  }
  if (rows.empty()) return "";
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return model::minutes_of(a.first).value_or(0) < model::minutes_of(b.first).value_or(0);
  });
  std::string out =
      "<nav id=\"around\" aria-labelledby=\"around-head\"><h2 id=\"around-head\">Stories near this "
      "one</h2>\n<ul class=\"plain linked\">\n";
  for (const auto& row : rows) out += row.html;
  return out + "</ul></nav>\n";
}

}  // namespace synoptic::serve

// The front page, the list of articles, the list of names, the about page.
#include <fmt/format.h>

#include "serve/page.h"

namespace synoptic::serve {
namespace {

constexpr size_t kStoriesPerPage = 30;
constexpr size_t kArticlesPerPage = 50;
constexpr size_t kMostNames = 300;

std::string badge(const char* css_class, size_t count, std::string_view one,
                  std::string_view many) {
  if (count == 0) return "";
  return fmt::format("<span class=\"badge {}\">{}</span> ", css_class, plural(count, one, many));
}

std::string story_card(const Context& context, const store::StoryRow& row) {
  const model::Story& story = row.story;
  std::string languages;
  for (const auto& tag : story.languages) {
    languages += language_chip(context.knowledge, tag) + " ";
  }
  std::string dates = story.first.empty() ? "no date" : date_text(story.first.substr(0, 10));
  if (story.last.substr(0, 10) != story.first.substr(0, 10)) {
    dates += " – " + date_text(story.last.substr(0, 10));
  }
  return fmt::format(
      "<li class=\"card\"><h2><a href=\"/story/{}\" dir=\"auto\">{}</a></h2>\n"
      "<p class=\"meta\">{}<span>{}</span> <span>{}</span></p>\n<p>{}{}{}</p></li>\n",
      url_part(story.id), escape(story.title), languages,
      plural(story.accounts.size(), "account", "accounts"), dates,
      badge("differ", row.differences, "difference", "differences"),
      badge("agree", row.agreements, "fact agreed", "facts agreed"),
      badge("only", story.accounts.size() > 1 ? row.singles : 0, "fact only one says",
            "facts only one says"));
}

}  // namespace

Response front_page(const Context& context) {
  const size_t number = context.request.number("page", 1);
  auto rows = context.store.stories(kStoriesPerPage + 1, (number - 1) * kStoriesPerPage);
  if (!rows) return error_page(rows.error());
  const bool more = rows->size() > kStoriesPerPage;
  if (more) rows->pop_back();
  const auto counts = context.store.counts();
  std::string content = "<h1>Stories</h1>\n";
  if (counts) {
    content += fmt::format("<p class=\"quiet\">{} in {}, read from {}</p>\n",
                           plural(counts->stories, "story", "stories"),
                           plural(counts->articles, "article", "articles"),
                           plural(counts->captures, "document", "documents"));
  }
  if (rows->empty()) {
    content +=
        "<p>Nothing has been read yet. <code>synoptic add PATH</code> reads documents into "
        "this store.</p>\n";
  }
  content += "<ol class=\"cards\">\n";
  for (const auto& row : *rows) content += story_card(context, row);
  content += "</ol>\n" + pager("/", number, more);
  return page("Stories — Synoptic", content);
}

Response articles_page(const Context& context) {
  const size_t number = context.request.number("page", 1);
  auto rows = context.store.articles(kArticlesPerPage + 1, (number - 1) * kArticlesPerPage);
  if (!rows) return error_page(rows.error());
  const bool more = rows->size() > kArticlesPerPage;
  if (more) rows->pop_back();
  std::string content = "<h1>Articles</h1>\n<ul class=\"rows\">\n";
  for (const auto& row : *rows) {
    content += fmt::format(
        "<li>{} <a href=\"/article/{}\" lang=\"{}\" dir=\"{}\">{}</a> <span "
        "class=\"meta\"><bdi>{}</bdi> "
        "{}</span></li>\n",
        language_chip(context.knowledge, row.lang), url_part(row.id), escape(row.lang),
        escape(row.dir), escape(row.title), escape(row.publisher),
        row.published.empty() ? "no date" : date_text(row.published));
  }
  content += "</ul>\n" + pager("/articles", number, more);
  return page("Articles — Synoptic", content);
}

Response entities_page(const Context& context) {
  const auto rows = context.store.entities(kMostNames);
  if (!rows) return error_page(rows.error());
  std::string content = "<h1>Names</h1>\n<ul class=\"names\">\n";
  for (const auto& row : *rows) {
    content +=
        fmt::format("<li><a href=\"/entity/{}\">{}</a> <span class=\"quiet\">{}, {}</span></li>\n",
                    url_part(row.id), escape(row.name), escape(row.type),
                    plural(row.articles, "article", "articles"));
  }
  return page("Names — Synoptic", content + "</ul>\n");
}

Response about_page(const Context&) {
  return page(
      "About — Synoptic",
      "<h1>About</h1>\n<p>Synoptic reads news in many languages, cleans each page into "
      "articles, recognises who, where, when and how many, groups the articles of one event "
      "into a story, and lays the accounts side by side.</p>\n"
      "<p>What it shows is taken from the documents, word for word, with the bytes it came "
      "from. It does not translate, summarise or judge. Where two accounts differ, it shows "
      "both.</p>\n<p>Machines read the same as JSON: <code>/api/stories</code>, "
      "<code>/api/story/ID</code>, <code>/api/article/ID</code>; a story as Markdown: "
      "<code>/story/ID.md</code>.</p>\n<p>A gloss gives each word of a sentence by itself, from a "
      "lexicon: it helps to see what stands where, and it is no translation. Names and numbers "
      "in it are those that were recognised; words with a question mark are guesses; words that "
      "are not known stay grey.</p>\n");
}

}  // namespace synoptic::serve

// The front page, the list of articles, the list of names, the about page.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "gloss/gloss.h"
#include "serve/feeds.h"
#include "serve/search_found.h"
#include "serve/search_names.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kStoriesPerPage = 30;
constexpr size_t kArticlesPerPage = 50;
constexpr size_t kMostNames = 300;
constexpr size_t kMostDifferences = 2;  // of a story in the list
constexpr size_t kMostFound = 2;        // accounts of a story that was looked for

std::string badge(const char* css_class, size_t count, std::string_view one,
                  std::string_view many) {
  if (count == 0) return "";
  return fmt::format("<span class=\"badge {}\">{}</span> ", css_class, plural(count, one, many));
}

std::string option(std::string_view value, std::string_view shown, std::string_view chosen) {
  return fmt::format("<option value=\"{}\"{}>{}</option>", escape(value),
                     value == chosen ? " selected" : "", escape(shown));
}

store::Search search_of(const Context& context) {
  const Request& request = context.request;
  store::Search search = search_for(context.knowledge, request.parameter("q"));
  search.language = request.parameter("lang");
  search.differing = request.parameter("show") == "differ";
  search.most_differences = request.parameter("sort") == "differ";
  return search;
}

bool is_narrowed(const store::Search& search) {
  return !search.terms.empty() || !search.language.empty() || search.differing;
}

// What a list is narrowed and ordered by; works without script.
std::string search_form(const Context& context, const store::Search& search, bool stories) {
  std::vector<std::tuple<std::string, std::string, size_t>> languages;  // by name
  if (const auto known = context.store.languages()) {
    for (const auto& [tag, count] : *known) {
      languages.emplace_back(language_name(context.knowledge, tag), tag, count);
    }
  }
  std::sort(languages.begin(), languages.end());
  std::string choices = option("", "all languages", search.language);
  for (const auto& [name, tag, count] : languages) {
    choices += option(tag, fmt::format("{} ({})", name, count), search.language);
  }
  std::string more;
  if (stories) {
    const std::string_view show = search.differing ? "differ" : "";
    const std::string_view sort = search.most_differences ? "differ" : "";
    more = fmt::format(
        "<label><span class=\"aloud\">Which stories</span><select name=\"show\">{}{}</select>"
        "</label>\n<label><span class=\"aloud\">Order</span><select name=\"sort\">{}{}</select>"
        "</label>\n",
        option("", "all stories", show), option("differ", "accounts differ", show),
        option("", "latest first", sort), option("differ", "most differences first", sort));
  }
  return fmt::format(
      "<form class=\"search\" role=\"search\" method=\"get\" action=\"{}\">\n<label><span "
      "class=\"aloud\">Words, names or an outlet</span><input type=\"search\" name=\"q\" "
      "dir=\"auto\" placeholder=\"Word, name or outlet\" value=\"{}\"></label>\n<label><span "
      "class=\"aloud\">Language</span><select name=\"lang\">{}</select></label>\n{}<button>Show"
      "</button>\n</form>\n",
      context.request.path, escape(context.request.parameter("q")), choices, more);
}

constexpr size_t kLongestInTitle = 80;

// What a tab or a bookmark is called.
std::string list_title(const Context& context, std::string_view list) {
  const std::string words = context.request.parameter("q");
  const std::string asked = words.empty() ? "" : "“" + cut_short(words, kLongestInTitle) + "” — ";
  return asked + std::string(list) + " — Synoptic";
}

// "3 of 53 stories": how many were found, as far as the pages of the list tell.
std::string found_line(size_t shown, size_t number, size_t per_page, bool more,
                       const std::string& all) {
  std::string found = std::to_string(shown);
  if (number > 1) {
    const size_t first = (number - 1) * per_page + 1;
    found = fmt::format("{} to {}", first, first + shown - 1);
  } else if (more) {
    found = fmt::format("more than {}", shown);
  }
  return fmt::format("<p class=\"quiet\">{} of {}</p>\n", found, all);
}

constexpr const char* kNothingFound =
    "<p>Nothing was found for this. <a href=\"{}\">Show all</a></p>\n";

// A page behind the last one; its pager leads back.
constexpr const char* kPastTheEnd =
    "<p>There is nothing this far down the list. <a href=\"{}\">To its beginning</a></p>\n";

using ArticleRows = std::vector<store::ArticleRow>;

size_t accounts_in(const Values& side) {
  std::set<uint32_t> accounts;
  for (const auto* value : side) accounts.insert(value->account);
  return accounts.size();
}

// "how many killed: 7 × 4 / 9 × 1", the surest differences of a story; what most say first.
std::string differences_of(const Context& context, const std::string& story,
                           const ArticleRows& articles) {
  const auto facts = context.store.differences(story, kMostDifferences);
  if (!facts) return "";
  const auto language = [&](std::string_view id) {
    const auto found = std::find_if(articles.begin(), articles.end(),
                                    [&](const auto& article) { return article.id == id; });
    return found == articles.end() ? std::string() : found->lang;
  };
  std::string out;
  for (const auto& fact : *facts) {
    std::vector<std::string> says;
    auto sides = sheet::sides(fact);
    std::stable_sort(sides.begin(), sides.end(), [](const Values& a, const Values& b) {
      return accounts_in(a) > accounts_in(b);
    });
    for (const auto& side : sides) {
      says.push_back(
          fmt::format("{} <small>× {}</small>", side_words(side, language), accounts_in(side)));
    }
    out += fmt::format("<li><a href=\"/story/{}#{}\">{}</a> {}</li>\n", url_part(story),
                       escape(fact.id), label_html(sheet::asked(fact, language)), against(says));
  }
  return out.empty() ? out : "<ul class=\"told\">\n" + out + "</ul>\n";
}

// The title that the reader can read, and below it the story's own; where there is none, the
// story's own with its gloss.
std::string titles_of(const model::Story& story, const ArticleRows& articles) {
  const store::ArticleRow* shown = title_row(story, articles);
  const std::string& title = shown == nullptr ? story.title : shown->title;
  std::string out = fmt::format("<h2><a href=\"/story/{}\" lang=\"{}\" dir=\"auto\">{}</a></h2>\n",
                                url_part(story.id), escape(shown == nullptr ? "und" : shown->lang),
                                escape(title));
  if (shown == nullptr) return out;
  if (!sheet::is_read(shown->lang)) return out + gloss_of(title, shown->lang, shown->dir);
  if (title == story.title) return out;
  const auto own = std::find_if(articles.begin(), articles.end(),
                                [&](const auto& article) { return article.title == story.title; });
  if (own == articles.end()) return out;
  return out + fmt::format("<p class=\"other-title\">{} <span class=\"quiet\">{}</span></p>\n",
                           foreign("bdi", own->title, own->lang, own->dir),
                           outlet(own->publisher, own->lang));
}

// Of a story that was looked for: the accounts that have it, and where.
std::string found_of(const Context& context, const store::Search& search,
                     const std::vector<std::string>& articles) {
  if (articles.empty()) return "";
  std::string out;
  for (size_t i = 0; i < articles.size() && i < kMostFound; ++i) {
    const auto annotated = context.store.article(articles[i]);
    if (annotated) out += "<li>" + found_html(*annotated, search) + "</li>\n";
  }
  if (articles.size() > kMostFound) {
    out += fmt::format("<li class=\"quiet\">and in {} more</li>\n", articles.size() - kMostFound);
  }
  return "<ul class=\"found\" aria-label=\"Where it stands\">\n" + out + "</ul>\n";
}

using Found = std::map<std::string, std::vector<std::string>>;  // articles by story

Found found_by_story(const Context& context, const store::Search& search,
                     const std::vector<store::StoryRow>& rows) {
  Found out;
  if (search.terms.empty()) return out;
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.story.id);
  if (const auto found = context.store.found_in(ids, search)) {
    for (const auto& [story, article] : *found) out[story].push_back(article);
  }
  return out;
}

std::string story_card(const Context& context, const store::StoryRow& row,
                       const std::string& found) {
  const model::Story& story = row.story;
  const ArticleRows articles = context.store.articles_of_story(story.id).value_or(ArticleRows{});
  std::string languages;
  for (const auto& tag : story.languages) {
    languages += language_chip(context.knowledge, tag) + " ";
  }
  std::string dates = story.first.empty() ? "no date" : date_text(story.first.substr(0, 10));
  if (story.last.substr(0, 10) != story.first.substr(0, 10)) {
    dates += " – " + date_text(story.last.substr(0, 10));
  }
  return fmt::format(
      "<li class=\"card\">{}<p class=\"meta\">{}<span>{}</span> <span>{}</span></p>\n"
      "<p>{}{}{}</p>{}{}</li>\n",
      titles_of(story, articles), languages, plural(story.accounts.size(), "account", "accounts"),
      dates, badge("differ", row.differences, "difference", "differences"),
      badge("agree", row.agreements, "fact agreed", "facts agreed"),
      badge("only", story.accounts.size() > 1 ? row.singles : 0, "fact only one says",
            "facts only one says"),
      row.differences > 0 ? differences_of(context, story.id, articles) : "", found);
}

}  // namespace

Response front_page(const Context& context) {
  const size_t number = context.request.number("page", 1);
  const auto search = search_of(context);
  auto rows = context.store.stories(kStoriesPerPage + 1, (number - 1) * kStoriesPerPage, search);
  if (!rows) return error_page(rows.error());
  const bool more = rows->size() > kStoriesPerPage;
  if (more) rows->pop_back();
  const auto counts = context.store.counts();
  std::string content = "<h1>Stories</h1>\n";
  if (counts && is_narrowed(search) && !rows->empty()) {
    content += found_line(rows->size(), number, kStoriesPerPage, more,
                          plural(counts->stories, "story", "stories"));
  } else if (counts) {
    content += fmt::format("<p class=\"quiet\">{} from {}, read from {}</p>\n",
                           plural(counts->stories, "story", "stories"),
                           plural(counts->articles, "article", "articles"),
                           plural(counts->captures, "document", "documents"));
  }
  if (!counts || counts->articles > 0) content += search_form(context, search, true);
  if (rows->empty() && number > 1) {
    content += fmt::format(kPastTheEnd, first_page(context.request));
  } else if (rows->empty() && is_narrowed(search)) {
    content += fmt::format(kNothingFound, "/");
  } else if (rows->empty()) {
    content +=
        "<p>Nothing has been read yet. <code>synoptic add PATH</code> reads documents into "
        "this store.</p>\n";
  }
  content += "<ol class=\"cards\">\n";
  Found found = found_by_story(context, search, *rows);
  for (const auto& row : *rows) {
    content += story_card(context, row, found_of(context, search, found[row.story.id]));
  }
  content += "</ol>\n" + (rows->empty() ? "" : pager(context.request, number, more));
  return page(list_title(context, "Stories"), content);
}

Response articles_page(const Context& context) {
  const size_t number = context.request.number("page", 1);
  const auto search = search_of(context);
  auto rows = context.store.articles(kArticlesPerPage + 1, (number - 1) * kArticlesPerPage, search);
  if (!rows) return error_page(rows.error());
  const bool more = rows->size() > kArticlesPerPage;
  if (more) rows->pop_back();
  std::string content = "<h1>Articles</h1>\n";
  const auto counts = context.store.counts();
  if (counts && is_narrowed(search) && !rows->empty()) {
    content += found_line(rows->size(), number, kArticlesPerPage, more,
                          plural(counts->articles, "article", "articles"));
  }
  content += search_form(context, search, false);
  if (rows->empty() && number > 1) {
    content += fmt::format(kPastTheEnd, first_page(context.request));
  } else if (rows->empty() && is_narrowed(search)) {
    content += fmt::format(kNothingFound, "/articles");
  }
  content += "<ul class=\"rows\">\n";
  for (const auto& row : *rows) {
    content += fmt::format(
        "<li>{} <a href=\"/article/{}\" lang=\"{}\" dir=\"{}\">{}</a> <span "
        "class=\"meta\">{} "
        "{}{}</span></li>\n",
        language_chip(context.knowledge, row.lang), url_part(row.id), escape(row.lang),
        escape(row.dir), escape(row.title), outlet(row.publisher, row.lang),
        row.published.empty() ? "no date" : date_text(row.published),
        row.story.empty()
            ? ""
            : fmt::format(" <a href=\"/story/{}\">its story</a>", url_part(row.story)));
  }
  content += "</ul>\n" + (rows->empty() ? "" : pager(context.request, number, more));
  return page(list_title(context, "Articles"), content);
}

Response entities_page(const Context& context) {
  const std::string words = context.request.parameter("q");
  const size_t number = context.request.number("page", 1);
  auto rows = context.store.entities(kMostNames + 1, (number - 1) * kMostNames, words,
                                     entities_meant(context.knowledge, words));
  if (!rows) return error_page(rows.error());
  const bool more = rows->size() > kMostNames;
  if (more) rows->pop_back();
  std::string content = fmt::format(
      "<h1>Names</h1>\n<form class=\"search\" role=\"search\" method=\"get\" "
      "action=\"/entities\">\n"
      "<label><span class=\"aloud\">Words in names</span><input type=\"search\" name=\"q\" "
      "dir=\"auto\" placeholder=\"Name\" value=\"{}\"></label>\n<button>Show</button>\n</form>\n",
      escape(words));
  if (!words.empty()) {  // names that nobody knows are in no list
    content += fmt::format(
        "<p>{}<a href=\"/?q={}\">Look for <q dir=\"auto\">{}</q> in all texts</a></p>\n",
        rows->empty() && number == 1 ? "Among the known names is none like this. " : "",
        url_part(words), escape(words));
  }
  if (rows->empty() && number > 1) {
    content += fmt::format(kPastTheEnd, first_page(context.request));
  } else if (more || number > 1) {
    const size_t before = (number - 1) * kMostNames;
    content += fmt::format("<p class=\"quiet\">Names {} to {}, those of most articles first</p>\n",
                           before + 1, before + rows->size());
  }
  content += "<ul class=\"names\">\n";
  for (const auto& row : *rows) {
    content +=
        fmt::format("<li><a href=\"/entity/{}\">{}</a> <span class=\"quiet\">{}, {}</span></li>\n",
                    url_part(row.id), escape(row.name), escape(row.type),
                    plural(row.articles, "article", "articles"));
  }
  content += "</ul>\n";
  if (!rows->empty()) {
    content += pager(context.request, number, more, {"Named in more articles", "Named in fewer"});
  }
  return page(list_title(context, "Names"), content);
}

Response about_page(const Context&) {
  return page(
      "About — Synoptic",
      "<h1>About</h1>\n<p>Synoptic reads news in many languages, cleans each page into "
      "articles, recognises who, where, when and how many, groups the articles of one event "
      "into a story, and lays the accounts side by side.</p>\n"
      "<p>What it shows is taken from the documents, word for word, with the bytes it came "
      "from. It does not translate, summarise or judge. Where two accounts differ, it shows "
      "both. It does not find every difference: what it has not understood on one side stands "
      "nowhere, "
      "so read the accounts before you say that they agree.</p>\n<p>Machines read the same as "
      "JSON: <code>/api/stories</code>, "
      "<code>/api/story/ID</code>, <code>/api/article/ID</code>; a story as Markdown: "
      "<code>/story/ID.md</code>.</p>\n<p>A gloss gives each word of a sentence by itself, from a "
      "lexicon: it helps to see what stands where, and it is no translation. Names and numbers "
      "in it are those that were recognised; words with a question mark are guesses; words that "
      "are not known stay grey.</p>\n"
      "<h2 id=\"feeds\">Feeds</h2>\n<p>What is new, for a feed reader; each is there as Atom and "
      "as "
      "JSON Feed. Every story has one of its own, linked below its title. An entry is made where "
      "accounts of a story differ, where one alone says a thing, where a value or a text changed: "
      "a new story whose accounts agree makes none.</p>\n" +
          feed_links());
}

}  // namespace synoptic::serve

// The story page: the synopsis, one column per account, differences first.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "flow/flow.h"
#include "serve/page.h"

namespace synoptic::serve {
namespace {

constexpr size_t kOpenCards = 6;    // the others are folded away
constexpr size_t kMostColumns = 6;  // more accounts than that are stacked instead

struct Story {
  model::Story story;
  model::Synopsis synopsis;
  std::vector<model::Annotated> articles;

  const model::Article* find(std::string_view id) const {
    for (const auto& annotated : articles) {
      if (annotated.article.id == id) return &annotated.article;
    }
    return nullptr;
  }
};

std::string name_of(const model::Article& article) {
  if (article.publisher) return article.publisher->name;
  const size_t slash = article.path.rfind('/');
  return article.path.substr(slash == std::string::npos ? 0 : slash + 1);
}

std::string who_is(const Story& story, std::string_view who) {
  const model::Article* article = story.find(who);
  if (article == nullptr) return fmt::format("<bdi>{}</bdi>", escape(who));
  return fmt::format("<a href=\"/article/{}\"><bdi>{}</bdi></a>", url_part(who),
                     escape(name_of(*article)));
}

std::string account_head(const Context& context, const Story& story,
                         const std::vector<std::string>& account) {
  const model::Article* article = account.empty() ? nullptr : story.find(account.front());
  if (article == nullptr) return "";
  std::string copies;
  if (account.size() > 1) {
    copies = fmt::format("<br><span class=\"quiet\">with {}</span>",
                         plural(account.size() - 1, "copy", "copies"));
  }
  std::string cited;
  for (const auto& origin : article->origins) {
    if (!origin.name.empty()) {
      cited += fmt::format("{}<bdi>{}</bdi>", cited.empty() ? "cites " : ", ", escape(origin.name));
    }
  }
  return fmt::format(
      "<a href=\"/article/{}\"><bdi>{}</bdi></a> {}<br><span class=\"meta\">{}</span>{}"
      "<br><span class=\"meta\">{}</span>",
      url_part(article->id), escape(name_of(*article)),
      language_chip(context.knowledge, article->lang), date_text(*article), copies,
      cited.empty() ? "cites nobody" : cited);
}

using Values = std::vector<const model::FactValue*>;

// The sentence with the values' own bytes marked, where they can be told apart in it.
std::string evidence_of(const Values& values) {
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

// Values that one sentence gives stand together over it.
std::string value_cell(const Story& story, const Values& values) {
  const model::FactValue& first = *values.front();
  const model::Article* article = story.find(first.article);
  const std::string lang = article != nullptr ? article->lang : "und";
  const std::string dir = article != nullptr ? article->dir : "auto";
  const Span span = first.evidence_span.empty() ? first.span : first.evidence_span;
  std::string names, bytes;
  for (const auto* value : values) {
    names += fmt::format("{}<bdi>{}</bdi>", names.empty() ? "" : " + ",
                         escape(group_digits(value->name.empty() ? value->text : value->name)));
    bytes += fmt::format("{}{}–{}", bytes.empty() ? "" : ", ", value->span.begin, value->span.end);
  }
  std::string out = fmt::format("<p class=\"value\">{}</p>\n", names);
  if (!first.claimant.empty() && first.claimant != first.name) {
    out += fmt::format("<p class=\"quiet\">says <bdi>{}</bdi></p>\n", escape(first.claimant));
  }
  out += fmt::format("<blockquote lang=\"{}\" dir=\"{}\">{}</blockquote>\n", escape(lang),
                     escape(dir), evidence_of(values));
  return out + fmt::format(
                   "<p class=\"source\"><a href=\"/article/{}?from={}&amp;to={}#evidence\">"
                   "in the article</a> <span class=\"quiet\">bytes {}</span></p>\n",
                   url_part(first.article), span.begin, span.end, bytes);
}

// The values of one account (or of all, for a card), those of one sentence together.
std::vector<Values> by_sentence(const model::Fact& fact, std::optional<size_t> account) {
  std::vector<Values> groups;
  for (const auto& value : fact.values) {
    if (account && value.account != *account) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Values& group) {
      return group.front()->article == value.article && group.front()->evidence == value.evidence &&
             group.front()->claimant == value.claimant;
    });
    same == groups.end() ? groups.push_back({&value}) : same->push_back(&value);
  }
  return groups;
}

const char* verdict_text(std::string_view verdict) {
  if (verdict == "agree") return "agree";
  if (verdict == "only") return "only one says";
  if (verdict == "differ") return "differ";
  if (verdict == "update") return "update";
  if (verdict == "attributed_difference") return "differ by who says it";
  if (verdict == "broader_narrower") return "one is broader";
  return "";
}

// The question a slot answers.
const char* question(std::string_view slot) {
  if (slot == "quantity") return "how many";
  if (slot == "money") return "how much";
  if (slot == "rank") return "which rank";
  if (slot == "date") return "when";
  if (slot == "place") return "where";
  if (slot == "actor") return "who";
  if (slot == "recipient") return "to whom";
  if (slot == "attribution") return "who said it";
  if (slot == "outcome") return "did it happen";
  if (slot == "certainty") return "how sure";
  return "what";
}

std::string fact_label(const model::Fact& fact) {
  const char* asked = fact.about == "act" ? "which" : question(fact.slot);
  return fmt::format(
      "<span class=\"slot\">{}</span> <bdi>{}</bdi>"
      "<br><span class=\"quiet\" title=\"{}\">{}, confidence {:.2f}</span>",
      asked, escape(fact.about), escape(fact.rule), verdict_text(fact.verdict), fact.confidence);
}

// One row a fact, one column an account. On a narrow screen each cell becomes a card of its own.
std::string fact_table(const Context& context, const Story& story, const char* title,
                       const char* id, const std::vector<model::Fact>& facts) {
  if (facts.empty()) return "";
  const auto& accounts = story.synopsis.accounts;
  std::string out = fmt::format(
      "<section id=\"{}\" class=\"facts\"><h2>{} <span class=\"count\">{}</span>"
      "</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">What</th>",
      id, title, facts.size());
  for (const auto& account : accounts) {
    out += fmt::format("<th scope=\"col\">{}</th>", account_head(context, story, account));
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& fact : facts) {
    out +=
        fmt::format("<tr id=\"{}\"><th scope=\"row\">{}</th>", escape(fact.id), fact_label(fact));
    for (size_t i = 0; i < accounts.size(); ++i) {
      std::string cell;
      for (const auto& values : by_sentence(fact, i)) cell += value_cell(story, values);
      const model::Article* article = accounts[i].empty() ? nullptr : story.find(accounts[i][0]);
      out += fmt::format("<td data-account=\"{}\"{}>{}</td>",
                         article == nullptr ? "" : escape(name_of(*article)),
                         cell.empty() ? " class=\"silent\"" : "",
                         cell.empty() ? "<span class=\"quiet\">says nothing of it</span>" : cell);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div></section>\n";
}

// Facts as cards, for what only one says and for stories with many accounts.
std::string fact_cards(const Context& context, const Story& story, const char* title,
                       const char* id, const std::vector<model::Fact>& facts) {
  if (facts.empty()) return "";
  std::string out = fmt::format(
      "<section id=\"{}\" class=\"facts\"><h2>{} <span class=\"count\">{}</span>"
      "</h2>\n<ul class=\"factcards\">\n",
      id, title, facts.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    const model::Fact& fact = facts[i];
    if (i == kOpenCards) {
      out += fmt::format("</ul>\n<details><summary>{} more</summary>\n<ul class=\"factcards\">\n",
                         facts.size() - i);
    }
    out += fmt::format("<li id=\"{}\"><p>{}</p>\n", escape(fact.id), fact_label(fact));
    for (const auto& values : by_sentence(fact, std::nullopt)) {
      const model::Article* article = story.find(values.front()->article);
      if (article != nullptr) {
        out += fmt::format("<p class=\"meta\"><bdi>{}</bdi> {}</p>\n", escape(name_of(*article)),
                           language_chip(context.knowledge, article->lang));
      }
      out += value_cell(story, values);
    }
    out += "</li>\n";
  }
  return out + (facts.size() > kOpenCards ? "</ul></details></section>\n" : "</ul></section>\n");
}

std::string facts(const Context& context, const Story& story, const char* title, const char* id,
                  const std::vector<model::Fact>& list) {
  return story.synopsis.accounts.size() <= kMostColumns
             ? fact_table(context, story, title, id, list)
             : fact_cards(context, story, title, id, list);
}

std::string edge_words(std::string_view kind) {
  if (kind == "cites") return "cites";
  if (kind == "copies") return "is a copy of";
  if (kind == "first_report") return "had it first from";
  return std::string(kind);
}

std::string provenance(const Story& story) {
  const model::Provenance& provenance = story.synopsis.provenance;
  std::string out =
      "<section id=\"provenance\"><h2>Who had it from whom</h2>\n<ol class=\"timeline\">\n";
  for (const auto& report : provenance.timeline) {
    out += fmt::format(
        "<li>{} {}{}</li>\n", date_text(report.date), who_is(story, report.who),
        report.who == provenance.first ? " <span class=\"badge\">first report</span>" : "");
  }
  out += "</ol>\n<ul>\n";
  for (const auto& edge : provenance.edges) {
    out += fmt::format("<li>{} {} {}</li>\n", who_is(story, edge.from), edge_words(edge.kind),
                       who_is(story, edge.to));
  }
  for (const auto& id : provenance.unattributed) {
    out += fmt::format("<li>{} <strong>cites nobody</strong></li>\n", who_is(story, id));
  }
  return out + "</ul></section>\n";
}

std::string article_list(const Context& context, const Story& story) {
  std::string out = "<section id=\"articles\"><h2>Articles</h2>\n<ul class=\"rows\">\n";
  for (const auto& annotated : story.articles) {
    const model::Article& article = annotated.article;
    out += fmt::format(
        "<li>{} <a href=\"/article/{}\" lang=\"{}\" dir=\"{}\">{}</a> "
        "<span class=\"meta\"><bdi>{}</bdi> {}</span></li>\n",
        language_chip(context.knowledge, article.lang), url_part(article.id), escape(article.lang),
        escape(article.dir), escape(article.title), escape(name_of(article)), date_text(article));
  }
  out += "</ul>\n<details><summary>Why these belong together</summary><ul>\n";
  for (const auto& line : story.story.evidence) {
    out += fmt::format("<li><bdi>{}</bdi></li>\n", escape(line));
  }
  return out + "</ul></details></section>\n";
}

Result<Story> load(const Context& context, std::string_view id) {
  auto row = context.store.story(id);
  if (!row) return tl::unexpected(row.error());
  Story story{std::move(row->story), {}, {}};
  for (const auto& article_id : story.story.articles) {
    auto article = context.store.article(article_id);
    if (!article) return tl::unexpected(article.error());
    story.articles.push_back(std::move(*article));
  }
  const flow::Engine engine{
      std::shared_ptr<const knowledge::Knowledge>(std::shared_ptr<void>(), &context.knowledge),
      nullptr};
  story.synopsis = flow::compare_story(engine, story.story, story.articles);
  return story;
}

}  // namespace

Response story_page(const Context& context, std::string_view id) {
  const auto story = load(context, id);
  if (!story) return error_page(story.error());
  if (story->story.id != id) {
    Response moved = error_page(301, "Moved");
    moved.location = "/story/" + story->story.id;
    return moved;
  }
  const model::Synopsis& synopsis = story->synopsis;
  const model::Article* first = story->find(story->story.articles.front());
  std::string content = foreign("h1", synopsis.title, first->lang, first->dir);
  content += fmt::format("\n<p class=\"meta\">{} · {} · <a href=\"/api/story/{}\">JSON</a></p>\n",
                         plural(synopsis.accounts.size(), "account", "accounts"),
                         plural(synopsis.articles.size(), "article", "articles"), url_part(id));
  content += facts(context, *story, "They differ", "differ", synopsis.differ);
  content += facts(context, *story, "Updates", "updates", synopsis.updates);
  content += facts(context, *story, "All say", "agree", synopsis.agree);
  content += fact_cards(context, *story, "Only one says", "only", synopsis.only);
  content += provenance(*story) + article_list(context, *story);
  return page(synopsis.title + " — Synoptic", content);
}

}  // namespace synoptic::serve

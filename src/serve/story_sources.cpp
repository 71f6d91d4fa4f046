// Who had it from whom, who did what to whom, and the articles: each drawing with the same as a
// list, for those who cannot see it and for links.
#include <fmt/format.h>

#include <algorithm>

#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

const char* edge_words(std::string_view kind) {
  if (kind == "cites") return "cites";
  if (kind == "copies") return "is a copy of";
  return "had it first from";
}

std::string distance_cell(const StoryView& view, const sheet::Report& report) {
  if (report.outside) return "<span class=\"quiet\">outside this story</span>";
  if (report.unattributed) return "<strong>names no source</strong>";
  if (!report.distance) return "leads in a circle";
  if (*report.distance == 0) return "names its sources, no other report";
  return fmt::format("{} from {}", plural(*report.distance, "step", "steps"),
                     who_is(view, report.origin));
}

std::string lineage_table(const StoryView& view) {
  const sheet::Lineage lineage = sheet::lineage(view.accounts);
  std::string out =
      "<details class=\"as-list\"><summary>As a table</summary>\n<div class=\"scroll\"><table>\n"
      "<thead><tr><th scope=\"col\">Report</th><th scope=\"col\">Time</th><th scope=\"col\">Had it "
      "from</th><th scope=\"col\">Distance</th></tr></thead>\n<tbody>\n";
  for (size_t i = 0; i < std::min(lineage.reports.size(), kMostReports); ++i) {
    const sheet::Report& report = lineage.reports[i];
    std::string from;
    for (const auto& edge : lineage.edges) {
      if (edge.from != i) continue;
      from += fmt::format("<li>{} {}", edge_words(edge.kind),
                          who_is(view, lineage.reports[edge.to].who));
      if (!edge.span.empty()) {
        from += fmt::format(" <a class=\"quiet\" href=\"{}\">bytes {}–{}</a>",
                            evidence_link(report.who, edge.span), edge.span.begin, edge.span.end);
      }
      from += "</li>";
    }
    out += fmt::format(
        "<tr><th scope=\"row\">{}{}{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        who_is(view, report.who), report.first ? first_badge(view) : "",
        report.copy ? " <span class=\"badge\">copy</span>" : "",
        report.date.empty() ? "<span class=\"quiet\">no date</span>" : date_text(report.date),
        from.empty() ? "<span class=\"quiet\">–</span>" : "<ul class=\"plain\">" + from + "</ul>",
        distance_cell(view, report));
  }
  return out + "</tbody></table></div>" + more_html(view, lineage.reports.size(), "reports") +
         "</details>\n";
}

std::string deed_list(StoryView& view) {
  std::string out =
      "<details class=\"as-list\"><summary>As a list, with evidence</summary>\n<ul "
      "class=\"rows\">\n";
  for (const auto& deed : sheet::deeds(view.accounts)) {
    const model::FactValue& first = deed.values.front();
    const std::string shown =
        words_in(view, first, deed.actor_name) + " → " + words_in(view, first, deed.recipient_name);
    std::string others;  // whose clauses are not the first
    for (size_t i = 1; i < std::min(deed.values.size(), kMostReports); ++i) {
      const model::Article* article = view.accounts.article(deed.values[i].article);
      if (article == nullptr) continue;
      others += "<li>" + value_cell(view, outlet_of(*article), {&deed.values[i]}) + "</li>\n";
    }
    if (!others.empty()) others = "<ul class=\"chips\">\n" + others + "</ul>\n";
    out += fmt::format(
        "<li>{}<p class=\"meta\">{}{}<span>{}</span> <span>{} of {}</span>{}{}</p>{}</li>\n",
        value_cell(view, shown, {&first}), escape(deed.type), deed.type.empty() ? "" : " · ",
        escape(deed.action), deed.accounts.size(),
        plural(view.accounts.count(), "account", "accounts"),
        deed.denied ? " <span class=\"badge denied\">denied</span>" : "",
        deed.differs ? " <span class=\"badge denied\">accounts differ</span>" : "", others);
  }
  return out + "</ul></details>\n";
}

}  // namespace

std::string who_is(const StoryView& view, std::string_view who) {
  const model::Article* article = view.accounts.article(who);
  if (article == nullptr) return fmt::format("<bdi>{}</bdi>", escape(who));
  return fmt::format("<a href=\"/article/{}\">{}</a>", url_part(who), outlet_of(*article));
}

std::string more_html(const StoryView& view, size_t all, std::string_view what) {
  if (all <= kMostReports) return "";
  return fmt::format("<p class=\"quiet\">and {} more {}: <a href=\"/api/story/{}\">JSON</a></p>\n",
                     all - kMostReports, what, url_part(view.loaded.story.id));
}

std::string outlet_of(const model::Article& article) {
  return outlet(sheet::publisher_of(article), article.lang);
}

std::string first_badge(const StoryView& view) {
  return fmt::format(" <span class=\"badge first\">{}</span>", sheet::first_report(view.accounts));
}

bool has_provenance(const StoryView& view) {
  return view.loaded.articles.size() > 1 || !sheet::lineage(view.accounts).edges.empty();
}

std::string story_provenance(StoryView& view) {
  if (!has_provenance(view)) return "";
  const bool is_drawn = view.loaded.articles.size() <= kMostReports;
  return fmt::format(
      "<section id=\"provenance\"><h2>Who had it from whom</h2>\n<p class=\"legend\"><span "
      "class=\"key known\">names its sources</span> <span class=\"key alone\">names none</span> "
      "<span class=\"key outside\">outside this story</span> <span class=\"key copy\">copy</span>"
      "</p>\n<figure class=\"drawing\">{}</figure>\n{}<p class=\"also\"><a "
      "href=\"/story/{}/provenance.svg\">The drawing as SVG</a></p></section>\n",
      is_drawn ? provenance_svg(view.accounts) : "", lineage_table(view),
      url_part(view.loaded.story.id));
}

std::string story_parties(StoryView& view) {
  const std::string drawing = parties_svg(view.accounts);
  if (drawing.empty()) return "";  // no account tells of a party that does something to another
  return fmt::format(
      "<section id=\"parties\"><h2>Who to whom</h2>\n<p class=\"legend\"><span class=\"key sure\">"
      "two accounts or more</span> <span class=\"key lone\">one account</span> <span class=\"key "
      "red\">denied, or accounts differ</span></p>\n<figure class=\"drawing\" tabindex=\"0\">{}"
      "</figure>\n{}<p "
      "class=\"also\"><a href=\"/story/{}/parties.svg\">The drawing as SVG</a></p></section>\n",
      drawing, deed_list(view), url_part(view.loaded.story.id));
}

std::string story_articles(StoryView& view) {
  std::string out = "<section id=\"articles\"><h2>Articles</h2>\n<ul class=\"rows\">\n";
  const auto& articles = view.loaded.articles;
  for (size_t i = 0; i < std::min(articles.size(), kMostReports); ++i) {
    const model::Article& article = articles[i].article;
    out += fmt::format(
        "<li>{} <a href=\"/article/{}\" lang=\"{}\" dir=\"{}\">{}</a> "
        "<span class=\"meta\">{} {}</span></li>\n",
        language_chip(view.context.knowledge, article.lang), url_part(article.id),
        escape(article.lang.empty() ? "und" : article.lang),
        article.dir.empty() ? "auto" : escape(article.dir), escape(article.title),
        outlet_of(article), date_text(article));
  }
  out += "</ul>\n" + more_html(view, articles.size(), "articles");
  if (view.loaded.story.evidence.empty()) return out + "</section>\n";
  out += "<details><summary>Why these belong together</summary><ul>\n";
  size_t lines = 0;
  for (const auto& line : view.loaded.story.evidence) {
    if (lines++ == kMostReports) break;
    out += fmt::format("<li><bdi>{}</bdi></li>\n", escape(line));
  }
  return out + "</ul></details></section>\n";
}

}  // namespace synoptic::serve

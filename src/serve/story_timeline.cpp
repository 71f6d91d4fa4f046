// When what became known: the reports in the order of their times, and what each was first to say.
#include <fmt/format.h>

#include <algorithm>

#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostNews = 5;

std::string news_of(const StoryView& view, const sheet::Moment& moment) {
  if (moment.news.empty()) return "";
  std::string out = "<ul class=\"news\" aria-label=\"first to say\">";
  for (size_t i = 0; i < moment.news.size() && i < kMostNews; ++i) {
    const auto& [fact, value] = moment.news[i];
    sheet::Asked asked = sheet::asked(view.accounts, *fact);
    asked.around = {};
    out += fmt::format("<li class=\"{}\"><a href=\"#{}\">{} {}</a></li>", escape(fact->verdict),
                       escape(fact->id), label_html(asked), name_of(view, *value));
  }
  if (moment.news.size() > kMostNews) {
    out += fmt::format("<li class=\"quiet\">and {} more</li>", moment.news.size() - kMostNews);
  }
  return out + "</ul>";
}

}  // namespace

bool has_timeline(const StoryView& view) {
  return view.accounts.count() > 1 || view.accounts.synopsis().provenance.timeline.size() > 1 ||
         !view.loaded.revisions.empty();
}

std::string story_timeline(StoryView& view) {
  if (!has_timeline(view)) return "";
  std::string out =
      "<section id=\"timeline\"><h2>When what became known</h2>\n<p class=\"quiet\">Each report "
      "with what it was the first to say.</p>\n<ol class=\"timeline\">\n";
  const auto moments = sheet::timeline(view.accounts);
  for (size_t i = 0; i < std::min(moments.size(), kMostReports); ++i) {
    const auto& moment = moments[i];
    const model::Article* article = view.accounts.article(moment.who);
    const std::string when = article != nullptr && !moment.revised ? date_text(*article)
                             : moment.date.empty() ? "<span class=\"quiet\">no date</span>"
                                                   : date_text(moment.date);
    out += fmt::format(
        "<li><p class=\"when\">{}</p><p>{}{}{}</p>{}</li>\n", when, who_is(view, moment.who),
        article == nullptr ? "" : " " + language_chip(view.context.knowledge, article->lang),
        moment.first     ? first_badge(view)
        : moment.revised ? " " + revised_html(view, *article)
                         : "",
        news_of(view, moment));
  }
  if (const std::string more = more_html(view, moments.size(), "reports"); !more.empty()) {
    out += "<li>" + more + "</li>\n";
  }
  return out + "</ol></section>\n";
}

}  // namespace synoptic::serve

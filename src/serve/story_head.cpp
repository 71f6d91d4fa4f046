// The head of a story: its title, what must be said first, the event in one line.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "gloss/gloss.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostInDigest = 6;

std::string title_of(const StoryView& view) {
  const model::Synopsis& synopsis = view.accounts.synopsis();
  const model::Annotated* told = title_teller(view.loaded);
  if (told == nullptr) return foreign("h1", synopsis.title, "und", "auto");
  const model::Article& article = told->article;
  const auto size = static_cast<uint32_t>(article.title.size());
  std::string out = foreign("h1", article.title, article.lang, article.dir) + "\n";
  if (article.title == synopsis.title) {
    return out + gloss_of(*told, {model::kTitleBlock, {0, size}, article.title_span});
  }
  const model::Article* own = story_title_article(view.loaded);
  return out +
         fmt::format("<p class=\"other-title\">{}{}</p>\n",
                     foreign("bdi", synopsis.title, own == nullptr ? "" : own->lang,
                             own == nullptr ? "" : own->dir),
                     own == nullptr ? "" : " <span class=\"quiet\">" + outlet_of(*own) + "</span>");
}

std::string meta_of(const StoryView& view) {
  const model::Story& story = view.loaded.story;
  std::string languages;
  for (const auto& tag : story.languages) {
    languages += " " + language_chip(view.context.knowledge, tag);
  }
  std::string dates = story.first.empty() ? "no date" : date_text(story.first.substr(0, 10));
  if (story.last.substr(0, 10) != story.first.substr(0, 10)) {
    dates += " – " + date_text(story.last.substr(0, 10));
  }
  return fmt::format(
      "<p class=\"meta\">{1} · {2} ·{3} · {4}</p>\n<p class=\"meta also\"><a href=\"/story/{0}\" "
      "rel=\"bookmark\">Permalink</a> <a href=\"/story/{0}.md\">Markdown</a> "
      "<a href=\"/api/story/{0}\">JSON</a> <a href=\"/feed/story/{0}.atom\">Feed</a></p>\n",
      url_part(story.id), plural(view.accounts.count(), "account", "accounts"),
      plural(view.accounts.synopsis().articles.size(), "article", "articles"), languages, dates);
}

std::string notes_of(const StoryView& view) {
  const auto notes = sheet::notes(view.accounts);
  if (notes.empty()) return "";
  std::string out = "<div class=\"notes\" role=\"note\">\n";
  for (const auto& note : notes) out += fmt::format("<p dir=\"auto\">{}</p>\n", escape(note));
  return out + "</div>\n";
}

// Between two values of one cell: a later one, or one that excludes the other.
const char* between(std::string_view verdict) {
  if (verdict == "update") return "<span class=\"sep\" title=\"later\">→</span>";
  if (verdict == "broader_narrower") return "<span class=\"sep\" title=\"one is broader\">⊃</span>";
  return "<span class=\"sep\" title=\"or\">/</span>";
}

std::string shown_of(const StoryView& view, const sheet::LineCell& cell) {
  const model::FactValue& first = cell.values.front();
  const model::Article* article = view.accounts.article(first.article);
  std::string out = cell.lang.empty() || article == nullptr
                        ? fmt::format("<bdi>{}</bdi>", escape(cell.shown))
                        : foreign("bdi", cell.shown, article->lang, article->dir);
  for (const auto& other : cell.others) {
    out += fmt::format(" {} <bdi>{}</bdi>", between(cell.verdict), escape(other));
  }
  return out;
}

// How many give what stands first; where there is more than one value, which of them they give.
std::string told_by(const StoryView& view, const sheet::LineCell& cell) {
  const sheet::Tellers tellers = sheet::tellers_of(view.accounts, cell.values);
  const size_t all = view.accounts.count(), count = tellers.accounts.size();
  const std::string told = sheet::counted(tellers, all);
  if (cell.others.empty()) return told + (tellers.copies.empty() ? " accounts" : "");
  if (cell.verdict == "update") {
    for (const auto& fact : view.accounts.synopsis().updates) {
      if (fact.id != cell.fact) continue;
      return fmt::format("as time went on; {} of {} accounts",
                         sheet::tellers_of(view.accounts, fact.values).accounts.size(), all);
    }
  }
  return fmt::format("{}; {} {} <bdi>{}</bdi>", count == all ? "a copy differs" : "they differ",
                     told, count + tellers.copies.size() == 1 ? "says" : "say", escape(cell.shown));
}

std::string cell_of(StoryView& view, const sheet::LineCell& cell) {
  const bool differs = !cell.others.empty();
  sheet::Asked asked = cell.asked;
  asked.around = {};
  std::string out = fmt::format("<div class=\"line-{}{}\"><dt>{}", sheet::role_name(cell.role),
                                differs ? " differs" : "", label_html(asked));
  out += "</dt><dd>" + value_cell(view, shown_of(view, cell), {&cell.values.front()});
  if (cell.role == sheet::Role::kWhat) {  // in whose words
    const model::Article* article = view.accounts.article(cell.values.front().article);
    if (article != nullptr) {
      out += fmt::format("<p class=\"told\">{}</p>", outlet_of(*article));
    }
  } else if (view.accounts.count() > 1) {
    const std::string told = told_by(view, cell);
    out += cell.fact.empty() ? fmt::format("<p class=\"told\">{}</p>", told)
                             : fmt::format("<p class=\"told\"><a href=\"#{}\">{}</a></p>",
                                           escape(cell.fact), told);
  }
  return out + "</dd></div>\n";
}

// The page's title, or the story's own where it stands below it.
bool is_read_above(const StoryView& view, const sheet::LineCell& cell) {
  const model::Annotated* told = title_teller(view.loaded);
  const bool is_what = cell.role == sheet::Role::kWhat;
  return sheet::is_title(view.accounts, cell) ||
         (is_what && told != nullptr && cell.shown == told->article.title);
}

std::string line_of(StoryView& view) {
  const sheet::EventLine line = sheet::event_line(view.accounts);
  std::string cells;
  for (const auto& cell : line.cells) {
    if (!is_read_above(view, cell)) cells += cell_of(view, cell);
  }
  if (cells.empty() && !line.denied) return "";
  std::string out = "<section id=\"event\" aria-label=\"The event in one line\">\n";
  if (!cells.empty()) out += "<dl class=\"line\">\n" + cells + "</dl>\n";
  if (line.denied) {
    out += "<p class=\"denied\">The accounts say that it did <strong>not</strong> happen.</p>\n";
  }
  return out + "</section>\n";
}

// "4: The Quay": how many accounts there are and, where one stands alone, which.
std::string alone_in(const StoryView& view, const sheet::Tellers& told) {
  const std::string count = sheet::counted(told, view.accounts.count());
  const bool alone = told.accounts.size() == 1 && told.copies.empty() && view.accounts.count() > 2;
  const model::Annotated* original = alone ? view.accounts.original(told.accounts[0]) : nullptr;
  return original == nullptr ? count : count + ": " + outlet_of(original->article);
}

// Who is on a side: how many accounts; where copies of one article differ, whose they are.
std::string told_on(const StoryView& view, const Values& side) {
  const sheet::Tellers told = sheet::tellers_of(view.accounts, side);
  const bool copied = !told.copies.empty();
  if (view.accounts.count() > 1 && !told.accounts.empty()) return alone_in(view, told);
  std::vector<std::string> names;
  for (const auto* value : side) {
    const model::Article* article = view.accounts.article(value->article);
    std::string name = article == nullptr ? "" : outlet_of(*article);
    if (copied) name = "copy: " + name;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  constexpr size_t kMostNames = 2;
  if (names.size() > kMostNames) {
    names[1] = fmt::format("{} more", names.size() - 1);
    names.resize(kMostNames);
  }
  return join(names, ", ");
}

// Where the accounts differ, at a glance: each side's value and how many give it. That nothing was
// found is said, too.
std::string digest_of(const StoryView& view) {
  const bool copies = view.accounts.count() < 2;
  // What grew from copy to copy is told by no account: it stands here, too.
  std::vector<model::Fact> differ = view.accounts.synopsis().differ;
  if (copies) {
    const auto& updates = view.accounts.synopsis().updates;
    differ.insert(differ.end(), updates.begin(), updates.end());
    if (differ.empty()) return "";
  }
  if (differ.empty()) {
    return "<p class=\"digest quiet\">No difference was found between the accounts; that is not to "
           "say that there is none.</p>\n";
  }
  const bool doubtful = std::all_of(differ.begin(), differ.end(), sheet::is_doubtful);
  std::string out = fmt::format(
      "<section class=\"digest\"><h2>Where the {} {}differ</h2>\n<ul "
      "class=\"digest-list\">\n",
      copies ? "copies" : "accounts", doubtful ? "perhaps " : "");
  for (size_t i = 0; i < differ.size() && i < kMostInDigest; ++i) {
    std::vector<std::string> says;
    auto sides = sheet::sides(differ[i]);
    if (differ[i].verdict != "update") put_most_first(differ[i], sides);
    for (const auto& side : sides) {
      says.push_back(fmt::format("<b class=\"s{}\">{}</b> <small>{}</small>",
                                 std::min<size_t>(side_of(differ[i], *side.front()), 3),
                                 side_words(side, sheet::languages_of(view.accounts)),
                                 told_on(view, side)));
    }
    const bool perhaps = !doubtful && sheet::is_doubtful(differ[i]);
    out += fmt::format("<li><a href=\"#{}\">{}{}</a> {}</li>\n", escape(differ[i].id),
                       perhaps ? "<span class=\"perhaps\">perhaps:</span> " : "",
                       label_html(sheet::asked(view.accounts, differ[i])), against(says));
  }
  if (differ.size() > kMostInDigest) {
    out += fmt::format("<li><a href=\"#{}\">and {} more</a></li>\n",
                       doubtful ? "perhaps" : "differ", differ.size() - kMostInDigest);
  }
  return out + "</ul></section>\n";
}

std::string contents_of(const StoryView& view) {
  std::string out = "<nav class=\"contents\" aria-label=\"On this page\">";
  const auto add = [&](const char* id, const char* name, size_t count) {
    out += fmt::format("<a class=\"to-{0}\" href=\"#{0}\">{1} <b>{2}</b></a> ", id, name, count);
  };
  for (const auto& section : sheet::sections(view.accounts)) {
    add(section.id, section.title, section.facts.size());
  }
  if (has_timeline(view)) out += "<a href=\"#timeline\">When what became known</a> ";
  if (has_provenance(view)) out += "<a href=\"#provenance\">Who had it from whom</a> ";
  if (!sheet::deeds(view.accounts).empty()) out += "<a href=\"#parties\">Who to whom</a> ";
  return out + "<a href=\"#articles\">Articles</a></nav>\n";
}

}  // namespace

std::string story_head(StoryView& view) {
  return "<header class=\"story-head\">\n" + title_of(view) + meta_of(view) + "</header>\n" +
         notes_of(view) + line_of(view) + digest_of(view) + contents_of(view);
}

}  // namespace synoptic::serve

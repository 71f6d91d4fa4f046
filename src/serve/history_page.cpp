// An article's versions, and what each changed from the one before.
#include <fmt/format.h>

#include <algorithm>

#include "serve/change_words.h"
#include "serve/feeds.h"
#include "serve/history.h"

namespace synoptic::serve {
namespace {

using Changes = std::vector<const watch::Change*>;

std::string link_to(const watch::Side& side) {
  const Span span = side.at.span;
  const std::string words =
      span.empty() ? "its title" : fmt::format("bytes {}–{}", span.begin, span.end);
  return fmt::format("<a class=\"meta\" href=\"{}\">{}</a>", evidence_link(side.article, span),
                     words);
}

// The sentence with what changed in it marked; where a change is a whole sentence, that.
std::string side_html(const char* tag, const char* word, const std::optional<watch::Side>& side,
                      const store::VersionRow& row) {
  if (!side) return "";
  const std::string& sentence = side->evidence;
  const size_t at = side->text.empty() ? std::string::npos : sentence.find(side->text);
  std::string text = escape(side->text);
  if (at != std::string::npos && sentence.size() > side->text.size()) {
    text = fmt::format("{}<{}>{}</{}>{}", escape(sentence.substr(0, at)), tag, escape(side->text),
                       tag, escape(sentence.substr(at + side->text.size())));
  } else {
    text = fmt::format("<{0}>{1}</{0}>", tag, text);
  }
  return fmt::format(
      "<p><span class=\"quiet\">{}</span> <span lang=\"{}\" dir=\"{}\">{}</span> {}</p>\n", word,
      escape(row.lang.empty() ? "und" : row.lang), row.dir.empty() ? "auto" : escape(row.dir), text,
      link_to(*side));
}

// What changed in the same way in several places is told once, with the other places.
std::string change_html(const Changes& same, const store::VersionRow& row) {
  const watch::Change& change = *same.front();
  std::string signs, places;
  for (const auto& sign : change.signs) {
    signs += fmt::format(" <span class=\"badge\">{}</span>", escape(sign_words(sign)));
  }
  const std::string about =
      change.about.empty() ? "" : fmt::format(": <bdi>{}</bdi>", escape(change.about));
  for (size_t i = 1; i < same.size(); ++i) {
    const auto& side = same[i]->after ? same[i]->after : same[i]->before;
    if (side) places += " " + link_to(*side);
  }
  if (!places.empty()) places = "<p class=\"quiet\">and again at" + places + "</p>\n";
  return fmt::format("<li><span class=\"slot\">{}{}</span>{}\n{}{}{}</li>\n",
                     escape(change_words(change.kind)), about, signs,
                     side_html("del", "before", change.before, row),
                     side_html("ins", "now", change.after, row), places);
}

bool is_same_change(const watch::Change& a, const watch::Change& b) {
  const auto same = [](const std::optional<watch::Side>& left,
                       const std::optional<watch::Side>& right) {
    if (!left || !right) return !left && !right;
    return left->norm.empty() ? left->text == right->text : left->norm == right->norm;
  };
  return a.kind == b.kind && a.about == b.about && same(a.before, b.before) &&
         same(a.after, b.after);
}

std::string when_of(const Version& version) {
  const store::VersionRow& row = version.row;
  std::string when;
  const auto add = [&](const char* word, const std::string& stamp) {
    if (stamp.empty()) return;
    when += (when.empty() ? "" : " · ") + std::string(word) + " " + date_text(stamp);
  };
  add("published", row.published);
  if (version.modified != row.published) add("changed", version.modified);
  add("fetched", row.fetched);
  add("read", row.added);
  return when;
}

std::string version_html(const Version& version) {
  const store::VersionRow& row = version.row;
  std::string out =
      fmt::format("<section><h2><a href=\"/article/{}\">{}</a>{}</h2>\n<p class=\"meta\">{}</p>\n",
                  url_part(row.id), foreign("bdi", row.title, row.lang, row.dir),
                  row.current ? " <span class=\"badge\">now</span>" : "", when_of(version));
  const std::string hash =
      fmt::format("<p class=\"meta\">SHA-256 <code class=\"hash\">{}</code></p></section>\n",
                  escape(row.sha256));
  if (row.same_text) return out + "<p>Other bytes, the same text.</p>\n" + hash;
  if (!version.revision) return out + hash;
  if (version.revision->changes.empty()) out += "<p>Nothing that is told changed.</p>\n";
  std::vector<Changes> changes;
  for (const auto& change : version.revision->changes) {
    const auto same = std::find_if(changes.begin(), changes.end(), [&](const Changes& known) {
      return is_same_change(*known.front(), change);
    });
    same == changes.end() ? changes.push_back({&change}) : same->push_back(&change);
  }
  out += "<ul class=\"rows changes\">\n";
  for (const auto& same : changes) out += change_html(same, row);
  return out + "</ul>\n" + hash;
}

}  // namespace

Response history_page(const Context& context, std::string_view article) {
  const auto history = read_history(context.store, article);
  if (!history) return error_page(history.error());
  const store::VersionRow& now = history->versions.back().row;
  const auto current = std::find_if(history->versions.begin(), history->versions.end(),
                                    [](const Version& version) { return version.row.current; });
  const store::VersionRow& row = current == history->versions.end() ? now : current->row;
  const auto story = context.store.story_of_article(row.id);
  std::string content = fmt::format(
      "<h1>History of {}</h1>\n<p>{} of <a href=\"/article/{}\">the article</a>, the newest "
      "first.{} <a href=\"/api/article/{}/history\">JSON</a></p>\n",
      foreign("bdi", row.title, row.lang, row.dir),
      plural(history->versions.size(), "version", "versions"), url_part(row.id),
      story && !story->empty()
          ? fmt::format(" <a href=\"/story/{}\">The story</a>", url_part(*story))
          : "",
      url_part(article));
  for (auto version = history->versions.rbegin(); version != history->versions.rend(); ++version) {
    content += version_html(*version);
  }
  return page("History of " + row.title + " — Synoptic", content);
}

}  // namespace synoptic::serve

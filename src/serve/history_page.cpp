// An article's versions, and what each changed from the one before.
#include <fmt/format.h>

#include "serve/feeds.h"
#include "serve/history.h"

namespace synoptic::serve {
namespace {

std::string side_html(const char* tag, const std::optional<watch::Side>& side,
                      const store::VersionRow& row) {
  if (!side) return "";
  return fmt::format(
      "<p>{} <a class=\"meta\" href=\"/article/{}?from={}&amp;to={}\">bytes {}–{}</a></p>\n",
      foreign(tag, side->text, row.lang, row.dir), url_part(side->article), side->at.span.begin,
      side->at.span.end, side->at.span.begin, side->at.span.end);
}

std::string change_html(const watch::Change& change, const store::VersionRow& row) {
  std::string kind = change.kind, signs;
  for (char& c : kind) {
    if (c == '_') c = ' ';
  }
  for (const auto& sign : change.signs) {
    signs += fmt::format(" <span class=\"badge\">{}</span>", escape(sign));
  }
  const std::string about =
      change.about.empty() ? "" : fmt::format(" <bdi>{}</bdi>", escape(change.about));
  return fmt::format("<li><span class=\"slot\">{}</span>{}{}\n{}{}</li>\n", escape(kind), about,
                     signs, side_html("del", change.before, row),
                     side_html("ins", change.after, row));
}

std::string version_html(const Version& version) {
  const store::VersionRow& row = version.row;
  std::string when;
  if (!row.fetched.empty()) when += "fetched " + escape(row.fetched) + "; ";
  if (!row.added.empty()) when += "added " + date_text(row.added) + "; ";
  std::string out = fmt::format(
      "<section><h2><a href=\"/article/{}\">{}</a>{}</h2>\n<p class=\"meta\">{}SHA-256 <code "
      "class=\"hash\">{}</code></p>\n",
      url_part(row.id), foreign("bdi", row.title, row.lang, row.dir),
      row.current ? " <span class=\"badge\">now</span>" : "", when, escape(row.sha256));
  if (row.same_text) return out + "<p>Other bytes, the same text.</p></section>\n";
  if (!version.revision) return out + "</section>\n";
  if (version.revision->changes.empty()) out += "<p>Nothing that is told changed.</p>\n";
  out += "<ul class=\"rows\">\n";
  for (const auto& change : version.revision->changes) out += change_html(change, row);
  return out + "</ul></section>\n";
}

}  // namespace

Response history_page(const Context& context, std::string_view article) {
  const auto history = read_history(context.store, article);
  if (!history) return error_page(history.error());
  std::string content = fmt::format(
      "<h1>History</h1>\n<p>{} of <a href=\"/article/{}\">this article</a>, the newest first. <a "
      "href=\"/api/article/{}/history\">JSON</a></p>\n",
      plural(history->versions.size(), "version", "versions"), url_part(history->article),
      url_part(article));
  for (auto version = history->versions.rbegin(); version != history->versions.rend(); ++version) {
    content += version_html(*version);
  }
  return page("History — Synoptic", content);
}

}  // namespace synoptic::serve

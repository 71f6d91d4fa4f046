#include "serve/page.h"

#include <fmt/format.h>

#include "model/stamp.h"

namespace synoptic::serve {

std::string escape(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string url_part(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == '/';
    plain ? void(safe += c)
          : void(safe +=
                 fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c))));
  }
  return safe;
}

Response page(std::string_view title, std::string_view content, std::string_view head) {
  Response response;
  response.body = fmt::format(
      R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="New differences" href="/feed/differences.atom">
{}</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="site"><a class="brand" href="/">Synoptic</a>
<nav aria-label="Site"><a href="/">Stories</a> <a href="/articles">Articles</a> <a href="/entities">Names</a> <a href="/about">About</a></nav></header>
<main id="content">
{}
</main>
<footer class="site">Every cell is taken from a document and points at its bytes. Nothing is generated.</footer>
</body>
</html>
)",
      escape(title), head, content);
  return response;
}

Response error_page(unsigned status, std::string_view what) {
  Response response =
      page("Synoptic",
           fmt::format("<h1>{}</h1>\n<p><a href=\"/\">To the stories</a></p>", escape(what)));
  response.status = status;
  return response;
}

Response error_page(const Error& error) {
  const bool missing = error.code == ErrorCode::kNotFound;
  return error_page(missing ? 404 : 500, missing ? "There is no such page" : error.why);
}

std::string foreign(std::string_view tag, std::string_view text, std::string_view lang,
                    std::string_view dir, std::string_view css_class) {
  return fmt::format("<{0}{1} lang=\"{2}\" dir=\"{3}\">{4}</{0}>", tag,
                     css_class.empty() ? "" : fmt::format(" class=\"{}\"", css_class),
                     escape(lang.empty() ? "und" : lang), dir.empty() ? "auto" : escape(dir),
                     escape(text));
}

std::string outlet(std::string_view name, std::string_view lang) {
  return fmt::format("<bdi lang=\"{}\">{}</bdi>", escape(lang.empty() ? "und" : lang),
                     escape(name));
}

std::string language_name(const knowledge::Knowledge& knowledge, std::string_view tag) {
  const auto* language = knowledge.language(tag);
  return language == nullptr || language->name.empty() ? std::string(tag) : language->name;
}

std::string language_chip(const knowledge::Knowledge& knowledge, std::string_view tag) {
  return fmt::format("<abbr class=\"lang\" title=\"{}\">{}</abbr>",
                     escape(language_name(knowledge, tag)), escape(tag));
}

namespace {

// For machines with the stated zone, for readers as it is shown.
std::string time_element(std::string_view stated, std::string shown) {
  if (const size_t t = shown.find('T'); t != std::string::npos) shown[t] = ' ';
  return fmt::format("<time datetime=\"{}\">{}</time>", escape(stated), escape(shown));
}

// Clocks of several zones stand in one column: the order is seen by one of them.
std::string utc_text(const model::DateValue& value) {
  if (value.offset_minutes.value_or(0) == 0) return "";
  const int64_t minutes = model::minutes_since_epoch(value);
  const int64_t day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440;
  const auto clock = static_cast<int>(minutes - day * 1440);
  const bool same = model::days_from_civil(value.year, value.month, value.day) == day;
  return fmt::format(" <span class=\"quiet\">({}{:02}:{:02} UTC)</span>",
                     same ? "" : model::iso(model::civil_from_days(day)) + " ", clock / 60,
                     clock % 60);
}

}  // namespace

std::string date_text(std::string_view stamp) {
  const model::StampParts parts = model::parts_of(stamp);
  if (!parts.guessed) return time_element(stamp, std::string(stamp));
  return time_element(parts.stated, parts.clock) +
         fmt::format(" <span class=\"quiet\">zone not stated, perhaps {}</span>",
                     escape(parts.zone));
}

std::string short_date_text(const model::Article& article) {
  if (!article.published) return "<span class=\"quiet\">no date</span>";
  const model::DateValue& value = article.published->value;
  std::string text = time_element(model::stamp_of(value), model::iso(value));
  if (value.precision < model::Precision::kHour || value.zone.empty()) return text;
  return text + " " + escape(value.zone) + utc_text(value);
}

std::string date_text(const model::Article& article) {
  std::string text = short_date_text(article);
  if (!article.published || article.published->value.precision < model::Precision::kHour ||
      !article.published->value.zone.empty()) {
    return text;
  }
  if (article.zone_inferred) {
    return text + fmt::format(
                      " <span class=\"quiet\" title=\"Guessed from the {}; confidence {}\">"
                      "zone not stated, perhaps {}</span>",
                      escape(article.zone_inferred->basis),
                      escape(article.zone_inferred->confidence),
                      escape(article.zone_inferred->zone));
  }
  return text + " <span class=\"quiet\">zone not stated</span>";
}

std::string plural(size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string pager(const Request& request, size_t page, bool more) {
  if (page <= 1 && !more) return "";
  std::string link = url_part(request.path) + "?";
  for (const auto& [name, value] : request.query) {
    if (name == "page" || value.empty()) continue;
    link += url_part(name) + "=" + url_part(value) + "&amp;";
  }
  std::string out = "<nav class=\"pager\" aria-label=\"Pages\">";
  if (page > 1) out += fmt::format("<a rel=\"prev\" href=\"{}page={}\">Newer</a> ", link, page - 1);
  if (more) out += fmt::format("<a rel=\"next\" href=\"{}page={}\">Older</a>", link, page + 1);
  return out + "</nav>\n";
}

}  // namespace synoptic::serve

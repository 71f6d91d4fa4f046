#include "serve/page.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "model/stamp.h"
#include "text/controls.h"

namespace synoptic::serve {

std::string escape(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 16);
  for (const char c : text::unturned(text::printable(text))) {
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

std::string evidence_link(std::string_view article, Span span) {
  const std::string address = "/article/" + url_part(article);
  if (span.empty()) return address;
  return fmt::format("{}?from={}&amp;to={}#evidence", address, span.begin, span.end);
}

Response page(std::string_view title, std::string_view content, std::string_view head) {
  Response response;
  response.body = fmt::format(
      R"(<!DOCTYPE html>
<html lang="en" dir="ltr">
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
<footer class="site">Every cell is taken from a document and points at its bytes. Nothing is generated. <a href="/about#feeds">Feeds</a></footer>
</body>
</html>
)",
      escape(title), head, content);
  return response;
}

Response error_page(unsigned status, std::string_view what) {
  Response response =
      page(std::string(what) + " — Synoptic",
           fmt::format("<h1>{}</h1>\n<p><a href=\"/\">To the stories</a></p>", escape(what)));
  response.status = status;
  response.error = what;
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
  const bool whole = tag.find('-') == std::string_view::npos;  // else its script tells it apart
  if (whole && language != nullptr && !language->name.empty()) return language->name;
  UErrorCode status = U_ZERO_ERROR;
  const auto locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<int32_t>(tag.size())}, status);
  if (tag.empty() || U_FAILURE(status)) return std::string(tag);
  icu::UnicodeString name;
  std::string out;
  locale.getDisplayName(icu::Locale::getEnglish(), name).toUTF8String(out);
  return out.empty() ? std::string(tag) : out;
}

std::string language_chip(const knowledge::Knowledge& knowledge, std::string_view tag) {
  return fmt::format("<abbr class=\"lang\" title=\"{}\">{}</abbr>",
                     escape(language_name(knowledge, tag)), escape(tag));
}

namespace {

// For machines with the stated zone, for readers as it is shown.
std::string time_element(std::string_view stated, std::string shown) {
  constexpr size_t kMinute = 16;  // "2026-03-14T09:05": seconds tell a reader nothing
  if (shown.size() > kMinute) shown.resize(kMinute);
  if (const size_t t = shown.find('T'); t != std::string::npos) shown[t] = ' ';
  return fmt::format("<time datetime=\"{}\">{}</time>", escape(stated), escape(shown));
}

struct Clock {
  model::DateValue day;
  int hour = 0, minute = 0;
};

Clock utc_of(int64_t minutes) {
  const int64_t day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440;
  const auto clock = static_cast<int>(minutes - day * 1440);
  return {model::civil_from_days(day), clock / 60, clock % 60};
}

// Clocks of several zones stand in one column: the order is seen by one of them.
std::string utc_text(std::string_view stamp, std::string_view clock) {
  const auto minutes = model::minutes_of(stamp);
  if (!minutes) return "";
  const Clock utc = utc_of(*minutes);
  const std::string day = model::iso(utc.day);
  return fmt::format(" <span class=\"quiet utc\">({}{:02}:{:02} UTC)</span>",
                     clock.starts_with(day) ? "" : day + " ", utc.hour, utc.minute);
}

}  // namespace

std::string date_text(std::string_view stamp) {
  const model::StampParts parts = model::parts_of(stamp);
  std::string text = time_element(parts.stated, parts.clock);
  if (parts.guessed) {
    return text + fmt::format(" <span class=\"quiet\">zone not stated, perhaps {}</span>",
                              escape(parts.zone));
  }
  if (parts.zone.empty()) return text;
  if (parts.zone == "Z") return text + " UTC";
  return text + " " + escape(parts.zone) + utc_text(stamp, parts.clock);
}

std::string short_date_text(std::string_view stamp) {
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr size_t kDay = 10;
  if (stamp.empty()) return "<span class=\"quiet\">no date</span>";
  const model::StampParts parts = model::parts_of(stamp);
  const auto minutes = model::minutes_of(stamp);
  if (!minutes || parts.clock.size() < kDay) return date_text(stamp);
  const Clock utc = utc_of(*minutes);
  std::string shown = fmt::format("{} {}", kMonths[(utc.day.month + 11) % 12], utc.day.day);
  const bool has_clock = parts.clock.size() > kDay;
  if (has_clock) shown += fmt::format(", {:02}:{:02}", utc.hour, utc.minute);
  if (has_clock && !parts.zone.empty()) shown += parts.guessed ? " UTC?" : " UTC";
  return fmt::format("<time datetime=\"{}\" title=\"{}{}\">{}</time>", escape(parts.stated),
                     escape(parts.stated), parts.guessed ? ", zone guessed" : "", shown);
}

std::string date_text(const model::Article& article) {
  if (!article.published) return "<span class=\"quiet\">no date</span>";
  const model::DateValue& value = article.published->value;
  const std::string text = date_text(model::stamp_of(value));
  if (value.precision < model::Precision::kHour || value.offset_minutes) return text;
  if (!value.zone.empty()) return text + " " + escape(value.zone);
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

std::string cut_short(std::string_view text, size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most)) + "…";
}

std::string plural(size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string first_page(const Request& request) {
  std::string link = url_part(request.path) + "?";
  for (const auto& [name, value] : request.query) {
    if (name == "page" || value.empty()) continue;
    link += url_part(name) + "=" + url_part(value) + "&amp;";
  }
  return link;
}

std::string pager(const Request& request, size_t page, bool more, const PagerWords& words) {
  if (page <= 1 && !more) return "";
  const std::string link = first_page(request);
  std::string out = "<nav class=\"pager\" aria-label=\"Pages\">";
  if (page > 1) {
    out += fmt::format("<a rel=\"prev\" href=\"{}page={}\">{}</a> ", link, page - 1, words.before);
  }
  if (more) {
    out += fmt::format("<a rel=\"next\" href=\"{}page={}\">{}</a>", link, page + 1, words.behind);
  }
  return out + "</nav>\n";
}

}  // namespace synoptic::serve

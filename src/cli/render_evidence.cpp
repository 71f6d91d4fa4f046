// Why an article has this title, this day and these authors: everything that the page said of them.
#include <fmt/format.h>

#include <algorithm>

#include "cli/evidence.h"
#include "cli/render.h"
#include "cli/terminal.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::cli {
namespace {

using model::Article;
using model::DateEvidence;
using model::Statement;

// The chosen one may have its zone from another place of the page (clean/dates/stated_zone.cpp).
bool is_same(const std::optional<DateEvidence>& chosen, const DateEvidence& date) {
  return chosen && chosen->span == date.span &&
         model::iso(chosen->value) == model::iso(date.value) && chosen->where == date.where &&
         chosen->role == date.role;
}

bool is_chosen_author(const Article& article, const Statement& statement) {
  return std::any_of(article.authors.begin(), article.authors.end(), [&](const auto& author) {
    return text::words_in_a_row(author.name) == text::words_in_a_row(statement.text);
  });
}

void add_unlike(std::vector<std::string>& values, const std::string& value, bool nested_is_same) {
  const std::string key = text::words_in_a_row(value);
  for (const auto& other : values) {
    const std::string known = text::words_in_a_row(other);
    if (key == known) return;
    const bool nested =
        key.find(known) != std::string::npos || known.find(key) != std::string::npos;
    if (nested_is_same && nested) return;
  }
  values.push_back(value);
}

std::string bytes_of(Span span) {
  return span.empty() ? "no bytes" : fmt::format("bytes {}-{}", span.begin, span.end);
}

std::string mark(bool chosen) { return chosen ? "  * " : "    "; }

std::string weekday_note(const DateEvidence& date) {
  if (!date.weekday_agrees) return "";
  return *date.weekday_agrees ? ", weekday agrees" : ", weekday does not agree";
}

}  // namespace

bool is_chosen(const Article& article, const DateEvidence& date) {
  return is_same(article.published, date) || is_same(article.modified, date);
}

bool is_chosen_title(const Article& article, const Statement& statement) {
  if (!statement.span.empty() && statement.span == article.title_span) return true;
  return text::words_in_a_row(statement.text) == text::words_in_a_row(article.title);
}

std::vector<Conflict> conflicts_of(const Article& article) {
  std::vector<Conflict> conflicts;
  if (article.date_conflict) {
    Conflict days{"published", {}};
    for (const auto& date : article.dates) {
      const std::string day = model::iso(date.value).substr(0, 10);
      const bool known =
          std::find(days.values.begin(), days.values.end(), day) != days.values.end();
      if (date.role == "published" && !known) days.values.push_back(day);
    }
    conflicts.push_back(std::move(days));
  }
  Conflict titles{"title", {article.title}}, authors{"authors", {}};
  for (const auto& title : article.title_statements) add_unlike(titles.values, title.text, true);
  if (titles.values.size() > 1) conflicts.push_back(std::move(titles));
  for (const auto& author : article.author_statements) {
    if (!is_chosen_author(article, author)) add_unlike(authors.values, author.text, false);
  }
  if (!authors.values.empty() && !article.authors.empty()) {
    for (const auto& author : article.authors) {
      authors.values.insert(authors.values.begin(), author.name);
    }
    conflicts.push_back(std::move(authors));
  }
  return conflicts;
}

std::string evidence_as_text(const Article& article) {
  std::string out = bold("Dates") + "\n";
  for (const auto& date : article.dates) {
    out += fmt::format("{}{:<19} {:<10} {:<13} {:<21} score {:.2f}  {}{}\n",
                       mark(is_chosen(article, date)), model::iso(date.value), date.role,
                       date.where, bytes_of(date.span), date.score, date.rule, weekday_note(date));
  }
  if (article.zone_inferred) {
    out += fmt::format("    zone {} is a guess ({}, confidence {})\n", article.zone_inferred->zone,
                       article.zone_inferred->basis, article.zone_inferred->confidence);
  }
  out += bold("Titles") + "\n";
  bool stated = false;
  for (const auto& title : article.title_statements) {
    const bool chosen = is_chosen_title(article, title);
    stated = stated || chosen;
    out += fmt::format("{}{:<13} {:<21} {}\n", mark(chosen), title.where, bytes_of(title.span),
                       isolate(one_line(title.text)));
  }
  if (!stated) {
    out += fmt::format("{}{:<13} {:<21} {}\n", mark(true), "text", bytes_of(article.title_span),
                       isolate(one_line(article.title)));
  }
  out += bold("Authors") + "\n";
  for (const auto& author : article.author_statements) {
    out += fmt::format("{}{:<13} {:<21} {}\n", mark(is_chosen_author(article, author)),
                       author.where, bytes_of(author.span), isolate(one_line(author.text)));
  }
  for (const auto& author : article.authors) {
    const bool known = std::any_of(
        article.author_statements.begin(), article.author_statements.end(),
        [&](const Statement& statement) {
          return text::words_in_a_row(statement.text) == text::words_in_a_row(author.name);
        });
    if (known) continue;
    out += fmt::format("{}{:<13} {:<21} {}\n", mark(true), "text", bytes_of(author.span),
                       isolate(one_line(author.name)));
  }
  if (article.author_statements.empty() && article.authors.empty()) out += "    none\n";
  const auto conflicts = conflicts_of(article);
  if (conflicts.empty()) return out;
  out += bold("Conflicts") + "\n";
  for (const auto& conflict : conflicts) {
    std::string values;
    for (const auto& value : conflict.values) {
      values += (values.empty() ? "" : " | ") + isolate(one_line(value));
    }
    out += fmt::format("    {:<13} {}\n", conflict.what, values);
  }
  return out;
}

void write_evidence(JsonWriter& json, const Article& article) {
  const auto statements = [&](std::string_view key, const std::vector<Statement>& list,
                              auto chosen) {
    json.key(key).begin_array();
    for (const auto& statement : list) {
      json.begin_object().field("text", statement.text).field("where", statement.where);
      json.key("span").begin_array().value(statement.span.begin).value(statement.span.end);
      json.end_array().field("chosen", chosen(article, statement)).end_object();
    }
    json.end_array();
  };
  json.begin_object();
  json.key("dates").begin_array();
  for (const auto& date : article.dates) {
    json.begin_object().field("value", model::iso(date.value)).field("role", date.role);
    json.field("where", date.where);
    json.key("span").begin_array().value(date.span.begin).value(date.span.end).end_array();
    json.field("rule", date.rule).field("score", date.score);
    json.field("chosen", is_chosen(article, date)).end_object();
  }
  json.end_array();
  statements("titles", article.title_statements, is_chosen_title);
  statements("authors", article.author_statements, is_chosen_author);
  json.key("conflicts").begin_array();
  for (const auto& conflict : conflicts_of(article)) {
    json.begin_object().field("what", conflict.what).key("values").begin_array();
    for (const auto& value : conflict.values) json.value(value);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

std::string json_with_evidence(const model::Annotated& annotated, bool plain) {
  JsonWriter json, evidence;
  plain ? model::write_json(json, annotated.article) : model::write_json(json, annotated);
  write_evidence(evidence, annotated.article);
  std::string out = json.take();
  out.pop_back();  // the closing brace
  return out + ",\"evidence\":" + evidence.text() + "}";
}

}  // namespace synoptic::cli

// The facts: differences first. One table with a column an account; where there are too many
// accounts for that, each value with the accounts that give it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/stamp.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostColumns = 6;
constexpr size_t kFewColumns = 4;     // have room for sentences
constexpr size_t kOpenAccounts = 12;  // of a value, where they do not stand in columns
constexpr size_t kOpenAgreed = 6;     // of one that is not in question
constexpr size_t kOpenSingles = 4;    // of an account; the others are folded away

using Group = sheet::Section;

// What one alone says stands by itself, account by account.
std::vector<Group> groups_of(const sheet::Accounts& accounts) {
  auto groups = sheet::sections(accounts);
  std::erase_if(groups, [](const Group& group) { return group.id == std::string_view("only"); });
  return groups;
}

// Whose column it is. The heads stay in view, so they are short: what else is known of the report
// stands in the timeline.
std::string account_head(const StoryView& view, size_t account) {
  const model::Annotated* original = view.accounts.original(account);
  if (original == nullptr) return "";
  const model::Article& article = original->article;
  const size_t copies = view.accounts.synopsis().accounts[account].size() - 1;
  std::string cited;
  for (const auto& origin : article.origins) {
    if (origin.name.empty()) continue;
    cited += fmt::format("{}<bdi>{}</bdi>", cited.empty() ? "cites " : ", ", escape(origin.name));
  }
  const std::string revised = revised_html(view, article);
  return fmt::format(
      "<a class=\"publisher\" href=\"/article/{}\">{}</a> {}<span class=\"when\">{}{}"
      "</span>{}{}",
      url_part(article.id), outlet_of(article), language_chip(view.context.knowledge, article.lang),
      short_date_text(model::stamp_of(article)),
      copies > 0 ? ", with " + plural(copies, "copy", "copies") : "",
      revised.empty() ? "" : "<span class=\"when\">" + revised + "</span>",
      cited.empty() ? "" : "<span class=\"when\">" + cited + "</span>");
}

// The verdict is told where the section's title does not tell it, the confidence where it is low;
// else it stands with the link.
std::string label_of(const StoryView& view, const model::Fact& fact, bool with_words = true) {
  sheet::Asked asked = sheet::asked(view.accounts, fact);
  if (!with_words) asked.around = {};
  const std::string verdict = sheet::verdict_text(fact);
  const bool plain = verdict == "differ" || verdict == "perhaps differ" || verdict == "agree" ||
                     verdict == "alike" || verdict == "update" || verdict == "only one says";
  constexpr double kLow = 0.75;
  const std::string confidence = fmt::format("confidence {:.2f}", fact.confidence);
  std::string told = plain ? "" : verdict;
  if (fact.confidence < kLow) told += (told.empty() ? "" : ", ") + confidence;
  const std::string on_paper = fact.confidence < kLow ? "" : confidence;
  return fmt::format(
      "{} <span class=\"sure\"><span class=\"verdict\" title=\"{}\">{}</span><span "
      "class=\"on-paper\">{}</span> "
      "<a class=\"anchor\" href=\"#{}\" title=\"{}; {}\" aria-label=\"Link to this fact, {}\">#"
      "</a></span>",
      label_html(asked), escape(fact.rule), told, on_paper, escape(fact.id), confidence,
      escape(fact.rule), confidence);
}

Values values_of(const model::Fact& fact, size_t account) {
  Values values;
  for (const auto& value : fact.values) {
    if (value.account == account) values.push_back(&value);
  }
  return values;
}

// Where accounts differ one wants to read what they say, side by side.
bool is_difference(const model::Fact& fact) {
  return fact.verdict != "agree" && fact.verdict != "only" && fact.verdict != "update";
}

using Row = std::vector<const model::Fact*>;

std::string label_text(const StoryView& view, const model::Fact& fact) {
  return sheet::label(sheet::asked(view.accounts, fact));
}

// One speaker has one row, whatever he says in it.
std::vector<Row>::iterator row_of_speaker(std::vector<Row>& rows, const model::Fact& fact) {
  if (fact.slot != "attribution") return rows.end();
  return std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
    return row.front()->slot == fact.slot && row.front()->about == fact.about &&
           row.front()->values.front().norm == fact.values.front().norm;
  });
}

// Statements that share a row: each stands in its cell, not in the label.
bool holds_statements(const StoryView& view, const Row& row) {
  return row.size() > 1 && row.front()->slot == "attribution" &&
         std::any_of(row.begin(), row.end(), [&](const model::Fact* fact) {
           return label_text(view, *fact) != label_text(view, *row.front());
         });
}

// A row a fact; who did a deed and who said a thing share one, whoever is named: where the label is
// the same for all, so that no speaker stands beside another one's words.
std::vector<Row> rows_of(const StoryView& view, const Group& group) {
  const std::string_view id = group.id;
  std::vector<Row> rows;
  for (const auto* fact : group.facts) {
    const bool party =
        fact->slot == "actor" || fact->slot == "recipient" || fact->slot == "attribution";
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
      return row.front()->slot == fact->slot && row.front()->about == fact->about &&
             label_text(view, *row.front()) == label_text(view, *fact);
    });
    const bool several = id == "agree" || id == "several";
    const auto own = several ? row_of_speaker(rows, *fact) : rows.end();
    if (party && several && same != rows.end()) {
      same->push_back(fact);
    } else if (own != rows.end()) {
      own->push_back(fact);
    } else {
      rows.push_back({fact});
    }
  }
  return rows;
}

// The column has the original's name; what its copy changed must not read as the original's.
std::string copied_in(const StoryView& view, const model::FactValue& value) {
  const model::Article* article = view.accounts.article(value.article);
  if (article == nullptr || !sheet::is_of_copy(view.accounts, value)) return "";
  return fmt::format(" <small class=\"copied\">in the copy of {}</small>", outlet_of(*article));
}

// What an account says of a fact: its sentences, a copy's only where it says something else.
// An account that says two things has the colour of the first.
std::string account_cell(StoryView& view, const Row& row, size_t account, size_t& side) {
  std::string out;
  std::vector<std::string> said;
  const bool roomy = view.accounts.count() <= kFewColumns;
  const bool statements = holds_statements(view, row);
  for (const auto* fact : row) {
    for (const auto& values : by_sentence(values_of(*fact, account))) {
      std::string words = sheet::shown(values);
      std::string statement;
      if (statements) {
        constexpr size_t kMostOfStatement = 90;  // bytes; the whole sentence opens below
        const std::string& sentence = values.front()->evidence;
        words += sentence;
        const auto language = sheet::languages_of(view.accounts)(values.front()->article);
        statement =
            " " + foreign("q", cut_short(sentence, kMostOfStatement), language, "auto", "quiet");
      }
      if (std::find(said.begin(), said.end(), words) != said.end()) continue;
      const std::string shown = names_of(view, values);
      const size_t own = side_of(*fact, *values.front());
      if (said.empty()) side = own;
      const bool open = said.empty() && roomy && is_difference(*fact);
      out += value_cell(view,
                        fmt::format("<span class=\"s{}\">{}</span>{}{}{}", std::min<size_t>(own, 3),
                                    shown, statement, copied_in(view, *values.front()),
                                    says_html(view, *values.front())),
                        values, open ? Evidence::kOpen : Evidence::kFolded);
      out += was_html(view, values);
      said.push_back(std::move(words));
    }
  }
  return out;
}

std::string fact_row(StoryView& view, const Row& row) {
  const model::Fact& fact = *row.front();
  std::string others;  // links to them lead here
  for (size_t i = 1; i < row.size(); ++i) {
    others += fmt::format("<span id=\"{}\"></span>", escape(row[i]->id));
  }
  std::string out =
      fmt::format("<tr id=\"{}\" role=\"row\"><th scope=\"row\" role=\"rowheader\">{}{}</th>\n",
                  escape(fact.id), label_of(view, fact, !holds_statements(view, row)), others);
  for (size_t i = 0; i < view.accounts.count(); ++i) {
    size_t side = 0;
    const std::string cell = account_cell(view, row, i, side);
    const model::Annotated* original = view.accounts.original(i);
    const std::string name =
        original == nullptr ? "" : escape(sheet::publisher_of(original->article));
    out += cell.empty()
               ? fmt::format(
                     "<td role=\"cell\" class=\"silent\" data-account=\"{}\"><span>–<span "
                     "class=\"aloud\">nothing found</span></span></td>\n",
                     name)
               : fmt::format("<td role=\"cell\" class=\"side{}\" data-account=\"{}\">{}</td>\n",
                             std::min<size_t>(side, 3), name, cell);
  }
  return out + "</tr>\n";
}

std::string table_of(StoryView& view, const std::vector<Group>& groups) {
  const size_t columns = view.accounts.count() + 1;
  std::string out = fmt::format(
      "<section id=\"facts\" class=\"facts\"><h2 class=\"aloud\">The facts side by side</h2>\n"
      "<table class=\"{}\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\"><th "
      "scope=\"col\" role=\"columnheader\">What</th>",
      view.accounts.count() <= kFewColumns ? std::string("few")
                                           : fmt::format("many columns{}", view.accounts.count()));
  for (size_t i = 0; i < view.accounts.count(); ++i) {
    out += fmt::format("<th scope=\"col\" role=\"columnheader\">{}</th>\n", account_head(view, i));
  }
  out += "</tr></thead>\n";
  for (Group group : groups) {
    const size_t count = group.facts.size();
    const auto folds = take_folds(group);
    out += fmt::format(
        "<tbody id=\"{}\" role=\"rowgroup\"><tr class=\"group\" role=\"row\"><th "
        "scope=\"rowgroup\" role=\"rowheader\" colspan=\"{}\"><h3>{} <span class=\"count\">{}"
        "</span></h3></th></tr>\n",
        group.id, columns, group.title, count);
    for (const auto& row : rows_of(view, group)) out += fact_row(view, row);
    for (const auto& fold : folds) {
      out += fmt::format(
          "<tr class=\"fold\" role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th><td "
          "role=\"cell\" colspan=\"{}\">{}</td></tr>\n",
          escape(fold.title), columns - 1, fold_html(view, fold));
    }
    out += "</tbody>\n";
  }
  return out + "</table></section>\n";
}

// What a side says. Of how a matter came out each account has words of its own: what is common to
// them is "yes" or "no", and one of them is an example.
std::string side_value(const model::Fact& fact, const Values& side,
                       const sheet::LanguageOf& language) {
  const model::FactValue& first = *side.front();
  const bool told = fact.slot == "outcome" && first.name != first.norm && !sheet::is_alike(fact) &&
                    (first.norm == "yes" || first.norm == "no" || first.norm == "open");
  if (!told) return side_words(side, language);
  return fmt::format("{} {}", escape(first.norm),
                     foreign("q", first.name, language(first.article), "", "quiet"));
}

// One side of a fact: its value, how many give it, and who.
std::string side_html(StoryView& view, const model::Fact& fact, const Values& side, size_t number) {
  std::string who;
  std::set<std::string_view> seen;
  const sheet::Tellers tellers = sheet::tellers_of(view.accounts, side);
  // An account's copy stands there only where the account does not.
  const std::set<size_t> originals(tellers.accounts.begin(), tellers.accounts.end());
  const size_t all = originals.size() + tellers.copies.size();
  const size_t most = is_difference(fact) ? kOpenAccounts : kOpenAgreed;
  for (const auto* value : side) {
    const bool copy = sheet::is_of_copy(view.accounts, *value);
    if (copy && originals.contains(value->account)) continue;
    if (!seen.insert(value->article).second) continue;
    const model::Article* article = view.accounts.article(value->article);
    const std::string name =
        article == nullptr ? escape(value->article)
                           : fmt::format("{}{} {}", copy ? "copy: " : "", outlet_of(*article),
                                         language_chip(view.context.knowledge, article->lang));
    if (seen.size() == most + 1) {
      who += fmt::format(
          "</ul>\n<details class=\"more\"><summary>and {}</summary>\n<ul class=\"chips\">\n",
          plural(all - most, "other", "others"));
    }
    const Evidence evidence =
        seen.size() == 1 && is_difference(fact) ? Evidence::kOpen : Evidence::kFolded;
    who += "<li>" + value_cell(view, name + says_html(view, *value), {value}, evidence) +
           was_html(view, {value}) + "</li>\n";
  }
  const bool folded = seen.size() > most;
  return fmt::format(
      "<div class=\"side side{}\"><p class=\"value\">{} <span class=\"quiet\">{}</span>"
      "</p>\n<svg class=\"bar\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect width=\"{}\" height=\"1\"/></svg>\n<ul "
      "class=\"chips\">\n{}</ul>{}</div>\n",
      std::min<size_t>(number, 3), side_value(fact, side, sheet::languages_of(view.accounts)),
      sheet::counted(tellers, view.accounts.count()), view.accounts.count(), originals.size(), who,
      folded ? "</details>" : "");
}

std::string stacked(StoryView& view, const std::vector<Group>& groups) {
  std::string out;
  for (Group group : groups) {
    const size_t count = group.facts.size();
    const auto folds = take_folds(group);
    out += fmt::format(
        "<section id=\"{}\" class=\"facts stacked\"><h2>{} <span class=\"count\">{}</span></h2>\n",
        group.id, group.title, count);
    for (const auto* fact : group.facts) {
      out += fmt::format("<div class=\"fact\" id=\"{}\"><h3>{}</h3>\n", escape(fact->id),
                         label_of(view, *fact));
      auto sides = sheet::sides(*fact);
      if (fact->verdict != "update") put_most_first(*fact, sides);
      for (const auto& side : sides) out += side_html(view, *fact, side, side_of(*fact, *side[0]));
      out += "</div>\n";
    }
    for (const auto& fold : folds) {
      out += fmt::format("<div class=\"fact fold\"><h3>{}</h3>\n{}</div>\n", escape(fold.title),
                         fold_html(view, fold));
    }
    out += "</section>\n";
  }
  return out;
}

std::string single_html(StoryView& view, const model::Fact& fact) {
  Values values;
  for (const auto& value : fact.values) values.push_back(&value);
  std::string cells;
  for (const auto& group : by_sentence(values))
    cells += value_cell(view, names_of(view, group) + says_html(view, *group.front()), group);
  return fmt::format("<li id=\"{}\"><p class=\"label\">{}</p>\n{}</li>\n", escape(fact.id),
                     label_of(view, fact), cells);
}

// What a single account says, account by account.
std::string singles(StoryView& view) {
  const auto& only = view.accounts.synopsis().only;
  if (only.empty()) return "";
  std::string out = fmt::format(
      "<section id=\"only\"><h2>{} <span class=\"count\">{}</span></h2>\n"
      "<div class=\"singles\">\n",
      view.accounts.count() > 1 ? "Only one says" : "What the account says", only.size());
  for (size_t i = 0; i < view.accounts.count(); ++i) {
    std::vector<const model::Fact*> own;
    for (const auto& fact : only) {
      if (!fact.values.empty() && fact.values.front().account == i) own.push_back(&fact);
    }
    const model::Annotated* original = view.accounts.original(i);
    if (own.empty() || original == nullptr) continue;
    out += fmt::format("<div class=\"single\"><h3>{} {}</h3>\n<ul>\n", outlet_of(original->article),
                       language_chip(view.context.knowledge, original->article.lang));
    for (size_t k = 0; k < own.size(); ++k) {
      if (k == kOpenSingles && view.accounts.count() > 1) {
        out += fmt::format("</ul>\n<details class=\"more\"><summary>{} more</summary>\n<ul>\n",
                           own.size() - k);
      }
      out += single_html(view, *own[k]);
    }
    const bool folded = own.size() > kOpenSingles && view.accounts.count() > 1;
    out += folded ? "</ul></details></div>\n" : "</ul></div>\n";
  }
  return out + "</div></section>\n";
}

}  // namespace

void put_most_first(const model::Fact& fact, std::vector<Values>& sides) {
  std::stable_sort(sides.begin(), sides.end(), [&](const Values& a, const Values& b) {
    return side_of(fact, *a.front()) < side_of(fact, *b.front());
  });
}

size_t side_of(const model::Fact& fact, const model::FactValue& value) {
  struct Side {
    uint32_t number = 0;
    std::set<uint32_t> accounts;
  };
  std::vector<Side> sides;  // in the order they are told
  for (const auto& other : fact.values) {
    auto side = std::find_if(sides.begin(), sides.end(),
                             [&](const Side& known) { return known.number == other.side; });
    if (side == sides.end()) side = sides.insert(sides.end(), {other.side, {}});
    side->accounts.insert(other.account);
  }
  std::stable_sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    return a.accounts.size() > b.accounts.size();
  });
  const auto own = std::find_if(sides.begin(), sides.end(),
                                [&](const Side& side) { return side.number == value.side; });
  return static_cast<size_t>(own - sides.begin());
}

std::string story_facts(StoryView& view) {
  const auto groups = groups_of(view.accounts);
  std::string out;
  if (!groups.empty()) {
    out = view.accounts.count() <= kMostColumns ? table_of(view, groups) : stacked(view, groups);
  }
  return out + singles(view);
}

}  // namespace synoptic::serve

#include "eval/event_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "eval/rows.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::eval {
namespace {

using sheet::Role;
using simdjson::dom::element;

struct EventLineCase {
  std::string story;                                       // its file's name, without ".json"
  std::array<std::vector<std::string>, kLineRoles> right;  // forms of each; of "what" none
  std::vector<std::pair<std::string, std::string>> what;   // article, a clause that tells the deed
};

size_t index_of(Role role) { return static_cast<size_t>(role); }

bool is_word_at(std::string_view text, size_t at, size_t size) {
  const auto joins = [&](size_t edge) {
    return edge < text.size() && text[edge] != ' ' && text[edge] != '-' &&
           !text::is_spaceless(text::decode(text, edge).value);
  };
  return (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' ||
          text::is_spaceless(text::decode(text, at).value)) &&
         !joins(at + size);
}

bool has_words(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if (is_word_at(text, at, words.size())) return true;
  }
  return false;
}

bool is_name(std::string_view told, const std::vector<std::string>& right) {
  const std::string folded = text::fold_copy(told);
  return std::any_of(right.begin(), right.end(), [&](const std::string& form) {
    const std::string wanted = text::fold_copy(form);
    return has_words(folded, wanted) || has_words(wanted, folded);
  });
}

// "2026-10-07/2026-10-09": the days from the first to the last.
std::pair<std::string_view, std::string_view> ends_of(std::string_view days) {
  constexpr size_t kDay = 10;
  const size_t slash = days.find('/');
  const auto first = days.substr(0, std::min(slash, kDay));
  if (slash == std::string_view::npos) return {first, first};
  return {first, days.substr(slash + 1, kDay)};
}

bool is_day(std::string_view told, const std::vector<std::string>& right) {
  const auto reach = ends_of(told);
  return std::any_of(right.begin(), right.end(), [&](const std::string& days) {
    const auto [first, last] = ends_of(days);
    return reach.first.substr(0, first.size()) >= first &&
           reach.second.substr(0, last.size()) <= last;
  });
}

bool is_right(Role role, const model::FactValue& value, const EventLineCase& one,
              const SynopsisGold& gold) {
  const auto& right = one.right[index_of(role)];
  if (role == Role::kWhen) return is_day(value.norm, right);
  if (role != Role::kWhat) return is_name(value.name, right) || is_name(value.text, right);
  return std::any_of(one.what.begin(), one.what.end(), [&](const auto& clause) {
    const auto article =
        std::find_if(gold.articles.begin(), gold.articles.end(), [&](const auto& candidate) {
          return candidate.id == clause.first && candidate.key == value.article;
        });
    if (article == gold.articles.end()) return false;
    const auto places = places_of(*article, clause.second);
    return std::any_of(places.begin(), places.end(), [&](const Span& at) {
      const auto from = std::max(at.begin, value.span.begin);
      const auto to = std::min(at.end, value.span.end);
      return from < to && 2 * (to - from) >= at.end - at.begin;
    });
  });
}

Result<EventLineCase> event_line_case(const element& row) {
  EventLineCase one;
  one.story = string_at(row, "story");
  for (size_t i = 0; i < kLineRoles; ++i) {
    simdjson::dom::array forms;
    if (row.at_key(sheet::role_name(static_cast<Role>(i))).get(forms) != simdjson::SUCCESS)
      continue;
    for (const element form : forms) {
      std::string_view text;
      if (form.get(text) == simdjson::SUCCESS) one.right[i].emplace_back(text);
    }
  }
  simdjson::dom::object what;
  if (row.at_key("what").get(what) == simdjson::SUCCESS) {
    for (const auto& [article, clauses] : what) {
      simdjson::dom::array list;
      if (clauses.get(list) != simdjson::SUCCESS) continue;
      for (const element clause : list) {
        std::string_view text;
        if (clause.get(text) == simdjson::SUCCESS) one.what.emplace_back(article, text);
      }
    }
  }
  if (one.story.empty() || one.what.empty()) {
    return failure(ErrorCode::kMalformed, "", "is no case: 'story' or 'what' is missing");
  }
  return one;
}

EventLineFigures score(const EventLineCase& one, const SynopsisGold& gold,
                       const sheet::EventLine& line, std::vector<std::string>& misses) {
  EventLineFigures figures;
  figures.cases = 1;
  for (size_t i = 0; i < kLineRoles; ++i) {
    const auto role = static_cast<Role>(i);
    if (role != Role::kWhat && one.right[i].empty()) continue;
    RoleCount& count = figures.roles[i];
    count.gold = 1;
    for (const auto& cell : line.cells) {
      if (cell.role != role || cell.values.empty() || count.found > 0) continue;
      count.found = 1;
      // What people see is the first of them.
      const auto& values = cell.values;
      const size_t seen = role == Role::kWhat ? 1 : values.size();
      count.right = std::any_of(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(seen),
                                [&](const auto& value) { return is_right(role, value, one, gold); })
                        ? 1
                        : 0;
      if (count.right == 0) {
        misses.push_back(fmt::format("wrong   {:<6} {}", sheet::role_name(role), cell.shown));
      }
    }
    if (count.found == 0) misses.push_back(fmt::format("missed  {}", sheet::role_name(role)));
    figures.gold += count.gold;
    figures.found += count.found;
  }
  return figures;
}

}  // namespace

void EventLineFigures::add(const EventLineFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  for (size_t i = 0; i < roles.size(); ++i) {
    roles[i].gold += other.roles[i].gold;
    roles[i].found += other.roles[i].found;
    roles[i].right += other.roles[i].right;
  }
}

std::vector<std::pair<std::string_view, double>> EventLineFigures::named() const {
  size_t right = 0;
  for (const auto& role : roles) right += role.right;
  std::vector<std::pair<std::string_view, double>> out{{"all", f1_of(right, found, gold)}};
  for (size_t i = 0; i < roles.size(); ++i) {
    out.emplace_back(sheet::role_name(static_cast<Role>(i)),
                     f1_of(roles[i].right, roles[i].found, roles[i].gold));
  }
  out.emplace_back("precision", ratio(right, found));
  out.emplace_back("recall", ratio(right, gold));
  return out;
}

CaseLog evaluate_event_lines(const std::string& path, const std::string& folder,
                             const CaseOptions& options, const knowledge::Knowledge& knowledge,
                             const text::LanguageId& languages, EventLineFigures& figures) {
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = event_line_case(row);
    if (!one) return tl::unexpected(one.error());
    std::ifstream file(folder + "/" + one->story + ".json", std::ios::binary);
    if (!file) return failure(ErrorCode::kNotFound, "", "no story '" + one->story + "'");
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    auto gold = parse_synopsis_gold(json, one->story);
    if (!gold) return tl::unexpected(gold.error());
    const auto story = annotate_story(*gold, knowledge, languages);
    if (!story) return tl::unexpected(story.error());
    const auto synopsis = synopsis_of(*story, knowledge);
    CaseMisses out{one->story, {}};
    const sheet::Accounts accounts(synopsis, story->articles, knowledge);
    figures.add(score(*one, *gold, sheet::event_line(accounts), out.misses));
    return out;
  });
}

}  // namespace synoptic::eval

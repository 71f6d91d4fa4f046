// The accounts of a story, its facts in sections, and how a value is shown.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "gloss/gloss.h"
#include "model/stamp.h"
#include "sheet/sheet.h"

namespace synoptic::sheet {

Accounts::Accounts(const model::Synopsis& synopsis, const std::vector<model::Annotated>& articles,
                   const knowledge::Knowledge& knowledge)
    : synopsis_(synopsis), knowledge_(knowledge) {
  for (size_t i = 0; i < synopsis.accounts.size(); ++i) {
    for (const auto& id : synopsis.accounts[i]) account_of_.emplace(id, i);
  }
  for (const auto& annotated : articles) {
    if (account_of_.contains(annotated.article.id)) {
      by_id_.emplace(annotated.article.id, &annotated);
    }
  }
}

const model::Annotated* Accounts::annotated(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const model::Article* Accounts::article(std::string_view id) const {
  const model::Annotated* found = annotated(id);
  return found == nullptr ? nullptr : &found->article;
}

const model::Annotated* Accounts::original(size_t account) const {
  const auto& all = synopsis_.accounts;
  return account < all.size() && !all[account].empty() ? annotated(all[account].front()) : nullptr;
}

std::optional<size_t> Accounts::account_of(std::string_view article) const {
  const auto found = account_of_.find(article);
  return found == account_of_.end() ? std::nullopt : std::optional<size_t>(found->second);
}

// Whole sentences laid side by side: what is in them besides may differ.
bool is_alike(const model::Fact& fact) {
  return fact.slot == "outcome" && fact.about == "statement" && !fact.values.empty() &&
         fact.values.front().norm == "yes";
}

std::string_view publisher_of(const model::Article& article) {
  if (article.publisher && !article.publisher->name.empty()) return article.publisher->name;
  const std::string_view path = article.path;
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string published_of(const model::Article& article) { return model::stamp_of(article); }

bool is_doubtful(const model::Fact& fact) {
  constexpr double kSure = 0.75;
  return fact.verdict == "differ" && fact.confidence < kSure;
}

std::vector<Section> sections(const Accounts& accounts) {
  const model::Synopsis& synopsis = accounts.synopsis();
  const bool one = accounts.count() < 2;
  std::vector<Section> out{{"differ", "They differ", {}},
                           {"perhaps", "Perhaps they differ", {}},
                           {"updates", "Updates", {}},
                           {"agree", "All say", {}},
                           {"several", "Several say", {}},
                           {"alike", "Sentences on one point", {}},
                           {"only", one ? "The account says" : "Only one says", {}}};
  for (const auto& fact : synopsis.differ) out[is_doubtful(fact) ? 1 : 0].facts.push_back(&fact);
  for (const auto& fact : synopsis.updates) out[2].facts.push_back(&fact);
  for (const auto& fact : synopsis.only) out[6].facts.push_back(&fact);
  for (const auto& fact : synopsis.agree) {
    const bool all = tellers_of(accounts, fact.values).accounts.size() == accounts.count();
    out[is_alike(fact) ? 5 : all ? 3 : 4].facts.push_back(&fact);
  }
  std::erase_if(out, [](const Section& section) { return section.facts.empty(); });
  return out;
}

const char* verdict_text(const model::Fact& fact) {
  const std::string_view verdict = fact.verdict;
  if (is_alike(fact)) return "alike";
  if (verdict == "agree") return "agree";
  if (verdict == "only") return "only one says";
  if (verdict == "differ") return is_doubtful(fact) ? "perhaps differ" : "differ";
  if (verdict == "update") return "update";
  if (verdict == "attributed_difference") return "differ by who says it";
  if (verdict == "broader_narrower") return "one is broader";
  return "";
}

namespace {

// Said in front of the figure: "at least 7".
bool is_bound(std::string_view modifier) {
  static const std::set<std::string_view> kBounds{"about", "at_least", "at_most", "more_than",
                                                  "less_than"};
  return kBounds.contains(modifier);
}

// "2027-01-26/2027-01-27" for people: a stroke stands between values.
std::string with_dash(std::string days) {
  const size_t at = days.find('/');
  if (at == std::string::npos || at + 1 == days.size()) return days;
  const auto is_date = [](std::string_view part) {
    return part.size() >= 7 && is_ascii_digits(part.substr(0, 4)) && part[4] == '-';
  };
  const std::string_view both = days;
  if (!is_date(both.substr(0, at)) || !is_date(both.substr(at + 1))) return days;
  return days.replace(at, 1, " – ");
}

}  // namespace

std::string shown(const model::FactValue& value) {
  const std::string bare = with_dash(group_digits(value.name.empty() ? value.text : value.name));
  if (!is_bound(value.modifier)) return bare;
  std::string bound = value.modifier + " ";
  std::replace(bound.begin(), bound.end(), '_', ' ');
  return bare.starts_with(bound) ? bare : bound + bare;
}

namespace {

std::vector<std::string> limits_of(const model::FactValue& value) {
  std::vector<std::string> limits;
  if (!value.modifier.empty() && !is_bound(value.modifier)) limits.push_back(value.modifier);
  if (!value.certainty.empty() && value.certainty != "asserted" &&
      value.certainty != "background") {
    limits.push_back(value.certainty);
  }
  if (value.scope == "background") limits.push_back(value.scope);
  return limits;
}

}  // namespace

std::string qualifiers(const model::FactValue& value) {
  std::string text = join(limits_of(value), ", ");
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string claimant_of(const Accounts& accounts, const model::FactValue& value) {
  if (value.claimant.empty()) return {};
  if (value.claimant == value.name || value.claimant == value.norm) return {};  // is the value
  if (const auto* entity = accounts.knowledge().find(value.claimant)) return entity->name;
  // An office or an institution is no entity of the tables, but the article names it.
  if (const auto* annotated = accounts.annotated(value.article)) {
    for (const auto& mention : annotated->mentions) {
      if (mention.entity == value.claimant) return mention.name;
    }
  }
  return value.claimant;
}

bool is_of_copy(const Accounts& accounts, const model::FactValue& value) {
  const auto account = accounts.account_of(value.article);
  return account && accounts.synopsis().accounts[*account].front() != value.article;
}

bool has_two_sides(const model::Synopsis& synopsis) {
  return synopsis.accounts.size() > 1 || !synopsis.differ.empty() || !synopsis.updates.empty();
}

Tellers tellers_of(const Accounts& accounts, const std::vector<const model::FactValue*>& values) {
  std::set<size_t> found;
  for (const auto* value : values) {
    if (!is_of_copy(accounts, *value)) found.insert(value->account);
  }
  std::set<std::string_view> copies;
  for (const auto* value : values) {
    if (!found.contains(value->account)) copies.insert(value->article);
  }
  return {{found.begin(), found.end()}, {copies.begin(), copies.end()}};
}

Tellers tellers_of(const Accounts& accounts, const std::vector<model::FactValue>& values) {
  std::vector<const model::FactValue*> all;
  for (const auto& value : values) all.push_back(&value);
  return tellers_of(accounts, all);
}

std::string counted(const Tellers& tellers, size_t all) {
  const size_t copies = tellers.copies.size();
  const std::string beside = copies == 0   ? ""
                             : copies == 1 ? "a copy"
                                           : fmt::format("{} copies", copies);
  if (tellers.accounts.empty()) return beside;
  return fmt::format("{} of {}{}{}", tellers.accounts.size(), all, copies > 0 ? " and " : "",
                     beside);
}

namespace {

// What a value says, in a form that is the same for all who say the same; what `compare` found out
// counts before the bare form.
std::string said(const model::FactValue& value) { return std::to_string(value.side); }

std::string accounts_named(const Accounts& accounts, const std::vector<uint32_t>& list) {
  std::string names;
  for (const uint32_t account : list) {
    const model::Annotated* original = accounts.original(account);
    if (original == nullptr) continue;
    if (!names.empty()) names += ", ";
    names += publisher_of(original->article);
  }
  return names;
}

const char* note_text(std::string_view code) {
  if (code == "single_account") return "There is one account only: nothing can be compared yet.";
  if (code == "only_copies")
    return "All articles are copies of one: only what a copy changed is compared.";
  if (code == "undated") return "Not every account is dated: what came first is not known for all.";
  if (code == "two_events") return "The accounts may speak of two events.";
  return nullptr;
}

void add_notes(const Accounts& accounts, const model::Synopsis& synopsis,
               std::vector<std::string>& out) {
  const auto is_copied = [](const model::Note& note) { return note.code == "only_copies"; };
  const bool copied = std::any_of(synopsis.notes.begin(), synopsis.notes.end(), is_copied);
  for (const auto& note : synopsis.notes) {
    if (copied && note.code == "single_account") continue;
    const char* known = note_text(note.code);
    std::string text = known != nullptr ? known : note.code;
    if (known == nullptr) std::replace(text.begin(), text.end(), '_', ' ');
    std::string names;
    for (const auto& list : note.accounts) {
      if (!names.empty()) names += " · ";
      names += accounts_named(accounts, list);
    }
    if (!names.empty()) text += " (" + names + ")";
    out.push_back(std::move(text));
  }
}

}  // namespace

namespace {

// When a side was first told; one without a time comes last.
int64_t first_told(const std::vector<const model::FactValue*>& side) {
  int64_t first = INT64_MAX;
  for (const auto* value : side) {
    first = std::min(first, model::minutes_of(value->time).value_or(INT64_MAX));
  }
  return first;
}

}  // namespace

std::vector<std::vector<const model::FactValue*>> sides(const model::Fact& fact) {
  // What a copy changed is said by the copy, and not by its account beside what that says.
  std::map<std::pair<uint32_t, std::string_view>, std::set<std::string>> by_article;
  const auto said_with = [&](const model::FactValue& value) -> std::set<std::string>& {
    return by_article[{value.account, value.article}];
  };
  if (fact.verdict != "agree") {
    for (const auto& value : fact.values) said_with(value).insert(said(value));
  }
  std::vector<std::vector<const model::FactValue*>> found;
  for (const auto& value : fact.values) {
    const auto side = std::find_if(found.begin(), found.end(), [&](const auto& other) {
      return said_with(*other.front()) == said_with(value);
    });
    side == found.end() ? found.push_back({&value}) : side->push_back(&value);
  }
  if (fact.verdict == "update") {
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return first_told(a) < first_told(b); });
  }
  return found;
}

namespace {

std::vector<const model::FactValue*> values_by(uint32_t account,
                                               const std::vector<const model::FactValue*>& side) {
  std::vector<const model::FactValue*> values;
  for (const auto* value : side) {
    const auto same = [&](const auto* known) { return shown(*known) == shown(*value); };
    if (value->account == account && std::none_of(values.begin(), values.end(), same)) {
      values.push_back(value);
    }
  }
  return values;
}

std::string shown_together(const std::vector<const model::FactValue*>& values) {
  std::vector<std::string> names;
  for (const auto* value : values) names.push_back(shown(*value));
  return join(names, values.front()->value ? ", " : " + ");  // figures are not added up
}

}  // namespace

std::vector<const model::FactValue*> spokesman(const std::vector<const model::FactValue*>& side,
                                               const LanguageOf& language) {
  const auto read = std::find_if(side.begin(), side.end(), [&](const auto* value) {
    return is_read(language(value->article));
  });
  return values_by(read == side.end() ? side.front()->account : (*read)->account, side);
}

std::string shown(const std::vector<const model::FactValue*>& side) {
  return shown_together(values_by(side.front()->account, side));
}

std::string shown(const std::vector<const model::FactValue*>& side, const LanguageOf& language) {
  return shown_together(spokesman(side, language));
}

bool is_read(std::string_view lang) { return model::table_language(lang) == gloss::kReader; }

LanguageOf languages_of(const Accounts& accounts) {
  return [&accounts](std::string_view id) {
    const model::Article* article = accounts.article(id);
    return article == nullptr ? std::string() : article->lang;
  };
}

std::vector<std::string> notes(const Accounts& accounts) {
  std::vector<std::string> found;
  add_notes(accounts, accounts.synopsis(), found);
  if (!found.empty()) return found;
  // Without notes from the comparison, what can be seen from the accounts themselves.
  if (accounts.count() == 1) found.emplace_back(note_text("single_account"));
  for (size_t i = 0; i < accounts.count(); ++i) {
    const model::Annotated* original = accounts.original(i);
    if (original == nullptr || original->article.published) continue;
    found.emplace_back(note_text("undated"));
    break;
  }
  return found;
}

}  // namespace synoptic::sheet

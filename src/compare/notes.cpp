#include "compare/notes.h"

#include <algorithm>
#include <numeric>

namespace synoptic::compare {
namespace {

constexpr uint32_t kLead = 4;         // sentences, the title among them
constexpr double kOneEvent = 0.12;    // titles and leads less alike than this share no event
constexpr size_t kMostAccounts = 60;  // in larger stories the grouper has seen to it

using model::EntityType;

// What one account says where and when it was, and who is named in its title and lead.
struct Lead {
  uint32_t account = 0;
  const Telling* telling = nullptr;
  std::set<std::string> names;       // anywhere in the article
  std::set<std::string> lead_names;  // in title and lead
  std::set<std::string> countries;   // of the names in title and lead
  std::vector<double> figures;       // that are not small
  std::optional<int64_t> day;
  mutable std::optional<Terms> terms;  // once they were asked for
};

bool is_telling(double value) { return value >= 100; }

Lead lead_of(const Input& input, const Telling& telling) {
  Lead out;
  out.account = telling.account;
  out.telling = &telling;
  for (const auto& mention : telling.annotated->mentions) {
    if (mention.entity.empty() || mention.type == EntityType::kConcept) continue;
    out.names.insert(mention.entity);
    if (is_beyond(telling, mention.at) || sentence_of(telling, mention.at) >= kLead) continue;
    out.lead_names.insert(mention.entity);
    const auto* entity = input.knowledge->find(mention.entity);
    if (entity == nullptr) continue;
    const bool country = entity->type == EntityType::kCountry;
    const std::string& where = country ? entity->id : entity->country;
    if (!where.empty()) out.countries.insert(where);
  }
  std::copy_if(telling.numbers.begin(), telling.numbers.end(), std::back_inserter(out.figures),
               is_telling);
  if (telling.published_minutes) out.day = *telling.published_minutes / (24 * 60);
  return out;
}

const Terms& terms_of_lead(const Lead& lead) {
  if (lead.terms) return *lead.terms;
  std::string text;
  const auto& sentences = lead.telling->sentences;
  for (size_t i = 0; i < sentences.size() && i < kLead; ++i) {
    text += std::string(sentences[i].text) + "\n";
  }
  return lead.terms.emplace(compare::terms_of(text, lead.telling->annotated->article.lang));
}

template <typename Items>
bool share(const Items& a, const Items& b) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

// Nothing specific is shared, and places or days exclude each other. Doubt keeps them together.
bool are_two_events(const Lead& a, const Lead& b) {
  constexpr int64_t kDaysApart = 4;
  const bool places =
      !a.countries.empty() && !b.countries.empty() && !share(a.countries, b.countries);
  const bool days = a.day && b.day && std::abs(*a.day - *b.day) > kDaysApart;
  if (!places && !days) return false;
  if (share(a.lead_names, b.names) || share(a.names, b.lead_names)) return false;
  return !share(a.figures, b.figures) && likeness(terms_of_lead(a), terms_of_lead(b)) < kOneEvent;
}

}  // namespace

std::vector<std::vector<uint32_t>> events_of(const Input& input) {
  std::vector<Lead> leads;
  for (const auto& telling : input.tellings) {
    if (telling.original) leads.push_back(lead_of(input, telling));
    if (leads.size() > kMostAccounts) break;
  }
  std::vector<std::vector<uint32_t>> one(1);
  for (uint32_t i = 0; i < input.accounts; ++i) one[0].push_back(i);
  if (leads.size() < 2 || leads.size() > kMostAccounts) return one;
  std::vector<size_t> event(leads.size());
  std::iota(event.begin(), event.end(), 0);
  for (size_t i = 0; i < leads.size(); ++i) {
    for (size_t j = i + 1; j < leads.size(); ++j) {
      if (event[i] == event[j] || are_two_events(leads[i], leads[j])) continue;
      const size_t from = std::max(event[i], event[j]), to = std::min(event[i], event[j]);
      std::replace(event.begin(), event.end(), from, to);
    }
  }
  std::map<size_t, std::vector<uint32_t>> by_event;
  for (size_t i = 0; i < leads.size(); ++i) by_event[event[i]].push_back(leads[i].account);
  if (by_event.size() < 2) return one;
  std::vector<std::vector<uint32_t>> out;
  for (auto& [first, accounts] : by_event) {
    std::sort(accounts.begin(), accounts.end());
    out.push_back(std::move(accounts));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return out;
}

std::vector<model::Note> notes_of(const Input& input,
                                  const std::vector<std::vector<uint32_t>>& events) {
  std::vector<model::Note> out;
  const size_t originals =
      static_cast<size_t>(std::count_if(input.tellings.begin(), input.tellings.end(),
                                        [](const Telling& telling) { return telling.original; }));
  if (originals == 1) {
    const bool copies = input.tellings.size() > 1;
    const std::vector<uint32_t> the_one{input.tellings[0].account};
    out.push_back({"single_account", {the_one}});
    if (copies) out.push_back({"only_copies", {the_one}});
  }
  std::vector<uint32_t> undated;
  for (const auto& telling : input.tellings) {
    if (telling.original && !telling.published_minutes) undated.push_back(telling.account);
  }
  if (!undated.empty()) out.push_back({"undated", {undated}});
  if (events.size() > 1) out.push_back({"two_events", events});
  return out;
}

}  // namespace synoptic::compare

// Quotes of several accounts: the same words or the same speaker.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.h"
#include "compare/singles.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr double kSameWords = 0.6;  // of the shorter quote's words
constexpr double kSamePlace = 0.2;  // of two quotes in the order of their articles
constexpr size_t kMostQuotes = 400;

struct Said {
  uint32_t article = 0, quote = 0, account = 0;
  const model::Quote* it = nullptr;
  std::string lang, speaker;    // entity id, or the folded name behind "?"
  std::vector<uint64_t> words;  // sorted
};

std::vector<Said> all_quotes(const Input& input) {
  std::vector<Said> out;
  const size_t most_of_one = std::max<size_t>(3, kMostQuotes / (input.tellings.size() + 1));
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (!telling.original) continue;
    const auto& quotes = telling.annotated->quotes;
    const size_t end = std::min(kMostQuotes, out.size() + most_of_one);
    for (uint32_t j = 0; j < quotes.size() && out.size() < end; ++j) {
      Said said{i, j, telling.account, &quotes[j], {}, {}, {}};
      said.lang = std::string(model::table_language(telling.annotated->article.lang));
      if (quotes[j].speaker) {
        said.speaker = quotes[j].speaker->entity.empty()
                           ? "?" + text::fold_copy(quotes[j].speaker->name)
                           : quotes[j].speaker->entity;
      }
      const std::string folded = text::fold_copy(quotes[j].text);
      for (const auto& word : text::words(folded))
        said.words.push_back(fnv1a(word.range.of(folded)));
      std::sort(said.words.begin(), said.words.end());
      out.push_back(std::move(said));
    }
  }
  return out;
}

bool same_words(const Said& a, const Said& b) {
  if (a.lang != b.lang || std::min(a.words.size(), b.words.size()) < 4) return false;
  std::vector<uint64_t> both;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(both));
  return static_cast<double>(both.size()) >=
         kSameWords * static_cast<double>(std::min(a.words.size(), b.words.size()));
}

model::FactValue cell_of_quote(const Input& input, const Said& said) {
  Claim claim;
  claim.article = said.article;
  claim.at = said.it->at;
  claim.sentence = sentence_of(input.tellings[said.article], said.it->at);
  auto value = cell(input, claim);
  value.text = said.it->text;
  if (said.it->speaker) {
    value.name = value.claimant = said.it->speaker->name;
    value.norm =
        said.it->speaker->entity.empty() ? said.it->speaker->name : said.it->speaker->entity;
  }
  return value;
}

double salience_of(const Input& input, const Said& said) {
  const auto& telling = input.tellings[said.article];
  return salience_at(telling, sentence_of(telling, said.it->at));
}

// "indonesia" of "indonesia/trade-minister": the country or body of an office; empty for people.
std::string_view office_of(std::string_view speaker) {
  const size_t slash = speaker.find('/');
  return slash == std::string_view::npos ? std::string_view() : speaker.substr(0, slash);
}

std::string_view role_of(std::string_view speaker) {
  return speaker.substr(office_of(speaker).size() + 1);
}

// How much text the words take; a character of a script without spaces says more.
double length_of(const Said& said) {
  double length = 0;
  for (size_t at = 0; at < said.it->text.size();) {
    const auto c = text::decode(said.it->text, at);
    length += text::is_spaceless(c.value) ? 2.6 : text::is_hangul(c.value) ? 2.0 : 1.0;
    at += c.length;
  }
  return length;
}

double position_of(const Input& input, const Said& said) {
  const auto& telling = input.tellings[said.article];
  return telling.sentences[sentence_of(telling, said.it->at)].position;
}

bool quotes_speaker(const std::vector<Said>& quotes, uint32_t account, const std::string& speaker) {
  return std::any_of(quotes.begin(), quotes.end(), [&](const Said& said) {
    return said.account == account && said.speaker == speaker && said.it->form == "direct";
  });
}

// Quotes in two languages that can be one: of like length, in the same place of the telling, given
// to two offices of one government, neither of which the other account quotes.
bool may_be_one(const Input& input, const std::vector<Said>& quotes, const Said& a, const Said& b) {
  if (a.lang == b.lang || a.it->form != "direct" || b.it->form != "direct") return false;
  if (a.speaker == b.speaker || office_of(a.speaker).empty()) return false;
  if (office_of(a.speaker) != office_of(b.speaker)) return false;
  if (a.speaker.ends_with(role_of(b.speaker)) || b.speaker.ends_with(role_of(a.speaker))) {
    return false;  // "minister" and "foreign-minister": one may be the other
  }
  const double x = length_of(a), y = length_of(b);
  if (std::min(x, y) < 15 || std::max(x, y) > 1.5 * std::min(x, y)) return false;
  if (std::abs(position_of(input, a) - position_of(input, b)) > kSamePlace) return false;
  return !quotes_speaker(quotes, a.account, b.speaker) &&
         !quotes_speaker(quotes, b.account, a.speaker);
}

void compare_offices(const Input& input, const std::vector<Said>& quotes, Quotes& out) {
  std::set<std::string> told;
  for (const Said& a : quotes) {
    std::vector<model::FactValue> values;
    std::set<uint32_t> accounts{a.account};
    std::string key = a.speaker;
    for (const Said& b : quotes) {
      if (accounts.contains(b.account) || !may_be_one(input, quotes, a, b)) continue;
      accounts.insert(b.account);
      values.push_back(cell_of_quote(input, b));
      key = std::min(a.speaker, b.speaker) + "|" + std::max(a.speaker, b.speaker);
      out.aligned.insert({b.article, b.quote});
    }
    if (values.empty() || !told.insert(key).second) continue;
    out.aligned.insert({a.article, a.quote});
    values.insert(values.begin(), cell_of_quote(input, a));
    // Others that quote the same words by the same speaker as `a` stand beside it.
    for (const Said& same : quotes) {
      if (same.speaker == a.speaker && same.it->form == "direct" &&
          accounts.insert(same.account).second) {
        values.push_back(cell_of_quote(input, same));
      }
    }
    out.facts.push_back({make_fact(input, "attribution", "statement", "differ", std::move(values),
                                   0.45, "quotes of like length and place, given to two offices"),
                         salience_of(input, a)});
  }
}

// Words in two languages that nothing tells apart: neither can be called one account's own.
bool may_be_translated(const Input& input, const Said& a, const Said& b) {
  if (a.account == b.account || a.lang == b.lang || b.it->form != "direct") return false;
  const bool a_known = !a.speaker.empty() && a.speaker[0] != '?';
  const bool b_known = !b.speaker.empty() && b.speaker[0] != '?';
  if (a_known && b_known && a.speaker != b.speaker) return false;
  // A person by name is not taken for somebody unnamed; an office may be.
  if (a_known != b_known && office_of(a_known ? a.speaker : b.speaker).empty()) return false;
  const double x = length_of(a), y = length_of(b);
  return std::max(x, y) <= 1.6 * std::min(x, y) &&
         std::abs(position_of(input, a) - position_of(input, b)) <= kSamePlace;
}

void find_doubtful(const Input& input, const std::vector<Said>& quotes, Quotes& out) {
  const auto is_free = [&](const Said& said) {
    return said.it->form == "direct" && !out.aligned.contains({said.article, said.quote});
  };
  for (const Said& a : quotes) {
    if (!is_free(a)) continue;
    for (const Said& b : quotes) {
      if (!may_be_translated(input, a, b) || !is_free(b)) continue;
      out.doubtful.insert({a.article, a.quote});
      break;
    }
  }
}

}  // namespace

Quotes compare_quotes(const Input& input) {
  Quotes out;
  const auto quotes = all_quotes(input);
  std::vector<bool> used(quotes.size(), false);
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (size_t j = i + 1; j < quotes.size(); ++j) {
      const Said& a = quotes[i];
      const Said& b = quotes[j];
      if (a.account == b.account || used[j] || !same_words(a, b)) continue;
      used[i] = used[j] = true;
      out.aligned.insert({a.article, a.quote});
      out.aligned.insert({b.article, b.quote});
      if (a.speaker.empty() || b.speaker.empty()) continue;
      const bool same = a.speaker == b.speaker;
      out.facts.push_back(
          {make_fact(input, "attribution", "statement", same ? "agree" : "differ",
                     {cell_of_quote(input, a), cell_of_quote(input, b)}, same ? 0.9 : 0.85,
                     same ? "the same words, the same speaker"
                          : "the same words, given to another speaker"),
           salience_of(input, a)});
    }
  }
  compare_offices(input, quotes, out);
  // Across languages the words cannot be compared; that both quote the same speaker can.
  std::map<std::string, std::map<uint32_t, const Said*>> by_speaker;
  for (size_t i = 0; i < quotes.size(); ++i) {
    if (used[i] || quotes[i].speaker.empty() || quotes[i].speaker[0] == '?') continue;
    by_speaker[quotes[i].speaker].try_emplace(quotes[i].account, &quotes[i]);
  }
  for (const auto& [speaker, said] : by_speaker) {
    if (said.size() < 2) continue;
    std::vector<model::FactValue> values;
    for (const auto& [account, quote] : said) {
      values.push_back(cell_of_quote(input, *quote));
      out.aligned.insert({quote->article, quote->quote});
    }
    const double salience = salience_of(input, *said.begin()->second);
    out.facts.push_back({make_fact(input, "attribution", "statement", "agree", std::move(values),
                                   0.55, "both accounts quote this speaker"),
                         salience});
  }
  find_doubtful(input, quotes, out);
  return out;
}

}  // namespace synoptic::compare

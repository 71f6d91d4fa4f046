#include "compare/statements/quotes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "compare/names/voices.h"
#include "compare/rules.h"
#include "compare/statements/wording.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kSamePlace = 0.2;  // of two quotes in the order of their articles
constexpr size_t kMostQuotes = 400;
constexpr double kOneSaying = 0.12;  // of words in two languages

struct Said {
  uint32_t article = 0, quote = 0, account = 0;
  const model::Quote* it = nullptr;
  std::string lang, speaker;  // entity id, or the folded name behind "?"
  Voice voice;
  Wording wording;
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
      Said said{i,
                j,
                telling.account,
                &quotes[j],
                {},
                {},
                voice_of(input, telling, quotes[j]),
                Wording(quotes[j].text)};
      said.lang = std::string(model::table_language(telling.annotated->article.lang));
      if (quotes[j].speaker) {
        said.speaker = quotes[j].speaker->entity.empty()
                           ? "?" + text::fold_copy(quotes[j].speaker->name)
                           : quotes[j].speaker->entity;
      }
      out.push_back(std::move(said));
    }
  }
  return out;
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

// Quotes that are word for word one, gathered over all accounts: who speaks them.
class SameWords {
 public:
  SameWords(const Input& input, const std::vector<Said>& quotes, Quotes& out,
            std::vector<bool>& used)
      : input_(input), quotes_(quotes), out_(out), used_(used) {}

  void compare() {
    for (size_t i = 0; i < quotes_.size(); ++i) {
      if (!used_[i] && !quotes_[i].speaker.empty()) gather(i);
    }
  }

 private:
  using Side = std::vector<size_t>;  // the quotes of one speaker

  void gather(size_t first) {
    Side group{first};
    std::set<uint32_t> accounts{quotes_[first].account};
    for (size_t j = first + 1; j < quotes_.size(); ++j) {
      const Said& other = quotes_[j];
      if (used_[j] || other.speaker.empty() || other.lang != quotes_[first].lang) continue;
      if (accounts.contains(other.account)) continue;
      if (!quotes_[first].wording.is_same_as(other.wording)) continue;
      accounts.insert(other.account);
      group.push_back(j);
    }
    if (group.size() < 2) return;
    for (const size_t i : group) used_[i] = true;
    tell(sides_of(group));
  }

  // The speaker whom most accounts name first.
  std::vector<Side> sides_of(const Side& group) const {
    std::vector<Side> sides;
    for (const size_t i : group) {
      const auto same = std::find_if(sides.begin(), sides.end(), [&](const Side& side) {
        return std::any_of(side.begin(), side.end(), [&](size_t other) {
          return are_one(quotes_[i].voice, quotes_[other].voice);
        });
      });
      same == sides.end() ? sides.push_back({i}) : same->push_back(i);
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const Side& a, const Side& b) { return a.size() > b.size(); });
    return sides;
  }

  // Only words in marks can be given to somebody else: what two people tell in the reporter's words
  // both may have said.
  bool differ(const Side& a, const Side& b) const {
    const auto is_direct = [&](size_t i) { return quotes_[i].it->form == "direct"; };
    return std::all_of(a.begin(), a.end(), is_direct) &&
           std::all_of(b.begin(), b.end(), is_direct) &&
           std::all_of(a.begin(), a.end(), [&](size_t i) {
             return std::all_of(b.begin(), b.end(), [&](size_t j) {
               return are_two(input_, quotes_[i].voice, quotes_[j].voice);
             });
           });
  }

  void tell(const std::vector<Side>& sides) {
    Side all = sides[0];
    for (size_t i = 1; i < sides.size(); ++i) {
      if (differ(sides[0], sides[i])) all.insert(all.end(), sides[i].begin(), sides[i].end());
    }
    const bool one = all.size() == sides[0].size();
    if (one && all.size() < 2) return;
    // Two people who are taken for each other all through an article are one difference.
    if (!one &&
        !told_.insert(std::minmax(quotes_[all.front()].voice.key, quotes_[all.back()].voice.key))
             .second) {
      return;
    }
    const auto side_of = [&](size_t i) {
      uint32_t number = 0;
      for (const Side& side : sides) {
        if (std::find(side.begin(), side.end(), i) != side.end()) break;
        if (std::find(all.begin(), all.end(), side[0]) != all.end()) ++number;
      }
      return number;
    };
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const size_t i : all) {
      values.push_back(cell_of_quote(input_, quotes_[i]));
      values.back().side = side_of(i);
      if (one) values.back().norm = values[0].norm;
      salience = std::max(salience, salience_of(input_, quotes_[i]));
    }
    out_.facts.push_back({make_fact("attribution", "statement", one ? "agree" : "differ",
                                    std::move(values), one ? 0.9 : 0.85,
                                    one ? "the same words, the same speaker"
                                        : "the same words, given to another speaker"),
                          salience});
  }

  const Input& input_;
  const std::vector<Said>& quotes_;
  Quotes& out_;
  std::vector<bool>& used_;
  std::set<std::pair<std::string, std::string>> told_;  // speakers
};

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
    out.facts.push_back({make_fact("attribution", "statement", "differ", std::move(values), 0.45,
                                   "quotes of like length and place, given to two offices"),
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

// What one speaker says in several languages: the two of two accounts that are most alike, and of
// every other account what is most like the first of them. That it is one speaker does not make it
// one saying.
class OneSaying {
 public:
  OneSaying(const std::vector<Said>& quotes, const std::vector<size_t>& of_speaker)
      : quotes_(quotes) {
    for (const size_t i : of_speaker)
      said_.push_back({i, terms_of(quotes[i].it->text, quotes[i].lang)});
  }

  std::vector<size_t> find() const {
    const Words* first = nullptr;
    const Words* second = nullptr;
    double most = kOneSaying;
    for (size_t i = 0; i < said_.size(); ++i) {
      for (size_t j = i + 1; j < said_.size(); ++j) {
        if (account_of(said_[i]) == account_of(said_[j])) continue;
        const double alike = likeness(said_[i].terms, said_[j].terms);
        if (alike < most) continue;
        first = &said_[i], second = &said_[j], most = alike;
      }
    }
    if (first == nullptr) return {};
    std::map<uint32_t, std::pair<double, size_t>> best;
    for (const Words& other : said_) {
      const double alike =
          std::max(likeness(first->terms, other.terms), likeness(second->terms, other.terms));
      if (&other != first && &other != second && alike < kOneSaying) continue;
      if (account_of(other) == account_of(*first) && &other != first) continue;
      if (account_of(other) == account_of(*second) && &other != second) continue;
      auto& kept = best[account_of(other)];
      if (alike >= kept.first) kept = {alike, other.quote};
    }
    std::vector<size_t> out;
    for (const auto& [account, kept] : best) out.push_back(kept.second);
    return out;
  }

 private:
  struct Words {
    size_t quote;
    Terms terms;
  };
  uint32_t account_of(const Words& words) const { return quotes_[words.quote].account; }

  const std::vector<Said>& quotes_;
  std::vector<Words> said_;
};

// Across languages the words are compared by what they mean, and only of somebody known.
void compare_speakers_abroad(const Input& input, const std::vector<Said>& quotes,
                             const std::vector<bool>& used, Quotes& out) {
  std::map<std::string, std::vector<size_t>> by_speaker;
  for (size_t i = 0; i < quotes.size(); ++i) {
    if (!used[i] && !quotes[i].speaker.empty() && quotes[i].speaker[0] != '?') {
      by_speaker[quotes[i].speaker].push_back(i);
    }
  }
  for (const auto& [speaker, all] : by_speaker) {
    std::set<uint32_t> accounts;
    for (const size_t i : all) accounts.insert(quotes[i].account);
    if (accounts.size() < 2) continue;
    // The first of each is no account's own: another one quotes the speaker, too.
    for (const size_t i : all) {
      if (accounts.erase(quotes[i].account) > 0)
        out.aligned.insert({quotes[i].article, quotes[i].quote});
    }
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const size_t i : OneSaying(quotes, all).find()) {
      values.push_back(cell_of_quote(input, quotes[i]));
      out.aligned.insert({quotes[i].article, quotes[i].quote});
      salience = std::max(salience, salience_of(input, quotes[i]));
    }
    if (values.empty()) continue;
    out.facts.push_back({make_fact("attribution", "statement", "agree", std::move(values), 0.55,
                                   rules::kSameSpeaker),
                         salience});
  }
}

}  // namespace

Quotes compare_quotes(const Input& input) {
  Quotes out;
  const auto quotes = all_quotes(input);
  std::vector<bool> used(quotes.size(), false);
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (size_t j = i + 1; j < quotes.size(); ++j) {
      const Said &a = quotes[i], &b = quotes[j];
      if (a.account == b.account || a.lang != b.lang) continue;
      if (!a.wording.may_be_same_as(b.wording)) continue;
      out.aligned.insert({a.article, a.quote});
      out.aligned.insert({b.article, b.quote});
    }
  }
  SameWords(input, quotes, out, used).compare();
  compare_offices(input, quotes, out);
  compare_speakers_abroad(input, quotes, used, out);
  find_doubtful(input, quotes, out);
  return out;
}

}  // namespace synoptic::compare

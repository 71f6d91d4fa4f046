#include "clean/html/title_statements.h"

#include <algorithm>
#include <array>
#include <utility>

#include "clean/topic_words.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMaxStatements = 16;
constexpr uint32_t kWidestName = 24;    // of a site or a section in a heading
constexpr uint32_t kWidestKicker = 45;  // columns
// A section's name shares fewer words than this with the headline.
constexpr double kAboutTheSame = 0.25;
// What it takes to overrule a heading's own words with another version of them.
constexpr double kOverrules = 3.5, kTellsKicker = 1.0;

// Measured: a heading and the page's data are right about as often, Open Graph is written for other
// sites, <title> for search engines; two that agree outweigh any one.
struct Worth {
  std::string_view where;
  double worth;
};
constexpr std::array<Worth, 8> kWorth{{{"front_matter", 9},
                                       {"h1", 2.65},
                                       {"json_ld", 2.0},
                                       {"property", 1.6},
                                       {"og", 1.6},
                                       {"heading", 1.6},
                                       {"title", 1.0},
                                       {"twitter", 0.3}}};
constexpr double kSupported = 3.0;       // an h1 and any other element
constexpr double kNamesSomething = 0.9;  // an h1 that looks like the name of a section
// Against headlines that say other things, what stands above the text weighs more.
constexpr double kAboveText = 3.0;

double place_worth(std::string_view where) {
  for (const Worth& worth : kWorth) {
    if (worth.where == where) return worth.worth;
  }
  return 0.5;
}

size_t order_of(std::string_view where) {
  const auto found = std::find_if(kWorth.begin(), kWorth.end(),
                                  [&](const Worth& worth) { return worth.where == where; });
  return static_cast<size_t>(found - kWorth.begin());
}

// The same words, or the same with a kicker in front or a site's name behind.
bool one_holds_other(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  constexpr size_t kLeastPercent = 40;
  if (b.size() * 100 < a.size() * kLeastPercent) return false;
  return a.starts_with(b) || a.ends_with(b);
}

size_t end_of_sentence(std::string_view text, size_t begin) {
  size_t end = text.size();
  for (const std::string_view sign : {"?", "!", ".", "？", "！", "。", "؟", "।"}) {
    end = std::min(end, text.find(sign, begin));
  }
  return end;
}

// "A question? What it is about" and "Kicker What it is about: more of it": a whole sentence of the
// one stands in the other.
bool holds_a_sentence(std::string_view key, const TitleStatement& other) {
  constexpr size_t kLeastKey = 20, kLeastPercent = 40;
  const std::string_view text = other.text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = end_of_sentence(text, begin);
    const std::string sentence = key_of(text.substr(begin, end - begin));
    if (sentence.size() >= kLeastKey && sentence.size() * 100 >= other.key.size() * kLeastPercent &&
        key.find(sentence) != std::string_view::npos) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

bool are_versions(const TitleStatement& a, const TitleStatement& b) {
  return a.key == b.key || one_holds_other(a.key, b.key) || holds_a_sentence(a.key, b) ||
         holds_a_sentence(b.key, a);
}

double common_share(const TitleStatement& a, const TitleStatement& b) {
  const size_t all = a.words.size() + b.words.size();
  if (all == 0) return 0;
  size_t common = 0;
  for (const std::string& word : a.words) {
    common += std::find(b.words.begin(), b.words.end(), word) != b.words.end();
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

class Weigher {
 public:
  Weigher(const std::vector<TitleCandidate>& candidates, const std::vector<std::string>& texts) {
    for (size_t i = 0; i < candidates.size() && all_.size() < kMaxStatements; ++i) {
      TitleStatement statement;
      statement.candidate = &candidates[i];
      statement.text = texts[i];
      statement.key = key_of(texts[i]);
      if (!statement.key.empty()) all_.push_back(std::move(statement));
    }
    std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) {
      return order_of(a.candidate->where) < order_of(b.candidate->where);
    });
  }

  StatedTitles weigh() {
    StatedTitles out;
    if (all_.empty()) return out;
    if (std::any_of(all_.begin(), all_.end(),
                    [&](const auto& other) { return other.key != all_.front().key; })) {
      take_words();
    }
    for (TitleStatement& statement : all_) statement.worth = worth_of_words(statement);
    take_groups();
    const size_t group = best_group();
    const TitleStatement* chosen = best_version(group);
    const std::string key = chosen->key;
    const TitleCandidate* candidate = chosen->candidate;
    std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) {
      if ((a.group == group) != (b.group == group)) return a.group == group;
      if ((a.candidate == candidate) != (b.candidate == candidate)) return a.candidate == candidate;
      if ((a.key == key) != (b.key == key)) return a.key == key;
      return a.worth > b.worth;
    });
    out.versions = static_cast<size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const auto& s) { return s.group == group; }));
    out.statements = std::move(all_);
    return out;
  }

 private:
  void take_words() {
    for (TitleStatement& statement : all_) {
      Piece piece;
      piece.text = statement.text;
      statement.words = topic_words(measure(std::move(piece)));
    }
  }

  static std::string_view where(const TitleStatement& statement) {
    return statement.candidate->where;
  }

  // A section's or a site's name in the place of the headline, where the rest says another title.
  bool names_something(const TitleStatement& heading) const {
    // Of many headings of the first level each has a part of the text under it.
    constexpr std::ptrdiff_t kMany = 4;
    if (heading.worth < kSupported &&
        std::count_if(all_.begin(), all_.end(),
                      [](const auto& other) { return where(other) == "h1"; }) >= kMany) {
      return true;
    }
    if (shares_nothing(heading) || heading.text.find("+++") != std::string::npos) return true;
    const uint32_t width = width_of(heading.text);
    if (width > kWidestName) return false;
    return std::any_of(all_.begin(), all_.end(), [&](const TitleStatement& other) {
      return where(other) != "h1" && where(other) != "twitter" &&
             width * 2 <= width_of(other.text) && !one_holds_other(heading.key, other.key) &&
             common_share(heading, other) < kAboutTheSame;
    });
  }

  // Open Graph agrees with <title>, and the heading has not a word in common with them; or a lesser
  // heading does, and it has hardly one.
  bool shares_nothing(const TitleStatement& heading) const {
    constexpr size_t kFewestWords = 4;
    const bool below = std::any_of(all_.begin(), all_.end(),
                                   [](const auto& other) { return where(other) == "heading"; });
    const double by_chance = below ? kAboutTheSame : 0;
    const auto says_so = [&](std::string_view kind, const std::string& key) {
      return std::any_of(all_.begin(), all_.end(), [&](const auto& other) {
        return where(other) == kind && other.key == key;
      });
    };
    if (std::any_of(all_.begin(), all_.end(), [&](const auto& other) {
          return where(other) != "h1" &&
                 (other.key == heading.key || common_share(other, heading) > by_chance);
        })) {
      return false;
    }
    return std::any_of(all_.begin(), all_.end(), [&](const TitleStatement& other) {
      return (where(other) == "og" || where(other) == "heading") &&
             other.words.size() >= kFewestWords && says_so("title", other.key);
    });
  }

  // Each kind of element counts once.
  template <typename Says>
  double worth_where(Says says) const {
    double sum = 0;
    std::string_view last;
    for (const TitleStatement& statement : all_) {
      if (where(statement) == last || !says(statement)) continue;
      last = where(statement);
      sum += worth_of(statement);
    }
    return sum;
  }

  double worth_of(const TitleStatement& statement) const {
    const bool name = where(statement) == "h1" && names_something(statement);
    return name ? kNamesSomething : place_worth(where(statement));
  }

  double worth_of_words(const TitleStatement& statement) const {
    return worth_where([&](const TitleStatement& other) { return other.key == statement.key; });
  }

  // Around the surest statement that has no group yet, again and again.
  void take_groups() {
    std::vector<TitleStatement*> order;
    for (TitleStatement& statement : all_) order.push_back(&statement);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->worth > b->worth; });
    size_t group = 0;
    for (TitleStatement* centre : order) {
      if (centre->group != 0) continue;
      centre->group = ++group;
      for (TitleStatement* other : order) {
        if (other->group == 0 && are_versions(*centre, *other)) other->group = group;
      }
    }
    groups_ = group;
  }

  size_t best_group() const {
    size_t best = 1;
    double most = 0;
    for (size_t group = 1; group <= groups_; ++group) {
      double worth = worth_where([&](const auto& s) { return s.group == group; });
      const bool heading = std::any_of(all_.begin(), all_.end(), [&](const auto& s) {
        return s.group == group && where(s) == "h1" && !names_something(s);
      });
      if (heading) worth += kAboveText;
      if (worth > most) best = group, most = worth;
    }
    if (const size_t stated = stated_alike(best); stated != 0) return stated;
    const TitleStatement* written = editors_headline(best);
    return written == nullptr ? best : written->group;
  }

  // All that a page's head states is one text and only its heading says something shorter: a
  // section, the words of a picture. 0: the head is not of one mind, or has not said it thrice.
  size_t stated_alike(size_t group) const {
    const TitleStatement* first = nullptr;
    size_t times = 0;
    uint32_t heading = 0;
    for (const TitleStatement& statement : all_) {
      if (where(statement) == "h1") {
        heading = std::max(heading, width_of(statement.text));
        continue;
      }
      if (where(statement) == "front_matter") return 0;
      if (first == nullptr) first = &statement;
      if (statement.key != first->key) return 0;
      ++times;
    }
    const auto states = [&](std::string_view kind) {
      return std::any_of(all_.begin(), all_.end(),
                         [&](const auto& statement) { return where(statement) == kind; });
    };
    if (first == nullptr || heading * 2 > width_of(first->text)) return 0;
    const bool thrice = times >= 3 && states("json_ld") && states("og") && states("title");
    return thrice && first->group != group ? first->group : 0;
  }

  // Where heading, data and <title> are one text, made for search engines as a rule, the headline
  // that the editors wrote survives in Open Graph. It is as long as theirs and says other things.
  const TitleStatement* editors_headline(size_t group) const {
    constexpr uint32_t kNarrowest = 30;
    constexpr double kSameThings = 0.7, kSameHeadline = 0.85;
    const auto is_heading = [](const auto& statement) { return where(statement) == "h1"; };
    if (std::count_if(all_.begin(), all_.end(), is_heading) != 1) return nullptr;
    for (const TitleStatement& statement : all_) {
      if (where(statement) != "og" || statement.group == group) continue;
      for (const TitleStatement& heading : all_) {
        if (where(heading) != "h1" || heading.group != group) continue;
        const auto says_so = [&](std::string_view kind) {
          return std::any_of(all_.begin(), all_.end(), [&](const auto& other) {
            return where(other) == kind && other.key == heading.key;
          });
        };
        // Written with other capitals the words went through two hands.
        const auto copies = [&](const TitleStatement& other) {
          return where(other) == "json_ld" && other.text == heading.text;
        };
        const uint32_t width = width_of(statement.text);
        if (std::any_of(all_.begin(), all_.end(), copies) && says_so("title") &&
            common_share(statement, heading) < kSameHeadline &&
            !(says_so("twitter") && common_share(statement, heading) >= kSameThings) &&
            width >= kNarrowest && width * 2 >= width_of(heading.text)) {
          return &statement;
        }
      }
    }
    return nullptr;
  }

  const TitleStatement* best_version(size_t group) const {
    const TitleStatement* surest = nullptr;
    const TitleStatement* heading = nullptr;
    for (const TitleStatement& statement : all_) {
      if (statement.group != group) continue;
      if (surest == nullptr || statement.worth > surest->worth) surest = &statement;
      if (where(statement) != "h1" && where(statement) != "front_matter") continue;
      if (heading == nullptr || statement.worth > heading->worth) heading = &statement;
    }
    if (heading == nullptr) return surest;
    for (const TitleStatement& statement : all_) {
      if (statement.group == group && statement.worth >= kTellsKicker &&
          statement.key != heading->key && heading->text.ends_with(statement.text)) {
        return has_loose_kicker(heading->text, statement.text) ? &statement : heading;
      }
    }
    for (const TitleStatement& statement : all_) {
      if (statement.group == group && statement.worth >= kTellsKicker &&
          is_front_part(statement, *heading)) {
        return &statement;
      }
    }
    if (ends_in_brackets(*surest, *heading) || goes_on(*heading, *surest)) return heading;
    return surest->worth >= kOverrules && surest->worth > heading->worth ? surest : heading;
  }

  // The first of the heading's elements is the headline by the page's own words: behind it stands a
  // subtitle, a count, a button.
  static bool is_front_part(const TitleStatement& statement, const TitleStatement& heading) {
    return statement.key != heading.key && heading.key.starts_with(statement.key) &&
           std::ranges::find(heading.candidate->parts, statement.key) !=
               heading.candidate->parts.end();
  }

  // The heading says the whole, the data only how it begins: readers see the heading. What stands
  // behind a sign between words may be the site's name.
  static bool goes_on(const TitleStatement& heading, const TitleStatement& shorter) {
    constexpr size_t kFewestWords = 2;
    if (where(heading) != "h1" || heading.text.size() <= shorter.text.size() ||
        !heading.text.starts_with(shorter.text) ||
        heading.words.size() < shorter.words.size() + kFewestWords) {
      return false;
    }
    const std::string_view rest = std::string_view(heading.text).substr(shorter.text.size());
    if (rest.front() != ' ') {
      return rest.starts_with(",") || rest.starts_with("،") || rest.starts_with(": ");
    }
    return text::is_letter(text::decode(text::trim_space(rest), 0).value);
  }

  // "Headline（Outlet）": a name in brackets behind the heading's own words.
  static bool ends_in_brackets(const TitleStatement& longer, const TitleStatement& heading) {
    if (longer.key.size() <= heading.key.size() || !longer.key.starts_with(heading.key)) {
      return false;
    }
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"（", "）"}, {"【", "】"}, {"(", ")"}}) {
      const size_t at = longer.text.rfind(open);
      if (!longer.text.ends_with(close) || at == std::string::npos) continue;
      const std::string_view inside = std::string_view(longer.text).substr(at + open.size());
      return width_of(inside) <= kWidestName &&
             key_of(std::string_view(longer.text).substr(0, at)) == heading.key;
    }
    return false;
  }

  // "Kicker Headline" in one heading. "Place: what happened" is one headline, and so is a word cut
  // in two.
  static bool has_loose_kicker(std::string_view heading, std::string_view headline) {
    const size_t begin = heading.size() - headline.size();
    const std::string_view kicker = text::trim_space(heading.substr(0, begin));
    if (kicker.empty() || width_of(kicker) > kWidestKicker ||
        width_of(kicker) >= width_of(headline) ||
        is_joint(text::decode_before(kicker, kicker.size()).value)) {
      return false;
    }
    const char32_t first = text::decode(headline, 0).value;
    const bool inside_word = text::is_letter(text::decode_before(heading, begin).value) &&
                             text::is_letter(first) && !text::is_upper(first);
    return !inside_word;
  }

  static bool is_joint(char32_t c) {
    return c == ':' || c == 0xFF1A || c == '-' || c == 0x2013 || c == 0x2014 || c == ',' ||
           c == '|';
  }

  std::vector<TitleStatement> all_;
  size_t groups_ = 0;
};

}  // namespace

StatedTitles weigh_titles(const std::vector<TitleCandidate>& candidates,
                          const std::vector<std::string>& texts) {
  return Weigher(candidates, texts).weigh();
}

}  // namespace synoptic::clean

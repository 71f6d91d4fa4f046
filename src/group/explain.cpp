
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>

#include "base/strings.h"
#include "group/bounds.h"
#include "group/pair_model.h"
#include "group/shared_items.h"
#include "group/window.h"
#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::group {
namespace {

using model::Annotated;

constexpr size_t kCompared = 32;         // members that an article is compared with, spread evenly
constexpr float kDoubtfulMargin = 0.5F;  // a tie so little above the bar is a weak one
constexpr int64_t kFarDays = 7;
constexpr double kMixedShare = 0.25;  // letters of another script: the text is in two languages
constexpr size_t kLettersRead = 20000;
constexpr size_t kFewTerms = 12;  // a headline alone has about ten

std::vector<uint32_t> spread_over(uint32_t count) {
  std::vector<uint32_t> out;
  const uint32_t kept = std::min<uint32_t>(count, kCompared);
  for (uint32_t i = 0; i < kept; ++i) {
    out.push_back(kept == count ? i
                                : static_cast<uint32_t>(uint64_t{i} * (count - 1) / (kept - 1)));
  }
  return out;
}

Tie tie_of(uint32_t article, const std::vector<const Fingerprint*>& prints,
           const std::vector<const Vector*>& vectors, const Model& model) {
  Tie out;
  out.article = article;
  out.score = std::numeric_limits<float>::lowest();
  Pair nearest;
  float embedding = 0;
  for (const uint32_t other : spread_over(static_cast<uint32_t>(prints.size()))) {
    if (other == article) continue;
    const Pair pair = compare(*prints[article], *prints[other]);
    const bool both = vectors[article] != nullptr && vectors[other] != nullptr;
    const float blended = both ? blend(*vectors[article], *vectors[other]) : 0.0F;
    const float score = model.score(pair) + blended;
    const bool copy = is_copy(*prints[article], *prints[other]);
    if (copy < out.copy || (copy == out.copy && score <= out.score)) continue;
    out.score = score;
    out.copy = copy;
    out.other = other;
    nearest = pair;
    embedding = blended;
  }
  for (const auto& part : model.weigh(nearest)) {
    out.features.push_back({std::string(part.name), part.value, part.weight});
  }
  if (embedding != 0) {
    const float weight = vectors[article]->weight;
    out.features.push_back({"embedding", embedding / weight, weight});
  }
  std::stable_sort(out.features.begin(), out.features.end(), [](const auto& a, const auto& b) {
    return std::abs(a.value * a.weight) > std::abs(b.value * b.weight);
  });
  return out;
}

// Share of letters that are not of the script that most are of; Han and kana count as one.
double strange_share(const model::Article& article) {
  std::map<int, size_t> letters;
  size_t all = 0;
  const auto read = [&](std::string_view text) {
    for (size_t at = 0; at < text.size() && all < kLettersRead;) {
      const auto c = text::decode(text, at);
      at += c.length;
      UErrorCode error = U_ZERO_ERROR;
      const auto point = static_cast<UChar32>(c.value);
      int script = u_isalpha(point) ? uscript_getScript(point, &error) : USCRIPT_COMMON;
      if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
      if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) script = USCRIPT_HAN;
      // A character of these says about as much as three letters.
      const size_t weight = script == USCRIPT_HAN || script == USCRIPT_HANGUL ? 3 : 1;
      letters[script] += weight;
      all += weight;
    }
  };
  read(article.title);
  for (const auto& block : article.blocks) read(block.text);
  size_t most = 0;
  for (const auto& [script, count] : letters) most = std::max(most, count);
  return all == 0 ? 0.0 : 1.0 - static_cast<double>(most) / static_cast<double>(all);
}

class Doubter {
 public:
  Doubter(const std::vector<const Annotated*>& members,
          const std::vector<const Fingerprint*>& prints, Explanation& out)
      : members_(members), prints_(prints), out_(out) {}

  void doubt_all() {
    for (uint32_t i = 0; i < members_.size(); ++i) {
      dates(i);
      language(i);
      if (prints_[i]->terms().size() < kFewTerms) {
        add("short", i, fmt::format("{} terms to compare", prints_[i]->terms().size()));
      }
    }
    for (const auto& tie : out_.ties) {
      if (tie.copy) continue;
      if (tie.score < out_.join + kDoubtfulMargin) {
        add("weak_tie", tie.article, tie.other,
            fmt::format("score {:.2f} with its nearest; {:.2f} joins", tie.score, out_.join));
      }
      for (const auto& feature : tie.features) {
        if (feature.name == "other_places" || feature.name == "other_countries" ||
            feature.name == "other_days") {
          add(feature.name, tie.article, tie.other, "its nearest names others in title and lead");
        }
      }
    }
  }

 private:
  void add(const std::string& code, uint32_t article, std::string why) {
    out_.doubts.push_back({code, {article}, std::move(why)});
  }
  void add(const std::string& code, uint32_t article, uint32_t other, std::string why) {
    out_.doubts.push_back({code, {article, other}, std::move(why)});
  }

  void dates(uint32_t i) {
    const auto& article = members_[i]->article;
    if (article.date_conflict) add("date_conflict", i, "its page gives dates that disagree");
    const auto minutes = prints_[i]->minutes();
    if (!minutes) return add("undated", i, "no date was found: it counts less, and stands last");
    if (const auto fetched = model::parse_iso(article.fetched)) {
      if (*minutes > model::minutes_since_epoch(*fetched) + kMinutesPerDay) {
        add("date_after_fetch", i,
            fmt::format("dated {}, fetched {}", prints_[i]->published(), article.fetched));
      }
    }
    // The distance to the nearest of the others.
    int64_t nearest = std::numeric_limits<int64_t>::max();
    for (const uint32_t j : spread_over(static_cast<uint32_t>(members_.size()))) {
      if (j == i || !prints_[j]->minutes()) continue;
      nearest = std::min<int64_t>(nearest, std::abs(*minutes - *prints_[j]->minutes()));
    }
    if (nearest == std::numeric_limits<int64_t>::max()) return;
    if (nearest > kFarDays * kMinutesPerDay) {
      add("date_apart", i,
          fmt::format("dated {}, {} days from the nearest of the others", prints_[i]->published(),
                      nearest / kMinutesPerDay));
    }
  }

  void language(uint32_t i) {
    const std::string_view lang = prints_[i]->lang();
    if (const double share = strange_share(members_[i]->article); share >= kMixedShare) {
      add("language_mixed", i,
          fmt::format("{:.0f} % of its letters are of another script; one language is read",
                      100 * share));
    }
    if (lang.empty() || lang == "und") {
      add("language_unknown", i, "its language was not told or recognised");
    } else if (!lexicon::Lexicon::load().knows(lang)) {
      add("language_not_read", i,
          fmt::format("the lexicon has no words of {}: names, numbers and kin count", lang));
    }
  }

  const std::vector<const Annotated*>& members_;
  const std::vector<const Fingerprint*>& prints_;
  Explanation& out_;
};

}  // namespace

Explanation explain(const std::vector<const Annotated*>& members,
                    const knowledge::Knowledge& knowledge, const Grouper* placed) {
  const Window empty;
  std::vector<Fingerprint> made;
  made.reserve(members.size());
  std::vector<const Fingerprint*> prints;
  std::vector<const Vector*> vectors;
  for (const auto* member : members) {
    const Fingerprint* print = placed == nullptr ? nullptr : placed->find(member->article.id);
    if (print == nullptr) {
      Draft draft_of_it = draft(*member, knowledge);
      empty.weigh(draft_of_it);
      print = &made.emplace_back(draft_of_it);
    }
    prints.push_back(print);
    vectors.push_back(placed == nullptr ? nullptr : placed->vector_of(member->article.id));
  }
  const Model& model = placed == nullptr ? Model::load() : placed->model();
  Explanation out;
  out.join = model.join;
  out.shared = shared_items(members, prints, knowledge);
  if (members.size() > 1) {
    for (uint32_t i = 0; i < members.size(); ++i)
      out.ties.push_back(tie_of(i, prints, vectors, model));
  }
  Doubter(members, prints, out).doubt_all();
  return out;
}

}  // namespace synoptic::group

#include "compare/statements/same_statement.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <vector>

#include "base/data.h"
#include "base/sorted.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

const Trees& same_model() {
  static const Trees trees(embedded_data("compare/same_statement.tsv"),
                           std::span(SameStatement::names()).first<SameStatement::kNear>());
  return trees;
}

const Trees& contrary_model() {
  static const Trees trees(embedded_data("compare/contrary.tsv"), SameStatement::names());
  return trees;
}

}  // namespace

const std::array<std::string_view, SameStatement::kFeatures>& SameStatement::names() {
  static constexpr std::array<std::string_view, kFeatures> kNames{"accounts",
                                                                  "mutual",
                                                                  "likeness",
                                                                  "content",
                                                                  "cover_least",
                                                                  "cover_most",
                                                                  "word_cover_least",
                                                                  "word_cover_most",
                                                                  "lead_least",
                                                                  "lead_most",
                                                                  "words_least",
                                                                  "words_most",
                                                                  "words_shared",
                                                                  "top_share",
                                                                  "flat",
                                                                  "flat_words",
                                                                  "names_shared",
                                                                  "names_alone_least",
                                                                  "names_alone_most",
                                                                  "numbers_shared",
                                                                  "numbers_alone_least",
                                                                  "numbers_alone_most",
                                                                  "position_least",
                                                                  "position_apart",
                                                                  "flow",
                                                                  "backers",
                                                                  "one_language",
                                                                  "lengths_apart",
                                                                  "contrary",
                                                                  "denial",
                                                                  "denied_said",
                                                                  "denied_share",
                                                                  "days",
                                                                  "figures",
                                                                  "outcomes",
                                                                  "apart",
                                                                  "one_class",
                                                                  "figure_elsewhere",
                                                                  "small",
                                                                  "outcome_elsewhere",
                                                                  "denied_elsewhere",
                                                                  "new_facility",
                                                                  "new_person",
                                                                  "new_city",
                                                                  "new_region",
                                                                  "new_org",
                                                                  "new_country",
                                                                  "other_facility",
                                                                  "other_person",
                                                                  "other_city",
                                                                  "other_region",
                                                                  "other_org",
                                                                  "other_country",
                                                                  "borne_out_least",
                                                                  "borne_out_most",
                                                                  "deeds_shared",
                                                                  "deeds_alone",
                                                                  "deeds_apart",
                                                                  "sentences_least",
                                                                  "sentences_most",
                                                                  "articles_alike",
                                                                  "past",
                                                                  "quoted",
                                                                  "speakers_apart"};
  return kNames;
}

SameStatement::SameStatement(const Input& input, const Passages& passages,
                             const Contradictions& contradictions,
                             const std::vector<StanceClause>& stances)
    : input_(input), passages_(passages), contradictions_(contradictions) {
  for (const StanceClause& one : stances) {
    if (one.side == Side::kNo) denials_.try_emplace({one.article, one.sentence}, &one);
  }
}

const Twin* SameStatement::twin_in(Where of, uint32_t article) const {
  for (const Twin& twin : passages_.twins(of.article, of.sentence)) {
    if (twin.article == article) return &twin;
  }
  return nullptr;
}

SameStatement::Features SameStatement::features(Where a, const Twin& twin) const {
  const Where b{twin.article, twin.sentence};
  Features out{};
  read_near(a, twin, out);
  read_contrast(a, b, out);
  read_deeds(a, b, out);
  read_setting(a, b, out);
  return out;
}

std::optional<SameStatement::Features> SameStatement::of_any(Where a, Where b) const {
  constexpr double kNothing = 0.1;  // of a likeness
  const auto& here = passages_.bag(a.article, a.sentence);
  const auto& there = passages_.bag(b.article, b.sentence);
  Twin twin{b.article, b.sentence, Passages::likeness(here, there), 0, 0, false};
  if (twin.likeness < kNothing) return std::nullopt;
  const Twin* const known = twin_in(a, b.article);
  if (known != nullptr && known->sentence == b.sentence) return features(a, *known);
  twin.content = Passages::content(here, there);
  return features(a, twin);
}

void SameStatement::read_near(Where a, const Twin& twin, Features& out) const {
  const Where b{twin.article, twin.sentence};
  const auto& x = input_.tellings[a.article];
  const auto& y = input_.tellings[b.article];
  out[kAccounts] = static_cast<float>(input_.accounts);
  out[kMutual] = twin.mutual ? 1 : 0;
  out[kLikeness] = static_cast<float>(twin.likeness);
  out[kContent] = static_cast<float>(twin.content);
  read_words(passages_.bag(a.article, a.sentence), passages_.bag(b.article, b.sentence), out);
  read_leads(a, b, twin, out);
  read_company(a, b, out);
  const auto here = static_cast<float>(x.sentences[a.sentence].position);
  const auto there = static_cast<float>(y.sentences[b.sentence].position);
  out[kPositionLeast] = std::min(here, there);
  out[kPositionApart] = std::abs(here - there);
  out[kFlow] = flows(a, b) ? 1 : 0;
  out[kBackers] = backers(a, b);
  out[kOneLanguage] = x.annotated->article.lang == y.annotated->article.lang ? 1 : 0;
  out[kContrary] = contradictions_.between(a, b) ? 1 : 0;
  const auto size = [](const Sentence& one) { return static_cast<float>(one.text.size() + 1); };
  out[kLengthsApart] =
      std::abs(std::log(size(x.sentences[a.sentence]) / size(y.sentences[b.sentence])));
}

double SameStatement::odds(Where a, const Twin& twin) const {
  Features near{};
  read_near(a, twin, near);
  return same_model().odds(std::span(near).first<kNear>());
}

double SameStatement::contrary_odds(Where a, const Twin& twin) const {
  return contrary_model().odds(features(a, twin));
}

void SameStatement::read_words(const Passages::Bag& a, const Passages::Bag& b,
                               Features& out) const {
  double both[2] = {0, 0}, word_both[2] = {0, 0}, dot = 0, top = 0, flat = 0, flat_words = 0;
  size_t words = 0;
  const auto is_word = [](const auto& one) { return one.first < lexicon::kFirstOpenTerm; };
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first < y->first) {
      ++x;
    } else if (y->first < x->first) {
      ++y;
    } else {
      const double one = x->second, other = y->second, least = std::min(one, other);
      both[0] += one * least, both[1] += other * least;
      dot += one * other;
      flat += std::sqrt(one * other);
      top = std::max(top, one * other);
      if (is_word(*x)) {
        ++words;
        flat_words += std::sqrt(one * other);
        word_both[0] += one * least, word_both[1] += other * least;
      }
      ++x, ++y;
    }
  }
  const auto words_of = [&](const Passages::Bag& bag) {
    return std::span(bag).first(
        static_cast<size_t>(std::partition_point(bag.begin(), bag.end(), is_word) - bag.begin()));
  };
  const auto share = [](double part, double whole) {
    return static_cast<float>(whole == 0 ? 0 : part / whole);
  };
  const auto of_a = words_of(a), of_b = words_of(b);
  const float cover[2] = {share(both[0], Passages::square_of(a)),
                          share(both[1], Passages::square_of(b))};
  const float word_cover[2] = {share(word_both[0], Passages::square_of(of_a)),
                               share(word_both[1], Passages::square_of(of_b))};
  std::tie(out[kCoverLeast], out[kCoverMost]) = std::minmax(cover[0], cover[1]);
  std::tie(out[kWordCoverLeast], out[kWordCoverMost]) = std::minmax(word_cover[0], word_cover[1]);
  out[kWordsLeast] = static_cast<float>(std::min(of_a.size(), of_b.size()));
  out[kWordsMost] = static_cast<float>(std::max(of_a.size(), of_b.size()));
  out[kWordsShared] = static_cast<float>(words);
  out[kTopShare] = share(top, dot);
  // The cosine of the roots of the weights: rare words count less.
  const auto sum = [](std::span<const Passages::Bag::value_type> bag) {
    double all = 0;
    for (const auto& [key, weight] : bag) all += weight;
    return all;
  };
  out[kFlat] = share(flat, std::sqrt(sum(a) * sum(b)));
  out[kFlatWords] = share(flat_words, std::sqrt(sum(of_a) * sum(of_b)));
}

// How much nearer they are to each other than to the next best of the other's account.
void SameStatement::read_leads(Where a, Where b, const Twin& twin, Features& out) const {
  const auto lead = [&](Where of, Where to) {
    const Twin* const near = twin_in(of, to.article);
    if (near == nullptr) return static_cast<float>(twin.likeness);
    const bool own = near->sentence == to.sentence;
    return static_cast<float>(twin.likeness - (own ? near->next : near->likeness));
  };
  const float here = lead(a, b), there = lead(b, a);
  out[kLeadLeast] = std::min(here, there);
  out[kLeadMost] = std::max(here, there);
}

SameStatement::Named SameStatement::named(Where where) const {
  const auto& telling = input_.tellings[where.article];
  const Sentence& sentence = telling.sentences[where.sentence];
  const auto is_here = [&](const model::Place& at) {
    return at.block == sentence.block && sentence.range.contains(at.range);
  };
  Named out;
  const auto& mentions = telling.annotated->mentions;
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (is_here(mentions[i].at)) out.names.push_back(telling.keys[i]);
  }
  for (const auto& quantity : telling.annotated->quantities) {
    if (is_here(quantity.at)) out.numbers.push_back(quantity.value);
  }
  tidy(out.names);
  tidy(out.numbers);
  return out;
}

void SameStatement::read_company(Where a, Where b, Features& out) const {
  const Named x = named(a), y = named(b);
  const auto set = [&](const auto& one, const auto& other, Feature shared, Feature least,
                       Feature most) {
    const size_t both = shared_count(one, other);
    out[shared] = static_cast<float>(both);
    out[least] = static_cast<float>(std::min(one.size(), other.size()) - both);
    out[most] = static_cast<float>(std::max(one.size(), other.size()) - both);
  };
  set(x.names, y.names, kNamesShared, kNamesAloneLeast, kNamesAloneMost);
  set(x.numbers, y.numbers, kNumbersShared, kNumbersAloneLeast, kNumbersAloneMost);
}

// Third accounts of which one sentence is near to both.
float SameStatement::backers(Where a, Where b) const {
  float out = 0;
  for (const Twin& own : passages_.twins(a.article, a.sentence)) {
    if (own.article == b.article) continue;
    const Twin* const other = twin_in(b, own.article);
    if (other != nullptr && other->sentence == own.sentence) ++out;
  }
  return out;
}

// The sentences before or behind them are near to each other, too.
bool SameStatement::flows(Where a, Where b) const {
  const auto near = [&](Where x, Where y) {
    const Twin* const twin = twin_in(x, y.article);
    return twin != nullptr && twin->sentence == y.sentence;
  };
  const bool before = a.sentence > 1 && b.sentence > 1 &&
                      near({a.article, a.sentence - 1}, {b.article, b.sentence - 1});
  return before || near({a.article, a.sentence + 1}, {b.article, b.sentence + 1});
}

}  // namespace synoptic::compare

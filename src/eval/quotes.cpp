#include "eval/quotes.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/overlap.h"
#include "eval/rows.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

struct QuoteGold {
  Range range;  // of the case's text
  std::string text, form, speaker, medium, source;
};

struct QuoteCase {
  std::string text;
  std::vector<QuoteGold> golds;
};

constexpr double kMostlySame = 0.8;       // of the letters of the longer one
constexpr double kLeastPartOfName = 0.3;  // "Holt" for "Anna Holt", not "a" for "Anna"

bool same_name(const std::string& gold, const std::string& got) {
  const std::string a = text::fold_copy(gold), b = text::fold_copy(got);
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  if (b.find(a) != std::string::npos) return true;
  return a.find(b) != std::string::npos &&
         static_cast<double>(b.size()) >= kLeastPartOfName * static_cast<double>(a.size());
}

bool same_speaker(const std::string& gold, const model::Quote& got) {
  if (!got.speaker) return gold.empty();
  return !gold.empty() &&
         (same_name(gold, got.speaker->text) || same_name(gold, got.speaker->name));
}

bool same_words(std::string_view text, const QuoteGold& gold, const model::Quote& got) {
  return gold.form == got.form && overlap(text, gold.range, got.at.range) >= kMostlySame;
}

std::string shown(const QuoteGold& gold) {
  return fmt::format("{:<8} [{}] {}", gold.form, gold.speaker.empty() ? "-" : gold.speaker,
                     gold.text);
}

std::string shown(const model::Quote& got) {
  std::string who = "-";
  if (got.speaker) {
    who = got.speaker->text;
    if (got.speaker->name != who) who += " = " + got.speaker->name;
  }
  return fmt::format("{:<8} [{}] {}   ({}: {})", got.form, who, got.text, got.rule, got.cue);
}

Result<QuoteCase> quote_case(const element& row) {
  QuoteCase one;
  one.text = string_at(row, "text");
  const auto golds = golds_of(row, "quotes");
  if (!golds) return tl::unexpected(golds.error());
  size_t from = 0;
  for (const element item : *golds) {
    QuoteGold gold{{},
                   string_at(item, "text"),
                   string_at(item, "form"),
                   string_at(item, "speaker"),
                   string_at(item, "medium"),
                   string_at(item, "source")};
    gold.range = words_in(one.text, gold.text, from);
    if (gold.form.empty() || gold.range.empty()) {
      return failure(ErrorCode::kMalformed, "", "a quote lacks its form, or its words");
    }
    from = gold.range.end;
    one.golds.push_back(std::move(gold));
  }
  return one;
}

// What the product finds in the case's text: an article of one block in the language.
std::vector<model::Quote> quotes_in(const QuoteCase& one, const std::string& lang,
                                    const knowledge::Knowledge& knowledge) {
  return annotate::annotate(case_article(one.text, lang, ""), knowledge).quotes;
}

// Each wrong quote adds a line to `misses`.
QuoteFigures score(const QuoteCase& one, const std::vector<model::Quote>& found,
                   std::vector<std::string>& misses) {
  QuoteFigures figures;
  figures.cases = 1;
  figures.gold = one.golds.size();
  figures.found = found.size();
  std::vector<bool> used(found.size(), false);
  for (const QuoteGold& gold : one.golds) {
    size_t at = 0;
    while (at < found.size() && (used[at] || !same_words(one.text, gold, found[at]))) ++at;
    if (at == found.size()) {
      misses.push_back("missed  " + shown(gold));
      continue;
    }
    used[at] = true;
    const model::Quote& got = found[at];
    ++figures.words;
    const bool speaker = same_speaker(gold.speaker, got);
    figures.speaker.add(speaker ? 1 : 0);
    if (!gold.medium.empty() || !got.medium.empty()) {
      figures.medium.add(gold.medium == got.medium ? 1 : 0);
    }
    if (!gold.source.empty() || !got.source.empty()) {
      figures.source.add(same_name(gold.source, got.source) ? 1 : 0);
    }
    if (!speaker) {
      misses.push_back("speaker " + shown(gold) + "\n         <> " + shown(got));
      continue;
    }
    ++figures.matched;
    if (overlap(one.text, gold.range, got.at.range) >= 1) ++figures.whole;
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) misses.push_back("wrong   " + shown(found[i]));
  }
  return figures;
}

}  // namespace

void QuoteFigures::add(const QuoteFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  matched += other.matched;
  words += other.words;
  whole += other.whole;
  speaker.add(other.speaker);
  medium.add(other.medium);
  source.add(other.source);
}

std::vector<std::pair<std::string_view, double>> QuoteFigures::named() const {
  const auto f1 = [&](size_t right) { return f1_of(right, found, gold); };
  std::vector<std::pair<std::string_view, double>> list{{"f1", f1(matched)},
                                                        {"precision", ratio(matched, found)},
                                                        {"recall", ratio(matched, gold)},
                                                        {"words", f1(words)},
                                                        {"whole", f1(whole)}};
  list.emplace_back("speaker", speaker.count == 0 ? 1 : speaker.value());
  list.emplace_back("medium", medium.count == 0 ? 1 : medium.value());
  list.emplace_back("source", source.count == 0 ? 1 : source.value());
  return list;
}

CaseLog evaluate_quotes(const std::string& path, const CaseOptions& options,
                        const knowledge::Knowledge& knowledge, QuoteFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = quote_case(row);
    if (!one) return tl::unexpected(one.error());
    CaseMisses misses{one->text, {}};
    figures.add(score(*one, quotes_in(*one, lang, knowledge), misses.misses));
    return misses;
  });
}

}  // namespace synoptic::eval

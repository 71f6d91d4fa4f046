// Measures the room `clean` on pages with known articles (JSON lines: html, url, articleBody,
// title, date, authors): 4-gram shingles of the text, and how often title, day and authors are
// right, and the time it took.
//
//   evaluate_clean [--reader] [--part dev|test] [--worst N] [--misses] PAGES.jsonl…
//
// --reader measures the HTML reader alone; --part takes the pages for tuning (three in five, by a
// hash of the host) or those kept apart; --worst lists the N pages with the lowest F1; --misses
// prints every wrong title, day and list of authors beside the right one.
#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/data.h"
#include "base/strings.h"
#include "clean/clean.h"
#include "clean/draft.h"
#include "collect/collect.h"
#include "text/fold.h"
#include "text/language_id.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic {
namespace {

using simdjson::dom::element;

struct Got {
  std::string text, title, date;
  std::vector<std::string> authors;
  std::string dates, titles;  // all there were to choose from, for --misses
  bool none = true;
};

struct Score {
  std::string id;
  double precision = 0, recall = 0;
  double f1() const {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
};

struct Totals {
  size_t pages = 0, none = 0, titles = 0, titles_right = 0, dates = 0, dates_right = 0;
  size_t authors = 0, authors_right = 0, titles_near = 0, dates_given = 0, exact = 0;
  double seconds = 0;
  double f1 = 0, precision = 0, recall = 0;
  size_t texts = 0;
  std::vector<Score> scores;
};

std::string string_at(const element& row, std::string_view key) {
  std::string_view text;
  return row.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

using Bag = std::unordered_map<std::string, size_t>;

// Runs of letters and digits; in scripts without spaces every character.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  bool open = false;
  for (size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const bool alone = text::is_spaceless(c.value);
    const bool word = alone || u_isalnum(static_cast<UChar32>(c.value)) || c.value == U'_' ||
                      u_charType(static_cast<UChar32>(c.value)) == U_NON_SPACING_MARK;
    if (word) {
      if (!open || alone) tokens.emplace_back();
      tokens.back().append(text, i, c.length);
    }
    open = word && !alone;
    i += c.length;
  }
  return tokens;
}

Bag bag_of(std::string_view text, size_t& count) {
  constexpr size_t kShingle = 4;
  Bag bag;
  const std::vector<std::string> tokens = tokens_of(text);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && i + kShingle > tokens.size()) break;
    std::string shingle;
    for (size_t k = i; k < std::min(i + kShingle, tokens.size()); ++k) shingle += tokens[k] + " ";
    ++bag[shingle];
    ++count;
  }
  return bag;
}

Score score_of(std::string_view got, std::string_view gold) {
  size_t got_count = 0, gold_count = 0, common = 0;
  const Bag a = bag_of(got, got_count), b = bag_of(gold, gold_count);
  for (const auto& [word, times] : a) {
    if (const auto found = b.find(word); found != b.end()) common += std::min(times, found->second);
  }
  Score score;
  if (got_count > 0) score.precision = static_cast<double>(common) / got_count;
  if (gold_count > 0) score.recall = static_cast<double>(common) / gold_count;
  return score;
}

// Pages of one host stand on one side.
bool is_in_part(const element& row, std::string_view part) {
  if (part.empty()) return true;
  std::string host = url::host_of(string_at(row, "url"));
  if (host.empty() || host == "fakehost") host = string_at(row, "id");
  uint32_t hash = 2166136261u;
  for (const char c : host) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return ((hash >> 8) % 5 < 3) == (part == "dev");
}

// Some sets keep pages as bytes, one code point each.
std::string page_bytes(const element& row) {
  const std::string html = string_at(row, "html");
  if (string_at(row, "html_encoding") != "latin-1-bytes") return html;
  std::string bytes;
  for (size_t i = 0; i < html.size(); ++i) {
    const auto c = static_cast<unsigned char>(html[i]);
    if (c < 0x80 || i + 1 >= html.size())
      bytes += html[i];
    else
      bytes += static_cast<char>(((c & 3) << 6) | (html[++i] & 0x3F));
  }
  return bytes;
}

Got read_alone(const model::Capture& capture, const knowledge::Knowledge& knowledge) {
  const clean::Draft draft = clean::read_html(capture, knowledge);
  Got got;
  got.none = draft.facts.is_listing;
  for (const auto& piece : draft.pieces) {
    if (piece.outside || piece.kind == model::BlockKind::kCaption || piece.level == 1) continue;
    got.text += piece.text + "\n\n";
  }
  if (!draft.facts.titles.empty()) got.title = draft.facts.titles.front().text;
  for (const auto& date : draft.facts.dates) {
    if (date.role == "published" && got.date.empty()) got.date = model::iso(date.value);
  }
  for (const auto& author : draft.facts.authors) got.authors.push_back(author.name);
  return got;
}

Got read_whole(const model::Capture& capture, const knowledge::Knowledge& knowledge,
               const text::LanguageId& languages) {
  Got got;
  for (const auto& article : clean::clean(capture, knowledge, languages)) {
    for (const auto& block : article.blocks) {
      if (block.kind != model::BlockKind::kCaption) got.text += block.text + "\n\n";
    }
    if (!got.none) continue;
    got.none = false;
    got.title = article.title;
    if (article.published) got.date = model::iso(article.published->value);
    for (const auto& author : article.authors) got.authors.push_back(author.name);
    for (const auto& date : article.dates) {
      got.dates += fmt::format("        {} {} {} ({})\n", model::iso(date.value), date.role,
                               date.where, date.rule);
    }
  }
  return got;
}

std::string flat(std::string_view text) {
  const std::string folded = text::fold_copy(text);
  std::string out;
  for (const auto& word : text::words(folded)) out += std::string(word.range.of(folded)) + " ";
  return out;
}

// One holds the other, or most words are the same.
bool is_near(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a.find(b) != std::string::npos || b.find(a) != std::string::npos) return true;
  std::map<std::string_view, int> counts;
  const auto of_a = split(a, ' '), of_b = split(b, ' ');
  for (const auto& word : of_a) ++counts[word];
  size_t common = 0;
  for (const auto& word : of_b) common += counts[word]-- > 0;
  return 2.0 * common / (of_a.size() + of_b.size()) >= 0.8;
}

void print_miss(bool wanted, const char* what, const element& row, std::string_view gold,
                std::string_view got, std::string_view evidence) {
  if (!wanted) return;
  fmt::print("  {} {}\n      gold {}\n      got  {}\n{}", what, string_at(row, "id"), gold, got,
             evidence);
}

void add(Totals& totals, const element& row, const Got& got, bool misses) {
  ++totals.pages;
  totals.none += got.none;
  print_miss(misses && got.none, "none", row, "an article", "nothing", "");
  if (const std::string gold = string_at(row, "articleBody"); !gold.empty()) {
    Score score = score_of(got.text, gold);
    score.id = string_at(row, "id");
    ++totals.texts;
    totals.f1 += score.f1();
    totals.precision += score.precision;
    totals.recall += score.recall;
    totals.exact += score.precision == 1 && score.recall == 1;
    totals.scores.push_back(std::move(score));
  }
  if (const std::string gold = string_at(row, "title"); !gold.empty()) {
    ++totals.titles;
    const bool right = flat(gold) == flat(got.title);
    totals.titles_right += right;
    totals.titles_near += right || is_near(flat(gold), flat(got.title));
    print_miss(misses && !right, "title", row, gold, got.title, got.titles);
  }
  if (const std::string gold = string_at(row, "date"); gold.size() >= 10) {
    ++totals.dates;
    const bool right = got.date.substr(0, 10) == gold.substr(0, 10);
    totals.dates_right += right;
    totals.dates_given += !got.date.empty();
    print_miss(misses && !right, "day", row, gold, got.date, got.dates);
  }
  simdjson::dom::array authors;
  if (row.at_key("authors").get(authors) == simdjson::SUCCESS && authors.size() > 0) {
    ++totals.authors;
    bool all = authors.size() == got.authors.size();
    std::string names;
    for (const element author : authors) {
      std::string_view name;
      if (author.get(name) != simdjson::SUCCESS) continue;
      names += std::string(name) + "; ";
      all = all && std::any_of(got.authors.begin(), got.authors.end(),
                               [&](const auto& other) { return flat(other) == flat(name); });
    }
    totals.authors_right += all;
    print_miss(misses && !all, "authors", row, names,
               fmt::format("{}", fmt::join(got.authors, "; ")), "");
  }
}

void print(const std::string& path, Totals& totals, size_t worst) {
  const auto share = [](size_t part, size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const double n = std::max<double>(1, static_cast<double>(totals.texts));
  const double p = totals.precision / n, r = totals.recall / n;
  const double date_p = share(totals.dates_right, totals.dates_given);
  const double date_r = share(totals.dates_right, totals.dates);
  fmt::print(
      "{:22} pages {:4} none {:3}  F1 {:.4f} (P {:.3f} R {:.3f} of means {:.4f}) exact {:.3f}"
      "  title {:.3f} near {:.3f}  day {:.3f} F1 {:.3f}  authors {:.3f}  {:.0f} pages/s\n",
      path.substr(path.rfind('/') + 1), totals.pages, totals.none, totals.f1 / n, p, r,
      p + r == 0 ? 0 : 2 * p * r / (p + r), share(totals.exact, totals.texts),
      share(totals.titles_right, totals.titles), share(totals.titles_near, totals.titles), date_r,
      date_p + date_r == 0 ? 0 : 2 * date_p * date_r / (date_p + date_r),
      share(totals.authors_right, totals.authors),
      totals.seconds == 0 ? 0 : static_cast<double>(totals.pages) / totals.seconds);
  std::sort(totals.scores.begin(), totals.scores.end(),
            [](const Score& a, const Score& b) { return a.f1() < b.f1(); });
  for (size_t i = 0; i < std::min(worst, totals.scores.size()); ++i) {
    const Score& score = totals.scores[i];
    fmt::print("    {:.3f} P {:.3f} R {:.3f}  {}\n", score.f1(), score.precision, score.recall,
               score.id);
  }
}

int run(int argc, char** argv) {
  bool reader = false, misses = false;
  size_t worst = 0;
  std::string part;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--reader")
      reader = true;
    else if (argument == "--misses")
      misses = true;
    else if (argument == "--part" && i + 1 < argc)
      part = argv[++i];
    else if (argument == "--worst" && i + 1 < argc)
      worst = std::strtoul(argv[++i], nullptr, 10);
    else
      paths.push_back(argument);
  }
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
  if (!knowledge || !languages) {
    fmt::print(stderr, "evaluate_clean: {}\n",
               knowledge ? languages.error().message() : knowledge.error().message());
    return 1;
  }
  for (const auto& path : paths) {
    std::ifstream file(path);
    simdjson::dom::parser parser;
    Totals totals;
    for (std::string line; std::getline(file, line);) {
      element row;
      if (parser.parse(line).get(row) != simdjson::SUCCESS || !is_in_part(row, part)) continue;
      auto capture = collect::capture_bytes(page_bytes(row), "page.html");
      if (!capture) continue;
      capture->url = string_at(row, "url");
      const auto begin = std::chrono::steady_clock::now();
      Got got = reader ? read_alone(*capture, **knowledge)
                       : read_whole(*capture, **knowledge, *languages);
      totals.seconds +=
          std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
      if (misses) {
        for (const auto& title : clean::read_html(*capture, **knowledge).facts.titles) {
          got.titles += fmt::format("        {}: {}\n", title.where, title.text);
        }
      }
      add(totals, row, got, misses);
    }
    print(path, totals, worst);
  }
  return 0;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::run(argc, argv); }

// Words, Latin tokens and phrases: what articles of one language share beyond known names.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "base/table.h"
#include "group/bounds.h"
#include "group/fingerprint.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::group {
namespace {

constexpr size_t kStemLetters = 6;  // endings come behind; enough to tell words apart
constexpr size_t kLeadBytes = 3000;
constexpr size_t kPhraseBytes = 60000;
constexpr size_t kPhraseWords = 4;
constexpr size_t kPhraseCharacters = 7;
constexpr size_t kOpeningPhrases = 60;  // two or three sentences

using Words = std::unordered_set<std::string, TransparentHash, std::equal_to<>>;

// data/group/common_words.tsv: lang<TAB>word; word; … : the words that carry no topic.
const Words& common_words() {
  static const Words words = [] {
    Words out;
    for (const TableRow row : DataTable::embedded("group/common_words.tsv", 2)) {
      for (const auto word : row.words(1)) out.insert(text::fold_copy(word));
    }
    return out;
  }();
  return words;
}

std::string_view first_letters(std::string_view word, size_t count) {
  size_t at = 0;
  for (; at < word.size() && count > 0; --count) at += text::decode(word, at).length;
  return word.substr(0, at);
}

// The word without a proclitic of the language, where enough of it is left.
std::string_view bare(std::string_view word, const knowledge::Language* language) {
  if (language == nullptr) return word;
  size_t cut = 0;
  for (const auto& prefix : language->prefixes) {
    if (prefix.size() > cut && word.size() > prefix.size() && word.starts_with(prefix) &&
        text::count_code_points(word.substr(prefix.size())) >= 3) {
      cut = prefix.size();
    }
  }
  return word.substr(cut);
}

struct Term {
  double weight = 0;
  std::string label;
};

class WordBag {
 public:
  explicit WordBag(const knowledge::Language* language) : language_(language) {}

  void read(std::string_view source, double weight) {
    const auto folded = text::fold(source);
    const std::string_view text = folded.text;
    const auto words = text::words(text);
    for (size_t i = 0; i < words.size(); ++i) {
      const auto word = words[i].range.of(text);
      if (words[i].spaceless) {
        const bool joined = i + 1 < words.size() && words[i + 1].spaceless &&
                            words[i + 1].range.begin == words[i].range.end;
        if (!joined) continue;
        const Range pair{words[i].range.begin, words[i + 1].range.end};
        if (!common_words().contains(pair.of(text))) count(pair.of(text), weight * 0.6);
        continue;
      }
      if (is_number(word)) continue;
      if (common_words().contains(word)) continue;
      const auto stem = bare(word, language_);
      if (text::count_code_points(stem) < 3 || common_words().contains(stem)) continue;
      count(first_letters(stem, kStemLetters), weight);
      const auto at = folded.origin[words[i].range.begin];
      const auto first = text::decode(source, at).value;
      if (text::is_latin(first) && text::is_upper(first) && word.size() >= 3) {
        tokens.insert(std::string(word));
      }
    }
  }

  std::map<std::string, Term> terms;
  std::unordered_set<std::string> tokens;

 private:
  static bool is_number(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  void count(std::string_view term, double weight) { terms[std::string(term)].weight += weight; }

  const knowledge::Language* language_;
};

}  // namespace

void add_words(const model::Annotated& annotated, const knowledge::Knowledge& knowledge, Draft& out,
               Labels* labels) {
  const auto& article = annotated.article;
  WordBag bag(knowledge.language(out.lang));
  bag.read(article.title, 2.0);
  size_t bytes = 0;
  for (const auto& block : article.blocks) {
    if (bytes > kLeadBytes) break;
    bag.read(block.text, bytes == 0 ? 1.5 : 1.0);
    bytes += block.text.size();
  }
  std::vector<std::pair<double, const std::string*>> ranked;
  for (const auto& [word, term] : bag.terms) ranked.emplace_back(-term.weight, &word);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : *a.second < *b.second;
  });
  if (ranked.size() > kMaxWords) ranked.resize(kMaxWords);
  for (const auto& [weight, word] : ranked) {
    const uint32_t key = key_of("w|" + out.lang + "|" + *word);
    out.features.push_back(
        {key, FeatureKind::kWord, static_cast<float>(1.0 + std::log(std::max(0.3, -weight)))});
    if (labels != nullptr) labels->emplace_back(key, *word);
  }
  for (const auto& token : bag.tokens) {
    const uint32_t key = key_of("x|" + token);
    out.features.push_back({key, FeatureKind::kToken, static_cast<float>(kToken)});
    if (labels != nullptr) labels->emplace_back(key, token);
  }
}

namespace {

// Terms of the title, of the opening, and of the whole, merged.
class TermSum {
 public:
  explicit TermSum(std::string_view language) : language_(language) {}

  void read(std::string_view text, float PartWeights::*part, float weight_in_all) {
    add(text, language_, part, weight_in_all, sums_);
  }
  // The English names of what the part names.
  void read_names(std::string_view names, float PartWeights::*part, float weight_in_all) {
    add(names, lexicon::kPivot, part, weight_in_all, named_);
  }

  // The heaviest, sorted by term. What a name gives the text may have given already.
  std::vector<PartWeights> take() {
    for (const auto& [term, named] : named_) {
      PartWeights& entry = sums_[term];
      entry = {term, std::max(entry.title, named.title), std::max(entry.lead, named.lead),
               std::max(entry.all, named.all)};
    }
    std::vector<PartWeights> out;
    for (const auto& [term, entry] : sums_) out.push_back(entry);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      const float left = a.all + a.title + a.lead, right = b.all + b.title + b.lead;
      return left != right ? left > right : a.term < b.term;
    });
    if (out.size() > kMaxTerms) out.resize(kMaxTerms);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
    return out;
  }

 private:
  using Sums = std::unordered_map<uint32_t, PartWeights>;

  void add(std::string_view text, std::string_view language, float PartWeights::*part,
           float weight_in_all, Sums& sums) {
    if (text.empty()) return;
    lexicon::Lexicon::load().terms(text, language, found_, lexicon::kForStories);
    for (const auto& term : found_) {
      PartWeights& entry = sums[term.term];
      entry.term = term.term;
      if (part != nullptr) entry.*part += term.weight;
      entry.all += weight_in_all * term.weight;
    }
  }

  std::string_view language_;
  std::vector<lexicon::WeightedTerm> found_;
  Sums sums_, named_;
};

// Behind closing marks.
bool ends_a_sentence(std::string_view text) {
  constexpr std::u32string_view kEnds = U".!?…。！？．؟۔।॥";
  constexpr std::u32string_view kClosing = U"\"'”’»)]」』）〉》 ";
  while (!text.empty()) {
    const auto last = text::decode_before(text, text.size());
    if (kEnds.find(last.value) != std::u32string_view::npos) return true;
    if (kClosing.find(last.value) == std::u32string_view::npos) return false;
    text.remove_suffix(last.length);
  }
  return false;
}

// Captions, headings and notices: lines without a stop in a text whose paragraphs have one. They
// stand in every text that a site prints on a matter.
bool is_line(const model::Block& block) {
  constexpr size_t kLongestLine = 240;
  return block.text.size() <= kLongestLine && !ends_a_sentence(block.text);
}

bool tells_lines(const model::Article& article) {
  size_t lines = 0, all = 0;
  for (const auto& block : article.blocks) {
    if (block.kind == model::BlockKind::kCaption) continue;
    all += block.text.size();
    if (is_line(block)) lines += block.text.size();
  }
  return 2 * lines < all;
}

constexpr size_t kOpeningBytes = 400;
constexpr size_t kBodyBytes = 2400;
constexpr float kTitleInAll = 1.2F, kOpeningInAll = 1, kBodyInAll = 0.6F;

struct Names {
  std::string title, opening, body;
};

// Names of organisations and concepts are made of common words, which the lexicon has: two central
// banks would share half of theirs, and all texts on artificial intelligence what they are about.
bool has_words_of_its_own(model::EntityType type) {
  return type != model::EntityType::kOrg && type != model::EntityType::kConcept;
}

// The English names of who and what is named in another language: the lexicon has learnt few names,
// and those from letters alone; the knowledge holds who is meant.
Names english_names(const model::Annotated& annotated, size_t opening_ends, size_t body_ends) {
  Names out;
  for (const auto& mention : annotated.mentions) {
    if (mention.entity.empty() || mention.text == mention.name) continue;
    if (!has_words_of_its_own(mention.type) || mention.form == "role") continue;
    const size_t block = mention.at.block;
    if (block != model::kTitleBlock && block >= body_ends) continue;
    std::string& part = block == model::kTitleBlock ? out.title
                        : block < opening_ends      ? out.opening
                                                    : out.body;
    part += mention.name;
    part += '\n';
  }
  return out;
}

}  // namespace

void add_terms(const model::Annotated& annotated, Draft& out) {
  const auto& article = annotated.article;
  out.lexical = lexicon::Lexicon::load().knows(out.lang);
  std::string opening, body;
  size_t opening_ends = 0, body_ends = 0;  // blocks
  for (size_t i = 0; i < article.blocks.size() && body.size() <= kBodyBytes; ++i) {
    body_ends = i + 1;
    const auto& block = article.blocks[i];
    if (block.kind == model::BlockKind::kCaption) continue;
    const bool opens = opening.size() < kOpeningBytes && body.empty();
    if (opens) opening_ends = i + 1;
    std::string& part = opens ? opening : body;
    part += block.text;
    part += '\n';
  }
  if (opening.size() > kBodyBytes) {  // one long block
    body = opening.substr(kOpeningBytes, kBodyBytes);
    opening.resize(kOpeningBytes);
  }
  if (body.size() > kBodyBytes) body.resize(kBodyBytes);
  TermSum sum(out.lang);
  sum.read(article.title, &PartWeights::title, kTitleInAll);
  sum.read(opening, &PartWeights::lead, kOpeningInAll);
  sum.read(body, nullptr, kBodyInAll);
  if (out.lang != lexicon::kPivot) {
    const Names names = english_names(annotated, opening_ends, body_ends);
    sum.read_names(names.title, &PartWeights::title, kTitleInAll);
    sum.read_names(names.opening, &PartWeights::lead, kOpeningInAll);
    sum.read_names(names.body, nullptr, kBodyInAll);
  }
  out.terms = sum.take();
}

void add_phrases(const model::Article& article, Draft& out) {
  std::string text;
  const bool without_lines = tells_lines(article);
  std::vector<Range> lines;  // that open no text
  for (const auto& block : article.blocks) {
    if (block.kind == model::BlockKind::kCaption) continue;
    if (text.size() > kPhraseBytes) break;
    const auto begin = static_cast<uint32_t>(text.size());
    text += text::fold_copy(block.text);
    text += '\n';
    if (without_lines && is_line(block)) {
      lines.push_back({begin, static_cast<uint32_t>(text.size())});
    }
  }
  const auto words = text::words(text);
  const auto spaceless =
      std::count_if(words.begin(), words.end(), [](const auto& word) { return word.spaceless; });
  const size_t length =
      static_cast<size_t>(spaceless) * 2 > words.size() ? kPhraseCharacters : kPhraseWords;
  Keys& keys = out.phrases;
  auto line = lines.begin();
  for (size_t i = 0; i + length <= words.size(); ++i) {
    uint64_t key = fnv1a("p|");
    for (size_t j = i; j < i + length; ++j) key = fnv1a(words[j].range.of(text), fnv1a(" ", key));
    keys.push_back(static_cast<uint32_t>(key ^ (key >> 32)));
    const uint32_t at = words[i].range.begin;
    while (line != lines.end() && line->end <= at) ++line;
    const bool in_line = line != lines.end() && line->begin <= at;
    if (!in_line && out.opening.size() < kOpeningPhrases) out.opening.push_back(keys.back());
  }
  tidy(keys);
  tidy(out.opening);
}

}  // namespace synoptic::group

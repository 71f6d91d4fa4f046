#include "compare/provenance/outlets.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "compare/lexicon.h"
#include "compare/names/spelling.h"
#include "lexicon/lexicon.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kShortestName = 6;    // bytes of a folded name
constexpr size_t kMostSentences = 40;  // of one article
constexpr size_t kMostNames = 12;      // strange names of one article that may be outlets
constexpr double kSameName = 0.3;      // of two spellings of a name in quotation marks
constexpr double kSameBareName = 0.6;  // … without them
constexpr double kClearly = 1.3;       // times the second best
constexpr double kSameSound = 0.3, kSureSound = 0.8;  // of two spellings by their sound alone

using Words =
    std::unordered_map<std::string, std::vector<std::string>, TransparentHash, std::equal_to<>>;

const std::vector<std::string>& sourcing_words(std::string_view lang) {
  static const Words words = [] {
    Words out;
    for (const TableRow row : DataTable::embedded("compare/sources.tsv", 2)) {
      for (const auto word : row.words(1)) {
        out[std::string(row[0])].push_back(text::fold_copy(word));
      }
    }
    return out;
  }();
  static const std::vector<std::string> kNone;
  const auto found = words.find(lang);
  return found == words.end() ? kNone : found->second;
}

// At the beginning of a word; one letter before it may be a proclitic ("and said").
bool begins_word(std::string_view text, size_t at) {
  for (int letters = 0; letters < 2; ++letters) {
    if (at == 0) return true;
    const auto before = text::decode_before(text, at);
    if (!text::is_letter(before.value) || text::is_spaceless(before.value)) return true;
    if (!text::is_arabic(before.value)) return false;
    at -= before.length;
  }
  return false;
}

bool has_any(std::string_view folded, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    for (size_t at = folded.find(word); at != std::string_view::npos;
         at = folded.find(word, at + 1)) {
      if (begins_word(folded, at)) return true;
    }
    return false;
  });
}

bool is_mark(char32_t c) {
  return c == U'«' || c == U'"' || c == U'“' || c == U'„' || c == U'《' || c == U'『' ||
         c == U'「' || c == U'（' || c == U'(' || c == U'\'' || c == U'‘';
}

// Whether a letter that could be a capital is one: "Le Monde", not "le monde".
bool begins_as_name(std::string_view text, size_t at) {
  const char32_t c = text::decode(text, at).value;
  return text::is_upper(c) || !(text::is_cased(c));
}

bool ends_word(std::string_view text, size_t end) {
  if (end >= text.size()) return true;
  const char32_t c = text::decode(text, end).value;
  return !text::is_letter(c) || text::is_packed(c);
}

class Finder {
 public:
  explicit Finder(const Input& input) : input_(input) {
    for (uint32_t i = 0; i < input.tellings.size(); ++i) add_publisher(i);
  }

  std::vector<Citation> find() {
    std::vector<Citation> out;
    if (publishers_.empty()) return out;
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) find_in(i, out);
    return out;
  }

 private:
  struct Publisher {
    uint32_t telling = 0;
    std::string name;  // folded
    double norm = 0;
    Spelling spelling;
  };

  void add_publisher(uint32_t index) {
    const auto& article = input_.tellings[index].annotated->article;
    if (!article.publisher) return;
    std::string name = text::fold_copy(article.publisher->name);
    if (name.size() < kShortestName || !known_.insert(name).second) return;
    const auto at = static_cast<uint32_t>(publishers_.size());
    std::vector<lexicon::WeightedTerm> terms;
    lexicon::Lexicon::load().terms(article.publisher->name, article.lang, terms);
    double sum = 0;
    for (const auto& term : terms) {
      spelt_[term.term].emplace_back(at, term.weight);
      sum += static_cast<double>(term.weight) * term.weight;
    }
    begins_[name.substr(0, kShortestName)].push_back(at);
    first_.set(static_cast<unsigned char>(name[0]));
    publishers_.push_back({index, std::move(name), std::sqrt(sum),
                           spelling_of(article.publisher->name, article.lang, false)});
  }

  void find_in(uint32_t index, std::vector<Citation>& out) const {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto& words = sourcing_words(lang);
    std::set<uint32_t> cited;
    size_t names = 0;
    const size_t end = std::min(kMostSentences, telling.sentences.size());
    for (uint32_t i = 1; i < end; ++i) {
      const Sentence& sentence = telling.sentences[i];
      const text::Folded& folded = sentence.folded;
      const bool sourced = has_any(folded.text, words);
      const auto cite = [&](uint32_t publisher, Range range) {
        const uint32_t to = publishers_[publisher].telling;
        if (to == index || is_own(telling, publisher) || !cited.insert(to).second) return;
        range.begin += sentence.range.begin;
        range.end += sentence.range.begin;
        out.push_back({index, to, span_in_capture(telling, sentence.block, range)});
      };
      for_each_literal(sentence.text, folded, sourced, cite);
      if (sourced && names < kMostNames) names += find_strange(telling, i, lang, cite);
    }
  }

  bool is_own(const Telling& telling, uint32_t publisher) const {
    const auto& own = telling.annotated->article.publisher;
    return own && text::fold_copy(own->name) == publishers_[publisher].name;
  }

  template <typename Cite>
  void for_each_literal(std::string_view source, const text::Folded& folded, bool sourced,
                        Cite&& cite) const {
    const std::string& text = folded.text;
    for (size_t at = 0; at + kShortestName <= text.size(); ++at) {
      if (!first_[static_cast<unsigned char>(text[at])]) continue;
      const auto found = begins_.find(std::string_view(text).substr(at, kShortestName));
      if (found == begins_.end()) continue;
      for (const uint32_t publisher : found->second) {
        const std::string& name = publishers_[publisher].name;
        if (std::string_view(text).substr(at, name.size()) != name) continue;
        if (!ends_word(text, at + name.size())) continue;
        const Range range =
            folded.to_source({static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())});
        const bool marked =
            range.begin > 0 && is_mark(text::decode_before(source, range.begin).value);
        if ((sourced || marked) && begins_as_name(source, range.begin)) cite(publisher, range);
      }
    }
  }

  // Names in another script, by their sounds and their words.
  template <typename Cite>
  size_t find_strange(const Telling& telling, uint32_t index, std::string_view lang,
                      Cite&& cite) const {
    const Sentence& sentence = telling.sentences[index];
    std::vector<Range> candidates = marked_pieces(sentence.text);
    const size_t marked = candidates.size();
    const auto add = [&](const model::Place& at) {
      if (at.block != sentence.block || !sentence.range.contains(at.range)) return;
      candidates.push_back(
          {at.range.begin - sentence.range.begin, at.range.end - sentence.range.begin});
    };
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.entity.empty()) add(mention.at);
    }
    for (const auto& quote : telling.annotated->quotes) {
      if (quote.speaker && quote.speaker->entity.empty()) add(quote.speaker->at);
    }
    for (size_t i = 0; i < candidates.size(); ++i) {
      if (is_spoken(telling, sentence, candidates[i])) continue;
      const auto best =
          spelt_like(candidates[i].of(sentence.text), lang, i < marked ? kSameName : kSameBareName,
                     in_title_marks(sentence.text, candidates[i]));
      if (best) cite(*best, candidates[i]);
    }
    return candidates.size();
  }

  // What somebody says names no source of the account.
  static bool is_spoken(const Telling& telling, const Sentence& sentence, Range range) {
    range.begin += sentence.range.begin;
    range.end += sentence.range.begin;
    return std::ranges::any_of(telling.annotated->quotes, [&](const model::Quote& quote) {
      return quote.speaker && quote.at.block == sentence.block && quote.at.range.contains(range);
    });
  }

  // Marks of titles only: what stands in them may be a name translated.
  static bool in_title_marks(std::string_view text, Range range) {
    const char32_t mark = range.begin > 0 ? text::decode_before(text, range.begin).value : 0;
    return mark == U'《' || mark == U'『';
  }

  static std::vector<Range> marked_pieces(std::string_view text) {
    std::vector<Range> out;
    static constexpr std::pair<char32_t, char32_t> kPairs[] = {
        {U'«', U'»'}, {U'"', U'"'}, {U'“', U'”'}, {U'„', U'“'}, {U'《', U'》'}, {U'『', U'』'}};
    for (const auto& [opens, closes] : kPairs) {
      size_t begin = std::string::npos;
      for (size_t at = 0; at < text.size();) {
        const auto c = text::decode(text, at);
        if (begin != std::string::npos && c.value == closes) {
          if (at - begin <= 60) {
            out.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
          }
          begin = std::string::npos;
        } else if (c.value == opens) {
          begin = at + c.length;
        }
        at += c.length;
      }
    }
    return out;
  }

  std::optional<uint32_t> spelt_like(std::string_view name, std::string_view lang, double least,
                                     bool may_be_translated) const {
    std::vector<lexicon::WeightedTerm> terms;
    lexicon::Lexicon::load().terms(name, lang, terms);
    std::map<uint32_t, double> dot;
    double sum = 0;
    for (const auto& term : terms) {
      sum += static_cast<double>(term.weight) * term.weight;
      const auto found = spelt_.find(term.term);
      if (found == spelt_.end()) continue;
      for (const auto& [publisher, weight] : found->second) {
        dot[publisher] += static_cast<double>(term.weight) * weight;
      }
    }
    double best = 0, second = 0;
    std::optional<uint32_t> out;
    for (const auto& [publisher, product] : dot) {
      const double likeness =
          product / std::max(1e-9, std::sqrt(sum) * publishers_[publisher].norm);
      if (likeness > best) {
        second = best;
        best = likeness;
        out = publisher;
      } else {
        second = std::max(second, likeness);
      }
    }
    if (best < least || best < kClearly * second) return sounds_like(name, lang);
    // "The Voice of the Islands" is not whoever speaks of islands: a name has to sound like it,
    // too.
    if (may_be_translated) return out;
    const Spelling written = spelling_of(name, lang, false);
    if (likeness(written, publishers_[*out].spelling, 0) < kSameSound) return std::nullopt;
    return out;
  }

  // "Воз дас Ильяс": words that mean something, written by their sound.
  std::optional<uint32_t> sounds_like(std::string_view name, std::string_view lang) const {
    const Spelling written = spelling_of(name, lang, false);
    std::optional<uint32_t> out;
    for (uint32_t i = 0; i < publishers_.size(); ++i) {
      if (likeness(written, publishers_[i].spelling, 0) < kSureSound) continue;
      if (out) return std::nullopt;
      out = i;
    }
    return out;
  }

  const Input& input_;
  std::vector<Publisher> publishers_;
  std::set<std::string> known_;
  std::unordered_map<std::string, std::vector<uint32_t>, TransparentHash, std::equal_to<>> begins_;
  std::bitset<256> first_;  // bytes that the names begin with
  std::unordered_map<lexicon::Term, std::vector<std::pair<uint32_t, float>>> spelt_;
};

}  // namespace

std::vector<Citation> cited_accounts(const Input& input) { return Finder(input).find(); }

bool has_sourcing_word(const Telling& telling) {
  const auto& words = sourcing_words(model::table_language(telling.annotated->article.lang));
  const size_t end = std::min(kMostSentences, telling.sentences.size());
  for (size_t i = 1; i < end; ++i) {
    if (has_any(text::fold_copy(telling.sentences[i].text), words)) return true;
  }
  return false;
}

}  // namespace synoptic::compare

#include "gloss/gloss.h"

#include <algorithm>

#include "gloss/small_words.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::gloss {
namespace {

// Weights of the lexicon are shares of occurrences; these were set by reading glosses of news.
constexpr float kSure = 0.35F;
constexpr float kLeast = 0.12F;
// Grams of scripts without spaces have smaller shares: their parts have a part of it.
constexpr float kSureGram = 0.2F;
constexpr float kLeastGram = 0.06F;

constexpr size_t kLongestGram = 4;       // characters, as in the lexicon
constexpr size_t kLongestTableWord = 8;  // characters
constexpr float kTableScore = 1.3F;      // a character of a word in the table
constexpr float kTableLonger = 0.05F;    // and each behind the first: the longer word is meant
constexpr float kGramScore = 1.0F;
constexpr float kLoneScore = 0.4F;  // a character that is a word of the lexicon

struct Found {
  std::string text;
  Kind kind = Kind::kUnknown;
  float weight = 0;
};

Found best_of(const std::vector<lexicon::Translation>& translations, float sure, float least) {
  for (const auto& translation : translations) {
    if (translation.weight < least) break;
    // Names of two words go with one of their words already; small words say nothing.
    if (translation.word.find(' ') != std::string::npos || is_small(translation.word)) continue;
    return {translation.word, translation.weight < sure ? Kind::kGuess : Kind::kWord,
            translation.weight};
  }
  return {};
}

class Glosser {
 public:
  Glosser(std::string_view sentence, std::string_view language)
      : sentence_(sentence), language_(language) {}

  std::vector<Word> read(Known known) {
    const auto all = text::words(sentence_);
    settle(known, all);
    size_t next = 0;
    for (size_t i = 0; i < all.size();) {
      while (next < known.size() && known[next].range.end <= all[i].range.begin) {
        put(known[next++], all);
      }
      if (next < known.size() && known[next].range.overlaps(all[i].range)) {
        ++i;
        continue;
      }
      size_t end = i + 1;
      const auto goes_on = [&](size_t at) {
        return at < all.size() && all[at].spaceless == all[i].spaceless &&
               (!all[i].spaceless || all[at].range.begin == all[at - 1].range.end) &&
               (next >= known.size() || !known[next].range.overlaps(all[at].range));
      };
      if (all[i].spaceless) {
        while (goes_on(end)) ++end;
        run(all, i, end);
        i = end;
      } else {
        while (end < i + kLongestPhrase && goes_on(end)) ++end;
        i += spaced(all, i, end);
      }
    }
    while (next < known.size()) put(known[next++], all);
    return std::move(out_);
  }

 private:
  using Words = std::vector<text::Word>;

  // The longer ones first, none over another, each as far as its words go.
  static void settle(Known& known, const Words& all) {
    std::stable_sort(known.begin(), known.end(),
                     [](const Word& a, const Word& b) { return a.range.size() > b.range.size(); });
    Known kept;
    for (Word& word : known) {
      for (const auto& one : all) {
        if (one.spaceless || !one.range.overlaps(word.range)) continue;
        word.range.begin = std::min(word.range.begin, one.range.begin);
        word.range.end = std::max(word.range.end, one.range.end);
      }
      const bool free = std::none_of(kept.begin(), kept.end(), [&](const Word& other) {
        return other.range.overlaps(word.range);
      });
      if (free && (!word.text.empty() || word.kind == Kind::kUnknown))
        kept.push_back(std::move(word));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Word& a, const Word& b) { return a.range.begin < b.range.begin; });
    known = std::move(kept);
  }

  // Of a stranger's name only what sounds like it: "Pescador" is no fisherman.
  void put(Word& known, const Words& all) {
    if (known.kind != Kind::kUnknown) {
      out_.push_back(std::move(known));
      return;
    }
    for (const auto& word : all) {
      if (!known.range.contains(word.range)) continue;
      if (word.spaceless) {
        out_.push_back({known.range, {}, Kind::kUnknown});
        return;
      }
      const std::string_view written = word.range.of(sentence_);
      Found found = best_of(lexicon_.translations(written, language_), kSure, kLeast);
      const bool same =
          found.kind != Kind::kUnknown &&
          lexicon_.sounds_of(found.text) == lexicon_.sounds_of(text::fold_copy(written));
      add(word.range, same ? std::move(found) : Found{});
    }
  }

  void add(Range range, Found found) { out_.push_back({range, std::move(found.text), found.kind}); }

  // A word, or the longest phrase of the table that begins with it; how many words that took.
  size_t spaced(const Words& all, size_t begin, size_t end) {
    for (size_t last = end; last > begin; --last) {
      const Range range{all[begin].range.begin, all[last - 1].range.end};
      const std::string_view gloss = small_word(language_, range.of(sentence_));
      if (gloss.empty()) continue;
      add(range, {std::string(gloss), Kind::kWord, 1});
      return last - begin;
    }
    const std::string_view word = all[begin].range.of(sentence_);
    const char32_t first = text::decode(word, 0).value;
    if (text::is_digit(first)) return 1;  // stays what it is, for every reader
    add(all[begin].range, text::is_hangul(first)
                              ? hangul(word)
                              : best_of(lexicon_.translations(word, language_), kSure, kLeast));
    return 1;
  }

  // Particles stand behind the word: its longest front that is known.
  Found hangul(std::string_view word) const {
    std::string_view front = word;
    for (size_t count = text::count_code_points(word); count > 0; --count) {
      if (const auto gloss = small_word(language_, front); !gloss.empty()) {
        return {std::string(gloss), Kind::kWord, 1};
      }
      if (count <= kLongestGram && (count > 1 || front.size() == word.size())) {
        Found found = best_of(lexicon_.entry(front, language_), kSureGram, kLeastGram);
        if (found.kind != Kind::kUnknown) return found;
      }
      front.remove_suffix(text::decode_before(front, front.size()).length);
    }
    return {};
  }

  // Characters [begin, end) of a script without spaces, cut where the words are known best.
  void run(const Words& all, size_t begin, size_t end) {
    struct Step {
      float score = -1e9F;
      size_t from = 0;
      Found found;
    };
    const size_t count = end - begin;
    std::vector<Step> best(count + 1);
    best[0].score = 0;
    for (size_t at = 0; at < count; ++at) {
      const auto take = [&](size_t length, float score, Found found) {
        Step& step = best[at + length];
        if (best[at].score + score <= step.score) return;
        step = {best[at].score + score, at, std::move(found)};
      };
      take(1, -0.2F, {});
      const char32_t first = text::decode(sentence_, all[begin + at].range.begin).value;
      if (text::is_katakana(first)) {
        size_t length = 1;
        while (at + length < count &&
               text::is_katakana(
                   text::decode(sentence_, all[begin + at + length].range.begin).value)) {
          ++length;
        }
        const Range range{all[begin + at].range.begin, all[begin + at + length - 1].range.end};
        take(length, static_cast<float>(length),
             best_of(lexicon_.translations(range.of(sentence_), language_), kSure, kLeast));
        continue;
      }
      for (size_t length = 1; length <= kLongestTableWord && at + length <= count; ++length) {
        const Range range{all[begin + at].range.begin, all[begin + at + length - 1].range.end};
        const std::string_view piece = range.of(sentence_);
        if (text::is_katakana(text::decode_before(piece, piece.size()).value)) break;
        const auto size = static_cast<float>(length);
        if (const auto gloss = small_word(language_, piece); !gloss.empty()) {
          take(length, kTableScore * size + kTableLonger * (size - 1),
               {std::string(gloss), Kind::kWord, 1});
        } else if (length <= kLongestGram) {
          Found found = best_of(lexicon_.entry(piece, language_), kSureGram, kLeastGram);
          if (found.kind == Kind::kUnknown) continue;
          const float score =
              length == 1 ? kLoneScore * found.weight : (kGramScore + found.weight) * (size - 0.5F);
          take(length, score, std::move(found));
        }
      }
    }
    std::vector<Word> back;
    for (size_t at = count; at > 0; at = best[at].from) {
      const Range range{all[begin + best[at].from].range.begin, all[begin + at - 1].range.end};
      Found& found = best[at].found;
      if (found.kind == Kind::kUnknown && !back.empty() && back.back().kind == Kind::kUnknown) {
        back.back().range.begin = range.begin;
      } else {
        back.push_back({range, std::move(found.text), found.kind});
      }
    }
    out_.insert(out_.end(), std::make_move_iterator(back.rbegin()),
                std::make_move_iterator(back.rend()));
  }

  std::string_view sentence_, language_;
  const lexicon::Lexicon& lexicon_ = lexicon::Lexicon::load();
  std::vector<Word> out_;
};

}  // namespace

std::vector<Word> words(std::string_view sentence, std::string_view language, Known known) {
  if (language.substr(0, language.find('-')) == kReader) return {};
  return Glosser(sentence, language).read(std::move(known));
}

}  // namespace synoptic::gloss

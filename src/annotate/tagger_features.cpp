#include "annotate/tagger_features.h"

#include <algorithm>

namespace synoptic::annotate {
namespace {

// "England beat Serbia": whether a place stands for its team is told by the words of the sentence.
bool is_place_like(const TagToken& token) {
  const int known = token.word_class & 63;
  return (token.phrase & kPlaceBit) != 0 || (known > 27 && known <= 36);
}

// "2-1", "3:0": two small numbers with one mark between them.
bool is_score(const std::vector<TagToken>& tokens, size_t at) {
  const auto small = [](const TagToken& token) {
    return token.shape == Shape::kDigit || token.shape == Shape::kDigits2;
  };
  return at + 2 < tokens.size() && small(tokens[at]) && small(tokens[at + 2]) &&
         (tokens[at + 1].shape == Shape::kHyphen || tokens[at + 1].shape == Shape::kColon);
}

// Builds the hashes of features.
class Emitter {
 public:
  Emitter(std::array<uint64_t, kMostFeatures>& out) : out_(out) {}
  void add(uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    const uint64_t id = ++template_;
    out_[count_++] = mix_hash(add_to_hash(add_to_hash(a + id * 0xD6E8FEB86659FD93ULL, b), c));
  }
  // Of the template that comes next, which may be filled many times.
  void add_again(uint64_t a) {
    if (count_ + 64 >= kMostFeatures) return;
    add(a);
    --template_;
  }
  void skip() { ++template_; }
  size_t count() const { return count_; }

 private:
  std::array<uint64_t, kMostFeatures>& out_;
  size_t count_ = 0;
  uint64_t template_ = 0;
};

}  // namespace

size_t read_features(const TagSentence& sentence, size_t at,
                     std::array<uint64_t, kMostFeatures>& features) {
  static const TagToken kOutside{.prefix = {}, .suffix = {}, .stem = {}};
  const auto& tokens = sentence.tokens;
  const auto token = [&](int step) -> const TagToken& {
    const auto i = static_cast<int64_t>(at) + step;
    return i < 0 || i >= static_cast<int64_t>(tokens.size()) ? kOutside
                                                             : tokens[static_cast<size_t>(i)];
  };
  const TagToken& here = tokens[at];
  const TagToken &left = token(-1), &right = token(1), &left2 = token(-2), &right2 = token(2);
  const auto shape = [](const TagToken& t) { return static_cast<uint64_t>(t.shape); };
  const auto known = [](const TagToken& t) {
    return static_cast<uint64_t>(t.phrase | t.phrase_place << 4 |
                                 (t.phrase_length > 3 ? 3 : t.phrase_length) << 8);
  };
  const auto word_class = [](const TagToken& t) {
    return static_cast<uint64_t>(t.word_class | (t.cut != 0) << 8);
  };
  const uint64_t lang = sentence.language, kind = sentence.kind;
  const uint64_t start =
      at == 0 ? 1 : left.shape == Shape::kQuote || left.shape == Shape::kOtherMark;

  Emitter out(features);
  if (is_place_like(here)) {
    constexpr size_t kReach = 14, kMostWords = 24;
    const size_t first = at < kReach ? 0 : at - kReach, last = std::min(tokens.size(), at + kReach);
    size_t words = 0;
    for (size_t i = first; i < last && words < kMostWords; ++i) {
      const TagToken& other = tokens[i];
      if (is_score(tokens, i)) out.add_again(0x5C0);
      if (is_mark(other.shape) || is_digits(other.shape) || is_capital(other.shape)) continue;
      if (other.spaceless) {
        if (i + 1 < last && tokens[i + 1].spaceless) {
          out.add_again(add_to_hash(other.word, tokens[i + 1].word));
          ++words;
        }
      } else if (other.length > 3 && i != at) {
        out.add_again(other.word);
        ++words;
      }
    }
  }
  out.skip();
  out.add(lang);
  out.add(here.word);
  out.add(here.word, shape(here), start);
  out.add(left.word);
  out.add(right.word);
  out.add(left2.word);
  out.add(right2.word);
  out.add(left.word, here.word);
  out.add(here.word, right.word);
  out.add(shape(here), lang, kind);
  out.add(shape(left), shape(here), shape(right));
  out.add(shape(here) | shape(left) << 8 | shape(left2) << 16, kind);
  out.add(shape(here) | shape(right) << 8 | shape(right2) << 16, kind);
  out.add(left.word, shape(here), lang);
  out.add(right.word, shape(here), lang);
  out.add(known(here), shape(here), start);
  out.add(known(here), known(left), known(right));
  out.add(known(here), lang);
  out.add(word_class(here), shape(here), start);
  out.add(word_class(left), word_class(here), shape(here));
  out.add(word_class(here), word_class(right), shape(here));
  out.add(word_class(left), word_class(here), word_class(right));
  out.add(word_class(here), known(here));
  out.add(word_class(here), lang);
  out.add(word_class(left), shape(left), shape(here));
  out.add(word_class(right), shape(right), shape(here));
  if (here.spaceless) {
    out.add(left.word, here.word, right.word);
    out.add(left2.word, left.word, here.word);
    out.add(here.word, right.word, right2.word);
    out.add(left2.word, left.word);
    out.add(right.word, right2.word);
    out.add(left.word, right.word);
    const TagToken &left3 = token(-3), &right3 = token(3);
    out.add(left3.word, left2.word, left.word);
    out.add(right.word, right2.word, right3.word);
    out.add(known(left), left.word);
    out.add(known(right), right.word);
    out.add(known(left2) << 32 | known(left), known(here), shape(here));
    out.add(known(right2) << 32 | known(right), known(here), shape(here));
    out.add(left.word, lang, known(here));
    out.add(right.word, lang, known(here));
    return out.count();
  }
  for (int i = 0; i < 20; ++i) out.skip();
  out.add(here.first, here.length, shape(here));
  out.add(right.shape == Shape::kComma ? right.glued : 2, shape(here), word_class(right2));
  out.add(left.shape == Shape::kComma ? left.glued : 2, shape(here), word_class(left2));
  for (const uint64_t part : here.prefix) part != 0 ? out.add(part, shape(here)) : out.skip();
  for (const uint64_t part : here.suffix) part != 0 ? out.add(part, shape(here)) : out.skip();
  out.add(here.suffix[2], here.suffix[1], lang);
  out.add(left.suffix[2], shape(left), shape(here));
  out.add(right.suffix[2], shape(right), shape(here));
  out.add(left.prefix[1], shape(here));
  out.add(right.prefix[1], shape(here));
  out.add(left2.word, left.word, shape(here));
  out.add(right.word, right2.word, shape(here));
  if (here.run_begin >= 0) {
    const auto begin = static_cast<size_t>(here.run_begin), end = static_cast<size_t>(here.run_end);
    const TagToken& before = begin == 0 ? kOutside : tokens[begin - 1];
    const TagToken& after = end == tokens.size() ? kOutside : tokens[end];
    const size_t length = std::min<size_t>(end - begin, 5);
    const uint64_t place = at == begin ? 1 : at + 1 == end ? 2 : 3;
    const uint64_t run = length | place << 4;
    out.add(tokens[begin].word, length > 1, place == 1);
    out.add(tokens[end - 1].word, length > 1, place == 2);
    out.add(before.word, place == 1, lang);
    out.add(after.word, place == 2, lang);
    out.add(before.word, after.word);
    out.add(run, shape(here), kind);
    out.add(word_class(tokens[begin]), word_class(tokens[end - 1]), run);
    out.add(known(tokens[begin]), run, known(here));
    out.add(shape(before), shape(after), run);
    out.add(tokens[end - 1].suffix[3], place == 2);
  }
  return out.count();
}

}  // namespace synoptic::annotate

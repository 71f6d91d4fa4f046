#include "annotate/names/tagger_features.h"

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

// Builds the hashes of features. Each begins with the number of its template, which is part of what
// a trained model knows and never changes.
class Emitter {
 public:
  Emitter(Features& out, size_t count) : out_(out), count_(count) {}
  void add(uint64_t id, uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    out_[count_++] = mix_hash(add_to_hash(add_to_hash(a + id * 0xD6E8FEB86659FD93ULL, b), c));
  }
  bool has_room() const { return count_ + 88 < kMostFeatures; }  // for a template filled many times
  size_t count() const { return count_; }

 private:
  Features& out_;
  size_t count_ = 0;
};

uint64_t shape_of(const TagToken& token) { return static_cast<uint64_t>(token.shape); }
uint64_t known_of(const TagToken& token) { return token.known; }
uint64_t class_of(const TagToken& token) {
  return static_cast<uint64_t>(token.word_class | (token.cut != 0) << 8);
}

// Whether a token begins its sentence, or what is said in it.
bool starts(size_t at, const TagToken& left) {
  return at == 0 || left.shape == Shape::kQuote || left.shape == Shape::kOtherMark;
}

// A token and its neighbours; what lies outside of the sentence is empty.
class Window {
 public:
  Window(const TagSentence& sentence, size_t at)
      : sentence(sentence),
        tokens(sentence.tokens),
        at(at),
        here(tokens[at]),
        left(token(-1)),
        right(token(1)),
        start(starts(at, left)) {}

  const TagToken& token(int step) const {
    const auto i = static_cast<int64_t>(at) + step;
    return i < 0 || i >= static_cast<int64_t>(tokens.size()) ? kOutside
                                                             : tokens[static_cast<size_t>(i)];
  }
  void here_features(Emitter& out) const;
  void left_features(Emitter& out) const;
  void right_features(Emitter& out) const;
  void shape_features(Emitter& out) const;
  void class_features(Emitter& out) const;
  void other_features(Emitter& out) const;

  static const TagToken kOutside;
  const TagSentence& sentence;
  const std::vector<TagToken>& tokens;
  const size_t at;
  const TagToken &here, &left, &right;
  const uint64_t start;

 private:
  void meaning_features(Emitter& out) const;
  void gram_features(Emitter& out) const;
  void place_features(Emitter& out) const;
  void spaceless_features(Emitter& out) const;
  void run_features(Emitter& out) const;
};

const TagToken Window::kOutside;

void Window::here_features(Emitter& out) const {
  const uint64_t lang = sentence.language, kind = sentence.kind, shape = shape_of(here);
  out.add(2, lang);
  out.add(3, here.word);
  out.add(4, here.word, shape, start);
  out.add(11, shape, lang, kind);
  out.add(17, known_of(here), shape, start);
  out.add(19, known_of(here), lang);
  out.add(20, class_of(here), shape, start);
  out.add(24, class_of(here), known_of(here));
  out.add(25, class_of(here), lang);
  if (here.spaceless) return;
  if (here.meaning != 0) {
    out.add(100, here.meaning, shape);
    out.add(101, here.kinds.fine, shape);
    out.add(102, here.kinds.coarse, shape, start);
  }
  out.add(48, here.first, here.length, shape);
  for (size_t i = 0; i < here.prefix.size(); ++i) {
    if (here.prefix[i] != 0) out.add(51 + i, here.prefix[i], shape);
  }
  for (size_t i = 0; i < here.suffix.size(); ++i) {
    if (here.suffix[i] != 0) out.add(54 + i, here.suffix[i], shape);
  }
  out.add(58, here.suffix[2], here.suffix[1], lang);
  if (here.bare != 0) {
    out.add(80, here.bare);
    out.add(81, here.bare_end, here.bare_length > 3);
    out.add(82, here.bare_last, here.bare_length);
    out.add(83, here.first, here.bare_length);
    out.add(84, class_of(here), here.bare_length);
  } else if (here.shape == Shape::kArabic) {
    out.add(80, here.stem[0]);
    if (here.stem[1] != 0) out.add(85, here.stem[1]);
  }
}

void Window::left_features(Emitter& out) const {
  const uint64_t lang = sentence.language, shape = shape_of(here);
  out.add(5, left.word);
  out.add(15, left.word, shape, lang);
  out.add(26, class_of(left), shape_of(left), shape);
  if (here.spaceless) {
    out.add(36, known_of(left), left.word);
    out.add(40, left.word, lang, known_of(here));
  } else {
    out.add(59, left.suffix[2], shape_of(left), shape);
    out.add(61, left.prefix[1], shape);
    if (left.meaning != 0 && !left.spaceless) {
      out.add(103, left.meaning, shape);
      out.add(104, left.kinds.fine, shape);
      out.add(105, left.kinds.coarse, shape);
    }
    if (left.bare != 0) out.add(86, left.bare, left.bare_last);
    if (left.shape == Shape::kArabic) {
      out.add(86, left.stem[0]);
      if (left.stem[1] != 0) out.add(87, left.stem[1]);
    }
  }
}

void Window::right_features(Emitter& out) const {
  const uint64_t lang = sentence.language, shape = shape_of(here);
  out.add(6, right.word);
  out.add(16, right.word, shape, lang);
  out.add(27, class_of(right), shape_of(right), shape);
  if (here.spaceless) {
    out.add(37, known_of(right), right.word);
    out.add(41, right.word, lang, known_of(here));
  } else {
    out.add(60, right.suffix[2], shape_of(right), shape);
    out.add(62, right.prefix[1], shape);
    if (right.meaning != 0 && !right.spaceless) {
      out.add(106, right.meaning, shape);
      out.add(107, right.kinds.fine, shape);
      out.add(108, right.kinds.coarse, shape);
    }
    if (right.bare != 0) out.add(88, right.bare, right.bare_last);
    if (right.shape == Shape::kArabic) out.add(88, right.stem[0]);
  }
}

void Window::shape_features(Emitter& out) const {
  const uint64_t kind = sentence.kind, shape = shape_of(here);
  out.add(12, shape_of(left), shape, shape_of(right));
  out.add(13, shape | shape_of(left) << 8 | shape_of(token(-2)) << 16, kind);
  out.add(14, shape | shape_of(right) << 8 | shape_of(token(2)) << 16, kind);
}

void Window::class_features(Emitter& out) const {
  const uint64_t shape = shape_of(here);
  out.add(18, known_of(here), known_of(left), known_of(right));
  out.add(21, class_of(left), class_of(here), shape);
  out.add(22, class_of(here), class_of(right), shape);
  out.add(23, class_of(left), class_of(here), class_of(right));
}

// The words around a place.
void Window::place_features(Emitter& out) const {
  constexpr size_t kReach = 14, kMostWords = 24;
  constexpr uint64_t kId = 1, kScore = 0x5C0;
  const size_t first = at < kReach ? 0 : at - kReach, last = std::min(tokens.size(), at + kReach);
  size_t words = 0;
  const auto add = [&](uint64_t word) {
    if (out.has_room()) out.add(kId, word);
  };
  for (size_t i = first; i < last && words < kMostWords; ++i) {
    const TagToken& other = tokens[i];
    if (is_score(tokens, i)) add(kScore);
    if (is_mark(other.shape) || is_digits(other.shape) || is_capital(other.shape)) continue;
    if (other.spaceless) {
      if (i + 1 < last && tokens[i + 1].spaceless) {
        add(add_to_hash(other.word, tokens[i + 1].word));
        ++words;
      }
    } else if (other.length > 3 && i != at) {
      add(other.word);
      ++words;
    }
  }
}

// What the words around mean.
void Window::meaning_features(Emitter& out) const {
  const TagToken &left2 = token(-2), &right2 = token(2);
  const uint64_t shape = shape_of(here);
  if (left2.meaning != 0) {
    out.add(109, left2.meaning, shape);
    out.add(110, left2.kinds.fine, left.kinds.fine, shape);
  }
  if (right2.meaning != 0) {
    out.add(111, right2.meaning, shape);
    out.add(112, right.kinds.fine, right2.kinds.fine, shape);
  }
  if (left.meaning != 0 && here.meaning != 0) {
    out.add(113, left.kinds.fine, here.kinds.fine);
  }
  if (here.meaning != 0 && right.meaning != 0) {
    out.add(115, here.kinds.fine, right.kinds.fine);
  }
  if (left.meaning != 0 && right.meaning != 0) {
    out.add(117, left.kinds.fine, right.kinds.fine, shape);
  }
}

// The same for characters: of the word with a meaning that holds the token and of those beside it.
void Window::gram_features(Emitter& out) const {
  const TagToken& before = token(-1 - here.gram_before);
  const TagToken& behind = token(1 + here.gram_behind);
  const uint64_t place =
      std::min<uint64_t>(here.gram_before, 2) | std::min<uint64_t>(here.gram_behind, 2) << 2;
  out.add(118, place, here.meaning);
  out.add(119, place, here.kinds.fine);
  out.add(120, place, before.meaning);
  out.add(121, place, before.kinds.fine, here.kinds.fine);
  out.add(122, place, behind.meaning);
  out.add(123, place, behind.kinds.fine, here.kinds.fine);
  out.add(124, place, here.kinds.coarse, known_of(here));
  out.add(125, before.kinds.coarse, known_of(here), behind.kinds.coarse);
  out.add(126, place, before.gram_before, behind.gram_behind);
}

void Window::spaceless_features(Emitter& out) const {
  const TagToken &left2 = token(-2), &right2 = token(2), &left3 = token(-3), &right3 = token(3);
  out.add(28, left.word, here.word, right.word);
  out.add(29, left2.word, left.word, here.word);
  out.add(30, here.word, right.word, right2.word);
  out.add(31, left2.word, left.word);
  out.add(32, right.word, right2.word);
  out.add(33, left.word, right.word);
  out.add(34, left3.word, left2.word, left.word);
  out.add(35, right.word, right2.word, right3.word);
  out.add(38, known_of(left2) << 32 | known_of(left), known_of(here), shape_of(here));
  out.add(39, known_of(right2) << 32 | known_of(right), known_of(here), shape_of(here));
}

// Of the capitalised words in a row that hold the token.
void Window::run_features(Emitter& out) const {
  const auto begin = static_cast<size_t>(here.run_begin), end = static_cast<size_t>(here.run_end);
  const TagToken& before = begin == 0 ? kOutside : tokens[begin - 1];
  const TagToken& after = end == tokens.size() ? kOutside : tokens[end];
  const size_t length = std::min<size_t>(end - begin, 5);
  const uint64_t place = at == begin ? 1 : at + 1 == end ? 2 : 3;
  const uint64_t run = length | place << 4;
  out.add(65, tokens[begin].word, length > 1, place == 1);
  out.add(66, tokens[end - 1].word, length > 1, place == 2);
  out.add(67, before.word, place == 1, sentence.language);
  out.add(68, after.word, place == 2, sentence.language);
  out.add(69, before.word, after.word);
  out.add(70, run, shape_of(here), sentence.kind);
  out.add(71, class_of(tokens[begin]), class_of(tokens[end - 1]), run);
  out.add(72, known_of(tokens[begin]), run, known_of(here));
  out.add(73, shape_of(before), shape_of(after), run);
  out.add(74, tokens[end - 1].suffix[3], place == 2);
  if (before.meaning != 0) out.add(127, before.meaning, place == 1);
  if (after.meaning != 0) out.add(129, after.meaning, place == 2);
}

void Window::other_features(Emitter& out) const {
  const TagToken &left2 = token(-2), &right2 = token(2);
  const uint64_t shape = shape_of(here);
  if (is_place_like(here)) place_features(out);
  out.add(7, left2.word);
  out.add(8, right2.word);
  out.add(9, left.word, here.word);
  out.add(10, here.word, right.word);
  if (here.spaceless) {
    spaceless_features(out);
    gram_features(out);
    return;
  }
  meaning_features(out);
  out.add(49, right.shape == Shape::kComma ? right.glued : 2, shape, class_of(right2));
  out.add(50, left.shape == Shape::kComma ? left.glued : 2, shape, class_of(left2));
  out.add(63, left2.word, left.word, shape);
  out.add(64, right.word, right2.word, shape);
  if (here.bare != 0) {
    out.add(89, here.first, here.bare_length, class_of(right));
    out.add(90, here.first, here.bare_length, right.bare);
    out.add(91, here.first, here.bare_length, left.bare_last);
    out.add(92, here.bare_last, right.bare_last, left.bare_last);
  }
  if (here.run_begin >= 0) run_features(out);
}

constexpr unsigned kKnownBits = 9;
uint64_t packed_known(const TagToken& token) {  // nine of its ten bits are in use
  const uint64_t known = known_of(token);
  return (known & 0x7F) << 2 | known >> 8;
}

// Puts numbers of a few bits together.
class Key {
 public:
  explicit Key(uint64_t key = 0) : key_(key) {}
  Key& with(uint64_t value, unsigned bits) {
    key_ = key_ << bits | value;
    return *this;
  }
  Key& with_known(const TagToken& token) { return with(packed_known(token), kKnownBits); }
  uint64_t of(FeatureGroup group) const { return key_ << 3 | (static_cast<uint64_t>(group) + 1); }

 private:
  uint64_t key_;
};
constexpr unsigned kIdBits = 28, kLanguageBits = 8, kShapeBits = 5;
constexpr unsigned kClassBits = 9, kClassAndKnownBits = kClassBits + kKnownBits;

uint64_t class_and_known(const TagToken& token) {
  return class_of(token) << kKnownBits | packed_known(token);
}

}  // namespace

size_t read_features(const TagSentence& sentence, size_t at, FeatureGroup group, Features& features,
                     size_t count) {
  const Window window(sentence, at);
  Emitter out(features, count);
  switch (group) {
    case FeatureGroup::kHere:
      window.here_features(out);
      break;
    case FeatureGroup::kLeft:
      window.left_features(out);
      break;
    case FeatureGroup::kRight:
      window.right_features(out);
      break;
    case FeatureGroup::kShapes:
      window.shape_features(out);
      break;
    case FeatureGroup::kClasses:
      window.class_features(out);
      break;
    case FeatureGroup::kOthers:
      window.other_features(out);
      break;
  }
  return out.count();
}

size_t read_features(const TagSentence& sentence, size_t at, Features& features) {
  // Those that may be many come first: they look at how much room is left.
  size_t count = read_features(sentence, at, FeatureGroup::kOthers, features, 0);
  for (size_t group = 0; group + 1 < kFeatureGroups; ++group) {
    count = read_features(sentence, at, static_cast<FeatureGroup>(group), features, count);
  }
  return count;
}

FeatureKeyWalk::FeatureKeyWalk(const TagSentence& sentence) : sentence_(sentence) {
  const auto& tokens = sentence.tokens;
  if (!tokens.empty()) {
    shapes_ = shape_of(tokens[0]) << kShapeBits;
    classes_ = class_and_known(tokens[0]);
  }
  if (tokens.size() > 1) shapes_ |= shape_of(tokens[1]);
}

FeatureKeys FeatureKeyWalk::next() {
  const auto& tokens = sentence_.tokens;
  const size_t at = at_++;
  const TagToken& here = tokens[at];
  const TagToken& left = at == 0 ? Window::kOutside : tokens[at - 1];
  const TagToken& right = at + 1 < tokens.size() ? tokens[at + 1] : Window::kOutside;
  // Zero outside of the sentence, as of kOutside.
  shapes_ <<= kShapeBits;
  if (at + 2 < tokens.size()) shapes_ |= shape_of(tokens[at + 2]);
  shapes_ &= (uint64_t{1} << 5 * kShapeBits) - 1;
  classes_ = classes_ << kClassAndKnownBits | class_and_known(right);
  classes_ &= (uint64_t{1} << 3 * kClassAndKnownBits) - 1;
  const uint64_t shape = shape_of(here);
  const auto key_of = [&](const TagToken& token) {
    return Key().with(sentence_.language_id, kLanguageBits).with(token.id, kIdBits);
  };
  const auto beside = [&](const TagToken& token, FeatureGroup group) -> uint64_t {
    if (token.id == 0 && &token != &Window::kOutside) return 0;
    Key key = key_of(token).with(shape, kShapeBits);
    if (here.spaceless) key.with_known(token).with_known(here);
    return key.of(group);
  };
  FeatureKeys keys{};
  const auto set = [&](FeatureGroup group, uint64_t key) {
    keys[static_cast<size_t>(group)] = key;
  };
  if (here.id != 0) {
    set(FeatureGroup::kHere, key_of(here)
                                 .with(sentence_.kind, 2)
                                 .with(starts(at, left), 1)
                                 .with_known(here)
                                 .of(FeatureGroup::kHere));
  }
  set(FeatureGroup::kLeft, beside(left, FeatureGroup::kLeft));
  set(FeatureGroup::kRight, beside(right, FeatureGroup::kRight));
  set(FeatureGroup::kShapes, Key(shapes_).with(sentence_.kind, 2).of(FeatureGroup::kShapes));
  set(FeatureGroup::kClasses, Key(classes_).with(shape, kShapeBits).of(FeatureGroup::kClasses));
  return keys;
}

}  // namespace synoptic::annotate

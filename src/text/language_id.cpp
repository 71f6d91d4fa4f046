#include "text/language_id.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "base/data.h"
#include "text/fold.h"
#include "text/language_features.h"
#include "text/language_model_format.h"
#include "text/utf8.h"

namespace synoptic::text {
namespace {

// Longer texts are read in this many windows of this size, spread evenly.
constexpr size_t kWindows = 12;
constexpr size_t kWindowBytes = 100;
// Scores grow with the text, and n-grams of one word are not independent: what the model says is
// cooled before it is read as a probability. Fitted on the development sentences.
constexpr double kTemperature = 0.5;
constexpr double kUnseen = -45;
// Windows that leave no doubt are enough; a part of one where there is none at all, which is asked
// for after so many batches of features.
constexpr double kSure = 0.999999;
constexpr double kQuiteSure = 1 - 1e-12;
constexpr size_t kBatchesToDecide = 2;
// One kana in so many Han characters makes a text Japanese, one traditional form traditional.
constexpr uint32_t kKanaShare = 12;
constexpr uint32_t kTraditionalShare = 10;
constexpr uint32_t kMostBuckets = 1u << 28;
constexpr uint32_t kMostWeights = 1u << 24;

std::string_view window_at(std::string_view text, size_t begin) {
  size_t end = std::min(begin + kWindowBytes, text.size());
  const auto is_break = [&](size_t i) { return text[i] == ' ' || text[i] == '\n'; };
  const auto is_trail = [&](size_t i) { return (text[i] & 0xC0) == 0x80; };
  // To the next blank if there is one near, else to the next character.
  if (begin > 0) {
    for (size_t i = begin; i < begin + 32 && i < end; ++i) {
      if (is_break(i)) {
        begin = i;
        break;
      }
    }
    while (begin < end && is_trail(begin)) ++begin;
  }
  if (end < text.size()) {
    for (size_t i = end; i + 32 > end && i > begin; --i) {
      if (is_break(i)) {
        end = i;
        break;
      }
    }
    while (end > begin && is_trail(end)) --end;
  }
  return text.substr(begin, end - begin);
}

struct Sample {
  std::array<std::string_view, kWindows> windows;
  size_t count = 0;
};

Sample sample(std::string_view text) {
  Sample made;
  if (text.size() <= 2 * kWindowBytes) {
    made.windows[made.count++] = text;
    return made;
  }
  if (text.size() <= kWindows * kWindowBytes) {
    // All of it, piece by piece; reading stops where there is no doubt left.
    const size_t pieces = text.size() / kWindowBytes;
    size_t begin = 0;
    for (size_t i = 1; i <= pieces; ++i) {
      size_t end = i == pieces ? text.size() : text.size() / pieces * i;
      while (end < text.size() && text[end] != ' ' && end < begin + 2 * kWindowBytes) ++end;
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
      if (end > begin) made.windows[made.count++] = text.substr(begin, end - begin);
      begin = std::max(begin, end);
    }
    // From the middle out, as below.
    std::rotate(made.windows.begin(), made.windows.begin() + made.count / 2,
                made.windows.begin() + made.count);
    return made;
  }
  // From the middle out: the ends are bylines and notes more often. Reading stops early.
  for (const size_t i : {5, 8, 3, 10, 1, 6, 4, 9, 2, 7, 11, 0}) {
    const size_t begin = (text.size() - kWindowBytes) / (kWindows - 1) * i;
    made.windows[made.count++] = window_at(text, begin);
  }
  return made;
}

std::string_view name_of(ScriptCode script) {
  const char* name = uscript_getShortName(static_cast<UScriptCode>(script));
  return name != nullptr ? std::string_view(name) : "Zyyy";
}

// Traditional characters are about a third of a traditional text and almost none of a simplified
// one, which may still name a person or a dynasty with them.
std::string_view han_script_of(std::string_view text) {
  uint32_t kana = 0;
  uint32_t han = 0;
  uint32_t traditional = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    if (c.value < 0x2E80) continue;
    kana += is_kana(c.value) ? 1 : 0;
    if (!is_han(c.value)) continue;
    ++han;
    traditional += simplified_han(c.value) != c.value ? 1 : 0;
  }
  if (kana * kKanaShare > han) return "Jpan";
  return traditional * kTraditionalShare > han ? "Hant" : "Hans";
}

// The gate that a class competes behind.
ScriptCode gate_of(std::string_view script) {
  if (script == "Hans" || script == "Hant" || script == "Jpan") return USCRIPT_HAN;
  if (script == "Kore") return USCRIPT_HANGUL;
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = USCRIPT_COMMON;
  const int32_t found = uscript_getCode(std::string(script).c_str(), &code, 1, &status);
  const bool usable = U_SUCCESS(status) && found == 1 && code > kScriptOfNeighbour &&
                      static_cast<size_t>(code) < kScriptCount;
  return usable ? static_cast<ScriptCode>(code) : kNoScript;
}

std::string_view view_of(const std::array<char, 8>& name) {
  return {name.data(), strnlen(name.data(), name.size())};
}

// Reads plain values off the front of a model.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  bool read(T* out, size_t count) {
    const size_t size = count * sizeof(T);
    if (bytes_.size() < size) return false;
    std::memcpy(out, bytes_.data(), size);
    bytes_.remove_prefix(size);
    return true;
  }

  // The same as they lie there.
  template <typename T>
  bool view(std::span<const T>& out, size_t count) {
    const size_t size = count * sizeof(T);
    if (bytes_.size() < size || reinterpret_cast<uintptr_t>(bytes_.data()) % alignof(T) != 0) {
      return false;
    }
    out = {reinterpret_cast<const T*>(bytes_.data()), count};
    bytes_.remove_prefix(size);
    return true;
  }

  size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

tl::unexpected<Error> broken(std::string why) {
  return failure(ErrorCode::kMalformed, "language model", std::move(why));
}

}  // namespace

struct LanguageId::Scores {
  std::array<int32_t, kMaxClasses> sums{};
};

Result<LanguageId> LanguageId::embedded() {
  return from_bytes(embedded_data("models/language_id.bin"));
}

Result<LanguageId> LanguageId::from_bytes(std::string_view model) {
  Reader reader(model);
  ModelHeader header;
  if (!reader.read(&header, 1) || header.magic != kModelMagic) return broken("not a model");
  if (header.class_count > kMaxClasses || header.bucket_count > kMostBuckets ||
      header.bucket_count < 2 || !std::has_single_bit(header.bucket_count) ||
      header.weight_count >= kMostWeights || header.unit == 0) {
    return broken("impossible sizes");
  }
  LanguageId made;
  made.unit_ = header.unit / 65536.0;
  made.by_script_.resize(kScriptCount);
  std::vector<ModelClass> classes(header.class_count);
  if (!reader.read(classes.data(), classes.size())) return broken("cut short");
  for (size_t i = 0; i < classes.size(); ++i) {
    made.classes_.push_back({classes[i].language, classes[i].script, classes[i].bias});
    const ScriptCode gate = gate_of(view_of(classes[i].script));
    if (gate == kNoScript) return broken("unknown script");
    made.by_script_[gate].push_back(static_cast<uint8_t>(i));
  }
  if (!reader.view(made.buckets_, header.bucket_count) ||
      !reader.view(made.targets_, header.weight_count) ||
      !reader.view(made.values_, header.weight_count)) {
    return broken("cut short");
  }
  if (reader.left() != 0) return broken("bytes left over");
  made.shift_ = 32 - static_cast<unsigned>(std::countr_zero(header.bucket_count));
  return made;
}

void LanguageId::add_feature(uint32_t hash, Scores& scores) const {
  // Two thirds full at most: what is looked for is found, or not, in one line of the cache.
  const size_t mask = buckets_.size() - 1;
  size_t bucket = hash >> shift_;
  for (size_t seen = 0; seen <= mask && buckets_[bucket].weight != 0; ++seen) {
    if (buckets_[bucket].feature == hash) {
      size_t weight = buckets_[bucket].weight >> 8;
      const size_t end =
          std::min<size_t>(weight + (buckets_[bucket].weight & 0xFF), values_.size());
      const uint8_t* const targets = targets_.data();
      const int8_t* const values = values_.data();
      // A feature weighs for some fifty classes: counting to the end costs as much as adding.
#pragma GCC unroll 4
      for (; weight < end; ++weight) scores.sums[targets[weight]] += values[weight];
      return;
    }
    bucket = (bucket + 1) & mask;
  }
}

LanguageGuess LanguageId::decide(const std::vector<uint8_t>& competing,
                                 const Scores& scores) const {
  // A language can stand for several classes (zh: Hans, Hant); the runner-up is another language.
  uint8_t best = competing.front();
  for (const uint8_t i : competing) {
    if (scores.sums[i] > scores.sums[best]) best = i;
  }
  const std::array<char, 8>& language = classes_[best].language;
  const Class* runner_up = nullptr;
  double own = 0;
  double all = 0;
  int32_t second = std::numeric_limits<int32_t>::min();
  for (const uint8_t i : competing) {
    const double below = static_cast<double>(scores.sums[i] - scores.sums[best]) * unit_;
    // Of what is too small to be seen beside the best one's 1 no power is taken.
    const double share = kTemperature * below < kUnseen ? 0 : std::exp(kTemperature * below);
    all += share;
    if (classes_[i].language == language) {
      own += share;
    } else if (scores.sums[i] > second) {
      second = scores.sums[i];
      runner_up = &classes_[i];
    }
  }
  LanguageGuess guess;
  guess.language = view_of(language);
  guess.script = view_of(classes_[best].script);
  if (runner_up != nullptr) guess.runner_up = view_of(runner_up->language);
  guess.confidence = own / all;
  return guess;
}

bool LanguageId::fits_script(std::string_view utf8, std::string_view language) const {
  const ScriptCode script = dominant_script(count_scripts(utf8));
  return script != kNoScript && std::ranges::any_of(by_script_[script], [&](uint8_t i) {
           return std::string_view(classes_[i].language.data()) == language;
         });
}

LanguageGuess LanguageId::identify(std::string_view utf8) const {
  const Sample sampled = sample(utf8);
  std::array<uint32_t, kScriptCount> letters{};
  for (size_t i = 0; i < sampled.count; ++i) {
    const auto counts = count_scripts(sampled.windows[i]);
    for (size_t script = 0; script < kScriptCount; ++script) letters[script] += counts[script];
  }
  const ScriptCode script = dominant_script(letters);
  if (script == kNoScript) return {};
  const std::vector<uint8_t>& competing = by_script_[script];
  if (competing.empty()) return {.script = name_of(script)};
  Scores scores;
  for (const uint8_t i : competing) scores.sums[i] = classes_[i].bias;
  if (competing.size() > 1) {
    const bool han = script == han_script();
    WordReader words(script);
    // Features wait until they are many: where they stand and what they weigh is sent for before it
    // is needed.
    std::array<uint32_t, 64> waiting;
    size_t count = 0, batches = 0;
    bool sure = false;
    const auto add_waiting = [&] {
      for (size_t i = 0; i < count; ++i) {
        const uint32_t weight = buckets_[waiting[i] >> shift_].weight >> 8;
        __builtin_prefetch(targets_.data() + weight);
        __builtin_prefetch(values_.data() + weight);
      }
      for (size_t i = 0; i < count; ++i) add_feature(waiting[i], scores);
      count = 0;
      if (++batches % kBatchesToDecide == 0) {
        sure = decide(competing, scores).confidence > kQuiteSure;
      }
    };
    const auto wait = [&](uint32_t hash) {
      if (sure) return;
      __builtin_prefetch(&buckets_[hash >> shift_]);
      waiting[count++] = hash;
      if (count == waiting.size()) add_waiting();
    };
    for (size_t i = 0; i < sampled.count; ++i) {
      if (sure || (i > 0 && decide(competing, scores).confidence > kSure)) break;
      words.read(sampled.windows[i], [&](std::span<const char32_t> word) {
        if (sure) return;
        if (han) {
          visit_han_ngrams(word, wait);
        } else {
          visit_word_ngrams(word, wait);
        }
      });
      add_waiting();
    }
  }
  return decide(competing, scores);
}

std::string_view script_of(std::string_view utf8) {
  const ScriptCode script = dominant_script(count_scripts(utf8));
  if (script == kNoScript) return "Zyyy";
  if (script == USCRIPT_HAN) return han_script_of(utf8);
  if (script == USCRIPT_HANGUL) return "Kore";
  return name_of(script);
}

}  // namespace synoptic::text

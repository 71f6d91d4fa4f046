#include "lexicon/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "base/bytes.h"
#include "lexicon/units.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::lexicon {

namespace {

constexpr unsigned kSlotBits = 12;

size_t slot_of(std::string_view word) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  uint64_t hash = word.size();
  for (; word.size() > 8; word.remove_prefix(8)) {
    hash = (hash ^ load_bytes<uint64_t>(word.data())) * kFactor;
    hash ^= hash >> 32;
  }
  hash = (hash ^ load_few(word.data(), word.size())) * kFactor;
  return (hash ^ hash >> 29) * kFactor >> (64 - kSlotBits);
}

}  // namespace

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const StemRules& rules) : rules_(rules), slots_(size_t{1} << kSlotBits) {
  if (!rules.snowball.empty()) snowball_.reset(sb_stemmer_new(rules.snowball.c_str(), "UTF_8"));
}

// With its stem; none for what is too long.
Stemmer::Slot* Stemmer::slot_for(std::string_view lower) {
  if (lower.size() > Slot::kLongest) return nullptr;
  Slot& slot = slots_[slot_of(lower)];
  if (slot.size != lower.size() || !same_bytes(slot.word.data(), lower.data(), lower.size())) {
    const std::string_view made = make(lower);
    if (made.size() > Slot::kLongest) return nullptr;
    slot.size = static_cast<uint8_t>(lower.size());
    slot.stem_size = static_cast<uint8_t>(made.size());
    slot.folded_size = UINT8_MAX;  // it is not asked of every word
    std::memcpy(slot.word.data(), lower.data(), lower.size());
    std::memcpy(slot.stem.data(), made.data(), made.size());
  }
  return &slot;
}

std::string_view Stemmer::stem(std::string_view lower) {
  const Slot* const slot = slot_for(lower);
  return slot != nullptr ? std::string_view{slot->stem.data(), slot->stem_size} : make(lower);
}

Stemmer::Word Stemmer::word(std::string_view lower) {
  Slot* const slot = slot_for(lower);
  if (slot != nullptr && slot->folded_size != UINT8_MAX) {
    return {{slot->folded.data(), slot->folded_size},
            {slot->stem.data(), slot->stem_size},
            slot->key,
            slot->wide_key,
            slot->length};
  }
  Word word;
  word.stem = slot != nullptr ? std::string_view{slot->stem.data(), slot->stem_size} : make(lower);
  whole_ = text::fold_with_dots(lower);
  word.folded = whole_;
  word.key = unit_key(word.stem);
  word.wide_key = wide_key_of(word.stem);
  word.length = static_cast<uint8_t>(std::min<size_t>(text::count_code_points(word.stem), 255));
  if (slot != nullptr && whole_.size() <= Slot::kLongest) {
    slot->folded_size = static_cast<uint8_t>(whole_.size());
    std::memcpy(slot->folded.data(), whole_.data(), whole_.size());
    slot->key = word.key;
    slot->wide_key = word.wide_key;
    slot->length = word.length;
  }
  return word;
}

std::string_view Stemmer::make(std::string_view lower) {
  if (snowball_ != nullptr) {
    const auto* stemmed =
        sb_stemmer_stem(snowball_.get(), reinterpret_cast<const sb_symbol*>(lower.data()),
                        static_cast<int>(lower.size()));
    if (stemmed != nullptr) {
      lower = {reinterpret_cast<const char*>(stemmed),
               static_cast<size_t>(sb_stemmer_length(snowball_.get()))};
    }
  }
  folded_ = text::fold_with_dots(lower);
  std::string_view word = folded_;
  size_t length = text::count_code_points(word);
  const auto fits = [&](const std::string& affix) {
    return length >= rules_.least + text::count_code_points(affix);
  };
  for (const std::string& prefix : rules_.prefixes) {
    if (!word.starts_with(prefix) || !fits(prefix)) continue;
    word.remove_prefix(prefix.size());
    length -= text::count_code_points(prefix);
    break;
  }
  for (int round = 0; round < rules_.rounds; ++round) {
    const size_t before = length;
    for (const std::string& suffix : rules_.suffixes) {
      if (!word.ends_with(suffix) || !fits(suffix)) continue;
      word.remove_suffix(suffix.size());
      length -= text::count_code_points(suffix);
      break;
    }
    if (length == before) break;
  }
  return word;
}

Stemmer& stemmer_of(std::string_view language) {
  thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
  const StemRules& rules = stem_rules(language);
  const auto found = stemmers.find(rules.language);
  if (found != stemmers.end()) return found->second;
  return stemmers.emplace(rules.language, Stemmer(rules)).first->second;
}

}  // namespace synoptic::lexicon

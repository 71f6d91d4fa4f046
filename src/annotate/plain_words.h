// Words at which nothing begins that a step looks for: most words of a text are such, and stood in
// texts before. A memory and nothing else: what is forgotten, or was never kept, is found out anew,
// with the same result. Of one thread. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/memory.h"

namespace synoptic::annotate {

// Whether nothing begins at the word, nor behind a proclitic at its front, whatever stands behind
// it. rejects(text): nothing begins with the text.
template <typename Rejects>
bool begins_nothing(std::string_view word, const std::vector<std::string>* proclitics,
                    Rejects rejects) {
  if (!rejects(word)) return false;
  if (proclitics == nullptr) return true;
  for (const std::string& proclitic : *proclitics) {
    if (proclitic.size() >= word.size()) {
      if (proclitic.starts_with(word)) return false;
    } else if (word.starts_with(proclitic) && !rejects(word.substr(proclitic.size()))) {
      return false;
    }
  }
  return true;
}

class PlainWords {
 public:
  enum class Step : uint8_t { kTimes, kQuantities };

  static PlainWords& of_thread() {
    thread_local PlainWords memory;
    return memory;
  }
  static uint32_t language(std::string_view primary_subtag) {
    uint32_t code = static_cast<uint32_t>(primary_subtag.size());
    for (const char c : primary_subtag.substr(0, 3)) {
      code = code << 8 | static_cast<unsigned char>(c);
    }
    return code;
  }

  // True: nothing begins at the folded word, whatever stands behind it, as begins_nothing() said
  // when it was asked first. False: something may, or the word is too long to be kept.
  template <typename BeginsNothing>
  bool is_plain(Step step, uint32_t language, std::string_view word, BeginsNothing begins_nothing) {
    Slot* const slot = slot_of(language, word);
    if (slot == nullptr) return false;
    const auto bit = static_cast<uint8_t>(1u << static_cast<unsigned>(step));
    if ((slot->known & bit) == 0) {
      slot->known |= bit;
      if (begins_nothing()) slot->plain |= bit;
    }
    return (slot->plain & bit) != 0;
  }

  // Which tables of phrases the word may open, as look_up() said when it was asked first.
  template <typename LookUp>
  uint8_t opens(uint32_t language, std::string_view word, LookUp look_up) {
    Slot* const slot = slot_of(language, word);
    if (slot == nullptr) return look_up();
    if ((slot->known & kOpensBit) == 0) {
      slot->known |= kOpensBit;
      slot->opens = look_up();
    }
    return slot->opens;
  }

  // What begins at a word of the names of an index, where this hangs on no more than the word and
  // what stands behind it.
  struct NameSeen {
    enum class Where : uint8_t { kNowhere, kAnywhere, kBeforeBlank } where = Where::kNowhere;
    bool no_capitals = false;  // only where the word has none but the first letter
    uint8_t source = 0;        // of the node
    uint32_t node = kNothing;  // of the one name that is the whole word
    uint64_t next = 0;         // before a blank: not where one of these bits stands behind it
    static constexpr uint32_t kNothing = UINT32_MAX;
  };
  // nullptr: not known. The index is told by its number. `next`: where a blank stands behind the
  // word, the bit of what stands behind that; else 0.
  const NameSeen* name_seen(uint64_t index, uint32_t language, std::string_view word,
                            uint64_t next) {
    if (names_ != index) forget_names(index);
    const Slot* const slot = slot_of(language, word);
    if (slot == nullptr || slot->name.where == NameSeen::Where::kNowhere) return nullptr;
    const bool holds = slot->name.where == NameSeen::Where::kAnywhere ||
                       (next != 0 && (slot->name.next & next) == 0);
    return holds ? &slot->name : nullptr;
  }
  void keep_name(uint32_t language, std::string_view word, const NameSeen& seen) {
    if (Slot* const slot = slot_of(language, word)) slot->name = seen;
  }

 private:
  static constexpr size_t kLongest = 32;  // bytes
  static constexpr unsigned kSlotBits = 15;
  static constexpr uint8_t kOpensBit = 128;
  struct Slot {
    uint64_t hash = 0;
    uint32_t language = 0;
    uint8_t size = UINT8_MAX;
    uint8_t known = 0, plain = 0;  // a bit for each step
    uint8_t opens = 0;
    NameSeen name;
    std::array<char, kLongest> bytes;
  };

  // The word's own; the older of two others' makes room for it. nullptr: too long.
  Slot* slot_of(uint32_t language, std::string_view word) {
    if (word.size() > kLongest) return nullptr;
    const uint64_t hash = hash_of(language, word);
    const size_t place = hash >> (64 - kSlotBits);
    for (const size_t at : {place, place ^ 1}) {
      Slot& slot = slots_[at];
      if (slot.hash == hash && slot.language == language && slot.size == word.size() &&
          same_bytes(slot.bytes.data(), word.data(), word.size())) {
        return &slot;
      }
    }
    Slot& slot = slots_[place];
    slots_[place ^ 1] = slot;
    slot.hash = hash;
    slot.language = language;
    slot.size = static_cast<uint8_t>(word.size());
    slot.known = slot.plain = 0;
    slot.name = {};
    std::memcpy(slot.bytes.data(), word.data(), word.size());
    return &slot;
  }
  void forget_names(uint64_t index) {
    names_ = index;
    for (Slot& slot : slots_) slot.name = {};
  }
  static uint64_t hash_of(uint32_t language, std::string_view word) {
    constexpr uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
    uint64_t hash = (uint64_t{language} << 8 | word.size()) * kFactor;
    for (; word.size() > sizeof hash; word.remove_prefix(sizeof hash)) {
      hash = (hash ^ load_bytes<uint64_t>(word.data())) * kFactor;
      hash ^= hash >> 32;
    }
    hash = (hash ^ load_few(word.data(), word.size())) * kFactor;
    return (hash ^ hash >> 32) * kFactor;
  }

  Table<Slot> slots_ = Table<Slot>(size_t{1} << kSlotBits);
  uint64_t names_ = 0;
};

}  // namespace synoptic::annotate

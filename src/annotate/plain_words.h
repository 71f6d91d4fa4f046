// Words at which nothing begins that a step looks for: most words of a text are such, and stood in
// texts before. A memory and nothing else: what is forgotten, or was never kept, is found out anew,
// with the same result. Of one thread. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/names/candidate.h"
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
  enum class Step : uint8_t { kTimes, kTimeSlots, kQuantities, kNumbers };

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

  // The search for the names of an index at a word, where nothing of a word stands behind it.
  struct NameSteps {
    std::span<const NameStep> steps;
    uint64_t next = 0;         // bits of what the ways take behind a blank
    bool no_capitals = false;  // only where the word has none but the first letter
  };
  // nullopt: not known. The index is told by its number.
  std::optional<NameSteps> name_steps(uint64_t index, uint32_t language, std::string_view word) {
    if (names_ != index) forget_names(index);
    const Slot* const slot = slot_of(language, word);
    if (slot == nullptr || !slot->names_known) return std::nullopt;
    return NameSteps{std::span(name_steps_).subspan(slot->first_step, slot->steps), slot->next,
                     slot->no_capitals};
  }
  void keep_names(uint32_t language, std::string_view word, const NameSteps& found) {
    if (found.steps.size() > kMostSteps) return;
    if (name_steps_.size() + found.steps.size() > kMostStepsInAll) forget_names(names_);
    Slot* const slot = slot_of(language, word);
    if (slot == nullptr) return;
    slot->names_known = true;
    slot->no_capitals = found.no_capitals;
    slot->next = found.next;
    slot->steps = static_cast<uint8_t>(found.steps.size());
    slot->first_step = static_cast<uint32_t>(name_steps_.size());
    name_steps_.insert(name_steps_.end(), found.steps.begin(), found.steps.end());
  }

 private:
  static constexpr size_t kLongest = 32;  // bytes
  static constexpr unsigned kMostBits = 17;
  static constexpr uint8_t kOpensBit = 128;
  static constexpr size_t kMostSteps = 40, kMostStepsInAll = 1 << 17;
  struct alignas(64) Slot {  // a line of the cache
    uint64_t hash = 0;
    uint64_t next = 0;
    uint32_t language = 0;
    uint32_t first_step = 0;
    uint8_t size = UINT8_MAX;
    uint8_t steps = 0;
    uint8_t known = 0, plain = 0;  // a bit for each step
    uint8_t opens = 0;
    bool names_known : 1 = false, no_capitals : 1 = false;
    std::array<char, kLongest> bytes;
  };
  static_assert(sizeof(Slot) == 64);

  // The word's own; the older of two others' makes room for it. nullptr: too long.
  Slot* slot_of(uint32_t language, std::string_view word) {
    if (word.size() > kLongest) return nullptr;
    const uint64_t hash = hash_of(language, word);
    const size_t place = hash >> (64 - bits_);
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
    slot.names_known = false;
    std::memcpy(slot.bytes.data(), word.data(), word.size());
    return &slot;
  }
  void forget_names(uint64_t index) {
    names_ = index;
    name_steps_.clear();
    for (Slot& slot : slots_) slot.names_known = false;
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

  unsigned bits_ = memory_bits(kMostBits);
  Table<Slot> slots_ = Table<Slot>(size_t{1} << bits_);
  uint64_t names_ = 0;
  std::vector<NameStep> name_steps_;
};

}  // namespace synoptic::annotate

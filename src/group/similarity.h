// How much speaks for two articles reporting one event, and how much against. Private to the room.
#pragma once

#include "group/fingerprint.h"

namespace synoptic::group {

struct Rarity {  // how many of the articles so far have a feature
  const std::unordered_map<uint64_t, uint32_t>& articles_with;
  uint32_t articles = 0;

  double of(const Feature& feature) const;  // 0 … 1
};

struct Similarity {
  double deeds = 0;     // of `shared`: the same actions
  double shared = 0;    // what both have, faded by time, before conflicts
  double conflict = 0;  // specifics that exclude each other
  double score = 0;     // what is compared with kJoin
};

Similarity similarity(const Fingerprint& a, const Fingerprint& b, const Rarity& rarity);

// Share of the shorter text's phrases that the other has; 0 for different languages.
double copied_share(const Fingerprint& a, const Fingerprint& b);
bool is_copy(const Fingerprint& a, const Fingerprint& b);

}  // namespace synoptic::group

// What agreements were made by, where a later pass asks for it: the text that `explain` shows.
// Private to the room.
#pragma once

#include <string>

namespace synoptic::compare::rules {

inline constexpr char kSameDeed[] = "the same deed in every account";
inline constexpr char kDeniedAlike[] = "sentences that say alike that it is not so";
inline constexpr char kSameSpeaker[] = "both accounts quote this speaker";
inline constexpr char kOneStatement[] = "one statement, one speaker";
inline constexpr char kSameValue[] = "the same value in every account";
inline constexpr char kOnePlace[] = "one place, named in several accounts";
inline constexpr char kOneParty[] = "one party, named in several accounts";
inline constexpr char kOneName[] = "names that are one in several scripts";

// Of the parts of a deed: actor, recipient, partner.
inline std::string same_part(const std::string& part) {
  return "the same " + part + " of one deed";
}

}  // namespace synoptic::compare::rules

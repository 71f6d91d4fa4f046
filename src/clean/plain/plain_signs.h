// What both the lines about pictures and the other residue of texts without markup are told by.
// Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "clean/cue_table.h"

namespace synoptic::clean {

const CueTable& plain_words();  // data/clean/plain.tsv

// "3/16 …", "3 of 16": which of how many pictures.
struct Counted {
  uint32_t number = 0, of = 0;
  size_t end = 0;  // behind it
};
std::optional<Counted> counted_at(std::string_view text, size_t at);

// "name@host.org": where it begins; npos: there is none.
size_t mail_in(std::string_view text);
// No letter of it is a small one.
bool is_in_capitals(std::string_view text);

}  // namespace synoptic::clean

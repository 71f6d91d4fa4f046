// What is known of the words of a name that the tagger sees: known names in it, and the words that
// join, announce or describe them. Private to the room.
#pragma once

#include <span>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

bool counts(const Piece& piece);  // names something by itself

class KnownWithin {
 public:
  // Both must outlive it.
  KnownWithin(const Work& work, const Text& text)
      : work_(work), text_(text), raw_(text.source.raw) {}

  // Those that end behind the byte; they stand in order and never overlap.
  std::span<const Piece> pieces_from(uint32_t at) const;

  // "Кировской области": what looks like a case of a city's name is the adjective of a region's.
  bool is_longer_place(const Piece& piece, const TaggedName& name, Range range) const;
  // Whether all small words between names join them.
  bool is_joined(Range range) const;
  // "شرکت دولتی بولوگ": common nouns and adjectives before a known organisation's name.
  bool is_announced(const Piece& known, Range range) const;
  // "شركة تنسينت": behind the word for a company a known one's name with a slip, which a later step
  // reads.
  bool hides_slip(Range range) const;
  // "الشركة الأمريكية مطالبة": a description by the land, and what is said of it. A name goes on
  // with what the body is for: "الشركة السعودية للكهرباء".
  bool is_description(const TaggedName& name) const;
  // Whether a word of the range outside of what is known looks like a part of a name.
  bool has_more_names(Range range, bool institution) const;

 private:
  const Work& work_;
  const Text& text_;
  std::string_view raw_;
};

}  // namespace synoptic::annotate

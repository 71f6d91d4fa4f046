// Two forms of one name: "Anny Kowalskiej", "Anną Kowalską". Private to the room.
#pragma once

#include <string_view>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

class NameForms {
 public:
  explicit NameForms(const Work& work) : work_(work) {}

  // The endings of base forms that other cases lose, of the article's language.
  const std::vector<std::string>& droppable() const;
  // The bytes of the letters that two forms of a word share at least.
  static size_t stem_bytes(std::string_view folded);
  bool differ_by_ending(std::string_view folded, std::string_view other) const;
  // Word by word the same but for the endings.
  bool are_forms(std::string_view name, std::string_view other) const;

 private:
  const Work& work_;
};

}  // namespace synoptic::annotate

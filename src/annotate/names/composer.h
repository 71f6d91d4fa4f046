// The work of compose.cpp and compose_roles.cpp on one text. Private to the room.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

// What role phrases are made of: a name, an adjective, a composed institution or a role word.
struct Item {
  Range raw, word;
  const Piece* piece = nullptr;
  int32_t draft = -1;  // index in work.drafts, -1 for role words
  bool is_role = false;
  bool is_adjective = false;
  bool is_person = false;
  bool is_owner = false;  // country, city or organisation: may have a role
  bool consumed = false;
};

class Composer {
 public:
  Composer(Work& work, uint32_t index) : work_(work), index_(index), text_(work.texts[index]) {}

  void run();

 private:
  bool is_land(const Piece& piece) const;
  static int32_t land_of(const Piece& piece);
  bool binds_after(Range left, Range right, bool adjective, bool name) const;
  bool binds_before(Range left, Range right, bool adjective, bool name) const;

  // ---- institutions
  void build_items();
  static bool is_cue_only(const Piece& piece);
  bool has_land_before(const Piece& head) const;
  int32_t only_land(const Piece& body) const;
  bool compose_institution(size_t i);
  static void put_inside(Draft& draft);
  void add_inside(const Piece& piece);
  void add_institution(Piece& head, int32_t land, Range raw, Range word);
  void add_bare_institution(Piece& piece);

  // ---- names
  const Piece* split_role(size_t i, uint32_t& end);
  Draft make_draft(Range raw, Range word, const Piece& piece) const;
  void add_item(const Draft& draft, Item item);
  void add_name(Piece& piece);
  static std::string form_of(const Piece& piece, bool adjective);

  // ---- roles, in compose_roles.cpp
  void bind_role(size_t i);
  void bind_occupation(size_t i);
  bool is_told_here(const Piece& role);
  bool is_free_owner(size_t i) const;
  bool may_own(size_t i, const Piece& role) const;
  bool is_indefinite(const Piece& role) const;
  std::string_view between(Range left, Range right) const;
  int32_t person_behind(size_t end) const;
  int32_t person_before(size_t begin, size_t role, int32_t& owner);
  bool is_apposition(std::string_view gap) const;
  std::pair<std::string, std::string> owner_of(int32_t owner,
                                               std::string_view role) const;  // id, name
  Range with_owner(const Piece& piece, int32_t owner) const;
  const knowledge::Term& term_of(const Piece& piece, int32_t owner) const;
  void give_role(size_t person, const Piece& piece, int32_t owner);
  void add_bare_role(size_t i);
  void add_role_phrase(size_t i, size_t owner, size_t begin, size_t end);
  void fill_role(Draft& draft, const Piece& piece, int32_t owner) const;
  void bind_second(size_t i, size_t owner);
  int32_t unknown_person(size_t end, const Piece& role);

  Work& work_;
  uint32_t index_;
  Text& text_;
  std::vector<Item> items_;
  std::deque<Piece> made_;  // roles and institutions that an adjective parts
};

// "President of {country}" with the country; without one the words that led to it go too.
std::string fill_country(std::string_view pattern, std::string_view country);

}  // namespace synoptic::annotate

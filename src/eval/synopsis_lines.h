// What a synopsis tells and what the gold has instead, in lines for people.
#pragma once

#include <string>

#include "eval/synopsis_match.h"

namespace synoptic::eval {

class MissLines {
 public:
  explicit MissLines(const GoldMatch& match) : match_(match) {}

  std::string shown(const Piece& piece) const;
  std::string shown(const GoldFact& fact) const;
  std::string shown(const model::Fact& fact) const;
  // A line each, indented: what the gold has where the fact is, what was told where the gold is.
  std::string gold_around(const model::Fact& fact) const;
  std::string told_of(const GoldFact& gold) const;
  std::string told_on(const Piece& a, const Piece& b) const;

 private:
  const GoldMatch& match_;
};

}  // namespace synoptic::eval

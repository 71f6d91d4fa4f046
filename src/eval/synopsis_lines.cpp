#include "eval/synopsis_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace synoptic::eval {

std::string MissLines::shown(const Piece& piece) const {
  return match_.gold().articles[piece.article].id + " «" + piece.text + "»";
}

std::string MissLines::shown(const GoldFact& fact) const {
  std::string out = fmt::format("{} {} {}:", fact.verdict, fact.slot, fact.about);
  for (const auto& side : fact.sides) {
    out += " [" + side.norm + "]";
    for (const auto& piece : side.pieces) out += " " + shown(piece);
  }
  return out;
}

std::string MissLines::shown(const model::Fact& fact) const {
  std::string out =
      fmt::format("{} {} {} {:.2f}:", fact.verdict, fact.slot, fact.about, fact.confidence);
  for (const auto& value : fact.values) {
    out += fmt::format(" [{}{}{}] {}{} «{}»", value.norm, value.modifier.empty() ? "" : " ",
                       value.modifier, match_.id_of(value.article), value.side, value.text);
  }
  return out + " (" + fact.rule + ")";
}

std::string MissLines::gold_around(const model::Fact& fact) const {
  std::string out;
  for (const auto& gold : match_.gold().facts) {
    if (std::any_of(gold.sides.begin(), gold.sides.end(),
                    [&](const GoldSide& side) { return match_.covers(fact, side); })) {
      out += "\n        gold " + shown(gold);
    }
  }
  return out;
}

std::string MissLines::told_of(const GoldFact& gold) const {
  std::string out;
  for (const auto* fact : match_.facts()) {
    if (std::any_of(gold.sides.begin(), gold.sides.end(),
                    [&](const GoldSide& side) { return match_.covers(*fact, side); })) {
      out += "\n        told " + shown(*fact);
    }
  }
  return out;
}

std::string MissLines::told_on(const Piece& a, const Piece& b) const {
  std::string out;
  for (const auto* fact : match_.facts()) {
    if (match_.covers(*fact, a) || match_.covers(*fact, b)) out += "\n        told " + shown(*fact);
  }
  return out;
}

}  // namespace synoptic::eval

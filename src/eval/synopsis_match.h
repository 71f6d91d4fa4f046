// What the facts of a synopsis hold of the gold's pieces, and how they put two of these together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/synopsis.h"

namespace synoptic::eval {

// What a synopsis says of two pieces; the stronger the later.
enum class Relation { kAbsent, kApart, kSame, kBroader, kAttributed, kUpdate, kDiffer };

std::string_view verdict_in_gold(std::string_view verdict);  // the gold's word for it

bool is_like(const model::Fact& fact, const GoldFact& gold);  // of one sort
bool is_statement(const model::Fact& fact);                   // whole sentences, whatever is in them

class GoldMatch {
 public:
  // Both must outlive it.
  GoldMatch(const SynopsisGold& gold, const model::Synopsis& synopsis);

  const SynopsisGold& gold() const { return gold_; }
  const std::vector<const model::Fact*>& facts() const { return facts_; }

  bool covers(const model::Fact& fact, const Piece& piece) const;
  // A piece of the side, its number where the account has it again, or its speaker.
  bool covers(const model::Fact& fact, const GoldSide& side) const;
  // Values of two sides of the gold are in the fact, which is of that sort or of whole sentences.
  bool tells(const model::Fact& fact, const GoldFact& gold) const;
  // `like`: by facts of its sort only; nullptr: by all.
  Relation relation(const Piece& a, const Piece& b, const GoldFact* like) const;
  // The gold itself says that one of the two is the broader.
  bool is_broader(const Piece& a, const Piece& b) const;
  bool are_independent(const Piece& a, const Piece& b) const;  // of two accounts

  std::string id_of(const std::string& key) const;  // the gold's name for an article

 private:
  bool covers(const model::FactValue& value, const Piece& piece) const;
  bool names_speaker(const model::Fact& fact, const Piece& piece) const;
  Relation relation_within(const model::Fact& fact, const Piece& a, const Piece& b) const;

  const SynopsisGold& gold_;
  std::vector<const model::Fact*> facts_;
};

}  // namespace synoptic::eval

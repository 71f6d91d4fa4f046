// A block as the search for quantities sees it: folded text, sentences, the words that matter near
// numbers, and the places where numbers are no quantities. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/by_block.h"
#include "annotate/quantities/quantities_table.h"
#include "annotate/source.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "text/fold.h"

namespace synoptic::annotate {

struct PastTime {      // a time long before the article
  Range range;         // folded
  bool opens = false;  // stands at the beginning of its sentence
};

class NumberContext {
 public:
  // `language` may be nullptr: one we have no rows for.
  NumberContext(const model::Annotated& annotated, const knowledge::Language* language);
  // Everything below is of the text read last.
  void read(const Source& source);

  std::string_view folded() const { return source_->folded.text; }
  const std::string& lang() const { return lang_; }
  Range to_source(Range folded) const { return source_->folded.to_source(folded); }
  std::string_view raw() const { return source_->raw; }

  bool is_excluded(Range folded) const;  // dates, addresses, names
  Range sentence(uint32_t at) const;     // folded
  bool ends_time(uint32_t at) const;     // whether a time ends at the byte
  // The part of the sentence between commas and the like.
  bool same_clause(uint32_t a, uint32_t b) const;
  bool block_has(NumberWord kind) const { return !hits(kind).empty(); }

  // Lengths of the proclitics that begin at the byte.
  std::vector<uint32_t> prefixes_at(uint32_t at) const;

  // Nearest words of the kind: wholly behind `from` and beginning before `limit`; wholly before
  // `to` and not before `limit`.
  const NumberHit* first_behind(NumberWord kind, uint32_t from, uint32_t limit) const;
  const NumberHit* last_before(NumberWord kind, uint32_t to, uint32_t limit) const;
  // The same of the entries with the value.
  const NumberHit* first_behind(NumberWord kind, std::string_view value, uint32_t from,
                                uint32_t limit) const;
  const NumberHit* last_before(NumberWord kind, std::string_view value, uint32_t to,
                               uint32_t limit) const;

  // The longest word of the kind that begins at the byte, which begins a word.
  const NumberHit* hit_at(NumberWord kind, uint32_t at) const;

  // The longest word of the kind that begins at the byte, wherever that is.
  std::optional<NumberHit> at(NumberWord kind, size_t at) const;
  // The longest word of the kind that ends at the byte, a blank allowed between.
  std::optional<NumberHit> before(NumberWord kind, size_t end) const;

  // Where a number or a word that matters may begin.
  const std::vector<uint32_t>& starts() const { return starts_; }
  // Whether a word at which a quantity may begin without a number begins at the start, or behind a
  // proclitic there.
  bool opens(size_t start) const { return opens_[start] != 0; }
  // False: no number begins at the start, nor behind a proclitic there, glued to a word or not.
  bool may_be_number(size_t start) const { return may_be_number_[start] != 0; }

  bool is_background(Range number) const;
  // Whether a number between the two is what the one before is compared with.
  bool is_compared(uint32_t end, uint32_t time) const;
  // Whether the word at the byte is a verb of the past: "were".
  bool is_verb_behind(size_t at) const;
  // Whether another number than this one stands in the sentence.
  bool has_number(Range sentence, Range other) const;
  // … with what happened right behind it: "31 injured".
  bool has_told_number(Range sentence, Range other) const;
  // Whether a percentage stands in the sentence.
  bool has_percent(Range sentence, Range number) const;
  // Whether the word that ends at the byte ends as the genitive of the language does.
  bool ends_in_genitive(uint32_t end) const;

 private:
  const std::vector<NumberHit>& hits(NumberWord kind) const {
    return hits_[static_cast<size_t>(kind)];
  }
  void forget();
  void find_starts();
  void scan_words();
  std::vector<uint32_t> find_clause_ends() const;
  void collect_times();
  bool is_count(const model::TimeMention& time, Range range) const;
  uint32_t counting_end(Range name) const;
  void exclude_addresses();
  void exclude_dateline();
  void exclude_mentions();
  uint32_t end_of_model(uint32_t end) const;
  uint32_t folded_at(uint32_t source) const;

  const model::Annotated& annotated_;
  const Source* source_ = nullptr;
  const knowledge::Language* language_;
  std::string lang_;
  std::vector<uint32_t> starts_;                           // folded
  std::vector<uint8_t> opens_, may_be_number_;             // of each of them
  std::vector<Range> sentences_;                           // folded
  std::array<std::vector<NumberHit>, kNumberWords> hits_;  // of each kind, by begin
  std::vector<Range> excluded_;                            // folded, sorted
  std::vector<std::pair<uint32_t, Range>> mentions_;       // of the article: blocks and places
  ByBlock<model::TimeMention> times_;                      // likewise
  // Commas, semicolons, dashes; found when first asked for.
  mutable std::optional<std::vector<uint32_t>> clause_ends_;
  std::vector<PastTime> past_;
  std::vector<uint32_t> time_ends_;  // folded
  struct Place {
    size_t byte = SIZE_MAX;
    std::vector<NumberHit> hits;
  };
  // The words that end at the bytes asked for last, and those that begin there.
  mutable std::array<Place, 16> before_;
  mutable std::array<Place, 16> at_;
};

}  // namespace synoptic::annotate

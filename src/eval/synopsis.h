// Measures the synopses of stories whose facts a careful reader has written down: the golds of
// tests/golds/synopsis, one file a story (the README there says what each key means).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"
#include "model/story.h"
#include "text/language_id.h"

namespace synoptic::eval {

struct GoldArticle {
  std::string id, lang, publisher, published, title, text;
  size_t account = 0;  // index of the article it is a copy of, or its own
  std::string key;     // the article's id in the synopsis
};

struct Piece {         // what an account says, and where
  size_t article = 0;  // index in SynopsisGold::articles
  std::string text;
  std::vector<Span> places;  // in the capture; a piece may stand there several times
  std::vector<Span> again;   // where the account has its number again, as in the title
};

struct GoldSide {
  std::string norm;
  std::vector<Piece> pieces;
};

struct GoldFact {
  std::string verdict, slot, about;
  std::vector<GoldSide> sides;
};

struct Lookalike {  // pieces that look different, or like one figure, and do not contradict
  std::string about, why;
  std::vector<Piece> in, against;
};

struct GoldProvenance {
  std::string first;
  std::vector<std::pair<std::string, std::string>> cites, copies;
  std::vector<std::string> unattributed;
};

struct SynopsisGold {
  std::string name;
  std::vector<GoldArticle> articles;
  std::vector<GoldFact> facts;
  std::vector<Lookalike> lookalikes;
  GoldProvenance provenance;
};

struct Tally {  // told and right; in the gold and found
  size_t told = 0, right = 0, gold = 0, found = 0;

  void add(const Tally& other);
  double precision() const;
  double recall() const;
};

struct DatesRead {  // pieces of dates that the annotation reads as the gold has them
  Mean all;
  std::map<std::string, Mean> by_language;

  void add(const DatesRead& other);
};

struct SynopsisFigures {
  size_t stories = 0, accounts = 0;
  Tally differ, update, attributed, broader;
  Tally sure;  // those of `differ` that are not doubtful (sheet/sheet.h)
  Tally only;  // `told`: those that overlap a piece of the gold
  size_t only_unlisted = 0;
  size_t false_agreements = 0;  // facts told as agree that hold two sides of a difference
  Mean alike;                   // pairs of look-alikes that both appear: judged right
  Mean alike_found;             // facts that agree: told as agree for two accounts
  Mean first;
  Tally cites, copies, unattributed;
  std::map<std::string, Tally> by_slot;  // "differ quantity", "only outcome" …
  std::map<std::string, Tally>
      by_rule;      // told and right of the differences, by the rule that told them
  DatesRead dates;  // of the annotation, not of the synopsis

  void add(const SynopsisFigures& other);
  std::vector<std::pair<std::string_view, double>> named() const;
};

enum class SynopsisPart { kAll, kDev, kTest };  // kDev: stories of an even number, for tuning

struct SynopsisOptions {
  SynopsisPart part = SynopsisPart::kAll;
  bool misses = false;  // tell what is wrong and what was not found
};

// How far a difference of the gold comes on the way to the synopsis.
enum class Stage : uint8_t {
  kTold,
  kJudged,  // one fact has both sides, but it is no difference
  kApart,   // facts have both sides, but none has two
  kUnused,  // annotation read both sides, and a side is in no fact
  kUnread,  // annotation has nothing for the slot on a side
};
constexpr size_t kStages = 5;
std::string_view stage_name(Stage stage);
using StageTable = std::map<std::string, std::array<size_t, kStages>>;  // by slot

struct SynopsisReport {
  SynopsisFigures figures;
  StageTable stages;  // of the differences
  std::string details;
  std::vector<Error> errors;
};

// Whether the story's number, with which its name begins, is of the part.
bool is_in_part(std::string_view name, SynopsisPart part);

// `name`: the file's, without its ending. Pieces have no places yet.
Result<SynopsisGold> parse_synopsis_gold(std::string_view json, std::string name);

// Where an article's page, as annotate_story makes it, has these words.
std::vector<Span> places_of(const GoldArticle& article, std::string_view words);

struct AnnotatedStory {
  model::Story story;
  std::vector<model::Annotated> articles;
};

// The story's articles as captures that are cleaned and annotated, all of them as one story and
// copies folded as the gold has it; finds the places of the gold's pieces. Error: an article or a
// piece of the gold is lost on the way.
Result<AnnotatedStory> annotate_story(SynopsisGold& gold, const knowledge::Knowledge& knowledge,
                                      const text::LanguageId& languages);

// The same, compared.
model::Synopsis synopsis_of(const AnnotatedStory& story, const knowledge::Knowledge& knowledge);
Result<model::Synopsis> synopsis_of(SynopsisGold& gold, const knowledge::Knowledge& knowledge,
                                    const text::LanguageId& languages);

// Slots that can stand for one another: a reader may call one thing a place and another a party.
bool is_of_sort(std::string_view slot, std::string_view other);

// `misses`: a line each, the figure's name first.
SynopsisFigures score(const SynopsisGold& gold, const model::Synopsis& synopsis,
                      std::vector<std::string>& misses);

StageTable stages_of(const SynopsisGold& gold, const AnnotatedStory& story,
                     const model::Synopsis& synopsis);

// Of the gold's dates that are plain days, months, years, quarters, stretches of these or instants,
// the pieces of which a time of the annotation says the same: the day, or a month or year that
// holds it where nothing there is more exact. `misses`: a line each.
DatesRead dates_read(const SynopsisGold& gold, const AnnotatedStory& story,
                     std::vector<std::string>& misses);

// The story of one file.
SynopsisReport evaluate_synopsis(const std::string& path, const SynopsisOptions& options,
                                 const knowledge::Knowledge& knowledge,
                                 const text::LanguageId& languages);

}  // namespace synoptic::eval

#include "compare/outcome_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "compare/outcome_stems.h"
#include "compare/polarity.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kBesideBytes = 36;      // between a word of denial and what it denies
constexpr float kMostGuessed = 0.9F;       // of a word that the lexicon alone knows
constexpr uint32_t kBesideSpaceless = 12;  // … in a script without blanks

constexpr std::array<std::string_view, 11> kFlags{"state",  "once",  "sole",  "denied",
                                                  "loose",  "waits", "asked", "certainty",
                                                  "before", "rival", "bound"};

struct Language {
  WordPatterns words;
};

constexpr uint32_t kNoMatter = 0;  // of words that hold one of a matter and say none of it

// What a word of the table stands for: a side of a matter, or what the matter is about.
struct Sense {
  static constexpr uint32_t kSenses = 4, kAbout = 3;  // of a matter

  uint32_t matter = kNoMatter, side = 0;

  static Sense of(uint32_t value) { return {value / kSenses, value % kSenses}; }
  uint32_t value() const { return kSenses * matter + side; }
  bool is_about() const { return side == kAbout; }
  Outcome outcome() const { return static_cast<Outcome>(static_cast<int>(side) - 1); }
};

struct Table {
  std::vector<std::string> matters{"none"};
  std::vector<bool> bound{false};  // per matter: its words count beside what it is about
  std::array<std::vector<std::string>, kFlags.size()> flagged;  // by MatterFlag
  std::unordered_map<std::string, Language, TransparentHash, std::equal_to<>> languages;
  OutcomeStems stems;  // of all languages
};

uint32_t side_of(Outcome outcome) { return static_cast<uint32_t>(static_cast<int>(outcome) + 1); }

std::optional<uint32_t> side_named(std::string_view side) {
  if (side == "+") return side_of(Outcome::kYes);
  if (side == "-") return side_of(Outcome::kNo);
  if (side == "?") return side_of(Outcome::kOpen);
  if (side == "~") return Sense::kAbout;
  return std::nullopt;
}

void add_words(Table& table, std::string_view name, uint32_t side,
               const std::vector<std::string_view>& cells) {
  auto matter = std::find(table.matters.begin(), table.matters.end(), name);
  if (matter == table.matters.end()) {
    matter = table.matters.insert(matter, std::string(name));
    table.bound.push_back(false);
  }
  const Sense sense{static_cast<uint32_t>(matter - table.matters.begin()), side};
  const uint32_t value = sense.value();
  if (sense.is_about()) table.bound[sense.matter] = true;
  if (cells[2] == "*") {
    for (const auto word : split_trimmed(cells[3], ';')) table.stems.add(word, value);
    return;
  }
  for (const auto lang : split_trimmed(cells[2], ',')) {
    auto& words = table.languages[std::string(lang)].words;
    for (const auto word : split_trimmed(cells[3], ';')) words.add(word, value);
  }
}

struct Side {  // of a matter: "accept" is that it was, "accept-" that it was not
  std::string_view matter;
  Outcome outcome = Outcome::kYes;

  explicit Side(std::string_view written) : matter(written) {
    if (!written.ends_with('-')) return;
    matter.remove_suffix(1);
    outcome = Outcome::kNo;
  }
  bool is(std::string_view other, uint32_t side) const {
    return matter == other && side_of(outcome) == side;
  }
};

struct Derived {  // a matter that takes the words of its sides from sides of others
  std::string_view name;
  Side yes, no;
};

void read_rows(std::string_view file, std::vector<Derived>& derived, Table& out) {
  for (const auto line : lines(embedded_data(file))) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 4) continue;
    if (cells[0] == "rival" || cells[0] == "like") {
      derived.push_back({cells[1], Side(cells[2]), Side(cells[3])});
      if (cells[0] == "like") continue;
      out.flagged[static_cast<size_t>(MatterFlag::kRival)].emplace_back(cells[1]);
      continue;
    }
    if (cells[0] == "flag") {
      const auto flag = std::find(kFlags.begin(), kFlags.end(), cells[1]);
      if (flag == kFlags.end()) continue;
      auto& flagged = out.flagged[static_cast<size_t>(flag - kFlags.begin())];
      for (const auto matter : split_trimmed(cells[3], ';')) flagged.emplace_back(matter);
      continue;
    }
    const auto side = side_named(cells[1]);
    if (!side) continue;
    add_words(out, cells[0], *side, cells);
    for (const Derived& by : derived) {
      if (by.yes.is(cells[0], *side)) add_words(out, by.name, side_of(Outcome::kYes), cells);
      if (by.no.is(cells[0], *side)) add_words(out, by.name, side_of(Outcome::kNo), cells);
    }
  }
}

Table read_table() {
  Table out;
  std::vector<Derived> derived;
  read_rows("compare/bound_outcomes.tsv", derived, out);
  read_rows("compare/outcomes.tsv", derived, out);
  read_rows("compare/outcome_stems.tsv", derived, out);
  for (size_t i = 0; i < out.matters.size(); ++i) {
    if (!out.bound[i]) continue;
    for (const auto flag : {MatterFlag::kBound, MatterFlag::kSole}) {
      out.flagged[static_cast<size_t>(flag)].push_back(out.matters[i]);
    }
  }
  return out;
}

const Table& table() {
  static const Table table = read_table();
  return table;
}

uint32_t gap(Range a, Range b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

struct Word {  // that says how a matter came out
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  Range range, clause;
};

// What the words beside it make of an outcome; none: it may be so, and says nothing.
// A denial further off in the clause leaves it doubtful.
std::optional<Outcome> turned(const Word& word, std::string_view text, std::string_view lang,
                              uint32_t reach, bool denies_before,
                              const std::vector<StanceCue>& stances,
                              const std::vector<Joint>& joints) {
  bool turns = false, open = false;
  // "Nobody was not hurt" is no news: in many languages a denial is said twice.
  const bool denies = word.outcome == Outcome::kNo &&
                      std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
                        return cue.stance == Stance::kNot && word.range.overlaps(cue.range);
                      });
  const auto goes_on_between = [&](const StanceCue& denial) {
    return std::any_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      return denial.range.end <= joint.range.begin && joint.range.end <= word.range.begin;
    });
  };
  const auto is_parted = [&](const StanceCue& denial) {
    return std::any_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      return joint.parts && word.range.end <= joint.range.begin &&
             joint.range.end <= denial.range.begin;
    });
  };
  for (const auto& cue : stances) {
    if (denies && cue.stance == Stance::kNot) continue;
    if (cue.stance == Stance::kNot && is_in_noun(text, lang, cue.range, word.range)) continue;
    // "No deal", "not guilty": the word is in the table with its denial, or its beginning.
    const bool begun = word.outcome != Outcome::kYes && cue.range.begin == word.range.end;
    if (!word.clause.overlaps(cue.range) || word.range.overlaps(cue.range) || begun) continue;
    if (is_parted(cue)) continue;  // "is critical, and nobody was killed"
    const bool behind = denies_before && cue.range.begin >= word.range.end;
    const bool beside = !behind && gap(word.range, cue.range) <= reach && !goes_on_between(cue);
    if (cue.stance == Stance::kMaybe) return std::nullopt;
    if (cue.stance == Stance::kNot && !beside) return std::nullopt;
    if (cue.stance == Stance::kOpen && beside) open = true;
    // "The arrested man denies": another thing.
    if (cue.stance == Stance::kDeny && (!beside || has_flag(word.matter, MatterFlag::kAsked))) {
      return std::nullopt;
    }
    if (cue.stance == Stance::kDeny || cue.stance == Stance::kNot) turns = true;
  }
  if ((turns || open) && has_flag(word.matter, MatterFlag::kRival)) return std::nullopt;
  if (word.outcome == Outcome::kOpen) return word.outcome;
  if (word.outcome == Outcome::kNo && has_flag(word.matter, MatterFlag::kWaits))
    return word.outcome;
  if (open) return Outcome::kOpen;
  return turns ? static_cast<Outcome>(-static_cast<int>(word.outcome)) : word.outcome;
}

struct WordHit {
  Sense sense;
  float sure = 1;
  Range range;  // in the text
  Range about;  // … what the matter is about, where that must be said
};

bool overlaps_any(Range range, const std::vector<Range>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Range& other) { return other.overlaps(range); });
}

// Words of the language's own, and those that the lexicon knows where no such word says the same.
std::vector<WordHit> hits_in(std::string_view text, std::string_view lang, const Terms* terms) {
  std::vector<WordHit> out;
  std::vector<Range> hidden;  // words that say none of it
  const auto language = table().languages.find(lang);
  if (language != table().languages.end()) {
    const text::Folded folded = text::fold(text);
    const auto hits = language->second.words.find(folded.text);
    for (const auto& hit : hits) {
      const Sense sense = Sense::of(hit.value);
      // The longer of two words of one matter: "no deal", "deal".
      const bool within = std::any_of(hits.begin(), hits.end(), [&](const auto& longer) {
        const Sense other = Sense::of(longer.value);
        return (other.matter == sense.matter || other.matter == kNoMatter) &&
               other.is_about() == sense.is_about() && longer.range.overlaps(hit.range) &&
               longer.range.size() > hit.range.size();
      });
      if (sense.matter == kNoMatter) hidden.push_back(folded.to_source(hit.range));
      if (within || sense.matter == kNoMatter) continue;
      out.push_back({sense, 1, folded.to_source(hit.range), {}});
    }
  }
  if (terms != nullptr && !table().stems.may_be_in(*terms)) return out;
  const size_t own = out.size();
  for (const auto& hit : table().stems.find(text, lang)) {
    if (overlaps_any(hit.range, hidden)) continue;
    const bool known = std::any_of(out.begin(), out.begin() + own, [&](const WordHit& other) {
      return other.sense.matter == Sense::of(hit.value).matter && other.range.overlaps(hit.range);
    });
    if (known) continue;
    out.push_back({Sense::of(hit.value), std::min(hit.weight, kMostGuessed), hit.range, {}});
  }
  return out;
}

// Those that say how a matter came out; of a matter that is bound, where the text says what it is
// about.
std::vector<WordHit> told_in(std::string_view text, std::string_view lang, const Terms* terms) {
  std::vector<WordHit> out = hits_in(text, lang, terms);
  std::vector<WordHit> about;
  std::copy_if(out.begin(), out.end(), std::back_inserter(about),
               [](const WordHit& hit) { return hit.sense.is_about(); });
  std::erase_if(out, [&](WordHit& hit) {
    if (hit.sense.is_about()) return true;
    if (!table().bound[hit.sense.matter]) return false;
    const WordHit* nearest = nullptr;
    for (const WordHit& other : about) {
      if (other.sense.matter != hit.sense.matter) continue;
      if (!nearest || gap(hit.range, other.range) < gap(hit.range, nearest->range))
        nearest = &other;
    }
    if (nearest) hit.about = nearest->range;
    return !nearest;
  });
  return out;
}

}  // namespace

bool has_flag(std::string_view name, MatterFlag flag) {
  const auto& flagged = table().flagged[static_cast<size_t>(flag)];
  return std::find(flagged.begin(), flagged.end(), name) != flagged.end();
}

std::vector<OutcomeCue> outcome_cues(std::string_view text, std::string_view lang,
                                     const Terms* terms) {
  std::vector<OutcomeCue> out;
  const auto hits = told_in(text, lang, terms);
  if (hits.empty()) return out;
  std::vector<Joint> joints;
  const auto stances = stance_cues(text, lang, &joints);
  const bool denies_before = has_flag(lang, MatterFlag::kBefore);
  for (const auto& hit : hits) {
    const Range range = hit.range;
    const Range clause = clause_around(text, range);
    const bool spaceless = text::is_spaceless(text::decode(text, range.begin).value);
    const Word word{table().matters[hit.sense.matter], hit.sense.outcome(), range, clause};
    const auto told = turned(word, text, lang, spaceless ? kBesideSpaceless : kBesideBytes,
                             denies_before, stances, joints);
    if (!told) continue;
    const bool denied = std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
      return cue.stance == Stance::kNot && clause.overlaps(cue.range);
    });
    out.push_back({word.matter, *told, denied, hit.sure, range, clause});
    if (hit.about.size() > 0) {
      const Range of = clause_around(text, hit.about);
      out.back().clause = {std::min(clause.begin, of.begin), std::max(clause.end, of.end)};
    }
  }
  // Of two contrary words one that the lexicon alone knows does not count.
  std::vector<bool> both(out.size(), false);
  for (size_t i = 0; i < out.size(); ++i) {
    both[i] = std::any_of(out.begin(), out.end(), [&](const OutcomeCue& other) {
      return other.matter == out[i].matter && other.clause.overlaps(out[i].clause) &&
             other.outcome != out[i].outcome && (other.sure == 1 || out[i].sure < 1);
    });
  }
  size_t at = 0;
  std::erase_if(out, [&](const OutcomeCue&) { return both[at++]; });
  return out;
}

}  // namespace synoptic::compare

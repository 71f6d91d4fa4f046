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
constexpr uint32_t kRefusedBytes = 16;     // between a word of refusal and what is refused
constexpr float kMostGuessed = 0.9F;       // of a word that the lexicon alone knows
constexpr uint32_t kBesideSpaceless = 12;  // … in a script without blanks

constexpr std::array<std::string_view, 10> kFlags{"state", "once",  "sole",      "denied", "loose",
                                                  "waits", "asked", "certainty", "before", "rival"};

struct Language {
  WordPatterns words;
};

constexpr uint32_t kNoMatter = 0;  // of words that hold one of a matter and say none of it

struct Table {
  std::vector<std::string> matters{"none"};
  std::array<std::vector<std::string>, kFlags.size()> flagged;  // by MatterFlag
  std::unordered_map<std::string, Language, TransparentHash, std::equal_to<>> languages;
  OutcomeStems stems;  // of all languages
};

std::optional<Outcome> side_named(std::string_view side) {
  if (side == "+") return Outcome::kYes;
  if (side == "-") return Outcome::kNo;
  if (side == "?") return Outcome::kOpen;
  return std::nullopt;
}

void add_words(Table& table, std::string_view name, Outcome side,
               const std::vector<std::string_view>& cells) {
  auto matter = std::find(table.matters.begin(), table.matters.end(), name);
  if (matter == table.matters.end()) matter = table.matters.insert(matter, std::string(name));
  const auto index = static_cast<uint32_t>(matter - table.matters.begin());
  const auto value = 3 * index + static_cast<uint32_t>(static_cast<int>(side) + 1);
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
  bool is(std::string_view other, Outcome side) const { return matter == other && outcome == side; }
};

struct Rival {  // a matter of sides of two others that exclude each other
  std::string_view name;
  Side yes, no;
};

void read_rows(std::string_view file, std::vector<Rival>& rivals, Table& out) {
  for (const auto line : lines(embedded_data(file))) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 4) continue;
    if (cells[0] == "rival") {
      rivals.push_back({cells[1], Side(cells[2]), Side(cells[3])});
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
    for (const Rival& rival : rivals) {
      if (rival.yes.is(cells[0], *side)) add_words(out, rival.name, Outcome::kYes, cells);
      if (rival.no.is(cells[0], *side)) add_words(out, rival.name, Outcome::kNo, cells);
    }
  }
}

Table read_table() {
  Table out;
  std::vector<Rival> rivals;
  read_rows("compare/outcomes.tsv", rivals, out);
  read_rows("compare/outcome_stems.tsv", rivals, out);
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
  uint32_t value = 0;
  float sure = 1;
  Range range;         // in the text
  bool apart = false;  // as in WordPatterns
};

// "Nahm das Angebot nicht an": the denial stands between the parts of one word.
bool is_denied_within(const WordHit& hit, const std::vector<StanceCue>& stances) {
  return hit.apart && std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
           return cue.stance == Stance::kNot && hit.range.begin < cue.range.begin &&
                  cue.range.end < hit.range.end;
         });
}

// "Refused to sign": it was not done. What is asked for was asked for all the same.
bool is_refused(const Word& word, const std::vector<Range>& refusals, bool denies_before,
                const std::vector<Joint>& joints) {
  if (has_flag(word.matter, MatterFlag::kAsked)) return false;
  return std::any_of(refusals.begin(), refusals.end(), [&](const Range& range) {
    const bool behind = range.begin >= word.range.end;
    if (!word.clause.overlaps(range) || word.range.overlaps(range) || (behind && denies_before) ||
        gap(word.range, range) > kRefusedBytes) {
      return false;
    }
    const Range between{std::min(word.range.end, range.end),
                        std::max(word.range.begin, range.begin)};
    return std::none_of(joints.begin(), joints.end(),
                        [&](const Joint& joint) { return between.contains(joint.range); });
  });
}

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
      // The longer of two words of one matter: "no deal", "deal".
      const bool within = std::any_of(hits.begin(), hits.end(), [&](const auto& other) {
        return (other.value / 3 == hit.value / 3 || other.value / 3 == kNoMatter) &&
               other.range.overlaps(hit.range) && other.range.size() > hit.range.size();
      });
      if (hit.value / 3 == kNoMatter) hidden.push_back(folded.to_source(hit.range));
      if (within || hit.value / 3 == kNoMatter) continue;
      out.push_back({hit.value, 1, folded.to_source(hit.range), hit.apart});
    }
  }
  if (terms != nullptr && !table().stems.may_be_in(*terms)) return out;
  const size_t own = out.size();
  for (const auto& hit : table().stems.find(text, lang)) {
    if (overlaps_any(hit.range, hidden)) continue;
    const bool known = std::any_of(out.begin(), out.begin() + own, [&](const WordHit& other) {
      return other.value / 3 == hit.value / 3 && other.range.overlaps(hit.range);
    });
    if (!known) out.push_back({hit.value, std::min(hit.weight, kMostGuessed), hit.range});
  }
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
  const auto hits = hits_in(text, lang, terms);
  if (hits.empty()) return out;
  std::vector<Joint> joints;
  const auto stances = stance_cues(text, lang, &joints);
  const bool denies_before = has_flag(lang, MatterFlag::kBefore);
  const auto refused = refusals(text, lang);
  for (const auto& hit : hits) {
    const Range range = hit.range;
    const Range clause = clause_around(text, range);
    const bool spaceless = text::is_spaceless(text::decode(text, range.begin).value);
    const Word word{table().matters[hit.value / 3],
                    static_cast<Outcome>(static_cast<int>(hit.value % 3) - 1), range, clause};
    auto told = turned(word, text, lang, spaceless ? kBesideSpaceless : kBesideBytes, denies_before,
                       stances, joints);
    if (!told) continue;
    const bool is_no =
        word.outcome == Outcome::kYes &&
        (is_denied_within(hit, stances) || is_refused(word, refused, denies_before, joints));
    if (is_no && (*told != Outcome::kYes || has_flag(word.matter, MatterFlag::kRival))) continue;
    if (is_no) told = Outcome::kNo;
    const bool denied =
        is_no || std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
          return cue.stance == Stance::kNot && clause.overlaps(cue.range);
        });
    out.push_back({word.matter, *told, denied, hit.sure, range, clause});
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

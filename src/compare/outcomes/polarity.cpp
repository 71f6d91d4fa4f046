#include "compare/outcomes/polarity.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kShortestClause = 18;  // characters: "of course," is no clause
constexpr size_t kSpacelessCounts = 3;  // … in a script without blanks each counts so many

constexpr uint32_t kNoCue = 1000;  // a word that holds a cue and is none
constexpr uint32_t kJoint = 1001, kParting = 1002, kRefusal = 1003, kDuty = 1004;
constexpr uint32_t kOpening = 1005, kClosing = 1006, kCondition = 1007;

std::optional<Stance> stance_named(std::string_view kind) {
  if (kind == "not") return Stance::kNot;
  if (kind == "deny") return Stance::kDeny;
  if (kind == "maybe") return Stance::kMaybe;
  if (kind == "first") return Stance::kFirst;
  if (kind == "open") return Stance::kOpen;
  return std::nullopt;
}

uint32_t cue_named(std::string_view kind) {
  if (const auto stance = stance_named(kind)) return static_cast<uint32_t>(*stance);
  if (kind == "and") return kJoint;
  if (kind == "then") return kParting;
  if (kind == "refuse") return kRefusal;
  if (kind == "duty") return kDuty;
  if (kind == "opens") return kOpening;
  if (kind == "closes") return kClosing;
  if (kind == "cond") return kCondition;
  return kNoCue;
}

struct PolarityTable {
  using Words = std::unordered_map<std::string, std::vector<std::string_view>, TransparentHash,
                                   std::equal_to<>>;

  LanguagePatterns cues;
  Words marked;                // words that say it only with the marks on their letters
  Words endings;               // of words that belong to a noun
  LanguagePatterns far, near;  // what opens its phrase, anywhere before it or right before
};

PolarityTable read_table() {
  PolarityTable out;
  for (const TableRow row : DataTable::embedded("compare/polarity.tsv", 3)) {
    const std::string_view kind = row[0], lang = row[1], words = row[2];
    if (kind == "parting") continue;  // see parting_denials.cpp
    if (kind == "marks" || kind == "ending") {
      auto& own = (kind == "marks" ? out.marked : out.endings)[std::string(lang)];
      for (const auto word : row.words(2)) own.push_back(word);
    } else if (kind == "far" || kind == "near") {
      (kind == "far" ? out.far : out.near).add(lang, words, 0);
    } else {
      out.cues.add(lang, words, cue_named(kind));
    }
  }
  return out;
}

const PolarityTable& table() {
  static const PolarityTable table = read_table();
  return table;
}

const std::vector<std::string_view>& words_of(const PolarityTable::Words& words,
                                              std::string_view lang) {
  static const std::vector<std::string_view> kNone;
  const auto found = words.find(lang);
  return found == words.end() ? kNone : found->second;
}

// "konnte", which is "könnte" without its marks. The first letter may be a capital.
bool lacks_marks(const std::vector<std::string_view>& marked, std::string_view word) {
  return std::any_of(marked.begin(), marked.end(), [&](std::string_view one) {
    return text::fold_copy(one) == text::fold_copy(word) && !word.ends_with(one.substr(1));
  });
}

// Characters, so that a clause in Cyrillic is as long as one in Latin script.
size_t length_of(std::string_view text) {
  size_t out = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    out += text::is_spaceless(c.value) ? kSpacelessCounts : 1;
    at += c.length;
  }
  return out;
}

// With the letters that the pattern left out behind it.
std::string_view whole_word(std::string_view text, Range word) {
  while (word.end < text.size()) {
    const auto c = text::decode(text, word.end);
    if (!text::is_letter(c.value)) break;
    word.end += static_cast<uint32_t>(c.length);
  }
  return word.of(text);
}

// Within a word of the table that holds it and says none of it; "must not be without" in the one
// word of a duty denies nothing.
bool is_hidden(const WordPatterns::Hit& hit, const std::vector<WordPatterns::Hit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [&](const WordPatterns::Hit& other) {
    const bool in_duty = other.value == kDuty && other.range.contains(hit.range) &&
                         other.range.size() > hit.range.size();
    return (other.value == kNoCue || in_duty) && other.range.overlaps(hit.range);
  });
}

bool ends_clause(char32_t c) {
  if (c < 0x80) return c == U',' || c == U';' || c == U':';
  return c == U'،' || c == U'，' || c == U'、' || c == U'；' || c == U'؛' || c == U'—' ||
         c == U'–' || c == U'：';
}

}  // namespace

Turners turners(std::string_view text, std::string_view lang) {
  Turners out;
  const WordPatterns* cues = table().cues.find(lang);
  if (cues == nullptr) return out;
  const auto& marked = words_of(table().marked, lang);
  const text::Folded folded = text::fold(text);
  const auto hits = cues->find(folded.text);
  for (const auto& hit : hits) {
    const Range range = folded.to_source(hit.range);
    if (hit.value == kJoint || hit.value == kParting) {
      out.joints.push_back({range, hit.value == kParting});
    }
    if (hit.value == kNoCue || is_hidden(hit, hits)) continue;
    if (hit.value == kRefusal) out.refusals.push_back(range);
    if (hit.value == kDuty) out.duties.push_back(range);
    if (hit.value == kOpening) out.openings.push_back(range);
    if (hit.value == kCondition) out.conditions.push_back(range);
    if (hit.value == kClosing) out.closings.push_back(range);
    if (hit.value >= kNoCue || lacks_marks(marked, range.of(text))) continue;
    out.stances.push_back({static_cast<Stance>(hit.value), range});
  }
  return out;
}

std::vector<StanceCue> stance_cues(std::string_view text, std::string_view lang,
                                   std::vector<Joint>* joints) {
  Turners found = turners(text, lang);
  if (joints != nullptr) {
    joints->insert(joints->end(), found.joints.begin(), found.joints.end());
  }
  return std::move(found.stances);
}

std::vector<Range> refusals(std::string_view text, std::string_view lang) {
  return turners(text, lang).refusals;
}

bool is_in_noun(std::string_view text, std::string_view lang, Range denial, Range word) {
  const auto& endings = words_of(table().endings, lang);
  if (denial.end > word.begin || endings.empty()) return false;
  // With its marks: "condamné".
  const auto ends = [&](std::string_view whole) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return whole.ends_with(ending); });
  };
  const std::string_view whole = whole_word(text, word);
  const auto behind = static_cast<uint32_t>(whole.data() - text.data() + whole.size() + 1);
  // "the to-prison convicted man": what belongs to the word behind it is in the phrase as well.
  const WordPatterns* far = table().far.find(lang);
  const WordPatterns* near = table().near.find(lang);
  const bool before = far != nullptr && behind < text.size() && text[behind - 1] == ' ' &&
                      ends(whole_word(text, {behind, behind}));
  if (!ends(whole) && !before) return false;
  if (far == nullptr && near == nullptr) return true;
  const std::string between = text::fold_copy(text.substr(denial.end, word.begin - denial.end));
  if (far != nullptr && !far->find(between).empty()) return true;
  if (near == nullptr) return false;
  const auto hits = near->find(between);
  return !hits.empty() &&
         between.find_first_not_of(' ', hits.back().range.end) == std::string::npos;
}

bool has_clause_end(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (ends_clause(c.value)) return true;
    at += c.length;
  }
  return false;
}

Range clause_around(std::string_view sentence, Range place) {
  Range clause{0, static_cast<uint32_t>(sentence.size())};
  int ends = 0;        // of clauses behind the place
  bool opens = false;  // the place stands in the sentence's short opening
  for (uint32_t i = 0; i < sentence.size();) {
    const auto c = text::decode(sentence, i);
    const uint32_t end = i + static_cast<uint32_t>(c.length);
    const auto in_number = [&] {
      return i > 0 && end < sentence.size() &&
             text::is_digit(text::decode_before(sentence, i).value) &&
             text::is_digit(text::decode(sentence, end).value);
    };
    if (ends_clause(c.value) && !in_number()) {
      if (end <= place.begin) clause.begin = end;
      if (i >= place.end) {
        const bool is_short = length_of(Range{clause.begin, i}.of(sentence)) < kShortestClause;
        if (++ends == 1) opens = is_short && clause.begin == 0;
        // "Arrests, the police said, there were none": the opening goes on behind what is put in.
        const bool put_in = opens && ends == 2;
        if (!is_short && !put_in) {
          clause.end = i;
          break;
        }
      }
    }
    i = end;
  }
  if (length_of(clause.of(sentence)) < kShortestClause) {
    clause = {0, static_cast<uint32_t>(sentence.size())};
  }
  while (clause.begin < clause.end && sentence[clause.begin] == ' ') ++clause.begin;
  while (clause.begin < clause.end) {  // "n'a pas augmenté : …"
    const auto last = text::decode_before(sentence, clause.end);
    if (!text::is_space(last.value)) break;
    clause.end -= static_cast<uint32_t>(last.length);
  }
  return clause;
}

}  // namespace synoptic::compare

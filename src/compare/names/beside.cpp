#include "compare/names/beside.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/strings.h"
#include "base/table.h"
#include "compare/outcomes/polarity.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kFrontBytes = 48;   // of the text in front of the name
constexpr size_t kBehindBytes = 48;  // and behind it
constexpr size_t kEnding = 12;       // bytes that an ending of the name may take: "'nın "
constexpr size_t kDateline = 4;      // a name that begins so early opens its text

struct Words {
  std::vector<std::string> front, behind, office_front, office_behind;
};

struct BesideTable {
  std::map<std::string, Words, std::less<>> words;
  LanguagePatterns felt_front, felt_behind;
};

const BesideTable& table() {
  static const auto loaded = [] {
    BesideTable out;
    for (const TableRow row : DataTable::embedded("compare/beside.tsv", 2)) {
      Words& own = out.words[std::string(row[0])];
      const auto add = [&](size_t column, std::vector<std::string>& list) {
        for (const auto word : row.words(column)) {
          list.push_back(text::fold_copy(word));
        }
      };
      add(1, own.front);
      add(2, own.behind);
      add(3, own.office_front);
      add(4, own.office_behind);
      out.felt_front.add(row[0], row[5], 0);
      out.felt_behind.add(row[0], row[6], 0);
    }
    return out;
  }();
  return loaded;
}

// "northwest of" ends in "west of"; "vor" is no end of "favor".
bool ends_with_word(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  if ((word[0] & 0x80) != 0 || word.find(' ') != std::string_view::npos) return true;
  text.remove_suffix(word.size());
  return text.empty() || text.back() == ' ' || text.back() == '-';
}

// What stands in front of a place and behind it, folded; nothing where its language has no row.
struct Around {
  const Words* words = nullptr;
  std::string front, behind;
};

std::optional<Around> around(const Telling& telling, const model::Place& place) {
  const auto& article = telling.annotated->article;
  const auto& words = table().words;
  const auto found = words.find(model::table_language(article.lang));
  if (found == words.end()) return std::nullopt;
  const std::string_view block = model::text_of(article, place);
  if (place.range.end > block.size()) return std::nullopt;
  Around out;
  out.words = &found->second;
  const std::string folded =
      text::fold_copy(text::last_bytes(block.substr(0, place.range.begin), kFrontBytes));
  std::string_view front = trim(folded);
  if (front.ends_with('\'')) front.remove_suffix(1);  // "près d'Angers"
  out.front = front;
  out.behind = text::fold_copy(text::first_bytes(block.substr(place.range.end), kBehindBytes));
  return out;
}

bool ends_with_any(std::string_view front, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return ends_with_word(front, word); });
}

}  // namespace

bool is_beside(const Telling& telling, const Claim& place) {
  const auto found = around(telling, place.at);
  if (!found) return false;
  const auto& behind = found->words->behind;
  return ends_with_any(found->front, found->words->front) ||
         std::any_of(behind.begin(), behind.end(),
                     [&](const std::string& word) { return found->behind.find(word) <= kEnding; });
}

bool is_of_office(const Telling& telling, const model::Place& place) {
  const auto found = around(telling, place);
  if (!found) return false;
  const std::string_view behind = trim(found->behind);
  const auto& words = found->words->office_behind;
  return ends_with_any(found->front, found->words->office_front) ||
         std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return behind.starts_with(word); });
}

bool is_where_felt(const Telling& telling, uint32_t sentence, const model::Place& place) {
  const auto& article = telling.annotated->article;
  const auto lang = model::table_language(article.lang);
  const WordPatterns* front = table().felt_front.find(lang);
  const WordPatterns* behind = table().felt_behind.find(lang);
  if (front == nullptr || behind == nullptr) return false;
  const auto& told = telling.sentences[sentence];
  if (place.range.begin < told.range.begin || place.range.end > told.range.end) return false;
  const Range own{place.range.begin - told.range.begin, place.range.end - told.range.begin};
  const Range clause = clause_around(told.text, own);
  // "A quake in Balıkesir was felt in İzmir": between the word and the place no deed begins.
  const auto deed_between = [&](size_t begin, size_t end) {
    return std::any_of(told.events.begin(), told.events.end(), [&](uint32_t i) {
      const auto& trigger = telling.annotated->events[i].trigger.range;
      return trigger.begin >= told.range.begin + begin && trigger.end <= told.range.begin + end;
    });
  };
  const auto hits_in = [&](const WordPatterns& patterns, Range part, auto is_near) {
    const auto folded = text::fold(part.of(told.text));
    const auto hits = patterns.find(folded.text);
    return std::any_of(hits.begin(), hits.end(), [&](const auto& hit) {
      Range word = folded.to_source(hit.range);
      word.begin += part.begin;
      word.end += part.begin;
      return is_near(word);
    });
  };
  return hits_in(*front, {clause.begin, own.begin},
                 [&](Range word) { return !deed_between(word.end, own.begin); }) ||
         hits_in(*behind, {own.end, clause.end},
                 [&](Range word) { return !deed_between(own.end, word.begin); });
}

bool is_dateline(const Claim& place) {
  return place.at.block == 0 && place.at.range.begin < kDateline;
}

}  // namespace synoptic::compare

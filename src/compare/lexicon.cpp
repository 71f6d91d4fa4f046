#include "compare/lexicon.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

template <typename T>
using ByName = std::unordered_map<std::string, T, TransparentHash, std::equal_to<>>;

bool has_flag(std::string_view flags, std::string_view flag) {
  for (const auto part : split_trimmed(flags, ' ')) {
    if (part == flag) return true;
  }
  return false;
}

double number(std::string_view cell, double otherwise) {
  double value = otherwise;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

// family<TAB>flags<TAB>actions<TAB>contrary actions
ByName<Deed> read_deeds() {
  ByName<Deed> out;
  for (const TableRow row : DataTable::embedded("compare/actions.tsv", 2)) {
    Deed deed;
    deed.family = row[0];
    deed.speech = has_flag(row[1], "speech");
    deed.state = has_flag(row[1], "state");
    deed.once = has_flag(row[1], "once");
    deed.mutual = has_flag(row[1], "mutual");
    deed.natural = has_flag(row[1], "natural");
    deed.plain = has_flag(row[1], "plain");
    out.emplace(row[0], deed);
    for (const auto action : row.words(2)) out.emplace(action, deed);
    deed.sign = -1;
    for (const auto action : row.words(3)) out.emplace(action, deed);
  }
  return out;
}

// class<TAB>flags<TAB>weight<TAB>other names
ByName<CountClass> read_classes() {
  ByName<CountClass> out;
  for (const TableRow row : DataTable::embedded("compare/classes.tsv", 2)) {
    CountClass count;
    count.name = row[0];
    count.rising = has_flag(row[1], "rising");
    count.falling = has_flag(row[1], "falling");
    count.yielding = has_flag(row[1], "yielding");
    count.generic = has_flag(row[1], "generic");
    count.exact = has_flag(row[1], "exact");
    count.weight = number(row[2], 1);
    count.known = true;
    out.emplace(row[0], count);
    for (const auto name : row.words(3)) out.emplace(name, count);
  }
  return out;
}

// base<TAB>unit=factor; unit=factor …
ByName<Unit> read_units() {
  ByName<Unit> out;
  for (const TableRow row : DataTable::embedded("compare/units.tsv", 2)) {
    out.emplace(row[0], Unit{std::string(row[0]), 1});
    for (const auto pair : row.words(1)) {
      const auto parts = split(pair, '=');
      if (parts.size() != 2) continue;
      out.emplace(trim(parts[0]), Unit{std::string(row[0]), number(parts[1], 1)});
    }
  }
  return out;
}

using WordsByLanguage = ByName<std::vector<std::string>>;

// language<TAB>word; word …
WordsByLanguage read_words(std::string_view path) {
  WordsByLanguage out;
  for (const TableRow row : DataTable::embedded(path, 2)) {
    for (const auto word : row.words(1)) {
      out[std::string(row[0])].push_back(text::fold_copy(word));
    }
  }
  return out;
}

const std::vector<std::string>& words_of(const WordsByLanguage& words, std::string_view lang) {
  static const std::vector<std::string> kNone;
  const auto found = words.find(lang);
  return found == words.end() ? kNone : found->second;
}

}  // namespace

Deed deed_of(std::string_view action) {
  static const auto deeds = read_deeds();
  if (const auto found = deeds.find(action); found != deeds.end()) return found->second;
  Deed deed;
  deed.family = action;
  return deed;
}

CountClass class_of(std::string_view counted_class) {
  static const auto classes = read_classes();
  if (const auto found = classes.find(counted_class); found != classes.end()) return found->second;
  CountClass count;
  count.name = counted_class;
  return count;
}

Unit unit_of(std::string_view unit) {
  static const auto units = read_units();
  if (const auto found = units.find(unit); found != units.end()) return found->second;
  return {std::string(unit), 1};
}

const std::vector<std::string>& weighty_words(std::string_view lang) {
  static const auto words = read_words("compare/weighty_words.tsv");
  return words_of(words, lang);
}

const std::vector<std::string>& correction_words(std::string_view lang) {
  static const auto words = read_words("compare/corrections.tsv");
  return words_of(words, lang);
}

const std::vector<std::pair<std::string, std::string>>& holdings_of(std::string_view lang) {
  static const auto holdings = [] {
    ByName<std::vector<std::pair<std::string, std::string>>> out;
    for (const TableRow row : DataTable::embedded("compare/holdings.tsv", 3)) {
      for (const auto word : row.words(2)) {
        out[std::string(row[1])].emplace_back(text::fold_copy(word), row[0]);
      }
    }
    return out;
  }();
  static const std::vector<std::pair<std::string, std::string>> kNone;
  const auto found = holdings.find(lang);
  return found == holdings.end() ? kNone : found->second;
}

bool is_of_bloc(std::string_view region, std::string_view member) {
  static const auto blocs = [] {
    ByName<std::vector<std::string>> out;
    for (const TableRow row : DataTable::embedded("compare/blocs.tsv", 2)) {
      for (const auto id : row.words(1)) {
        out[std::string(row[0])].emplace_back(id);
      }
    }
    return out;
  }();
  const auto found = blocs.find(region);
  return found != blocs.end() &&
         std::find(found->second.begin(), found->second.end(), member) != found->second.end();
}

size_t find_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at == 0) return at;
    const char32_t before = text::decode_before(text, at).value;
    if (!text::is_letter(before) || text::is_spaceless(before) || text::is_arabic(before)) {
      return at;
    }
  }
  return std::string::npos;
}

}  // namespace synoptic::compare

#include "compare/lexicon.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

template <typename T>
using Table = std::unordered_map<std::string, T, TransparentHash, std::equal_to<>>;

// Calls row(cells) for the rows of data/compare/<name>; cells are at least `columns` many.
template <typename Row>
void read_table(std::string_view name, size_t columns, Row&& row) {
  const std::string path = "compare/" + std::string(name);
  for (const auto line : lines(embedded_data(path))) {
    if (line.empty() || line[0] == '#') continue;
    auto cells = split(line, '\t');
    if (cells.size() < columns) cells.resize(columns);
    row(cells);
  }
}

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
Table<Deed> read_deeds() {
  Table<Deed> out;
  read_table("actions.tsv", 4, [&](const auto& cells) {
    Deed deed;
    deed.family = cells[0];
    deed.speech = has_flag(cells[1], "speech");
    deed.state = has_flag(cells[1], "state");
    deed.once = has_flag(cells[1], "once");
    deed.mutual = has_flag(cells[1], "mutual");
    deed.natural = has_flag(cells[1], "natural");
    deed.plain = has_flag(cells[1], "plain");
    out.emplace(cells[0], deed);
    for (const auto action : split_trimmed(cells[2], ';')) out.emplace(action, deed);
    deed.sign = -1;
    for (const auto action : split_trimmed(cells[3], ';')) out.emplace(action, deed);
  });
  return out;
}

// class<TAB>flags<TAB>weight<TAB>other names
Table<CountClass> read_classes() {
  Table<CountClass> out;
  read_table("classes.tsv", 4, [&](const auto& cells) {
    CountClass count;
    count.name = cells[0];
    count.rising = has_flag(cells[1], "rising");
    count.falling = has_flag(cells[1], "falling");
    count.yielding = has_flag(cells[1], "yielding");
    count.generic = has_flag(cells[1], "generic");
    count.exact = has_flag(cells[1], "exact");
    count.weight = number(cells[2], 1);
    count.known = true;
    out.emplace(cells[0], count);
    for (const auto name : split_trimmed(cells[3], ';')) out.emplace(name, count);
  });
  return out;
}

// base<TAB>unit=factor; unit=factor …
Table<Unit> read_units() {
  Table<Unit> out;
  read_table("units.tsv", 2, [&](const auto& cells) {
    out.emplace(cells[0], Unit{std::string(cells[0]), 1});
    for (const auto pair : split_trimmed(cells[1], ';')) {
      const auto parts = split(pair, '=');
      if (parts.size() != 2) continue;
      out.emplace(trim(parts[0]), Unit{std::string(cells[0]), number(parts[1], 1)});
    }
  });
  return out;
}

using WordsByLanguage = Table<std::vector<std::string>>;

// language<TAB>word; word …
WordsByLanguage read_words(std::string_view name) {
  WordsByLanguage out;
  read_table(name, 2, [&](const auto& cells) {
    for (const auto word : split_trimmed(cells[1], ';')) {
      out[std::string(cells[0])].push_back(text::fold_copy(word));
    }
  });
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
  static const auto words = read_words("weighty_words.tsv");
  return words_of(words, lang);
}

const std::vector<std::string>& correction_words(std::string_view lang) {
  static const auto words = read_words("corrections.tsv");
  return words_of(words, lang);
}

const std::vector<std::pair<std::string, std::string>>& holdings_of(std::string_view lang) {
  static const auto holdings = [] {
    Table<std::vector<std::pair<std::string, std::string>>> out;
    read_table("holdings.tsv", 3, [&](const auto& cells) {
      for (const auto word : split_trimmed(cells[2], ';')) {
        out[std::string(cells[1])].emplace_back(text::fold_copy(word), cells[0]);
      }
    });
    return out;
  }();
  static const std::vector<std::pair<std::string, std::string>> kNone;
  const auto found = holdings.find(lang);
  return found == holdings.end() ? kNone : found->second;
}

bool is_of_bloc(std::string_view region, std::string_view member) {
  static const auto blocs = [] {
    Table<std::vector<std::string>> out;
    read_table("blocs.tsv", 2, [&](const auto& cells) {
      for (const auto id : split_trimmed(cells[1], ';')) {
        out[std::string(cells[0])].emplace_back(id);
      }
    });
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

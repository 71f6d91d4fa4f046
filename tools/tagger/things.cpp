// Things with names, out of tables under free licences.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "read_file.h"
#include "tagger/list_maker.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::tools {
namespace {

size_t column_of(std::string_view lang) {
  const auto& all = thing_languages();
  return static_cast<size_t>(std::find(all.begin(), all.end(), lang) - all.begin());
}

// The title without what stands in brackets behind it, which is returned.
std::string cut_bracket(std::string& title) {
  const size_t open = title.rfind(" (");
  if (open == std::string::npos || !title.ends_with(')') || open == 0) {
    const size_t wide = title.rfind("（");
    if (wide != std::string::npos && wide > 0) title.resize(wide);
    return {};
  }
  std::string bracket = title.substr(open + 2, title.size() - open - 3);
  title.resize(open);
  return bracket;
}

// Scripts of the languages that the program reads in depth.
bool is_read(std::string_view name) {
  const char32_t c = text::decode(name, 0).value;
  return text::is_cased(c) || text::is_arabic(c) || text::is_han(c) || text::is_kana(c) ||
         text::is_hangul(c) || (c >= 0x900 && c < 0x980);
}

class Reader {
 public:
  Reader(const std::string& data, std::vector<NamedThing>& things) : data_(data), things_(things) {}

  void thing(int type, const std::vector<std::pair<size_t, std::string>>& names) {
    NamedThing made;
    made.names.resize(thing_languages().size());
    made.type = type;
    bool any = false;
    for (const auto& [column, name] : names) {
      if (name.empty() || column >= made.names.size()) continue;
      made.names[column] = name;
      any = true;
    }
    if (any) things_.push_back(std::move(made));
  }

  // Columns called after languages.
  void table(const std::string& path, int type) {
    const std::string content = read_file(data_ + "/" + path);
    std::vector<size_t> columns;
    bool head = true;
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (head) {
        for (const auto cell : cells) columns.push_back(column_of(cell.substr(0, 2)));
        for (size_t i = 0; i < cells.size(); ++i) {
          if (cells[i] == "name") columns[i] = column_of("en");
          if (cells[i].size() != 2 && cells[i] != "name") columns[i] = SIZE_MAX;
          if (cells[i] == "cc") columns[i] = SIZE_MAX;
        }
        head = false;
        continue;
      }
      std::vector<std::pair<size_t, std::string>> names;
      for (size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
        if (columns[i] == SIZE_MAX) continue;
        std::string name(cells[i]);
        cut_bracket(name);
        names.emplace_back(columns[i], name);
      }
      thing(type, names);
    }
  }

  void cities15000() {
    const std::string content = read_file(data_ + "/names/cities15000.txt");
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (cells.size() < 4) continue;
      thing(kLoc, {{column_of("en"), std::string(cells[1])}});
      for (const auto other : split_trimmed(cells[3], ',')) {
        if (other.size() < 4 || !is_read(other)) continue;
        const char32_t first = text::decode(other, 0).value;
        if (text::is_latin(first)) continue;
        thing(kLoc, {{column_of("other"), std::string(other)}});
      }
    }
  }

  void organisations() {
    const std::string content = read_file(data_ + "/names-organisations/gaz/ror_names.tsv");
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (cells.size() < 5 || cells[3] == "acronym") continue;
      std::string name(cells[4]);
      cut_bracket(name);
      thing(kOrg, {{column_of("en"), name}});
    }
  }

  void cldr() {
    const std::string content = read_file(data_ + "/names-organisations/gaz/cldr_names.tsv");
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (cells.size() < 4) continue;
      std::string name(cells[3]);
      cut_bracket(name);
      if (name.find('(') != std::string::npos || name.size() < 3 || !is_read(name)) continue;
      thing(cells[0] == "language" ? kOth : kLoc, {{column_of("other"), name}});
    }
  }

  // Parts of persons' names and how they are written elsewhere.
  void transliterations() {
    for (const char* script :
         {"arabic", "chinese", "hebrew", "japanese", "katakana", "korean", "russian"}) {
      for (const char* part : {"20", "80"}) {
        const std::string content =
            read_file(fmt::format("{}/names/gaz/translit/wd_{}_{}.tsv", data_, script, part));
        for (const auto line : lines(content)) {
          const auto cells = split(line, '\t');
          if (cells.size() < 3 || cells[0].size() < 3) continue;
          std::string latin(cells[0]);
          latin[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(latin[0])));
          std::string other;
          for (const auto piece : split(cells[1], ' ')) other += piece;
          const int weight = std::min(8, std::atoi(std::string(cells[2]).c_str()));
          parts_[latin] += weight;
          parts_[other] += weight;
        }
      }
    }
  }

  // Words of dictionaries whose English side is written small: what is no name.
  void common_words() {
    for (const char* file :
         {"ar.omw", "fa.omw", "hi.omw", "ko.omw", "zh.omw", "ja.omw", "zh.cedict", "ja.edict"}) {
      const std::string content =
          read_file(fmt::format("{}/dictionaries/dict/en-{}.tsv", data_, file));
      std::set<std::string_view> seen;
      for (const auto line : lines(content)) {
        const auto cells = split(line, '\t');
        if (cells.size() < 2 || cells[0].empty() || cells[1].size() < 4) continue;
        const char32_t first = text::decode(cells[0], 0).value;
        if (!text::is_letter(first) || text::is_upper(first)) continue;
        if (cells[1].find(' ') != std::string_view::npos || !is_read(cells[1])) continue;
        if (text::is_latin(text::decode(cells[1], 0).value) || !seen.insert(cells[1]).second) {
          continue;
        }
        thing(kOth, {{column_of("other"), std::string(cells[1])}});
      }
    }
  }

  void knowledge() {
    const auto loaded = knowledge::Knowledge::load();
    if (!loaded) return;
    using model::EntityType;
    for (const auto& entity : (*loaded)->entities()) {
      const int type = entity.type == EntityType::kPerson ? kPer
                       : entity.type == EntityType::kOrg  ? kOrg
                       : entity.type == EntityType::kProduct || entity.type == EntityType::kWork ||
                               entity.type == EntityType::kConcept
                           ? kOth
                           : kLoc;
      for (const auto& alias : entity.aliases) {
        if (alias.strength != knowledge::Strength::kPlain) continue;
        thing(alias.adjective ? kOth : type, {{column_of("other"), alias.text}});
      }
    }
  }

  const std::map<std::string, int>& parts() const { return parts_; }

 private:
  const std::string& data_;
  std::vector<NamedThing>& things_;
  std::map<std::string, int> parts_;
};

std::unordered_map<std::string, int> read_kinds(const std::string& path) {
  std::unordered_map<std::string, int> kinds;
  const std::string content = read_file(path);
  for (const auto line : lines(content)) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    const int type = cells[0] == "PER"   ? kPer
                     : cells[0] == "ORG" ? kOrg
                     : cells[0] == "LOC" ? kLoc
                                         : kOth;
    for (const auto word : split_trimmed(cells[1], ' ')) kinds.emplace(std::string(word), type);
  }
  return kinds;
}

// name → votes for its type
using Votes = std::unordered_map<std::string, std::array<int, kTypeCount>>;

void label_titles(std::vector<NamedThing>& titles, const Votes& votes,
                  const std::unordered_map<std::string, int>& kinds) {
  for (auto& title : titles) {
    if (!title.bracket.empty()) {
      const auto words = split_trimmed(title.bracket, ' ');
      if (!words.empty()) {
        const auto kind = kinds.find(std::string(words.back()));
        if (kind != kinds.end()) title.type = kind->second;
      }
    }
    if (title.type >= 0) continue;
    std::array<int, kTypeCount> sum{};
    for (const auto& name : title.names) {
      const auto found = votes.find(name);
      if (found == votes.end()) continue;
      for (size_t t = 0; t < kTypeCount; ++t) sum[t] += found->second[t];
    }
    const auto best = std::max_element(sum.begin(), sum.end());
    int others = 0;
    for (const int s : sum) others += s;
    others -= *best;
    if (*best > 0 && *best >= 3 * others) title.type = static_cast<int>(best - sum.begin());
  }
}

// "Solar energy": a title whose later words are small names a thing, unless the words join names.
bool is_common(const std::string& title) {
  const size_t blank = title.find(' ');
  if (blank == std::string::npos) return false;
  for (const auto word : split_trimmed(std::string_view(title).substr(blank), ' ')) {
    if (word.size() <= 3) continue;
    const char32_t c = text::decode(word, 0).value;
    if (text::is_letter(c) && !text::is_upper(c)) return true;
  }
  return false;
}

std::vector<NamedThing> read_titles(const std::string& data) {
  const std::string content = read_file(data + "/names/gaz/wikipedia_titles_2016.tsv");
  std::vector<NamedThing> titles;
  bool head = true;
  for (const auto line : lines(content)) {
    if (std::exchange(head, false)) continue;
    const auto cells = split(line, '\t');
    NamedThing thing;
    thing.names.resize(thing_languages().size());
    bool ambiguous = false;
    for (size_t i = 0; i < cells.size() && i < 15; ++i) {
      std::string name(cells[i]);
      const std::string bracket = cut_bracket(name);
      ambiguous |= bracket == "disambiguation";
      if (i == 0) thing.bracket = bracket;
      thing.names[i] = std::move(name);
    }
    if (ambiguous) continue;
    if (thing.bracket.empty() && is_common(thing.names[0])) thing.type = kOth;
    titles.push_back(std::move(thing));
  }
  return titles;
}

}  // namespace

std::vector<NamedThing> read_things(const std::string& data, const std::string& kinds_table,
                                    const std::vector<eval::NamedSet>& training) {
  std::vector<NamedThing> things;
  Reader reader(data, things);
  reader.table("names/gaz/natural_earth_places.tsv", kLoc);
  reader.table("names/gaz/politicians_2015.tsv", kPer);
  reader.table("names/gaz/brands_nsi.tsv", kOrg);
  reader.table("names/gaz/subdivisions_cldr.tsv", kLoc);
  reader.cities15000();
  reader.organisations();
  reader.cldr();
  reader.knowledge();
  reader.transliterations();
  Votes votes;
  for (const auto& thing : things) {
    for (const auto& name : thing.names) {
      if (!name.empty()) votes[name][static_cast<size_t>(thing.type)] += 2;
    }
  }
  for (const auto& set : training) {
    for (const auto& sentence : set.sentences) {
      for (const auto& name : sentence.names) {
        votes[std::string(name.range.of(sentence.text))][static_cast<size_t>(name.kind)] += 1;
      }
    }
  }
  auto titles = read_titles(data);
  label_titles(titles, votes, read_kinds(kinds_table));
  size_t labelled = 0;
  for (const auto& title : titles) labelled += title.type >= 0;
  fmt::print(stderr, "titles: {}, labelled {}\n", titles.size(), labelled);
  TypeModel model;
  model.train(titles, 3);
  std::array<size_t, kTypeCount> counts{};
  for (auto& title : titles) {
    if (title.type < 0) {
      const TypeShares shares = model.shares(title);
      title.type =
          static_cast<int>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    }
    ++counts[static_cast<size_t>(title.type)];
    things.push_back(std::move(title));
  }
  reader.common_words();  // after the titles were typed: single words tell little of those
  fmt::print(stderr, "PER {} ORG {} LOC {} OTH {}\n", counts[0], counts[1], counts[2], counts[3]);
  for (const auto& [part, weight] : reader.parts()) {
    for (int i = 0; i < std::min(weight, 3); ++i) reader.thing(kPer, {{column_of("other"), part}});
  }
  return things;
}

}  // namespace synoptic::tools

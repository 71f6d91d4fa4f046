#include "tagger/list_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include "annotate/names/tagger_features.h"
#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "tagger/hashed_table.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::tools {
namespace {

using annotate::NameLists;

constexpr int kPer = 0, kOrg = 1, kLoc = 2, kOth = 3;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fmt::print(stderr, "missing: {}\n", path);
  return {std::istreambuf_iterator<char>(file), {}};
}

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

struct WordCounts {
  std::array<float, 5> seen{};  // first and later word of a person, organisation, place, other
  float lower = 0;
  bool cased = false;  // its script has capitals
};

uint32_t class_of(const WordCounts& counts) {
  float total = 0;
  size_t best = 0;
  for (size_t i = 0; i < 5; ++i) {
    total += counts.seen[i];
    if (counts.seen[i] > counts.seen[best]) best = i;
  }
  const uint32_t lower = counts.lower >= 2 && counts.lower * 3 >= total ? 64 : 0;
  if (total < 1) return lower;
  const float share = counts.seen[best] / total;
  const uint32_t sure = share < 0.55F ? 0 : share < 0.85F ? 1 : 2;
  const uint32_t often = total < 3 ? 0 : total < 12 ? 1 : 2;
  return lower | (1 + static_cast<uint32_t>(best) * 9 + sure * 3 + often);
}

}  // namespace

const std::vector<std::string>& thing_languages() {
  static const std::vector<std::string> languages = {"en", "ar", "zh", "ru",   "fr", "es",
                                                     "de", "ja", "fa", "tr",   "hi", "pt",
                                                     "ko", "uk", "id", "other"};
  return languages;
}

NameLists MadeLists::view() const {
  return {annotate::PhraseSet(phrases.data(), static_cast<uint32_t>(phrases.size() / 64)),
          annotate::WordSet(words.data(), static_cast<uint32_t>(words.size() / 64)),
          annotate::MeaningSet(meanings.data(), static_cast<uint32_t>(meanings.size() / 64)),
          kinds.data(), static_cast<uint32_t>(kinds.size() / sizeof(annotate::MeaningKinds))};
}

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

namespace {

// Calls for each name with its tokens.
template <typename Call>
void for_each_name(const std::vector<NamedThing>& things, Call call) {
  const NameLists none;
  annotate::TagSentence sentence;
  for (const auto& thing : things) {
    std::set<std::string_view> seen;
    for (const auto& name : thing.names) {
      if (name.empty() || name.size() > 90 || !seen.insert(name).second) continue;
      annotate::read_tokens(name, {0, static_cast<uint32_t>(name.size())}, "", none, sentence);
      const auto& tokens = sentence.tokens;
      if (tokens.empty() || tokens.size() > 14) continue;
      call(thing, name, tokens, tokens[0].shape <= annotate::Shape::kNumber);
    }
  }
}

bool is_rare(const NamedThing& thing) {
  constexpr long kFew = 6;
  const auto written = std::count_if(thing.names.begin(), thing.names.end(),
                                     [](const std::string& name) { return !name.empty(); });
  return written > 1 && written < kFew;
}

// Words that announce a person, an organisation or a place, whatever names they are in as well.
void mark_words_beside(const WordTables& tables, std::map<uint64_t, uint32_t>& classes) {
  constexpr uint32_t kFirstCode = 46;  // behind the codes of class_of()
  const NameLists none;
  annotate::TagSentence sentence;
  for (uint32_t kind = 0; kind < tables.beside.size(); ++kind) {
    for (const auto& word : tables.beside[kind]) {
      annotate::read_tokens(word, {0, static_cast<uint32_t>(word.size())}, "", none, sentence);
      if (sentence.tokens.size() != 1) continue;
      classes[annotate::mix_hash(sentence.tokens[0].word)] = kFirstCode + kind;
    }
  }
}

// Its words tell already that it is a person.
bool is_person_by_words(const std::vector<annotate::TagToken>& tokens,
                        const std::map<uint64_t, uint32_t>& classes) {
  if (tokens.size() != 2) return false;
  for (const auto& token : tokens) {
    const auto found = classes.find(annotate::mix_hash(token.word));
    if (found == classes.end() || found->second > 18 || (found->second - 1) % 9 < 3) return false;
  }
  return true;
}

}  // namespace

MadeLists make_lists(const std::vector<NamedThing>& things, const WordTables& tables) {
  const NameLists none;
  std::unordered_map<uint64_t, WordCounts> words;
  for_each_name(things,
                [&](const NamedThing& thing, const std::string&, const auto& tokens, bool cased) {
                  for (size_t i = 0; i < tokens.size(); ++i) {
                    const auto& token = tokens[i];
                    if (token.shape >= annotate::Shape::kStop) continue;
                    WordCounts& counts = words[annotate::mix_hash(token.word)];
                    counts.cased = token.shape <= annotate::Shape::kNumber;
                    if (cased && i > 0 && token.shape == annotate::Shape::kLower) {
                      counts.lower += 1;
                      continue;
                    }
                    const size_t slot = thing.type == kPer ? (i == 0 && tokens.size() > 1 ? 0 : 1)
                                                           : static_cast<size_t>(thing.type) + 1;
                    counts.seen[slot] += 1;
                  }
                });
  std::map<uint64_t, uint32_t> classes;
  for (const auto& [hash, counts] : words) {
    float total = counts.lower;
    for (const float s : counts.seen) total += s;
    if (total < (counts.cased ? 3 : 1)) continue;
    if (const uint32_t code = class_of(counts); code != 0) classes[hash] = code;
  }
  mark_words_beside(tables, classes);
  std::map<uint64_t, uint32_t> phrases;
  std::array<size_t, 8> made{};
  for_each_name(things, [&](const NamedThing& thing, const std::string& name, const auto& tokens,
                            bool cased) {
    // Common things in scripts with capitals tell little for their room; so do long names.
    if (thing.type == kOth && cased) return;
    if (tokens.size() == 1 && tokens[0].length < 2) return;
    if (cased && tokens.size() > 5) return;
    if (thing.type == kPer && is_person_by_words(tokens, classes)) return;
    // A word alone has its class; what few languages write of is not in the news.
    if ((cased || thing.type == kOth) && tokens.size() == 1 &&
        classes.contains(annotate::mix_hash(tokens[0].word)))
      return;
    if (cased && thing.type != kOrg && is_rare(thing)) return;
    const uint64_t key = annotate::phrase_key(name, none);
    if (key == 0) return;
    const auto [entry, added] = phrases.emplace(key, 0);
    entry->second |= 1u << thing.type;
    made[static_cast<size_t>(thing.type) * 2 + cased] += added;
  });
  fmt::print(stderr, "phrases, without and with case: PER {} {} ORG {} {} LOC {} {} OTH {} {}\n",
             made[0], made[1], made[2], made[3], made[4], made[5], made[6], made[7]);
  return {.phrases = make_table<annotate::PhraseSet, 3, 4>(phrases),
          .words = make_table<annotate::WordSet, 3, 7>(classes)};
}

}  // namespace synoptic::tools

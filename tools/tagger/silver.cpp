#include "tagger/silver.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "tagger/aligner.h"
#include "tagger/list_maker.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::tools {
namespace {

using annotate::NameType;
using annotate::Shape;
using annotate::TagSentence;

// Files of the folder parallel/ under licences that let a model ship; names are read in the first.
constexpr const char* kNameFiles[] = {"flores200.dev", "xquad", "tico19", "nextstrain_sitreps",
                                      "sdg"};
constexpr const char* kWordFiles[] = {"iot-for-beginners", "security-101", "bitcoin_org"};
constexpr uint32_t kRare = 12;  // times that a name is seen at most in the other side's texts

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Pair {
  std::string english, other;
};

std::vector<Pair> read_pairs(const std::string& path, const std::string& lang) {
  std::vector<Pair> pairs;
  const std::string content = read_file(path);
  size_t column = 0;
  bool head = true;
  for (const auto line : lines(content)) {
    const auto cells = split(line, '\t');
    if (std::exchange(head, false)) {
      for (size_t i = 1; i < cells.size(); ++i) column = cells[i] == lang ? i : column;
      if (column == 0) return pairs;
      continue;
    }
    if (column >= cells.size() || cells[0].empty() || cells[column].empty()) continue;
    if (cells[0] == cells[column]) continue;  // not translated
    pairs.push_back({std::string(cells[0]), std::string(cells[column])});
  }
  return pairs;
}

bool is_mark(const annotate::TagToken& token) { return token.shape >= Shape::kStop; }

Aligner::Words words_of(const TagSentence& sentence) {
  Aligner::Words words;
  for (const auto& token : sentence.tokens) words.push_back(token.word);
  return words;
}

void read(const std::string& text, const std::string& lang, const annotate::NameLists& lists,
          TagSentence& sentence) {
  annotate::read_tokens(text, {0, static_cast<uint32_t>(text.size())}, lang, lists, sentence);
}

// English name → keys of its names in the other language.
using Translations = std::unordered_map<uint64_t, std::vector<uint64_t>>;

struct Places {  // keys of countries and cities in the language
  std::unordered_set<uint64_t> keys;
};

Translations read_translations(const std::vector<NamedThing>& things, const std::string& lang,
                               const knowledge::Knowledge& knowledge, Places& places) {
  const annotate::NameLists none;
  const auto& languages = thing_languages();
  const auto column =
      static_cast<size_t>(std::find(languages.begin(), languages.end(), lang) - languages.begin());
  Translations all;
  for (const auto& thing : things) {
    if (column >= thing.names.size() || thing.names[0].empty() || thing.names[column].empty()) {
      continue;
    }
    all[annotate::phrase_key(thing.names[0], none)].push_back(
        annotate::phrase_key(thing.names[column], none));
  }
  for (const auto& entity : knowledge.entities()) {
    std::vector<uint64_t> english, other;
    for (const auto& alias : entity.aliases) {
      if (alias.adjective) continue;
      const uint64_t key = annotate::phrase_key(alias.text, none);
      if (alias.lang == "en") english.push_back(key);
      if (alias.lang == lang) other.push_back(key);
      const bool place =
          entity.type == model::EntityType::kCountry || entity.type == model::EntityType::kCity;
      if (alias.lang == lang && place && alias.strength == knowledge::Strength::kPlain &&
          text::count_code_points(alias.text) >= 2) {
        places.keys.insert(key);
      }
    }
    for (const uint64_t e : english) {
      auto& names = all[e];
      names.insert(names.end(), other.begin(), other.end());
    }
  }
  return all;
}

class Projector {
 public:
  Projector(const annotate::Tagger& english, const annotate::NameLists& lists, std::string lang,
            const Translations& translations, const Places& places)
      : english_(english),
        lists_(lists),
        lang_(std::move(lang)),
        translations_(translations),
        places_(places) {}

  void learn(const std::vector<Pair>& pairs) {
    TagSentence english, other;
    for (const Pair& pair : pairs) {
      read(pair.english, "en", lists_, english);
      read(pair.other, lang_, lists_, other);
      for (const auto& token : other.tokens) ++seen_[token.word];
      aligner_.add(words_of(english), words_of(other));
    }
  }
  void align() { aligner_.train(5); }

  // False: nothing can be told of the sentence.
  bool project(const Pair& pair, eval::NamedSentence& made, std::vector<Range>& open) {
    std::vector<annotate::TaggedName> names;
    english_.tag(pair.english, {{0, static_cast<uint32_t>(pair.english.size())}}, "en", names);
    read(pair.english, "en", lists_, english_tokens_);
    read(pair.other, lang_, lists_, tokens_);
    const size_t count = tokens_.tokens.size();
    if (count == 0 || count > 150) return false;
    labels_.assign(count, kFree);
    made.text = pair.other;
    made.names.clear();
    open.clear();
    const bool spaceless = std::any_of(tokens_.tokens.begin(), tokens_.tokens.end(),
                                       [](const auto& t) { return t.spaceless; });
    std::vector<const annotate::TaggedName*> lost;
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.range.size() > b.range.size(); });
    for (const auto& name : names) {
      if (!find_translation(name, pair.english, made)) lost.push_back(&name);
    }
    if (!lost.empty()) {
      if (spaceless) return false;
      shares_ = aligner_.align(words_of(english_tokens_), words_of(tokens_));
      for (const auto* name : lost) place_by_alignment(*name, made);
    }
    find_places(made);
    for (size_t i = 0; i < count; ++i) {
      if (labels_[i] == kOpen) open.push_back(tokens_.tokens[i].range);
    }
    std::sort(made.names.begin(), made.names.end(),
              [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    return true;
  }

 private:
  enum Label : uint8_t { kFree, kNamed, kOpen };

  bool mark(size_t begin, size_t end, NameType type, eval::NamedSentence& made) {
    for (size_t i = begin; i < end; ++i) {
      if (labels_[i] != kFree) return false;
    }
    for (size_t i = begin; i < end; ++i) labels_[i] = kNamed;
    made.names.push_back(
        {.range = {tokens_.tokens[begin].range.begin, tokens_.tokens[end - 1].range.end},
         .kind = static_cast<eval::NameKind>(type)});
    return true;
  }

  template <typename Wanted>
  bool find(const Wanted& wanted, NameType type, eval::NamedSentence& made, bool all) {
    bool any = false;
    std::array<annotate::PhraseEnd, annotate::kLongestPhrase> ends;
    for (size_t begin = 0; begin < tokens_.tokens.size(); ++begin) {
      if (is_mark(tokens_.tokens[begin]) || labels_[begin] != kFree) continue;
      for (const bool stripped : {false, true}) {
        const size_t found = annotate::phrase_ends(tokens_, begin, stripped, ends);
        for (size_t i = found; i-- > 0;) {
          if (wanted(ends[i].key) && mark(begin, ends[i].end, type, made)) {
            any = true;
            break;
          }
        }
        if (labels_[begin] != kFree) break;
      }
      if (any && !all) return true;
    }
    return any;
  }

  bool find_translation(const annotate::TaggedName& name, const std::string& english,
                        eval::NamedSentence& made) {
    const annotate::NameLists none;
    const std::string written(name.range.of(english));
    const uint64_t key = annotate::phrase_key(written, none);
    const auto known = translations_.find(key);
    return find(
        [&](uint64_t k) {
          return k == key ||  // names in Latin letters stay
                 (known != translations_.end() &&
                  std::find(known->second.begin(), known->second.end(), k) != known->second.end());
        },
        name.type, made, false);
  }

  // Countries and cities that stand there whatever the English side has.
  void find_places(eval::NamedSentence& made) {
    find([&](uint64_t k) { return places_.keys.contains(k); }, NameType::kPlace, made, true);
  }

  // The run of rare words that mostly belong to the name; else all rare words stay open.
  void place_by_alignment(const annotate::TaggedName& name, eval::NamedSentence& made) {
    const auto& english = english_tokens_.tokens;
    size_t first = english.size(), last = 0;
    for (size_t e = 0; e < english.size(); ++e) {
      if (!english[e].range.overlaps(name.range)) continue;
      first = std::min(first, e);
      last = e + 1;
    }
    const size_t count = tokens_.tokens.size();
    std::vector<float> share(count, 0);
    for (size_t i = 0; i < count; ++i) {
      for (size_t e = first; e < last; ++e) share[i] += shares_[i][e];
    }
    size_t begin = count, end = 0;
    float least = 1;
    for (size_t i = 0; i < count; ++i) {
      if (share[i] < 0.5F || is_mark(tokens_.tokens[i])) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    bool sure = begin < end && end - begin <= (last - first) * 2 + 1;
    bool rare = false;
    for (size_t i = begin; i < end && sure; ++i) {
      least = std::min(least, share[i]);
      rare |= seen_[tokens_.tokens[i].word] <= kRare;
    }
    if (sure && rare && least > 0.6F && mark(begin, end, name.type, made)) return;
    for (size_t i = 0; i < count; ++i) {
      if (labels_[i] == kFree && !is_mark(tokens_.tokens[i]) &&
          (seen_[tokens_.tokens[i].word] <= kRare || share[i] > 0.3F)) {
        labels_[i] = kOpen;
      }
    }
  }

  const annotate::Tagger& english_;
  const annotate::NameLists& lists_;
  std::string lang_;
  const Translations& translations_;
  const Places& places_;
  Aligner aligner_;
  std::unordered_map<uint64_t, uint32_t> seen_;
  TagSentence english_tokens_, tokens_;
  std::vector<std::vector<float>> shares_;
  std::vector<uint8_t> labels_;
};

// "<a href=… title="T">words</a>": text without marks, links with their titles.
struct Link {
  Range range;
  std::string title;
};
std::string read_blurb(std::string_view html, std::vector<Link>& links) {
  std::string text;
  for (size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    const size_t close = html.find('>', at);
    if (close == std::string_view::npos) break;
    const std::string_view tag = html.substr(at, close - at);
    if (tag.starts_with("<a ")) {
      Link link;
      link.range.begin = static_cast<uint32_t>(text.size());
      const size_t title = tag.find("title=\"");
      if (title != std::string_view::npos) {
        const std::string_view rest = tag.substr(title + 7);
        link.title = rest.substr(0, rest.find('"'));
      }
      links.push_back(std::move(link));
    } else if (tag == "</a" && !links.empty() && links.back().range.end == 0) {
      links.back().range.end = static_cast<uint32_t>(text.size());
    }
    at = close + 1;
  }
  return text;
}

}  // namespace

SilverSet project_names(const std::string& data, const std::string& lang,
                        const annotate::Tagger& english, const annotate::NameLists& lists,
                        const std::vector<NamedThing>& things) {
  SilverSet silver;
  silver.set.lang = lang;
  silver.set.name = "projected";
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return silver;
  Places places;
  const Translations translations = read_translations(things, lang, **knowledge, places);
  Projector projector(english, lists, lang, translations, places);
  std::vector<Pair> with_names;
  for (const char* file : kNameFiles) {
    auto pairs = read_pairs(fmt::format("{}/parallel/{}.tsv", data, file), lang);
    projector.learn(pairs);
    with_names.insert(with_names.end(), pairs.begin(), pairs.end());
  }
  auto simple = read_pairs(fmt::format("{}/parallel/tatoeba_laser.{}.tsv", data, lang), lang);
  projector.learn(simple);
  with_names.insert(with_names.end(), simple.begin(), simple.end());
  for (const char* file : kWordFiles) {
    projector.learn(read_pairs(fmt::format("{}/parallel/{}.tsv", data, file), lang));
  }
  projector.align();
  size_t names = 0, opened = 0, plain = 0;
  for (const Pair& pair : with_names) {
    eval::NamedSentence sentence;
    std::vector<Range> open;
    if (!projector.project(pair, sentence, open)) continue;
    // Sentences without names teach less.
    if (sentence.names.empty() && plain++ % 3 != 0) continue;
    names += sentence.names.size();
    opened += open.size();
    silver.set.sentences.push_back(std::move(sentence));
    silver.open.push_back(std::move(open));
  }
  fmt::print(stderr, "{}: {} sentences carried over, {} names, {} words open\n", lang,
             silver.set.sentences.size(), names, opened);
  return silver;
}

SilverSet read_linked_news(const std::string& data, const std::string& lang,
                           const annotate::NameLists& lists,
                           const std::vector<NamedThing>& things) {
  SilverSet silver;
  silver.set.lang = lang;
  silver.set.name = "linked news";
  std::unordered_map<std::string_view, int> types;
  const auto& languages = thing_languages();
  const auto column =
      static_cast<size_t>(std::find(languages.begin(), languages.end(), lang) - languages.begin());
  for (const auto& thing : things) {
    for (const size_t c : {column, languages.size() - 1}) {
      if (c < thing.names.size() && !thing.names[c].empty()) types[thing.names[c]] = thing.type;
    }
  }
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load(data + "/stories-itn/itn/corpus_2023-04-14.json").get(root) !=
      simdjson::SUCCESS) {
    return silver;
  }
  const annotate::NameLists none;
  std::unordered_set<std::string> seen;
  TagSentence tokens;
  for (const auto story : simdjson::dom::object(root)) {
    for (const auto version : simdjson::dom::object(story.value)) {
      if (std::string_view(version.value["lang"]) != lang) continue;
      std::vector<Link> links;
      eval::NamedSentence sentence;
      sentence.text = read_blurb(std::string_view(version.value["blurb"]), links);
      if (sentence.text.size() < 20 || !seen.insert(sentence.text).second) continue;
      std::vector<Range> open;
      std::vector<Range> told;
      for (const Link& link : links) {
        if (link.range.empty()) continue;
        const auto known = types.find(link.title);
        const bool same = annotate::phrase_key(link.title, none) ==
                          annotate::phrase_key(link.range.of(sentence.text), none);
        if (known == types.end() || !same) continue;
        told.push_back(link.range);
        if (known->second < 3) {
          sentence.names.push_back(
              {.range = link.range, .kind = static_cast<eval::NameKind>(known->second)});
        }
      }
      if (sentence.names.empty()) continue;
      read(sentence.text, lang, lists, tokens);
      // What looks like a name and has no link may be one.
      for (const auto& token : tokens.tokens) {
        if (is_mark(token) || (token.word_class & 64) != 0 || token.shape == Shape::kLower)
          continue;
        if (token.phrase == 0 && token.shape >= Shape::kArabic) continue;
        if (token.phrase == annotate::kOtherBit) continue;
        const bool in =
            std::any_of(told.begin(), told.end(), [&](Range r) { return r.overlaps(token.range); });
        if (!in) open.push_back(token.range);
      }
      silver.set.sentences.push_back(std::move(sentence));
      silver.open.push_back(std::move(open));
    }
  }
  fmt::print(stderr, "{}: {} linked sentences\n", lang, silver.set.sentences.size());
  return silver;
}

SilverSet exchange_names(const SilverSet& silver, int copies, const std::vector<NamedThing>& things,
                         const WordTables& tables) {
  SilverSet made;
  made.set.lang = silver.set.lang;
  made.set.name = "exchanged";
  const auto& languages = thing_languages();
  const auto column = static_cast<size_t>(
      std::find(languages.begin(), languages.end(), silver.set.lang) - languages.begin());
  // In other scripts a name in Latin letters is one that was never written.
  const bool latin =
      !silver.set.sentences.empty() && silver.set.lang != "zh" &&
      std::all_of(silver.set.sentences.begin(), silver.set.sentences.end(), [](const auto& s) {
        const auto w = text::words(s.text);
        return w.empty() || text::is_latin(text::decode(s.text, w[0].range.begin).value) ||
               text::is_digit(text::decode(s.text, w[0].range.begin).value);
      });
  std::array<std::vector<const std::string*>, 3> pool;
  // Teams that are called like their country or city are exchanged for such.
  std::unordered_set<std::string_view> places;
  std::vector<const std::string*> teams, native, known_places;
  for (const auto& thing : things) {
    if (column >= thing.names.size() || thing.type < 0 || thing.type > 2) continue;
    const auto& name = thing.names[column];
    if (thing.type == 2 && !name.empty()) {
      places.insert(name);
      const auto written = std::count_if(thing.names.begin(), thing.names.end(),
                                         [](const std::string& n) { return !n.empty(); });
      if (written >= 13) teams.push_back(&name);
      if (written >= 5 && name.find(' ') == std::string::npos) known_places.push_back(&name);
    }
    if (name.empty() || name.size() > 60 || (!latin && name == thing.names[0])) continue;
    pool[static_cast<size_t>(thing.type)].push_back(&name);
    // Names of three or four characters in one word are of the language's own people.
    const size_t characters = text::count_code_points(name);
    const char32_t first = text::decode(name, 0).value;
    if (thing.type == 0 && (characters == 3 || (characters == 4 && silver.set.lang == "ja")) &&
        (text::is_han(first) || text::is_hangul(first)) && name.find(' ') == std::string::npos) {
      native.push_back(&name);
    }
  }
  uint64_t state = 0x2545F4914F6CDD1DULL;
  const auto composer = tables.composers.find(silver.set.lang);
  constexpr std::array<uint64_t, 3> kComposedOfTen = {6, 5, 2};
  std::string composed;
  const auto pick = [&](size_t kind) -> const std::string* {
    if (pool[kind].empty()) return nullptr;
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    if (composer != tables.composers.end() && state / 64 % 10 < kComposedOfTen[kind]) {
      composed = composer->second.compose(kind, known_places, state);
      if (!composed.empty()) return &composed;
    }
    if (kind == 0 && !native.empty() && state / 8 % 3 != 0)
      return native[state / 32 % native.size()];
    return pool[kind][state % pool[kind].size()];
  };
  for (int copy = 0; copy < copies; ++copy) {
    for (size_t s = 0; s < silver.set.sentences.size(); ++s) {
      const auto& from = silver.set.sentences[s];
      if (from.names.empty()) continue;
      eval::NamedSentence to;
      std::vector<Range> open;
      std::vector<std::pair<uint32_t, int64_t>> shifts;
      uint32_t at = 0;
      for (const auto& name : from.names) {
        if (name.range.begin < at) continue;
        to.text += from.text.substr(at, name.range.begin - at);
        const std::string* other = pick(static_cast<size_t>(name.kind));
        if (name.kind == eval::NameKind::kOrganisation && other != nullptr && !teams.empty() &&
            places.contains(name.range.of(from.text))) {
          other = teams[state / 16 % teams.size()];
        }
        const std::string written =
            other != nullptr ? *other : std::string(name.range.of(from.text));
        const auto begin = static_cast<uint32_t>(to.text.size());
        to.text += written;
        to.names.push_back(
            {.range = {begin, static_cast<uint32_t>(to.text.size())}, .kind = name.kind});
        at = name.range.end;
        shifts.emplace_back(at, static_cast<int64_t>(to.text.size()) - at);
      }
      to.text += from.text.substr(at);
      for (const Range& range : silver.open[s]) {
        int64_t shift = 0;
        for (const auto& [behind, by] : shifts) shift = range.begin >= behind ? by : shift;
        open.push_back(
            {static_cast<uint32_t>(range.begin + shift), static_cast<uint32_t>(range.end + shift)});
      }
      made.set.sentences.push_back(std::move(to));
      made.open.push_back(std::move(open));
    }
  }
  return made;
}

}  // namespace synoptic::tools

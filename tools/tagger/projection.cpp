// English names carried over to the other side of parallel texts.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "read_file.h"
#include "tagger/aligner.h"
#include "tagger/list_maker.h"
#include "tagger/silver.h"
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

}  // namespace synoptic::tools

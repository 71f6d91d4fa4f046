#include "tagger/list_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "annotate/names/tagger_features.h"
#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "read_file.h"
#include "tagger/hashed_table.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::tools {
namespace {

using annotate::NameLists;

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

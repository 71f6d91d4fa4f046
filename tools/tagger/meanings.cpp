#include "tagger/meanings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "annotate/names/tagger_features.h"
#include "base/strings.h"
#include "lexicon/lexicon.h"
#include "read_file.h"
#include "tagger/hashed_table.h"
#include "tagger/word_kinds.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::tools {
namespace {

using annotate::Shape;

// Files of the folder parallel/ under licences that let a model ship; the second ones are of so
// another kind than news that only their words count, not how they stand.
constexpr const char* kTables[] = {"flores200.dev", "xquad", "tico19", "nextstrain_sitreps", "sdg"};
constexpr const char* kOtherTables[] = {"iot-for-beginners",    "security-101", "bitcoin_org",
                                        "edgeai-for-beginners", "bible",        "quran"};
// Languages whose words stand in about the order of the English ones.
constexpr std::string_view kInOrder = "en de es fr pt ru uk id";
constexpr float kLeastWeight = 0.2F;  // of a translation
// Characters in a row are words only where they are often seen to mean one thing.
constexpr float kLeastGramWeight = 0.4F;
constexpr uint32_t kLeastGramCount = 4;
constexpr uint32_t kLeastCount = 20;  // of a stem
constexpr size_t kMostMeanings = 65000;
constexpr uint32_t kFineKinds = 320, kCoarseKinds = 48;
constexpr int kRounds = 12;
// What stands between the words with meanings: the begin of a text, words of no known meaning by
// their shapes, marks.
constexpr uint32_t kMarks = 64;

size_t language_number(std::string_view language) {
  const auto& all = thing_languages();
  return static_cast<size_t>(std::find(all.begin(), all.end() - 1, language) - all.begin());
}
bool is_language(size_t number) { return number + 1 < thing_languages().size(); }

// The best of the translations; empty: none that is sure enough.
std::string best_of(const std::vector<lexicon::Translation>& translations,
                    float least = kLeastWeight) {
  const lexicon::Translation* best = nullptr;
  for (const auto& translation : translations) {
    if (best == nullptr || translation.weight > best->weight) best = &translation;
  }
  return best == nullptr || best->weight < least ? std::string() : best->word;
}

// "to lead (a party)", "foreign minister": the word that tells what it is.
std::string head_of(std::string_view english) {
  std::string_view words = english.substr(0, english.find('('));
  words = trim(words);
  if (words.starts_with("to ")) return std::string(trim(words.substr(3)));
  const size_t blank = words.rfind(' ');
  return std::string(blank == std::string_view::npos ? words : words.substr(blank + 1));
}

}  // namespace

void MeaningMaker::count(uint64_t key, std::string_view text, size_t language) {
  Word& word = words_[key];
  if (word.text.empty()) {
    word.text = text;
    word.gram = text::is_spaceless(text::decode(text, 0).value);
  }
  for (auto& [known, times] : word.seen) {
    if (known != language) continue;
    ++times;
    return;
  }
  word.seen.emplace_back(static_cast<uint8_t>(language), 1);
}

void MeaningMaker::add_text(const std::string& text, size_t language, bool in_order) {
  static thread_local annotate::TagSentence sentence;
  const annotate::NameLists none;
  annotate::read_tokens(text, {0, static_cast<uint32_t>(text.size())}, "", none, sentence);
  const auto& tokens = sentence.tokens;
  if (in_order) running_.push_back({});
  for (size_t i = 0; i < tokens.size(); ++i) {
    const auto& token = tokens[i];
    const bool word = !annotate::is_mark(token.shape) && !annotate::is_digits(token.shape);
    if (in_order) {
      running_.push_back(
          {word ? annotate::meaning_key(token.word) : 0, static_cast<uint32_t>(token.shape) + 1});
    }
    if (!word) continue;
    if (!token.spaceless) {
      if (token.length > 1)
        count(annotate::meaning_key(token.word), token.range.of(text), language);
      continue;
    }
    uint64_t gram = 0;
    for (size_t length = 1; length <= 4 && i + length <= tokens.size(); ++length) {
      const auto& last = tokens[i + length - 1];
      if (!last.spaceless) break;
      gram = annotate::add_to_gram(gram, last.word);
      if (length == 1) continue;
      count(annotate::gram_key(gram),
            std::string_view(text).substr(token.range.begin, last.range.end - token.range.begin),
            language);
    }
  }
}

void MeaningMaker::add_set(const eval::NamedSet& set) {
  const size_t language = language_number(set.lang);
  if (!is_language(language)) return;
  const bool in_order = kInOrder.find(set.lang) != std::string_view::npos;
  for (const auto& sentence : set.sentences) add_text(sentence.text, language, in_order);
}

void MeaningMaker::add_parallel(const std::string& data) {
  const auto add_table = [&](const std::string& name, bool in_order) {
    const std::string content = read_file(fmt::format("{}/parallel/{}.tsv", data, name));
    std::vector<size_t> columns;
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (columns.empty()) {
        for (const auto cell : cells) columns.push_back(language_number(cell));
        continue;
      }
      for (size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        if (!is_language(columns[i]) || cells[i].empty()) continue;
        if (name == "tico19" && thing_languages()[columns[i]] == "ko") continue;  // it is Kanuri
        if (i > 0 && cells[i] == cells[0]) continue;                              // not translated
        const bool ordered =
            in_order && kInOrder.find(thing_languages()[columns[i]]) != std::string_view::npos;
        add_text(std::string(cells[i]), columns[i], ordered);
      }
    }
  };
  for (const char* name : kTables) add_table(name, true);
  for (const char* name : kOtherTables) add_table(name, false);
  for (const auto& language : thing_languages()) {
    add_table("tatoeba_laser." + language, true);
  }
  add_table("tatoeba_anki.ar", true);
}

uint32_t MeaningMaker::number_of(const std::string& stem) {
  const auto [entry, added] = stem_numbers_.emplace(stem, static_cast<uint32_t>(stems_.size()));
  if (added) stems_.push_back(stem);
  return entry->second;
}

uint32_t MeaningMaker::stem_of(const std::string& english) {
  const std::string stem = best_of(lexicon::Lexicon::load().entry(english, "en"));
  return stem.empty() ? UINT32_MAX : number_of(stem);
}

void MeaningMaker::add_dictionaries(const std::string& data) {
  const annotate::NameLists none;
  annotate::TagSentence sentence;
  const auto add = [&](const std::string& name, size_t language) {
    const std::string content = read_file(fmt::format("{}/dictionaries/dict/{}", data, name));
    for (const auto line : lines(content)) {
      const auto cells = split(line, '\t');
      if (cells.size() < 2 || cells[1].size() > 40) continue;
      const std::string head = head_of(cells[0]);
      if (head.size() < 3 || head.find(' ') != std::string::npos) continue;
      const std::string text(cells[1]);
      annotate::read_tokens(text, {0, static_cast<uint32_t>(text.size())}, "", none, sentence);
      const auto& tokens = sentence.tokens;
      if (tokens.empty() || tokens.size() > annotate::kLongestGram) continue;
      uint64_t key = 0, gram = 0;
      for (const auto& token : tokens) {
        if (!token.spaceless) continue;
        gram = annotate::add_to_gram(gram, token.word);
        key = annotate::gram_key(gram);
      }
      const bool spaceless = std::all_of(tokens.begin(), tokens.end(),
                                         [](const auto& token) { return token.spaceless; });
      if (!spaceless && tokens.size() > 1) continue;
      if (spaceless && tokens.size() < 2) continue;
      if (!spaceless) key = annotate::meaning_key(tokens[0].word);
      Word& word = words_[key];
      if (word.text.empty()) word.text = text;
      const uint32_t stem = stem_of(head);
      if (stem == UINT32_MAX) continue;
      word.seen.emplace_back(static_cast<uint8_t>(language), 0);
      // Of several the one that is said most: its number is counted later, so the first one here.
      if (word.of_dictionary == UINT32_MAX ||
          (stem < stem_counts_.size() && word.of_dictionary < stem_counts_.size() &&
           stem_counts_[stem] > stem_counts_[word.of_dictionary])) {
        word.of_dictionary = stem;
      }
    }
  };
  // How often each stem is said in English tells which translation to take.
  const size_t english = language_number("en");
  for (auto& [key, word] : words_) {
    for (const auto& [language, times] : word.seen) {
      if (language != english) continue;
      const uint32_t stem = stem_of(word.text);
      if (stem == UINT32_MAX) continue;
      if (stem_counts_.size() <= stem) stem_counts_.resize(stem + 1);
      stem_counts_[stem] += times;
    }
  }
  for (const auto& language : thing_languages()) {
    add(fmt::format("en-{}.omw.tsv", language), language_number(language));
  }
  add("en-zh.cedict.tsv", language_number("zh"));
  add("en-ja.edict.tsv", language_number("ja"));
}

void MeaningMaker::translate_words() {
  const auto& lexicon = lexicon::Lexicon::load();
  for (auto& [key, word] : words_) {
    std::vector<std::pair<std::string, uint32_t>> votes;
    for (const auto& [language, times] : word.seen) {
      if (times < (word.gram ? kLeastGramCount : 2)) continue;
      const std::string stem = best_of(lexicon.entry(word.text, thing_languages()[language]),
                                       word.gram ? kLeastGramWeight : kLeastWeight);
      if (stem.empty()) continue;
      const auto known = std::find_if(votes.begin(), votes.end(),
                                      [&](const auto& vote) { return vote.first == stem; });
      if (known == votes.end()) {
        votes.emplace_back(stem, times);
      } else {
        known->second += times;
      }
    }
    const std::pair<std::string, uint32_t>* best = nullptr;
    for (const auto& vote : votes) {
      if (best == nullptr || vote.second > best->second ||
          (vote.second == best->second && vote.first < best->first)) {
        best = &vote;
      }
    }
    word.stem = best != nullptr ? number_of(best->first) : word.of_dictionary;
  }
  stem_counts_.assign(stems_.size(), 0);
  for (const auto& [key, word] : words_) {
    if (word.stem == UINT32_MAX) continue;
    for (const auto& [language, times] : word.seen) stem_counts_[word.stem] += times;
  }
}

// Begins of words that mean the same, for forms that were not seen.
void MeaningMaker::add_prefixes(std::vector<std::pair<uint64_t, uint32_t>>& entries) const {
  const annotate::NameLists none;
  annotate::TagSentence sentence;
  std::unordered_map<uint64_t, std::vector<std::pair<uint32_t, uint32_t>>> begins;
  for (const auto& entry : entries) {
    const uint32_t number = entry.second;
    const std::string& text = words_.at(entry.first).text;
    size_t end = text.size();
    for (int cut = 1; cut <= 3; ++cut) {
      do {
        if (end == 0) break;
        --end;
      } while (end > 0 && text::is_trail(text[end]));
      if (text::count_code_points(std::string_view(text).substr(0, end)) < 5) break;
      annotate::read_tokens(text, {0, static_cast<uint32_t>(end)}, "", none, sentence);
      if (sentence.tokens.size() != 1 || sentence.tokens[0].spaceless) break;
      auto& votes = begins[annotate::meaning_key(sentence.tokens[0].word)];
      const auto known = std::find_if(votes.begin(), votes.end(),
                                      [&](const auto& vote) { return vote.first == number; });
      if (known == votes.end()) {
        votes.emplace_back(number, 1);
      } else {
        ++known->second;
      }
    }
  }
  for (const auto& [key, votes] : begins) {
    if (words_.contains(key)) continue;
    uint32_t all = 0;
    std::pair<uint32_t, uint32_t> best{0, 0};
    for (const auto& vote : votes) {
      all += vote.second;
      if (vote.second > best.second) best = vote;
    }
    if (best.second >= 2 && best.second * 4 >= all * 3) entries.emplace_back(key, best.first);
  }
}

void MeaningMaker::make(MadeLists& lists) {
  translate_words();
  // Numbers from 1 on by how often the stems are said.
  std::vector<uint32_t> order;
  for (uint32_t stem = 0; stem < stems_.size(); ++stem) {
    if (stem_counts_[stem] >= kLeastCount) order.push_back(stem);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return stem_counts_[a] != stem_counts_[b] ? stem_counts_[a] > stem_counts_[b]
                                              : stems_[a] < stems_[b];
  });
  order.resize(std::min(order.size(), kMostMeanings));
  std::vector<uint32_t> numbers(stems_.size(), 0);
  for (size_t i = 0; i < order.size(); ++i) numbers[order[i]] = static_cast<uint32_t>(i) + 1;
  std::vector<std::pair<uint64_t, uint32_t>> entries;
  for (const auto& [key, word] : words_) {
    if (word.stem != UINT32_MAX && numbers[word.stem] != 0) {
      entries.emplace_back(key, numbers[word.stem]);
    }
  }
  std::sort(entries.begin(), entries.end());
  const size_t whole = entries.size();
  add_prefixes(entries);
  std::map<uint64_t, uint32_t> table(entries.begin(), entries.end());
  lists.meanings = make_table<annotate::MeaningSet, 4, 16>(table);
  // What stands where, by numbers: shapes below kMarks, meanings behind them.
  std::vector<uint32_t> text;
  text.reserve(running_.size());
  for (const auto& [key, shape] : running_) {
    const auto known = key == 0 ? table.end() : table.find(key);
    text.push_back(known == table.end() ? shape : kMarks - 1 + known->second);
  }
  const auto words = kMarks + static_cast<uint32_t>(order.size());
  const auto fine = learn_word_kinds(text, kMarks, words, kFineKinds, kRounds);
  const auto coarse = learn_word_kinds(text, kMarks, words, kCoarseKinds, kRounds);
  std::vector<annotate::MeaningKinds> kinds(order.size() + 1);
  for (size_t i = 0; i < order.size(); ++i) {
    kinds[i + 1].fine = static_cast<uint16_t>(fine[kMarks + i] - kMarks + 1);
    kinds[i + 1].coarse = static_cast<uint16_t>(coarse[kMarks + i] - kMarks + 1);
  }
  lists.kinds.assign(reinterpret_cast<const char*>(kinds.data()),
                     kinds.size() * sizeof(annotate::MeaningKinds));
  fmt::print(stderr, "meanings: {} stems, {} words and {} begins of words, {} words in a row\n",
             order.size(), whole, entries.size() - whole, text.size());
}

}  // namespace synoptic::tools

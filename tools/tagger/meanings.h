// What the words of the languages mean, as the tagger is told: the English stem that the lexicon or
// a dictionary gives for a word, and the kind of the stem, learnt from which stems stand beside
// which. One number serves all languages, so that what is learnt in one of them holds in others.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "eval/names_sets.h"
#include "tagger/list_maker.h"

namespace synoptic::tools {

class MeaningMaker {
 public:
  // Texts of the languages: sets to train on, and the files side by side that a model may ship
  // with.
  void add_set(const eval::NamedSet& set);
  void add_parallel(const std::string& data);
  void add_dictionaries(const std::string& data);
  void make(MadeLists& lists);

 private:
  struct Word {
    std::string text;
    bool gram = false;                               // of a script without blanks
    std::vector<std::pair<uint8_t, uint32_t>> seen;  // language, how often
    uint32_t of_dictionary = UINT32_MAX;             // stem
    uint32_t stem = UINT32_MAX;
  };

  void add_text(const std::string& text, size_t language, bool in_order);
  void count(uint64_t key, std::string_view text, size_t language);
  uint32_t stem_of(const std::string& english);
  uint32_t number_of(const std::string& stem);
  void translate_words();
  void add_prefixes(std::vector<std::pair<uint64_t, uint32_t>>& entries) const;

  std::unordered_map<uint64_t, Word> words_;  // by the key of the table
  std::vector<std::string> stems_;
  std::unordered_map<std::string, uint32_t> stem_numbers_;
  std::vector<uint32_t> stem_counts_;
  // Texts for the kinds of stems: the key of a word, or 0, and the shape.
  std::vector<std::pair<uint64_t, uint32_t>> running_;
};

}  // namespace synoptic::tools

// The recipe of the lexicon and the lines of its sources.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::lexicon {

struct Source {
  std::string path, kind, licence, language;
  std::vector<std::string> without;
  float weight = 1;
};

// Where it lies: words beside the recipe, all else in the folder of data.
std::string file_of(const Source& source, const std::string& folder);

std::vector<Source> read_sources(const std::string& recipe, bool with_by_sa);

// One text in two or more languages, in the order of `languages`; empty where there is none.
struct Line {
  std::vector<std::string_view> texts;
  float weight = 1;
  bool title = false;  // a name, not a sentence
};

// Calls `visit` for every line of a source, in order. False when the file cannot be read.
bool read_source(const Source& source, const std::string& folder,
                 const std::vector<std::string>& languages,
                 const std::function<void(const Line&)>& visit);

// The names of data/entities, first English name beside every name of another language.
void read_entities(const std::vector<std::string>& languages, float weight,
                   const std::function<void(const Line&)>& visit);

}  // namespace synoptic::lexicon

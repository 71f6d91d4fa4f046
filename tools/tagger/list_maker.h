// Makes the name lists of the tagger from tables of names under free licences.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/names/tagger_lists.h"
#include "eval/names_sets.h"
#include "tagger/name_types.h"
#include "tagger/word_tables.h"

namespace synoptic::tools {

struct MadeLists {
  std::string phrases, words;   // bytes of the tables
  std::string meanings, kinds;  // of tagger/meanings.h
  annotate::NameLists view() const;
};

// Things of all sources, typed. `data`: the folder with names/, names-organisations/.
// `training`: names in it tell what the encyclopedia's titles are names of.
std::vector<NamedThing> read_things(const std::string& data, const std::string& kinds_table,
                                    const std::vector<eval::NamedSet>& training);
// Words that stand beside names have classes of their own.
MadeLists make_lists(const std::vector<NamedThing>& things, const WordTables& tables);

// The languages of NamedThing::names.
const std::vector<std::string>& thing_languages();

}  // namespace synoptic::tools

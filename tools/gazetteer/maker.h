// Gathers the entities of the gazetteer and their names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/forms.h"
#include "gazetteer/phrases.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack.h"
#include "towns/titles.h"

namespace synoptic::gazetteer {

using knowledge::PackEntity;
using knowledge::Strength;
using towns::Row;

// A title without what tells it from others of its name: "Malatya (province)".
std::string bare_title(const std::string& title);
bool has_brackets(const std::string& title);
bool has_marks(std::string_view name);  // quotation marks and others that no name has
model::EntityType type_of(std::string_view name);

class Maker {
 public:
  Maker(const knowledge::Knowledge& known, const towns::Titles& titles, Phrases& phrases,
        std::string_view words, std::string_view town_words);

  const knowledge::Knowledge& known() const { return known_; }
  Phrases& phrases() { return phrases_; }

  // Of the tables or the pack of towns: what is called so, doubtful names too.
  std::vector<const knowledge::Entity*> called(std::string_view name) const;
  // What of the tables most of the names mean, and how many do; nullptr: none.
  const knowledge::Entity* of_tables(const Row& names, size_t* alike = nullptr) const;
  // Whether an entity of the tables is called by one of the names, but not by so many that it is
  // it.
  bool is_near_table(const Row& names) const;
  // Wikidata ids of organisations that a register calls so in English.
  void set_register(std::map<std::string, std::string> by_english) {
    register_ = std::move(by_english);
  }
  std::string registered(const std::string& english) const;
  // Whether the title names a thing of another sort than its words tell.
  bool is_left_out(const Row& row) const;
  bool is_small_land(std::string_view iso) const { return lands_.contains(std::string(iso)); }
  bool is_news_land(std::string_view iso) const { return news_.contains(std::string(iso)); }
  bool is_word(const std::string& lang, const std::string& name) const;
  // A word of the language that means something else than what sounds like it.
  bool is_common_noun(const std::string& lang, const std::string& name,
                      const std::string& english) const;
  // The entity made before that has most of the names; empty: none has two.
  std::string made_like(const PackEntity& entity) const;
  bool is_surname(const std::string& lang, const std::string& name) const {
    return titles_.is_surname(lang, name);
  }

  std::string free_id(const std::string& english, std::string_view sort);
  // The same name of one language once; cases and spellings that it is also written in are added.
  void add(PackEntity& entity, const std::string& lang, const std::string& name,
           std::optional<Strength> strength) const;
  void finish(PackEntity entity);
  // Names that several have need support, or are left out where they are organisations'.
  std::vector<PackEntity> take();

 private:
  bool is_listed(const std::string& kind, const std::string& lang, const std::string& name) const;

  const knowledge::Knowledge& known_;
  const towns::Titles& titles_;
  Phrases& phrases_;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> left_out_;
  std::map<std::string, std::set<std::string>> words_;  // by language, folded
  std::set<std::string> lands_, news_, ids_;
  std::map<std::string, std::string> register_;
  std::vector<PackEntity> entities_;
  std::map<std::string, std::set<std::string>> regions_;  // ids by folded name
};

}  // namespace synoptic::gazetteer

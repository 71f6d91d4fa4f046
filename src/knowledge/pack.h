// A pack: a file of further entities and their names (imported from Wikidata or from a table of
// one's own), used straight from mapped memory. Millions of names cost no time at the start; an
// entity is made when a text names it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"
#include "knowledge/name_trie.h"
#include "model/annotation.h"

namespace synoptic::knowledge {

struct PackName {
  std::string lang;  // BCP 47; the usual name of a language first
  std::string text;
  std::optional<Strength> strength;  // none: told by the name itself and who else has it
};

struct PackEntity {
  std::string id;  // a Wikidata id, or one of one's own
  model::EntityType type = model::EntityType::kOrg;
  std::string country;  // id or Wikidata id of the country; may be empty
  double weight = 0;    // how well known: decides among entities of one name
  std::vector<PackName> names;
};

class Pack {
 public:
  // Errors: those of MappedFile; kMalformed where the file is no pack, or cut short.
  static Result<std::shared_ptr<const Pack>> open(const std::string& path);
  static Result<std::shared_ptr<const Pack>> from_bytes(std::string bytes, std::string_view where);
  // Bytes that outlive the pack, which uses them where they lie.
  static Result<std::shared_ptr<const Pack>> from_view(std::string_view bytes,
                                                       std::string_view where);

  size_t size() const { return count_; }
  const NameTrie& names() const { return names_; }  // targets are indexes of this pack's entities
  std::string_view id(uint32_t index) const;        // sorted
  PackEntity entity(uint32_t index) const;          // its names with their strength
  std::optional<uint32_t> find(std::string_view id) const;

 private:
  static Result<std::shared_ptr<const Pack>> read(std::shared_ptr<Pack> pack,
                                                  std::string_view bytes, std::string_view where);
  std::string_view slice(uint32_t begin, uint32_t size) const;

  std::shared_ptr<const MappedFile> file_;
  std::string owned_;
  size_t count_ = 0;
  std::string_view records_, aliases_, pool_;
  NameTrie names_;
};

class Knowledge;

// Makes the bytes of a pack; the same entities give the same bytes, in whatever order they come.
// Names that `known` gives to another entity are left out: the tables know better. A name that
// several entities of the pack have, or that is short, needs support from the text around it.
std::string make_pack(std::vector<PackEntity> entities, const Knowledge& known);

}  // namespace synoptic::knowledge

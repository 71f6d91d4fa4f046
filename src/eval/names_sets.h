// Sets of sentences whose names are known: IOB2 columns (Universal NER, WikiANN) and our own gold,
// in which names are marked in place: "[PER Angela Merkel] in [LOC/city:paris Paris]".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace synoptic::eval {

enum class NameKind : uint8_t { kPerson, kOrganisation, kPlace };
constexpr size_t kNameKinds = 3;
std::string_view name_kind(NameKind kind);  // "PER", "ORG", "LOC"

struct GoldName {
  Range range;
  NameKind kind = NameKind::kPerson;
  std::string place;  // "country:fr", "city:paris"; empty: not told
};

struct NamedSentence {
  std::string text;
  std::vector<GoldName> names;
};

struct NamedSet {
  std::string name, lang;
  bool has_places = false;
  std::vector<NamedSentence> sentences;
};

// `source`: a path, or "LANG:PATH". Without LANG the language is what the file or its folder is
// called by ("zh_gsd-ud-dev.iob2", "de/test.conllu", "fa.txt").
Result<NamedSet> read_named_set(std::string_view source);

}  // namespace synoptic::eval

#include "annotate/events/party_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "base/table.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

bool begins_sign(std::string_view text, size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

using PartyTables = std::map<std::string, PartyWords, std::less<>>;

PartyTables load_party_words() {
  constexpr std::array<std::pair<std::string_view, EdgeWords PartyWords::*>, 15> kClasses{
      {{"head", &PartyWords::head},
       {"no_head", &PartyWords::no_head},
       {"stop", &PartyWords::stop},
       {"counter", &PartyWords::counter},
       {"passive_before", &PartyWords::passive_before},
       {"passive_near", &PartyWords::passive_near},
       {"passive_behind", &PartyWords::passive_behind},
       {"noun_behind", &PartyWords::noun_behind},
       {"loose", &PartyWords::loose},
       {"stop_behind", &PartyWords::stop_behind},
       {"organ", &PartyWords::organ},
       {"plural", &PartyWords::plural},
       {"relative_ending", &PartyWords::relative_ending},
       {"number", &PartyWords::number},
       {"link", &PartyWords::link}}};
  PartyTables tables;
  const DataTable table = DataTable::embedded("annotate/party_words.tsv", 3);
  for (const TableRow row : table) {
    if (row[1] == "relative") {
      tables[std::string(row[0])].relative = text::fold_copy(row[2]);
      continue;
    }
    const auto found =
        std::ranges::find(kClasses, row[1], [](const auto& entry) { return entry.first; });
    if (found == kClasses.end()) table.refuse(row, "unknown class of words");
    PartyWords& words = tables[std::string(row[0])];
    for (const std::string_view text : row.words(2)) {
      (words.*found->second).add(text::fold_copy(text));
    }
  }
  return tables;
}

}  // namespace

void EdgeWords::add(std::string word) {
  longest_ = std::max(longest_, word.size());
  words_.insert(std::move(word));
}

size_t EdgeWords::at_end(std::string_view text) const {
  for (size_t size = std::min(longest_, text.size()); size > 0; --size) {
    if (!begins_sign(text, text.size() - size)) continue;
    if (words_.contains(text.substr(text.size() - size))) return size;
  }
  return 0;
}

size_t EdgeWords::at_begin(std::string_view text) const {
  for (size_t size = std::min(longest_, text.size()); size > 0; --size) {
    if (begins_sign(text, size) && words_.contains(text.substr(0, size))) return size;
  }
  return 0;
}

// "全部" ends as "部" does; the longer word decides.
size_t PartyWords::head_of(std::string_view folded) const {
  const size_t size = head.at_end(folded);
  return size > no_head.at_end(folded) ? size : 0;
}

const PartyWords* party_words(std::string_view lang) {
  static const PartyTables tables = load_party_words();
  const auto found = tables.find(model::table_language(lang));
  return found == tables.end() ? nullptr : &found->second;
}

}  // namespace synoptic::annotate::syntax

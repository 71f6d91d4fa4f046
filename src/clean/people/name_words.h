// What stands beside names and headlines and is no part of them (data/clean/names.tsv): places,
// forms of companies, rights, sections in brackets. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "clean/cue_table.h"

namespace synoptic::clean {

const CueTable& name_words();

// "Harbour Times Media Limited", "ООО Невский листок": without the company's form.
std::string_view without_company_form(std::string_view name);
// "Harbour Times Media": without the last of the words that companies add to a site's name; the
// name as it is where none stands there.
std::string_view without_company_word(std::string_view name);

// "Redacción Diario del Puerto", "Harbour Times Bureau": the paper, where two words of it are left;
// else the name as it is.
std::string_view without_desk(std::string_view name);

// "[财经] …", "(VIDEO) …", "【速報】…": the section or the kind of the piece in brackets before the
// headline; "UPDATE 2-…" of an agency. `tag`: the words in the brackets; `rest`: where the headline
// begins.
struct TitleTag {
  Range tag;
  uint32_t rest = 0;
};
std::optional<TitleTag> title_tag(std::string_view title);

}  // namespace synoptic::clean

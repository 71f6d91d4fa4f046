#include "annotate/quote_cues.h"

#include <algorithm>
#include <map>
#include <memory>

#include "annotate/grammar.h"
#include "base/data.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

using Tables = std::map<std::string, std::unique_ptr<QuoteCues>, std::less<>>;

constexpr std::array<std::string_view, static_cast<size_t>(CueClass::kCount)> kClassNames{
    "say",     "that",    "cut",     "lead",      "vague",
    "pronoun", "subject", "because", "according", "according_after",
    "generic"};

void read_row(QuoteCues& cues, std::string_view kind, std::string_view words) {
  if (kind == "order") {
    cues.order = words == "cue_first"  ? CueOrder::kCueFirst
                 : words == "cue_last" ? CueOrder::kCueLast
                                       : CueOrder::kSpeakerFirst;
    return;
  }
  if (kind == "direct") {
    cues.direct = words == "yes";
    return;
  }
  if (kind == "subject_ending") {
    for (const auto word : split_trimmed(words, ';')) {
      cues.subject_endings.push_back(text::fold_copy(word));
    }
    return;
  }
  const auto found = std::find(kClassNames.begin(), kClassNames.end(), kind);
  if (found == kClassNames.end()) return;
  PhraseTable& table = cues.tables[static_cast<size_t>(found - kClassNames.begin())];
  for (const auto word : split_trimmed(words, ';')) table.add(word, 0);
}

Tables load() {
  Tables tables;
  for (const std::string_view line : lines(embedded_data("annotate/quote_cues.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 3) continue;
    auto& slot = tables[std::string(trim(columns[0]))];
    if (!slot) slot = std::make_unique<QuoteCues>();
    read_row(*slot, trim(columns[1]), trim(columns[2]));
  }
  for (auto& [lang, cues] : tables) {
    if (const Grammar* rules = grammar(lang)) {
      for (auto& table : cues->tables) table.set_proclitics(rules->proclitics);
    }
  }
  return tables;
}

}  // namespace

const QuoteCues* quote_cues(std::string_view lang) {
  static const Tables tables = load();
  const auto found = tables.find(model::primary_language(lang));
  return found == tables.end() ? nullptr : found->second.get();
}

}  // namespace synoptic::annotate::syntax

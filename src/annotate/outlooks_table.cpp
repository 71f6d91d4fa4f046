#include "annotate/outlooks_table.h"

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "annotate/grammar.h"
#include "base/strings.h"
#include "base/table.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

using Tables = std::map<std::string, std::unique_ptr<OutlookTable>, std::less<>>;

constexpr std::array<std::pair<std::string_view, OutlookFrame>, 8> kFrames{{
    {"clause", OutlookFrame::kClause},
    {"noun", OutlookFrame::kNoun},
    {"holder", OutlookFrame::kHolder},
    {"verb_first", OutlookFrame::kVerbFirst},
    {"about", OutlookFrame::kAbout},
    {"inside", OutlookFrame::kInside},
    {"before", OutlookFrame::kBefore},
    {"before_holder", OutlookFrame::kBeforeHolder},
}};

OutlookTable& table_for(Tables& tables, std::string_view lang) {
  auto& slot = tables[std::string(lang)];
  if (slot) return *slot;
  slot = std::make_unique<OutlookTable>();
  if (const Grammar* rules = grammar(lang)) {
    for (PhraseTable* table : {&slot->phrases, &slot->edges, &slot->cuts, &slot->verbs}) {
      table->set_proclitics(rules->proclitics);
    }
  }
  return *slot;
}

PhraseTable* words_of(OutlookTable& table, std::string_view kind) {
  if (kind == "edge") return &table.edges;
  if (kind == "cut") return &table.cuts;
  if (kind == "verb") return &table.verbs;
  if (kind == "not") return &table.negations;
  return kind == "topic" ? &table.topics : nullptr;
}

// "feared", "expected-", "feared?" and their frame; "none" hides what stands inside it.
OutlookCue cue_of(std::string_view modality, std::string_view frame) {
  OutlookCue cue;
  for (const auto& [name, value] : kFrames) {
    if (name == frame) cue.frame = value;
  }
  for (; modality.ends_with('-') || modality.ends_with('?'); modality.remove_suffix(1)) {
    (modality.back() == '-' ? cue.negative : cue.may_be_real) = true;
  }
  cue.modality = modality;
  return cue;
}

Tables load() {
  Tables tables;
  for (const TableRow row : DataTable::embedded("annotate/outlooks.tsv", 3)) {
    const std::string_view kind = row[0];
    OutlookTable& table = table_for(tables, row[1]);
    PhraseTable* words = words_of(table, kind);
    if (kind == "who") {
      for (const auto text : row.words(2)) {
        table.who.push_back(text::fold_copy(text));
      }
      continue;
    }
    if (words == nullptr && row.size() < 4) continue;
    OutlookCue cue;
    if (words == nullptr) cue = cue_of(kind, row[2]);
    if (row.size() > 4) {
      for (const auto text : row.words(4)) {
        cue.content_endings.push_back(text::fold_copy(text));
      }
    }
    for (const std::string_view text : split_trimmed(words == nullptr ? row[3] : row[2], ';')) {
      if (kind == "topic" && text.starts_with('*')) {
        table.topic_endings.push_back(text::fold_copy(text.substr(1)));
      } else if (words != nullptr) {
        const bool hides = text.starts_with('!');
        words->add(hides ? text.substr(1) : text, hides ? 1 : 0);
      } else {
        table.phrases.add(text, static_cast<uint32_t>(table.cues.size()));
        table.cues.push_back(cue);
      }
    }
  }
  return tables;
}

}  // namespace

const OutlookTable* outlook_table(std::string_view lang) {
  static const Tables tables = load();
  const auto found = tables.find(model::table_language(lang));
  return found == tables.end() ? nullptr : found->second.get();
}

}  // namespace synoptic::annotate::syntax

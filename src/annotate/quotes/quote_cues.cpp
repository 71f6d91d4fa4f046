#include "annotate/quotes/quote_cues.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "annotate/grammar.h"
#include "base/lazy.h"
#include "base/table.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

// The rows of a language; its tables are made when it is first asked for.
struct OfLanguage {
  std::vector<std::pair<std::string_view, std::string_view>> rows;  // kind, words
  Lazy<std::unique_ptr<const QuoteCues>> cues;
};
using Languages = std::map<std::string, OfLanguage, std::less<>>;

constexpr std::array<std::string_view, static_cast<size_t>(CueClass::kCount)> kClassNames{
    "say",          "tell",         "take",       "label",
    "object_first", "quotes",       "ask",        "report",
    "reads",        "rumour",       "participle", "that",
    "kept",         "infinitive",   "that_only",  "gerund",
    "thus",         "head",         "tail",       "cut",
    "lead",         "join",         "pronoun",    "subject",
    "weak_subject", "because",      "as",         "not",
    "not_after",    "none",         "according",  "according_after",
    "citing",       "citing_after", "generic",    "article",
    "of",           "who",          "title",      "title_after",
    "called",       "addressee",    "asked",      "to",
    "goes_on",      "statement",    "tweet",      "interview",
    "letter",       "no_start",     "she",        "he",
    "woman",        "man",          "no_speaker", "no_end",
    "maker",        "body",         "latter",     "relative"};

void read_row(QuoteCues& cues, std::string_view kind, std::string_view words) {
  if (kind == "order") {
    cues.order = words == "cue_first"  ? CueOrder::kCueFirst
                 : words == "cue_last" ? CueOrder::kCueLast
                                       : CueOrder::kSpeakerFirst;
    return;
  }
  if (kind == "direct" || kind == "whole" || kind == "incise") {
    (kind == "direct" ? cues.direct : kind == "whole" ? cues.whole : cues.incise) = words == "yes";
    return;
  }
  if (kind == "capital_nouns") {
    cues.capital_nouns = words == "yes";
    return;
  }
  if (kind == "proclitic" || kind == "verb_proclitic") {
    auto& proclitics = kind == "proclitic" ? cues.proclitics : cues.verb_proclitics;
    for (const auto word : split_trimmed(words, ';')) {
      proclitics.push_back(text::fold_copy(word));
    }
    std::stable_sort(proclitics.begin(), proclitics.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return;
  }
  if (kind == "owned" || kind.ends_with("_ending")) {
    const std::pair<std::string_view, std::vector<std::string>*> kEndings[] = {
        {"subject_ending", &cues.subject_endings},
        {"object_ending", &cues.object_endings},
        {"listener_ending", &cues.listener_endings},
        {"content_ending", &cues.content_endings},
        {"that_ending", &cues.that_endings},
        {"owned", &cues.owned},
        {"woman_ending", &cues.woman_endings},
        {"man_ending", &cues.man_endings},
        {"woman_name_ending", &cues.woman_name_endings},
        {"man_name_ending", &cues.man_name_endings},
        {"plural_ending", &cues.plural_endings},
        {"place_ending", &cues.place_endings},
        {"relative_ending", &cues.relative_endings},
        {"according_ending", &cues.according_endings}};
    for (const auto& [name, endings] : kEndings) {
      if (kind != name) continue;
      for (const auto word : split_trimmed(words, ';')) endings->push_back(text::fold_copy(word));
    }
    return;
  }
  const auto found = std::find(kClassNames.begin(), kClassNames.end(), kind);
  if (found == kClassNames.end()) return;
  const auto index = static_cast<size_t>(found - kClassNames.begin());
  const auto id = static_cast<CueClass>(index);
  const bool any = id <= CueClass::kParticiple || id == CueClass::kNone ||
                   id == CueClass::kAccording || id == CueClass::kAccordingAfter;
  for (const auto word : split_trimmed(words, ';')) {
    cues.tables[index].add(word, 0);
    if (any) cues.any.add(word, static_cast<uint32_t>(index));
  }
}

Languages read_languages() {
  Languages languages;
  for (const TableRow row : DataTable::embedded("annotate/quote_cues.tsv", 3)) {
    languages[std::string(row[0])].rows.emplace_back(row[1], row[2]);
  }
  return languages;
}

std::unique_ptr<const QuoteCues> make_cues(const std::string& lang, const OfLanguage& language) {
  auto cues = std::make_unique<QuoteCues>();
  for (const auto& [kind, words] : language.rows) read_row(*cues, kind, words);
  if (const Grammar* rules = grammar(lang)) {
    const auto& proclitics = cues->proclitics.empty() ? rules->proclitics : cues->proclitics;
    const auto& of_verbs = cues->verb_proclitics.empty() ? proclitics : cues->verb_proclitics;
    for (size_t i = 0; i < cues->tables.size(); ++i) {
      const bool verb = i <= static_cast<size_t>(CueClass::kParticiple);
      cues->tables[i].set_proclitics(verb ? of_verbs : proclitics);
    }
    cues->any.set_proclitics(of_verbs);
  }
  return cues;
}

}  // namespace

const QuoteCues* quote_cues(std::string_view lang) {
  static const Languages languages = read_languages();
  const auto found = languages.find(model::table_language(lang));
  if (found == languages.end()) return nullptr;
  return found->second.cues.get([&] { return make_cues(found->first, found->second); }).get();
}

}  // namespace synoptic::annotate::syntax

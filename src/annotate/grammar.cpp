#include "annotate/grammar.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/bytes.h"
#include "base/table.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

using Grammars = std::map<std::string, std::unique_ptr<Grammar>, std::less<>>;

constexpr std::array<std::string_view, static_cast<size_t>(WordClass::kCount)> kClassNames{
    "before",
    "after",
    "clitic",
    "case",
    "boundary",
    "relative",
    "and",
    "skip",
    "not",
    "not_after",
    "not_name",
    "pronoun",
    "copula",
    "content",
    "content_ending",
    "content_prefix",
    "future_prefix",
    "noun_prefix",
    "resumptive",
    "modality",
    "according",
    "according_after",
    "adverb",
    "nature",
    "vehicle",
    "vessel",
    "armed",
    "opener",
    "examiner",
    "denial",
    "join_ending",
    "future_ending",
    "tame",
    "unit",
    "oblique",
    "thing",
    "doer",
    "doer_ending",
    "cut",
    "plural_verb",
    "singular",
    "passive",
    "perfect",
    "participle",
    "finite",
    "finite_ending",
    "gerund",
    "reflexive",
    "oblique_group",
    "no_party",
    "article",
    "quantifier",
    "court",
    "contest",
    "reason",
    "reason_after",
    "telling"};

// Compared as written, and not looked for in sentences.
bool is_written(WordClass kind) {
  return kind >= WordClass::kPassive && kind <= WordClass::kGerund;
}

Part part_from_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Part>, 10> kParts{{{"subject", Part::kSubject},
                                                                      {"object", Part::kObject},
                                                                      {"to", Part::kTo},
                                                                      {"with", Part::kWith},
                                                                      {"by", Part::kBy},
                                                                      {"on", Part::kOn},
                                                                      {"from", Part::kFrom},
                                                                      {"in", Part::kIn},
                                                                      {"of", Part::kOf},
                                                                      {"as", Part::kAs}}};
  for (const auto& [text, part] : kParts) {
    if (text == name) return part;
  }
  return Part::kNone;
}

Grammar& grammar_for(Grammars& grammars, std::string_view lang) {
  auto& slot = grammars[std::string(lang)];
  if (!slot) slot = std::make_unique<Grammar>();
  return *slot;
}

void add_words(Grammar& grammar, WordClass kind, std::string_view list, std::string_view value) {
  const auto index = static_cast<size_t>(kind);
  for (const std::string_view text : split_trimmed(list, ';')) {
    const auto id = static_cast<uint32_t>(grammar.words[index].size());
    // The accent tells a time from another: "firmará".
    const bool as_written = kind == WordClass::kFutureEnding || is_written(kind);
    grammar.words[index].push_back({as_written ? std::string(text) : text::fold_copy(text),
                                    std::string(value), part_from_name(value)});
    if (!is_written(kind)) grammar.tables[index].add(text, id);
  }
}

// lang <tab> class <tab> words <tab> value
void read_grammar(Grammars& grammars) {
  const DataTable table = DataTable::embedded("annotate/events_grammar.tsv", 3);
  for (const TableRow row : table) {
    Grammar& grammar = grammar_for(grammars, row[0]);
    const std::string_view kind = row[1], value = row[3];
    if (kind == "order") {
      const std::string_view order = row[2];
      grammar.order = order == "vso"   ? WordOrder::kVerbFirst
                      : order == "sov" ? WordOrder::kVerbLast
                                       : WordOrder::kSubjectFirst;
      grammar.drops_subject = value == "drops";
      grammar.verb_second = value == "second";
      grammar.noun_behind = value == "behind";
    } else if (kind == "proclitic") {
      for (const auto text : row.words(2)) {
        grammar.proclitics.push_back(text::fold_copy(text));
      }
    } else {
      const auto found = std::find(kClassNames.begin(), kClassNames.end(), kind);
      if (found == kClassNames.end()) table.refuse(row, "unknown class of words");
      add_words(grammar, static_cast<WordClass>(found - kClassNames.begin()), row[2], value);
    }
  }
}

// modality <tab> lang <tab> words
void read_modality(Grammars& grammars) {
  for (const TableRow row : DataTable::embedded("annotate/modality.tsv", 3)) {
    add_words(grammar_for(grammars, row[1]), WordClass::kModality, row[2], row[0]);
  }
}

// lang <tab> class <tab> words
void read_denials(Grammars& grammars) {
  for (const TableRow row : DataTable::embedded("annotate/denials.tsv", 3)) {
    const WordClass kind =
        row[1].ends_with("_ending") ? WordClass::kJoinEnding : WordClass::kDenial;
    add_words(grammar_for(grammars, row[0]), kind, row[2], row[1]);
  }
}

// lang <tab> class <tab> words
void read_tellers(Grammars& grammars) {
  for (const TableRow row : DataTable::embedded("annotate/tellers.tsv", 3)) {
    add_words(grammar_for(grammars, row[0]), WordClass::kTelling, row[2], row[1]);
  }
}

Grammars load() {
  Grammars grammars;
  read_grammar(grammars);
  read_modality(grammars);
  read_denials(grammars);
  read_tellers(grammars);
  for (auto& [lang, grammar] : grammars) {
    auto& proclitics = grammar->proclitics;
    std::stable_sort(proclitics.begin(), proclitics.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const WordClass kind :
         {WordClass::kModality, WordClass::kBoundary, WordClass::kRelative, WordClass::kNegation,
          WordClass::kAccording, WordClass::kDenial, WordClass::kTelling}) {
      grammar->tables[static_cast<size_t>(kind)].set_proclitics(proclitics);
    }
  }
  return grammars;
}

}  // namespace

Grammar::Firsts Grammar::make_firsts() const {
  std::map<std::string_view, Firsts::Classes> words;
  Firsts firsts;
  for (size_t kind = 0; kind < tables.size(); ++kind) {
    const uint64_t bit = uint64_t{1} << kind;
    if (!tables[kind].proclitics().empty()) firsts.with_proclitics |= bit;
    tables[kind].each_first([&](std::string_view text, bool stem) {
      Firsts::Classes& classes = words[text];
      (stem ? classes.stems : classes.exact) |= bit;
    });
  }
  std::vector<std::string_view> keys;
  for (const auto& [text, classes] : words) {
    keys.push_back(text);
    firsts.list.push_back(classes);
  }
  firsts.trie = ByteTrie(keys);
  return firsts;
}

uint64_t Grammar::classes_of(std::string_view folded) const {
  const Firsts& firsts = firsts_.get([&] { return make_firsts(); });
  const auto of = [&](std::string_view word) {
    uint64_t classes = 0;
    firsts.trie.each_front(word, [&](size_t length, uint32_t number) {
      const Firsts::Classes& found = firsts.list[number];
      classes |= found.stems | (length == word.size() ? found.exact : 0);
      return false;
    });
    return classes;
  };
  uint64_t classes = of(folded);
  for (const std::string& prefix : proclitics) {
    if (!folded.starts_with(prefix)) continue;
    classes |= of(folded.substr(prefix.size())) & firsts.with_proclitics;
  }
  return classes;
}

bool Grammar::match(WordClass kind, const std::vector<Token>& tokens, size_t at, size_t end,
                    PhraseMatch& found) const {
  return tables[static_cast<size_t>(kind)].match(tokens, at, end, found);
}

const Grammar::Word& Grammar::word(WordClass kind, uint32_t id) const {
  return words[static_cast<size_t>(kind)][id];
}

const Grammar::Word* Grammar::ending(WordClass kind, std::string_view folded) const {
  for (const Word& word : words[static_cast<size_t>(kind)]) {
    if (folded.size() > word.text.size() && ends_with(folded, word.text)) return &word;
  }
  return nullptr;
}

const Grammar::Word* Grammar::beginning(WordClass kind, std::string_view folded) const {
  for (const Word& word : words[static_cast<size_t>(kind)]) {
    if (folded.size() > word.text.size() && begins_with(folded, word.text)) return &word;
  }
  return nullptr;
}

const Grammar::Word* Grammar::exact(WordClass kind, std::string_view folded) const {
  for (const Word& word : words[static_cast<size_t>(kind)]) {
    if (folded == word.text) return &word;
  }
  return nullptr;
}

const Grammar* grammar(std::string_view lang) {
  static const Grammars grammars = load();
  const auto found = grammars.find(model::table_language(lang));
  return found == grammars.end() ? nullptr : found->second.get();
}

}  // namespace synoptic::annotate::syntax

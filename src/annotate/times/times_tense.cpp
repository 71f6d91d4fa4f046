#include "annotate/times/times_tense.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/table.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kNextClause = 400;  // bytes that a clause's edge adds to a distance
constexpr uint32_t kBackward = 3;      // a verb behind the time counts as so much farther
constexpr uint32_t kBehind = 10;       // … and so many bytes more

bool letter_at(std::string_view text, size_t at) {
  return at < text.size() && text::is_letter(text::decode(text, at).value);
}

bool has_accent(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode(word, at);
    if (c.value >= 0x80 && text::is_latin(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool ends_clause(char32_t c) {
  if (c == ' ' || (c >= '0' && c <= 'z' && c != ':' && c != ';' && c != '?')) return false;
  if (c >= 0xC0 && c < 0x600) return false;
  constexpr std::u32string_view kMarks = U".!?…,;:—–()。，；：、؛،؟।\"“”«»";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool is_quotation_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"“”„«»";
  return kMarks.find(c) != std::u32string_view::npos;
}

// Nothing but a blank between the byte and the end of the clause.
bool stands_last(std::string_view folded, size_t at, size_t end) {
  while (at < end && folded[at] == ' ') ++at;
  return at >= end || ends_clause(text::decode(folded, at).value);
}

bool are_words(std::string_view folded, size_t at, size_t end) {
  while (at < end) {
    const text::CodePoint c = text::decode(folded, at);
    if (c.value != ' ' && !text::is_letter(c.value)) return false;
    at += c.length;
  }
  return true;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

const TenseTable& TenseTable::get() {
  static const TenseTable table;
  return table;
}

TenseTable::TenseTable() {
  constexpr std::array<std::pair<std::string_view, Tense>, 8> kTenses = {
      {{"none", Tense::kNone},
       {"past", Tense::kPast},
       {"present", Tense::kPresent},
       {"ongoing", Tense::kOngoing},
       {"future", Tense::kFuture},
       {"planned", Tense::kPlanned},
       {"conditional", Tense::kConditional},
       {"participle", Tense::kParticiple}}};
  for (const TableRow row : DataTable::embedded("annotate/tenses.tsv", 2)) {
    if (row[0] == "verb_last") verb_last_.emplace_back(row[1]);
    if (row[0] == "prefix") {
      for (const std::string_view word : row.words(2)) {
        prefixes_.emplace_back(row[1], word);
      }
    }
    if (row[0] == "done_behind") {
      for (const std::string_view word : row.words(2)) {
        done_behind_.emplace_back(row[1], text::fold_copy(word));
      }
    }
    if (row[0] == "edge") {
      for (const std::string_view word : row.words(2)) {
        edges_.add(word, static_cast<uint32_t>(edge_langs_.size()), row[1]);
      }
      edge_langs_.emplace_back(row[1]);
    }
    for (const auto& [name, tense] : kTenses) {
      if (row[0] != name) continue;
      for (const std::string_view word : row.words(2)) add(row[1], tense, word);
    }
  }
}

void TenseTable::add(std::string_view lang, Tense tense, std::string_view word) {
  const bool accent = has_accent(word);
  if (word.starts_with('*')) {
    word.remove_prefix(1);
    const bool inside = word.starts_with('*');
    if (inside) word.remove_prefix(1);
    endings_[std::string(lang)].push_back(
        {text::fold_copy(word), accent ? std::string(word) : std::string(), tense, inside});
    return;
  }
  table_.add(word, static_cast<uint32_t>(words_.size()), lang);
  if (word.ends_with('*')) word.remove_suffix(1);
  words_.push_back({std::string(lang), accent ? std::string(word) : std::string(), tense});
}

bool TenseTable::is_verb_last(std::string_view lang) const {
  return std::ranges::find(verb_last_, lang) != verb_last_.end();
}

bool TenseTable::word_at(const Source& source, uint32_t at, std::string_view lang,
                         TenseCue& cue) const {
  const std::string_view folded = source.folded.text;
  return table_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const Word& word = words_[hit.id];
    if (word.lang != lang) return false;
    const Range range{at, at + hit.length};
    const std::string_view raw = source.folded.to_source(range).of(source.raw);
    // "a" is a verb in French where "à" is none.
    const bool same = word.raw.empty() ? !has_accent(raw) : lower_ascii(raw).starts_with(word.raw);
    if (!same) return false;
    cue = {range, word.tense};
    return true;
  });
}

bool TenseTable::prefixed_at(const Source& source, uint32_t at, std::string_view lang,
                             TenseCue& cue) const {
  const std::string_view folded = source.folded.text;
  for (const auto& [of, prefix] : prefixes_) {
    if (of != lang || !folded.substr(at).starts_with(prefix)) continue;
    if (word_at(source, at + static_cast<uint32_t>(prefix.size()), lang, cue)) return true;
  }
  return false;
}

Tense TenseTable::ending_of(const Source& source, Range word, std::string_view lang,
                            bool last) const {
  const auto endings = endings_.find(lang);
  if (endings == endings_.end()) return Tense::kNone;
  const std::string_view text = word.of(source.folded.text);
  const std::string_view raw = source.folded.to_source(word).of(source.raw);
  size_t longest = 0;
  Tense tense = Tense::kNone;
  for (const Ending& ending : endings->second) {
    if (ending.folded.size() <= longest || !ends_with(text, ending.folded)) continue;
    if (ending.folded.size() == text.size() || (!last && !ending.inside)) continue;
    if (!ending.raw.empty() && !ends_with(raw, ending.raw)) continue;
    if (ending.tense == Tense::kParticiple && tense != Tense::kNone) continue;
    // Any other ending, however short, comes before a participle's.
    longest = ending.tense == Tense::kParticiple ? 0 : ending.folded.size();
    tense = ending.tense;
  }
  return tense;
}

bool TenseTable::is_past(const Source& source, Range word, std::string_view lang) const {
  TenseCue cue;
  if (word_at(source, word.begin, lang, cue) && cue.range.end >= word.end) {
    return cue.tense == Tense::kPast;
  }
  return ending_of(source, word, lang, true) == Tense::kPast;
}

// "as a result of the overturning": what looks ahead elsewhere has happened here.
bool TenseTable::is_done_behind(std::string_view folded, uint32_t at, std::string_view lang) const {
  if (at >= folded.size() || folded[at] != ' ') return false;
  return std::ranges::any_of(done_behind_, [&](const auto& entry) {
    const auto& [of, word] = entry;
    return of == lang && folded.substr(at + 1).starts_with(word) &&
           !letter_at(folded, at + 1 + word.size());
  });
}

// "will be held", "will meet": a participle or infinitive has the tense of what stands before it,
// where no mark parts them.
void TenseTable::push_cue(Clauses& read, TenseCue cue, std::string_view folded) {
  constexpr uint32_t kAuxiliary = 8;
  if (!read.cues.empty() && read.cues.back().tense == Tense::kConditional) {
    TenseCue& before = read.cues.back();
    const bool done = (cue.tense == Tense::kPast || cue.tense == Tense::kParticiple) &&
                      cue.range.begin - before.range.end <= kAuxiliary &&
                      are_words(folded, before.range.end, cue.range.begin);
    before.tense = done ? Tense::kPast : Tense::kPlanned;
  }
  if (cue.tense == Tense::kParticiple) return;
  const bool verb =
      cue.tense == Tense::kPast || cue.tense == Tense::kPresent || cue.tense == Tense::kOngoing;
  if (!read.verb_last && verb && !read.cues.empty()) {
    const TenseCue& before = read.cues.back();
    const bool ahead = before.tense == Tense::kFuture || before.tense == Tense::kPlanned;
    const bool beside = cue.range.begin - before.range.end <= kAuxiliary;
    if (ahead && beside && are_words(folded, before.range.end, cue.range.begin)) {
      cue.tense = before.tense;
    }
  }
  read.cues.push_back(cue);
}

Clauses TenseTable::clauses(const Source& source, Range sentence, std::string_view lang) const {
  Clauses read;
  read.verb_last = is_verb_last(lang);
  const std::string_view folded = source.folded.text;
  uint32_t from = sentence.begin, run_end = sentence.begin;
  for (auto start = std::ranges::lower_bound(source.starts, sentence.begin);
       start != source.starts.end() && *start < sentence.end; ++start) {
    const uint32_t at = *start;
    if (at < from || !letter_at(folded, at)) continue;
    const bool edge = edges_.visit_at(
        lang, folded, at, [&](WordTable::Hit hit) { return edge_langs_[hit.id] == lang; });
    if (edge) read.edges.push_back(at);
    // "May", "Will": names, where no sentence begins.
    const char32_t first = text::decode(source.raw, source.folded.origin[at]).value;
    TenseCue cue;
    const bool word = (at == sentence.begin || !text::is_upper(first)) &&
                      (word_at(source, at, lang, cue) || prefixed_at(source, at, lang, cue));
    if (word) {
      from = cue.range.end;
      if (cue.tense != Tense::kNone) push_cue(read, cue, folded);
      continue;
    }
    if (at < run_end) continue;
    uint32_t end = at;
    while (end < sentence.end) {
      const text::CodePoint c = text::decode(folded, end);
      if (!text::is_letter(c.value)) break;
      end += c.length;
    }
    run_end = end;
    // Endings are of verbs in small letters; in languages with the verb at the end, of the last
    // word of a clause.
    const bool spaceless = text::is_spaceless(first);
    if (!text::is_upper(first) || at == sentence.begin) {
      const bool last = !read.verb_last || stands_last(folded, end, sentence.end);
      Tense tense = ending_of(source, {at, end}, lang, last);
      // A capital begins the sentence: "Debutará". Nouns that look like verbs of the past do, too.
      if (text::is_upper(first) && tense != Tense::kFuture) tense = Tense::kNone;
      if (tense == Tense::kFuture && is_done_behind(folded, end, lang)) tense = Tense::kNone;
      if (tense != Tense::kNone) push_cue(read, {{spaceless ? end - 1 : at, end}, tense}, folded);
    }
  }
  if (!read.cues.empty() && read.cues.back().tense == Tense::kConditional) {
    read.cues.back().tense = Tense::kPlanned;
  }
  constexpr uint32_t kFewWords = 48;  // bytes
  uint32_t opened = UINT32_MAX;       // the edge of a quotation mark that may open a few words
  for (uint32_t at = sentence.begin; at < sentence.end;) {
    if (folded[at] == ' ' || (folded[at] >= 'a' && folded[at] <= 'z')) {
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(folded, at);
    // "to the “party mile” on Sunday": words quoted within a clause part none.
    if (is_quotation_mark(c.value)) {
      const auto end = static_cast<uint32_t>(at + c.length);
      const bool goes_on =
          end + 1 < sentence.end && folded[end] == ' ' && letter_at(folded, end + 1);
      if (opened != UINT32_MAX && at - opened <= kFewWords && goes_on &&
          std::ranges::none_of(read.cues, [&](const TenseCue& cue) {
            return cue.range.begin > opened && cue.range.end <= at;
          })) {
        while (!read.edges.empty() && read.edges.back() >= opened) read.edges.pop_back();
        opened = UINT32_MAX;
        at = end;
        continue;
      }
      opened = at;
    }
    const bool digits = at > sentence.begin && folded[at - 1] >= '0' && folded[at - 1] <= '9';
    if (ends_clause(c.value) && !(digits && c.value != ',' && !letter_at(folded, at + 1))) {
      read.edges.push_back(at);
    }
    at += c.length;
  }
  std::ranges::sort(read.edges);
  return read;
}

TenseAround tense_around(const Clauses& clauses, Range time) {
  constexpr std::ptrdiff_t kMostOnOneSide = 6;
  constexpr uint32_t kMostEdges = 3;
  const auto edges = [&](uint32_t begin, uint32_t end) {
    const auto first = std::ranges::lower_bound(clauses.edges, begin);
    const auto last = std::lower_bound(first, clauses.edges.end(), end);
    return std::min(static_cast<uint32_t>(last - first), kMostEdges);
  };
  const auto next = std::ranges::lower_bound(clauses.cues, time.begin, {},
                                             [](const TenseCue& cue) { return cue.range.begin; });
  const auto low = next - std::min(kMostOnOneSide, next - clauses.cues.begin());
  const auto high = next + std::min(kMostOnOneSide, clauses.cues.end() - next);
  const TenseCue* best = nullptr;
  uint32_t least = UINT32_MAX;
  for (auto cue = low; cue != high; ++cue) {
    if (cue->range.overlaps(time)) continue;
    const bool before = cue->range.end <= time.begin;
    const uint32_t gap = before ? time.begin - cue->range.end : cue->range.begin - time.end;
    uint32_t distance = std::min(gap, kNextClause);
    if (!before && !clauses.verb_last) distance = distance * kBackward + kBehind;
    if (before && clauses.verb_last) distance += kNextClause * 2;
    distance += kNextClause *
                (before ? edges(cue->range.end, time.begin) : edges(time.end, cue->range.begin));
    if (distance >= least) continue;
    least = distance;
    best = &*cue;
  }
  if (best == nullptr) return {};
  // "Debutará, si llega el tránsfer, el domingo": the sentence goes on behind what stands between.
  const bool present = best->tense == Tense::kPresent || best->tense == Tense::kOngoing;
  if (!clauses.verb_last && present && least >= kNextClause && best->range.end <= time.begin) {
    const bool past =
        std::any_of(low, next, [](TenseCue cue) { return cue.tense == Tense::kPast; });
    const bool ahead =
        std::any_of(low, next, [](TenseCue cue) { return cue.tense == Tense::kFuture; });
    if (ahead && !past) return {Tense::kFuture, true};
  }
  // Where verbs come last one of them may end two clauses: "… geçmesi, … dönmesi bekleniyor".
  const uint32_t most = clauses.verb_last && best->range.begin >= time.end ? 2 : 1;
  return {best->tense, least < kNextClause * most};
}

}  // namespace synoptic::annotate

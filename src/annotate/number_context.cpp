#include "annotate/number_context.h"

#include <algorithm>

#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr int64_t kLongAgo = 60 * 24 * 60;  // minutes; older times are background
constexpr uint32_t kOpening = 24;           // bytes of a sentence that count as its beginning
constexpr size_t kMostPast = 64;

bool ends_clause(char32_t c) {
  constexpr std::u32string_view kMarks = U",;:、，；：،؛()—";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool is_duration(const model::TimeMention& time) {
  return time.rule.starts_with("since") || time.rule == "later";
}

}  // namespace

NumberContext::NumberContext(const model::Annotated& annotated,
                             const knowledge::Knowledge& knowledge, uint32_t block,
                             std::string_view raw)
    : raw_(raw), lang_(model::primary_language(annotated.article.lang)), folded_(text::fold(raw)) {
  for (const Range sentence : text::sentences(raw)) {
    sentences_.push_back({folded_at(sentence.begin), folded_at(sentence.end)});
  }
  scan_words(knowledge);
  collect_times(annotated, block);
  exclude_addresses();
  exclude_mentions(annotated, block);
  std::ranges::sort(excluded_);
}

uint32_t NumberContext::folded_at(uint32_t source) const {
  return static_cast<uint32_t>(std::ranges::lower_bound(folded_.origin, source) -
                               folded_.origin.begin());
}

void NumberContext::scan_words(const knowledge::Knowledge& knowledge) {
  const QuantityTable& table = QuantityTable::get();
  const std::string_view folded = folded_.text;
  const knowledge::Language* language = knowledge.language(lang_);
  std::vector<NumberHit> found;
  for (uint32_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    const bool digit_between = c.value == U',' || c.value == U'.';
    const bool in_number = digit_between && at > 0 && at + 1 < folded.size() &&
                           text::is_digit(static_cast<unsigned char>(folded[at - 1])) &&
                           text::is_digit(static_cast<unsigned char>(folded[at + 1]));
    if (ends_clause(c.value) && !in_number) clause_ends_.push_back(at);
    if (text::is_letter(c.value) && begins_word(folded, at)) {
      found.clear();
      table.all_at(lang_, folded, at, found);
      if (found.empty() && language != nullptr) {
        for (const std::string& prefix : language->prefixes) {
          if (!folded.substr(at).starts_with(prefix)) continue;
          table.all_at(lang_, folded, at + prefix.size(), found);
          if (!found.empty()) break;
        }
      }
      for (const NumberHit& hit : found) hits_[static_cast<size_t>(hit.entry->kind)].push_back(hit);
    }
    at += c.length;
  }
  // A prefix may put a word behind the next one's begin.
  for (auto& list : hits_) {
    std::ranges::stable_sort(list, {}, [](const NumberHit& hit) { return hit.range.begin; });
  }
}

void NumberContext::collect_times(const model::Annotated& annotated, uint32_t block) {
  const auto& published = annotated.article.published;
  for (const model::TimeMention& time : annotated.times) {
    if (time.at.block != block) continue;
    const Range range{folded_at(time.at.range.begin), folded_at(time.at.range.end)};
    if (!is_duration(time)) excluded_.push_back(range);
    if (!published || time.precision == "unresolved" || is_duration(time)) continue;
    if (past_.size() >= kMostPast) continue;
    const int64_t age = model::minutes_since_epoch(published->value) -
                        model::minutes_since_epoch(model::last_day(time.to));
    if (age <= kLongAgo && !(time.precision == "year" && age > 0)) continue;
    past_.push_back({range, range.begin <= sentence(range.begin).begin + kOpening});
  }
}

// URLs, mail addresses, handles.
void NumberContext::exclude_addresses() {
  const std::string_view folded = folded_.text;
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    const bool address =
        word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
        word.find('@') != std::string_view::npos || word.find(".com/") != std::string_view::npos;
    if (address) excluded_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end + 1;
  }
}

void NumberContext::exclude_mentions(const model::Annotated& annotated, uint32_t block) {
  for (const model::Mention& mention : annotated.mentions) {
    if (mention.at.block != block) continue;
    excluded_.push_back({folded_at(mention.at.range.begin), folded_at(mention.at.range.end)});
  }
}

bool NumberContext::is_excluded(Range range) const {
  // Few ranges are long; looking back over a handful is enough.
  auto next = std::ranges::lower_bound(excluded_, range.end, {}, &Range::begin);
  for (int back = 0; next != excluded_.begin() && back < 8; ++back) {
    --next;
    if (next->overlaps(range)) return true;
  }
  return false;
}

Range NumberContext::sentence(uint32_t at) const {
  const auto next = std::ranges::upper_bound(sentences_, at, {}, &Range::begin);
  if (next == sentences_.begin()) return {0, static_cast<uint32_t>(folded_.text.size())};
  return *(next - 1);
}

bool NumberContext::same_clause(uint32_t a, uint32_t b) const {
  if (a > b) std::swap(a, b);
  const auto mark = std::ranges::lower_bound(clause_ends_, a);
  return mark == clause_ends_.end() || *mark >= b;
}

const NumberHit* NumberContext::first_behind(NumberWord kind, uint32_t from, uint32_t limit) const {
  const auto& list = hits(kind);
  const auto hit =
      std::ranges::lower_bound(list, from, {}, [](const NumberHit& h) { return h.range.begin; });
  return hit != list.end() && hit->range.begin < limit ? &*hit : nullptr;
}

const NumberHit* NumberContext::last_before(NumberWord kind, uint32_t to, uint32_t limit) const {
  const auto& list = hits(kind);
  auto hit =
      std::ranges::lower_bound(list, to, {}, [](const NumberHit& h) { return h.range.begin; });
  while (hit != list.begin()) {
    --hit;
    if (hit->range.begin < limit) return nullptr;
    if (hit->range.end <= to) return &*hit;
  }
  return nullptr;
}

bool NumberContext::is_background(Range number) const {
  const Range inside = sentence(number.begin);
  for (const PastTime& past : past_) {
    if (past.range.begin < inside.begin || past.range.begin >= inside.end) continue;
    if (past.opens || same_clause(past.range.begin, number.begin)) return true;
  }
  const NumberHit* cue = last_before(NumberWord::kBackground, number.begin, inside.begin);
  return cue != nullptr && same_clause(cue->range.begin, number.begin);
}

}  // namespace synoptic::annotate

#include "annotate/quantities/number_context.h"

#include <algorithm>

#include "annotate/plain_words.h"
#include "annotate/quantities/numerals.h"
#include "annotate/times/times_tense.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kSentenceReach = 300;  // bytes of a sentence looked through around a number

// What is near the number of a sentence that may be endless.
Range near(Range sentence, Range number) {
  if (number.begin > kSentenceReach) {
    sentence.begin = std::max(sentence.begin, number.begin - kSentenceReach);
  }
  sentence.end = std::min(sentence.end, number.end + kSentenceReach);
  return sentence;
}

// Words at which a quantity may begin without a number.
bool opens_quantity(NumberWord kind) {
  switch (kind) {
    case NumberWord::kPercentBefore:
    case NumberWord::kMinus:
    case NumberWord::kRankWord:
    case NumberWord::kOrdinal:
    case NumberWord::kFirst:
    case NumberWord::kHalfPoint:
    case NumberWord::kHalfOf:
    case NumberWord::kMany:
    case NumberWord::kPart:
    case NumberWord::kDual:
    case NumberWord::kCollective:
    case NumberWord::kUnit:
      return true;
    default:
      return false;
  }
}

bool ends_clause(char32_t c) {
  if (c < 0x80) return c == ',' || c == ';' || c == ':' || c == '(' || c == ')';
  constexpr std::u32string_view kMarks = U"、，；：،؛—";
  return kMarks.find(c) != std::u32string_view::npos;
}

}  // namespace

NumberContext::NumberContext(const model::Annotated& annotated, const knowledge::Language* language)
    : annotated_(annotated),
      language_(language),
      lang_(model::table_language(annotated.article.lang)),
      times_(annotated.times) {
  mentions_.reserve(annotated.mentions.size());
  for (const model::Mention& mention : annotated.mentions) {
    mentions_.emplace_back(mention.at.block, mention.at.range);
  }
  std::ranges::sort(mentions_);
}

void NumberContext::read(const Source& source) {
  forget();
  source_ = &source;
  find_starts();
  if (starts_.empty()) return;  // nothing will be asked
  for (const Range sentence : source.sentences) {
    sentences_.push_back({folded_at(sentence.begin), folded_at(sentence.end)});
  }
  scan_words();
  collect_times();
  exclude_addresses();
  exclude_dateline();
  exclude_mentions();
  std::ranges::sort(excluded_);
}

// The lists keep their memory for the next text.
void NumberContext::forget() {
  starts_.clear();
  opens_.clear();
  may_be_number_.clear();
  sentences_.clear();
  for (auto& list : hits_) list.clear();
  excluded_.clear();
  clause_ends_.reset();
  past_.clear();
  time_ends_.clear();
  for (Place& place : before_) place.byte = SIZE_MAX;
  for (Place& place : at_) place.byte = SIZE_MAX;
}

uint32_t NumberContext::folded_at(uint32_t source) const {
  return static_cast<uint32_t>(std::ranges::lower_bound(source_->folded.origin, source) -
                               source_->folded.origin.begin());
}

void NumberContext::find_starts() {
  const auto rejects = [&](std::string_view text) {
    return QuantityTable::get().rejects(lang_, text);
  };
  PlainWords& memory = PlainWords::of_thread();
  const auto* prefixes = language_ == nullptr ? nullptr : &language_->prefixes;
  const uint32_t lang = PlainWords::language(lang_);
  for (size_t start = 0; start < source_->starts.size(); ++start) {
    const std::string_view word = source_->word(start);
    const bool plain =
        !word.empty() && memory.is_plain(PlainWords::Step::kQuantities, lang, word, [&] {
          return begins_no_number(lang_, lang, word, prefixes) &&
                 begins_nothing(word, prefixes, rejects);
        });
    if (plain) continue;
    starts_.push_back(source_->starts[start]);
    const bool no_number = !word.empty() && begins_no_number(lang_, lang, word, prefixes);
    may_be_number_.push_back(no_number ? 0 : 1);
  }
}

void NumberContext::scan_words() {
  const QuantityTable& table = QuantityTable::get();
  const std::string_view folded = source_->folded.text;
  const auto* prefixes =
      language_ == nullptr || language_->prefixes.empty() ? nullptr : &language_->prefixes;
  bool found = false, opens = false;
  uint32_t none_end = 0;  // of a longer word that is none
  const auto take = [&](const NumberHit& hit) {
    // 구속력 (binding force) is no 구속 (arrest): the longer word is none of these.
    if (hit.entry->value == "none" && hit.entry->kind == NumberWord::kState) {
      std::erase_if(hits_[static_cast<size_t>(NumberWord::kState)], [&](const NumberHit& other) {
        return other.range.begin == hit.range.begin && other.range.end <= hit.range.end;
      });
      none_end = hit.range.end;
      return;
    }
    if (hit.entry->kind == NumberWord::kState && hit.range.end <= none_end) return;
    // "oldu" is no "öldü".
    if (hit.entry->kind == NumberWord::kState &&
        table.lacks_marks(lang_, hit.range.of(folded), to_source(hit.range).of(raw()))) {
      return;
    }
    found = true;
    opens = opens || opens_quantity(hit.entry->kind);
    hits_[static_cast<size_t>(hit.entry->kind)].push_back(hit);
  };
  opens_.reserve(starts_.size());
  for (size_t start = 0; start < starts_.size(); ++start) {
    const uint32_t at = starts_[start];
    found = opens = false;
    table.visit_listed(lang_, folded, at, take);
    // "أربع" is four, and no "ربع" (a quarter) behind a prefix.
    if (!found && prefixes != nullptr && !table.has_word(lang_, folded, at) &&
        !(may_be_number(start) && Numerals::get().at(folded, at, lang_))) {
      for (const std::string& prefix : *prefixes) {
        if (folded[at] != prefix[0] || !folded.substr(at).starts_with(prefix)) continue;
        table.visit_listed(lang_, folded, at + prefix.size(), take);
        if (found || table.has_word(lang_, folded, at + prefix.size())) break;
      }
    }
    opens_.push_back(opens ? 1 : 0);
  }
  // A prefix may put a word behind the next one's begin.
  constexpr auto kBegin = [](const NumberHit& hit) { return hit.range.begin; };
  for (auto& list : hits_) {
    if (!std::ranges::is_sorted(list, {}, kBegin)) std::ranges::stable_sort(list, {}, kBegin);
  }
}

std::vector<uint32_t> NumberContext::find_clause_ends() const {
  std::vector<uint32_t> ends;
  const std::string_view folded = source_->folded.text;
  const auto digit = [&](size_t at) {
    return at < folded.size() && text::is_digit(static_cast<unsigned char>(folded[at]));
  };
  for (uint32_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    const bool in_number = c.value == U',' && at > 0 && digit(at - 1) && digit(at + 1);
    if (ends_clause(c.value) && !in_number) ends.push_back(at);
    at += c.length;
  }
  return ends;
}

std::vector<uint32_t> NumberContext::prefixes_at(uint32_t at) const {
  std::vector<uint32_t> lengths;
  if (language_ == nullptr) return lengths;
  const std::string_view rest = folded().substr(at);
  for (const std::string& prefix : language_->prefixes) {
    if (!rest.empty() && rest.front() == prefix.front() && rest.starts_with(prefix)) {
      lengths.push_back(static_cast<uint32_t>(prefix.size()));
    }
  }
  return lengths;
}

const NumberHit* NumberContext::hit_at(NumberWord kind, uint32_t at) const {
  const auto& list = hits(kind);
  if (list.empty()) return nullptr;
  const NumberHit* longest = nullptr;
  for (auto hit =
           std::ranges::lower_bound(list, at, {}, [](const NumberHit& h) { return h.range.begin; });
       hit != list.end() && hit->range.begin == at; ++hit) {
    if (longest == nullptr || hit->range.size() > longest->range.size()) longest = &*hit;
  }
  return longest;
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

bool NumberContext::ends_time(uint32_t at) const {
  return std::ranges::find(time_ends_, at) != time_ends_.end();
}

Range NumberContext::sentence(uint32_t at) const {
  const auto next = std::ranges::upper_bound(sentences_, at, {}, &Range::begin);
  if (next == sentences_.begin()) return {0, static_cast<uint32_t>(source_->folded.text.size())};
  return *(next - 1);
}

bool NumberContext::same_clause(uint32_t a, uint32_t b) const {
  if (a > b) std::swap(a, b);
  if (!clause_ends_) clause_ends_ = find_clause_ends();
  const auto mark = std::ranges::lower_bound(*clause_ends_, a);
  return mark == clause_ends_->end() || *mark >= b;
}

namespace {

constexpr auto kBeginOfHit = [](const NumberHit& hit) { return hit.range.begin; };
constexpr auto kAnyHit = [](const NumberHit&) { return true; };

auto has_value(std::string_view value) {
  return [value](const NumberHit& hit) { return hit.entry->value == value; };
}

template <typename Is>
const NumberHit* first_from(const std::vector<NumberHit>& list, uint32_t from, uint32_t limit,
                            Is is) {
  for (auto hit = std::ranges::lower_bound(list, from, {}, kBeginOfHit);
       hit != list.end() && hit->range.begin < limit; ++hit) {
    if (is(*hit)) return &*hit;
  }
  return nullptr;
}

template <typename Is>
const NumberHit* last_to(const std::vector<NumberHit>& list, uint32_t to, uint32_t limit, Is is) {
  for (auto hit = std::ranges::lower_bound(list, to, {}, kBeginOfHit); hit != list.begin();) {
    --hit;
    if (hit->range.begin < limit) return nullptr;
    if (hit->range.end <= to && is(*hit)) return &*hit;
  }
  return nullptr;
}

}  // namespace

const NumberHit* NumberContext::first_behind(NumberWord kind, uint32_t from, uint32_t limit) const {
  return first_from(hits(kind), from, limit, kAnyHit);
}

const NumberHit* NumberContext::last_before(NumberWord kind, uint32_t to, uint32_t limit) const {
  return last_to(hits(kind), to, limit, kAnyHit);
}

const NumberHit* NumberContext::first_behind(NumberWord kind, std::string_view value, uint32_t from,
                                             uint32_t limit) const {
  return first_from(hits(kind), from, limit, has_value(value));
}

const NumberHit* NumberContext::last_before(NumberWord kind, std::string_view value, uint32_t to,
                                            uint32_t limit) const {
  return last_to(hits(kind), to, limit, has_value(value));
}

std::optional<NumberHit> NumberContext::at(NumberWord kind, size_t at) const {
  Place& known = at_[at % at_.size()];
  if (known.byte != at) {
    known.byte = at;
    known.hits.clear();
    QuantityTable::get().visit_at(lang_, folded(), at,
                                  [&](const NumberHit& hit) { known.hits.push_back(hit); });
  }
  const NumberHit* found = nullptr;
  for (const NumberHit& hit : known.hits) {
    if (hit.entry->kind != kind) continue;
    // Of one length that of the language before one of any.
    const bool own = found != nullptr && hit.range.size() == found->range.size() &&
                     found->entry->lang == "*" && hit.entry->lang != "*";
    if (found == nullptr || own || hit.range.size() > found->range.size()) found = &hit;
  }
  return found == nullptr ? std::nullopt : std::optional<NumberHit>(*found);
}

std::optional<NumberHit> NumberContext::before(NumberWord kind, size_t end) const {
  if (end > 0 && folded()[end - 1] == ' ') --end;
  Place& known = before_[end % before_.size()];
  if (known.byte != end) {
    known.byte = end;
    known.hits.clear();
    QuantityTable::get().all_before(lang_, folded(), end, known.hits);
  }
  const NumberHit* found = nullptr;
  for (const NumberHit& hit : known.hits) {
    if (hit.entry->kind != kind) continue;
    if (found != nullptr && hit.range.begin != found->range.begin) break;
    // Of one length that of the language before one of any.
    const bool own = found != nullptr && found->entry->lang == "*" && hit.entry->lang != "*";
    if (found == nullptr || own) found = &hit;
  }
  return found == nullptr ? std::nullopt : std::optional<NumberHit>(*found);
}

bool NumberContext::ends_in_genitive(uint32_t end) const {
  return QuantityTable::get().ends_in_genitive(lang_, folded().substr(0, end));
}

bool NumberContext::is_verb_behind(size_t at) const {
  const std::string_view text = folded();
  size_t end = at;
  while (end < text.size() && text::is_letter(text::decode(text, end).value)) {
    end += text::decode(text, end).length;
  }
  if (end == at || text::is_spaceless(text::decode(text, at).value)) return false;
  const Range word{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  return TenseTable::get().is_past(*source_, word, lang_);
}

bool NumberContext::has_number(Range sentence, Range other) const {
  sentence = near(sentence, other);
  for (auto at = std::ranges::lower_bound(starts_, sentence.begin);
       at != starts_.end() && *at < sentence.end; ++at) {
    if (other.contains(Range{*at, *at + 1})) continue;
    const auto number = Numerals::get().at(folded(), *at, lang_);
    if (number && !number->article && !is_excluded(number->range)) return true;
  }
  return false;
}

bool NumberContext::has_told_number(Range sentence, Range other) const {
  sentence = near(sentence, other);
  for (auto at = std::ranges::lower_bound(starts_, sentence.begin);
       at != starts_.end() && *at < sentence.end; ++at) {
    if (other.contains(Range{*at, *at + 1})) continue;
    const auto number = Numerals::get().at(folded(), *at, lang_);
    if (number && !number->article && !is_excluded(number->range) &&
        this->at(NumberWord::kState, skip_blank(folded(), number->range.end))) {
      return true;
    }
  }
  return false;
}

bool NumberContext::has_percent(Range sentence, Range number) const {
  sentence = near(sentence, number);
  return sentence.of(folded()).find('%') != std::string_view::npos ||
         first_behind(NumberWord::kPercent, sentence.begin, sentence.end) != nullptr ||
         first_behind(NumberWord::kPercentBefore, sentence.begin, sentence.end) != nullptr;
}

}  // namespace synoptic::annotate

// Articles cut into sentences, each with what stands in it.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "compare/answers.h"
#include "compare/claim.h"
#include "compare/figures/dates.h"
#include "compare/figures/figures.h"
#include "compare/figures/firsts.h"
#include "compare/figures/measures.h"
#include "compare/names/cast.h"
#include "compare/names/name_sorts.h"
#include "compare/outcomes/outlooks.h"
#include "knowledge/stamps.h"
#include "model/stamp.h"
#include "text/characters.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMaxSentences = 600;   // of one article; news is shorter
constexpr size_t kMaxContext = 64;      // keys of one sentence
constexpr uint32_t kMaxEvidence = 900;  // bytes of a sentence that are shown around a value

void cut(Telling& telling) {
  const auto& article = telling.annotated->article;
  const auto lang = model::table_language(article.lang);
  telling.sentences.push_back({model::kTitleBlock,
                               {0, static_cast<uint32_t>(article.title.size())},
                               article.title,
                               {},
                               {},
                               0,
                               false,
                               false,
                               {},
                               {},
                               {}});
  for (uint32_t i = 0; i < article.blocks.size(); ++i) {
    const std::string_view text = article.blocks[i].text;
    const bool stamp = knowledge::is_stamp(text, lang);
    for (const Range range : text::sentences(text)) {
      if (telling.sentences.size() == kMaxSentences) break;
      telling.sentences.push_back({i, range, range.of(text), {}, {}, 0, false, stamp, {}, {}, {}});
      Sentence& sentence = telling.sentences.back();
      if (!stamp && range.size() < text.size())
        sentence.stamp = knowledge::is_stamp(sentence.text, lang);
    }
  }
  const double last = std::max<double>(1, static_cast<double>(telling.sentences.size() - 1));
  for (size_t i = 0; i < telling.sentences.size(); ++i) {
    Sentence& sentence = telling.sentences[i];
    sentence.position = static_cast<double>(i) / last;
    sentence.folded = text::fold(sentence.text);
    if (sentence.stamp) continue;  // nothing to lay beside another's
    sentence.terms = terms_of(sentence.text, article.lang);
  }
}

void note(Telling& telling, const model::Place& at, std::string_view what) {
  if (is_beyond(telling, at)) return;
  telling.sentences[sentence_of(telling, at)].context.push_back(fnv1a(what));
}

void note_contexts(Telling& telling) {
  for (const auto& mention : telling.annotated->mentions) {
    if (!mention.entity.empty()) note(telling, mention.at, "e|" + mention.entity);
    if (!mention.stands_for.empty()) note(telling, mention.at, "e|" + mention.stands_for);
  }
  const auto& events = telling.annotated->events;
  for (uint32_t i = 0; i < events.size(); ++i) {
    const auto& event = events[i];
    if (is_beyond(telling, event.at)) continue;
    telling.sentences[sentence_of(telling, event.at)].events.push_back(i);
    const Deed deed = deed_of(event.action);
    if (!deed.plain) note(telling, event.at, "d|" + deed.family);
  }
  for (const auto& quantity : telling.annotated->quantities) {
    if (is_beyond(telling, quantity.at)) continue;
    const std::string key = "q|" + figure_key(quantity);
    note(telling, quantity.at, key);
    telling.sentences[sentence_of(telling, quantity.at)].figures.push_back(fnv1a(key));
  }
  for (auto& sentence : telling.sentences) {
    std::sort(sentence.figures.begin(), sentence.figures.end());
    auto& keys = sentence.context;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    if (keys.size() > kMaxContext) keys.resize(kMaxContext);
  }
}

void set_time(Telling& telling) {
  const auto& article = telling.annotated->article;
  if (const auto revised = model::minutes_of(article.revised)) {
    telling.time = article.revised;
    telling.minutes = *revised;
  }
  if (!article.published) return;
  telling.published = model::stamp_of(article);
  telling.published_minutes = model::minutes_of(telling.published);
  if (!telling.time.empty()) return;
  telling.time = telling.published;
  telling.minutes = telling.published_minutes;
}

// The sentence, and the value where it begins or ends outside of it (a quotation of two sentences);
// of one without end, what stands around the value.
Range evidence_of(const Sentence& sentence, const model::Place& at) {
  const Range both{std::min(sentence.range.begin, at.range.begin),
                   std::max(sentence.range.end, at.range.end)};
  if (at.block == sentence.block && at.range.size() > 0 && both.size() <= kMaxEvidence) return both;
  if (sentence.range.size() <= kMaxEvidence) return sentence.range;
  const uint32_t first = std::clamp(at.range.begin, sentence.range.begin, sentence.range.end);
  Range out{first - std::min(first - sentence.range.begin, kMaxEvidence / 2),
            first + std::min(sentence.range.end - first, kMaxEvidence / 2)};
  const uint32_t from = sentence.range.begin;
  out.begin = from + uint32_t(text::begin_of_character(sentence.text, out.begin - from));
  out.end = from + uint32_t(text::end_of_character(sentence.text, out.end - from));
  return out;
}

}  // namespace

Input read_tellings(const model::Story& story, std::span<const model::Annotated* const> articles,
                    const knowledge::Knowledge& knowledge) {
  std::unordered_map<std::string_view, std::pair<uint32_t, bool>> account_of;
  for (uint32_t i = 0; i < story.accounts.size(); ++i) {
    for (size_t j = 0; j < story.accounts[i].size(); ++j) {
      account_of.emplace(story.accounts[i][j], std::pair(i, j == 0));
    }
  }
  Input input;
  input.knowledge = &knowledge;
  input.accounts = static_cast<uint32_t>(story.accounts.size());
  for (const auto* annotated : articles) {
    if (annotated == nullptr) continue;
    Telling telling;
    telling.annotated = annotated;
    if (const auto found = account_of.find(annotated->article.id); found != account_of.end()) {
      std::tie(telling.account, telling.original) = found->second;
    } else {
      telling.account = input.accounts++;
    }
    set_time(telling);
    cut(telling);
    note_contexts(telling);
    collect_figures(telling, static_cast<uint32_t>(input.tellings.size()), knowledge);
    for (const auto& mention : annotated->mentions) {
      const bool named = !mention.entity.empty() && !is_government(mention);
      if (named) input.named_by[mention.entity].insert(telling.account);
      if (!mention.stands_for.empty()) input.named_by[mention.stands_for].insert(telling.account);
    }
    input.tellings.push_back(std::move(telling));
  }
  assign_keys(input);
  lend_days(input);
  settle_dates(input);
  add_firsts(input);
  for (auto& telling : input.tellings) put_first_as_titles_do(telling);
  return input;
}

bool names(const Input& input, uint32_t account, std::string_view entity) {
  const auto found = input.named_by.find(entity);
  return found != input.named_by.end() && found->second.contains(account);
}

uint32_t sentence_of(const Telling& telling, const model::Place& place) {
  if (place.block == model::kTitleBlock) return 0;
  const auto& sentences = telling.sentences;
  const auto behind = std::upper_bound(
      sentences.begin() + 1, sentences.end(), place, [](const auto& at, const Sentence& sentence) {
        return at.block != sentence.block ? at.block < sentence.block
                                          : at.range.begin < sentence.range.begin;
      });
  return static_cast<uint32_t>(std::max<std::ptrdiff_t>(0, behind - sentences.begin() - 1));
}

bool is_beyond(const Telling& telling, const model::Place& place) {
  if (place.block == model::kTitleBlock) return false;
  const Sentence& last = telling.sentences.back();
  if (last.block == model::kTitleBlock) return false;
  return place.block > last.block ||
         (place.block == last.block && place.range.begin >= last.range.end);
}

Claim claim_at(const Telling& telling, uint32_t index, const model::Place& at) {
  Claim claim;
  claim.article = index;
  claim.account = telling.account;
  claim.at = at;
  claim.sentence = sentence_of(telling, at);
  claim.salience = salience_at(telling, claim.sentence);
  return claim;
}

std::string_view slice(const model::Article& article, const model::Place& place) {
  if (place.block != model::kTitleBlock && place.block >= article.blocks.size()) return {};
  const std::string_view text = model::text_of(article, place);
  if (place.range.begin > place.range.end || place.range.end > text.size()) return {};
  return place.range.of(text);
}

std::string beginning_of(std::string_view sentence, size_t most) {
  size_t at = 0, count = 0, blank = 0;
  while (at < sentence.size() && count < most) {
    const auto c = text::decode(sentence, at);
    if (c.value == U' ') blank = at;
    at += c.length;
    ++count;
  }
  if (at == sentence.size()) return std::string(sentence);
  return std::string(sentence.substr(0, blank > at / 2 ? blank : at)) + "…";
}

Span span_in_capture(const Telling& telling, uint32_t block, Range range) {
  const auto& article = telling.annotated->article;
  if (block == model::kTitleBlock) return article.title_source.to_source(range);
  return block < article.blocks.size() ? article.blocks[block].to_capture(range) : Span{};
}

std::string deed_at(const Telling& telling, uint32_t sentence, const model::Place& at) {
  std::string best;
  uint32_t nearest = 0xFFFFFFFF;
  for (const uint32_t i : telling.sentences[sentence].events) {
    const auto& event = telling.annotated->events[i];
    const Deed deed = deed_of(event.action);
    if (deed.plain || deed.family.empty()) continue;
    const uint32_t trigger = event.trigger.range.begin;
    const uint32_t apart =
        trigger > at.range.begin ? trigger - at.range.begin : at.range.begin - trigger;
    if (apart < nearest) {
      nearest = apart;
      best = deed.family;
    }
  }
  return best;
}

double salience_at(const Telling& telling, uint32_t sentence) {
  if (sentence == 0) return 1.0;
  const double depth = static_cast<double>(sentence - 1);
  return 0.3 + 0.6 / (1.0 + depth / 4.0) * (telling.sentences.size() > 1 ? 1.0 : 0.0);
}

model::FactValue cell(const Input& input, const Claim& claim) {
  const Telling& telling = input.tellings[claim.article];
  const Sentence& sentence = telling.sentences[claim.sentence];
  model::FactValue out;
  out.article = telling.annotated->article.id;
  out.account = telling.account;
  out.span = claim.at.span;
  out.text = claim.text;
  out.norm = claim.norm;
  out.name = claim.name;
  out.claimant = claim.claimant.empty() ? claim.speaker : claim.claimant;
  out.time = telling.time;
  if (!claim.sort.empty() && claim.slot != "date" && claim.slot != "place") {
    out.value = claim.value;
    out.max = claim.max;
    out.unit = claim.unit;
    out.modifier = claim.modifier;
  }
  out.scope = claim.background ? "background" : "event";
  out.certainty = claim.certainty;
  // "Is expected to reach 5%": the value is none that the account asserts.
  if (out.certainty.empty()) out.certainty = outlook_at(telling, claim.at);
  const Range shown = evidence_of(sentence, claim.at);
  out.evidence = std::string(slice(telling.annotated->article, {sentence.block, shown, {}}));
  out.evidence_span = span_in_capture(telling, sentence.block, shown);
  return out;
}

double context(const Input& input, const Claim& a, const Claim& b) {
  const Telling& left = input.tellings[a.article];
  const Telling& right = input.tellings[b.article];
  const Sentence& x = left.sentences[a.sentence];
  const Sentence& y = right.sentences[b.sentence];
  size_t i = 0, j = 0, both = 0;
  while (i < x.context.size() && j < y.context.size()) {
    if (x.context[i] == y.context[j]) {
      ++both, ++i, ++j;
    } else {
      x.context[i] < y.context[j] ? ++i : ++j;
    }
  }
  const double all = std::sqrt(static_cast<double>(x.context.size() * y.context.size()));
  const double shared = all > 0 ? static_cast<double>(both) / all : 0;
  // Accounts of one event tell it in much the same order.
  const double near = std::max(0.0, 1.0 - 2.5 * std::abs(x.position - y.position));
  return std::min(1.0, 0.75 * shared + 0.25 * near);
}

}  // namespace synoptic::compare

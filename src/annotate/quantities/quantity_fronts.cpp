#include "annotate/quantities/quantity_fronts.h"

#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

// A word that ends in a link right before the byte.
std::optional<NumberHit> head_with_ending(const NumberContext& context, uint32_t end,
                                          std::optional<NumberHit>& link) {
  const std::string_view folded = context.folded();
  if (end > 0 && folded[end - 1] == ' ') --end;
  uint32_t begin = end;
  while (begin > 0) {
    const text::CodePoint c = text::decode_before(folded, begin);
    if (!text::is_hangul(c.value)) break;
    begin -= c.length;
  }
  const auto head = begin < end ? context.at(NumberWord::kHead, begin) : std::nullopt;
  link = head ? context.at(NumberWord::kHeadLink, head->range.end) : std::nullopt;
  return link && link->range.end == end ? head : std::nullopt;
}

// Classes that a counter says and a word in front may say better: 集落9カ所, 천막 900동, 서류 5건.
bool is_vague(std::string_view counted) {
  return counted == "sites" || counted == "buildings" || counted == "cases";
}

}  // namespace

std::optional<NumberHit> head_before(const NumberContext& context, const QuantityDraft& draft) {
  uint32_t begin = draft.whole.begin;
  if (const auto modifier = context.before(NumberWord::kBefore, begin)) {
    begin = modifier->range.begin;
  }
  if (auto head = context.before(NumberWord::kHead, begin)) return head;
  auto link = context.before(NumberWord::kHeadLink, begin);
  auto head = link ? context.before(NumberWord::kHead, link->range.begin) : std::nullopt;
  // "여진이 23차례": the link is the word's own ending.
  if (!head) head = head_with_ending(context, begin, link);
  if (!head) return std::nullopt;
  // 警官は3人を逮捕した: three others.
  const bool open = link->entry->value == "open";
  return open && context.at(NumberWord::kObject, draft.after) ? std::nullopt : head;
}

void set_front(const NumberContext& context, QuantityDraft& draft) {
  std::string& counted = draft.quantity.counted_class;
  const bool vague = is_vague(counted) || (draft.has_counter && draft.far_noun);
  if (!counted.empty() && counted != "people" && counted != "votes" && !vague) return;
  const auto head = head_before(context, draft);
  if (!head) return;
  const std::string& value = head->entry->value;
  if (counted == "votes" && value != "abstentions") return;
  // Without a counter only what votes are told by.
  const bool bare = !draft.has_counter && !draft.has_noun;
  if (bare && value != "votes" && value != "abstentions") return;
  if (counted == "people" && !is_people(value) && (!vague || draft.people_counter)) return;
  counted = class_name(value);
  draft.quantity.counted = std::string(context.to_source(head->range).of(context.raw()));
}

void set_kind(const NumberContext& context, QuantityDraft& draft) {
  const auto head = head_before(context, draft);
  if (!head) return;
  const bool things = draft.has_counter || is_vague(draft.quantity.counted_class);
  if (is_people(head->entry->value) ? draft.people : things) set_front(context, draft);
}

}  // namespace synoptic::annotate

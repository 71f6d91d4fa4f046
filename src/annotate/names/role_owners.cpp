// A role that says itself whose it is: "the president of the club", "президент ассоциации",
// "협회 회장". No office of a land, though the article tells of one that is called so.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

class OwnerFinder {
 public:
  OwnerFinder(const Work& work, const Draft& role)
      : work_(work),
        source_(work.texts[role.text].source),
        text_(source_.folded.text),
        begin_(folded_at(source_, role.word.begin)),
        end_(folded_at(source_, role.word.end)) {}

  std::string_view find() const {
    const std::string_view owner = behind_of();
    if (!owner.empty()) return owner;
    const std::string_view behind = body_behind();
    return behind.empty() ? body_before() : behind;
  }

 private:
  // "of the association": whatever it is, as long as it is no word for a state.
  std::string_view behind_of() const {
    size_t at = skip_blank(text_, end_);
    if (at == end_) return {};
    const size_t of = after_one_of("mention_of", at);
    if (of == at) return {};
    at = skip_blank(text_, of);
    // "of the": the article is a word of its own.
    const size_t article = end_of_word(text_, at);
    if (work_.articles.contains(std::string(text_.substr(at, article - at))) &&
        article < text_.size() && text_[article] == ' ') {
      at = article + 1;
    }
    const std::string_view word = text_.substr(at, end_of_word(text_, at) - at);
    if (word.empty() || after_one_of("mention_state_word", at) > at) return {};
    return word;
  }

  std::string_view body_behind() const {
    size_t at = skip_blank(text_, end_);
    if (at == end_) return {};
    const std::string_view first = word_of_body(at);
    if (!first.empty()) return first;
    // "президент торговой палаты": an adjective in the case of the body.
    const size_t end = end_of_word(text_, at);
    const bool bends = std::ranges::any_of(
        work_.cues("mention_body_adjective"),
        [&](const auto* c) { return text_.substr(at, end - at).ends_with(c->text); });
    return bends && end < text_.size() && text_[end] == ' ' ? word_of_body(end + 1)
                                                            : std::string_view();
  }

  std::string_view word_of_body(size_t at) const {
    const size_t end = after_one_of("mention_body_behind", at);
    return end == at ? std::string_view() : text_.substr(at, end - at);
  }

  // 协会主席, "संघ के अध्यक्ष", "the club president": nothing or a word for "of" between.
  std::string_view body_before() const {
    size_t end = begin_;
    if (end > 0 && text_[end - 1] == ' ') --end;
    const std::string_view direct = ends_with_body(end);
    if (!direct.empty()) return direct;
    for (const auto& [gap, link] : work_.links) {
      if (!link.name_before || gap.empty() || !text_.substr(0, end).ends_with(gap)) continue;
      size_t at = end - gap.size();
      if (at > 0 && text_[at - 1] == ' ') --at;
      const std::string_view body = ends_with_body(at);
      if (!body.empty()) return body;
    }
    return {};
  }

  std::string_view ends_with_body(size_t end) const {
    const std::string_view front = text_.substr(0, end);
    for (const auto* cue : work_.cues("mention_body_before")) {
      if (!front.ends_with(cue->text)) continue;
      const size_t at = end - cue->text.size();
      const bool whole = text::is_spaceless(text::decode(text_, at).value) ||
                         text::is_hangul(text::decode(text_, at).value) ||
                         begin_of_word(text_, at) == at;
      if (whole) return text_.substr(at, end - at);
    }
    return {};
  }

  // A row ends where its word does, or "stem" is its value.
  size_t after_one_of(std::string_view kind, size_t at) const {
    size_t best = at;
    for (const auto* cue : work_.cues(kind)) {
      if (!text_.substr(at).starts_with(cue->text)) continue;
      const size_t end = at + cue->text.size();
      const bool ends = end >= text_.size() || cue->value == "stem" || cue->text.ends_with("'") ||
                        !is_letter_of_word(text::decode(text_, end).value);
      if (ends) best = std::max(best, end);
    }
    return best;
  }

  static bool is_letter_of_word(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }

  static size_t folded_at(const Source& source, uint32_t raw) {
    const auto& origin = source.folded.origin;
    return static_cast<size_t>(std::lower_bound(origin.begin(), origin.end(), raw) -
                               origin.begin());
  }

  static size_t end_of_word(std::string_view text, size_t at) {
    while (at < text.size()) {
      const text::CodePoint c = text::decode(text, at);
      if (!is_letter_of_word(c.value)) break;
      at += c.length;
    }
    return at;
  }

  static size_t begin_of_word(std::string_view text, size_t at) {
    while (at > 0) {
      const text::CodePoint c = text::decode_before(text, at);
      if (!is_letter_of_word(c.value)) break;
      at -= c.length;
    }
    return at;
  }

  static size_t skip_blank(std::string_view text, size_t at) {
    return at < text.size() && text[at] == ' ' ? at + 1 : at;
  }

  const Work& work_;
  const Source& source_;
  std::string_view text_;  // folded
  size_t begin_, end_;     // of the role in it
};

}  // namespace

std::string_view owner_told(const Work& work, const Draft& role) {
  return OwnerFinder(work, role).find();
}

bool stands_by_another_person(const Work& work, const Draft& role) {
  const Text& text = work.texts[role.text];
  const std::string_view raw = text.source.raw;
  // "the president, Ana Prado,"
  for (const std::string_view gap : {", ", "، ", "，", "、", " - "}) {
    if (!raw.substr(role.word.end).starts_with(gap)) continue;
    const auto at = static_cast<uint32_t>(role.word.end + gap.size());
    for (const Draft& draft : work.drafts) {
      if (draft.dropped || draft.text != role.text || draft.raw.begin != at) continue;
      if (draft.entity < 0 && draft.type == model::EntityType::kPerson && draft.form != "role") {
        return true;
      }
    }
    const auto named = [&](const TaggedName& name) {
      return name.range.begin == at && name.type == NameType::kPerson &&
             name.range.of(raw).find(' ') != std::string_view::npos;
    };
    if (std::ranges::any_of(text.tagged, named)) return true;
  }
  return false;
}

// The person named right behind the body or before it as the one who leads it.
const Draft* head_beside(const Work& work, size_t i) {
  const Draft& body = work.drafts[i];
  const auto led = work.knowledge.cues("mention_led_body");
  if (std::ranges::none_of(led, [&](const auto& cue) { return cue.text == body.role_id; })) {
    return nullptr;
  }
  const Text& text = work.texts[body.text];
  const auto fits = [&](const Draft& other) {
    const model::EntityType type = other.entity >= 0 ? work.entity(other.entity).type : other.type;
    return !other.dropped && other.text == body.text && type == model::EntityType::kPerson &&
           other.form != "role";
  };
  for (size_t j = i + 1; j < work.drafts.size() && j < i + 3; ++j) {
    const Draft& other = work.drafts[j];
    if (!fits(other) || other.raw.begin < body.word.end) continue;
    const Link* link = link_between(work, text, body.word, other.raw);
    if (link != nullptr && link->name_after) return &other;
  }
  for (size_t j = i; j-- > 0 && j + 3 > i;) {
    const Draft& other = work.drafts[j];
    if (!fits(other) || other.raw.end > body.raw.begin) continue;
    const Link* link = link_between(work, text, other.word, body.raw);
    if (link != nullptr && link->name_before) return &other;
  }
  return nullptr;
}

// 北海道政府: the body of a province or a town that is no capital is none of the land's.
bool is_of_part(const Work& work, const Draft& draft) {
  const Text& text = work.texts[draft.text];
  const TaggedName* name = tagged_around(text, draft.word);
  if (name == nullptr || name->range.begin >= draft.word.begin) return false;
  const std::string_view front = Range{name->range.begin, draft.word.begin}.of(text.source.raw);
  for (const auto* place : work.knowledge.find_by_name(text::fold_copy(text::trim_space(front)))) {
    const bool part =
        place->type == model::EntityType::kRegion || place->type == model::EntityType::kCity;
    if (part && work.names.country_of_capital(work.names.entity_index(place->id)) < 0) {
      return true;
    }
  }
  return false;
}

}  // namespace synoptic::annotate

#include "annotate/times/times_direction.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate {

namespace {

bool has_beside(const TimeText& text, std::string_view before, std::string_view behind,
                Range folded) {
  const std::string_view all = text.folded().text;
  const uint32_t begin = folded.begin - (folded.begin > 0 && all[folded.begin - 1] == ' ' ? 1 : 0);
  const TimesTable& table = TimesTable::get();
  return table.length_before(before, text.lang, all, begin) > 0 ||
         table.length_behind(behind, text.lang, all, skip_blank(all, folded.end)) > 0;
}

}  // namespace

bool moves_to(const TimeText& text, Range folded) {
  constexpr uint32_t kReach = 64;  // bytes in which the word of putting off stands
  if (!has_beside(text, "moved_to_before", "moved_to_behind", folded)) return false;
  const std::string_view all = text.folded().text;
  const auto has_word = [&](uint32_t begin, size_t size) {
    while (begin > 0 && (static_cast<unsigned char>(all[begin]) & 0xC0) == 0x80) --begin;
    return TimesTable::get().has_stem("put_off", text.lang, all.substr(begin, size));
  };
  const uint32_t low = folded.begin - std::min(folded.begin, kReach);
  return has_word(low, folded.begin - low) || has_word(folded.end, kReach);
}

uint32_t TimeDirections::folded_at(uint32_t source) const {
  const auto& origin = text_.folded().origin;
  return static_cast<uint32_t>(std::ranges::lower_bound(origin, source) - origin.begin());
}

Range TimeDirections::sentence_at(Range folded) const {
  const uint32_t index = sentence_of(*text_.source, text_.folded().origin[folded.begin]);
  const auto& sentences = text_.source->sentences;
  if (index >= sentences.size()) return {0, static_cast<uint32_t>(text_.folded().text.size())};
  return {folded_at(sentences[index].begin), folded_at(sentences[index].end)};
}

const Clauses& TimeDirections::clauses_of(Range sentence) {
  if (clauses_.empty() || clauses_begin_ != sentence.begin) {
    clauses_.assign(1, TenseTable::get().clauses(*text_.source, sentence, text_.lang));
    clauses_begin_ = sentence.begin;
  }
  return clauses_.front();
}

bool TimeDirections::is_beside(std::string_view before, std::string_view behind,
                               Range folded) const {
  return has_beside(text_, before, behind, folded);
}

// Also with what may stand between: "until the end of March", "до полудня четверга".
bool TimeDirections::is_until(Range folded) const {
  const std::string_view text = text_.folded().text;
  uint32_t begin = folded.begin;
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  const uint32_t before = table_.length_before("until_gap", text_.lang, text, begin);
  if (before > 0) folded.begin = begin - before;
  const auto end = static_cast<uint32_t>(skip_blank(text, folded.end));
  const uint32_t behind = table_.length_behind("until_gap_behind", text_.lang, text, end);
  if (behind > 0) folded.end = end + behind;
  return is_beside("until_before", "until_behind", folded);
}

bool TimeDirections::looks_ahead(Range folded) {
  const Tense tense = tense_around(clauses_of(sentence_at(folded)), folded).tense;
  return tense == Tense::kFuture || tense == Tense::kPlanned;
}

// "Friday's close" is no verb.
bool TimeDirections::comes_with(Range compared) {
  const std::string_view text = text_.folded().text;
  const auto next = static_cast<uint32_t>(skip_blank(text, compared.end));
  const uint32_t length = table_.length_behind("compared_behind", text_.lang, text, next);
  return looks_ahead({compared.begin, length > 0 ? next + length : compared.end});
}

bool TimeDirections::is_ordered(Range folded) const {
  const Range sentence = sentence_at(folded);
  const std::string_view text =
      std::string_view(text_.folded().text).substr(sentence.begin, sentence.end - sentence.begin);
  return table_.has_stem("orders", text_.lang, text);
}

// "自3月起" looks ahead only where what is to come is told of it: not in 自3月起关闭的口岸将开放.
bool TimeDirections::is_since(const Clauses& clauses, TenseAround verb, Range folded) const {
  if (!is_beside("since_before", "since_behind", folded)) return false;
  if (verb.tense != Tense::kFuture) return true;
  if (!is_beside("", "from_behind", folded)) return false;
  const auto will = std::ranges::find_if(clauses.cues, [&](const TenseCue& cue) {
    return cue.tense == Tense::kFuture && cue.range.begin >= folded.end;
  });
  if (will == clauses.cues.end()) return false;
  const std::string_view between =
      std::string_view(text_.folded().text).substr(folded.end, will->range.begin - folded.end);
  return table_.has_stem("attribute_end", text_.lang, between);
}

TimeDirections::Answer TimeDirections::of(Range folded, Form form, bool day) {
  const Range sentence = sentence_at(folded);
  const TenseAround verb = tense_around(clauses_of(sentence), folded);
  const bool past = verb.tense == Tense::kPast;
  if (is_beside("as_of_before", "as_of_behind", folded)) return {Direction::kPast, true};
  if (is_moved_to(folded)) return {Direction::kFuture, true};
  if (is_until(folded)) {
    // "Bis Sonntag waren 28 Spieler getestet": in front of all a verb of the past tells of then.
    constexpr uint32_t kFront = 16;
    const bool in_front = folded.begin <= sentence.begin + kFront;
    if (past && in_front && form == Form::kWeekday) return {Direction::kPast, verb.near};
    return {Direction::kFuture, true};
  }
  if (form == Form::kWeekday && is_compared(folded) && !comes_with(folded)) {
    return {Direction::kPast, true};
  }
  if (is_set_for(folded, form)) return {Direction::kFuture, true};
  const bool firm = verb.near && (past || verb.tense == Tense::kFuture);
  if (is_since(clauses_of(sentence), verb, folded)) return {Direction::kPast, firm};
  // "from Monday on" is a plan where no verb beside it tells of the past.
  if (verb.tense != Tense::kPlanned && is_beside("from_before", "from_behind", folded)) {
    return {past && verb.near ? Direction::kPast : Direction::kFuture, firm};
  }
  // "promised to pass the law in April": the verb of the past says when it was promised.
  const bool open = !day && (form == Form::kMonth || form == Form::kPhrase);
  if (open && (past || verb.tense == Tense::kNone) && is_object_of("promises", folded)) {
    return {Direction::kFuture, true};
  }
  // "does not rule out a strike in January": on either side of the article.
  if (form == Form::kMonth && !day && is_ruled_out(folded)) return {Direction::kNearest, firm};
  return {by_tense(verb, folded, form), firm};
}

// "с пятницы на субботу", "de mardi à vendredi": right before the word stands another day.
bool TimeDirections::ends_stretch(Range folded) const {
  const std::string_view text = text_.folded().text;
  uint32_t begin = folded.begin;
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  begin -= table_.length_before("for_before", text_.lang, text, begin);
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  const uint32_t end = text_.folded().origin[begin];
  return std::ranges::any_of(text_.dates, [&](const auto& date) { return date.range.end == end; });
}

// "announced a strike for Friday", "a appelé à la grève vendredi": the verb of the past says when
// it was announced. Not "for Friday's vote", "in der Nacht auf Freitag".
bool TimeDirections::is_set_for(Range folded, Form form) {
  const Range sentence = sentence_at(folded);
  const std::string_view text = text_.folded().text;
  if (!table_.has_stem("set_for", text_.lang, text.substr(sentence.begin, sentence.size()))) {
    return false;
  }
  if (is_beside("for_before", "for_behind", folded)) {
    return !is_beside("night_before", "", folded) && !ends_stretch(folded) &&
           !text.substr(folded.end).starts_with("'s");
  }
  const Clauses& clauses = clauses_of(sentence);
  if (form != Form::kWeekday || clauses.verb_last || !is_object_of("calls", folded)) return false;
  const std::string_view before = text.substr(sentence.begin, folded.begin - sentence.begin);
  const size_t verb = table_.stem_in("calls", text_.lang, before, true);
  return table_.has_stem("set_for", text_.lang, before.substr(verb + 1));
}

// "does not rule out a strike in January", "una subida en diciembre está descartada"
bool TimeDirections::is_ruled_out(Range folded) {
  constexpr uint32_t kFront = 16;  // bytes: what opens the sentence is told of the verb
  if (is_object_of("ruled_out", folded)) return true;
  const Range sentence = sentence_at(folded);
  if (clauses_of(sentence).verb_last || folded.begin < sentence.begin + kFront) return false;
  const std::string_view text = text_.folded().text;
  return table_.has_stem("ruled_out", text_.lang,
                         text.substr(folded.end, sentence.end - folded.end));
}

// Whether the time belongs to what is promised, demanded, planned, or ruled out: a word at least
// stands between it and the verb, and no other verb of the past.
bool TimeDirections::is_object_of(std::string_view verbs, Range folded) {
  constexpr size_t kWord = 5, kTightWord = 3;  // letters of a word that is no article
  const Range sentence = sentence_at(folded);
  const std::string_view text = text_.folded().text;
  const Clauses& clauses = clauses_of(sentence);
  const auto is_content = [&](Range between) {
    const bool other = std::ranges::any_of(clauses.cues, [&](const TenseCue& cue) {
      return cue.tense == Tense::kPast && cue.range.begin >= between.begin &&
             cue.range.end <= between.end;
    });
    if (other) return false;
    size_t letters = 0, longest = 0;
    bool tight = false;
    for (size_t at = between.begin; at < between.end;) {
      const text::CodePoint c = text::decode(text, at);
      letters = text::is_letter(c.value) ? letters + 1 : 0;
      tight = tight || text::is_spaceless(c.value) || text::is_hangul(c.value);
      longest = std::max(longest, letters);
      at += c.length;
    }
    return longest >= (tight ? kTightWord : kWord);
  };
  if (clauses.verb_last) {
    const std::string_view behind = text.substr(folded.end, sentence.end - folded.end);
    const size_t last = table_.stem_in(verbs, text_.lang, behind, false);
    if (last != std::string_view::npos &&
        is_content({folded.end, static_cast<uint32_t>(folded.end + last)})) {
      return true;
    }
    const char32_t first = text::decode(text, sentence.begin).value;
    if (text::is_spaceless(first) || text::is_hangul(first)) return false;
  }
  const std::string_view before = text.substr(sentence.begin, folded.begin - sentence.begin);
  const size_t verb = table_.stem_in(verbs, text_.lang, before, true);
  if (verb == std::string_view::npos) return false;
  auto end = static_cast<uint32_t>(sentence.begin + verb);
  if (text::is_spaceless(text::decode(text, end).value)) {  // "承诺3月通过"
    return !std::ranges::any_of(clauses.cues, [&](const TenseCue& cue) {
      return cue.tense == Tense::kPast && cue.range.begin > end + 6 &&
             cue.range.end <= folded.begin;
    });
  }
  while (end < folded.begin && text::is_letter(text::decode(text, end).value)) {
    end += text::decode(text, end).length;
  }
  return is_content({end, folded.begin});
}

Direction TimeDirections::by_tense(TenseAround verb, Range folded, Form form) const {
  // What another clause foresees says little of a weekday.
  const bool far = !verb.near && form == Form::kWeekday;
  switch (verb.tense) {
    case Tense::kPast:
      return Direction::kPast;
    case Tense::kOngoing:
      if (far) break;
      if (form != Form::kPhrase && is_beside("since_maybe", "since_maybe_behind", folded)) {
        return Direction::kPast;
      }
      if (form == Form::kMonth) return Direction::kNearest;
      return form == Form::kDay ? Direction::kNear : Direction::kFuture;
    case Tense::kPresent:
      // "14日" says too little.
      return far || form == Form::kDay ? Direction::kNear : Direction::kFuture;
    case Tense::kFuture:
      return far ? Direction::kNear : Direction::kFuture;
    case Tense::kPlanned:
      if (far) break;
      return form == Form::kPhrase ? Direction::kFuture : Direction::kNearest;
    case Tense::kConditional:
    case Tense::kParticiple:
    case Tense::kNone:
      break;
  }
  return Direction::kNear;
}

}  // namespace synoptic::annotate

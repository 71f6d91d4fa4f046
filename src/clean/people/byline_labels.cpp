#include "clean/people/byline_labels.h"

#include <algorithm>

#include "clean/bars.h"
#include "clean/people/author_address.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {

using knowledge::DateMatch;

bool has_colon(std::string_view text) {
  return text.find(':') != std::string_view::npos || text.find("：") != std::string_view::npos;
}

namespace {

// "Name Surname" with its capitals; in a script without them two words.
bool may_be_writers_name(std::string_view words) {
  words = text::trim_space(words);
  return has_case(words) ? looks_like_person(words) : text::words(words).size() == 2;
}

}  // namespace

std::optional<CueHit> BylineLabels::front(std::string_view kind, const Line& part) const {
  auto hit = cue_in_front(knowledge_, kind, part);
  // 文 is a label in "文：name" and a part of a word in 文章.
  if (hit && !hit->parted && !hit->rest.empty() && hit->range.size() < 4 &&
      text::is_spaceless(text::decode(hit->range.of(part.piece.text), 0).value)) {
    return std::nullopt;
  }
  if (hit && hit->cue->value == "person" && !may_be_writers_name(hit->rest.of(part.piece.text))) {
    return std::nullopt;
  }
  return hit;
}

bool BylineLabels::has_any(const std::vector<DateMatch>& dates) const {
  return front("published_label", line_) || front("updated_label", line_) ||
         front("author_label", line_) || front("editor_label", line_) || has_poster(dates) ||
         has_inner_author() || (line_.width <= 40 && !without_suffix(line_, text_).empty()) ||
         has_mailed_name() || names_publisher();
}

// "City - agencies - By: Name".
bool BylineLabels::has_inner_author() const {
  if (line_.width > kWidestName || !has_colon(text_)) return false;
  const auto hit = cue_inside(knowledge_, "author_label", line_);
  return hit && hit->colon && hit->range.begin > 0 && !hit->rest.empty();
}

// "Name 기자 name@host".
bool BylineLabels::has_mailed_name() const {
  const std::string_view name = without_mail(text_);
  if (name.size() == text_.size() || name.empty() || width_of(name) > 40) return false;
  return !without_suffix(measure(cut(line_.piece, range_of(name))), name).empty();
}

std::string_view BylineLabels::without_mail(std::string_view words) {
  const size_t at = words.rfind('@');
  if (at == std::string_view::npos || words.find('.', at) == std::string_view::npos) return words;
  const size_t blank = words.rfind(' ', at);
  const bool last = words.find(' ', at) == std::string_view::npos;
  if (blank == std::string_view::npos || !last) return words;
  return text::trim_space(words.substr(0, blank));
}

std::string_view BylineLabels::without_counter(std::string_view words) {
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint c = text::decode(words, at);
    const bool picture =
        (c.value >= 0x1F300 && c.value <= 0x1FAFF) || (c.value >= 0x2600 && c.value <= 0x27BF);
    if (picture && at > 0) {
      const std::string_view rest = words.substr(at + c.length);
      const bool counts = text::has_digit(rest) && text::words(rest).size() == 1;
      return counts ? text::trim_space(words.substr(0, at)) : words;
    }
    at += c.length;
  }
  return words;
}

std::string_view BylineLabels::without_numbers(std::string_view words) {
  for (size_t blank = words.rfind(' '); blank != words.npos; blank = words.rfind(' ')) {
    if (words.find_first_not_of("0123456789.,", blank + 1) != words.npos) break;
    words = text::trim_space(words.substr(0, blank));
  }
  return words;
}

std::string_view BylineLabels::without_buttons(std::string_view words) const {
  for (size_t blank = words.rfind(' '); blank != words.npos; blank = words.rfind(' ')) {
    const Line last = measure(cut(line_.piece, range_of(words.substr(blank + 1))));
    if (!is_button_bar(knowledge_, last)) break;
    words = text::trim_space(words.substr(0, blank));
  }
  return words;
}

bool BylineLabels::names_publisher() const {
  if (line_.width > kWidestName || !has_colon(text_)) return false;
  const auto hit = front("publisher_label", line_);
  return hit && hit->colon && !hit->rest.empty();
}

bool BylineLabels::has_poster(const std::vector<DateMatch>& dates) const {
  const auto hit = poster(dates);
  return hit && !line_.piece.links.empty();
}

std::optional<CueHit> BylineLabels::poster(const std::vector<DateMatch>& dates) const {
  auto hit = cue_inside(knowledge_, "posted_by", line_);
  if (!hit || hit->range.begin == 0) return std::nullopt;
  if (!dates.empty() && hit->range.begin > dates.front().range.begin) return std::nullopt;
  if (width_of(std::string_view(text_).substr(0, hit->range.begin)) > kWidestName) {
    return std::nullopt;
  }
  return hit;
}

std::string_view BylineLabels::without_suffix(const Line& part, std::string_view words) const {
  for (const knowledge::Cue& cue : knowledge_.cues("author_suffix")) {
    const std::string_view folded = part.folded;
    if (folded.size() > cue.text.size() && folded.ends_with(cue.text)) {
      const auto begin = static_cast<uint32_t>(folded.size() - cue.text.size());
      return text::trim_space(words.substr(0, part.to_source(begin)));
    }
  }
  return {};
}

Range BylineLabels::range_of(std::string_view part) const {
  const auto begin = static_cast<uint32_t>(part.data() - text_.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

bool has_case(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_latin(c.value) || text::is_cyrillic(c.value)) return true;
    at += c.length;
  }
  return false;
}

std::string_view BylineLabels::before_photographer(std::string_view names) const {
  const Line part = line_for_cues(names);
  const auto hit = cue_inside(knowledge_, "photo_word", part);
  if (!hit || hit->range.begin == 0 || hit->rest.empty() || names[hit->range.begin - 1] != ' ') {
    return names;
  }
  return text::trim_space(names.substr(0, hit->range.begin));
}

bool BylineLabels::may_name(std::string_view words) {
  constexpr size_t kMostWords = 5;
  if (has_case(words)) return looks_like_person(words);
  const auto parts = text::words(words);
  return !parts.empty() && parts.size() <= kMostWords && !text::has_digit(words) &&
         text::is_letter(text::decode(words, 0).value);
}

bool BylineLabels::has_common_word(std::string_view words) const {
  constexpr size_t kLetters = 4;
  bool common = false;
  text::each_word(words, [&](const text::Word& word) {
    const std::string_view letters = word.range.of(words);
    const char32_t first = text::decode(letters, 0).value;
    if (common || text::is_upper(first) || text::count_code_points(letters) < kLetters) return;
    common = (text::is_latin(first) || text::is_cyrillic(first)) &&
             !all_cues(knowledge_, "byline_glue", measure(cut(line_.piece, range_of(letters))));
  });
  return common;
}

namespace {

// "0 Kommentare", "Sem comentários", コメント0件.
bool counts_comments(const Line& part) {
  constexpr uint32_t kMostWords = 4, kWidest = 24;
  return part.words <= kMostWords && part.width <= kWidest &&
         name_words().inside("comment_count", part).has_value();
}

}  // namespace

bool BylineLabels::is_chaff(const Line& part) const {
  return counts_comments(part) || front("views", part) || front("share", part) ||
         front("read_time", part) || cue_inside(knowledge_, "read_time", part) ||
         front("toolbar", part) || cue_inside(knowledge_, "share", part) ||
         front("photo_label", part) || all_cues(knowledge_, "navigation_word", part);
}

bool BylineLabels::is_user_link(Range range) const {
  for (const Link& link : line_.piece.links) {
    if (!link.range.overlaps(range)) continue;
    const auto target = url::parse(link.url);
    if (leads_to_user(target ? target->path : link.url)) return true;
  }
  return false;
}

std::optional<Range> BylineLabels::glued_joint(std::string_view names) const {
  static const std::vector<std::string_view> joiners = name_words().words("glued_joiner");
  for (size_t at = names.find(' '); at != names.npos; at = names.find(' ', at + 1)) {
    const std::string_view behind = names.substr(at + 1);
    const auto joiner = std::ranges::find_if(
        joiners, [&](std::string_view joiner) { return behind.starts_with(joiner); });
    if (joiner == joiners.end()) continue;
    const std::string_view rest = behind.substr(joiner->size());
    if (rest.empty() || rest.front() == ' ') continue;
    if (text::words(names.substr(0, at)).size() < 2 || text::words(rest).size() < 2) continue;
    if (whole_cue(knowledge_, "waw_name", behind.substr(0, behind.find(' '))) != nullptr) continue;
    return Range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1 + joiner->size())};
  }
  return std::nullopt;
}

bool BylineLabels::is_linked(Range range) const {
  return std::any_of(line_.piece.links.begin(), line_.piece.links.end(),
                     [&](const Link& link) { return link.range.overlaps(range); });
}

}  // namespace synoptic::clean

#include "clean/bars.h"

#include <algorithm>
#include <array>

#include "clean/cue_table.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Cue;
using knowledge::Knowledge;

constexpr uint32_t kWidestBar = 150;
constexpr uint32_t kWidestCounters = 60;

const CueTable& bar_table() {
  static const CueTable words("clean/bars.tsv");
  return words;
}

const knowledge::CueIndex& bar_words() { return bar_table().index(); }

// In the folded text no capital shows where one glued word ends: "FacebookXCopy link". A capital
// behind a capital begins no word, but behind the letter X that is a service.
bool begins_word(const Line& line, size_t at, size_t from) {
  if (at >= line.folded.size()) return true;
  if (!text::is_word(text::decode(line.folded, at).value)) return true;
  const std::string_view text = line.piece.text;
  const uint32_t source = line.to_source(static_cast<uint32_t>(at));
  const char32_t here = text::decode(text, source).value;
  if (!text::is_latin(here) && !text::is_cyrillic(here)) return true;
  const bool is_x = at == from + 1 && line.folded[from] == 'x';
  return text::is_upper(here) && (is_x || !text::is_upper(text::decode_before(text, source).value));
}

}  // namespace

bool is_button_bar(const Knowledge& knowledge, const Line& line) {
  const std::string_view folded = line.folded;
  if (line.width > kWidestBar || line.full_stop || line.piece.marked_heading) return false;
  bool button = false;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    // A letter alone is a service or the size of letters; tables have no cues of one byte.
    size_t longest = 0;
    if (at + c.length == folded.size() ||
        !text::is_word(text::decode(folded, at + c.length).value) ||
        (folded[at] == 'x' && begins_word(line, at + c.length, at))) {
      longest = c.length;
    }
    bool named = false;
    const auto take = [&](const Cue& cue, bool names) {
      if (cue.text.size() < longest || !begins_word(line, at + cue.text.size(), at)) return;
      named = names || (named && cue.text.size() == longest);
      longest = cue.text.size();
    };
    bar_words().each_at(folded, at, [&](const Cue& cue) {
      if (cue.kind == "bar_word") take(cue, cue.value == "button");
    });
    knowledge.cue_index().each_at(folded, at, [&](const Cue& cue) {
      if (cue.kind == "share" || cue.kind == "toolbar") take(cue, true);
    });
    if (longest == 0) return false;
    button |= named;
    at += longest;
  }
  return button;
}

bool is_section_bar(const Knowledge& knowledge, const Line& line) {
  constexpr size_t kFewest = 3;
  const std::string_view folded = line.folded;
  if (line.width > kWidestBar || line.full_stop || line.piece.marked_heading) return false;
  size_t sections = 0;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_digit(c.value)) return false;
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    size_t longest = 0;
    const auto take = [&](const Cue& cue) {
      const size_t end = at + cue.text.size();
      const bool ends = end >= folded.size() || !text::is_word(text::decode(folded, end).value) ||
                        text::is_spaceless(text::decode(folded, end).value);
      if (ends && cue.text.size() > longest) longest = cue.text.size();
    };
    bar_words().each_at(folded, at, [&](const Cue& cue) {
      if (cue.kind == "section_word") take(cue);
    });
    knowledge.cue_index().each_at(folded, at, [&](const Cue& cue) {
      if (cue.kind == "home_word" || cue.kind == "navigation_word") take(cue);
    });
    if (longest == 0) return false;
    ++sections;
    at += longest;
  }
  return sections >= kFewest;
}

bool is_section_word(const Line& line) {
  return bar_table().is_whole("section_word", line.piece.text);
}

bool is_counter_bar(const Line& line) {
  if (line.width > kWidestCounters) return false;
  const auto is_picture = [](char32_t c) {
    constexpr std::array<char32_t, 6> kOlder{0x2661, 0x2665, 0x2709, 0x270E, 0x2764, 0x25B6};
    return (c >= 0x1F300 && c <= 0x1FAFF) ||
           std::find(kOlder.begin(), kOlder.end(), c) != kOlder.end();
  };
  bool picture = false, digit = false;
  const std::string_view text = line.piece.text;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_letter(c.value)) return false;
    digit |= text::is_digit(c.value);
    picture |= is_picture(c.value);
    at += c.length;
  }
  return picture && digit;
}

}  // namespace synoptic::clean

#include "clean/bars.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/cue_table.h"
#include "text/utf8.h"
#include "text/words.h"

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

// The longest word of a counter's line that begins at `at`, in bytes; 0: none.
size_t counter_word_at(const Knowledge& knowledge, std::string_view folded, size_t at,
                       bool* readers) {
  constexpr std::array<std::string_view, 7> kLabels{
      "views", "share", "comments", "toolbar", "read_time", "published_label", "updated_label"};
  size_t longest = 0;
  bool named = false;
  const auto take = [&](const Cue& cue) {
    const size_t size = cue.text.size();
    if (size < longest || !is_between_words(folded, at + size)) return;
    named = cue.kind == "views" || (named && size == longest);
    longest = size;
  };
  bar_words().each_at(folded, at, [&](const Cue& cue) {
    if (cue.kind == "bar_word" || cue.kind == "counter_word") take(cue);
  });
  knowledge.cue_index().each_at(folded, at, [&](const Cue& cue) {
    if (std::find(kLabels.begin(), kLabels.end(), cue.kind) != kLabels.end()) take(cue);
  });
  if (readers != nullptr) *readers |= named;
  return longest;
}

size_t end_of_word(std::string_view folded, size_t at) {
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (!text::is_word(c.value)) break;
    at += c.length;
    if (text::is_spaceless(c.value)) break;
  }
  return at;
}

struct CounterWords {
  bool readers = false;
  uint32_t unexplained = 0;
};

CounterWords read_counter(const Knowledge& knowledge, std::string_view folded, size_t at) {
  CounterWords words;
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    const size_t known = counter_word_at(knowledge, folded, at, &words.readers);
    const size_t end = known > 0 ? at + known : std::max(end_of_word(folded, at), at + c.length);
    // "1.2k": a letter behind digits counts thousands.
    const bool scale = end == at + c.length && at > 0 && text::is_digit(folded[at - 1]);
    words.unexplained += known == 0 && !scale;
    at = end;
  }
  return words;
}

// "Politics  Hits: 123", "In: News | 1,204 views": behind the label a colon and the number, and
// nothing behind that; or a part between strokes that is a counter.
bool holds_counter(const Knowledge& knowledge, std::string_view folded) {
  for (const std::string_view sign : {"|", "·", "•", "丨", "｜"}) {
    if (folded.find(sign) == folded.npos) continue;
    for (size_t at = 0; at <= folded.size();) {
      const size_t end = std::min(folded.find(sign, at), folded.size());
      const std::string_view part = folded.substr(at, end - at);
      const CounterWords words = read_counter(knowledge, part, 0);
      if (words.readers && words.unexplained == 0 && text::has_digit(part)) return true;
      at = end + sign.size();
    }
  }
  for (const std::string_view colon : {":", "："}) {
    const size_t at = folded.rfind(colon);
    if (at == folded.npos) continue;
    const std::string_view number = folded.substr(at + colon.size());
    if (!text::has_digit(number) || read_counter(knowledge, number, 0).unexplained > 0) continue;
    if (read_counter(knowledge, folded.substr(0, at), 0).readers) return true;
  }
  return false;
}

}  // namespace

bool counts_readers(const Knowledge& knowledge, const Line& line) {
  constexpr uint32_t kMostBeside = 4;
  if (line.width > kWidestCounters || line.prose || !text::has_digit(line.piece.text)) return false;
  const CounterWords words = read_counter(knowledge, line.folded, 0);
  if (!words.readers) return false;
  return words.unexplained == 0 ||
         (words.unexplained <= kMostBeside && holds_counter(knowledge, line.folded));
}

uint32_t unexplained_words(const Knowledge& knowledge, const Line& line, size_t from) {
  return read_counter(knowledge, line.folded, from).unexplained;
}

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

namespace {

// "政治 產經 社會 文化": most of the words between the blanks are names of sections, each alone.
bool is_mostly_sections(std::string_view text) {
  constexpr size_t kFewest = 4;
  size_t sections = 0, others = 0;
  bool capitals = true;  // each word has one
  for (const std::string_view word : split_trimmed(text, ' ')) {
    if (!text::is_word(text::decode(word, 0).value)) {
      if (word.size() > 3) return false;  // no stroke or dot
      continue;
    }
    const char32_t last = text::decode_before(word, word.size()).value;
    if (!text::is_word(last)) return false;
    bar_table().is_whole("section_word", word) ? ++sections : ++others;
    capitals &= text::is_upper(text::decode(word, 0).value);
    if (others > sections + 1) return false;
  }
  return sections >= kFewest && (others * 2 <= sections || (capitals && others < sections));
}

}  // namespace

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
    if (longest == 0) return sections > 0 && is_mostly_sections(line.piece.text);
    ++sections;
    at += longest;
  }
  return sections >= kFewest;
}

std::optional<Range> section_label(const Line& line) {
  constexpr uint32_t kWidestSection = 80;
  constexpr size_t kMostWords = 6, kMostSigns = 12;
  const std::string_view text = line.piece.text;
  if (line.width > kWidestSection || line.full_stop || line.piece.marked_heading ||
      text::has_digit(text)) {
    return std::nullopt;
  }
  const auto label = bar_table().in_front("section_label", line);
  if (!label || label->begin > 0) return std::nullopt;
  std::string_view rest = text::trim_space(text.substr(label->end));
  for (const std::string_view colon : {":", "："}) {
    if (!rest.starts_with(colon)) continue;
    rest = text::trim_space(rest.substr(colon.size()));
    const auto words = text::words(rest);
    if (words.empty() || words.size() > (words[0].spaceless ? kMostSigns : kMostWords)) break;
    const auto begin = static_cast<uint32_t>(rest.data() - text.data());
    return Range{begin, begin + static_cast<uint32_t>(rest.size())};
  }
  return std::nullopt;
}

bool names_no_section(std::string_view words) { return bar_table().is_whole("no_section", words); }

bool is_comment_word(std::string_view words) { return bar_table().is_whole("comment_word", words); }

bool is_section_word(std::string_view words) { return bar_table().is_whole("section_word", words); }
bool is_section_word(const Line& line) {
  return is_section_word(std::string_view(line.piece.text));
}

bool is_score_bar(const Line& line) {
  constexpr uint32_t kMostUnexplained = 2;
  const std::string_view folded = line.folded;
  if (line.width > kWidestBar || line.full_stop || line.piece.marked_heading ||
      !text::has_digit(folded)) {
    return false;
  }
  bool score = false, comments = false, beside = false;
  uint32_t unexplained = 0, numbers = 0;
  for (size_t at = 0; at < folded.size() && unexplained <= kMostUnexplained;) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_digit(c.value)) {
      ++numbers;
      while (at < folded.size() && text::is_digit(text::decode(folded, at).value)) {
        at += text::decode(folded, at).length;
      }
      continue;
    }
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    const Cue* longest = nullptr;
    bar_words().each_at(folded, at, [&](const Cue& cue) {
      const bool fits = cue.kind == "score_word" || cue.kind == "comment_word" ||
                        cue.kind == "score_beside" || cue.kind == "bar_word";
      if (fits && is_between_words(folded, at + cue.text.size()) &&
          (longest == nullptr || cue.text.size() > longest->text.size() ||
           (cue.text.size() == longest->text.size() && longest->kind == "bar_word"))) {
        longest = &cue;
      }
    });
    if (longest == nullptr) {
      const size_t end = std::max(end_of_word(folded, at), at + c.length);
      // "1.2k".
      const bool scale = end == at + c.length && at > 0 && text::is_digit(folded[at - 1]);
      unexplained += !scale;
      at = end;
      continue;
    }
    score |= longest->kind == "score_word";
    comments |= longest->kind == "comment_word";
    beside |= longest->kind == "score_beside";
    at += longest->text.size();
  }
  if (unexplained > kMostUnexplained) return false;
  if (comments && unexplained == 0) return true;
  const bool parted = folded.find_first_of('|') != folded.npos || folded.find("•") != folded.npos ||
                      folded.find("·") != folded.npos;
  return parted && score && numbers > 1 && (comments || beside);
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

#include "clean/plain/plain_markup.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "clean/page.h"
#include "clean/plain/plain_tags.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

// Marks of notes -------------------------------------------------------------------------------

// "[12]" right behind a word or a stop, "[^name]" anywhere: which, or nothing.
struct NoteMark {
  Range range;
  uint32_t number = 0;  // 0: by name
};

std::optional<NoteMark> note_at(std::string_view text, size_t at) {
  constexpr size_t kLongest = 30;
  const size_t close = text.substr(0, std::min(text.size(), at + kLongest)).find(']', at);
  if (close == text.npos || close == at + 1) return std::nullopt;
  const std::string_view inner = text.substr(at + 1, close - at - 1);
  NoteMark mark{{static_cast<uint32_t>(at), static_cast<uint32_t>(close + 1)}, 0};
  if (inner.starts_with('^') && inner.size() > 1 && inner.find(' ') == inner.npos) return mark;
  if (at == 0 || text[at - 1] == ' ' || inner.size() > 3) return std::nullopt;
  for (const char c : inner) {
    if (c < '0' || c > '9') return std::nullopt;
    mark.number = mark.number * 10 + static_cast<uint32_t>(c - '0');
  }
  return mark.number > 0 ? std::optional(mark) : std::nullopt;
}

std::vector<NoteMark> notes_in(std::string_view text) {
  std::vector<NoteMark> notes;
  for (size_t at = text.find('['); at != text.npos; at = text.find('[', at + 1)) {
    if (const auto note = note_at(text, at)) notes.push_back(*note);
  }
  return notes;
}

// Numbered notes count from one.
bool counts_notes(const std::vector<Piece>& pieces) {
  size_t numbered = 0;
  bool first = false;
  for (const Piece& piece : pieces) {
    if (piece.outside) continue;
    for (const NoteMark& note : notes_in(piece.text)) {
      numbered += note.number > 0;
      first |= note.number == 1;
    }
  }
  return first && numbered >= 2;
}

void cut_notes(std::vector<Piece>& pieces) {
  const bool numbered = counts_notes(pieces);
  for (Piece& piece : pieces) {
    if (piece.outside || piece.text.find('[') == std::string::npos) continue;
    const auto notes = notes_in(piece.text);
    std::vector<Range> gaps;
    for (const NoteMark& note : notes) {
      if (note.number == 0 || numbered) gaps.push_back(note.range);
    }
    if (gaps.empty()) continue;
    // "[^1]: what the note says".
    const std::string_view behind = std::string_view(piece.text).substr(gaps.front().end);
    if (gaps.front().begin == 0 && behind.starts_with(':')) {
      piece.outside = true;
      piece.reason = "note";
      continue;
    }
    piece = without(piece, gaps);
  }
}

// "↑ What is cited", "^ …": the list behind the marks.
void mark_references(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    const std::string_view text = piece.text;
    if (piece.outside || !(text.starts_with("↑") || text.starts_with("^ "))) continue;
    piece.outside = true;
    piece.reason = "note";
  }
}

// Wikis ----------------------------------------------------------------------------------------

// "Heading[edit | edit source]": the brackets at the end, without a blank in front.
std::string_view glued_brackets(std::string_view text) {
  constexpr size_t kLongest = 60, kLongestLine = 200;
  if (!text.ends_with(']') || text.size() > kLongestLine) return {};
  const size_t open = text.rfind('[');
  if (open == text.npos || open == 0 || text[open - 1] == ' ') return {};
  const std::string_view words = text.substr(open);
  return words.size() <= kLongest && !text::has_digit(words) ? words : std::string_view{};
}

// The same button behind two lines or more: these are headings.
void take_edit_buttons(std::vector<Piece>& pieces) {
  std::map<std::string, size_t, std::less<>> times;
  for (const Piece& piece : pieces) {
    const auto button = glued_brackets(piece.text);
    if (!piece.outside && !button.empty()) ++times[std::string(button)];
  }
  for (Piece& piece : pieces) {
    const auto button = glued_brackets(piece.text);
    if (piece.outside || button.empty()) continue;
    if (const auto found = times.find(button); found == times.end() || found->second < 2) continue;
    const auto end = static_cast<uint32_t>(piece.text.size() - button.size());
    const bool gap = piece.gap_before;
    piece = cut(piece, {0, end});
    piece.gap_before = gap;
    piece.marked_heading = true;
    piece.kind = model::BlockKind::kHeading;
    piece.level = std::max(piece.level, 2);
  }
}

// "1.2 Heading" where the heading stands further below: its words.
std::string_view listed_heading(std::string_view text) {
  constexpr size_t kLongest = 160;
  if (text.size() > kLongest) return {};
  const size_t end = text.find_first_not_of("0123456789.");
  if (end == 0 || end == text.npos || text[end] != ' ' || text[0] == '.') return {};
  return text::trim_space(text.substr(end));
}

void mark_contents(std::vector<Piece>& pieces) {
  constexpr size_t kFewest = 2;
  std::map<std::string, size_t, std::less<>> last;  // where a short line stands for the last time
  constexpr size_t kLongest = 160;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].outside && pieces[i].text.size() <= kLongest) last[key_of(pieces[i].text)] = i;
  }
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i;
    while (end < pieces.size() && !pieces[end].outside) {
      const auto words = listed_heading(pieces[end].text);
      const auto found = words.empty() ? last.end() : last.find(key_of(words));
      if (found == last.end() || found->second <= end) break;
      ++end;
    }
    if (end - i >= kFewest) {
      // The word for contents above them.
      if (i > 0 && !pieces[i - 1].outside && width_of(pieces[i - 1].text) <= 24) --i;
      for (; i < end; ++i) {
        pieces[i].outside = true;
        pieces[i].reason = "navigation";
      }
    }
    i = std::max(end, i + 1);
  }
}

// "{% include x %}", "{{ x }}", "{{< x >}}", "{: .class}": what a site's maker would have filled
// in.
void cut_template_marks(Piece& piece) {
  constexpr size_t kLongest = 200;
  const std::string_view text = piece.text;
  std::vector<Range> gaps;
  for (size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::string_view rest = text.substr(at, kLongest);
    size_t end = text.npos;
    if (rest.starts_with("{%")) {
      end = rest.find("%}");
    } else if (rest.starts_with("{{")) {
      end = rest.find("}}");
    } else if (rest.starts_with("{:")) {
      if (const size_t close = rest.find('}'); close != rest.npos) end = close - 1;
    }
    if (end == text.npos) continue;
    gaps.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + end + 2)});
    at += end + 1;
  }
  if (gaps.empty()) return;
  Piece rest = without(piece, gaps);
  if (rest.text.empty()) {
    piece.outside = true;
    piece.reason = "code";
  } else {
    piece = std::move(rest);
  }
}

// Marks of writers' tools: ":::note" and ":::" around a box, "[x] " of a task, "[!note] " of a
// callout.
void cut_tool_marks(std::vector<Piece>& pieces) {
  constexpr size_t kLongestFence = 40;
  for (Piece& piece : pieces) {
    if (piece.outside) continue;
    const std::string_view text = piece.text;
    if (text.starts_with(":::") && text.size() <= kLongestFence) {
      piece.outside = true;
      piece.reason = "code";
      continue;
    }
    uint32_t end = 0;
    if (text.starts_with("[x] ") || text.starts_with("[X] ") || text.starts_with("[ ] ")) end = 4;
    if (text.starts_with("[!")) {
      const size_t close = text.substr(0, kLongestFence).find(']');
      if (close != text.npos) end = static_cast<uint32_t>(close + 1);
    }
    if (end > 0) piece = without(piece, {{0, end}});
    // "<https://…>": how mails write an address.
    if (piece.text.starts_with("<http") && piece.text.find('>') + 1 == piece.text.size()) {
      piece = cut(piece, {1, static_cast<uint32_t>(piece.text.size() - 1)});
    }
    cut_template_marks(piece);
  }
}

// Signs ----------------------------------------------------------------------------------------

bool is_pictograph(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x203C ||
         c == 0x2049 || c == 0x26A1 || c == 0x2B50 || c == 0x2B55 || c == 0xFE0F || c == 0x200D ||
         c == 0x2139;
}

// Hands and arrows point at something else; the next steps ask for them.
bool is_pointing(char32_t c) {
  return (c >= 0x1F446 && c <= 0x1F449) || (c >= 0x2794 && c <= 0x27BF) || c == 0x261E ||
         c == 0x261B;
}

// "👍 214 😢 98", "👁 18.4K": pictures and counts and nothing else.
bool is_reactions(std::string_view text) {
  size_t pictures = 0, letters = 0, digits = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    pictures += is_pictograph(c.value);
    digits += text::is_digit(c.value);
    letters += text::is_letter(c.value);
    at += c.length;
  }
  return pictures > 0 && letters <= pictures && (digits > 0 || letters == 0);
}

void cut_pictographs(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    if (piece.outside || piece.text.empty() || text::is_ascii(piece.text[0])) continue;
    uint32_t end = 0;
    while (end < piece.text.size()) {
      const text::CodePoint c = text::decode(piece.text, end);
      if (is_pointing(c.value)) {
        end = 0;
        break;
      }
      if (!is_pictograph(c.value) && !(end > 0 && c.value == ' ')) break;
      end += c.length;
    }
    if (end == 0) continue;
    if (is_reactions(piece.text)) {
      piece.outside = true;
      piece.reason = "views";
      continue;
    }
    piece = without(piece, {{0, end}});
  }
}

}  // namespace

std::vector<Piece> mend_plain_markup(std::vector<Piece> pieces) {
  std::vector<Piece> mended;
  mended.reserve(pieces.size());
  for (Piece& piece : pieces) {
    // Twice: feeds escape what was escaped.
    for (int i = 0; i < 2 && !piece.outside && piece.text.find('&') != std::string::npos; ++i) {
      auto plain = decoded(piece);
      if (!plain) break;
      piece = std::move(*plain);
    }
    if (!piece.outside && piece.text.find('<') != std::string::npos) {
      put_without_tags(std::move(piece), mended);
    } else {
      mended.push_back(std::move(piece));
    }
  }
  take_edit_buttons(mended);
  cut_notes(mended);
  cut_tool_marks(mended);
  mark_references(mended);
  mark_contents(mended);
  cut_pictographs(mended);
  return mended;
}

}  // namespace synoptic::clean

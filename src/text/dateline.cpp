#include "text/dateline.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/dateline_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::text {
namespace {

constexpr size_t kReach = 110;    // bytes that a dateline may take
constexpr size_t kMostWords = 9;  // parted by blanks, in front of a dash
constexpr size_t kLeastCapitals = 3;

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += c != ' ' && !inside;
    inside = c != ' ';
  }
  return words;
}

// "ROUEN", "NEW DELHI": three letters in a row at the begin, all of them capitals.
bool begins_in_capitals(std::string_view text) {
  size_t capitals = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!is_letter(c.value)) break;
    if (!is_upper(c.value)) return false;
    ++capitals;
    at += c.length;
  }
  return capitals >= kLeastCapitals;
}

// "Rio de Janeiro": no word but short ones is written small.
bool is_name(std::string_view text) {
  constexpr size_t kShort = 3;  // bytes of Latin letters
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.size() <= kShort) continue;
    const char32_t first = decode(word, 0).value;
    const bool cased = is_cased(first);
    if (cased && !is_upper(first)) return false;
  }
  return true;
}

// « “ „ ‘ ‚ ‹ 「 『 《 and the straight ones: somebody speaks.
bool is_quotation_mark(char32_t c) {
  constexpr std::array<char32_t, 12> kMarks{'"',    '\'',   0xAB,   0x201C, 0x201D, 0x201E,
                                            0x2018, 0x201A, 0x2039, 0x300C, 0x300E, 0x300A};
  return std::find(kMarks.begin(), kMarks.end(), c) != kMarks.end();
}

// A word that begins with a digit, as days do: "IPv6" is none.
bool has_number(std::string_view text) {
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_digit(c.value) && !inside) return true;
    inside = is_cased(c.value);
    at += c.length;
  }
  return false;
}

// "On March 3, the ministry", "He said, 12 years ago,": a name in front of the first comma, and
// behind the last one a day or a name.
bool is_place_and_day(std::string_view head) {
  constexpr std::string_view kWide = "،";
  const size_t first = std::min(head.find(','), head.find(kWide));
  if (first == std::string_view::npos) return false;
  const size_t plain = head.rfind(','), wide = head.rfind(kWide);
  size_t end = plain == std::string_view::npos ? 0 : plain + 1;
  if (wide != std::string_view::npos) end = std::max(end, wide + kWide.size());
  const std::string_view last = trim_space(head.substr(end));
  if (last.empty()) return false;
  const char32_t begin = decode(last, 0).value;
  const bool small = is_small(begin);
  if (small && !has_number(last)) return false;
  return is_digit(decode(head, 0).value) || is_name(head.substr(0, first));
}

// Whether what stands in front of a dash says where, when or who, and nothing else.
bool is_head(std::string_view head) {
  head = trim_space(head);
  if (head.empty() || count_words(head) > kMostWords) return false;
  const char32_t first = decode(head, 0).value;
  if (begins_small(head) || is_quotation_mark(first)) return false;
  const bool cased = is_cased(first);
  // The agency in brackets, last or before the day.
  const size_t open = head.find('(');
  if (open != std::string_view::npos && open > 0 &&
      head.find(')', open) != std::string_view::npos) {
    return is_name(head.substr(0, open)) && (head.ends_with(')') || has_digit(head));
  }
  return begins_in_capitals(head) || (has_number(head) && is_place_and_day(head)) ||
         (head.find('/') != std::string_view::npos && !cased);
}

// Most paragraphs have none near their beginning, so that no sign with one is looked for.
bool may_hold_dash(std::string_view front) {
  constexpr char kWide = "–"[0];  // "—" and "―" begin with the same byte
  return front.find('-') != std::string_view::npos || front.find(kWide) != std::string_view::npos;
}

uint32_t behind_dash(std::string_view front) {
  if (!may_hold_dash(front)) return 0;
  constexpr std::array<std::string_view, 6> kDashes{" - ", " – ", " — ", " -- ", ") — ", " ― "};
  size_t first = std::string_view::npos, length = 0;
  for (const std::string_view dash : kDashes) {
    const size_t at = front.find(dash);
    if (at >= first) continue;
    first = at;
    length = dash.size();
  }
  if (first == std::string_view::npos || !is_head(front.substr(0, first))) return 0;
  return static_cast<uint32_t>(first + length);
}

// "MANILA.- ", "Madrid, 3 mar (EFE).- ": the full stop and the dash together are a sign.
uint32_t behind_stop_and_dash(std::string_view front) {
  if (!may_hold_dash(front)) return 0;
  constexpr std::array<std::string_view, 4> kSigns{".- ", ".– ", ".— ", ".-- "};
  constexpr size_t kLongestName = 4;  // words
  size_t first = std::string_view::npos, length = 0;
  for (const std::string_view sign : kSigns) {
    const size_t at = front.find(sign);
    if (at >= first) continue;
    first = at;
    length = sign.size();
  }
  if (first == std::string_view::npos) return 0;
  const std::string_view head = trim_space(front.substr(0, first));
  const bool named = is_name(head) && count_words(head) <= kLongestName && !has_digit(head) &&
                     head.find_first_of(".:;!?\"") == std::string_view::npos;
  if (head.empty() || (!named && !is_head(head))) return 0;
  return static_cast<uint32_t>(first + length);
}

// "…3月3日电（记者…）"
uint32_t behind_wire(std::string_view front) {
  for (const std::string_view wire : DatelineWords::get().wires) {
    const size_t at = front.find(wire);
    if (at == std::string_view::npos || !has_digit(front.substr(0, at))) continue;
    size_t end = at + wire.size();
    constexpr std::string_view kOpen = "（", kClose = "）";
    const size_t close = front.find(kClose, end);
    if (front.substr(end).starts_with(kOpen) && close != std::string_view::npos) {
      end = close + kClose.size();
    }
    return static_cast<uint32_t>(end);
  }
  return 0;
}

// "本报讯（记者…）", "南方商报讯 ": a paper's sign without a day.
uint32_t behind_paper(std::string_view front) {
  constexpr size_t kLongestPaper = 36;  // bytes
  for (const std::string_view sign : DatelineWords::get().papers) {
    const size_t at = front.find(sign);
    if (at == std::string_view::npos || at == 0 || at > kLongestPaper) continue;
    const std::string_view paper = front.substr(0, at);
    if (paper.find(' ') != std::string_view::npos || paper.find("，") != std::string_view::npos ||
        paper.find("。") != std::string_view::npos) {
      continue;
    }
    size_t end = at + sign.size();
    const std::string_view rest = front.substr(end);
    constexpr std::string_view kOpen = "（", kClose = "）", kWide = "\u3000";
    if (rest.starts_with(kOpen)) {
      const size_t close = front.find(kClose, end);
      if (close != std::string_view::npos) return static_cast<uint32_t>(close + kClose.size());
    }
    if (rest.starts_with(' ')) return static_cast<uint32_t>(end);
    if (rest.starts_with(kWide)) return static_cast<uint32_t>(end + kWide.size());
  }
  return 0;
}

// "中央社倫敦3日綜合外電報導", all of a bracket: who reports, from where, when.
bool is_wire(std::string_view inside) {
  constexpr size_t kLongest = 60;  // bytes
  if (inside.size() > kLongest || !has_digit(inside)) return false;
  for (const std::string_view mark : {"，", "。", "；"}) {
    if (inside.find(mark) != std::string_view::npos) return false;
  }
  const auto& signs = DatelineWords::get().bracketed;
  return std::ranges::any_of(signs, [&](std::string_view sign) { return inside.ends_with(sign); });
}

constexpr std::string_view kCorner = "【";

// "【サンパウロ】": a town, or a label of the newsroom; no sentence.
bool is_short_label(std::string_view inside) {
  constexpr size_t kLongest = 36;  // bytes
  if (inside.empty() || inside.size() > kLongest) return false;
  constexpr std::array<std::string_view, 6> kMarks{"，", "、", "。", "！", "？", "」"};
  return std::ranges::none_of(
      kMarks, [&](std::string_view mark) { return inside.find(mark) != std::string_view::npos; });
}

// "【ロンドン=山田太郎】", "【サンパウロ】", "(서울=연합뉴스) 김지훈 기자 = "
uint32_t behind_bracket(std::string_view front) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBrackets{
      {{kCorner, "】"}, {"(", ")"}, {"（", "）"}}};
  for (const auto& [open, close] : kBrackets) {
    const size_t end = front.find(close);
    if (!front.starts_with(open) || end == std::string_view::npos) continue;
    const std::string_view inside = front.substr(open.size(), end - open.size());
    const bool parted =
        inside.find('=') != std::string_view::npos || inside.find("＝") != std::string_view::npos;
    const bool named = open == kCorner && is_short_label(inside);
    if (!parted && !named && !is_wire(inside)) continue;
    size_t behind = end + close.size();
    const size_t sign = front.find(" = ", behind);
    if (sign != std::string_view::npos) behind = sign + 3;
    return static_cast<uint32_t>(behind);
  }
  return 0;
}

}  // namespace

uint32_t sign_behind_town(std::string_view rest) {
  constexpr std::array<std::string_view, 9> kSigns{" - ", " – ", " — ", " -- ", " ― ",
                                                   ".- ", ". ",  "۔ ",  "। "};
  for (const std::string_view sign : kSigns) {
    if (!rest.starts_with(sign)) continue;
    // "Kenya - the host - won": the report begins like a sentence, and no second dash follows.
    const std::string_view report = rest.substr(sign.size());
    if (report.empty() || begins_small(report)) return 0;
    if (report.substr(0, kReach).find(sign) < kReach && sign.starts_with(' ')) return 0;
    return static_cast<uint32_t>(sign.size());
  }
  return 0;
}

uint32_t dateline_end(std::string_view raw) {
  const std::string_view front = raw.substr(0, end_of_character(raw, kReach));
  for (const auto behind :
       {behind_bracket, behind_wire, behind_paper, behind_stop_and_dash, behind_dash}) {
    uint32_t end = behind(front);
    while (end < raw.size() && end > 0 && raw[end] == ' ') ++end;
    if (end > 0) return end < raw.size() ? end : 0;
  }
  return 0;
}

void part_dateline(std::string_view raw, std::vector<Range>& sentences) {
  part_dateline(raw, dateline_end(raw), sentences);
}

void part_dateline(std::string_view raw, uint32_t end, std::vector<Range>& sentences) {
  if (sentences.empty()) return;
  // The dateline itself may hold a full stop: "3 мар."
  while (sentences.size() > 1 && sentences[1].begin < end) {
    sentences[0].end = sentences[1].end;
    sentences.erase(sentences.begin() + 1);
  }
  const Range first = sentences[0];
  if (end <= first.begin || end >= first.end) return;
  Range head{first.begin, end};
  while (head.end > head.begin && raw[head.end - 1] == ' ') --head.end;
  sentences[0] = {end, first.end};
  sentences.insert(sentences.begin(), head);
}

}  // namespace synoptic::text

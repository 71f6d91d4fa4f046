#include "verify/slice.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "html/html.h"
#include "text/utf8.h"

namespace synoptic::verify {
namespace {

constexpr size_t kMostMarkup = 256 << 10, kMostMarkupOfSign = 64;
constexpr size_t kShownBytes = 160;  // bytes of what stands there that people are shown

// What lies between two signs.
struct Gap {
  bool space = false, seam = false, cell = false, mark = false, soft = false;
};

class Matcher {
 public:
  Matcher(const std::vector<Unit>& slice, const std::vector<Unit>& words)
      : slice_(slice), words_(words) {}

  bool run() {
    for (;;) {
      const Gap asked = gap_of_words();
      Gap there = gap_of_slice();
      if (skip_note()) {
        const Gap behind = gap_of_slice();
        there.space |= behind.space;
        there.mark = true;
      }
      if (!asked.space) skip_hyphen();
      // A span begins and ends with what is told; one that was shifted takes in something else.
      if ((last_ == 0 || at_ == slice_.size()) && !is_tight(asked, there)) {
        return fail("something else stands at the end of the span");
      }
      if (word_ == words_.size()) {
        if (at_ == slice_.size()) return true;
        return fail("more stands there");
      }
      // Cells of a table's row are told with a bar between them.
      if (there.cell && asked.space && words_[word_].value == '|' && !stands(U'|')) {
        ++word_;
        gap_of_words();
        if (word_ == words_.size()) return fail("ends with a bar that does not stand there");
      } else if (!fits(asked, there)) {
        return fail(asked.space ? "a blank is told where none stands"
                                : "a blank stands there that is not told");
      }
      if (at_ == slice_.size()) return fail("less stands there");
      if (slice_[at_].value != words_[word_].value) {
        return fail(fmt::format("another sign stands there ({} for {})", sign(slice_[at_].value),
                                sign(words_[word_].value)));
      }
      last_ = words_[word_].value;
      ++at_, ++word_;
    }
  }

  size_t matched() const { return word_; }
  size_t differs_at() const { return at_; }  // in the slice
  const std::string& reason() const { return reason_; }

 private:
  bool stands(char32_t sign) const { return at_ < slice_.size() && slice_[at_].value == sign; }

  // "word[12] goes on", "word[^name]": a mark of a note that is not told.
  bool skip_note() {
    constexpr size_t kLongest = 30, kMostDigits = 3;
    if (last_ == 0 || !stands(U'[') || (word_ < words_.size() && words_[word_].value == U'[')) {
      return false;
    }
    // Right behind a word; brackets between blanks are the text's own.
    if (at_ == 0 || slice_[at_ - 1].kind == UnitKind::kSpace) return false;
    const bool named = at_ + 1 < slice_.size() && slice_[at_ + 1].value == U'^';
    for (size_t i = at_ + 1; i < slice_.size() && i < at_ + kLongest; ++i) {
      const char32_t c = slice_[i].value;
      if (c == U']') {
        if (i == at_ + 1) return false;
        at_ = i + 1;
        return true;
      }
      if (slice_[i].kind == UnitKind::kSpace || (!named && !text::is_digit(c))) return false;
      if (!named && i > at_ + kMostDigits) return false;
    }
    return false;
  }

  // "a brew-" over "ery": the hyphen is the margin's.
  void skip_hyphen() {
    if (!text::is_letter(last_) || !(stands(U'-') || stands(0x2010)) || word_ >= words_.size()) {
      return;
    }
    size_t next = at_ + 1;
    while (next < slice_.size() && slice_[next].kind != UnitKind::kSign) ++next;
    if (next == at_ + 1 || next >= slice_.size() || !text::is_letter(slice_[next].value) ||
        slice_[next].value != words_[word_].value) {
      return;
    }
    at_ = next;
  }

  Gap gap_of_words() {
    Gap gap;
    for (; word_ < words_.size() && words_[word_].kind != UnitKind::kSign; ++word_) {
      gap.space = gap.space || words_[word_].kind == UnitKind::kSpace;
      gap.soft = gap.soft || words_[word_].kind == UnitKind::kSoft;
    }
    return gap;
  }

  Gap gap_of_slice() {
    Gap gap;
    for (; at_ < slice_.size() && slice_[at_].kind != UnitKind::kSign; ++at_) {
      const Unit unit = slice_[at_];
      const bool told = word_ < words_.size() && words_[word_].value == unit.value;
      if (unit.kind == UnitKind::kMark && told) break;
      gap.space = gap.space || unit.kind == UnitKind::kSpace;
      gap.seam = gap.seam || unit.kind == UnitKind::kSeam || unit.kind == UnitKind::kCell;
      gap.cell = gap.cell || unit.kind == UnitKind::kCell;
      gap.mark = gap.mark || unit.kind == UnitKind::kMark;
    }
    return gap;
  }

  bool fits(const Gap& asked, const Gap& there) const {
    if (word_ == 0 || last_ == 0 || at_ == slice_.size()) return true;  // cut at the ends
    if (asked.space == there.space || there.seam) return true;
    const char32_t next = words_[word_].value;
    if (!asked.space) {
      // Lines are wrapped between ideographs, where no blank is meant.
      return is_wide(last_) && is_wide(next);
    }
    if (there.mark) return true;
    // Words that a lost blank had glued are parted; numbers never are.
    return text::is_letter(last_) && text::is_letter(next);
  }

  static bool is_tight(const Gap& asked, const Gap& there) {
    if (asked.soft) return true;  // what nobody sees is told, behind whatever it stands
    return !there.seam && !there.mark && (asked.space || !there.space);
  }
  static bool is_wide(char32_t c) {
    return text::is_spaceless(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0);
  }

  bool fail(std::string reason) {
    reason_ = std::move(reason);
    return false;
  }

  static std::string sign(char32_t value) {
    std::string text;
    text::append_utf8(text, value);
    return text;
  }

  const std::vector<Unit>& slice_;
  const std::vector<Unit>& words_;
  size_t at_ = 0, word_ = 0;
  char32_t last_ = 0;
  std::string reason_;
};

// What is read there, from a little before the place where it differs.
std::string shown(const std::vector<Unit>& units, size_t differs_at) {
  constexpr size_t kBefore = 60;
  const size_t from = differs_at > kBefore ? differs_at - kBefore : 0;
  std::string text;
  for (size_t i = from; i < units.size(); ++i) {
    const Unit unit = units[i];
    if (unit.kind == UnitKind::kSign || unit.kind == UnitKind::kMark) {
      text::append_utf8(text, unit.value);
    } else if (unit.kind != UnitKind::kSoft && !text.empty() && !text.ends_with(' ')) {
      text += ' ';
    }
    if (text.size() >= kShownBytes) {
      text += "…";
      break;
    }
  }
  return (from > 0 ? "…" : "") + std::string(trim(text));
}

}  // namespace

namespace {

// What is escaped in a feed stands in it twice over.
std::string without_references(std::string_view slice) {
  std::string text;
  for (size_t at = 0; at < slice.size();) {
    const html::Meant meant =
        slice[at] == '&' ? html::meant_by_reference(slice.substr(at)) : html::Meant{};
    if (meant.length == 0) {
      text += slice[at++];
    } else {
      text += meant.text;
      at += meant.length;
    }
  }
  return text;
}

}  // namespace

Match match(std::string_view slice, std::string_view words) {
  if (slice == words) return {true, {}, {}};
  // Markup is longer than its words, but not without bound.
  if (slice.size() > kMostMarkup + kMostMarkupOfSign * words.size()) {
    return {false, {}, fmt::format("the span of {} bytes says much more", slice.size())};
  }
  const std::vector<Unit> wanted = units_of(words, Reading::kPlain);
  Match best;
  size_t furthest = 0;
  for (const Reading reading : kReadings) {
    const std::vector<Unit> units = units_of(slice, reading);
    Matcher matcher(units, wanted);
    if (matcher.run()) return {true, {}, {}};
    // Of readings that come as far, the one without the tags is shown.
    if (reading <= Reading::kHtml ? matcher.matched() >= furthest : matcher.matched() > furthest) {
      furthest = matcher.matched();
      best.stands = shown(units, matcher.differs_at());
      best.reason = matcher.reason();
    }
  }
  if (slice.find("&lt;") != slice.npos || slice.find("&amp;") != slice.npos) {
    const std::string once = without_references(slice);
    for (const Reading reading : kReadings) {
      const std::vector<Unit> units = units_of(once, reading);
      if (Matcher(units, wanted).run()) return {true, {}, {}};
    }
  }
  return best;
}

bool holds_words(std::string_view text, std::string_view words) {
  const auto signs_of = [](std::string_view from, Reading reading) {
    std::vector<char32_t> signs;
    for (const Unit& unit : units_of(from, reading)) {
      if (unit.kind == UnitKind::kSign || unit.kind == UnitKind::kMark) signs.push_back(unit.value);
    }
    return signs;
  };
  const auto wanted = signs_of(words, Reading::kPlain);
  return std::any_of(std::begin(kReadings), std::end(kReadings), [&](Reading reading) {
    const auto there = signs_of(text, reading);
    return std::search(there.begin(), there.end(), wanted.begin(), wanted.end()) != there.end();
  });
}

}  // namespace synoptic::verify

#include "clean/people/lone_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/page_words.h"
#include "clean/people/author_words.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// Two to four ideographs, or two to four words with capitals, that the knowledge does not know for
// anything else.
bool is_bare_name(const Line& line, const Knowledge& knowledge, std::string_view lang = {}) {
  constexpr uint32_t kWidest = 40;
  const std::string_view words = line.piece.text;
  if (words.empty() || line.width > kWidest || !knowledge.find_by_name(words).empty()) return false;
  if (!could_name_author(knowledge, words) || names_outlet(knowledge, words)) return false;
  if (is_parted_name(words, parts_names(lang))) return true;
  size_t ideographs = 0;
  for (size_t i = 0; i < words.size();) {
    const text::CodePoint c = text::decode(words, i);
    if (!text::is_han(c.value)) {
      return ideographs == 0 && line.words <= 4 && looks_like_person(words);
    }
    ++ideographs;
    i += c.length;
  }
  return ideographs >= 2 && ideographs <= 4;
}

model::Author author_at(const Line& line, std::string_view name) {
  const auto begin = static_cast<uint32_t>(name.data() - line.piece.text.data());
  model::Author author;
  author.name = name;
  author.span = line.piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
  return author;
}

}  // namespace

std::optional<Byline> names_behind_text(const std::vector<model::Block>& blocks,
                                        const Knowledge& knowledge, std::string_view lang) {
  if (blocks.empty()) return std::nullopt;
  const model::Block& block = blocks.back();
  const std::string_view text = block.text;
  constexpr size_t kWidest = 150;
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    if (at == std::string_view::npos || text.size() - at > kWidest) continue;
    Piece piece;
    piece.text = block.text;
    piece.source = block.source;
    const Line line = measure(cut(piece, {static_cast<uint32_t>(at + open.size()),
                                          static_cast<uint32_t>(text.size() - close.size())}));
    if (at == 0 && is_bare_name(line, knowledge, lang)) {
      Byline found;
      found.authors.push_back(author_at(line, line.piece.text));
      return found;
    }
    if (!cue_in_front(knowledge, "author_label", line) &&
        !cue_in_front(knowledge, "editor_label", line)) {
      continue;
    }
    if (auto byline = parse_byline(line, knowledge, lang)) return byline;
  }
  return std::nullopt;
}

namespace {

// "Name, place", "Name - Outlet", "Name, correspondent": what may stand beside a writer.
bool stands_beside_name(const Knowledge& knowledge, std::string_view words) {
  Piece piece;
  piece.text = words;
  const Line line = measure(std::move(piece));
  if (names_outlet(knowledge, words) || cue_inside(knowledge, "job_title", line)) return true;
  // "in Lima", "do Recife", "à Brest".
  for (int skipped = 0; skipped < 2 && !words.empty(); ++skipped) {
    if (names_place(knowledge, words)) return true;
    words = text::trim_space(words.substr(std::min(words.find(' '), words.size())));
  }
  return false;
}

// Two to four words of a script without capitals, that are known for nothing else.
bool may_be_caseless_name(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 30;
  const char32_t first = text::decode(line.piece.text, 0).value;
  return text::is_letter(first) && !text::is_latin(first) && !text::is_cyrillic(first) &&
         !text::is_spaceless(first) && line.words >= 2 && line.words <= 4 &&
         line.width <= kWidest && !text::has_digit(line.piece.text) &&
         knowledge.find_by_name(line.piece.text).empty() &&
         could_name_author(knowledge, line.piece.text);
}

// "Vigo": one capitalised word or two, behind a stroke or a dash.
bool may_be_place(std::string_view words) {
  const auto parts = text::words(words);
  return !parts.empty() && parts.size() <= 2 && !text::has_digit(words) &&
         std::all_of(parts.begin(), parts.end(), [&](const text::Word& word) {
           return text::is_upper(text::decode(words, word.range.begin).value);
         });
}

// Signs that part, at both ends.
std::string_view without_signs(std::string_view words) {
  constexpr std::array<std::string_view, 10> kSigns{",", "،", "/", "|", "-",
                                                    "·", "–", "—", "(", "•"};
  for (bool cut = true; cut;) {
    cut = false;
    words = text::trim_space(words);
    for (const std::string_view sign : kSigns) {
      if (words.starts_with(sign)) words.remove_prefix(sign.size()), cut = true;
    }
  }
  return words;
}

// "Imogen Lark Transport correspondent": the name. What somebody is begins with the last capital in
// front of words without one.
std::string_view name_before_job(const Knowledge& knowledge, std::string_view text) {
  const Line line = line_for_cues(text);
  auto job = cue_inside(knowledge, "job_title", line);
  while (job) {  // the last one
    auto next = cue_inside(knowledge, "job_title", line, job->range.end);
    if (!next) break;
    job = std::move(next);
  }
  if (!job || job->range.end != text.size() || job->range.begin == 0) return {};
  const auto words = text::words(text);
  const auto is_capital = [&](size_t i) {
    return text::is_upper(text::decode(text, words[i].range.begin).value);
  };
  size_t end = words.size();
  while (end > 0 && (words[end - 1].range.end > job->range.begin || !is_capital(end - 1))) --end;
  for (const size_t last : {end - 1, end}) {
    if (last > words.size() || last < 2 || last > 3) continue;
    const std::string_view name = text.substr(0, words[last - 1].range.end);
    if (looks_like_person(name) && could_name_author(knowledge, name)) return name;
  }
  return {};
}

// The line's names, if it holds nothing but names and what stands beside them. `by_day`: the line
// below tells the day.
NamesAbove names_on(const Line& line, size_t i, const Knowledge& knowledge, bool by_day) {
  NamesAbove found;
  const std::string_view text = line.piece.text;
  const auto measured = [](std::string_view words) {
    Piece piece;
    piece.text = words;
    return measure(std::move(piece));
  };
  if (text::is_spaceless(text::decode(text, 0).value)) {
    for (const std::string_view part : split(text, '/')) {
      const std::string_view name = text::trim_space(part);
      if (!is_bare_name(measured(name), knowledge) || is_page_word(knowledge, measured(name))) {
        return {};
      }
      found.authors.push_back(author_at(line, name));
    }
    found.line = i;
    return found;
  }
  if (const auto name = name_before_job(knowledge, text); !name.empty() && by_day) {
    return {{author_at(line, name)}, i};
  }
  constexpr uint32_t kWidestJoint = 8;  // bytes between two names
  uint32_t end = 0;
  bool caseless = false;
  for (const Range range : names_in(knowledge, text)) {
    const std::string_view name = text::trim_space(range.of(text));
    if (range.begin > end + (end > 0 ? kWidestJoint : 0)) break;
    const Line part = measured(name);
    caseless |= may_be_caseless_name(part, knowledge);
    if (!is_bare_name(part, knowledge) && !may_be_caseless_name(part, knowledge)) break;
    found.authors.push_back(author_at(line, name));
    end = range.end;
  }
  if (found.authors.empty()) return {};
  const std::string_view rest = without_signs(text.substr(end));
  const bool beside = !rest.empty() && stands_beside_name(knowledge, rest);
  const bool parted = text.substr(end, 1) != ",";
  // "Name | Place", "Name - site" over the day.
  const bool placed =
      by_day && parted && !rest.empty() && !text::has_digit(rest) && text::words(rest).size() == 1;
  // Words without capitals are a name only beside something that a writer's name stands beside.
  if (caseless ? !(beside || placed) || line.full_stop
               : !rest.empty() && !beside && !placed && !(parted && may_be_place(rest)))
    return {};
  found.line = i;
  return found;
}

// "Name" over "Town of Somewhere", which the text speaks of: the name above.
NamesAbove name_over_place(const Page& page, size_t i, size_t begin, const NamesAbove& below,
                           const Knowledge& knowledge) {
  const std::string& place = below.authors.front().name;
  const bool told = std::any_of(
      page.lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, page.lines.end(),
      [&](const Line& line) { return line.prose && line.piece.text.find(place) != place.npos; });
  if (!told || below.authors.size() != 1 || i <= begin || page.lines[i - 1].piece.outside ||
      page.lines[i - 1].piece.marked_heading || page.marks[i - 1].role == LineRole::kChaff) {
    return {};
  }
  return names_on(page.lines[i - 1], i - 1, knowledge, false);
}

bool tells_day(const Page& page, size_t i) {
  while (i < page.lines.size() && page.lines[i].piece.outside) ++i;
  return i < page.lines.size() && page.marks[i].byline && !page.marks[i].byline->dates.empty();
}

}  // namespace

NamesAbove names_above_text(const Page& page, const Title& title, const Knowledge& knowledge) {
  constexpr size_t kMostLines = 12;
  NamesAbove found;
  const size_t begin = title.line == kNoLine ? 0 : title.line + 1;
  const size_t text = first_paragraph(page, begin);
  if (text == kNoLine || text - begin > kMostLines) return found;
  bool beside_text = true;  // nothing of the article stands between
  for (size_t i = text; i-- > begin;) {
    const Line& line = page.lines[i];
    const Piece& piece = line.piece;
    const bool spaceless = text::is_spaceless(text::decode(piece.text, 0).value);
    const bool alone = piece.kind == model::BlockKind::kParagraph ||
                       (piece.kind == model::BlockKind::kHeading && (spaceless || beside_text));
    if (piece.outside || piece.marked_heading || !piece.links.empty() || !alone) {
      beside_text &= piece.outside || !page.marks[i].reason.empty();
      continue;
    }
    if (page.marks[i].role == LineRole::kChaff) continue;
    found = names_on(line, i, knowledge, tells_day(page, i + 1));
    if (!found.authors.empty()) {
      const NamesAbove above = name_over_place(page, i, begin, found, knowledge);
      if (!above.authors.empty()) return above;
    }
    // What is no part of the text may stand below the name: a credit, a place, buttons.
    if (!found.authors.empty() || page.marks[i].reason.empty()) return found;
  }
  return {};
}

namespace {

// "（…）", "(…)": what stands between them; empty: none do.
std::string_view inside_brackets(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    return text.substr(open.size(), text.size() - open.size() - close.size());
  }
  return {};
}

bool ends_as_family(std::string_view name) {
  static const std::vector<std::string_view> kEndings = name_words().words("family_ending");
  const std::string folded = text::fold_copy(name);
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

}  // namespace

std::vector<model::Author> reporters_below_text(const Page& page, const Knowledge& knowledge) {
  constexpr size_t kFarthest = 3;  // lines below the text
  constexpr uint32_t kWidest = 60;
  size_t last = page.lines.size();
  while (last > 0 && (page.lines[last - 1].piece.outside || !page.marks[last - 1].reason.empty())) {
    --last;
  }
  if (last == 0) return {};
  for (size_t i = last; i < std::min(page.lines.size(), last + kFarthest); ++i) {
    const Line& line = page.lines[i];
    const std::string_view text = line.piece.text;
    const auto words = inside_brackets(text);
    if (words.empty() || line.width > kWidest) continue;
    std::string_view rest;  // behind the first label
    for (const knowledge::Cue& label : knowledge.cues("author_label")) {
      const size_t at = words.find(label.text);
      if (at == words.npos || !text::is_spaceless(text::decode(label.text, 0).value)) continue;
      const std::string_view behind = text::trim_space(words.substr(at + label.text.size()));
      if (behind.size() > rest.size()) rest = behind;
    }
    std::vector<model::Author> authors;
    for (const std::string_view name : names_of_signs(rest, knowledge)) {
      authors.push_back(author_at(line, name));
    }
    if (!authors.empty()) return authors;
  }
  return {};
}

std::optional<model::Author> name_below_text(const Page& page,
                                             const std::vector<model::Block>& blocks,
                                             const Knowledge& knowledge, bool in_brackets) {
  size_t last = page.lines.size();
  while (last > 0 && (page.lines[last - 1].piece.outside || !page.marks[last - 1].reason.empty())) {
    --last;
  }
  if (last == 0 || !page.lines[last - 1].prose) return std::nullopt;
  for (size_t i = last; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (line.piece.outside) continue;
    std::string_view text = line.piece.text;
    if (page.marks[i].reason != "residue" || !line.piece.links.empty()) return std::nullopt;
    constexpr std::string_view kOpen = "（", kClose = "）";
    if (text.starts_with(kOpen) && text.ends_with(kClose)) {
      text = text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size());
      if (!text::is_han(text::decode(text, 0).value)) return std::nullopt;
    } else if (in_brackets || !text::is_cyrillic(text::decode(text, 0).value) ||
               !ends_as_family(text)) {
      return std::nullopt;
    }
    const Line name = line_of_words(text);
    if (!is_bare_name(name, knowledge) || is_page_word(knowledge, name)) return std::nullopt;
    for (const model::Block& block : blocks) {
      if (block.text.find(text) != std::string::npos) return std::nullopt;
    }
    return author_at(line, text);
  }
  return std::nullopt;
}

bool closes_dateline(const std::vector<model::Block>& blocks, std::string_view name) {
  constexpr size_t kFarthest = 80;  // bytes from the paragraph's front
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& one) {
    return one.kind == model::BlockKind::kParagraph;
  });
  if (block == blocks.end() || name.empty()) return false;
  const std::string_view text = block->text;
  const size_t at = text.find(name);
  if (at == text.npos || at == 0 || at > kFarthest) return false;
  const std::string_view before = text::trim_space(text.substr(0, at));
  const bool dash = before.ends_with('-') || before.ends_with("–") || before.ends_with("—");
  return dash && text.substr(at + name.size()).starts_with(". ");
}

std::optional<model::Author> name_in_dateline(const std::vector<model::Block>& blocks,
                                              const Knowledge& knowledge, std::string_view outlet) {
  constexpr size_t kFarthest = 160;  // bytes from the paragraph's front
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& one) {
    return one.kind == model::BlockKind::kParagraph;
  });
  if (block == blocks.end() || outlet.empty()) return std::nullopt;
  const std::string_view text = block->text;
  const size_t at = text.substr(0, kFarthest).find(outlet);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const std::string_view before = text::trim_space(text.substr(0, at));
  if (!before.ends_with('-') && !before.ends_with("–") && !before.ends_with("—")) {
    return std::nullopt;
  }
  std::string_view rest = text.substr(at + outlet.size());
  if (!rest.starts_with(", ")) return std::nullopt;
  rest.remove_prefix(2);
  const std::string_view name = rest.substr(0, rest.find(". "));
  if (name.size() == rest.size() || !looks_like_person(name) ||
      !could_name_author(knowledge, name)) {
    return std::nullopt;
  }
  const auto begin = static_cast<uint32_t>(name.data() - text.data());
  model::Author author;
  author.name = name;
  author.span = block->to_capture({begin, begin + static_cast<uint32_t>(name.size())});
  return author;
}

std::optional<model::Author> name_behind_outlet(const std::vector<model::Block>& blocks,
                                                const Knowledge& knowledge,
                                                std::string_view outlet) {
  constexpr size_t kFarthest = 160;  // bytes from the paragraph's front
  constexpr size_t kWidestOutlet = 60, kWidestName = 60;
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& one) {
    return one.kind == model::BlockKind::kParagraph;
  });
  if (block == blocks.end()) return std::nullopt;
  const std::string_view text = std::string_view(block->text).substr(0, kFarthest);
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    const size_t at = text.find(dash);
    if (at == text.npos || at == 0 || at > kWidestOutlet) continue;
    const std::string_view front = text.substr(0, at);
    if (key_of(front) != key_of(outlet) && !names_outlet(knowledge, front)) return std::nullopt;
    const std::string_view rest = text.substr(at + dash.size());
    const size_t end = rest.find(text::trim_space(dash));
    if (end == rest.npos || end > kWidestName) return std::nullopt;
    const std::string_view name = text::trim_space(rest.substr(0, end));
    const Line line = line_of_words(name);
    if (!is_bare_name(line, knowledge) && !may_be_caseless_name(line, knowledge)) {
      return std::nullopt;
    }
    const auto begin = static_cast<uint32_t>(name.data() - text.data());
    model::Author author;
    author.name = name;
    author.span = block->to_capture({begin, begin + static_cast<uint32_t>(name.size())});
    return author;
  }
  return std::nullopt;
}

}  // namespace synoptic::clean

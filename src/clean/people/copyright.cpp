#include "clean/people/copyright.h"

#include <algorithm>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestLine = 300;
constexpr uint32_t kWidestName = 40;
constexpr uint32_t kWidestOwnerLine = 60;

Span span_of(const Line& line, std::string_view part) {
  const auto begin = static_cast<uint32_t>(part.data() - line.piece.text.data());
  return line.piece.source.to_source({begin, begin + static_cast<uint32_t>(part.size())});
}

std::optional<model::DateEvidence> year_in(const Line& line, std::string_view rest) {
  const size_t at = rest.find_first_of("0123456789");
  if (at == std::string_view::npos || at > 12 || at + 4 > rest.size()) return std::nullopt;
  const std::string_view year = rest.substr(at, 4);
  if (!is_ascii_digits(year) || (!year.starts_with("19") && !year.starts_with("20"))) {
    return std::nullopt;
  }
  model::DateEvidence evidence;
  for (const char c : year) evidence.value.year = evidence.value.year * 10 + (c - '0');
  evidence.value.precision = model::Precision::kYear;
  evidence.role = "copyright";
  evidence.where = "label";
  evidence.rule = "year behind a copyright sign";
  evidence.span = span_of(line, year);
  return evidence;
}

bool comes_again(const Page& page, std::string_view name, const Line& here) {
  constexpr size_t kMostLines = 400;
  constexpr uint32_t kLeastWidth = 4;
  if (width_of(name) < kLeastWidth) return false;
  for (size_t i = 0; i < page.lines.size() && i < kMostLines; ++i) {
    const Line& line = page.lines[i];
    if (&line != &here && line.piece.text.find(name) != std::string::npos) return true;
  }
  return false;
}

// "© Newsroom / outlet.org": the host, where it is known.
std::string_view host_among(std::string_view rest, const knowledge::Knowledge& knowledge) {
  const std::string_view names = rest.substr(0, rest.find_first_of(",|(;"));
  if (names.find('/') == names.npos) return {};
  for (std::string_view part : split_trimmed(names, '/')) {
    while (part.ends_with('.')) part.remove_suffix(1);
    const bool host = part.find('.') != part.npos && part.find(' ') == part.npos;
    if (host && (known_outlet(knowledge, part) || knowledge.find_by_domain(part))) return part;
  }
  return {};
}

std::optional<model::Publisher> owner_in(const Line& line, std::string_view rest, const Page* page,
                                         const knowledge::Knowledge& knowledge) {
  while (!rest.empty()) {
    const text::CodePoint c = text::decode(rest, 0);
    if (text::is_letter(c.value)) break;
    rest.remove_prefix(c.length);
  }
  size_t end = rest.size();
  for (const std::string_view sign : {",", ".", "|", "،", "，", "·", "(", ";", " – ", " - "}) {
    end = std::min(end, rest.find(sign));
  }
  const std::string_view whole = text::trim_space(rest.substr(0, end));
  std::string_view name = whole;
  // "© Name All rights reserved"; where the words stand first, the name stands behind them.
  if (const auto rights = name_words().inside("rights_reserved", line_for_cues(name))) {
    const std::string_view before = text::trim_space(name.substr(0, rights->begin));
    if (before.empty()) return owner_in(line, name.substr(rights->end), page, knowledge);
    name = before;
  }
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  name = without_company_form(text::trim_space(name));  // "© Name 2026"
  if (const auto host = host_among(rest, knowledge); !host.empty()) name = host;
  if (name.empty() || width_of(name) > kWidestName || name.find('/') != std::string_view::npos) {
    return std::nullopt;
  }
  // One word is a name, too, where a company's form or its rights stand beside it.
  const bool told = name.size() < whole.size() && looks_like_person(whole);
  if (!told && !looks_like_person(name) && !names_outlet(knowledge, name) &&
      !(page != nullptr && comes_again(*page, name, line))) {
    return std::nullopt;
  }
  return publisher_of(name, span_of(line, name));
}

}  // namespace

Copyright read_copyright(const Line& line, const Page* page,
                         const knowledge::Knowledge& knowledge) {
  if (line.width > kWidestLine) return {};
  const auto hit = cue_inside(knowledge, "copyright", line);
  if (!hit) return {};
  // "Image copyright Agency": whose the picture is.
  if (line.piece.kind == model::BlockKind::kCaption ||
      plain_words().in_front("picture_label", line)) {
    return {};
  }
  const std::string_view rest = hit->rest.of(line.piece.text);
  auto owner = owner_in(line, rest, page, knowledge);
  // "Name 版权所有": nothing but the name stands in front.
  if (!owner && rest.empty() && line.width <= kWidestOwnerLine &&
      name_words().inside("rights_reserved", line)) {
    owner = owner_in(line, std::string_view(line.piece.text).substr(0, hit->range.begin), page,
                     knowledge);
  }
  return {year_in(line, rest), std::move(owner)};
}

}  // namespace synoptic::clean

#include "clean/plain/plain_tags.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "clean/page.h"
#include "html/html.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

struct LeftTag {
  Range range;
  bool parts = false;  // of a block: a paragraph ends here
};

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_block(html::Tag tag) {
  using html::Tag;
  constexpr std::array<Tag, 20> kBlocks{
      Tag::p,      Tag::div,        Tag::br, Tag::li, Tag::ul,    Tag::ol,     Tag::h1,
      Tag::h2,     Tag::h3,         Tag::h4, Tag::h5, Tag::h6,    Tag::tr,     Tag::blockquote,
      Tag::figure, Tag::figcaption, Tag::hr, Tag::td, Tag::table, Tag::section};
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

// "<p>", "</a>", "<img src=…/>": the tag of an element that exists.
std::optional<LeftTag> tag_at(std::string_view text, size_t at) {
  constexpr size_t kLongest = 2000, kLongestName = 12;
  size_t name = at + 1;
  if (name < text.size() && text[name] == '/') ++name;
  size_t end = name;
  while (end < text.size() && is_name_byte(text[end]) && end - name <= kLongestName) ++end;
  if (end == name || end >= text.size()) return std::nullopt;
  if (text[end] != ' ' && text[end] != '>' && text[end] != '/') return std::nullopt;
  std::string lower(text.substr(name, end - name));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  const html::Tag tag = html::tag_of(lower);
  if (tag == html::Tag::unknown) return std::nullopt;
  const size_t close = text.substr(0, std::min(text.size(), at + kLongest)).find('>', end);
  if (close == text.npos) return std::nullopt;
  return LeftTag{{static_cast<uint32_t>(at), static_cast<uint32_t>(close + 1)}, is_block(tag)};
}

}  // namespace

std::optional<Piece> decoded(const Piece& piece) {
  const std::string_view text = piece.text;
  Piece out;
  uint32_t from = 0;
  const auto keep = [&](uint32_t end) {
    append_part(out.source, piece.source, {from, end});
    out.text += text.substr(from, end - from);
  };
  for (size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const auto begin = static_cast<uint32_t>(at);
    if (begin < from) continue;
    html::Meant meant = html::meant_by_reference(text.substr(at));
    if (meant.length == 0) continue;
    if (text::trim_space(meant.text).empty()) meant.text = " ";
    keep(begin);
    from = begin + static_cast<uint32_t>(meant.length);
    out.source.append_whole(static_cast<uint32_t>(meant.text.size()),
                            piece.source.to_source({begin, from}));
    out.text += meant.text;
  }
  if (from == 0) return std::nullopt;
  keep(static_cast<uint32_t>(text.size()));
  // The rest stays as it was: links would have to be moved, and text with both has none.
  Piece mended = piece;
  mended.links.clear();
  mended.text = std::move(out.text);
  mended.source = std::move(out.source);
  return mended;
}

void put_without_tags(Piece piece, std::vector<Piece>& out) {
  const std::string_view text = piece.text;
  std::vector<LeftTag> tags;
  for (size_t at = text.find('<'); at != text.npos; at = text.find('<', at)) {
    const auto tag = tag_at(text, at);
    at = tag ? tag->range.end : at + 1;
    if (tag) tags.push_back(*tag);
  }
  if (tags.empty()) return out.push_back(std::move(piece));
  uint32_t begin = 0;
  std::vector<Range> gaps;  // of the part that begins at `begin`
  bool first = true;
  const auto close = [&](uint32_t end) {
    const std::string_view inner = text::trim_space(text.substr(begin, end - begin));
    const auto shift = static_cast<uint32_t>(inner.data() - text.data());
    for (Range& gap : gaps) {
      gap.begin = std::max(gap.begin, shift) - shift;
      gap.end = std::max(gap.end, shift) - shift;
    }
    Piece part = without(cut(piece, {begin, end}), std::exchange(gaps, {}));
    if (part.text.empty()) return;
    part.gap_before = !first || piece.gap_before;
    first = false;
    out.push_back(std::move(part));
  };
  for (const LeftTag& tag : tags) {
    if (tag.parts) {
      close(tag.range.begin);
      begin = tag.range.end;
    } else {
      gaps.push_back(tag.range);
    }
  }
  close(static_cast<uint32_t>(text.size()));
}

}  // namespace synoptic::clean

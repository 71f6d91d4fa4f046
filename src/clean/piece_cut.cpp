// Pieces cut out of the capture, cut in parts, and put together anew: page.h.
#include <algorithm>
#include <iterator>
#include <utility>

#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

void append_mapped(Piece& out, const Piece& from, Range range) {
  append_part(out.source, from.source, range);
  out.text.append(from.text, range.begin, range.size());
}

void set_span(Piece& piece, uint32_t fallback) {
  piece.span = piece.text.empty()
                   ? Span{fallback, fallback}
                   : piece.source.to_source({0, static_cast<uint32_t>(piece.text.size())});
}

void copy_marks(const Piece& from, Piece& to) {
  to.kind = from.kind;
  to.level = from.level;
  to.gap_before = from.gap_before;
  to.marked_heading = from.marked_heading;
  to.outside = from.outside;
  to.reason = from.reason;
}

}  // namespace

void append_part(text::OffsetMap& to, const text::OffsetMap& from, Range range) {
  const auto& pieces = from.pieces();
  if (pieces.empty()) return to.append_linear(range.size(), range.begin);
  auto piece = std::upper_bound(pieces.begin(), pieces.end(), range.begin,
                                [](uint32_t at, const auto& p) { return at < p.begin; });
  if (piece != pieces.begin()) --piece;
  for (uint32_t at = range.begin; at < range.end;) {
    const auto next = std::next(piece);
    const uint32_t end = next == pieces.end() ? range.end : std::min(next->begin, range.end);
    if (piece->linear)
      to.append_linear(end - at, piece->source.begin + (at - piece->begin));
    else
      to.append_whole(end - at, piece->source);
    at = end;
    piece = next;
  }
}

Piece piece_of(std::string_view capture_text, Span span) {
  Piece piece;
  uint32_t blank_begin = 0, blank_end = 0;
  for (uint32_t at = span.begin; at < span.end;) {
    const text::CodePoint c = text::decode(capture_text, at);
    const uint32_t length = std::min(c.length, span.end - at);
    if (text::is_space(c.value)) {
      if (blank_end != at) blank_begin = at;
      blank_end = at + length;
    } else if (c.value != 0xFEFF && c.value != 0x200E && c.value != 0x200F) {
      if (blank_end > blank_begin && !piece.text.empty()) {
        const bool plain = blank_end - blank_begin == 1;
        if (plain)
          piece.source.append_linear(1, blank_begin);
        else
          piece.source.append_whole(1, {blank_begin, blank_end});
        piece.text += ' ';
      }
      blank_begin = blank_end = 0;
      piece.source.append_linear(length, at);
      piece.text.append(capture_text.substr(at, length));
    }
    at += length;
  }
  set_span(piece, span.begin);
  return piece;
}

Piece cut(const Piece& piece, Range range) {
  const auto size = static_cast<uint32_t>(piece.text.size());
  range.end = std::min(range.end, size);
  range.begin = std::min(range.begin, range.end);
  const std::string_view inner = text::trim_space(range.of(piece.text));
  if (!inner.empty()) {
    range.begin = static_cast<uint32_t>(inner.data() - piece.text.data());
    range.end = range.begin + static_cast<uint32_t>(inner.size());
  } else {
    range.end = range.begin;
  }
  Piece out;
  copy_marks(piece, out);
  append_mapped(out, piece, range);
  set_span(out, piece.source.to_source({range.begin, range.begin}).begin);
  for (const Link& link : piece.links) {
    if (!range.overlaps(link.range) && !range.contains(link.range)) continue;
    Link moved = link;
    moved.range.begin = std::max(link.range.begin, range.begin) - range.begin;
    moved.range.end = std::min(link.range.end, range.end) - range.begin;
    out.links.push_back(std::move(moved));
  }
  return out;
}

Piece insert_blanks(const Piece& piece, const std::vector<uint32_t>& seams) {
  Piece out;
  copy_marks(piece, out);
  uint32_t from = 0;
  for (const uint32_t seam : seams) {
    append_mapped(out, piece, {from, seam});
    const uint32_t at = piece.source.to_source({seam, seam}).begin;
    out.source.append_whole(1, {at, at});
    out.text += ' ';
    from = seam;
  }
  append_mapped(out, piece, {from, static_cast<uint32_t>(piece.text.size())});
  for (Link link : piece.links) {
    const auto moved = [&](uint32_t at) {
      return at + static_cast<uint32_t>(std::upper_bound(seams.begin(), seams.end(), at) -
                                        seams.begin());
    };
    link.range = {moved(link.range.begin), moved(link.range.end)};
    out.links.push_back(std::move(link));
  }
  out.span = piece.span;
  return out;
}

Piece without(const Piece& piece, const std::vector<Range>& gaps) {
  Piece out;
  copy_marks(piece, out);
  const auto size = static_cast<uint32_t>(piece.text.size());
  const auto keep = [&](uint32_t begin, uint32_t end) {
    const bool blank_before = out.text.empty() || out.text.back() == ' ';
    if (blank_before && begin < end && piece.text[begin] == ' ') ++begin;
    if (begin < end) append_mapped(out, piece, {begin, end});
  };
  uint32_t from = 0;
  for (const Range gap : gaps) {
    keep(from, gap.begin);
    from = gap.end;
  }
  keep(from, size);
  for (const Link& link : piece.links) {
    const auto moved = [&](uint32_t at) {
      uint32_t taken = 0;
      for (const Range gap : gaps) {
        if (gap.begin >= at) break;
        taken += std::min(gap.end, at) - gap.begin;
      }
      return std::min(at - taken, static_cast<uint32_t>(out.text.size()));
    };
    Link kept = link;
    kept.range = {moved(link.range.begin), moved(link.range.end)};
    if (!kept.range.empty()) out.links.push_back(std::move(kept));
  }
  const Range all{0, static_cast<uint32_t>(out.text.size())};
  Piece trimmed = cut(out, all);
  trimmed.rule_before = piece.rule_before;
  trimmed.begins_article = piece.begins_article;
  if (trimmed.text.empty()) trimmed.span = piece.span;
  return trimmed;
}

}  // namespace synoptic::clean

#include "clean/html/script_paragraphs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "html/html.h"
#include "html/tag_set.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;

// Characters with their bytes in the capture to paragraphs; white space collapsed.
class ParagraphMaker {
 public:
  explicit ParagraphMaker(ScriptText& text) : text_(text) {}

  void add(std::string_view character, Span source) {
    if (text::is_space(text::decode(character, 0).value)) {
      blank_ = !piece_.text.empty();
      return;
    }
    if (blank_) {
      piece_.source.append_whole(1, {source.begin, source.begin});
      piece_.text += ' ';
      blank_ = false;
    }
    const auto length = static_cast<uint32_t>(character.size());
    if (source.size() == length)
      piece_.source.append_linear(length, source.begin);
    else
      piece_.source.append_whole(length, source);
    piece_.text += character;
  }

  void finish(bool heading = false) {
    if (!piece_.text.empty()) {
      if (heading) {
        piece_.kind = model::BlockKind::kHeading;
        piece_.level = 2;
        piece_.marked_heading = true;
      }
      piece_.gap_before = true;
      const Span first = piece_.source.to_source({0, 1});
      const auto size = static_cast<uint32_t>(piece_.text.size());
      piece_.span = {first.begin, piece_.source.to_source({size - 1, size}).end};
      text_.weight += static_cast<uint32_t>(text::count_code_points(piece_.text));
      text_.paragraphs.push_back(std::move(piece_));
    }
    piece_ = {};
    blank_ = false;
  }

 private:
  ScriptText& text_;
  Piece piece_;
  bool blank_ = false;
};

// In a string of HTML: what is no running text, and what does not end a paragraph.
constexpr html::TagSet kSkipped = {Tag::script,   Tag::style,  Tag::figcaption, Tag::iframe,
                                   Tag::noscript, Tag::button, Tag::svg,        Tag::template_};
constexpr html::TagSet kInline = {
    Tag::a,      Tag::abbr, Tag::b,   Tag::bdi,  Tag::bdo, Tag::cite, Tag::code,  Tag::em,
    Tag::font,   Tag::i,    Tag::ins, Tag::mark, Tag::q,   Tag::s,    Tag::small, Tag::span,
    Tag::strong, Tag::sub,  Tag::sup, Tag::time, Tag::u,   Tag::wbr,  Tag::del};

// One character with its escape, if it has one (RFC 8259, 7); returns where it ends.
uint32_t decode(std::string_view json, uint32_t at, uint32_t end, std::string& out) {
  if (json[at] != '\\' || at + 1 >= end) {
    const uint32_t length = std::min(text::decode(json, at).length, end - at);
    out = json.substr(at, length);
    return at + length;
  }
  const char c = json[at + 1];
  if (c != 'u') {
    out = c == 'n' ? '\n' : c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c;
    return at + 2;
  }
  uint32_t next = at;
  const auto unit = [&]() -> uint32_t {
    if (next + 6 > end || json[next] != '\\' || json[next + 1] != 'u') return 0;
    uint32_t code = 0;
    for (uint32_t k = next + 2; k < next + 6; ++k) {
      const char h = json[k];
      const int digit = h >= '0' && h <= '9'   ? h - '0'
                        : h >= 'a' && h <= 'f' ? h - 'a' + 10
                        : h >= 'A' && h <= 'F' ? h - 'A' + 10
                                               : 0;
      code = code * 16 + static_cast<uint32_t>(digit);
    }
    next += 6;
    return code;
  };
  uint32_t code = unit();
  if (next == at) return at + 2;
  if (code >= 0xD800 && code < 0xDC00) {
    const uint32_t before = next, low = unit();
    if (low >= 0xDC00 && low < 0xE000)
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    else
      next = before, code = 0xFFFD;
  }
  if (code == 0xA0 || code == 0x200B) code = ' ';
  out.clear();
  text::append_utf8(out, code);
  return next;
}

}  // namespace

void add_strings(ScriptText& text, const ScriptData& data, const std::vector<Span>& strings,
                 bool heading) {
  ParagraphMaker maker(text);
  std::string decoded;
  for (const Span span : strings) {
    for (uint32_t i = span.begin; i < span.end;) {
      const uint32_t end = decode(data.json, i, span.end, decoded);
      if (decoded == "\n")
        maker.finish();
      else
        maker.add(decoded, {data.begin + i, data.begin + end});
      i = end;
    }
  }
  maker.finish(heading);
}

void add_markup(ScriptText& text, const ScriptData& data, Span string) {
  std::string markup, decoded;
  text::OffsetMap source;
  for (uint32_t i = string.begin; i < string.end;) {
    const uint32_t end = decode(data.json, i, string.end, decoded);
    const auto length = static_cast<uint32_t>(decoded.size());
    if (end - i == length)
      source.append_linear(length, data.begin + i);
    else
      source.append_whole(length, {data.begin + i, data.begin + end});
    markup += decoded;
    i = end;
  }
  const auto document = html::Document::parse_view(markup);
  if (!document) return;
  ParagraphMaker maker(text);
  const auto& nodes = document->nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (kSkipped.contains(node.tag)) {
      i = std::max(node.subtree_end, i + 1) - 1;
      maker.finish();
      continue;
    }
    if (node.kind == html::NodeKind::kElement && !kInline.contains(node.tag)) maker.finish();
    if (node.kind != html::NodeKind::kText) continue;
    const text::OffsetMap map = document->source_map(node);
    for (uint32_t at = 0; at < node.text().size();) {
      const uint32_t length = text::decode(node.text(), at).length;
      const Range range{at, at + length};
      const Span inner = node.verbatim
                             ? Span{node.span.begin + range.begin, node.span.begin + range.end}
                             : map.to_source(range);
      maker.add(node.text().substr(at, length), source.to_source({inner.begin, inner.end}));
      at += length;
    }
  }
  maker.finish();
}

}  // namespace synoptic::clean

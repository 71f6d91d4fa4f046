#include "clean/html/html_words.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "html/tag_set.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;
using html::Tag;

constexpr uint32_t kMostNodesOfWords = 200;
// What stands in a heading and is no word of it.
constexpr html::TagSet kLabelTags = {Tag::button,   Tag::rt,    Tag::rp,    Tag::datalist,
                                     Tag::progress, Tag::meter, Tag::audio, Tag::video,
                                     Tag::canvas,   Tag::map};

// Walks the texts of an element and tells what stands between each two of them.
class TextWalk {
 public:
  enum class Seam : uint8_t { kNone, kBlank, kBlock };

  enum class Labels : uint8_t { kRead, kSkipped };

  TextWalk(const html::Document& document, uint32_t element, Labels labels = Labels::kRead)
      : nodes_(document.nodes()),
        at_(element + 1),
        end_(nodes_[element].subtree_end),
        labels_(labels) {}

  // Calls take(node, seam before it) for every text with words.
  template <typename Take>
  void each(Take take) {
    uint32_t before = html::kNone;
    Seam seam = Seam::kNone;
    while (at_ < end_) {
      const Node& node = nodes_[at_];
      if (node.kind == NodeKind::kElement) {
        const bool label = labels_ == Labels::kSkipped && kLabelTags.contains(node.tag);
        if (label || is_unseen_tag(node.tag)) {
          const bool reading =
              node.tag == Tag::rt || node.tag == Tag::rp;  // above one word's signs
          if (label && !reading && seam == Seam::kNone) seam = Seam::kBlank;
          at_ = std::max(node.subtree_end, at_ + 1);
          continue;
        }
        if (is_block_tag(node.tag) || node.tag == Tag::br) seam = Seam::kBlock;
      } else if (node.kind == NodeKind::kText) {
        if (trim(node.text()).empty()) {
          if (seam == Seam::kNone) seam = Seam::kBlank;
        } else {
          if (before != html::kNone) seam = std::max(seam, seam_behind(before, at_));
          if (!take(node, before == html::kNone ? Seam::kNone : seam)) return;
          before = at_;
          seam = Seam::kNone;
        }
      }
      ++at_;
    }
  }

 private:
  // Elements that end between the two texts: a block parts lines, two neighbours part words
  // ("<span>By</span><span>Name</span>"), one that ends inside a word does not.
  Seam seam_behind(uint32_t before, uint32_t text) const {
    Seam seam = Seam::kNone;
    for (uint32_t up = nodes_[before].parent; up != html::kNone; up = nodes_[up].parent) {
      if (nodes_[up].subtree_end > text) {
        if (nodes_[text].parent != up && seam == Seam::kNone && up != nodes_[before].parent) {
          seam = Seam::kBlank;
        }
        break;
      }
      if (is_block_tag(nodes_[up].tag)) return Seam::kBlock;
    }
    return seam;
  }

  const std::vector<Node>& nodes_;
  uint32_t at_, end_;
  Labels labels_;
};

}  // namespace

bool is_block_tag(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::header:
    case Tag::hr:
    case Tag::li:
    case Tag::main:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::th:
    case Tag::tr:
    case Tag::ul:
      return true;
    default:
      return false;
  }
}

bool is_unseen_tag(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::svg:
    case Tag::iframe:
    case Tag::select:
    case Tag::textarea:
    case Tag::noscript:
    case Tag::object:
    case Tag::math:
      return true;
    default:
      return false;
  }
}

std::string clean_text(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (size_t i = 0; i < words.size();) {
    size_t end = i;
    if (text::is_ascii_visible(words[i])) {
      end = text::end_of_run<text::is_ascii_visible>(words, text::visible_eights(words, i).end);
      out += words.substr(i, end - i);
      i = end;
      if (i >= words.size()) break;
    }
    end = i;
    text::CodePoint point = text::decode(words, i);
    if (!text::is_space(point.value)) {
      out += words.substr(i, point.length);
      i += point.length;
      continue;
    }
    while (end < words.size() && text::is_space((point = text::decode(words, end)).value)) {
      end += point.length;
    }
    const std::string_view run = words.substr(i, end - i);
    if (!out.empty() && end < words.size()) out += run == "\u3000" ? run : std::string_view(" ");
    i = end;
  }
  return out;
}

namespace {

std::string words_of(const html::Document& document, uint32_t element, TextWalk::Labels labels) {
  std::string out;
  if (document.nodes()[element].subtree_end - element > kMostNodesOfWords) return out;
  TextWalk(document, element, labels).each([&](const Node& node, TextWalk::Seam seam) {
    if (seam != TextWalk::Seam::kNone) out += ' ';
    out += node.text();
    return true;
  });
  return clean_text(out);
}

Span span_of(const html::Document& document, uint32_t element, TextWalk::Labels labels) {
  const uint32_t end = document.nodes()[element].span.end;
  Span span{end, end};
  bool first = true;
  TextWalk(document, element, labels).each([&](const Node& node, TextWalk::Seam) {
    const std::string_view text = node.text();
    const std::string_view inner = trim(text);
    const auto begin = static_cast<uint32_t>(inner.data() - text.data());
    const Range range{begin, begin + static_cast<uint32_t>(inner.size())};
    const Span part = node.verbatim
                          ? Span{node.span.begin + range.begin, node.span.begin + range.end}
                          : document.source_map(node).to_source(range);
    if (std::exchange(first, false)) span.begin = part.begin;
    span.end = part.end;
    return true;
  });
  return span;
}

}  // namespace

std::string words_of(const html::Document& document, uint32_t element) {
  return words_of(document, element, TextWalk::Labels::kRead);
}

std::string words_of_heading(const html::Document& document, uint32_t element) {
  return words_of(document, element, TextWalk::Labels::kSkipped);
}

Span text_span(const html::Document& document, uint32_t element) {
  return span_of(document, element, TextWalk::Labels::kRead);
}

Span heading_span(const html::Document& document, uint32_t element) {
  return span_of(document, element, TextWalk::Labels::kSkipped);
}

namespace {

// Takes the texts of a line over, white space made one blank.
class LineMaker {
 public:
  explicit LineMaker(const html::Document& document) : document_(document) {}

  void join(std::string_view words, Span at) {
    line_.text += words;
    line_.source.append_whole(static_cast<uint32_t>(words.size()), at);
  }

  void add(const Node& node) {
    const std::string_view text = node.text();
    const text::OffsetMap map = node.verbatim ? text::OffsetMap() : document_.source_map(node);
    for (size_t i = 0; i < text.size();) {
      // Of a text that is its source a word at once, else each character.
      size_t end = node.verbatim ? text::end_of_run<text::is_ascii_visible>(text, i) : i;
      if (end == i) {
        const text::CodePoint point = text::decode(text, i);
        end += point.length;
        if (text::is_space(point.value)) {
          blank_ = !line_.text.empty() && !line_.text.ends_with(' ');
          i = end;
          continue;
        }
      }
      const Range here{static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
      i = end;
      const Span source = node.verbatim
                              ? Span{node.span.begin + here.begin, node.span.begin + here.end}
                              : map.to_source(here);
      if (std::exchange(blank_, false)) join(" ", {source.begin, source.begin});
      line_.text += here.of(text);
      if (source.size() == here.size())
        line_.source.append_linear(here.size(), source.begin);
      else
        line_.source.append_whole(here.size(), source);
      if (line_.span.empty()) line_.span.begin = source.begin;
      line_.span.end = source.end;
    }
  }

  Piece& line() { return line_; }

 private:
  const html::Document& document_;
  Piece line_;
  bool blank_ = false;
};

}  // namespace

Piece line_of_element(const html::Document& document, uint32_t element, size_t most_bytes) {
  LineMaker maker(document);
  const auto& nodes = document.nodes();
  bool fits = nodes[element].subtree_end - element <= kMostNodesOfWords;
  uint32_t last_link = html::kNone;
  if (fits) {
    TextWalk(document, element).each([&](const Node& node, TextWalk::Seam seam) {
      const Span here{node.span.begin, node.span.begin};
      if (seam == TextWalk::Seam::kBlock) {
        maker.join(" | ", here);
      } else if (seam == TextWalk::Seam::kBlank && !maker.line().text.ends_with(' ')) {
        maker.join(" ", here);
      }
      const auto begin = static_cast<uint32_t>(maker.line().text.size());
      maker.add(node);
      const auto end = static_cast<uint32_t>(maker.line().text.size());
      for (uint32_t up = node.parent; up != html::kNone && up >= element; up = nodes[up].parent) {
        if (nodes[up].tag != Tag::a) continue;
        const html::Attribute* href = document.attribute(nodes[up], "href");
        if (href == nullptr) break;
        auto& links = maker.line().links;
        if (up == last_link && !links.empty())
          links.back().range.end = end;
        else
          links.push_back({{begin, end}, href->value, href->span});
        last_link = up;
        break;
      }
      fits = maker.line().text.size() <= most_bytes;
      return fits;
    });
  }
  if (!fits) return {};
  return std::move(maker.line());
}

}  // namespace synoptic::clean

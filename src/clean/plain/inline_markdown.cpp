#include "clean/plain/inline_markdown.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kLongestLabel = 2000;  // bytes looked at for the end of a link
constexpr int kDeepestNesting = 8;

struct Reference {
  std::string_view name, text;
};
constexpr std::array<Reference, 9> kReferences{{{"&amp;", "&"},
                                                {"&lt;", "<"},
                                                {"&gt;", ">"},
                                                {"&quot;", "\""},
                                                {"&#39;", "'"},
                                                {"&apos;", "'"},
                                                {"&nbsp;", " "},
                                                {"&mdash;", "—"},
                                                {"&hellip;", "…"}}};

class InlineReader {
 public:
  InlineReader(std::string_view text, Span span)
      : text_(text), begin_(span.begin), last_(span.end), end_(span.end) {
    out_.piece.span = span;
  }

  InlineText read(Span span) {
    const std::string_view whole = text::trim_space(text_.substr(span.begin, span.size()));
    out_.emphasised = (whole.starts_with("**") && whole.ends_with("**") && whole.size() > 4) ||
                      (whole.starts_with("__") && whole.ends_with("__") && whole.size() > 4);
    walk(span.begin, span.end, 0);
    if (!out_.piece.text.empty()) {
      out_.piece.span =
          out_.piece.source.to_source({0, static_cast<uint32_t>(out_.piece.text.size())});
    }
    return std::move(out_);
  }

 private:
  struct Target {
    std::string_view url, title;
    Span url_span;
    uint32_t end = 0;  // behind the closing bracket; 0: not a link
  };

  char at(uint32_t i) const { return i < end_ ? text_[i] : '\0'; }

  // The bracket that closes the one at `open`; 0 if there is none near. All of a kind are paired at
  // once, when the first is asked for: a text of open brackets would be looked through for each.
  uint32_t closing(uint32_t open, char left, char right) {
    const auto kind = static_cast<size_t>(left == '[' ? 0 : left == '(' ? 1 : 2);
    Pairs& pairs = pairs_[kind];
    if (!pairs.known) pair_up(left, right, pairs);
    const auto found = std::lower_bound(
        pairs.pairs.begin(), pairs.pairs.end(), open,
        [](const std::pair<uint32_t, uint32_t>& pair, uint32_t at) { return pair.first < at; });
    if (found == pairs.pairs.end() || found->first != open) return 0;
    return found->second < std::min(end_, open + kLongestLabel) ? found->second : 0;
  }

  struct Pairs {
    bool known = false;
    std::vector<std::pair<uint32_t, uint32_t>> pairs;  // open and close, by the first; 0: none
  };

  // A sign behind a backslash is none.
  void pair_up(char left, char right, Pairs& out) const {
    out.known = true;
    std::vector<size_t> open;
    for (uint32_t i = begin_; i < last_; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == left) {
        open.push_back(out.pairs.size());
        out.pairs.emplace_back(i, 0);
      } else if (text_[i] == right && !open.empty()) {
        out.pairs[open.back()].second = i;
        open.pop_back();
      }
    }
  }

  Target target_at(uint32_t open) {
    Target target;
    if (at(open) != '(') return target;
    const uint32_t close = closing(open, '(', ')');
    if (close == 0) return target;
    std::string_view inner = text::trim_space(text_.substr(open + 1, close - open - 1));
    size_t url_end = inner.find_first_of(" \t\n");
    if (url_end == std::string_view::npos) url_end = inner.size();
    target.url = inner.substr(0, url_end);
    target.title = text::trim_space(inner.substr(url_end));
    if (target.title.size() >= 2) target.title = target.title.substr(1, target.title.size() - 2);
    if (target.url.starts_with('<') && target.url.ends_with('>')) {
      target.url = target.url.substr(1, target.url.size() - 2);
    }
    const auto begin = static_cast<uint32_t>(target.url.data() - text_.data());
    target.url_span = {begin, begin + static_cast<uint32_t>(target.url.size())};
    target.end = close + 1;
    return target;
  }

  void put(uint32_t begin, uint32_t length) {
    for (uint32_t i = begin; i < begin + length;) {
      const text::CodePoint c = text::decode(text_, i);
      if (text::is_space(c.value))
        put_blank({i, i + c.length});
      else if (c.value != 0xFEFF && c.value != 0x200E && c.value != 0x200F)
        take(i, c.length);
      i += c.length;
    }
  }

  void take(uint32_t begin, uint32_t length) {
    flush_blank();
    out_.piece.source.append_linear(length, begin);
    out_.piece.text.append(text_.substr(begin, length));
    if (in_link_) out_.link_bytes += length;
  }

  void put_blank(Span span) {
    if (blank_.empty())
      blank_ = span;
    else
      blank_.end = span.end;
  }

  void flush_blank() {
    if (!blank_.empty() && !out_.piece.text.empty()) {
      if (blank_.size() == 1)
        out_.piece.source.append_linear(1, blank_.begin);
      else
        out_.piece.source.append_whole(1, blank_);
      out_.piece.text += ' ';
    }
    blank_ = {};
  }

  void put_whole(std::string_view text, Span span) {
    if (text == " ") return put_blank(span);
    flush_blank();
    out_.piece.source.append_whole(static_cast<uint32_t>(text.size()), span);
    out_.piece.text += text;
  }

  // Each returns where reading goes on, or 0 when there is no such thing at `i`.
  uint32_t image(uint32_t i) {
    if (at(i) != '!' || at(i + 1) != '[') return 0;
    const uint32_t close = closing(i + 1, '[', ']');
    if (close == 0) return 0;
    const Target target = target_at(close + 1);
    if (target.end == 0) return 0;
    last_alt_ = text_.substr(i + 2, close - i - 2);
    return target.end;
  }

  uint32_t link(uint32_t i, int depth) {
    if (at(i) != '[') return 0;
    const uint32_t close = closing(i, '[', ']');
    if (close == 0) return 0;
    const Target target = target_at(close + 1);
    if (target.end == 0) {
      // "[text][id]" and "[text][]": the words stay, the address is elsewhere.
      if (at(close + 1) != '[') return 0;
      const uint32_t id_end = closing(close + 1, '[', ']');
      if (id_end == 0) return 0;
      walk(i + 1, close, depth + 1);
      return id_end + 1;
    }
    const auto text_begin = static_cast<uint32_t>(out_.piece.text.size());
    const bool outer = in_link_;
    in_link_ = true;
    last_alt_ = {};
    const bool holds_image = text_.substr(i, close - i).find("![") != std::string_view::npos;
    walk(i + 1, close, depth + 1);
    in_link_ = outer;
    const auto text_end = static_cast<uint32_t>(out_.piece.text.size());
    if (text_end > text_begin) {
      uint32_t begin = text_begin;
      if (out_.piece.text[begin] == ' ' && begin + 1 < text_end) ++begin;
      out_.piece.links.push_back({{begin, text_end}, target.url, target.url_span});
    } else if (holds_image) {
      out_.images.push_back({std::string(target.title.empty() ? last_alt_ : target.title),
                             std::string(target.url),
                             {i, target.end}});
    }
    return target.end;
  }

  uint32_t autolink(uint32_t i) {
    if (at(i) != '<') return 0;
    const uint32_t close = closing(i, '<', '>');
    if (close == 0) return 0;
    const std::string_view inner = text_.substr(i + 1, close - i - 1);
    if (inner.starts_with("http://") || inner.starts_with("https://")) {
      const auto begin = static_cast<uint32_t>(out_.piece.text.size());
      put(i + 1, static_cast<uint32_t>(inner.size()));
      const auto end = static_cast<uint32_t>(out_.piece.text.size());
      out_.piece.links.push_back({{begin, end}, inner, {i + 1, close}});
      out_.link_bytes += end - begin;
      return close + 1;
    }
    // A leftover tag of HTML.
    const char first = inner.empty() ? '\0' : inner[0];
    const bool tag = first == '/' || first == '!' || (first >= 'a' && first <= 'z') ||
                     (first >= 'A' && first <= 'Z');
    if (!tag) return 0;
    put_blank({i, close + 1});
    return close + 1;
  }

  uint32_t reference(uint32_t i) {
    if (at(i) != '&') return 0;
    for (const Reference& reference : kReferences) {
      if (text_.substr(i, end_ - i).starts_with(reference.name)) {
        const auto next = i + static_cast<uint32_t>(reference.name.size());
        put_whole(reference.text, {i, next});
        return next;
      }
    }
    return 0;
  }

  // Signs of emphasis and code: dropped where they touch a word on one side.
  uint32_t emphasis(uint32_t i) const {
    const char sign = at(i);
    if (sign != '*' && sign != '_' && sign != '`' && sign != '~') return 0;
    uint32_t next = i;
    while (at(next) == sign) ++next;
    if (sign == '~' && next - i < 2) return 0;
    const auto is_blank = [&](char c) { return c == '\0' || c == ' ' || c == '\t' || c == '\n'; };
    const bool blank_before = i == 0 || is_blank(text_[i - 1]);
    const bool blank_after = is_blank(at(next));
    if (blank_before && blank_after) return 0;  // a lone sign: "5 * 3"
    if (sign == '_' && i > 0 && !blank_before && !blank_after && next - i == 1) {
      // Inside a word an underscore is a letter of a name.
      const char32_t left = text::decode_before(text_, i).value;
      const char32_t right = text::decode(text_, next).value;
      if (text::is_word(left) && text::is_word(right)) return 0;
    }
    return next;
  }

  void walk(uint32_t begin, uint32_t end, int depth) {
    const uint32_t outer_end = end_;
    end_ = end;
    for (uint32_t i = begin; i < end;) {
      uint32_t next = 0;
      if (text_[i] == '\\' && i + 1 < end && text_[i + 1] > ' ' && text_[i + 1] < 'A') {
        put(i + 1, 1);
        next = i + 2;
      }
      if (next == 0) next = image(i);
      if (next == 0 && depth < kDeepestNesting) next = link(i, depth);
      if (next == 0) next = autolink(i);
      if (next == 0) next = reference(i);
      if (next == 0) next = emphasis(i);
      if (next == 0) {
        const uint32_t length = std::min(text::decode(text_, i).length, end - i);
        put(i, length);
        next = i + length;
      }
      i = next;
    }
    end_ = outer_end;
  }

  std::string_view text_;
  uint32_t begin_, last_;  // of the whole
  uint32_t end_;           // of what is walked through now
  std::array<Pairs, 3> pairs_;
  InlineText out_;
  Span blank_;
  bool in_link_ = false;
  std::string_view last_alt_;
};

}  // namespace

InlineText read_inline(std::string_view capture_text, Span span) {
  return InlineReader(capture_text, span).read(span);
}

}  // namespace synoptic::clean

#include "clean/main_text_json.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"
#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

constexpr size_t kLeastScript = 300, kMostScript = 4 << 20;  // bytes
constexpr uint32_t kLeastText = 700;                         // letters worth looking further for
constexpr uint32_t kShortText = 200;
constexpr uint32_t kEnoughText = 2500;  // elements with that much hold the article themselves
constexpr int kDeepest = 200;

struct Text {
  std::vector<Piece> paragraphs;
  uint32_t weight = 0;
};

// JSON with byte positions: RFC 8259, read once from front to back, no tree made.
class ScriptReader {
 public:
  // `begin`: where the script's text stands in the capture.
  ScriptReader(std::string_view json, uint32_t begin) : json_(json), begin_(begin) {}

  // The larger of the two ways a script can hold an article.
  Text read() {
    value({}, 0);
    return stated_.weight > drawn_.weight ? std::move(stated_) : std::move(drawn_);
  }

 private:
  struct Frame {
    bool paragraph = false;
    std::vector<Span> strings;  // of the running text inside, without quotes
  };

  void skip_space() {
    while (at_ < json_.size() && static_cast<unsigned char>(json_[at_]) <= ' ') ++at_;
  }

  bool take(char c) {
    skip_space();
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::optional<Span> string() {
    if (!take('"')) return std::nullopt;
    const auto from = static_cast<uint32_t>(at_);
    for (;;) {
      at_ = json_.find('"', at_);
      if (at_ == std::string_view::npos) {
        at_ = json_.size();
        return std::nullopt;
      }
      size_t signs = 0;  // "\\" is one sign, "\"" a quote within
      while (at_ - signs > from && json_[at_ - signs - 1] == '\\') ++signs;
      if (signs % 2 == 0) break;
      ++at_;
    }
    return Span{from, static_cast<uint32_t>(at_++)};
  }

  std::string_view raw(Span span) const { return json_.substr(span.begin, span.size()); }

  // False where the text is no JSON; what was read so far stays.
  bool value(std::string_view key, int depth) {
    if (depth > kDeepest) return false;
    skip_space();
    if (at_ >= json_.size()) return false;
    switch (json_[at_]) {
      case '{':
        return object(depth);
      case '[':
        return array(key, depth);
      case '"':
        break;
      default:
        while (at_ < json_.size() && std::string_view(",]}").find(json_[at_]) == std::string::npos)
          ++at_;
        return true;
    }
    const auto text = string();
    if (!text) return false;
    if (key == "articleBody") {
      Text body;
      add(body, {*text});
      if (body.weight > stated_.weight) stated_ = std::move(body);
    } else if (!frames_.empty()) {
      if (key == "type" || key == "tag") {
        const std::string_view kind = raw(*text);
        frames_.back().paragraph |= kind == "paragraph" || kind == "p" || kind == "heading";
      } else if (key == "value" || key == "text") {
        frames_.back().strings.push_back(*text);
      }
    }
    return true;
  }

  bool object(int depth) {
    if (!take('{')) return false;
    frames_.emplace_back();
    bool whole = take('}');
    while (!whole) {
      const auto key = string();
      if (!key || !take(':') || !value(raw(*key), depth + 1)) break;
      if (take(',')) continue;
      whole = take('}');
      if (!whole) break;
    }
    Frame done = std::move(frames_.back());
    frames_.pop_back();
    if (done.paragraph)
      add(drawn_, done.strings);
    else if (!frames_.empty())
      frames_.back().strings.insert(frames_.back().strings.end(), done.strings.begin(),
                                    done.strings.end());
    return whole;
  }

  bool array(std::string_view key, int depth) {
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      if (!value(key, depth + 1)) return false;
    } while (take(','));
    return take(']');
  }

  // One paragraph of several strings; line breaks inside part paragraphs.
  void add(Text& text, const std::vector<Span>& strings) {
    Piece piece;
    bool blank = false;
    const auto finish = [&] {
      if (!piece.text.empty()) {
        piece.gap_before = true;
        const Span first = piece.source.to_source({0, 1});
        const auto size = static_cast<uint32_t>(piece.text.size());
        piece.span = {first.begin, piece.source.to_source({size - 1, size}).end};
        text.weight += static_cast<uint32_t>(text::count_code_points(piece.text));
        text.paragraphs.push_back(std::move(piece));
      }
      piece = {};
      blank = false;
    };
    for (const Span span : strings) {
      for (uint32_t i = span.begin; i < span.end;) {
        std::string decoded;
        const uint32_t end = decode(i, span.end, decoded);
        const Span source{begin_ + i, begin_ + end};
        i = end;
        if (decoded == "\n") {
          finish();
        } else if (decoded == " " || decoded == "\t" || decoded == "\r" || decoded == "\xC2\xA0") {
          blank = !piece.text.empty();
        } else {
          if (blank) {
            piece.source.append_whole(1, {source.begin, source.begin});
            piece.text += ' ';
            blank = false;
          }
          const auto length = static_cast<uint32_t>(decoded.size());
          if (source.size() == length)
            piece.source.append_linear(length, source.begin);
          else
            piece.source.append_whole(length, source);
          piece.text += decoded;
        }
      }
    }
    finish();
  }

  // One character with its escape, if it has one (RFC 8259, 7); returns where it ends.
  uint32_t decode(uint32_t at, uint32_t end, std::string& out) const {
    if (json_[at] != '\\' || at + 1 >= end) {
      const uint32_t length = std::min(text::decode(json_, at).length, end - at);
      out = json_.substr(at, length);
      return at + length;
    }
    const char c = json_[at + 1];
    if (c != 'u') {
      out = c == 'n' ? '\n' : c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c;
      return at + 2;
    }
    uint32_t next = at;
    const auto unit = [&]() -> uint32_t {
      if (next + 6 > end || json_[next] != '\\' || json_[next + 1] != 'u') return 0;
      uint32_t code = 0;
      for (uint32_t k = next + 2; k < next + 6; ++k) {
        const char h = json_[k];
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
    text::append_utf8(out, code);
    return next;
  }

  std::string_view json_;
  uint32_t begin_;
  size_t at_ = 0;
  std::vector<Frame> frames_;
  Text stated_, drawn_;  // articleBody; paragraphs of a tree
};

// Tags or a site's own short codes, to be read by another program first.
bool is_markup(const Text& text) {
  return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                     [](const Piece& piece) { return piece.text.find("</") != std::string::npos; });
}

bool is_prose(const PagePiece& p) {
  return !p.piece.outside && p.piece.kind != BlockKind::kHeading &&
         p.piece.kind != BlockKind::kCaption && p.weight > 40;
}

// Whether any of what ScriptReader takes for text can be in it: most scripts are data of others.
bool names_text(std::string_view json) {
  for (const std::string_view name : {"articleBody", "\"paragraph\"", "\"p\"", "\"heading\""}) {
    if (memmem(json.data(), json.size(), name.data(), name.size()) != nullptr) return true;
  }
  return false;
}

std::string keys_of(const Text& text) {
  std::string body;
  for (const Piece& piece : text.paragraphs) body += key_of(piece.text);
  return body;
}

bool repeats(const PagePiece& p, const std::string& body) {
  constexpr size_t kCompared = 60;
  const std::string key = key_of(p.piece.text);
  return body.find(std::string_view(key).substr(0, kCompared)) != std::string::npos;
}

// The elements' paragraphs are the beginning of the data's, or there are none.
bool is_same_article(const HtmlPage& page, const std::string& body) {
  size_t seen = 0, found = 0;
  for (const PagePiece& p : page.pieces) {
    if (!is_prose(p)) continue;
    ++seen;
    found += repeats(p, body);
  }
  return found * 2 >= seen;
}

}  // namespace

void take_text_of_scripts(HtmlPage& page) {
  const auto& nodes = page.document.nodes();
  uint32_t kept = 0;
  for (const PagePiece& p : page.pieces) kept += is_prose(p) ? p.weight : 0;
  if (kept > kEnoughText) return;
  Text best;
  uint32_t script = 0;
  for (uint32_t i = 0; i + 1 < nodes.size(); ++i) {
    if (nodes[i].tag != Tag::script || nodes[i + 1].kind != html::NodeKind::kText) continue;
    const Node& node = nodes[i + 1];
    const std::string_view json = trim(node.text);
    if (json.size() < kLeastScript || json.size() > kMostScript || !node.verbatim) continue;
    if ((json.front() != '{' && json.front() != '[') || !names_text(json)) continue;
    const auto offset = static_cast<uint32_t>(json.data() - node.text.data());
    Text text = ScriptReader(json, node.span.begin + offset).read();
    if (text.weight <= best.weight || is_markup(text)) continue;
    best = std::move(text);
    script = i;
  }
  // Short news count where the elements hold nothing at all.
  if (best.weight < (kept == 0 ? kShortText : kLeastText) || best.weight < 2 * kept) return;
  const std::string body = keys_of(best);
  if (!is_same_article(page, body)) return;
  size_t at = page.pieces.size();
  for (size_t i = page.pieces.size(); i-- > 0;) {
    PagePiece& p = page.pieces[i];
    if (!is_prose(p) || !repeats(p, body)) continue;
    p.piece.outside = true;
    p.piece.reason = "repeated";
    at = i;
  }
  std::vector<PagePiece> pieces;
  for (Piece& piece : best.paragraphs) {
    PagePiece made;
    made.node = script;
    made.weight = static_cast<uint32_t>(text::count_code_points(piece.text));
    made.piece = std::move(piece);
    pieces.push_back(std::move(made));
  }
  page.pieces.insert(page.pieces.begin() + static_cast<std::ptrdiff_t>(at),
                     std::make_move_iterator(pieces.begin()),
                     std::make_move_iterator(pieces.end()));
}

}  // namespace synoptic::clean

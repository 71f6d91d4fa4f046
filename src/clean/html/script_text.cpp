#include "clean/html/script_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"
#include "clean/html/script_forms.h"
#include "clean/html/script_paragraphs.h"
#include "text/scan.h"

namespace synoptic::clean {
namespace {

constexpr size_t kLeastScript = 300, kMostScript = 4 << 20;  // bytes
constexpr size_t kLeastWithBody = 80;                        // of those that have an articleBody
constexpr int kDeepest = 200;

bool may_name_body(std::string_view key) {
  const std::string lower = ascii_lower(key.substr(0, 40));
  for (const std::string_view word : {"html", "body", "content", "article", "text", "story"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

// How a paragraph or a line break begins, behind "<" as a script may write it.
bool begins_paragraph(std::string_view rest) {
  return rest.starts_with('p') || rest.starts_with("br");
}

// At '<', or at the backslash of its escape.
bool begins_paragraph_tag(std::string_view rest) {
  if (rest.starts_with('<')) return begins_paragraph(rest.substr(1));
  return (rest.starts_with("\\u003c") || rest.starts_with("\\u003C")) &&
         begins_paragraph(rest.substr(6));
}

constexpr size_t kLeastMarkup = 400;  // bytes of a string of HTML

bool holds_paragraphs(std::string_view json) {
  if (json.size() < kLeastMarkup) return false;
  const auto next = [&](size_t from) {
    return text::find_pair<text::BytePair{'<', 'p'}, text::BytePair{'<', 'b'},
                           text::BytePair{'\\', 'u'}>(json, from);
  };
  for (size_t at = next(0); at != json.npos; at = next(at + 1)) {
    if (begins_paragraph_tag(json.substr(at))) return true;
  }
  return false;
}

// JSON with byte positions: RFC 8259, read once from front to back, no tree made.
class ScriptReader {
 public:
  // `begin`: where the script's text stands in the capture.
  ScriptReader(std::string_view json, uint32_t begin, bool thorough)
      : json_(json), begin_(begin), thorough_(thorough) {}

  // By each of the ways a script can hold an article: what it may be.
  std::vector<ScriptText> read() {
    value({}, 0);
    drawn_.is_guess = thorough_;
    std::vector<ScriptText> found = std::move(plain_);
    for (ScriptText* text : {&written_, &drawn_, &stated_}) {
      found.insert(found.begin(), std::move(*text));
    }
    return found;
  }

 private:
  struct Frame {
    ScriptKind kind = ScriptKind::kOther;
    bool has_words = false;     // of its own
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
  // `item`: the string, if it is one.
  bool value(std::string_view key, int depth, Span* item = nullptr) {
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
        while (at_ < json_.size() && json_[at_] != ',' && json_[at_] != ']' && json_[at_] != '}') {
          ++at_;
        }
        return true;
    }
    const auto text = string();
    if (!text) return false;
    if (item != nullptr) *item = *text;
    if (key == "articleBody") {
      ScriptText body;
      has_tags(raw(*text)) ? add_markup(body, *text) : add(body, {*text});
      body.is_body = true;
      if (body.weight > stated_.weight) stated_ = std::move(body);
    } else if (text->size() >= kLeastMarkup && may_hold_body(key) && holds_paragraphs(raw(*text))) {
      ScriptText body;
      add_markup(body, *text);
      if (body.weight > written_.weight) written_ = std::move(body);
      // A long one may be one of many paragraphs.
      if (thorough_ && !frames_.empty()) add_to_frame(key, *text);
    } else if (!frames_.empty()) {
      add_to_frame(key, *text);
    }
    if (thorough_ && text->size() >= kLeastMarkup && may_hold_body(key)) {
      ScriptText body;
      add(body, {*text});
      add_plain(std::move(body));
    }
    return true;
  }

  // Lists of everything a page is made of have no names for their items.
  bool may_hold_body(std::string_view key) const {
    return may_name_body(key) || (thorough_ && key.empty());
  }

  void add_to_frame(std::string_view key, Span text) {
    Frame& frame = frames_.back();
    if (!thorough_) {
      if (key == "type" || key == "tag") {
        const std::string_view kind = raw(text);
        if (kind == "paragraph" || kind == "p" || kind == "heading") {
          frame.kind = ScriptKind::kParagraph;
        }
      } else if (key == "value" || key == "text") {
        frame.strings.push_back(text);
      }
      return;
    }
    const ScriptKind kind = names_kind(key) ? kind_in_script(raw(text)) : ScriptKind::kOther;
    if (kind != ScriptKind::kOther) {
      frame.kind = kind;
    } else if (names_words(key)) {
      frame.has_words |= key != "value" && key != "text";
      frame.strings.push_back(text);
    }
  }

  bool object(int depth) {
    if (!take('{')) return false;
    frames_.emplace_back();
    bool whole = take('}');
    while (!whole) {
      const auto key = name();
      if (!key || !take(':') || !value(raw(*key), depth + 1)) break;
      if (take(',')) continue;
      whole = take('}');
      if (!whole) break;
    }
    Frame done = std::move(frames_.back());
    frames_.pop_back();
    if (is_paragraph(done))
      add_paragraph(done);
    else if (!frames_.empty())
      frames_.back().strings.insert(frames_.back().strings.end(), done.strings.begin(),
                                    done.strings.end());
    return whole;
  }

  // A key; code writes it without quotes.
  std::optional<Span> name() {
    skip_space();
    if (!thorough_ || at_ >= json_.size() || json_[at_] == '"') return string();
    const auto from = static_cast<uint32_t>(at_);
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '_' || c == '$';
    };
    while (at_ < json_.size() && is_part(json_[at_])) ++at_;
    if (at_ == from) return std::nullopt;
    return Span{from, static_cast<uint32_t>(at_)};
  }

  static bool is_paragraph(const Frame& frame) {
    return frame.kind == ScriptKind::kParagraph || frame.kind == ScriptKind::kHeading ||
           (frame.kind == ScriptKind::kText && frame.has_words);
  }

  void add_paragraph(Frame& frame) {
    if (!thorough_) return add(drawn_, frame.strings);
    drop_parts(frame.strings);
    for (const Span span : frame.strings) {
      if (!has_tags(raw(span))) continue;
      for (const Span each : frame.strings) add_markup(drawn_, each);
      return;
    }
    add(drawn_, frame.strings, frame.kind == ScriptKind::kHeading);
  }

  // The whole words first, and then once more in parts of different style.
  void drop_parts(std::vector<Span>& strings) const {
    if (strings.size() < 2) return;
    std::string_view whole = raw(strings.front());
    for (size_t i = 1; i < strings.size(); ++i) {
      if (!whole.starts_with(raw(strings[i]))) return;
      whole.remove_prefix(strings[i].size());
    }
    if (whole.empty()) strings.resize(1);
  }

  static bool has_tags(std::string_view words) {
    return words.find("</") != words.npos || words.find("<\\/") != words.npos ||
           words.find("<br") != words.npos || words.find("\\u003c") != words.npos ||
           words.find("\\u003C") != words.npos;
  }

  bool array(std::string_view key, int depth) {
    if (!take('[')) return false;
    if (take(']')) return true;
    std::vector<Span> items;
    bool whole = true;
    do {
      Span item;
      whole = value(key, depth + 1, &item);
      if (thorough_ && !item.empty()) items.push_back(item);
    } while (whole && take(','));
    add_list(key, items);
    return whole && take(']');
  }

  // The heaviest few: a site's rules may be longer than its news.
  void add_plain(ScriptText text) {
    constexpr size_t kMost = 8;
    if (!is_running_text(text.paragraphs)) return;
    text.is_guess = true;
    if (plain_.size() < kMost) {
      plain_.push_back(std::move(text));
      return;
    }
    const auto lightest =
        std::min_element(plain_.begin(), plain_.end(),
                         [](const auto& a, const auto& b) { return a.weight < b.weight; });
    if (lightest->weight < text.weight) *lightest = std::move(text);
  }

  // "paragraphs": ["…", "…"]
  void add_list(std::string_view key, const std::vector<Span>& items) {
    constexpr size_t kFewest = 2;
    if (items.size() < kFewest) return;
    if (!may_name_body(key) && ascii_lower(key).find("paragraph") == std::string::npos) return;
    ScriptText list;
    for (const Span item : items) {
      if (has_tags(raw(item)))
        add_markup(list, item);
      else
        add(list, {item});
    }
    add_plain(std::move(list));
  }

  void add(ScriptText& text, const std::vector<Span>& strings, bool heading = false) const {
    add_strings(text, {json_, begin_}, strings, heading);
  }
  void add_markup(ScriptText& text, Span string) const {
    synoptic::clean::add_markup(text, {json_, begin_}, string);
  }

  std::string_view json_;
  uint32_t begin_;
  bool thorough_;
  size_t at_ = 0;
  std::vector<Frame> frames_;
  ScriptText stated_, drawn_, written_;  // articleBody; paragraphs of a tree; a string of HTML
  std::vector<ScriptText> plain_;        // strings without markup, lists of strings
};

// Tags or a site's own short codes, to be read by another program first.
bool is_markup(const ScriptText& text) {
  return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                     [](const Piece& piece) { return piece.text.find("</") != std::string::npos; });
}

// Whether any of what ScriptReader takes for text can be in it: most scripts are data of others.
bool names_text(std::string_view json) {
  const bool may_be_markup = json.size() >= kLeastMarkup;
  const auto next = [&](size_t from) {
    return text::find_pair<text::BytePair{'"', 'p'}, text::BytePair{'"', 'h'},
                           text::BytePair{'e', 'B'}, text::BytePair{'<', 'p'},
                           text::BytePair{'<', 'b'}, text::BytePair{'\\', 'u'}>(json, from);
  };
  constexpr std::string_view kBody = "articleBody";
  constexpr size_t kBeforePair = kBody.find("eB");
  for (size_t at = next(0); at != json.npos; at = next(at + 1)) {
    const std::string_view rest = json.substr(at);
    if (rest[0] == '"') {
      for (const std::string_view name : {"\"p\"", "\"paragraph\"", "\"heading\""}) {
        if (rest.starts_with(name)) return true;
      }
    } else if (rest[0] == 'e') {
      if (at >= kBeforePair && json.substr(at - kBeforePair).starts_with(kBody)) return true;
    } else if (may_be_markup && begins_paragraph_tag(rest)) {
      return true;
    }
  }
  return false;
}

// The data in a script that is JSON, or hands it to a function: "push({…})".
std::string_view data_of(std::string_view script, bool thorough) {
  const std::string_view json = trim(script);
  if (json.starts_with('{') || json.starts_with('[')) return json;
  size_t at = json.find("{\"");
  if (thorough && at == json.npos) {  // "return {layout:", "state={"
    for (const std::string_view front : {"return {", "return{", "= {", "={", "({"}) {
      at = json.find(front);
      if (at == json.npos) continue;
      at += front.size() - 1;
      break;
    }
  }
  return at == std::string_view::npos ? std::string_view() : json.substr(at);
}

}  // namespace

std::vector<ScriptText> texts_of_script(std::string_view script, uint32_t begin, bool thorough) {
  const std::string_view json = data_of(script, thorough);
  if (json.size() < kLeastWithBody || json.size() > kMostScript) return {};
  if (json.size() < kLeastScript && json.find("\"articleBody\"") == json.npos) return {};
  if (!thorough && !names_text(script)) return {};
  const auto offset = static_cast<uint32_t>(json.data() - script.data());
  std::vector<ScriptText> found;
  for (ScriptText& text : ScriptReader(json, begin + offset, thorough).read()) {
    if (text.weight > 0 && !is_markup(text)) found.push_back(std::move(text));
  }
  return found;
}

}  // namespace synoptic::clean

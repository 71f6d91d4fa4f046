#include "clean/html/json_mend.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

size_t skip_blank(std::string_view json, size_t at) {
  while (at < json.size() && is_blank(json[at])) ++at;
  return at;
}

struct Reference {
  std::string_view written, meant;
};
constexpr std::array<Reference, 9> kReferences{{{"&quot;", "\""},
                                                {"&#34;", "\""},
                                                {"&#x22;", "\""},
                                                {"&#39;", "'"},
                                                {"&#x27;", "'"},
                                                {"&apos;", "'"},
                                                {"&lt;", "<"},
                                                {"&gt;", ">"},
                                                {"&amp;", "&"}}};

// "{&quot;@context&quot;: …": written through a template that escapes.
std::string unescaped(std::string_view json) {
  const size_t first = skip_blank(json, 0);
  const std::string_view inner = json.substr(std::min(skip_blank(json, first + 1), json.size()));
  const bool escaped = std::any_of(kReferences.begin(), kReferences.begin() + 3,
                                   [&](const auto& r) { return inner.starts_with(r.written); });
  if (!escaped) return std::string(json);
  std::string text;
  text.reserve(json.size());
  for (size_t at = 0; at < json.size();) {
    const auto found =
        json[at] != '&' ? kReferences.end()
                        : std::find_if(kReferences.begin(), kReferences.end(), [&](const auto& r) {
                            return json.substr(at).starts_with(r.written);
                          });
    if (found == kReferences.end()) {
      text += json[at++];
    } else {
      text += found->meant;
      at += found->written.size();
    }
  }
  return text;
}

class Mender {
 public:
  explicit Mender(std::string_view json) : json_(json) { out_.reserve(json.size() + 16); }

  std::string run() {
    for (at_ = 0; at_ < json_.size();) {
      const char c = json_[at_];
      if (c == '"') {
        begin_value();
        string();
        continue;
      }
      if (c == '{' || c == '[') begin_value();
      if (c == '}' || c == ']') drop_comma();
      if (c == '/' && at_ + 1 < json_.size() && json_[at_ + 1] == '*') {
        const size_t end = json_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? json_.size() : end + 2;
        continue;
      }
      out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      ++at_;
      if (!is_blank(c)) after_value_ = c == '}' || c == ']';
    }
    return std::move(out_);
  }

 private:
  // Two values in a row: the comma between them was forgotten.
  void begin_value() {
    if (after_value_) out_ += ',';
    after_value_ = false;
  }

  void drop_comma() {
    size_t end = out_.size();
    while (end > 0 && is_blank(out_[end - 1])) --end;
    if (end > 0 && out_[end - 1] == ',') out_.erase(end - 1, 1);
  }

  // A quotation mark ends the string where what follows goes on with the object or the list.
  bool closes(size_t quote) const {
    const size_t next = skip_blank(json_, quote + 1);
    if (next >= json_.size()) return true;
    switch (json_[next]) {
      case ':':
        return is_key_;
      case '}':
      case ']':
        return true;
      case ',': {
        const size_t value = skip_blank(json_, next + 1);
        if (value >= json_.size()) return true;
        return std::string_view("\"{[}]-0123456789").find(json_[value]) != std::string_view::npos ||
               json_.substr(value).starts_with("true") || json_.substr(value).starts_with("null") ||
               json_.substr(value).starts_with("false");
      }
      case '/':
        return json_.substr(next).starts_with("/*");
      case '"':
        // The comma was forgotten: on the next line stands a key.
        return json_.substr(quote, next - quote).find('\n') != std::string_view::npos;
      default:
        return false;
    }
  }

  void string() {
    // A key stands behind { or a comma in an object; its colon may stand inside values too.
    size_t before = out_.size();
    while (before > 0 && is_blank(out_[before - 1])) --before;
    is_key_ = before > 0 && (out_[before - 1] == '{' || out_[before - 1] == ',');
    out_ += '"';
    ++at_;
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '\\' && at_ + 1 < json_.size()) {
        escape(json_[at_ + 1]);
        at_ += 2;
      } else if (c == '"') {
        if (closes(at_)) break;
        out_ += "\\\"";
        ++at_;
      } else {
        if (c == '\n')
          out_ += "\\n";
        else
          out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        ++at_;
      }
    }
    out_ += '"';
    if (at_ < json_.size()) ++at_;
    after_value_ = true;
  }

  void escape(char c) {
    if (std::string_view("\"\\/bfnrtu").find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
    } else {
      out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }

  std::string_view json_;
  std::string out_;
  size_t at_ = 0;
  bool after_value_ = false, is_key_ = false;
};

}  // namespace

std::string_view unwrap_json(std::string_view json) {
  json = trim(json);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark :
         {"<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "/* <![CDATA[ */"}) {
      if (json.starts_with(mark)) json = trim(json.substr(mark.size())), changed = true;
    }
    for (const std::string_view mark :
         {"-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", ";", "//"}) {
      if (json.ends_with(mark)) {
        json = trim(json.substr(0, json.size() - mark.size()));
        changed = true;
      }
    }
  }
  return json;
}

std::string mend_json(std::string_view json) {
  const std::string text = text::replace_invalid_utf8(unescaped(json));
  return Mender(text).run();
}

}  // namespace synoptic::clean

#include "html/encoding.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "base/table.h"
#include "html/bytes.h"

namespace synoptic::html {
namespace {

constexpr size_t kPrescanWindow = 1024;    // HTML Standard, 13.2.3.2
constexpr size_t kLateWindow = 256 << 10;  // heads with whole scripts and styles in them are long

using Labels = std::unordered_map<std::string_view, Encoding>;

const Labels& labels() {
  static const Labels table = [] {
    Labels made;
    for (const TableRow row : DataTable::embedded("html/encodings.tsv", 3)) {
      Encoding encoding{row[0], row[1], row[3]};
      if (encoding.converter == "-") encoding.converter = {};
      for (const auto label : row.words(2, ' ')) made.emplace(label, encoding);
    }
    return made;
  }();
  return table;
}

// `pattern` is lower case.
bool matches(std::string_view bytes, size_t at, std::string_view pattern) {
  return bytes.size() - at >= pattern.size() &&
         std::equal(pattern.begin(), pattern.end(), bytes.begin() + static_cast<ptrdiff_t>(at),
                    [](char wanted, char c) { return wanted == lower(c); });
}

bool is_utf16(const Encoding& encoding) { return encoding.name.starts_with("UTF-16"); }

// What is declared in bytes that read as ASCII cannot be UTF-16.
Encoding readable_as_ascii(const Encoding& encoding) {
  if (is_utf16(encoding)) return *encoding_of_label("utf-8");
  return encoding;
}

// HTML Standard, "extracting a character encoding from a meta element".
std::optional<Encoding> encoding_in_content(std::string_view content) {
  constexpr std::string_view kWord = "charset";
  for (size_t at = 0; at + kWord.size() <= content.size(); ++at) {
    if (!matches(content, at, kWord)) continue;
    size_t i = at + kWord.size();
    const auto skip_blanks = [&] {
      while (i < content.size() && is_space(content[i])) ++i;
    };
    skip_blanks();
    if (i >= content.size() || content[i] != '=') {
      at = i - 1;
      continue;
    }
    ++i;
    skip_blanks();
    if (i >= content.size()) return std::nullopt;
    if (const char quote = content[i]; quote == '"' || quote == '\'') {
      const size_t end = content.find(quote, i + 1);
      if (end == std::string_view::npos) return std::nullopt;
      return encoding_of_label(content.substr(i + 1, end - i - 1));
    }
    size_t end = i;
    while (end < content.size() && !is_space(content[end]) && content[end] != ';') ++end;
    return encoding_of_label(content.substr(i, end - i));
  }
  return std::nullopt;
}

// HTML Standard, "get an XML encoding".
std::optional<Encoding> xml_encoding(std::string_view bytes) {
  constexpr std::string_view kWord = "encoding";
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  size_t i = declaration.find(kWord);
  if (declaration.size() == bytes.size() || i == std::string_view::npos) return std::nullopt;
  i += kWord.size();
  const auto skip_controls = [&] {
    while (i < declaration.size() && static_cast<unsigned char>(declaration[i]) <= 0x20) ++i;
  };
  skip_controls();
  if (i >= declaration.size() || declaration[i] != '=') return std::nullopt;
  ++i;
  skip_controls();
  if (i >= declaration.size() || (declaration[i] != '"' && declaration[i] != '\'')) {
    return std::nullopt;
  }
  const size_t end = declaration.find(declaration[i], i + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view label = declaration.substr(i + 1, end - i - 1);
  if (std::any_of(label.begin(), label.end(),
                  [](char c) { return static_cast<unsigned char>(c) <= 0x20; })) {
    return std::nullopt;
  }
  const auto encoding = encoding_of_label(label);
  return encoding ? std::optional(readable_as_ascii(*encoding)) : std::nullopt;
}

// HTML Standard, "prescan a byte stream to determine its encoding". Running out of bytes anywhere
// ends it without a find, inside a tag too.
class Prescan {
 public:
  // The standard's prescan takes scripts and styles for markup. Far behind the head that finds
  // metas in strings of scripts, so the scan for late ones passes over such contents.
  enum class RawText : uint8_t { kIsMarkup, kIsSkipped };

  Prescan(std::string_view bytes, RawText raw_text) : bytes_(bytes), raw_text_(raw_text) {}

  std::optional<Encoding> run() {
    for (; (at_ = bytes_.find('<', at_)) != std::string_view::npos; ++at_) {
      if (matches(bytes_, at_, "<!--")) {
        // The dashes of the opening may be those of the end: <!-->.
        at_ = bytes_.find("-->", at_ + 2);
        if (at_ == std::string_view::npos) return std::nullopt;
        at_ += 2;
      } else if (is_meta()) {
        at_ += 5;
        if (const auto found = read_meta()) return found;
      } else if (is_tag()) {
        read_tag();
      } else if (at_ + 1 < bytes_.size() &&
                 (bytes_[at_ + 1] == '!' || bytes_[at_ + 1] == '/' || bytes_[at_ + 1] == '?')) {
        at_ = bytes_.find('>', at_);
        if (at_ == std::string_view::npos) return std::nullopt;
      }
      if (at_ >= bytes_.size()) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  struct Attribute {
    std::string name, value;
  };

  bool ended() const { return at_ >= bytes_.size(); }

  bool is_meta() const {
    return matches(bytes_, at_, "<meta") && at_ + 5 < bytes_.size() &&
           (is_space(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/');
  }

  bool is_tag() const {
    const size_t name = at_ + (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '/' ? 2 : 1);
    return name < bytes_.size() && is_alpha(bytes_[name]);
  }

  void read_tag() {
    const size_t begin = at_ + 1;
    while (!ended() && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
    const std::string name = ascii_lower(bytes_.substr(begin, at_ - begin));
    while (next_attribute()) {
    }
    if (raw_text_ == RawText::kIsSkipped) skip_raw_text(name);
  }

  void skip_raw_text(std::string_view name) {
    constexpr std::array<std::string_view, 8> kRaw = {"script", "style",    "title",   "textarea",
                                                      "xmp",    "noframes", "noembed", "iframe"};
    if (std::find(kRaw.begin(), kRaw.end(), name) == kRaw.end()) return;
    const std::string end = "</" + std::string(name);
    size_t at = at_;
    do {
      at = bytes_.find('<', at + 1);
    } while (at != std::string_view::npos && !matches(bytes_, at, end));
    if (at != std::string_view::npos) at_ = at - 1;
  }

  // "Get an attribute"; nullopt where the tag or the bytes end.
  std::optional<Attribute> next_attribute() {
    while (!ended() && (is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (ended() || bytes_[at_] == '>') return std::nullopt;
    Attribute attribute;
    for (; !ended(); ++at_) {
      const char c = bytes_[at_];
      if ((c == '=' && !attribute.name.empty()) || is_space(c)) break;
      if (c == '/' || c == '>') return attribute;
      attribute.name += lower(c);
    }
    skip_blanks();
    if (ended()) return std::nullopt;
    if (bytes_[at_] != '=') return attribute;
    ++at_;
    skip_blanks();
    if (ended()) return std::nullopt;
    if (const char quote = bytes_[at_]; quote == '"' || quote == '\'') {
      const size_t end = bytes_.find(quote, at_ + 1);
      if (end == std::string_view::npos) {
        at_ = bytes_.size();
        return std::nullopt;
      }
      attribute.value = ascii_lower(bytes_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      return attribute;
    }
    for (; !ended() && !is_space(bytes_[at_]) && bytes_[at_] != '>'; ++at_) {
      attribute.value += lower(bytes_[at_]);
    }
    return attribute;
  }

  void skip_blanks() {
    while (!ended() && is_space(bytes_[at_])) ++at_;
  }

  std::optional<Encoding> read_meta() {
    std::vector<std::string> seen;
    std::optional<bool> needs_pragma;
    bool has_pragma = false, failed = false;
    std::optional<Encoding> charset;
    while (auto attribute = next_attribute()) {
      if (std::find(seen.begin(), seen.end(), attribute->name) != seen.end()) continue;
      if (attribute->name == "http-equiv") {
        has_pragma = attribute->value == "content-type";
      } else if (attribute->name == "content" && !charset && !failed) {
        charset = encoding_in_content(attribute->value);
        if (charset) needs_pragma = true;
      } else if (attribute->name == "charset") {
        charset = encoding_of_label(attribute->value);
        failed = !charset;  // an unknown label: no content attribute makes up for it
        needs_pragma = false;
      }
      seen.push_back(std::move(attribute->name));
    }
    if (ended() || !charset || !needs_pragma || (*needs_pragma && !has_pragma)) {
      return std::nullopt;
    }
    if (charset->name == "x-user-defined") return encoding_of_label("windows-1252");
    return readable_as_ascii(*charset);
  }

  std::string_view bytes_;
  RawText raw_text_;
  size_t at_ = 0;
};

std::optional<Encoding> prescan(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("<\0?\0x\0", 6))) return encoding_of_label("utf-16le");
  if (bytes.starts_with(std::string_view("\0<\0?\0x", 6))) return encoding_of_label("utf-16be");
  if (const auto found = Prescan(bytes, Prescan::RawText::kIsMarkup).run()) return found;
  return xml_encoding(bytes);
}

std::optional<SniffedEncoding> byte_order_mark(std::string_view bytes) {
  constexpr auto kBasis = EncodingBasis::kByteOrderMark;
  if (bytes.starts_with("\xEF\xBB\xBF")) return {{*encoding_of_label("utf-8"), kBasis, 3}};
  if (bytes.starts_with("\xFE\xFF")) return {{*encoding_of_label("utf-16be"), kBasis, 2}};
  if (bytes.starts_with("\xFF\xFE")) return {{*encoding_of_label("utf-16le"), kBasis, 2}};
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> encoding_of_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  const auto found = labels().find(ascii_lower(label));
  return found == labels().end() ? std::nullopt : std::optional(found->second);
}

std::optional<SniffedEncoding> sniff_encoding(std::string_view bytes,
                                              std::string_view transport_charset,
                                              LateMeta late_meta) {
  if (const auto marked = byte_order_mark(bytes)) return marked;
  if (const auto sent = encoding_of_label(transport_charset)) {
    return SniffedEncoding{*sent, EncodingBasis::kTransport};
  }
  if (const auto found = prescan(bytes.substr(0, kPrescanWindow))) {
    return SniffedEncoding{*found, EncodingBasis::kMeta};
  }
  if (late_meta == LateMeta::kIgnore || bytes.size() <= kPrescanWindow) return std::nullopt;
  Prescan late(bytes.substr(0, kLateWindow), Prescan::RawText::kIsSkipped);
  if (const auto found = late.run()) return SniffedEncoding{*found, EncodingBasis::kLateMeta};
  return std::nullopt;
}

}  // namespace synoptic::html

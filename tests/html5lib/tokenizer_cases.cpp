// tokenizer/*.test: JSON, a list of tokens for an input. Parse errors are not compared.
#include <simdjson.h>

#include <cstdio>
#include <map>
#include <optional>

#include "cases.h"
#include "html/tokenizer.h"
#include "text/utf8.h"

namespace html5lib {
namespace {

using namespace synoptic::html;
using simdjson::dom::element;

// \uHHHH to UTF-8; surrogates that stand alone to what UTF-8 would be of them.
std::string unescaped(std::string_view text) {
  std::string out;
  const auto unit = [&](size_t at) -> std::optional<uint32_t> {
    if (text.substr(at, 2) != "\\u" || at + 6 > text.size()) return std::nullopt;
    return static_cast<uint32_t>(std::stoul(std::string(text.substr(at + 2, 4)), nullptr, 16));
  };
  for (size_t i = 0; i < text.size();) {
    const auto first = unit(i);
    if (!first) {
      out += text[i++];
      continue;
    }
    uint32_t value = *first;
    i += 6;
    const auto second = unit(i);
    if (value >= 0xD800 && value < 0xDC00 && second && *second >= 0xDC00 && *second < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (*second - 0xDC00);
      i += 6;
    }
    if (value >= 0xD800 && value < 0xE000) {
      out += static_cast<char>(0xE0 | value >> 12);
      out += static_cast<char>(0x80 | (value >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (value & 0x3F));
    } else {
      synoptic::text::append_utf8(out, value);
    }
  }
  return out;
}

// Tokens as lines, so that they can be compared and shown.
class Listing {
 public:
  explicit Listing(bool escaped) : escaped_(escaped) {}

  void characters(std::string_view text) { pending_ += text; }
  void line(std::string_view text) {
    flush();
    out_ += text;
    out_ += '\n';
  }
  std::string text(std::string_view raw) const {
    return escaped_ ? unescaped(raw) : std::string(raw);
  }
  std::string take() {
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    if (!pending_.empty()) out_ += "Character " + pending_ + "\n";
    pending_.clear();
  }

  bool escaped_;
  std::string out_, pending_;
};

std::string tag_line(std::string_view kind, std::string_view name,
                     const std::map<std::string, std::string>& attributes, bool self_closing) {
  std::string line = std::string(kind) + " " + std::string(name);
  for (const auto& [key, value] : attributes) line += " [" + key + "=" + value + "]";
  return self_closing ? line + " /" : line;
}

std::string expected_tokens(const element& output, bool escaped) {
  Listing listing(escaped);
  for (const element token : simdjson::dom::array(output)) {
    const simdjson::dom::array parts = token;
    const std::string_view kind = parts.at(0);
    if (kind == "Character") {
      listing.characters(listing.text(parts.at(1)));
    } else if (kind == "Comment") {
      listing.line("Comment " + listing.text(parts.at(1)));
    } else if (kind == "EndTag") {
      listing.line("EndTag " + listing.text(parts.at(1)));
    } else if (kind == "StartTag") {
      std::map<std::string, std::string> attributes;
      for (const auto field : simdjson::dom::object(parts.at(2))) {
        attributes[listing.text(field.key)] = listing.text(field.value);
      }
      listing.line(tag_line(kind, listing.text(parts.at(1)), attributes, parts.size() > 3));
    } else {
      const auto id = [&](size_t i) {
        const element part = parts.at(i);
        return part.is_null() ? "null" : "'" + listing.text(part) + "'";
      };
      listing.line("DOCTYPE " + id(1) + " " + id(2) + " " + id(3) +
                   (bool(parts.at(4)) ? "" : " quirks"));
    }
  }
  return listing.take();
}

// Text as the tokenizer alone gives it: outside of raw text NUL stays for the tree builder.
std::string characters_of(std::string_view raw, const Token& token, bool keep_nul,
                          TextArena& arena) {
  const TextMode mode = token.raw ? TextMode::kRaw : TextMode::kReplacing;
  std::string out;
  for (size_t at = 0; at <= raw.size();) {
    size_t end = keep_nul ? raw.find('\0', at) : std::string_view::npos;
    end = std::min(end, raw.size());
    out += decode_text(raw.substr(at, end - at), mode, arena);
    if (end < raw.size()) out += '\0';
    at = end + 1;
  }
  return out;
}

std::string tokens_of(std::string_view input, Content content, std::string_view last_start_tag) {
  std::vector<Attribute> attributes;
  TextArena arena;
  Tokenizer tokenizer(input, attributes, arena);
  if (content != Content::kData) tokenizer.enter(content, last_start_tag);
  Listing listing(false);
  Token token;
  bool keep_nul = content == Content::kData || content == Content::kCdata;
  for (tokenizer.next(token); token.kind != TokenKind::kEnd; tokenizer.next(token)) {
    const auto bytes = [&](synoptic::Span span) { return input.substr(span.begin, span.size()); };
    switch (token.kind) {
      case TokenKind::kText:
        listing.characters(characters_of(bytes(token.span), token, keep_nul, arena));
        break;
      case TokenKind::kComment:
        listing.line("Comment " +
                     characters_of(bytes(token.content), Token{.raw = true}, false, arena));
        break;
      case TokenKind::kStartTag: {
        std::map<std::string, std::string> named;
        for (uint32_t i = token.attributes_begin; i < token.attributes_end; ++i) {
          named[std::string(attributes[i].name)] = attributes[i].value;
        }
        listing.line(tag_line("StartTag", token.name, named, token.self_closing));
        break;
      }
      case TokenKind::kEndTag:
        listing.line("EndTag " + std::string(token.name));
        break;
      case TokenKind::kDoctype: {
        const Doctype& doctype = tokenizer.doctype();
        const auto id = [](std::string_view text, bool has) {
          return has ? "'" + std::string(text) + "'" : "null";
        };
        listing.line("DOCTYPE " + id(doctype.name, !doctype.name.empty()) + " " +
                     id(doctype.public_id, doctype.has_public_id) + " " +
                     id(doctype.system_id, doctype.has_system_id) +
                     (doctype.force_quirks ? " quirks" : ""));
        break;
      }
      case TokenKind::kEnd:
        break;
    }
    keep_nul = true;  // behind the raw text that a case begins with comes data
  }
  return listing.take();
}

const std::map<std::string_view, Content>& states() {
  static const std::map<std::string_view, Content> all = {
      {"Data state", Content::kData},          {"PLAINTEXT state", Content::kPlaintext},
      {"RCDATA state", Content::kRcdata},      {"RAWTEXT state", Content::kRawtext},
      {"Script data state", Content::kScript}, {"CDATA section state", Content::kCdata}};
  return all;
}

void check_case(const element& test, const std::string& name, Outcome& outcome, Score& file) {
  bool escaped = false;
  if (test["doubleEscaped"].get(escaped) != simdjson::SUCCESS) escaped = false;
  const std::string_view stated = test["input"];
  const std::string input = escaped ? unescaped(stated) : std::string(stated);
  std::string_view last_start_tag;
  if (test["lastStartTag"].get(last_start_tag) != simdjson::SUCCESS) last_start_tag = {};
  std::vector<std::string_view> initial = {"Data state"};
  simdjson::dom::array listed;
  if (test["initialStates"].get(listed) == simdjson::SUCCESS) {
    initial.clear();
    for (const element state : listed) initial.push_back(state);
  }
  const std::string expected = expected_tokens(test["output"], escaped);
  for (const std::string_view state : initial) {
    const std::string got = tokens_of(input, states().at(state), last_start_tag);
    file.add(got == expected);
    outcome.score.add(got == expected);
    if (got != expected) {
      outcome.failures.push_back({name + " (" + std::string(state) + ")", input, expected, got});
    }
  }
}

}  // namespace

Outcome check_tokenizer(const std::filesystem::path& folder) {
  Outcome outcome;
  for (const auto& path : files_of(folder, ".test")) {
    simdjson::dom::parser parser;
    const element root = parser.load(path.string());
    simdjson::dom::array tests;
    // "xmlViolationTests" are for tokenizers that mend what an XML parser would not take.
    if (root["tests"].get(tests) != simdjson::SUCCESS) continue;
    Score file;
    size_t number = 0;
    for (const element test : tests) {
      check_case(test, path.filename().string() + ":" + std::to_string(++number), outcome, file);
    }
    std::printf("tokenizer/%s %zu/%zu\n", path.filename().c_str(), file.passed, file.total);
  }
  return outcome;
}

}  // namespace html5lib

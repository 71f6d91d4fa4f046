// Data, tags and attributes; raw text is in tokenizer_raw.cpp, comments and doctypes in
// tokenizer_declarations.cpp.
#include "html/tokenizer.h"

#include <array>
#include <bit>
#include <cstring>

#include "html/bytes.h"
#include "html/element_kinds.h"
#include "html/growth.h"
#include "html/scan.h"
#include "html/tag_key.h"

namespace synoptic::html {
namespace {

// Byte to its lower case; 0 where it ends the name. NUL is 1, which no name has: it sends the name
// to lowered().
using NameBytes = std::array<uint8_t, 256>;

constexpr NameBytes name_bytes(std::string_view ends) {
  NameBytes table{};
  for (size_t i = 0; i < table.size(); ++i) table[i] = static_cast<uint8_t>(i);
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<size_t>(c)] = static_cast<uint8_t>(c + 32);
  table[0] = 1;
  for (const char c : ends) table[static_cast<uint8_t>(c)] = 0;
  return table;
}

constexpr NameBytes kTagName = name_bytes("\t\n\f\r />");
constexpr NameBytes kAttributeName = name_bytes("\t\n\f\r />=");
constexpr NameBytes kUnquoted = name_bytes("\t\n\f\r >");

uint8_t look_up(const NameBytes& table, char c) { return table[static_cast<uint8_t>(c)]; }

const char* skip_space(const char* at, const char* end) {
  while (at != end && static_cast<uint8_t>(*at) <= ' ' && is_space(*at)) ++at;
  return at;
}

// Where the name of an attribute ends that is in small letters and has a '=' right behind it, as
// nearly all have. nullptr: it is not such a one.
const char* end_of_plain_name(const char* at, const char* end) {
#if defined(__SSE2__)
  const auto bits = [](__m128i hits) { return static_cast<uint32_t>(_mm_movemask_epi8(hits)); };
  for (const char* from = at; end - from >= 16; from += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    // Bytes below '-' or beyond ASCII, '/', and from '=' to 'Z', which holds the capitals.
    const __m128i odd = _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8('-')),
                                                  _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/'))),
                                     _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('=' - 1)),
                                                   _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1))));
    if (const uint32_t hits = bits(odd); hits != 0) {
      from += std::countr_zero(hits);
      return *from == '=' && from != at ? from : nullptr;
    }
  }
#else
  static_cast<void>(at), static_cast<void>(end);
#endif
  return nullptr;
}

// The key of a tag's name of up to eight small letters and digits, which nearly all are. Length 0:
// it is not such a one, or has to be read byte by byte.
TagKey short_key(const char* at, const char* end) {
  TagKey key;
#if defined(__SSE2__)
  constexpr uint32_t kLongest = 8;
  if (end - at < 16) return key;
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  // Neither from '0' to '9' nor from 'a' on; bytes beyond ASCII are below all.
  const __m128i odd = _mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8('0')),
                                   _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('9')),
                                                 _mm_cmplt_epi8(bytes, _mm_set1_epi8('a'))));
  const auto length = static_cast<uint32_t>(
      std::countr_zero(static_cast<uint32_t>(_mm_movemask_epi8(odd)) | 0x10000u));
  if (length == 0 || length > kLongest || look_up(kTagName, at[length]) != 0) return key;
  uint64_t eight;
  std::memcpy(&eight, at, sizeof eight);
  key.bytes = __builtin_bswap64(eight) >> (64 - 8 * length);
  key.length = length;
#else
  static_cast<void>(at), static_cast<void>(end);
#endif
  return key;
}

}  // namespace

Tokenizer::Tokenizer(std::string_view source, std::vector<Attribute>& attributes, TextArena& arena,
                     bool (*asks_for)(std::string_view))
    : begin_(source.data()),
      at_(begin_),
      end_(begin_ + source.size()),
      attributes_(attributes),
      arena_(arena),
      asks_for_(asks_for) {
  plain_ = source.find('\r') == source.npos && source.find('\0') == source.npos;
}

void Tokenizer::next(Token& token) {
  token.references = token.raw = false;
  if (content_ != Content::kData && next_raw(token)) return;
  while (at_ != end_) {
    if (*at_ != '<') return read_text(token, at_);
    const char* begin = at_;
    const Markup markup = read_markup(token);
    if (markup == Markup::kToken) {
      token.span = span(begin, at_);
      return;
    }
    if (markup == Markup::kCdata) return;
    if (markup == Markup::kText) return read_text(token, begin + 1);
  }
  token.kind = TokenKind::kEnd;
  token.span = span(end_, end_);
}

// Up to the next '<' that begins markup, looked for from `from` on.
void Tokenizer::read_text(Token& token, const char* from) {
  token.kind = TokenKind::kText;
  const char* begin = at_;
  const char* at = from;
  for (;;) {
    if (token.references) {
      const void* found =
          at == end_ ? nullptr : std::memchr(at, '<', static_cast<size_t>(end_ - at));
      at = found == nullptr ? end_ : static_cast<const char*>(found);
    } else {
      at = find_any(at, end_, '<', '&');
    }
    if (at == end_) break;
    if (*at == '&') {
      token.references = true;
    } else if (at + 1 != end_) {
      const char c = at[1];
      if (is_alpha(c) || c == '!' || c == '?' || (c == '/' && at + 2 != end_)) break;
    }
    ++at;
  }
  at_ = at;
  token.span = span(begin, at);
}

// At '<'. Where it returns kText nothing was read; kNothing: bytes without a token were.
Tokenizer::Markup Tokenizer::read_markup(Token& token) {
  if (at_ + 1 == end_) return Markup::kText;
  const char c = at_[1];
  if (is_alpha(c)) {
    ++at_;
    return read_tag(token, TokenKind::kStartTag) ? Markup::kToken : Markup::kNothing;
  }
  if (c == '/') {
    if (at_ + 2 == end_) return Markup::kText;
    if (is_alpha(at_[2])) {
      at_ += 2;
      return read_tag(token, TokenKind::kEndTag) ? Markup::kToken : Markup::kNothing;
    }
    if (at_[2] == '>') {
      at_ += 3;
      return Markup::kNothing;
    }
    read_bogus_comment(token, at_ + 2);
    return Markup::kToken;
  }
  if (c == '!') return read_declaration(token);
  if (c != '?') return Markup::kText;
  read_bogus_comment(token, at_ + 1);
  return Markup::kToken;
}

// False: the source ends inside the tag, which then is none. Attributes are most of a page's
// markup: what reads them is compiled into this one function.
[[gnu::flatten]] bool Tokenizer::read_tag(Token& token, TokenKind kind) {
  const char* at = at_;
  TagKey key = short_key(at, end_);
  uint8_t changed = 0;
  at += key.length;
  if (key.length == 0) {
    for (; at != end_; ++at) {
      const uint8_t byte = look_up(kTagName, *at);
      if (byte == 0) break;
      key.add(byte);
      changed |= byte ^ static_cast<uint8_t>(*at);
    }
  }
  const std::string_view written(at_, static_cast<size_t>(at - at_));
  token.kind = kind;
  token.self_closing = false;
  token.tag = tag_of(key);
  token.name = kTags.names[static_cast<size_t>(token.tag)];
  if (token.tag == Tag::unknown || (key.length > 8 && !same_ignoring_case(written, token.name))) {
    token.tag = Tag::unknown;
    token.name = (changed != 0 ? lowered(written) : written).substr(0, Node::kLongestName);
  }
  drop_others();
  token.attributes_begin = token.attributes_end = kept_;
  if (at != end_ && *at == '>') {
    at_ = at + 1;
    return true;
  }
  const char* behind = read_attributes(token, at);
  at_ = behind == nullptr ? end_ : behind;
  return behind != nullptr;
}

// Returns what stands behind the tag's '>'; nullptr where the source ends before.
const char* Tokenizer::read_attributes(Token& token, const char* at) {
  seen_names_ = 0;
  const bool all = token.kind == TokenKind::kStartTag && is_asked_for_all(token.tag);
  for (;;) {
    if (at != end_ && *at == ' ') ++at;  // one blank stands before most
    at = skip_space(at, end_);
    if (at == end_) return nullptr;
    if (*at == '>') return at + 1;
    if (*at == '/') {
      ++at;
      if (at != end_ && *at == '>') {
        token.self_closing = true;
        return at + 1;
      }
      continue;
    }
    std::string_view value;
    bool differs = false;
    if (const char* equals = end_of_plain_name(at, end_)) {
      const std::string_view name(at, static_cast<size_t>(equals - at));
      at = read_value(equals + 1, value, differs);
      if (at == nullptr) return nullptr;
      if (all || (token.kind == TokenKind::kStartTag && is_asked_for_here(name))) {
        add_attribute(token, name, value, differs);
      }
      continue;
    }
    // A '=' in the first place is part of the name.
    const char* name = at;
    uint8_t changed = 0;
    do {
      changed |= static_cast<uint8_t>(*at) ^ look_up(kAttributeName, *at);
      if (at == name && *at == '=') changed = 0;
      ++at;
    } while (at != end_ && look_up(kAttributeName, *at) != 0);
    const std::string_view written(name, static_cast<size_t>(at - name));
    if (at != end_ && *at != '>') {
      const char* equals = skip_space(at, end_);
      if (equals != end_ && *equals == '=') {
        at = read_value(equals + 1, value, differs);
        if (at == nullptr) return nullptr;
      }
    }
    if (token.kind == TokenKind::kStartTag) {
      const std::string_view lower_case = changed != 0 ? lowered(written) : written;
      if (all || is_asked_for(lower_case)) add_attribute(token, lower_case, value, differs);
    }
  }
}

// Behind '='. Returns what stands behind the value; nullptr where the source ends before. What is
// meant may differ from the bytes: a reference, a line end, a NUL.
const char* Tokenizer::read_value(const char* at, std::string_view& value, bool& differs) const {
  at = skip_space(at, end_);
  if (at == end_) return nullptr;
  const char quote = *at;
  if (quote == '"' || quote == '\'') {
    const char* begin = ++at;
    at = plain_ ? find_any(at, end_, quote, '&') : find_any(at, end_, quote, '&', '\r', '\0');
    if (at != end_ && *at != quote) {
      differs = true;
      at = static_cast<const char*>(std::memchr(at, quote, static_cast<size_t>(end_ - at)));
      if (at == nullptr) return nullptr;
    }
    if (at == end_) return nullptr;
    value = {begin, static_cast<size_t>(at - begin)};
    return at + 1;
  }
  const char* begin = at;
  while (at != end_ && look_up(kUnquoted, *at) != 0) {
    differs |= *at == '&' || *at == '\0';
    ++at;
  }
  value = {begin, static_cast<size_t>(at - begin)};
  return at;
}

// `name` in lower case, of those that are asked for.
void Tokenizer::add_attribute(Token& token, std::string_view name, std::string_view value,
                              bool differs) {
  if (held_ - token.attributes_begin >= kMaxAttributes) {
    left_out_attributes_ = true;
    return;
  }
  // One bit for the names that look alike saves most comparisons.
  const auto first = static_cast<uint8_t>(name.front()), last = static_cast<uint8_t>(name.back());
  const uint64_t bit = uint64_t{1} << ((first * 3u + last * 5u + name.size() * 7u) & 63u);
  if ((seen_names_ & bit) != 0 && has_attribute(token.attributes_begin, name)) return;
  seen_names_ |= bit;
  Attribute attribute;
  attribute.name = name;
  attribute.value = value;
  if (value.data() != nullptr) {
    attribute.span = span(value.data(), value.data() + value.size());
    if (differs) attribute.value = decode_text(value, TextMode::kAttribute, arena_);
  }
  make_room(attributes_, offset(at_), static_cast<size_t>(end_ - begin_));
  attributes_.push_back(attribute);
  token.attributes_end = ++held_;
}

// Formatting elements with the same attributes are counted (13.2.4.3), of which links are never
// more than one.
bool Tokenizer::is_asked_for_all(Tag tag) const {
  return asks_for_ == nullptr || (tag != Tag::a && (traits_of(tag) & kFormatting) != 0);
}

// The tree construction asks for some too.
bool Tokenizer::is_asked_for(std::string_view name) const {
  return asks_for_(name) || name == "type" || name == "encoding" || name == "color" ||
         name == "face" || name == "size";
}

// The same of a name that stands in the source, where it may be read beyond its end. A page has few
// names, each many times, and the thread's next page has much the same: the answers are remembered
// by all bytes of the name.
bool Tokenizer::is_asked_for_here(std::string_view name) {
  if (name.size() > 16 || static_cast<size_t>(end_ - name.data()) < 8) return is_asked_for(name);
  const auto read = [](const char* at) {
    uint64_t eight;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
  };
  const size_t size = name.size();
  uint64_t front = read(name.data()), back = 0;
  if (size > 8)
    back = read(name.data() + size - 8);
  else if constexpr (std::endian::native == std::endian::little)
    front &= ~uint64_t{0} >> (64 - 8 * size);
  else
    front &= ~uint64_t{0} << (64 - 8 * size);
  const uint64_t mixed = (front ^ (back << 1) ^ size) * 0x9E3779B97F4A7C15u;
  thread_local std::array<Answer, size_t{1} << kAnswerBits> answers;
  Answer& answer = answers[mixed >> (64 - kAnswerBits)];
  if (answer.front != front || answer.back != back || answer.size != size ||
      answer.asks_for != asks_for_) {
    answer = {front, back, asks_for_, static_cast<uint32_t>(size), is_asked_for(name)};
  }
  return answer.asked;
}

bool Tokenizer::has_attribute(uint32_t from, std::string_view name) const {
  for (size_t i = from; i < attributes_.size(); ++i) {
    if (attributes_[i].name == name) return true;
  }
  return false;
}

// The name in lower case, NUL replaced, in the arena.
std::string_view Tokenizer::lowered(std::string_view name) {
  char* out = arena_.room(name.size() * 3);
  size_t size = 0;
  for (const char c : name) {
    if (c == '\0') {
      std::memcpy(out + size, "\xEF\xBF\xBD", 3);
      size += 3;
    } else {
      out[size++] = lower(c);
    }
  }
  return arena_.keep(size);
}

bool Tokenizer::starts_with(const char* at, std::string_view lower_case) const {
  return static_cast<size_t>(end_ - at) >= lower_case.size() &&
         same_ignoring_case({at, lower_case.size()}, lower_case);
}

}  // namespace synoptic::html

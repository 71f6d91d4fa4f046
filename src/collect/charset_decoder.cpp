#include "collect/charset_decoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <array>
#include <charconv>
#include <climits>
#include <cstring>
#include <memory>

#include "base/strings.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::collect {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Corrections = std::array<char32_t, 256>;  // 0: none

Corrections read_corrections(std::string_view text) {
  Corrections made{};
  for (const auto pair : split_trimmed(text, ' ')) {
    unsigned byte = 0, value = 0;
    const size_t sign = pair.find('=');
    if (sign == std::string_view::npos) continue;
    std::from_chars(pair.data(), pair.data() + sign, byte, 16);
    std::from_chars(pair.data() + sign + 1, pair.data() + pair.size(), value, 16);
    made[byte & 0xFF] = value;
  }
  return made;
}

// What ICU calls where bytes mean nothing. Its own callback puts U+001A for some of them.
void replace_malformed(const void* context, UConverterToUnicodeArgs* arguments, const char* units,
                       int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  char32_t value = 0;
  if (length == 1) {
    value = (*static_cast<const Corrections*>(context))[static_cast<unsigned char>(*units)];
  }
  *status = U_ZERO_ERROR;
  const auto unit = static_cast<UChar>(value == 0 ? text::kReplacement : value);
  ucnv_cbToUWriteUChars(arguments, &unit, 1, 0, status);
}

class Decoder {
 public:
  Decoder(std::string_view bytes, size_t skip, UConverter* converter,
          const Corrections& corrections)
      : bytes_(bytes), at_(skip), converter_(converter), corrections_(corrections) {
    decoded_.text.reserve(bytes.size() + bytes.size() / 4);
  }

  DecodedBytes run() && {
    switch (ucnv_getType(converter_)) {
      case UCNV_SBCS:
      case UCNV_LATIN_1:
      case UCNV_US_ASCII:
        decode_single_bytes();
        break;
      case UCNV_MBCS:
      case UCNV_UTF8:
        decode_multi_bytes();
        break;
      default:  // UTF-16 and those with states, where an ASCII byte may mean something else
        convert(bytes_.size());
    }
    decoded_.text.shrink_to_fit();
    decoded_.raw_offsets.shrink_to_fit();
    return std::move(decoded_);
  }

 private:
  void copy_ascii() {
    const size_t end = text::end_of_ascii(bytes_, at_);
    if (end == at_) return;
    note_ascii(at_, end - at_);
    decoded_.text.append(bytes_.substr(at_, end - at_));
    at_ = end;
  }

  void decode_single_bytes() {
    std::array<char32_t, 128> table;
    for (int i = 0; i < 128; ++i) table[static_cast<size_t>(i)] = single(0x80 + i);
    for (copy_ascii(); at_ < bytes_.size(); copy_ascii()) {
      for (; at_ < bytes_.size() && !text::is_ascii(bytes_[at_]); ++at_) {
        append(at_, table[static_cast<unsigned char>(bytes_[at_]) & 0x7F]);
      }
    }
  }

  char32_t single(int byte) const {
    if (const char32_t value = corrections_[static_cast<size_t>(byte)]; value != 0) return value;
    const char source = static_cast<char>(byte);
    UChar unit = 0;
    UErrorCode status = U_ZERO_ERROR;
    const int32_t count = ucnv_toUChars(converter_, &unit, 1, &source, 1, &status);
    return count == 1 && U_SUCCESS(status) ? unit : text::kReplacement;
  }

  // An ASCII byte behind another one, or at the front, stands for itself in all these charsets; one
  // behind a byte that is not ASCII may belong to that.
  void decode_multi_bytes() {
    for (copy_ascii(); at_ < bytes_.size(); copy_ascii()) {
      size_t end = at_ + 1;
      while (end < bytes_.size() &&
             !(text::is_ascii(bytes_[end]) && text::is_ascii(bytes_[end - 1])))
        ++end;
      convert(end);
    }
  }

  void convert(size_t end) {
    constexpr size_t kUnits = 1024;
    UChar units[kUnits];
    int32_t offsets[kUnits];
    const char* const limit = bytes_.data() + end;
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    char16_t lead = 0;
    size_t lead_at = 0;
    size_t known = at_;  // for units that ICU kept from the call before: their offset is -1
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      const size_t base = at_;
      const char* source = bytes_.data() + at_;
      UChar* target = units;
      ucnv_toUnicode(converter_, &target, units + kUnits, &source, limit, offsets, true, &status);
      at_ = static_cast<size_t>(source - bytes_.data());
      for (size_t i = 0; i < static_cast<size_t>(target - units); ++i) {
        if (offsets[i] >= 0) known = base + static_cast<size_t>(offsets[i]);
        if (U16_IS_LEAD(units[i])) {
          lead = units[i];
          lead_at = known;
        } else if (U16_IS_TRAIL(units[i]) && lead != 0) {
          append(lead_at, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, units[i])));
          lead = 0;
        } else {
          append(known, units[i]);
        }
      }
    }
    at_ = end;
  }

  // The next character of the text has `width` bytes and stood at `raw`. How wide the characters of
  // a run were there shows at its second one.
  void note(size_t raw, uint32_t width) {
    if (run_ > 0) {
      model::RawOffset& last = decoded_.raw_offsets.back();
      if (run_ == 1 && raw - last.raw <= UINT8_MAX) {
        last.raw_width = static_cast<uint8_t>(raw - last.raw);
      }
      if (last.text_width == width && last.raw + run_ * last.raw_width == raw) {
        ++run_;
        return;
      }
    }
    begin_run(raw, width);
  }

  void note_ascii(size_t raw, size_t count) {
    note(raw, 1);
    if (count == 1) return;
    model::RawOffset* last = &decoded_.raw_offsets.back();
    if (run_ == 1) {
      last->raw_width = 1;
    } else if (last->raw_width != 1) {
      // The first one stood where the next of the run would have, but the others will not.
      --run_;
      begin_run(raw, 1);
    }
    run_ += count - 1;
  }

  void begin_run(size_t raw, uint32_t width) {
    decoded_.raw_offsets.push_back({static_cast<uint32_t>(decoded_.text.size()),
                                    static_cast<uint32_t>(raw), static_cast<uint8_t>(width), 1});
    run_ = 1;
  }

  void append(size_t raw, char32_t value) {
    note(raw, value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4);
    decoded_.replaced += value == text::kReplacement;
    decoded_.non_ascii += value >= 0x80;
    if (value < 0x80) {
      decoded_.text.push_back(static_cast<char>(value));
    } else if (value >= 0x800 && value < 0xD800) {  // most of what is not Latin
      const char three[] = {static_cast<char>(0xE0 | value >> 12),
                            static_cast<char>(0x80 | (value >> 6 & 0x3F)),
                            static_cast<char>(0x80 | (value & 0x3F))};
      decoded_.text.append(three, sizeof three);
    } else {
      text::append_utf8(decoded_.text, value);
    }
  }

  std::string_view bytes_;
  size_t at_;
  UConverter* converter_;
  const Corrections& corrections_;
  DecodedBytes decoded_;
  size_t run_ = 0;  // characters of the last entry so far
};

}  // namespace

std::optional<DecodedBytes> decode_bytes(std::string_view bytes, size_t skip,
                                         const html::Encoding& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(std::string(encoding.converter).c_str(), &status),
                            ucnv_close);
  // An empty name would open the machine's own charset.
  if (encoding.converter.empty() || U_FAILURE(status)) return std::nullopt;
  const Corrections corrections = read_corrections(encoding.corrections);
  ucnv_setToUCallBack(converter.get(), replace_malformed, &corrections, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  return Decoder(bytes, skip, converter.get(), corrections).run();
}

}  // namespace synoptic::collect

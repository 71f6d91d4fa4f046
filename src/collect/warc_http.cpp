#include "collect/warc_http.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/strings.h"

namespace synoptic::collect {
namespace {

constexpr int kGzipOrZlib = 15 + 32;  // zlib's way to say: either, with any window
constexpr int kBareDeflate = -15;     // what some servers mean by "deflate"

std::optional<std::string_view> take_line(std::string_view& text) {
  const size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// nullopt: these are no chunks. What is cut in the middle of a chunk ends there, with a warning.
std::optional<Payload> joined_chunks(std::string_view body) {
  Payload joined;
  for (bool first = true;; first = false) {
    const auto line = take_line(body);
    const std::string_view digits = line ? trim(line->substr(0, line->find(';'))) : "";
    uint64_t size = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
    const bool good =
        !digits.empty() && error == std::errc() && end == digits.data() + digits.size();
    if (!good && first) return std::nullopt;
    if (!good || size > body.size()) {
      if (good) joined.bytes += body;
      joined.warning = "ends in the middle of a chunk";
      return joined;
    }
    if (size == 0) return joined;  // trailers follow, which say nothing of the text
    joined.bytes += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

enum class End { kWhole, kCut, kBroken, kTooLarge };

End inflate_into(std::string_view packed, int window, size_t max_bytes, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return End::kBroken;
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string piece(1 << 16, '\0');
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int code = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, 0, piece.size() - stream.avail_out);
    if (out.size() > max_bytes) return End::kTooLarge;
    if (code == Z_STREAM_END) return End::kWhole;
    if (code == Z_BUF_ERROR || (code == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
      return End::kCut;
    }
    if (code != Z_OK) return End::kBroken;
  }
}

End unzstd_into(std::string_view packed, size_t max_bytes, std::string& out) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          ZSTD_freeDStream);
  if (!stream) return End::kBroken;
  std::string piece(1 << 16, '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (;;) {
    ZSTD_outBuffer made{piece.data(), piece.size(), 0};
    const size_t code = ZSTD_decompressStream(stream.get(), &made, &in);
    if (ZSTD_isError(code) != 0) return End::kBroken;
    out.append(piece, 0, made.pos);
    if (out.size() > max_bytes) return End::kTooLarge;
    if (code == 0 && in.pos == in.size) return End::kWhole;
    if (in.pos == in.size && made.pos < made.size) return End::kCut;
  }
}

End unbrotli_into(std::string_view packed, size_t max_bytes, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return End::kBroken;
  std::string piece(1 << 16, '\0');
  const auto* next = reinterpret_cast<const uint8_t*>(packed.data());
  size_t left = packed.size();
  for (;;) {
    auto* to = reinterpret_cast<uint8_t*>(piece.data());
    size_t room = piece.size();
    const auto code = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.append(piece, 0, piece.size() - room);
    if (out.size() > max_bytes) return End::kTooLarge;
    if (code == BROTLI_DECODER_RESULT_SUCCESS) return End::kWhole;
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return End::kCut;
    if (code == BROTLI_DECODER_RESULT_ERROR) return End::kBroken;
  }
}

// What the head says is packed but does not begin so was unpacked by the crawler.
bool begins_packed(std::string_view coding, std::string_view bytes) {
  if (coding == "gzip") return bytes.starts_with("\x1F\x8B");
  if (coding == "zstd") return bytes.starts_with("\x28\xB5\x2F\xFD");
  if (coding == "br") return true;  // RFC 7932 has no mark: it is tried
  if (coding != "deflate" || bytes.size() < 2) return false;
  const unsigned head =
      static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
  const bool zlib = (bytes[0] & 0x0F) == 8 && head % 31 == 0;  // RFC 1950, 2.2
  return zlib || bytes.find('<') > 64;  // else bare: text would have a tag there, or white space
}

bool is_text(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.begin() + std::min<size_t>(bytes.size(), 1024),
                      [](char c) { return static_cast<unsigned char>(c) < 0x09; });
}

Result<void> unpack(const std::string& coding, size_t max_bytes, const std::string& where,
                    Payload& payload) {
  if (!begins_packed(coding, payload.bytes)) return {};
  std::string out;
  End end = End::kBroken;
  if (coding == "zstd") {
    end = unzstd_into(payload.bytes, max_bytes, out);
  } else if (coding == "br") {
    end = unbrotli_into(payload.bytes, max_bytes, out);
    if (end != End::kWhole && end != End::kTooLarge && is_text(payload.bytes)) return {};
  } else {
    end = inflate_into(payload.bytes, kGzipOrZlib, max_bytes, out);
    if (end == End::kBroken && coding == "deflate" && out.empty()) {
      end = inflate_into(payload.bytes, kBareDeflate, max_bytes, out);
      if (end == End::kBroken && out.empty()) return {};  // plain after all
    }
  }
  if (end == End::kTooLarge) {
    return failure(ErrorCode::kTooLarge, where,
                   fmt::format("larger than the limit of {} MB", max_bytes >> 20));
  }
  if (end == End::kBroken && out.empty()) {
    return failure(ErrorCode::kMalformed, where, "has an error in the compressed data");
  }
  if (end != End::kWhole) payload.warning = "ends in the middle of the compressed data";
  payload.bytes = std::move(out);
  return {};
}

}  // namespace

std::optional<uint64_t> content_length(std::string_view value) {
  uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

void read_media_type(std::string_view value, std::string& media_type, std::string& charset) {
  media_type = ascii_lower(trim(value.substr(0, value.find(';'))));
  const std::string low = ascii_lower(value);
  const size_t at = low.find("charset=");
  if (at == std::string::npos) return;
  std::string_view name = std::string_view(low).substr(at + 8);
  name = trim(name.substr(0, name.find(';')));
  while (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
  while (name.ends_with('"') || name.ends_with('\'')) name.remove_suffix(1);
  charset = name;
}

std::optional<HttpResponse> read_http_head(std::string_view block) {
  std::string_view rest = block;
  const auto status_line = take_line(rest);
  if (!status_line || !status_line->starts_with("HTTP/")) return std::nullopt;
  HttpResponse response;
  const size_t blank = std::min(status_line->find(' '), status_line->size());
  const std::string_view code = trim(status_line->substr(blank)).substr(0, 3);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  for (;;) {
    const auto line = take_line(rest);
    if (!line) {  // cut in its head: there is no body
      response.body = block.size();
      return response;
    }
    if (line->empty()) break;
    const size_t colon = line->find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii_lower(trim(line->substr(0, colon)));
    const std::string_view value = trim(line->substr(colon + 1));
    if (name == "content-type") {
      read_media_type(value, response.media_type, response.charset);
    } else if (name == "content-length") {
      if (const auto length = content_length(value)) response.length = *length;
    } else if (name == "transfer-encoding" || name == "content-encoding") {
      for (const std::string_view part : split_trimmed(value, ',')) {
        std::string coding = ascii_lower(part);
        if (coding.starts_with("x-")) coding.erase(0, 2);
        if (coding == "chunked") {
          response.chunked = true;
        } else if (coding != "identity") {
          response.codings.push_back(std::move(coding));
        }
      }
    }
  }
  response.body = block.size() - rest.size();
  return response;
}

Result<Payload> payload_of(const HttpResponse& response, std::string_view block, size_t max_bytes,
                           const std::string& where) {
  const std::string_view body = block.substr(response.body);
  std::optional<Payload> payload;
  if (response.chunked) payload = joined_chunks(body);
  if (!payload) payload = Payload{std::string(body), {}};
  // What crawlers have unpacked is longer than the head says, not shorter.
  const bool short_of_length =
      !response.chunked && response.length && body.size() < *response.length;
  for (size_t i = response.codings.size(); i-- > 0;) {
    if (auto done = unpack(response.codings[i], max_bytes, where, *payload); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (short_of_length && payload->warning.empty()) {
    payload->warning =
        fmt::format("is cut short: {} of {} bytes came", body.size(), *response.length);
  }
  return std::move(*payload);
}

}  // namespace synoptic::collect

#include "cli/terminal.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "cli/commands.h"
#include "text/controls.h"
#include "text/utf8.h"

namespace synoptic::cli {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr int kBarColumns = 24;

size_t columns_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const int8_t category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

std::string styled(const char* code, std::string_view text) {
  return colours() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace

void complain(const Error& error) { inform("synoptic: " + one_line(error.message())); }

int give_up(const Error& error) {
  complain(error);
  return error.code == ErrorCode::kUsage ? kUsage : kNothing;
}

int give_up_writing(const Error& error) {
  const int code = give_up(error);
  return error.code == ErrorCode::kTooLarge ? kUnwritten : code;
}

void inform(std::string_view text) {
  const std::string line = one_line(text);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

bool colours() {
  static const bool on = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  return on;
}

std::string bold(std::string_view text) { return styled("1", text); }
std::string dim(std::string_view text) { return styled("2", text); }

size_t columns_of(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    columns += columns_of(c.value);
    at += c.length;
  }
  return columns;
}

std::string fit(std::string_view text, size_t columns) {
  size_t used = 0, at = 0;
  const bool whole = columns_of(text) <= columns;
  while (at < text.size()) {
    const text::CodePoint c = text::decode(text, at);
    const size_t width = columns_of(c.value);
    if (used + width > columns - (whole ? 0 : 1)) break;
    used += width;
    at += c.length;
  }
  std::string cut(text.substr(0, at));
  if (!whole) {
    cut += "…";
    ++used;
  }
  cut = isolate(cut);
  cut.append(columns - used, ' ');
  return cut;
}

std::string isolate(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (is_right_to_left(c.value)) return "\u2068" + text::unturned(text) + "\u2069";
    at += c.length;
  }
  return text::unturned(text);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (text::is_direction_control(c.value)) continue;
    const bool control = text::is_unprintable(c.value) || c.value < 0x20;
    text::append_utf8(line, control ? U' ' : c.value);
  }
  return line;
}

std::string shown(std::string_view text) {
  constexpr std::string_view kStyles[] = {"\x1b[0m", "\x1b[1m", "\x1b[2m"};  // as styled() has them
  if (!colours()) return text::printable(text);
  std::string out;
  for (size_t begin = 0, at = 0;; ++at) {
    at = std::min(text.find('\x1b', at), text.size());
    const bool ours = std::any_of(std::begin(kStyles), std::end(kStyles),
                                  [&](auto style) { return text.substr(at).starts_with(style); });
    if (!ours && at < text.size()) continue;
    out += text::printable(text.substr(begin, at - begin));
    if (at == text.size()) return out;
    out += text.substr(at, kStyles[0].size());
    begin = at + kStyles[0].size();
  }
}

ProgressBar::ProgressBar()
    : start_(std::chrono::steady_clock::now()), on_(isatty(STDERR_FILENO) == 1) {}

void ProgressBar::update(const flow::Progress& progress) {
  if (!on_) return;
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  update(progress.share,
         fmt::format("{} articles  {:.1f} MB  {:.0f} articles/s", progress.articles,
                     static_cast<double>(progress.bytes) / 1e6,
                     seconds > 0 ? static_cast<double>(progress.articles) / seconds : 0));
}

void ProgressBar::update(double share, std::string_view what) {
  const auto now = std::chrono::steady_clock::now();
  if (!on_ || now - drawn_ < kRedraw) return;
  drawn_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const int filled = static_cast<int>(share * kBarColumns);
  std::string bar;
  for (int i = 0; i < kBarColumns; ++i) bar += i < filled ? "█" : "░";
  const double left = share > 0 ? seconds / share - seconds : 0;
  fmt::print(stderr, "\r\x1b[K{} {:3.0f} %  {}  ETA {:.0f} s", bar, share * 100, what, left);
  std::fflush(stderr);
}

void ProgressBar::finish() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace synoptic::cli

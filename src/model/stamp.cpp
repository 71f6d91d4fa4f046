#include "model/stamp.h"

#include <fmt/format.h>

#include <cstdlib>

namespace synoptic::model {
namespace {

constexpr int kFarthest = 14 * 60;  // of the offsets in use; a page may state nonsense

std::string offset_text(int minutes) {
  if (minutes == 0) return "Z";
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

bool has_offset(const DateValue& value, std::optional<int> minutes) {
  return minutes && value.precision >= Precision::kHour && std::abs(*minutes) <= kFarthest;
}

}  // namespace

std::string stamp_of(const DateValue& value) {
  std::string stamp = iso(value);
  if (has_offset(value, value.offset_minutes)) stamp += offset_text(*value.offset_minutes);
  return stamp;
}

std::string stamp_of(const Article& article) {
  if (!article.published) return {};
  const DateValue& value = article.published->value;
  std::string stamp = stamp_of(value);
  if (!value.offset_minutes && article.zone_inferred &&
      has_offset(value, article.zone_inferred->offset_minutes)) {
    stamp += offset_text(article.zone_inferred->offset_minutes) + "?";
  }
  return stamp;
}

std::string told_at(const Article& article) {
  return article.revised.empty() ? stamp_of(article) : article.revised;
}

std::string stamp_of(std::string_view stated, std::string_view guess) {
  std::string stamp(stated);
  if (!guess.empty()) stamp.append(guess).push_back('?');
  return stamp;
}

StampParts parts_of(std::string_view stamp) {
  StampParts parts;
  parts.guessed = stamp.ends_with('?');
  if (parts.guessed) stamp.remove_suffix(1);
  const size_t clock = stamp.find('T');
  const size_t zone = clock == std::string_view::npos ? clock : stamp.find_first_of("Z+-", clock);
  parts.clock = stamp.substr(0, zone);
  if (zone != std::string_view::npos) parts.zone = stamp.substr(zone);
  parts.stated = parts.guessed ? parts.clock : std::string(stamp);
  return parts;
}

std::string to_the_minute(std::string_view stamp) {
  constexpr size_t kMinute = 16;  // "2026-03-14T09:05"
  const StampParts parts = parts_of(stamp);
  return parts.clock.substr(0, kMinute) + parts.zone + (parts.guessed ? "?" : "");
}

std::optional<int64_t> minutes_of(std::string_view stamp) {
  if (stamp.ends_with('?')) stamp.remove_suffix(1);
  const auto value = parse_iso(stamp);
  return value ? std::optional(minutes_since_epoch(*value)) : std::nullopt;
}

void write_stamp(JsonWriter& json, std::string_view key, std::string_view stamp,
                 std::string_view guess_key) {
  const StampParts parts = parts_of(stamp);
  json.field_or_null(key, parts.stated);
  if (parts.guessed) json.field(guess_key, parts.zone);
}

}  // namespace synoptic::model

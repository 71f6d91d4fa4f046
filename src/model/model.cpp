#include "model/model.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "model/stamp.h"

namespace synoptic::model {

const FrontMatterField* find_front_matter(const Capture& capture, std::string_view key) {
  for (const auto& field : capture.front_matter) {
    if (ascii_lower(field.key) == key) return &field;
  }
  return nullptr;
}

uint32_t raw_offset(const Capture& capture, uint32_t at) {
  const auto& offsets = capture.raw_offsets;
  const auto behind =
      std::upper_bound(offsets.begin(), offsets.end(), at,
                       [](uint32_t text, const RawOffset& offset) { return text < offset.text; });
  if (behind == offsets.begin()) return at + capture.raw_shift;
  const RawOffset& run = *(behind - 1);
  return run.raw + (at - run.text) / run.text_width * run.raw_width;
}

std::string_view block_kind_name(BlockKind kind) {
  constexpr std::string_view kNames[] = {"heading", "paragraph", "list_item",
                                         "quote",   "caption",   "table"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view entity_type_name(EntityType type) {
  constexpr std::string_view kNames[] = {"PERSON",   "ORG",     "COUNTRY", "CITY",   "REGION",
                                         "FACILITY", "PRODUCT", "WORK",    "CONCEPT"};
  return kNames[static_cast<size_t>(type)];
}

std::optional<EntityType> entity_type_from_name(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(EntityType::kConcept); ++i) {
    if (entity_type_name(static_cast<EntityType>(i)) == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

namespace {

std::string joined_blocks(const Article& article, bool captions) {
  std::string joined;
  for (const auto& block : article.blocks) {
    if (!captions && block.kind == BlockKind::kCaption) continue;
    if (!joined.empty()) joined += "\n\n";
    joined += block.text;
  }
  return joined;
}

}  // namespace

std::string body_text(const Article& article) { return joined_blocks(article, true); }

std::string main_text(const Article& article) { return joined_blocks(article, false); }

std::string article_id(std::string_view sha256, uint32_t index) {
  return sha256_hex(std::string(sha256) + ":" + std::to_string(index)).substr(0, 16);
}

Source source_of(const Article& article) {
  Source source{article.id, article.path, article.url, article.sha256, article.charset};
  if (source.url.empty()) source.url = article.capture_url;
  source.bytes = article.capture_bytes;
  source.index = article.index;
  source.title = article.title;
  source.title_span = article.title_span;
  source.lang = article.lang;
  if (article.publisher) source.publisher = article.publisher->name;
  source.published = stamp_of(article);
  source.revised = article.revised;
  return source;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view table_language(std::string_view tag) {
  const std::string_view primary = primary_language(tag);
  return primary == "ms" ? "id" : primary;
}

}  // namespace synoptic::model

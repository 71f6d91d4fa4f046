#include <algorithm>
#include <cmath>
#include <cstring>

#include "lexicon/build.h"

namespace synoptic::lexicon {
namespace {

constexpr size_t kBucketFill = 4;  // entries of a bucket, on average

template <typename T>
void put(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void align_to(std::string& bytes, size_t width) {
  while (bytes.size() % width != 0) bytes += '\0';
}

uint8_t stored(float weight) {
  const float root = std::sqrt(std::clamp(weight / kWeightTop, 0.0F, 1.0F));
  return static_cast<uint8_t>(std::lround(root * 255.0F));
}

void put_language(std::string& bytes, const LanguageTable& table, LanguageRow& row) {
  std::copy(table.code.begin(), table.code.end(), row.code.begin());
  row.entry_count = static_cast<uint32_t>(table.entries.size());
  row.bucket_bits = 1;
  while ((size_t{kBucketFill} << row.bucket_bits) < table.entries.size()) ++row.bucket_bits;
  std::vector<const TableEntry*> order;
  for (const TableEntry& entry : table.entries) order.push_back(&entry);
  std::sort(order.begin(), order.end(),
            [](const TableEntry* a, const TableEntry* b) { return a->key < b->key; });
  std::string entries;
  std::vector<uint32_t> buckets;
  for (const TableEntry* entry : order) {
    while (buckets.size() <= entry->key >> (64 - row.bucket_bits)) {
      buckets.push_back(static_cast<uint32_t>(entries.size()));
    }
    put(entries, static_cast<uint16_t>(entry->key));
    put(entries, static_cast<uint8_t>(entry->terms.size()));
    for (const auto& [term, weight] : entry->terms) {
      put(entries, term);
      put(entries, stored(weight));
    }
  }
  while (buckets.size() <= size_t{1} << row.bucket_bits) {
    buckets.push_back(static_cast<uint32_t>(entries.size()));
  }
  align_to(bytes, 16);
  row.buckets_at = bytes.size();
  for (const uint32_t at : buckets) put(bytes, at);
  row.entries_at = bytes.size();
  row.entries_size = entries.size();
  bytes += entries;
}

template <typename T>
T value_at(std::string_view bytes, uint64_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

}  // namespace

std::string package_of(const Tables& tables) {
  std::string bytes(sizeof(Header) + tables.languages.size() * sizeof(LanguageRow), '\0');
  Header header;
  header.language_count = static_cast<uint32_t>(tables.languages.size());
  header.term_count = static_cast<uint32_t>(tables.words.size());
  header.letter_count = static_cast<uint32_t>(tables.letters.size());
  header.languages_at = sizeof(Header);
  header.idf_at = bytes.size();
  for (const float idf : tables.idf) {
    put(bytes, static_cast<uint8_t>(std::clamp(std::lround(idf / kIdfStep), 0L, 255L)));
  }
  align_to(bytes, 16);
  header.text_offsets_at = bytes.size();
  uint32_t at = 0;
  for (const std::string& word : tables.words) {
    put(bytes, at);
    at += static_cast<uint32_t>(word.size());
  }
  put(bytes, at);
  header.texts_at = bytes.size();
  for (const std::string& word : tables.words) bytes += word;
  align_to(bytes, 16);
  header.letters_at = bytes.size();
  for (const NameLetter& letter : tables.letters) put(bytes, letter);
  std::string rows;
  for (const LanguageTable& table : tables.languages) {
    LanguageRow row;
    put_language(bytes, table, row);
    put(rows, row);
  }
  std::copy(rows.begin(), rows.end(), bytes.begin() + sizeof(Header));
  header.size = bytes.size();
  std::string head;
  put(head, header);
  std::copy(head.begin(), head.end(), bytes.begin());
  return bytes;
}

std::string extended(std::string_view package, const std::vector<LanguageTable>& more) {
  auto header = value_at<Header>(package, 0);
  std::vector<LanguageRow> rows;
  for (uint32_t i = 0; i < header.language_count; ++i) {
    rows.push_back(value_at<LanguageRow>(package, header.languages_at + i * sizeof(LanguageRow)));
  }
  const uint64_t rows_end = header.languages_at + rows.size() * sizeof(LanguageRow);
  std::string bytes(sizeof(Header) + (rows.size() + more.size()) * sizeof(LanguageRow), '\0');
  align_to(bytes, 16);
  while (bytes.size() % 16 != rows_end % 16) bytes += '\0';
  const uint64_t shift = bytes.size() - rows_end;  // of all that stands behind the rows
  bytes += package.substr(rows_end);
  for (LanguageRow& row : rows) row.buckets_at += shift, row.entries_at += shift;
  for (const LanguageTable& table : more) put_language(bytes, table, rows.emplace_back());
  header.language_count = static_cast<uint32_t>(rows.size());
  header.languages_at = sizeof(Header);
  for (uint64_t* at : {&header.idf_at, &header.text_offsets_at, &header.texts_at,
                       &header.letters_at}) {
    *at += shift;
  }
  header.size = bytes.size();
  std::string head;
  put(head, header);
  for (const LanguageRow& row : rows) put(head, row);
  std::copy(head.begin(), head.end(), bytes.begin());
  return bytes;
}

}  // namespace synoptic::lexicon

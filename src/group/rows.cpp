// The rows at rest: little-endian numbers, lists with their length first.
#include <bit>
#include <cstring>

#include "group/describe.h"

namespace synoptic::group {
namespace {

void put(std::string& out, uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

void put(std::string& out, const std::vector<uint32_t>& list) {
  put(out, static_cast<uint32_t>(list.size()));
  for (const uint32_t number : list) put(out, number);
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<uint32_t>(text.size()));
  out += text;
}

// Of an article, in its first number.
constexpr uint32_t kFresh = 1, kSplits = 2, kRemoved = 4;

class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : bytes_(bytes) {}

  uint32_t number() {
    if (bytes_.size() < 4) return fail();
    uint32_t out = 0;
    for (size_t i = 0; i < 4; ++i) {
      out |= static_cast<uint32_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    }
    bytes_.remove_prefix(4);
    return out;
  }
  std::string_view text() {
    const size_t size = number();
    if (size > bytes_.size()) return fail(), std::string_view();
    const auto out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  size_t length() {
    const size_t size = number();
    return size > bytes_.size() / 4 ? fail() : size;
  }
  std::vector<uint32_t> list() {
    std::vector<uint32_t> out(length());
    for (auto& item : out) item = number();
    return out;
  }
  bool good() const { return good_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  uint32_t fail() {
    good_ = false;
    return 0;
  }
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

namespace {

std::string row_of(uint32_t marks, const Placement& placement, std::string_view fingerprint) {
  std::string out;
  put(out, marks | (placement.leaving.empty() ? 0 : kSplits));
  put(out, placement.home);
  put(out, placement.id);
  put(out, placement.merged);
  put(out, placement.accounts);
  put(out, static_cast<uint32_t>(placement.misses.size()));
  for (const auto& miss : placement.misses) {
    uint32_t score = 0;
    std::memcpy(&score, &miss.score, sizeof score);
    put(out, miss.a);
    put(out, miss.b);
    put(out, score);
    put(out, miss.other_event ? 1 : 0);
  }
  if (!placement.leaving.empty()) {
    put(out, placement.leaving);
    put(out, placement.new_story);
    put(out, placement.new_id);
  }
  put(out, fingerprint);
  return out;
}

}  // namespace

std::string to_row(const Placement& placement, const Fingerprint& article, const Vector& vector) {
  std::string out = row_of(placement.fresh ? kFresh : 0, placement, article.bytes());
  if (!vector.empty()) {
    put(out, std::bit_cast<uint32_t>(vector.weight));
    put(out, static_cast<uint32_t>(vector.values.size()));
    out.append(reinterpret_cast<const char*>(vector.values.data()), vector.values.size());
  }
  return out;
}

std::string row_of_removed(const Placement& placement) { return row_of(kRemoved, placement, ""); }

std::optional<Row> from_row(std::string_view bytes) {
  RowReader reader(bytes);
  Row row;
  const uint32_t marks = reader.number();
  row.removed = (marks & kRemoved) != 0;
  row.placement.fresh = (marks & kFresh) != 0;
  row.placement.home = reader.number();
  row.placement.id = reader.text();
  row.placement.merged = reader.list();
  row.placement.accounts = reader.list();
  row.placement.misses.resize(reader.length());
  for (auto& miss : row.placement.misses) {
    miss.a = reader.number();
    miss.b = reader.number();
    const uint32_t score = reader.number();
    std::memcpy(&miss.score, &score, sizeof score);
    miss.other_event = reader.number() != 0 ? 1 : 0;
  }
  if ((marks & kSplits) != 0) {
    row.placement.leaving = reader.list();
    row.placement.new_story = reader.number();
    row.placement.new_id = reader.text();
  }
  const std::string_view fingerprint = reader.text();
  if (row.removed) {
    row.article = Fingerprint(Draft{});  // nothing is found by it
    return reader.good() ? std::optional(std::move(row)) : std::nullopt;
  }
  auto article = Fingerprint::from_bytes(fingerprint);
  if (!reader.at_end()) {
    row.vector.weight = std::bit_cast<float>(reader.number());
    const auto values = reader.text();
    row.vector.values.assign(values.begin(), values.end());
  }
  if (!reader.good() || !article) return std::nullopt;
  row.article = std::move(*article);
  return row;
}

}  // namespace synoptic::group

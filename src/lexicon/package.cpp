#include "lexicon/package.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace synoptic::lexicon {
namespace {

template <typename T>
T value_at(std::string_view bytes, uint64_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

bool lies_within(std::string_view bytes, uint64_t at, uint64_t count, uint64_t width) {
  return at <= bytes.size() && count <= (bytes.size() - at) / std::max<uint64_t>(width, 1);
}

}  // namespace

Lexicon::Package::~Package() {
  if (mapped_ != nullptr) munmap(mapped_, mapped_size_);
}

Result<std::unique_ptr<Lexicon::Package>> Lexicon::Package::read(std::string_view bytes,
                                                                 std::string where) {
  const auto broken = [&](const char* why) { return failure(ErrorCode::kMalformed, where, why); };
  if (bytes.size() < sizeof(Header)) return broken("not a lexicon package");
  auto package = std::make_unique<Package>();
  Header& header = package->header;
  header = value_at<Header>(bytes, 0);
  if (header.magic != kPackageMagic) return broken("not a lexicon package");
  if (header.size != bytes.size()) return broken("the package is cut short");
  if (header.term_count > kMostTerms ||
      !lies_within(bytes, header.languages_at, header.language_count, sizeof(LanguageRow)) ||
      !lies_within(bytes, header.idf_at, header.term_count, 1) ||
      !lies_within(bytes, header.text_offsets_at, uint64_t{header.term_count} + 1, 4) ||
      header.texts_at > bytes.size() ||
      !lies_within(bytes, header.letters_at, header.letter_count, sizeof(NameLetter))) {
    return broken("the package's table of contents is wrong");
  }
  for (uint32_t i = 0; i < header.language_count; ++i) {
    const auto row = value_at<LanguageRow>(bytes, header.languages_at + i * sizeof(LanguageRow));
    if (row.bucket_bits == 0 || row.bucket_bits > 28 ||
        !lies_within(bytes, row.buckets_at, (uint64_t{1} << row.bucket_bits) + 1, 4) ||
        !lies_within(bytes, row.entries_at, row.entries_size, 1)) {
      return broken("a language of the package lies outside it");
    }
    package->languages.push_back(row);
  }
  package->bytes_ = bytes;
  package->idf_ = reinterpret_cast<const uint8_t*>(bytes.data() + header.idf_at);
  return package;
}

Result<std::unique_ptr<Lexicon::Package>> Lexicon::Package::map(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure(ErrorCode::kNotFound, path, "no such lexicon package");
  struct stat facts {};
  if (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size <= 0) {
    ::close(file);
    return failure(ErrorCode::kUnreadable, path, "not a lexicon package");
  }
  const auto size = static_cast<size_t>(facts.st_size);
  void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) return failure(ErrorCode::kUnreadable, path, "cannot be mapped");
  auto package = read({static_cast<const char*>(mapped), size}, path);
  if (!package) {
    munmap(mapped, size);
    return package;
  }
  (*package)->mapped_ = mapped;
  (*package)->mapped_size_ = size;
  return package;
}

const LanguageRow* Lexicon::Package::language(std::string_view code) const {
  for (const LanguageRow& row : languages) {
    if (!code.empty() && row.code[0] != code[0]) continue;  // nearly all
    if (std::string_view(row.code.data(), strnlen(row.code.data(), row.code.size())) == code) {
      return &row;
    }
  }
  return nullptr;
}

Entry Lexicon::Package::find(const LanguageRow& language, uint64_t key) const {
  const uint64_t bucket = key >> (64 - language.bucket_bits);
  const auto begin = value_at<uint32_t>(bytes_, language.buckets_at + 4 * bucket);
  const auto end = value_at<uint32_t>(bytes_, language.buckets_at + 4 * bucket + 4);
  if (end > language.entries_size) return {};
  const char* const entries = bytes_.data() + language.entries_at;
  const auto fingerprint = static_cast<uint16_t>(key);
  for (uint32_t at = begin; at + 3 <= end;) {
    uint16_t found = 0;
    std::memcpy(&found, entries + at, sizeof found);
    const size_t count = static_cast<uint8_t>(entries[at + 2]);
    if (at + 3 + 3 * count > end) return {};
    if (found == fingerprint) return {entries + at + 3, count};
    at += static_cast<uint32_t>(3 + 3 * count);
  }
  return {};
}

std::string_view Lexicon::Package::word(Term term) const {
  if (term >= header.term_count) return {};
  const auto begin = value_at<uint32_t>(bytes_, header.text_offsets_at + uint64_t{4} * term);
  const auto end = value_at<uint32_t>(bytes_, header.text_offsets_at + uint64_t{4} * term + 4);
  if (end < begin || !lies_within(bytes_, header.texts_at + begin, end - begin, 1)) return {};
  return bytes_.substr(header.texts_at + begin, end - begin);
}

std::string_view Lexicon::Package::classes_of(char32_t letter) const {
  uint32_t low = 0;
  uint32_t high = header.letter_count;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    const char* const at = bytes_.data() + header.letters_at + middle * sizeof(NameLetter);
    uint32_t found = 0;
    std::memcpy(&found, at, sizeof found);
    if (found == letter) return {at + 4, strnlen(at + 4, 4)};
    if (found < letter) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {};
}

}  // namespace synoptic::lexicon

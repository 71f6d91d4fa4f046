// The bytes of a package, looked up in place.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/format.h"
#include "lexicon/lexicon.h"

namespace synoptic::lexicon {

// One unit's terms, heaviest first; empty when the unit is unknown.
class Entry {
 public:
  Entry() = default;
  Entry(const char* at, size_t count) : at_(at), count_(count) {}

  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  Term term(size_t i) const {
    uint16_t value = 0;
    std::memcpy(&value, at_ + 3 * i, sizeof value);
    return value;
  }
  float weight(size_t i) const { return weight_of(static_cast<uint8_t>(at_[3 * i + 2])); }

 private:
  const char* at_ = nullptr;
  size_t count_ = 0;
};

class Lexicon::Package {
 public:
  static Result<std::unique_ptr<Package>> read(std::string_view bytes, std::string where);
  static Result<std::unique_ptr<Package>> map(const std::string& path);
  ~Package();

  const LanguageRow* language(std::string_view code) const;
  Entry find(const LanguageRow& language, uint64_t key) const;
  std::string_view word(Term term) const;
  uint8_t idf_steps(Term term) const { return idf_[term]; }
  float idf(Term term) const { return static_cast<float>(idf_[term]) * kIdfStep; }

  std::string_view bytes() const { return bytes_; }
  uint32_t mark = 0;  // Lexicon::mark

  Header header{};
  std::vector<LanguageRow> languages;
  // The consonant classes of a letter in names; empty for a letter that stands for none.
  std::string_view classes_of(char32_t letter) const;

 private:
  std::string_view bytes_;
  const uint8_t* idf_ = nullptr;
  void* mapped_ = nullptr;
  size_t mapped_size_ = 0;
};

}  // namespace synoptic::lexicon

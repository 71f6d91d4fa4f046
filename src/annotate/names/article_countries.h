// The countries of an article: which it names, which one it is about, whose press it is of. Private
// to the room.
#pragma once

#include <cstdint>
#include <set>

#include "annotate/names/mentions.h"
#include "annotate/names/role_bearers.h"

namespace synoptic::annotate {

// All are indices of entities; -1: none. The drafts are sorted.
class ArticleCountries {
 public:
  explicit ArticleCountries(const Work& work);

  int32_t dominant() const { return dominant_; }              // that the article is about
  TextPlace dominant_from() const { return dominant_from_; }  // where it is first named
  const std::set<int32_t>& named() const { return named_; }   // themselves or by a place
  int32_t of(const Draft& draft) const;
  // Of a known publisher, or of the only land whose news is in the language.
  int32_t of_publisher() const;

 private:
  int32_t of_place(const Draft& draft) const;
  void find_dominant();

  const Work& work_;
  int32_t dominant_ = -1;
  TextPlace dominant_from_{UINT32_MAX, 0};
  std::set<int32_t> named_;
};

}  // namespace synoptic::annotate

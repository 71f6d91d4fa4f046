#include "compare/provenance/copied_sentences.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/hash.h"
#include "compare/names/name_sorts.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr size_t kLeastWords = 4;         // a sentence of fewer is like many others
constexpr double kLeastAlike = 0.7;       // of the longer one's words
constexpr size_t kMostWords = 120;        // between the words that two sentences begin and end with
constexpr size_t kMostPostings = 24;      // sentences that a word is looked up in
constexpr size_t kMostSentences = 20000;  // of all copies of a story that are looked at

// A value, or a word. Two values of one kind are equal as parts of a sentence, whatever they are.
struct Part {
  uint64_t key = 0;
  Value value;
  bool number = false;  // a figure or day, or a word with digits
  bool is_value() const { return value.claim != nullptr || value.mention.has_value(); }
};

struct Slot {  // where a value stands in a sentence
  Range range;
  Part part;
};

using Parts = std::vector<Part>;

// An article of an account, its sentences in parts.
class Text {
 public:
  Text(const Telling& telling, uint32_t index) : telling_(&telling), index_(index) {
    slots_.resize(telling.sentences.size());
    for (const Claim& claim : telling.claims) {
      if (claim.slot == "place") continue;  // a mention is there, too
      add(claim.at, {fnv1a(claim.slot + "|" + claim.sort), {&claim, {}}, true});
    }
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const auto sort = sort_of(mentions[i].type);
      if (!sort.empty()) add(mentions[i].at, {fnv1a(sort, fnv1a("name|")), {nullptr, i}, false});
    }
    for (auto& slots : slots_) {
      std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                              : a.range.end > b.range.end;
      });
    }
    for (const auto& sentence : telling.sentences) hashes_.push_back(fnv1a(sentence.text));
  }

  const Telling& telling() const { return *telling_; }
  uint32_t index() const { return index_; }
  size_t size() const { return hashes_.size(); }
  uint64_t hash(size_t sentence) const { return hashes_[sentence]; }

  Parts parts(size_t number) const {
    const Sentence& sentence = telling_->sentences[number];
    const std::string_view all = sentence.text;
    Parts out;
    uint32_t at = 0;
    const auto add_words = [&](uint32_t end) {
      if (end <= at) return;
      const std::string folded = text::fold_copy(all.substr(at, end - at));
      for (const auto& word : text::words(folded)) {
        const auto written = word.range.of(folded);
        out.push_back({fnv1a(written), {}, text::has_digit(written)});
      }
    };
    for (const Slot& slot : slots_[number]) {
      const uint32_t begin = slot.range.begin - sentence.range.begin;
      if (begin < at || slot.range.end > sentence.range.end) continue;
      add_words(begin);
      out.push_back(slot.part);
      at = slot.range.end - sentence.range.begin;
    }
    add_words(static_cast<uint32_t>(all.size()));
    return out;
  }

 private:
  void add(const model::Place& at, Part part) {
    if (is_beyond(*telling_, at)) return;
    const uint32_t number = sentence_of(*telling_, at);
    const Sentence& sentence = telling_->sentences[number];
    if (sentence.block != at.block || at.range.begin < sentence.range.begin) return;
    slots_[number].push_back({at.range, part});
  }

  const Telling* telling_;
  uint32_t index_;
  std::vector<std::vector<Slot>> slots_;  // by sentence
  std::vector<uint64_t> hashes_;
};

// Which parts of two sentences answer each other, by the longest row of parts that both have.
using Matched = std::vector<std::pair<const Part*, const Part*>>;
Matched match_parts(std::span<const Part> a, std::span<const Part> b) {
  Matched out;
  while (!a.empty() && !b.empty() && a.front().key == b.front().key) {
    out.emplace_back(&a.front(), &b.front());
    a = a.subspan(1), b = b.subspan(1);
  }
  while (!a.empty() && !b.empty() && a.back().key == b.back().key) {
    out.emplace_back(&a.back(), &b.back());
    a = a.first(a.size() - 1), b = b.first(b.size() - 1);
  }
  if (a.size() > kMostWords || b.size() > kMostWords) return out;
  std::vector<uint8_t> length((a.size() + 1) * (b.size() + 1), 0);
  const auto of = [&](size_t i, size_t j) -> uint8_t& { return length[i * (b.size() + 1) + j]; };
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      of(i, j) = a[i].key == b[j].key ? static_cast<uint8_t>(of(i + 1, j + 1) + 1)
                                      : std::max(of(i + 1, j), of(i, j + 1));
    }
  }
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].key == b[j].key) {
      out.emplace_back(&a[i++], &b[j++]);
    } else {
      of(i + 1, j) >= of(i, j + 1) ? ++i : ++j;
    }
  }
  return out;
}

// "31 missing", "6 dead and 23 missing": which is which? So many numbers in
// both, or names of one sort.
bool as_many(const Parts& a, const Parts& b, const Part& of) {
  const auto count = [&](const Parts& parts) {
    return std::count_if(parts.begin(), parts.end(), [&](const Part& part) {
      return of.number ? part.number : part.key == of.key;
    });
  };
  return count(a) == count(b);
}

// An original, its sentences found by their words.
class Original {
 public:
  explicit Original(Text text) : text_(std::move(text)) {
    for (size_t i = 0; i < text_.size(); ++i) {
      parts_.push_back(text_.parts(i));
      hashes_.insert(text_.hash(i));
      for (const Part& part : parts_.back()) {
        auto& list = sentences_[part.key];
        if (list.size() < kMostPostings && (list.empty() || list.back() != i)) {
          list.push_back(static_cast<uint32_t>(i));
        }
      }
    }
  }

  const Text& text() const { return text_; }
  bool has(uint64_t hash) const { return hashes_.contains(hash); }

  // What the copy has in the place of the original's values.
  void compare(const Text& copy, size_t& left, std::vector<Counterpart>& out) const {
    std::unordered_set<uint64_t> kept;
    for (size_t j = 0; j < copy.size(); ++j) kept.insert(copy.hash(j));
    for (size_t j = 0; j < copy.size() && left > 0; ++j) {
      if (has(copy.hash(j))) continue;
      --left;
      const Parts parts = copy.parts(j);
      const auto likest = likest_of(parts, j == 0, kept);
      if (!likest) continue;
      const auto matched = match_parts(parts_[*likest], parts);
      const size_t longer = std::max(parts_[*likest].size(), parts.size());
      const auto words =
          static_cast<size_t>(std::count_if(matched.begin(), matched.end(), [](const auto& pair) {
            return !pair.first->is_value();
          }));
      if (words < kLeastWords ||
          static_cast<double>(matched.size()) < kLeastAlike * static_cast<double>(longer)) {
        continue;
      }
      for (const auto& [before, after] : matched) {
        if (!before->is_value() || !as_many(parts_[*likest], parts, *before)) continue;
        out.push_back({text_.index(), copy.index(), before->value, after->value, words});
      }
    }
  }

 private:
  // By the number of parts in common; titles answer each other. What the copy has as it stands
  // answers nothing else.
  std::optional<size_t> likest_of(const Parts& parts, bool title,
                                  const std::unordered_set<uint64_t>& kept) const {
    if (title) return 0;
    std::map<uint32_t, size_t> shared;
    std::unordered_set<uint64_t> seen;
    for (const Part& part : parts) {
      const auto found = sentences_.find(part.key);
      if (found == sentences_.end() || !seen.insert(part.key).second) continue;
      for (const uint32_t sentence : found->second) ++shared[sentence];
    }
    std::optional<size_t> best;
    double most = 0;
    for (const auto& [sentence, count] : shared) {
      if (sentence == 0 || kept.contains(text_.hash(sentence))) continue;
      const double alike = static_cast<double>(count) /
                           static_cast<double>(std::max(parts.size(), parts_[sentence].size()));
      if (alike > most) most = alike, best = sentence;
    }
    return best;
  }

  Text text_;
  std::vector<Parts> parts_;
  std::unordered_set<uint64_t> hashes_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> sentences_;  // by the key of a part
};

}  // namespace

std::vector<Counterpart> counterparts_of(const Input& input) {
  std::map<uint32_t, std::vector<uint32_t>> copies;  // by account
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    if (!input.tellings[i].original) copies[input.tellings[i].account].push_back(i);
  }
  std::vector<Counterpart> out;
  size_t left = kMostSentences;
  for (uint32_t i = 0; i < input.tellings.size() && !copies.empty(); ++i) {
    const auto& telling = input.tellings[i];
    const auto found = copies.find(telling.account);
    if (!telling.original || found == copies.end()) continue;
    const Original original(Text(telling, i));
    for (const uint32_t copy : found->second) {
      original.compare(Text(input.tellings[copy], copy), left, out);
    }
  }
  return out;
}

}  // namespace synoptic::compare

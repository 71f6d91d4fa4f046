#include "clean/name_votes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "base/byte_trie.h"
#include "base/table.h"

namespace synoptic::clean {
namespace {

// What a name of the table tells, by where it stands in a name of the page.
struct Entry {
  ElementKind whole, word, prefix;
  uint8_t words = 1;  // how many it has
};

// The table's names, each looked for from where a word begins. Kinds in the order of the table; the
// first that fits wins, but content beats the rest, and whole names beat words.
struct NameTable {
  ByteTrie names;
  std::vector<Entry> entries;  // by their numbers in the trie
};

NameTable make_table() {
  std::map<std::string_view, Entry> entries;
  const auto keep_first = [](ElementKind& slot, ElementKind kind) {
    if (slot.empty()) slot = kind;
  };
  const DataTable rows = DataTable::embedded("clean/html_cues.tsv", 2);
  for (const TableRow row : rows) {
    const auto kind = ElementKind::named(row[0]);
    if (!kind) rows.refuse(row, "unknown kind");
    for (auto name : row.words(1)) {
      const bool whole = name.starts_with('='), prefix = !whole && name.ends_with('*');
      if (whole) name.remove_prefix(1);
      if (prefix) name.remove_suffix(1);
      if (name.empty()) continue;
      Entry& entry = entries[name];
      keep_first(whole ? entry.whole : prefix ? entry.prefix : entry.word, *kind);
      entry.words = static_cast<uint8_t>(1 + std::count(name.begin(), name.end(), '-'));
    }
  }
  NameTable table;
  std::vector<std::string_view> names;
  for (const auto& [name, entry] : entries) {
    names.push_back(name);
    table.entries.push_back(entry);
  }
  table.names = ByteTrie(names);
  return table;
}

const NameTable& table() {
  static const NameTable made = make_table();
  return made;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Bytes of names as they are compared, capitals made small; 0: not of a word.
constexpr std::array<char, 256> kWordBytes = [] {
  std::array<char, 256> bytes{};
  for (size_t c = 0; c < bytes.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    const bool counts = upper || lower || (c >= '0' && c <= '9') || c >= 0x80;
    bytes[c] = static_cast<char>(!counts ? 0 : upper ? c + 32 : c);
  }
  return bytes;
}();

// A name as its words: "articleBody_main" as "article-body-main".
class NameWords {
 public:
  explicit NameWords(std::string_view name) {
    name = name.substr(0, kMaxNames);
    const auto small_of = [](char c) { return kWordBytes[static_cast<unsigned char>(c)]; };
    char* out = text_.data();
    bool open = false;  // inside a word
    for (const char *at = name.begin(), *end = name.end(); at != end;) {
      const char small = small_of(*at);
      if (small == 0) {
        open = false;
        ++at;
        continue;
      }
      if (!open || (small != *at && is_lower(at[-1]))) {
        if (count_ == kMaxWords) break;
        if (out != text_.data()) *out++ = '-';
        starts_[count_++] = static_cast<uint16_t>(out - text_.data());
        open = true;
      }
      *out++ = small;
      ++at;
      // Most bytes stay as they are and go on with the word.
      for (; at != end && *at != 0 && small_of(*at) == *at; ++at) *out++ = *at;
    }
    size_ = static_cast<size_t>(out - text_.data());
  }

  size_t count() const { return count_; }
  size_t begin(size_t word) const { return starts_[word]; }
  size_t end(size_t word) const { return word + 1 < count_ ? starts_[word + 1] - 1u : size_; }
  std::string_view from(size_t word) const {
    return {text_.data() + starts_[word], size_ - starts_[word]};
  }

 private:
  static constexpr size_t kMaxWords = 60;

  std::array<char, 2 * kMaxNames> text_;
  std::array<uint16_t, kMaxWords> starts_;
  size_t count_ = 0, size_ = 0;
};

// Names of the table found in one of the page. Which counts first: whole names, then runs of three
// words, of two, of one ("article-tags" says more than "article"), each from the front, and of one
// place words before prefixes and long prefixes before short ones.
class FoundKinds {
 public:
  void add(ElementKind kind, uint32_t rank) {
    if (kind.empty()) return;
    const bool content = is_content(kind);
    uint32_t& best = content ? content_ : other_;
    if (rank >= best) return;
    best = rank;
    (content ? votes_.content : votes_.other) = kind;
  }
  // Plain names are in the table for the words in them that would tell something else.
  Votes votes() const {
    return {votes_.content, votes_.other == "plain" ? ElementKind() : votes_.other};
  }

  static constexpr size_t kLongestRun = 3;
  static uint32_t rank(size_t words, size_t at, size_t prefix) {
    const size_t behind = prefix == 0 ? 0 : 1 + kMaxNames - std::min(prefix, kMaxNames);
    return static_cast<uint32_t>((1 + kLongestRun - words) << 24 | at << 16 | behind);
  }

 private:
  Votes votes_;
  uint32_t content_ = UINT32_MAX, other_ = UINT32_MAX;  // ranks
};

}  // namespace

Votes votes_of(std::string_view name) {
  constexpr size_t kLongestRun = FoundKinds::kLongestRun;
  const NameTable& t = table();
  const NameWords words(name);
  FoundKinds found;
  for (size_t i = 0; i < words.count(); ++i) {
    const std::string_view rest = words.from(i);
    // A prefix stands in one word, but the name's first ones are taken together.
    const size_t run = i == 0 ? std::min(words.count(), kLongestRun) : 1;
    const size_t run_size = words.end(i + run - 1) - words.begin(i);
    t.names.each_front(rest, [&](size_t length, uint32_t number) {
      const Entry& entry = t.entries[number];
      const bool at_end = length == rest.size();
      if (at_end && i == 0) found.add(entry.whole, 0);
      if ((at_end || rest[length] == '-') && entry.words <= kLongestRun) {
        found.add(entry.word, FoundKinds::rank(entry.words, i, 0));
      }
      if (length <= run_size) found.add(entry.prefix, FoundKinds::rank(run, i, length));
      return false;
    });
  }
  return found.votes();
}

}  // namespace synoptic::clean

#include "annotate/phrases.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "base/bytes.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestGap = 22;   // tokens that ".." may stand for
constexpr size_t kShortestRest = 4;  // bytes that a proclitic must leave
constexpr size_t kMostFronts = 16;   // stems of one word; real tables have one or two

// A character of one byte by that byte, others by the last bits of their second and third.
uint8_t look_of_first(std::string_view word) {
  const auto byte = [&](size_t i) { return i < word.size() ? static_cast<uint8_t>(word[i]) : 0u; };
  if (byte(0) < 0x80) return static_cast<uint8_t>(byte(0));
  const bool three = byte(0) >= 0xE0;
  const uint32_t high = three ? byte(1) : byte(0), low = three ? byte(2) : byte(1);
  return static_cast<uint8_t>(0x80 | (high & 1) << 6 | (low & 0x3F));
}

// The first bytes of a word, four at most.
uint32_t look_of(std::string_view word) {
  uint32_t look = 0;
  std::memcpy(&look, word.data(), std::min(word.size(), sizeof look));
  return look;
}

// A bit for the first two bytes of a word.
uint64_t front_bit(uint32_t look) { return uint64_t{1} << ((look & 0xFFFF) * 0x9E3779B1u >> 26); }

}  // namespace

void PhraseTable::add(std::string_view phrase, uint32_t id) {
  Phrase entry;
  entry.id = id;
  bool gap = false;
  for (std::string_view word : split_trimmed(phrase, ' ')) {
    if (word == "..") {
      gap = true;
      continue;
    }
    const bool stem = word.ends_with('*');
    if (stem) word.remove_suffix(1);
    const FoldedTokens made = tokenise(word);
    for (size_t i = 0; i < made.tokens.size(); ++i) {
      const std::string_view folded = made.tokens[i].folded;
      entry.weight += folded.size();
      entry.pieces.push_back({std::string(folded), stem && i + 1 == made.tokens.size(), gap});
      gap = false;
    }
  }
  if (entry.pieces.empty()) return;
  phrases_.push_back(std::move(entry));
}

PhraseTable::Fronts PhraseTable::make_fronts() const {
  std::vector<uint32_t> order(phrases_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto front = [&](uint32_t phrase) -> const Piece& { return phrases_[phrase].pieces[0]; };
  std::ranges::stable_sort(
      order, {}, [&](uint32_t phrase) -> const std::string& { return front(phrase).text; });
  std::vector<std::string_view> keys;
  Fronts fronts;
  for (const uint32_t phrase : order) {
    if (keys.empty() || keys.back() != front(phrase).text) {
      keys.push_back(front(phrase).text);
      const uint8_t look = look_of_first(keys.back());
      fronts.first_characters[look / 64] |= uint64_t{1} << (look % 64);
      fronts.list.emplace_back();
    }
    Front& place = fronts.list.back();
    (front(phrase).stem ? place.stems : place.exact).push_back(option_of(phrase));
  }
  for (Front& place : fronts.list) {
    for (auto* const list : {&place.exact, &place.stems}) {
      std::ranges::stable_sort(*list, std::greater<>(), &Option::weight);
    }
  }
  fronts.trie = ByteTrie(keys);
  return fronts;
}

PhraseTable::Option PhraseTable::option_of(uint32_t phrase) const {
  const auto& pieces = phrases_[phrase].pieces;
  Option option;
  option.phrase = phrase;
  option.weight = phrases_[phrase].weight;
  if (pieces.size() < 2) return option;
  constexpr std::string_view kBytes = "\xFF\xFF\xFF\xFF";
  option.gap = pieces[1].gap_before;
  option.look = look_of(pieces[1].text);
  option.front = pieces[1].text.size() < 2 ? ~uint64_t{0} : front_bit(option.look);
  option.mask = look_of(kBytes.substr(0, std::min(pieces[1].text.size(), kBytes.size())));
  return option;
}

void PhraseTable::add_looks(std::string_view word, Looks& looks) const {
  const auto add = [&](std::string_view front) {
    if (looks.count == Looks::kMost) {
      looks.all = true;
    } else {
      const uint32_t look = look_of(front);
      looks.list[looks.count++] = look;
      looks.fronts |= front_bit(look);
    }
  };
  add(word);
  for (const std::string& prefix : proclitics_) {
    if (word.size() < prefix.size() + kShortestRest || !word.starts_with(prefix)) continue;
    add(word.substr(prefix.size()));
  }
}

// Of the token behind, and of the one behind an apostrophe or a hyphen.
void PhraseTable::read_looks(const std::vector<Token>& tokens, size_t at, size_t end,
                             Looks& looks) const {
  looks.read = true;
  if (at + 1 >= end) return;
  add_looks(tokens[at + 1].folded, looks);
  if (tokens[at + 1].kind == TokenKind::kOther && at + 2 < end) {
    add_looks(tokens[at + 2].folded, looks);
  }
}

// Of all tokens that may be the first behind "..".
void PhraseTable::read_looks_behind_gap(const std::vector<Token>& tokens, size_t at, size_t end,
                                        Looks& looks) const {
  looks.read = true;
  const size_t last = std::min(end, at + 1 + kLongestGap);
  for (size_t here = at + 1; here < last && !looks.all; ++here) {
    add_looks(tokens[here].folded, looks);
  }
}

bool PhraseTable::fits(const Piece& piece, const Token& token) const {
  const std::string_view word = token.folded;
  const std::string& text = piece.text;
  const auto is = [&](std::string_view written) {
    return (piece.stem || written.size() == text.size()) && begins_with(written, text);
  };
  if (is(word)) return true;
  for (const std::string& prefix : proclitics_) {
    if (word.size() < prefix.size() + kShortestRest || !begins_with(word, prefix)) continue;
    if (is(word.substr(prefix.size()))) return true;
  }
  return false;
}

bool PhraseTable::follow(const Phrase& phrase, const std::vector<Token>& tokens, size_t at,
                         size_t end, PhraseMatch& found) const {
  found.gap_begin = found.gap_end = at;
  size_t here = at + 1;
  for (size_t i = 1; i < phrase.pieces.size(); ++i) {
    const Piece& piece = phrase.pieces[i];
    // An apostrophe or a hyphen inside a phrase need not be written in the table.
    if (!piece.gap_before && here < end && tokens[here].kind == TokenKind::kOther &&
        !fits(piece, tokens[here])) {
      ++here;
    }
    size_t last = piece.gap_before ? std::min(end, here + kLongestGap) : std::min(end, here + 1);
    const size_t begin = here;
    while (here < last && !fits(piece, tokens[here])) ++here;
    if (here >= last) return false;
    if (piece.gap_before) {
      found.gap_begin = begin;
      found.gap_end = here;
    }
    ++here;
  }
  found.begin = at;
  found.end = here;
  return true;
}

void PhraseTable::try_list(const std::vector<Option>& list, std::string_view prefix,
                           Search& search) const {
  for (const Option& option : list) {
    if (option.weight <= search.best_weight) return;
    if (option.mask != 0) {
      Looks& looks = option.gap ? search.behind_gap : search.looks;
      if (!looks.read && option.gap) {
        read_looks_behind_gap(search.tokens, search.at, search.end, looks);
      } else if (!looks.read) {
        read_looks(search.tokens, search.at, search.end, looks);
      }
      if (!looks.fits(option)) continue;
    }
    const Phrase& phrase = phrases_[option.phrase];
    PhraseMatch found;
    if (!follow(phrase, search.tokens, search.at, search.end, found)) continue;
    found.id = phrase.id;
    found.prefix = prefix;
    search.best = found;
    search.best_weight = phrase.weight;
    return;
  }
}

bool PhraseTable::Fronts::may_hold(std::string_view word) const {
  const uint8_t look = look_of_first(word);
  return (first_characters[look / 64] >> (look % 64) & 1) != 0;
}

void PhraseTable::try_first(std::string_view word, std::string_view prefix, const Fronts& fronts,
                            Search& search) const {
  if (!fronts.may_hold(word)) return;
  std::array<const Front*, kMostFronts> beginnings;
  size_t count = 0;
  fronts.trie.each_front(word, [&](size_t length, uint32_t number) {
    const Front& found = fronts.list[number];
    if (length == word.size() && !found.exact.empty()) try_list(found.exact, prefix, search);
    if (!found.stems.empty()) beginnings[count++] = &found;
    return count == kMostFronts;
  });
  for (size_t i = 0; i < count; ++i) try_list(beginnings[i]->stems, prefix, search);
}

bool PhraseTable::may_open(std::string_view word) const {
  if (phrases_.empty() || word.empty()) return false;
  const Fronts& fronts = fronts_.get([&] { return make_fronts(); });
  const auto begins = [&](std::string_view front) {
    if (!fronts.may_hold(front)) return false;
    bool found = false;
    fronts.trie.each_front(front, [&](size_t length, uint32_t number) {
      return found = length == front.size() || !fronts.list[number].stems.empty();
    });
    return found;
  };
  if (begins(word)) return true;
  return std::ranges::any_of(proclitics_, [&](const std::string& prefix) {
    return word.size() >= prefix.size() + kShortestRest && begins_with(word, prefix) &&
           begins(word.substr(prefix.size()));
  });
}

bool PhraseTable::match(const std::vector<Token>& tokens, size_t at, size_t end,
                        PhraseMatch& found) const {
  if (at >= end || phrases_.empty()) return false;
  const std::string_view word = tokens[at].folded;
  if (word.empty()) return false;
  const Fronts& fronts = fronts_.get([&] { return make_fronts(); });
  if (proclitics_.empty() && !fronts.may_hold(word)) return false;
  Search search(tokens, at, end, found);
  try_first(word, {}, fronts, search);
  for (const std::string& prefix : proclitics_) {
    if (prefix[0] != word[0] || word.size() < prefix.size() + kShortestRest) continue;
    if (!word.starts_with(prefix)) continue;
    try_first(word.substr(prefix.size()), prefix, fronts, search);
  }
  return search.best_weight > 0;
}

}  // namespace synoptic::annotate::syntax

#include "annotate/phrases.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestGap = 22;   // tokens that ".." may stand for
constexpr size_t kShortestRest = 4;  // bytes that a proclitic must leave

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
    auto tokens = tokenise(word);
    for (size_t i = 0; i < tokens.size(); ++i) {
      entry.weight += tokens[i].folded.size();
      entry.pieces.push_back({std::move(tokens[i].folded), stem && i + 1 == tokens.size(), gap});
      gap = false;
    }
  }
  if (entry.pieces.empty()) return;
  const Piece& first = entry.pieces[0];
  (first.stem ? stems_ : exact_)[first.text].push_back(static_cast<uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(entry));
}

bool PhraseTable::fits(const Piece& piece, const Token& token) const {
  const std::string_view word = token.folded;
  if (piece.stem ? word.starts_with(piece.text) : word == piece.text) return true;
  for (const std::string& prefix : proclitics_) {
    if (word.size() < prefix.size() + kShortestRest || !word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (piece.stem ? rest.starts_with(piece.text) : rest == piece.text) return true;
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

void PhraseTable::try_list(const std::vector<uint32_t>& list, const std::vector<Token>& tokens,
                           size_t at, size_t end, std::string_view prefix, PhraseMatch& best,
                           size_t& best_weight) const {
  for (const uint32_t index : list) {
    const Phrase& phrase = phrases_[index];
    if (phrase.weight <= best_weight) continue;
    PhraseMatch found;
    if (!follow(phrase, tokens, at, end, found)) continue;
    found.id = phrase.id;
    found.prefix = prefix;
    best = std::move(found);
    best_weight = phrase.weight;
  }
}

void PhraseTable::try_first(const std::vector<Token>& tokens, size_t at, size_t end,
                            std::string_view word, std::string_view prefix, PhraseMatch& best,
                            size_t& best_weight) const {
  if (const auto it = exact_.find(word); it != exact_.end()) {
    try_list(it->second, tokens, at, end, prefix, best, best_weight);
  }
  for (size_t length = 0; length < word.size();) {
    length += text::decode(word, length).length;
    if (const auto it = stems_.find(word.substr(0, length)); it != stems_.end()) {
      try_list(it->second, tokens, at, end, prefix, best, best_weight);
    }
  }
}

bool PhraseTable::match(const std::vector<Token>& tokens, size_t at, size_t end,
                        PhraseMatch& found) const {
  size_t weight = 0;
  if (at >= end) return false;
  const std::string_view word = tokens[at].folded;
  try_first(tokens, at, end, word, {}, found, weight);
  for (const std::string& prefix : proclitics_) {
    if (word.size() < prefix.size() + kShortestRest || !word.starts_with(prefix)) continue;
    try_first(tokens, at, end, word.substr(prefix.size()), prefix, found, weight);
  }
  return weight > 0;
}

}  // namespace synoptic::annotate::syntax

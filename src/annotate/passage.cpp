#include "annotate/passage.h"

#include <algorithm>

#include "annotate/names/token_gate.h"
#include "model/lead.h"
#include "text/ascii.h"
#include "text/dateline.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

TokenKind kind_of(char32_t c) {
  switch (c) {
    case ',':
    case U'،':
    case U'、':
    case U'，':
      return TokenKind::kComma;
    case ';':
    case ':':
    case '.':
    case '!':
    case '?':
    case U'؛':
    case U'؟':
    case U'۔':
    case U'।':
    case U'。':
    case U'；':
    case U'：':
    case U'！':
    case U'？':
    case U'–':
    case U'—':
    case U'…':
      return TokenKind::kStop;
    case '(':
    case '[':
    case U'（':
    case U'【':
      return TokenKind::kOpen;
    case ')':
    case ']':
    case U'）':
    case U'】':
      return TokenKind::kClose;
    case '"':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'‹':
    case U'›':
    case U'《':
    case U'》':
      return TokenKind::kQuote;
    default:
      return TokenKind::kOther;
  }
}

// Outermost mentions only: what is inside another one, or inside a person's role, is part of it.
std::vector<const model::Mention*> outermost(std::vector<const model::Mention*> found) {
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
    if (a->at.range.begin != b->at.range.begin) return a->at.range.begin < b->at.range.begin;
    return a->at.range.end > b->at.range.end;
  });
  std::vector<const model::Mention*> kept;
  for (const auto* mention : found) {
    if (mention->rule == "inside_phrase") continue;
    if (!kept.empty() && mention->at.range.begin < kept.back()->at.range.end) continue;
    kept.push_back(mention);
  }
  return kept;
}

}  // namespace

namespace {

// Whether the point at `at` belongs to a short form before a name.
bool is_point_of(std::string_view text, size_t at, size_t end) {
  if (end >= text.size() || text[end] != ' ') return false;
  return text::ends_short_form(text.substr(0, at), text.substr(end));
}

// Tokens without their folded text.
std::vector<Token> cut(std::string_view text) {
  std::vector<Token> tokens;
  constexpr size_t kBytesPerToken = 5;
  tokens.reserve(text.size() / kBytesPerToken + 1);
  bool open = false;
  const auto push = [&](size_t begin, size_t end, TokenKind kind, bool spaceless) {
    tokens.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, {}, kind, spaceless});
  };
  for (size_t at = 0; at < text.size();) {
    if (open) {  // the rest of a word at once
      at = text::end_of_run<text::is_ascii_word>(text, at);
      tokens.back().at.end = static_cast<uint32_t>(at);
      if (at == text.size()) break;
    }
    if (text[at] == ' ') {
      open = false;
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(text, at);
    const size_t end = at + c.length;
    if (text::is_spaceless(c.value)) {
      push(at, end, TokenKind::kWord, true);
      open = false;
    } else if (text::is_word(c.value)) {
      if (!open) push(at, end, TokenKind::kWord, false);
      tokens.back().at.end = static_cast<uint32_t>(end);
      open = true;
    } else {
      // "1,8" and "25.000" are one number.
      const bool in_number = (c.value == '.' || c.value == ',') && open && end < text.size() &&
                             text::is_digit(text::decode_before(text, at).value) &&
                             text::is_digit(text::decode(text, end).value);
      // "Mr. X", "г. X": the point ends nothing.
      const bool in_word = c.value == '.' && open && !in_number && is_point_of(text, at, end);
      if (!text::is_space(c.value)) {
        push(at, end, in_number || in_word ? TokenKind::kOther : kind_of(c.value), false);
      }
      open = false;
    }
    at = end;
  }
  return tokens;
}

// The same as each folded alone.
void fold_tokens(const text::Folded& folded, std::vector<Token>& tokens) {
  size_t at = 0;
  const std::vector<uint32_t>& origin = folded.origin;  // never falls
  const auto pass = [&](uint32_t end) {
    // Nearly always as many bytes as unfolded.
    if (at < origin.size() && origin[at] < end) {
      const size_t likely = at + (end - origin[at]);
      if (likely < origin.size() && origin[likely] >= end && origin[likely - 1] < end) {
        at = likely;
        return;
      }
    }
    while (at < folded.text.size() && origin[at] < end) ++at;
  };
  for (Token& token : tokens) {
    pass(token.at.begin);
    const size_t begin = at;
    pass(token.at.end);
    token.folded = std::string_view(folded.text).substr(begin, at - begin);
  }
}

}  // namespace

FoldedTokens tokenise(std::string_view text) {
  FoldedTokens made{cut(text), {}};
  std::string folded;
  std::vector<size_t> ends;
  for (const Token& token : made.tokens) {
    folded += text::fold_copy(token.at.of(text));
    ends.push_back(folded.size());
  }
  made.folded = std::make_shared<const std::string>(std::move(folded));
  size_t begin = 0;
  for (size_t i = 0; i < ends.size(); ++i) {
    made.tokens[i].folded = std::string_view(*made.folded).substr(begin, ends[i] - begin);
    begin = ends[i];
  }
  return made;
}

std::vector<Passage> passages(const model::Annotated& annotated, const Sources* sources) {
  const model::Article& article = annotated.article;
  std::vector<std::vector<const model::Mention*>> by_block(article.blocks.size() + 1);
  for (const auto& mention : annotated.mentions) {
    const size_t slot = mention.at.block == model::kTitleBlock ? 0 : mention.at.block + size_t{1};
    if (slot >= by_block.size()) continue;
    const std::string& text = slot == 0 ? article.title : article.blocks[slot - 1].text;
    if (mention.at.range.empty() || mention.at.range.end > text.size()) continue;
    by_block[slot].push_back(&mention);
  }
  const TokenGate gate(article.lang);
  const uint32_t lead = model::lead_block(article);
  std::vector<Passage> found;
  for (size_t slot = 0; slot < by_block.size(); ++slot) {
    Passage passage;
    if (slot == 0) {
      passage.block = model::kTitleBlock;
      passage.kind = model::BlockKind::kHeading;
      passage.text = article.title;
    } else {
      passage.block = static_cast<uint32_t>(slot - 1);
      passage.kind = article.blocks[slot - 1].kind;
      passage.text = article.blocks[slot - 1].text;
    }
    const Source* const source =
        sources != nullptr && slot < sources->size() ? &(*sources)[slot] : nullptr;
    if (source != nullptr && source->raw == passage.text) {
      passage.tokens = cut(passage.text);
      fold_tokens(source->folded, passage.tokens);
      passage.sentences = source->sentences;
    } else {
      FoldedTokens made = tokenise(passage.text);
      passage.tokens = std::move(made.tokens);
      passage.own_folded = std::move(made.folded);
      passage.sentences = text::sentences(passage.text);
      if (passage.block == lead) text::part_dateline(passage.text, passage.sentences);
    }
    // Towns that only their names tell are known now.
    if (passage.block == lead) {
      text::part_dateline(passage.text, model::dateline_end(annotated, lead), passage.sentences);
    }
    for (Token& token : passage.tokens) token.opening = gate.opens(token.folded);
    passage.mentions = outermost(std::move(by_block[slot]));
    found.push_back(std::move(passage));
  }
  return found;
}

size_t token_at(const std::vector<Token>& tokens, uint32_t byte) {
  const auto found =
      std::lower_bound(tokens.begin(), tokens.end(), byte,
                       [](const Token& token, uint32_t wanted) { return token.at.begin < wanted; });
  return static_cast<size_t>(found - tokens.begin());
}

Range bytes_of(const std::vector<Token>& tokens, size_t begin, size_t end) {
  return {tokens[begin].at.begin, tokens[end - 1].at.end};
}

std::span<const model::Mention* const> mentions_in(const Passage& passage, Range range) {
  const auto& all = passage.mentions;  // left to right, none inside another
  const auto first = std::partition_point(
      all.begin(), all.end(),
      [&](const model::Mention* mention) { return mention->at.range.end <= range.begin; });
  const auto last = std::partition_point(first, all.end(), [&](const model::Mention* mention) {
    return mention->at.range.begin < range.end;
  });
  return {first, last};
}

std::span<const model::Mention* const> mentions_near(const Passage& passage, size_t begin,
                                                     size_t end) {
  end = std::min(end + 1, passage.tokens.size());
  if (begin >= end) return {};
  return mentions_in(passage, bytes_of(passage.tokens, begin, end));
}

}  // namespace synoptic::annotate::syntax

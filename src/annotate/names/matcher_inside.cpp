// What stands inside a match: a longer name behind its article, a body in the words of an office.
#include <algorithm>
#include <tuple>

#include "annotate/names/matcher_walk.h"

namespace synoptic::annotate {

// A match from within the one at hand, without a trace of it.
uint32_t Matcher::match_inside(uint32_t at, Looking looking_for) {
  const auto kept = std::tuple(letters_end_, run_begin_, run_end_, word_begin_);
  const bool noting = noting_, capitals = looked_at_capitals_;
  letters_end_ = at;
  noting_ = false;
  inside_ = true;
  looking_for_ = looking_for;
  const uint32_t end = match_at(at, text::decode(text_, at).value);
  looking_for_ = Looking::kAll;
  inside_ = false;
  noting_ = noting;
  looked_at_capitals_ = capitals;
  std::tie(letters_end_, run_begin_, run_end_, word_begin_) = kept;
  return end;
}

// What the piece just found hides: a longer name behind its article ("The Guardian Council"), or
// the body whose office it is ("Fed Chair"). Returns where the last piece ends.
uint32_t Matcher::look_again(uint32_t at, uint32_t end) {
  const Piece& found = pieces_.back();
  if (found.entity >= 0 && found.words > 1) {
    const uint32_t rest = behind_article(at);
    return rest > at ? without_article(rest, end) : end;
  }
  const bool office = found.entity < 0 && found.role >= 0 &&
                      std::ranges::find(rules_.body_roles, found.role) != rules_.body_roles.end();
  return office ? part_body(at, end) : end;
}

uint32_t Matcher::behind_article(uint32_t at) const {
  const size_t blank = text_.find(' ', at);
  if (blank == std::string::npos || rules_.article_words == nullptr) return at;
  const bool article = rules_.article_words->contains(text_.substr(at, blank - at));
  return article ? static_cast<uint32_t>(blank + 1) : at;
}

uint32_t Matcher::without_article(uint32_t rest, uint32_t end) {
  const auto first = static_cast<std::ptrdiff_t>(pieces_.size()) - 1;
  const uint32_t other = match_inside(rest, Looking::kAll);
  if (other <= rest) return end;
  const Piece second = pieces_.back();
  const bool name =
      second.entity >= 0 && second.strength == knowledge::Strength::kPlain && !second.glued;
  const bool longer = other > end && (name || second.role >= 0 || second.institution >= 0);
  const bool instead = longer || (other == end && second.adjective >= 0 && begins_body(other));
  pieces_.erase(pieces_.begin() + (instead ? first : first + 1));
  return instead ? other : end;
}

// "The Australian" before "government" or "Federal Police": what stands there has the adjective.
bool Matcher::begins_body(uint32_t end) {
  if (end + 1 >= text_.size() || text_[end] != ' ') return false;
  if (text::is_upper(text::decode(source_.raw, source_.folded.origin[end + 1]).value)) return true;
  const size_t before = pieces_.size();
  match_inside(end + 1, Looking::kAll);
  if (pieces_.size() == before) return false;
  const bool body = pieces_.back().role >= 0 || pieces_.back().institution >= 0;
  pieces_.pop_back();
  return body;
}

uint32_t Matcher::part_body(uint32_t at, uint32_t end) {
  const Piece whole = pieces_.back();
  for (uint32_t from = at; from < end; from += text::decode(text_, from).length) {
    const char32_t c = text::decode(text_, from).value;
    const char32_t before = from > at ? text::decode_before(text_, from).value : U' ';
    if (!text::is_word(c) || (text::is_word(before) && !text::is_spaceless(c))) continue;
    const size_t count = pieces_.size();
    const uint32_t body_end = match_inside(from, Looking::kNames);
    if (pieces_.size() == count) continue;
    Piece body = std::move(pieces_.back());
    pieces_.pop_back();
    // The office tells what a doubtful name means.
    if (body.others.empty()) body.strength = knowledge::Strength::kPlain;
    body.of_office = true;
    if (body.strength == knowledge::Strength::kPlain && !body.glued) {
      if (body.raw.begin <= whole.raw.begin && body.word.end < whole.raw.end) {
        pieces_.back() = body;
        pieces_.push_back(behind_body(whole, body));
        return end;
      }
      if (body.raw.begin > whole.raw.begin && body.raw.end >= whole.raw.end) {
        pieces_.back() = before_body(whole, at, from);
        pieces_.push_back(body);
        return std::max(end, body_end);
      }
    }
  }
  return end;
}

Piece Matcher::behind_body(Piece role, const Piece& body) const {
  uint32_t begin = body.word.end;
  while (begin < role.raw.end && (source_.raw[begin] == ' ' || source_.raw[begin] == '-')) ++begin;
  role.raw.begin = role.word.begin = begin;
  role.sentence_start = false;
  return role;
}

// "présidente" of "présidente de la BCE": a role of its own, else the first word.
Piece Matcher::before_body(Piece role, uint32_t at, uint32_t body) {
  const size_t count = pieces_.size();
  limit_ = body;
  match_inside(at, Looking::kRoles);
  if (pieces_.size() > count) {
    role.raw.end = pieces_.back().raw.end;
    role.word.end = pieces_.back().word.end;
    pieces_.pop_back();
  } else {
    const uint32_t end = word_end_from(text_, at);
    role.raw.end = role.word.end = source_.folded.to_source({at, end}).end;
  }
  return role;
}

}  // namespace synoptic::annotate

#include "clean/people/origins.h"

#include <algorithm>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/people/agency_sign.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kDatelineWidth = 90;
constexpr uint32_t kWidestAgency = 45;

bool is_dash(std::string_view text, size_t at) {
  text = text.substr(at);
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const std::string_view dash : {"-", "–", "—", "―", ":", "="}) {
    if (text.starts_with(dash)) return true;
  }
  return false;
}

// "CITY, 3 March - Agency. The text": the agency behind the dash. Where in the block, or empty.
Range agency_behind_dash(std::string_view text, const Knowledge& knowledge) {
  for (const std::string_view dash : {" - ", " – ", " — ", "- "}) {
    const size_t at = text.substr(0, kDatelineWidth * 2).find(dash);
    if (at == std::string_view::npos || width_of(text.substr(0, at)) > kDatelineWidth / 2) continue;
    const size_t begin = at + dash.size();
    for (const std::string_view end_sign : {". ", " - ", " – ", " — ", "- "}) {
      const size_t end = text.find(end_sign, begin);
      if (end == std::string_view::npos) continue;
      const std::string_view name = text.substr(begin, end - begin);
      if (width_of(name) <= kWidestAgency && names_agency(knowledge, name)) {
        return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
      }
    }
  }
  return {};
}

// "中央社記者…花蓮縣9日電", "大阪共同": in a script without spaces the agency stands in one with
// who writes, where from and when; its place in `words`, or empty.
Range agency_in_signs(std::string_view words, const Knowledge& knowledge) {
  constexpr size_t kLongest = 90;  // bytes
  if (words.empty() || words.size() > kLongest) return {};
  if (!text::is_spaceless(text::decode(words, 0).value)) return {};
  size_t at = 0;
  for (const text::Word& word : text::words(words)) {
    at = word.range.end;
    // Two signs alone may be the beginning of a name.
    const bool enough = text::count_code_points(words.substr(0, at)) >= 3;
    if (enough && names_agency(knowledge, words.substr(0, at))) {
      return {0, static_cast<uint32_t>(at)};
    }
  }
  for (const text::Word& word : text::words(words)) {
    if (word.range.begin > 0 && names_agency(knowledge, words.substr(word.range.begin)) &&
        names_place(knowledge, words.substr(0, word.range.begin))) {
      return {word.range.begin, static_cast<uint32_t>(words.size())};
    }
  }
  return {};
}

model::Origin dateline_origin(const model::Block& block, Range range) {
  model::Origin origin;
  origin.name = std::string(text::trim_space(range.of(block.text)));
  origin.kind = "dateline";
  origin.span = block.to_capture(range);
  return origin;
}

struct Bracket {
  size_t open;
  std::string_view left, right;
};

bool take_bracket(const model::Block& block, const Bracket& bracket, const Knowledge& knowledge,
                  std::vector<model::Origin>& found) {
  const std::string_view text = block.text;
  const auto [open, left, right] = bracket;
  const size_t close = text.find(right, open);
  if (close == std::string_view::npos) return false;
  const std::string_view before = text.substr(0, open);
  const size_t begin = open + left.size();
  const std::string_view name = text.substr(begin, close - begin);
  if (open == 0) {
    if (const Range agency = agency_in_signs(name, knowledge); !agency.empty()) {
      const auto shift = static_cast<uint32_t>(begin);
      found.push_back(dateline_origin(block, {agency.begin + shift, agency.end + shift}));
      return true;
    }
  }
  // "(경주=연합뉴스)": a place that nobody need know, and the agency.
  if (const size_t equals = name.rfind('='); open == 0 && equals != name.npos && equals > 0 &&
                                             names_agency(knowledge, name.substr(equals + 1))) {
    found.push_back(dateline_origin(
        block, {static_cast<uint32_t>(begin + equals + 1), static_cast<uint32_t>(close)}));
    return true;
  }
  if (left == "【" || width_of(before) > kDatelineWidth || width_of(name) > kWidestAgency ||
      name.empty()) {
    return false;
  }
  // Where a place alone stands in front, an agency needs no dash behind it.
  const bool place = width_of(before) <= kDatelineWidth / 2 &&
                     before.find_first_of(".:;\"") == std::string_view::npos;
  if (!is_dash(text, close + right.size()) && !(place && names_agency(knowledge, name))) {
    return false;
  }
  found.push_back(
      dateline_origin(block, {static_cast<uint32_t>(begin), static_cast<uint32_t>(close)}));
  return true;
}

// "CITY, 17 January. /Agency/. The text": between strokes in the dateline. Where, or empty.
Range agency_in_strokes(std::string_view text, const Knowledge& knowledge) {
  constexpr size_t kMostTried = 3;
  const std::string_view head = text.substr(0, kDatelineWidth * 2);
  size_t open = head.find('/');
  for (size_t tried = 0; open != head.npos && tried < kMostTried; ++tried) {
    const size_t close = head.find('/', open + 1);
    if (close == head.npos) return {};
    const std::string_view name = head.substr(open + 1, close - open - 1);
    const bool alone = open == 0 || head[open - 1] == ' ';
    // "/PRNewswire/ --" is the same where nobody knows it: one word, a day in front.
    const auto is_service = [&] {
      return name.find(' ') == name.npos && text::is_letter(text::decode(name, 0).value) &&
             text::has_digit(head.substr(0, open)) && is_dash(text, close + 1);
    };
    if (alone && !name.empty() && width_of(head.substr(0, open)) <= kDatelineWidth / 2 &&
        width_of(name) <= kWidestAgency && (names_agency(knowledge, name) || is_service())) {
      return {static_cast<uint32_t>(open + 1), static_cast<uint32_t>(close)};
    }
    open = close;
  }
  return {};
}

}  // namespace

std::vector<model::Origin> dateline_origins(const std::vector<model::Block>& blocks,
                                            const Knowledge& knowledge) {
  constexpr size_t kLooked = 3;
  constexpr uint32_t kWidestAbove = 80;
  std::vector<model::Origin> found;
  size_t seen = 0;
  for (const model::Block& block : blocks) {
    if (block.kind != model::BlockKind::kParagraph) continue;
    const std::string_view text = block.text;
    for (const auto& [left, right] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"【", "】"}}) {
      // "शिवपुरी (मप्र), 8 मार्च (भाषा)": the land may stand in brackets as well.
      const std::string_view head = text.substr(0, kDatelineWidth * 2);
      for (size_t open = head.find(left), tried = 0; open != head.npos && tried < 2;
           open = head.find(left, open + 1), ++tried) {
        if (take_bracket(block, {open, left, right}, knowledge, found)) break;
      }
    }
    // "Place on 14 May / Agency / The text".
    if (const size_t open = text.substr(0, kDatelineWidth * 2).find(" / "); open != text.npos) {
      const size_t begin = open + 3, close = text.find(" / ", begin);
      if (close != text.npos && close - begin <= kWidestAgency &&
          names_agency(knowledge, text.substr(begin, close - begin))) {
        found.push_back(
            dateline_origin(block, {static_cast<uint32_t>(begin), static_cast<uint32_t>(close)}));
      }
    }
    if (const Range agency = agency_behind_dash(text, knowledge); !agency.empty()) {
      found.push_back(dateline_origin(block, agency));
    }
    if (const Range agency = agency_in_strokes(text, knowledge); !agency.empty()) {
      found.push_back(dateline_origin(block, agency));
    }
    // A caption or a summary may stand above the report.
    if (!found.empty() || ++seen == kLooked || width_of(text) > kWidestAbove) break;
  }
  return found;
}

std::string_view without_rest_of_label(std::string_view name) {
  for (const std::string_view sign : {" + ", "+"}) {
    const size_t at = name.rfind(sign);
    if (at == name.npos || at == 0) continue;
    if (name_words().is_whole("agencies_word", text::trim_space(name.substr(at + sign.size())))) {
      name = text::trim_space(name.substr(0, at));
    }
  }
  // "卫报 条评论": the counter behind it has lost its number.
  const size_t blank = name.rfind(' ');
  if (blank != name.npos && text::is_spaceless(text::decode(name, blank + 1).value) &&
      is_comment_word(name.substr(blank + 1))) {
    name = text::trim_space(name.substr(0, blank));
  }
  return name;
}

std::optional<model::Origin> labelled_origin(const Line& line, Range rest) {
  std::string_view name = text::trim_space(rest.of(line.piece.text));
  while (name.ends_with('.') || name.ends_with("。")) {
    name.remove_suffix(name.ends_with('.') ? 1 : std::string_view("。").size());
  }
  name = without_rest_of_label(name);
  if (name.empty()) return std::nullopt;
  model::Origin origin;
  const auto begin = static_cast<uint32_t>(name.data() - line.piece.text.data());
  origin.name = std::string(name);
  origin.kind = "label";
  origin.span = line.piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
  for (const Link& link : line.piece.links) {
    if (link.range.overlaps(rest)) origin.url = link.url;
  }
  if (origin.url.empty() && url::is_web(name)) {
    origin.url = origin.name;
    origin.name.clear();
  }
  return origin;
}

bool names_source(const Piece& piece, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 60;
  const std::string_view text = piece.text;
  if (piece.links.size() != 1 || piece.links.front().range.begin > 0 || !has_colon(text) ||
      width_of(text) > kWidest || !url::is_web(piece.links.front().url)) {
    return false;
  }
  const auto hit = cue_in_front(knowledge, "source_label", line_for_cues(text));
  return hit && hit->colon && !hit->rest.empty();
}

bool cites_by_link(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 60;
  constexpr size_t kLongestHome = 12;  // bytes behind the host: "/", "/en/", "/news"
  if (line.width > kWidest || line.piece.links.size() != 1) return false;
  const Link& link = line.piece.links.front();
  if (!url::is_web(link.url)) return false;
  const size_t path = link.url.find('/', link.url.find("://") + 3);
  if (path == std::string_view::npos || link.url.size() - path <= kLongestHome) return false;
  const auto parsed = url::parse(link.url);
  if (!parsed) return false;
  const auto* outlet = knowledge.find_by_domain(url::registrable_domain(parsed->host));
  const auto kinds = knowledge.cues("origin_kind");
  const auto is_outlet = [&](const knowledge::Entity& entity) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const auto& kind) { return kind.text == entity.kind; });
  };
  if (outlet == nullptr || !is_outlet(*outlet)) return false;
  const std::string folded = text::fold_copy(text::trim_space(line.piece.text));
  for (const auto& label : knowledge.cues("origin_link")) {
    if (label.text == folded) return true;
  }
  // The outlet's name alone may stand in a list of what others have.
  for (const auto& label : knowledge.cues("source_label")) {
    if (!folded.starts_with(label.text)) continue;
    std::string_view name = text::trim_space(folded).substr(label.text.size());
    if (name.empty()) return true;
    for (const std::string_view colon : {":", " :", "："}) {
      if (name.starts_with(colon)) name.remove_prefix(colon.size());
    }
    const bool parted = name.front() == ' ' || !text::is_letter(text::decode(name, 0).value) ||
                        text::is_spaceless(text::decode(name, 0).value);
    const auto named = knowledge.find_by_name(text::trim_space(name));
    if (parted && std::find(named.begin(), named.end(), outlet) != named.end()) return true;
  }
  return false;
}

std::optional<CreditLine> credit_line(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 70;
  if (line.width > kWidest || line.full_stop || line.piece.marked_heading) return std::nullopt;
  const std::string_view whole = line.piece.text;
  std::string_view text = whole;
  for (const auto& [left, right] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!text.starts_with(left) || !text.ends_with(right)) continue;
    text = text::trim_space(text.substr(left.size(), text.size() - left.size() - right.size()));
    break;
  }
  CreditLine credit;
  const auto span_of = [&](std::string_view part) {
    const auto begin = static_cast<uint32_t>(part.data() - whole.data());
    return line.piece.source.to_source({begin, begin + static_cast<uint32_t>(part.size())});
  };
  const auto add = [&](std::string_view name) {
    model::Origin origin;
    origin.name = std::string(name);
    origin.kind = "label";
    origin.span = span_of(name);
    credit.origins.push_back(std::move(origin));
  };
  for (const Range name : signed_agencies(text, knowledge)) add(name.of(text));
  if (!credit.origins.empty()) return credit;
  // "Agency / PLACE", "Place - Agency".
  for (const std::string_view sign : {" / ", "/", " - ", " – "}) {
    const size_t at = text.find(sign);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view left = text::trim_space(text.substr(0, at));
    const std::string_view right = text::trim_space(text.substr(at + sign.size()));
    const auto is_place = [&](std::string_view words) {
      return names_place(knowledge, words) ||
             (words.find(' ') == words.npos && !text::has_digit(words) &&
              text::is_upper(text::decode(words, 0).value) && words.size() > 3);
    };
    if (names_agency(knowledge, left) && is_place(right)) {
      add(left);
      return credit;
    }
    if (is_place(left) && names_agency(knowledge, right)) {
      add(right);
      return credit;
    }
    break;
  }
  // "ANKARA (AA)".
  if (const size_t open = text.find(" ("); open != text.npos && text.ends_with(')')) {
    const std::string_view name = text.substr(open + 2, text.size() - open - 3);
    if (names_place(knowledge, text.substr(0, open)) && names_agency(knowledge, name)) {
      add(name);
      return credit;
    }
  }
  // "Outlet with Agency", "Agency and Agency".
  for (const knowledge::Cue& cue : knowledge.cues("name_joiner")) {
    const std::string word = " " + cue.text + " ";
    const size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view left = text.substr(0, at), right = text.substr(at + word.size());
    if (!names_agency(knowledge, right) || !names_outlet(knowledge, left)) continue;
    if (names_agency(knowledge, left)) {
      add(left);
    } else {
      credit.publisher = publisher_of(left, span_of(left));
    }
    add(right);
    return credit;
  }
  return std::nullopt;
}

std::optional<model::Origin> hearsay_origin(const Line& line, const Knowledge& knowledge) {
  const auto hit = cue_inside(knowledge, "hearsay", line);
  if (!hit) return std::nullopt;
  model::Origin origin;
  origin.kind = "hearsay";
  origin.span = line.piece.source.to_source(hit->range);
  return origin;
}

}  // namespace synoptic::clean

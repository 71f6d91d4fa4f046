#include "clean/people/sign_off.h"

#include <array>
#include <utility>

#include "clean/cue_match.h"
#include "clean/people/agency_sign.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kLongestNumber = 8;  // a day without signs: 1150708
constexpr size_t kWidestSignOff = 150;

using SignOffBrackets = std::pair<std::string_view, std::string_view>;
constexpr std::array<SignOffBrackets, 5> kSignOffBrackets{
    SignOffBrackets{"（", "）"}, SignOffBrackets{"【", "】"}, SignOffBrackets{"(", ")"},
    SignOffBrackets{"〔", "〕"}, SignOffBrackets{"[", "]"}};

struct LastBrackets {
  uint32_t begin;
  Range inner;
  bool numbered;  // a number stands behind them
};

// If a whole sentence stands in front of them, and at most a number behind them.
std::optional<LastBrackets> last_brackets(std::string_view text) {
  std::string_view closed = text::trim_space(text);
  const size_t number = closed.find_last_not_of("0123456789") + 1;
  const bool numbered = number < closed.size();
  if (closed.size() - number <= kLongestNumber) closed = closed.substr(0, number);
  for (const auto& [open, close] : kSignOffBrackets) {
    if (!closed.ends_with(close)) continue;
    const size_t at = closed.rfind(open);
    if (at == closed.npos || at == 0 || closed.size() - at > kWidestSignOff) return std::nullopt;
    const std::string_view before = text::trim_space(closed.substr(0, at));
    constexpr std::array<std::string_view, 13> kEnds{"。", "！", "？", "」", "』", "।", "۔",
                                                     "؟",  "”",  ".",  "!",  "?",  "\""};
    for (const std::string_view end : kEnds) {
      if (!before.ends_with(end)) continue;
      return LastBrackets{static_cast<uint32_t>(at),
                          {static_cast<uint32_t>(at + open.size()),
                           static_cast<uint32_t>(closed.size() - close.size())},
                          numbered};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// "ソウル＝佐藤花", "ソウル佐藤花": the name without the place in front of it.
std::string_view behind_place(const Knowledge& knowledge, std::string_view words) {
  if (const auto name = behind_desk(words); name.size() < words.size()) return name;
  for (const std::string_view sign : {"＝", "="}) {
    if (const size_t at = words.find(sign); at != words.npos && at > 0) {
      return text::trim_space(words.substr(at + sign.size()));
    }
  }
  // The place in the syllables of a loan word, the name in Han characters.
  size_t at = 0;
  while (at < words.size()) {
    const text::CodePoint c = text::decode(words, at);
    if (text::is_han(c.value)) break;
    at += c.length;
  }
  return at > 0 && names_place(knowledge, text::trim_space(words.substr(0, at))) ? words.substr(at)
                                                                                 : words;
}

model::Author author_of(std::string_view name, const Line& line) {
  const auto begin = static_cast<uint32_t>(name.data() - line.piece.text.data());
  model::Author author;
  author.name = name;
  author.span = line.piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
  return author;
}

// Names of a script without spaces or of Korea, known for nobody else, and nothing but them.
std::vector<model::Author> names_in(const Line& line, const Knowledge& knowledge,
                                    std::string_view lang) {
  std::vector<model::Author> authors;
  const std::string_view text = line.piece.text;
  if (is_parted_name(text, parts_names(lang)) && !names_outlet(knowledge, text)) {
    authors.push_back(author_of(text, line));
    return authors;
  }
  for (size_t open = 0; open <= text.size();) {
    size_t end = std::min(text.find("、", open), text.find("，", open));
    end = std::min(end, text.size());
    const std::string_view name =
        behind_place(knowledge, text::trim_space(text.substr(open, end - open)));
    const auto names = names_of_signs(name, knowledge);
    if (names.size() != 1 || names[0].size() != name.size() ||
        !knowledge.find_by_name(name).empty() ||
        whole_cue(knowledge, "no_author", name) != nullptr || is_desk(knowledge, name)) {
      return {};
    }
    authors.push_back(author_of(name, line));
    open = end + std::string_view("、").size();
  }
  return authors;
}

std::vector<model::Origin> agencies_in(const Line& line, const Knowledge& knowledge) {
  std::vector<model::Origin> origins;
  for (const Range name : signed_agencies(line.piece.text, knowledge)) {
    model::Origin origin;
    origin.name = std::string(name.of(line.piece.text));
    origin.kind = "label";
    origin.span = line.piece.source.to_source(name);
    origins.push_back(std::move(origin));
  }
  return origins;
}

// "The last sentence. EFE", "… Con información de EFE": the agency behind it, without brackets.
std::optional<Range> agency_behind_stop(std::string_view text, const Knowledge& knowledge) {
  constexpr size_t kLongest = 80;
  std::string_view end = text::trim_space(text);
  if (end.ends_with('.')) end.remove_suffix(1);
  const size_t stop = end.rfind(". ");
  if (stop == end.npos || end.size() - stop - 2 > kLongest) return std::nullopt;
  const std::string_view name = end.substr(stop + 2);
  if (signed_agencies(name, knowledge).empty()) return std::nullopt;
  return Range{static_cast<uint32_t>(stop + 2), static_cast<uint32_t>(end.size())};
}

}  // namespace

std::optional<SignOff> sign_off_of(const model::Block& block, const Knowledge& knowledge,
                                   std::string_view lang, model::Format format) {
  const auto brackets = last_brackets(block.text);
  const auto agency = brackets ? std::nullopt : agency_behind_stop(block.text, knowledge);
  if (!brackets && !agency) return std::nullopt;
  SignOff found;
  const auto size = static_cast<uint32_t>(block.text.size());
  found.range = {brackets ? brackets->begin : agency->begin, size};
  Piece piece;
  piece.text = block.text;
  piece.span = block.span;
  piece.source = block.source;
  const Line line = measure(cut(piece, brackets ? brackets->inner : *agency));
  found.byline.origins = agencies_in(line, knowledge);
  // "(Source: Agency)".
  const auto label = cue_in_front(knowledge, "source_label", line);
  if (found.byline.origins.empty() && brackets && label && label->colon) {
    if (auto origin = labelled_origin(line, label->rest)) {
      found.byline.origins.push_back(std::move(*origin));
    }
  }
  if (!found.byline.origins.empty()) {
    // A page of elements has the agency as the end of its text.
    if (format == model::Format::kHtml) found.range.begin = found.range.end;
    return found;
  }
  if (!brackets) return std::nullopt;
  const auto editor = cue_in_front(knowledge, "editor_label", line);
  const auto author = cue_in_front(knowledge, "author_label", line);
  if ((editor && editor->parted) || (author && author->parted)) {
    // Without the agency's number they are read where they stand: many papers print them.
    if (!brackets->numbered) return std::nullopt;
    auto byline = parse_byline(line, knowledge, lang);
    if (!byline) return std::nullopt;
    found.byline = std::move(*byline);
    found.byline.editors.clear();  // an agency's translators and editors wrote nothing
    return found;
  }
  found.byline.authors = names_in(line, knowledge, lang);
  if (found.byline.authors.empty()) return std::nullopt;
  // A page that sets a bare name between round brackets has it as the end of its text.
  const bool bare = found.byline.authors.front().name.size() == line.piece.text.size();
  const bool round = block.text[found.range.begin] == '(' ||
                     std::string_view(block.text).substr(found.range.begin).starts_with("（");
  if (format == model::Format::kHtml && bare && round) found.range.begin = found.range.end;
  return found;
}

model::Removed cut_sign_off(const SignOff& sign_off, model::Block& block) {
  Piece piece;
  piece.text = std::move(block.text);
  piece.span = block.span;
  piece.source = std::move(block.source);
  const Piece gone = cut(piece, sign_off.range);
  Piece rest = cut(piece, {0, sign_off.range.begin});
  block.text = std::move(rest.text);
  block.span = rest.span;
  block.source = std::move(rest.source);
  return {"byline", gone.span, gone.text};
}

}  // namespace synoptic::clean

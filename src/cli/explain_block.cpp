#include "cli/explain_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "cli/evidence.h"
#include "cli/terminal.h"
#include "html/html.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::cli {
namespace {

constexpr size_t kShownColumns = 60;
constexpr size_t kLongestText = 400;

// A block, the title or something that was removed.
struct Piece {
  size_t article = 0;
  std::string number;  // as `which` has it, without the article
  std::string kind;    // of what was kept
  std::string reason;  // of what was removed; empty: it was kept
  Span span;
  std::string_view text;

  bool kept() const { return reason.empty(); }
  std::string verdict() const { return kept() ? "kept" : "removed: " + reason; }
};

std::string kind_of(const model::Block& block) {
  std::string kind(model::block_kind_name(block.kind));
  return block.level > 0 ? fmt::format("{} {}", kind, block.level) : kind;
}

std::vector<Piece> pieces_of(const flow::Document& document) {
  std::vector<Piece> pieces;
  for (size_t a = 0; a < document.articles.size(); ++a) {
    const model::Article& article = document.articles[a].article;
    pieces.push_back({a, "-1", "title", "", article.title_span, article.title});
    for (size_t i = 0; i < article.blocks.size(); ++i) {
      const model::Block& block = article.blocks[i];
      pieces.push_back({a, std::to_string(i), kind_of(block), "", block.span, block.text});
    }
    for (size_t i = 0; i < article.removed.size(); ++i) {
      const model::Removed& removed = article.removed[i];
      pieces.push_back({a, fmt::format("r{}", i), "", removed.reason, removed.span, removed.text});
    }
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.article != b.article ? a.article < b.article : a.span.begin < b.span.begin;
  });
  return pieces;
}

bool read_number(std::string_view text, size_t& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
}

// "1.r2" as article 1 and "r2"; false: `which` is no number.
bool split_number(std::string_view which, size_t& article, std::string_view& number) {
  const size_t dot = which.find('.');
  article = 0;
  number = which;
  if (dot != std::string_view::npos) {
    if (!read_number(which.substr(0, dot), article)) return false;
    number = which.substr(dot + 1);
  }
  size_t ignored = 0;
  return number == "-1" || read_number(number, ignored) ||
         (number.starts_with('r') && read_number(number.substr(1), ignored));
}

// The smallest piece that holds the byte.
size_t piece_at(const std::vector<Piece>& pieces, size_t offset) {
  size_t best = pieces.size();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (offset < pieces[i].span.begin || offset >= pieces[i].span.end) continue;
    if (best == pieces.size() || pieces[i].span.size() < pieces[best].span.size()) best = i;
  }
  return best;
}

size_t piece_with(const std::vector<Piece>& pieces, std::string_view words) {
  const std::string wanted = text::fold_copy(words);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (text::fold_copy(pieces[i].text).find(wanted) != std::string::npos) return i;
  }
  return pieces.size();
}

size_t find_piece(const std::vector<Piece>& pieces, std::string_view which) {
  size_t article = 0, offset = 0;
  std::string_view number;
  if (which.starts_with('@') && read_number(which.substr(1), offset)) {
    return piece_at(pieces, offset);
  }
  if (!split_number(which, article, number)) return piece_with(pieces, which);
  const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.article == article && piece.number == number;
  });
  return static_cast<size_t>(found - pieces.begin());
}

std::string line_of(const Piece& piece) {
  return fmt::format("{:>5}  {:<22} {:>7}-{:<7} {}\n", piece.number,
                     piece.kept() ? piece.kind : piece.verdict(), piece.span.begin, piece.span.end,
                     fit(one_line(piece.text), kShownColumns));
}

// Where a piece stands among the elements of its page, and how much of it is links.
class Surroundings {
 public:
  Surroundings(const html::Document& page, Span span) : page_(page) {
    const auto& nodes = page.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      const html::Node& node = nodes[i];
      if (node.kind != html::NodeKind::kText || !node.span.overlaps(span)) continue;
      if (first_ == html::kNone) first_ = i;
      last_ = i;
      const size_t letters = count_letters(node.text());
      letters_ += letters;
      if (is_in_link(i)) linked_ += letters;
    }
  }

  // "body > main > article.story > p", the innermost element that holds the whole piece last.
  std::string path() const {
    std::string path;
    for (uint32_t i = holder(); i != html::kNone && i != 0; i = page_.nodes()[i].parent) {
      const html::Node& node = page_.nodes()[i];
      if (node.kind != html::NodeKind::kElement) break;
      path = named(node) + (path.empty() ? "" : " > ") + path;
    }
    return path;
  }

  size_t percent_linked() const { return letters_ == 0 ? 0 : linked_ * 100 / letters_; }

 private:
  uint32_t holder() const {
    if (first_ == html::kNone) return html::kNone;
    uint32_t at = page_.nodes()[first_].parent;
    while (at != html::kNone && at != 0 && page_.nodes()[at].subtree_end <= last_) {
      at = page_.nodes()[at].parent;
    }
    return at;
  }

  // "div#story.text.wide"
  std::string named(const html::Node& node) const {
    std::string name(node.name());
    if (const auto id = page_.attribute_value(node, "id"); !id.empty())
      name += fmt::format("#{}", id);
    const auto classes = page_.attribute_value(node, "class");
    for (const auto& word : text::words(classes)) {
      const size_t begin = word.range.begin;
      const bool starts = begin == 0 || classes[begin - 1] == ' ';
      if (!starts) continue;
      name += fmt::format(".{}", classes.substr(begin, classes.find(' ', begin) - begin));
    }
    return name;
  }

  static size_t count_letters(std::string_view text) {
    return static_cast<size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
  }

  bool is_in_link(uint32_t at) const {
    for (; at != html::kNone && at != 0; at = page_.nodes()[at].parent) {
      if (page_.nodes()[at].tag == html::Tag::a) return true;
    }
    return false;
  }

  const html::Document& page_;
  uint32_t first_ = html::kNone, last_ = 0;
  size_t letters_ = 0, linked_ = 0;
};

std::string surroundings_of(const model::Capture& capture, Span span) {
  if (capture.format != model::Format::kHtml || span.empty()) return "";
  const auto page = html::Document::parse(capture.text);
  if (!page) return "";
  const Surroundings around(*page, span);
  std::string out;
  if (const std::string path = around.path(); !path.empty()) {
    out += fmt::format("stands in  {}\n", one_line(path));
  }
  return out + fmt::format("links      {} % of its letters\n", around.percent_linked());
}

std::string features_of(std::string_view text) {
  const char32_t last = text.empty() ? U'a' : text::decode_before(text, text.size()).value;
  const bool ends = !text::is_letter(last) && !text::is_digit(last);
  return fmt::format("text       {} words, {} columns, {}\n", text::words(text).size(),
                     columns_of(text),
                     ends ? "ends with a sign, as a sentence does" : "ends with a word");
}

std::string why_of(const Piece& piece) {
  if (piece.kept()) {
    return fmt::format("kept as {}: it stands in the main text and no rule took it out",
                       piece.kind);
  }
  return fmt::format("removed by the rule '{}'", piece.reason);
}

std::string neighbours_of(const std::vector<Piece>& pieces, size_t at) {
  std::string out = "\n" + bold("Beside it") + "\n";
  const size_t from = at < 2 ? 0 : at - 2;
  for (size_t i = from; i < std::min(at + 3, pieces.size()); ++i) {
    if (pieces[i].article != pieces[at].article) continue;
    out += (i == at ? "* " : "  ") + line_of(pieces[i]);
  }
  return out;
}

}  // namespace

namespace {

tl::unexpected<Error> no_such_piece(const flow::Document& document, std::string_view which) {
  return failure(ErrorCode::kNotFound, document.capture.path,
                 which.starts_with('@')
                     ? fmt::format("no block and nothing removed holds byte {}", which.substr(1))
                     : fmt::format("no block, nothing removed and no words like '{}'", which));
}

void write_piece(JsonWriter& json, const Piece& piece) {
  json.field("number", piece.number).field("kept", piece.kept());
  json.field_or_null("kind", piece.kind).field_or_null("reason", piece.reason);
  json.key("span").begin_array().value(piece.span.begin).value(piece.span.end).end_array();
  json.field("text", piece.text);
}

}  // namespace

Result<std::string> block_explained_as_json(const flow::Document& document,
                                            std::string_view which) {
  const auto pieces = pieces_of(document);
  const size_t at = find_piece(pieces, which);
  if (at >= pieces.size()) return no_such_piece(document, which);
  const Piece& piece = pieces[at];
  const model::Article& article = document.articles[piece.article].article;
  JsonWriter json;
  json.begin_object().field("article", article.id).field("index", article.index);
  json.field("path", article.path).field("title", article.title);
  write_piece(json, piece);
  json.field("why", why_of(piece)).field("words", text::words(piece.text).size());
  if (document.capture.format == model::Format::kHtml && !piece.span.empty()) {
    if (const auto page = html::Document::parse(document.capture.text)) {
      const Surroundings around(*page, piece.span);
      json.field_or_null("stands_in", around.path());
      json.field("percent_linked", around.percent_linked());
    }
  }
  json.key("beside").begin_array();
  for (size_t i = at < 2 ? 0 : at - 2; i < std::min(at + 3, pieces.size()); ++i) {
    if (i == at || pieces[i].article != piece.article) continue;
    json.begin_object();
    write_piece(json, pieces[i]);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string page_explained_as_json(const flow::Document& document, size_t article) {
  JsonWriter json;
  json.begin_array();
  for (const Piece& piece : pieces_of(document)) {
    if (piece.article != article) continue;
    json.begin_object();
    write_piece(json, piece);
    json.end_object();
  }
  json.end_array();
  std::string out = json_with_evidence(document.articles[article]);
  out.pop_back();  // the closing brace
  return out + ",\"pieces\":" + json.text() + "}";
}

Result<std::string> block_explained(const flow::Document& document, std::string_view which) {
  const auto pieces = pieces_of(document);
  const size_t at = find_piece(pieces, which);
  if (at >= pieces.size()) return no_such_piece(document, which);
  const Piece& piece = pieces[at];
  const model::Article& article = document.articles[piece.article].article;
  std::string out = bold(isolate(one_line(article.title))) + "\n";
  out += fmt::format("{}{} of article {}, {}\n\n",
                     piece.kept() && piece.number != "-1" ? "block " : "",
                     piece.number == "-1" ? "title" : piece.number, article.index, article.path);
  std::string text(piece.text.substr(0, kLongestText));
  if (text.size() < piece.text.size()) text += " …";
  out += isolate(one_line(text)) + "\n\n";
  out += fmt::format("why        {}\n", why_of(piece));
  out += fmt::format("bytes      {}-{}\n", piece.span.begin, piece.span.end);
  out += surroundings_of(document.capture, piece.span) + features_of(piece.text);
  return out + neighbours_of(pieces, at);
}

std::string blocks_listed(const flow::Document& document) {
  std::string out;
  size_t article = SIZE_MAX;
  for (const Piece& piece : pieces_of(document)) {
    if (piece.article != article) {
      article = piece.article;
      const model::Article& whole = document.articles[article].article;
      out += fmt::format("{}{}\n{} of {}\n", out.empty() ? "" : "\n",
                         bold(isolate(one_line(whole.title))), whole.index, whole.path);
    }
    out += line_of(piece);
  }
  return out;
}

}  // namespace synoptic::cli

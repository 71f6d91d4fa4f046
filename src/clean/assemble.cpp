#include "clean/assemble.h"

#include <algorithm>

#include "clean/closing_lines.h"
#include "clean/counters.h"
#include "clean/cue_match.h"
#include "clean/dates/dateline.h"
#include "clean/dates/dates.h"
#include "clean/html/stated_words.h"
#include "clean/keywords.h"
#include "clean/language.h"
#include "clean/people/copyright.h"
#include "clean/people/credits.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/people/picture_credit.h"
#include "clean/people/sign_off.h"
#include "clean/plain/top_headline.h"
#include "clean/removed.h"
#include "clean/residue.h"
#include "clean/structure.h"
#include "clean/title.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "url/credentials.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::Article;

constexpr size_t kListingParagraphs = 3;

class Assembler {
 public:
  Assembler(Page page, const PageFacts& facts, const model::Capture& capture,
            const Knowledge& knowledge, const text::LanguageId& languages,
            const text::LanguageGuess* page_guess)
      : page_(std::move(page)),
        facts_(facts),
        capture_(capture),
        knowledge_(knowledge),
        languages_(languages),
        page_guess_(page_guess),
        credits_(page_, facts, capture.format, knowledge) {}

  std::optional<Article> run() {
    mark_headline();
    if (capture_.format != model::Format::kHtml) mark_closing_lines(knowledge_, page_);
    const Title title = choose_title(page_, facts_.titles, knowledge_);
    mark_residue(page_, title, knowledge_, capture_.format == model::Format::kHtml);
    if (!holds_article()) return std::nullopt;
    take_capture();
    take_facts();
    take_title(without_tags(title, article_.metadata));
    title_line_ = title.line;
    take_lines();
    take_removed();
    const auto hearsay = find_hearsay();
    release_words();
    article_.blocks = build_blocks(page_, knowledge_, article_.removed);
    name_untitled();
    set_language(knowledge_, languages_, page_guess_, facts_.lang, article_);
    take_statements();
    take_sign_off();
    const size_t byline = credits_.settle(title, article_);
    if (byline != kNoLine) remove_block(page_.lines[byline].piece, "byline");
    settle_origins(hearsay);
    settle_keywords();
    settle_dates();
    sort_removed(article_.removed);
    name_picture_credit(knowledge_, article_);
    drop_credentials();
    return std::move(article_);
  }

 private:
  // Where no element and no field says what the headline is, one that asks looks like a sentence.
  void mark_headline() {
    if (capture_.format == model::Format::kHtml || !facts_.titles.empty()) return;
    const size_t line = headline_with_stop(page_, knowledge_);
    if (line != kNoLine) page_.lines[line].piece.marked_heading = true;
  }

  void take_sign_off() {
    if (article_.blocks.empty() || article_.blocks.back().kind != model::BlockKind::kParagraph) {
      return;
    }
    model::Block& last = article_.blocks.back();
    auto sign_off =
        sign_off_of(last, knowledge_, model::primary_language(article_.lang), capture_.format);
    if (!sign_off) return;
    if (!sign_off->range.empty()) article_.removed.push_back(cut_sign_off(*sign_off, last));
    for (const auto& origin : sign_off->byline.origins) article_.origins.push_back(origin);
    if (sign_off->byline.authors.empty() && !sign_off->byline.origins.empty()) return;
    credits_.take_sign_off(std::move(sign_off->byline));
  }

  bool kept(size_t i) const {
    return !page_.lines[i].piece.outside && page_.marks[i].reason.empty();
  }

  bool holds_article() const {
    if (facts_.is_teasers) return false;
    size_t paragraphs = 0;
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      paragraphs += kept(i) && page_.lines[i].prose && !page_.lines[i].piece.marked_heading;
    }
    if (paragraphs >= (facts_.is_listing ? kListingParagraphs : 1) || is_flash()) return true;
    // A picture, a film, a programme: no text, but a headline, a day, and the page's word for it.
    return facts_.says_article && !facts_.titles.empty() && !is_front_page() &&
           std::any_of(facts_.dates.begin(), facts_.dates.end(), [](const auto& date) {
             return date.role == "published" && date.where != "url" && date.where != "image";
           });
  }

  // A sentence that came with a title of its own is an article however short it is.
  bool is_flash() const {
    if (capture_.format == model::Format::kHtml) return false;
    const bool titled = std::ranges::any_of(
        facts_.titles, [](const auto& title) { return title.where == "front_matter"; });
    for (size_t i = 0; titled && i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      if (kept(i) && line.full_stop && !line.piece.marked_heading) return true;
    }
    return false;
  }

  bool is_front_page() const {
    const auto address = url::parse(facts_.url);
    return address && address->path.size() <= 1 && !address->has_query;
  }

  void take_capture() {
    article_.path = capture_.path;
    article_.capture_url = url::without_credentials(capture_.url);
    article_.sha256 = capture_.sha256;
    article_.capture_bytes = capture_.received().size();
    article_.charset = capture_.charset;
    article_.fetched = capture_.fetched;
  }

  // Addresses that pages' data tell as they like; all others went through resolve().
  void drop_credentials() {
    for (auto& author : article_.authors) author.url = url::without_credentials(author.url);
    for (auto& origin : article_.origins) origin.url = url::without_credentials(origin.url);
    for (auto& [key, values] : article_.metadata) {
      for (auto& value : values) {
        if (url::is_web(value)) value = url::without_credentials(value);
      }
    }
  }

  void take_facts() {
    article_.url = url::canonical(facts_.url);
    article_.dates = facts_.dates;
    article_.authors = facts_.authors;
    article_.publisher = facts_.publisher;
    article_.section = facts_.section;
    article_.keywords = facts_.keywords;
    article_.origins = facts_.origins;
    article_.metadata = facts_.metadata;
  }

  void take_title(const Title& title) {
    article_.title = title.text;
    article_.title_span = title.span;
    article_.title_source = title.source;
    // What a page states in a value of its own may be a part of it only, or encoded.
    const bool whole = title.source.pieces().size() == 1 && title.span.end <= capture_.text.size();
    if (!whole || capture_.text.substr(title.span.begin, title.span.size()) == title.text) return;
    if (auto map = find_stated(capture_.text, title.span, title.text)) {
      article_.title_source = std::move(*map);
      article_.title_span =
          article_.title_source.to_source({0, static_cast<uint32_t>(title.text.size())});
    }
  }

  // An article whose title is gone is called by its first sentence.
  void name_untitled() {
    if (!article_.title.empty() || article_.blocks.empty()) return;
    const model::Block& block = article_.blocks.front();
    const auto sentences = text::sentences(block.text);
    if (sentences.empty()) return;
    const Range first = sentences.front();
    article_.title = std::string(first.of(block.text));
    article_.title_span = block.to_capture(first);
    Piece piece;
    piece.text = block.text;
    piece.source = block.source;
    article_.title_source = cut(piece, first).source;
  }

  void take_lines() {
    const size_t body = first_paragraph(page_, 0);
    const bool dated_below = tells_day_below_title();
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      Mark& mark = page_.marks[i];
      if (dated_below && i < title_line_ && mark.byline) doubt_days(*mark.byline);
      if (mark.byline || !mark.reason.empty()) read_counters(line, article_.metadata);
      if (line.piece.outside) {
        take_copyright(line);
        if (mark.byline) take_byline(*mark.byline);
        if (mark.role == LineRole::kSource) take_source(line, mark.rest);
        if (mark.role == LineRole::kLink) take_link(line);
        if (mark.role == LineRole::kKeywords) {
          take_keywords(line, mark.rest);
        }
        continue;
      }
      if (mark.reason == "byline" && mark.byline) take_byline(*mark.byline);
      if (mark.role == LineRole::kSource) take_source(line, mark.rest);
      if (mark.role == LineRole::kKeywords) take_keywords(line, mark.rest);
      if (mark.role == LineRole::kLink) {
        if (capture_.format != model::Format::kHtml && i < body && article_.url.empty()) {
          article_.url = url::canonical(line.piece.text);  // feeds give it above the text
        } else {
          take_link(line);
        }
      }
      if (mark.role == LineRole::kViews) {
        article_.metadata["views"].push_back(digits_of(line.piece.text));
      }
      if (mark.reason == "department") take_department(line);
      if (mark.reason == "outlet") credits_.take_outlet(line);
      take_copyright(line);
    }
  }

  // In a text without markup, by a line right below its headline.
  bool tells_day_below_title() const {
    constexpr size_t kFarthest = 8;  // lines
    if (capture_.format == model::Format::kHtml || title_line_ == kNoLine) return false;
    const size_t end = std::min(page_.lines.size(), title_line_ + kFarthest);
    for (size_t i = title_line_ + 1; i < end; ++i) {
      if (is_strong_prose(page_.lines[i])) return false;
      if (page_.marks[i].byline && !page_.marks[i].byline->dates.empty()) return true;
    }
    return false;
  }

  // A page's head shows today's date, with the day of the week as a rule.
  static void doubt_days(Byline& byline) {
    constexpr double kAboveHeadline = 9, kWeekdayAbove = 12;
    for (auto& date : byline.dates) {
      date.score -= kAboveHeadline + (date.weekday_agrees ? kWeekdayAbove : 0);
    }
  }

  // Where each tag is a link and nothing parts them, each link is one.
  void take_keywords(const Line& line, Range rest) {
    const auto& links = line.piece.links;
    std::vector<std::string> tags;
    uint32_t end = rest.begin;
    const auto is_blank = [&](uint32_t from, uint32_t to) {
      return from <= to && text::trim_space(Range{from, to}.of(line.piece.text)).empty();
    };
    for (const Link& link : links) {
      if (!rest.overlaps(link.range)) continue;
      if (!is_blank(end, link.range.begin)) break;
      tags.emplace_back(link.range.of(line.piece.text));
      end = link.range.end;
    }
    if (tags.size() < 2 || !is_blank(end, rest.end)) {
      keyword_lists_.emplace_back(rest.of(line.piece.text));
      return;
    }
    for (std::string& tag : tags) keyword_lists_.push_back(std::move(tag));
  }

  void take_byline(const Byline& byline) {
    for (const auto& date : byline.dates) article_.dates.push_back(date);
    for (const auto& origin : byline.origins) article_.origins.push_back(origin);
    credits_.take_byline(byline);
  }

  void take_source(const Line& line, Range rest) {
    if (auto origin = labelled_origin(line, rest)) article_.origins.push_back(std::move(*origin));
  }

  void take_link(const Line& line) {
    model::Origin origin;
    const bool bare = line.piece.links.empty() || url::is_web(line.piece.text);
    origin.url = bare ? std::string_view(line.piece.text) : line.piece.links.front().url;
    origin.kind = "link";
    origin.span = line.piece.span;
    if (const auto date = date_of_url(origin.url, origin.span)) {
      origin.date = date->value;
      model::DateEvidence evidence = *date;
      evidence.role = "event";
      evidence.where = "origin";
      evidence.rule = "date in the address of a cited page";
      article_.dates.push_back(std::move(evidence));
    }
    article_.origins.push_back(std::move(origin));
  }

  void take_department(const Line& line) {
    const auto hit = cue_in_front(knowledge_, "department", line);
    if (!hit) return;
    article_.metadata["department"].emplace_back(text::trim_space(hit->rest.of(line.piece.text)));
  }

  // Once is enough to say that the article rests on hearsay.
  std::optional<model::Origin> find_hearsay() const {
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      if (!kept(i) || line.piece.kind != model::BlockKind::kParagraph) continue;
      if (auto origin = hearsay_origin(line, knowledge_)) return origin;
    }
    return std::nullopt;
  }

  void take_copyright(const Line& line) {
    if (credits_.has_owner()) return;
    const bool is_text = capture_.format != model::Format::kHtml;
    Copyright found = read_copyright(line, is_text ? &page_ : nullptr, knowledge_);
    if (found.year) article_.dates.push_back(std::move(*found.year));
    credits_.take_owner(std::move(found.owner));
  }

  void take_removed() {
    article_.removed.reserve(page_.lines.size());
    const std::string title_key = key_of(article_.title);
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      if (kept(i)) continue;
      const Mark& mark = page_.marks[i];
      const Piece& piece = page_.lines[i].piece;
      if (mark.reason == "title" && page_.lines[i].has_key(title_key)) continue;
      article_.removed.push_back(removed_piece(mark.reason, piece.span, piece.text));
    }
  }

  // What was asked of the lines is answered: their blocks get the room. Captions may have to be cut
  // by their words, and keys of what may be a title are compared with titles.
  void release_words() {
    size_t longest = article_.title.size();
    for (const auto& title : facts_.titles) longest = std::max(longest, title.text.size());
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      Line& line = page_.lines[i];
      if (!kept(i) || line.piece.kind == model::BlockKind::kCaption) continue;
      line.release_folded(line.prose ? 2 * longest : SIZE_MAX / 2);
    }
  }

  // Before any of them is chosen.
  void take_statements() {
    for (const auto& title : facts_.titles) {
      article_.title_statements.push_back({title.text, title.where, title.span});
    }
    article_.author_statements = facts_.author_statements;
    if (article_.author_statements.empty()) {
      for (const auto& author : facts_.authors) {
        article_.author_statements.push_back({author.name, "page", author.span});
      }
    }
    for (const auto& author : credits_.byline_authors()) {
      article_.author_statements.push_back({author.name, "byline", author.span});
    }
  }

  void settle_origins(const std::optional<model::Origin>& hearsay) {
    for (auto& origin : dateline_origins(article_.blocks, knowledge_)) {
      article_.origins.push_back(std::move(origin));
    }
    if (hearsay) article_.origins.push_back(*hearsay);
    article_.origins = clean::settle_origins(knowledge_, std::move(article_.origins),
                                             article_.publisher, article_.url);
  }

  void remove_block(const Piece& piece, std::string_view reason) {
    const auto is_it = [&](const model::Block& block) {
      return block.text == piece.text && block.span == piece.span;
    };
    if (std::erase_if(article_.blocks, is_it) > 0) {
      article_.removed.push_back(removed_piece(reason, piece.span, piece.text));
    }
  }

  void settle_keywords() {
    const std::string text =
        keyword_lists_.empty() ? "" : article_.title + "\n" + model::body_text(article_);
    for (const std::string& list : keyword_lists_) {
      for (std::string& word :
           read_keywords(list, text, knowledge_, model::primary_language(article_.lang))) {
        article_.keywords.push_back(std::move(word));
      }
    }
    std::vector<std::string> unique;
    for (std::string& word : article_.keywords) {
      if (std::find(unique.begin(), unique.end(), word) == unique.end()) {
        unique.push_back(std::move(word));
      }
    }
    article_.keywords = std::move(unique);
  }

  void settle_dates() {
    if (!article_.url.empty()) {
      Span span;
      for (const auto& field : capture_.front_matter) {
        if (field.value == facts_.url) span = field.span;
      }
      if (auto date = date_of_url(facts_.url, span)) {
        article_.dates.push_back(std::move(*date));
      }
    }
    const auto lang = model::primary_language(article_.lang);
    auto seen = seen_without_day(article_);
    if (!seen && facts_.beside) seen = seen_beside(article_, *facts_.beside);
    if (auto date = dateline_date(article_.blocks, lang, seen)) {
      article_.dates.push_back(std::move(*date));
    }
    if (article_.dates.empty() && capture_.format != model::Format::kHtml)
      take_stamp(lang, article_);
    choose_dates(article_);
    take_stated_zone(knowledge_, article_);
    infer_zone(knowledge_, article_);
  }

  Page page_;
  const PageFacts& facts_;
  const model::Capture& capture_;
  const Knowledge& knowledge_;
  const text::LanguageId& languages_;
  const text::LanguageGuess* page_guess_;
  Article article_;
  std::vector<std::string> keyword_lists_;
  size_t title_line_ = kNoLine;
  Credits credits_;
};

}  // namespace

std::optional<model::Article> assemble(Page page, const PageFacts& facts,
                                       const model::Capture& capture, const Knowledge& knowledge,
                                       const text::LanguageId& languages,
                                       const text::LanguageGuess* page_guess) {
  return Assembler(std::move(page), facts, capture, knowledge, languages, page_guess).run();
}

}  // namespace synoptic::clean

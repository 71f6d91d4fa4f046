#include "clean/split.h"

#include <algorithm>

#include "clean/dates/dateline.h"
#include "clean/topic_words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFewestParagraphs = 2;
constexpr size_t kHeadLines = 6;       // from a title to its first paragraph
constexpr size_t kFarthestCopy = 400;  // lines looked through for the headline again
constexpr uint32_t kNarrowestTitle = 20;
constexpr size_t kLookedAt = 3;    // paragraphs compared with a headline
constexpr double kOnTopic = 0.34;  // share of a headline's words that its article takes up
constexpr double kOnTopicAfterEnd = 0.12;
constexpr double kClearlyBetter = 0.1;
constexpr double kNearTopic = 0.25;  // of a headline over a text that has nothing of the first
constexpr double kForeign = 0.1;
constexpr double kByChance = 0.2;  // of a headline's words that a text about something else has

class Splitter {
 public:
  Splitter(const Page& page, bool markup) : page_(page), markup_(markup) {}

  // First lines of the second, third … article.
  std::vector<size_t> boundaries() const {
    std::vector<size_t> found;
    size_t begin = 0;
    size_t paragraphs = 0;
    bool ended = false;  // a line was seen that stands at an article's end
    for (size_t i = 0; i < size(); ++i) {
      if (line(i).piece.begins_article && !outside(i) && paragraphs > 0) {
        found.push_back(i);
        begin = i;
        paragraphs = 0;
        ended = false;
        continue;
      }
      if (outside(i)) {
        const size_t next = paragraphs >= kFewestParagraphs ? heading_above(begin, i) : 0;
        if (next <= begin) continue;
        found.push_back(next);
        begin = next;
        paragraphs = 0;
        ended = false;
        continue;
      }
      const LineRole role = page_.marks[i].role;
      if (role == LineRole::kSource || role == LineRole::kKeywords) ended |= paragraphs > 0;
      if (role == LineRole::kText && line(i).prose) {
        ++paragraphs;
        ended = false;
      }
      if (paragraphs == 0) continue;
      size_t next = 0;
      if (role == LineRole::kRelated)
        next = glued_behind(begin, i, ended);
      else if (role == LineRole::kByline)
        next = head_around(begin, i);
      else if (role == LineRole::kText)
        next = head_behind_end(begin, i);
      if (next <= begin) continue;
      found.push_back(next);
      begin = next;
      paragraphs = 0;
      ended = false;
      i = std::max(i, next);
    }
    return found;
  }

 private:
  size_t size() const { return page_.lines.size(); }
  const Line& line(size_t i) const { return page_.lines[i]; }
  bool outside(size_t i) const { return page_.lines[i].piece.outside; }
  bool is_text(size_t i) const { return !outside(i) && page_.marks[i].role == LineRole::kText; }
  bool is_paragraph(size_t i) const { return is_text(i) && line(i).prose; }
  // Behind a paragraph it is one as well.
  bool is_short_sentence(size_t i) const {
    constexpr uint32_t kNarrowest = 25, kFewestWords = 4;
    return is_text(i) && line(i).full_stop && !is_title_like(line(i)) &&
           line(i).width >= kNarrowest && line(i).words >= kFewestWords &&
           line(i).piece.kind == model::BlockKind::kParagraph && !line(i).piece.marked_heading;
  }
  bool is_headline(size_t i) const {
    return is_text(i) && !line(i).prose && is_title_like(line(i)) && line(i).words >= 2 &&
           line(i).piece.kind != model::BlockKind::kCaption;
  }

  // Paragraphs from `from` until the next label or the next article's end.
  size_t paragraphs_behind(size_t from) const {
    size_t count = 0;
    for (size_t i = from; i < size(); ++i) {
      if (page_.marks[i].role == LineRole::kRelated) break;
      count += is_paragraph(i) || (count > 0 && is_short_sentence(i));
      if (count >= kFewestParagraphs) break;
    }
    return count;
  }

  std::vector<std::string> topic_behind(size_t from) const {
    std::vector<std::string> words;
    size_t seen = 0;
    for (size_t i = from; i < size() && seen < kLookedAt; ++i) {
      const bool paragraph = is_paragraph(i);
      if (!paragraph && (seen == 0 || !is_short_sentence(i))) continue;
      seen += paragraph;
      for (std::string& word : topic_words(line(i))) words.push_back(std::move(word));
    }
    return words;
  }

  size_t first_headline(size_t begin, size_t end) const {
    size_t best = end;
    for (size_t i = begin; i < end && !is_paragraph(i); ++i) {
      // The longest of the lines above the text; an outlet's name is short.
      if (is_headline(i) && (best == end || line(i).width > line(best).width)) best = i;
    }
    return best;
  }

  bool comes_again(size_t headline, size_t from) const {
    for (size_t i = from; i < size() && i < from + kFarthestCopy; ++i) {
      if (!outside(i) && line(i).has_key_of(line(headline))) return true;
    }
    return false;
  }

  // The title line of a whole article behind the label at `label`, or 0: only links stand there,
  // and the text of the article at `begin` goes on, or the page ends.
  size_t glued_behind(size_t begin, size_t label, bool ended) const {
    std::vector<size_t> headlines;
    size_t text = label + 1;
    for (; text < size(); ++text) {
      if (page_.marks[text].role == LineRole::kRelated) return 0;
      if (is_paragraph(text)) break;
      if (is_headline(text)) headlines.push_back(text);
    }
    if (text == size() || headlines.empty()) return 0;
    if (paragraphs_behind(text) < kFewestParagraphs) return 0;
    const size_t own = first_headline(begin, label);
    const bool resumes = own < label && comes_again(own, label + 1);
    if (resumes && !ended) return 0;
    const auto behind = topic_behind(text);
    size_t title = headlines.front();
    double best = -1;
    for (const size_t headline : headlines) {
      const double share = overlap(topic_words(line(headline)), behind);
      if (share > best) best = share, title = headline;
    }
    if (ended) {
      return headlines.size() == 1 || best >= kOnTopicAfterEnd ? title : 0;
    }
    const double old = own < label ? overlap(topic_words(line(own)), behind) : 0;
    const bool alone = headlines.size() == 1;
    const bool better = best >= kOnTopic && best > old + kClearlyBetter;
    if (has_head(title)) {
      return better || (alone && best >= kOnTopicAfterEnd && best > old) ? title : 0;
    }
    // Without a head of its own the last short line may be a subhead of the text that goes on, and
    // one above it a link that the label leads to: the text above the label speaks of them.
    const double above = overlap(topic_words(line(title)), words_between(begin, label));
    if (best <= above + kClearlyBetter) return 0;
    const bool last = title == headlines.back();
    if (last && (above > kByChance || old > kForeign)) return 0;
    if (better) return title;
    return alone && best >= kNearTopic && best > old && old <= kForeign ? title : 0;
  }

  std::vector<std::string> words_between(size_t begin, size_t end) const {
    std::vector<std::string> words;
    for (size_t i = begin; i < end; ++i) {
      if (outside(i)) continue;
      for (std::string& word : topic_words(line(i))) words.push_back(std::move(word));
    }
    return words;
  }

  // Between the headline and its text a writer or a day, or the text opens with a dateline.
  bool has_head(size_t headline) const {
    for (size_t i = headline + 1; i < size() && i <= headline + kHeadLines; ++i) {
      if (outside(i)) continue;
      if (is_paragraph(i)) return opens_with_dateline(line(i).piece.text);
      const Mark& mark = page_.marks[i];
      if (mark.role == LineRole::kByline && mark.byline &&
          (!mark.byline->authors.empty() || tells_day(*mark.byline))) {
        return true;
      }
    }
    return false;
  }

  // A date line in the middle with a headline beside it: the head of another article.
  size_t head_around(size_t part, size_t date) const {
    const Mark& mark = page_.marks[date];
    if (!mark.byline || mark.byline->dates.empty()) return 0;
    if (!text_follows(date)) return 0;
    size_t title = 0, begin = date;
    for (size_t i = date; i-- > 0 && i + kHeadLines >= date;) {
      if (outside(i)) continue;
      // Feeds give the address between headline and day.
      const bool address = page_.marks[i].role == LineRole::kLink;
      if ((page_.marks[i].role == LineRole::kByline || address) && title == 0) {
        begin = i;
      } else if (is_headline(i) && line(i).width >= kNarrowestTitle) {
        // Between headline and day stands the writer, unlabelled.
        if (title != 0 && is_on_topic(title, date)) break;
        if (title != 0 && !is_on_topic(i, date)) break;
        title = begin = i;
      } else {
        break;
      }
    }
    for (size_t i = date + 1; i < size() && i <= date + kHeadLines; ++i) {
      if (outside(i) || page_.marks[i].role == LineRole::kByline) continue;
      if (is_headline(i)) {
        if (title == 0) title = i;
        continue;
      }
      if (!is_paragraph(i) || title == 0) return 0;
      // The same headline again: the page shows it above its menus and above its text.
      for (size_t other = part; other < begin && other < part + kFarthestCopy; ++other) {
        if (line(other).has_key_of(line(title))) return 0;
      }
      if (!has_own_text(part, begin)) return 0;
      const double share = overlap(topic_words(line(title)), topic_behind(i));
      return share >= kOnTopicAfterEnd ? begin : 0;
    }
    return 0;
  }

  // A sentence of the site above its first headline is no article.
  bool has_own_text(size_t begin, size_t end) const {
    return is_more_than_greeting(begin, end) || first_headline(begin, end) < end;
  }

  // Within a few lines; asked first, since what an article is about may stand far below.
  bool text_follows(size_t head) const {
    for (size_t i = head + 1; i < size() && i <= head + kHeadLines; ++i) {
      if (is_paragraph(i)) return true;
    }
    return false;
  }

  bool is_on_topic(size_t headline, size_t from) const {
    return overlap(topic_words(line(headline)), topic_behind(from)) >= kOnTopicAfterEnd;
  }

  // Right over a paragraph that says where, when or by which agency it was written.
  bool stands_over_dateline(size_t part, size_t headline) const {
    size_t text = headline + 1;
    while (text < size() && (outside(text) || page_.marks[text].role == LineRole::kByline)) ++text;
    if (text == size() || !is_paragraph(text)) return false;
    if (!opens_with_dateline(line(text).piece.text)) return false;
    const size_t own = first_headline(part, headline);
    if (own >= headline) return false;
    const auto behind = topic_behind(text);
    return overlap(topic_words(line(headline)), behind) > overlap(topic_words(line(own)), behind);
  }

  // Behind a rule or a sign-off: a headline with a writer or a day of its own, or over a dateline;
  // over a full dateline without either.
  size_t head_behind_end(size_t part, size_t headline) const {
    if (!is_headline(headline) || line(headline).width < kNarrowestTitle) return 0;
    if (!line(headline).piece.rule_before && !is_end(headline) &&
        (markup_ || !stands_over_dateline(part, headline))) {
      return 0;
    }
    if (!text_follows(headline) || !is_on_topic(headline, headline + 1)) return 0;
    if (!is_more_than_greeting(part, headline)) return 0;
    bool signed_off = false;
    for (size_t i = headline + 1; i < size() && i <= headline + kHeadLines; ++i) {
      if (outside(i)) continue;
      const Mark& mark = page_.marks[i];
      signed_off |= mark.role == LineRole::kByline && mark.byline &&
                    (!mark.byline->authors.empty() || tells_day(*mark.byline));
      if (!is_paragraph(i)) continue;
      const std::string_view text = line(i).piece.text;
      if (!signed_off && !opens_with_place(text) && !opens_with_dateline(text)) return 0;
      for (size_t other = part; other < headline && other < part + kFarthestCopy; ++other) {
        if (line(other).has_key_of(line(headline))) return 0;
      }
      return headline;
    }
    return 0;
  }

  // A letter may greet its readers above the headline and the rule.
  bool is_more_than_greeting(size_t begin, size_t end) const {
    size_t paragraphs = 0;
    for (size_t i = begin; i < end; ++i) {
      if (!is_paragraph(i)) continue;
      if (++paragraphs >= kFewestParagraphs || is_strong_prose(line(i))) return true;
    }
    return false;
  }

  // What stands above ends an article: "(arh/dka)", "(Reporting by A. Name)", "***".
  bool is_end(size_t i) const {
    constexpr uint32_t kWidestSignOff = 120;
    const size_t last = above(i);
    if (last >= i) return false;
    const Line& end = line(last);
    if (!end.has_key()) return true;
    const std::string_view text = end.piece.text;
    return end.width <= kWidestSignOff && !is_strong_prose(end) &&
           ((text.starts_with('(') && text.ends_with(')')) ||
            (text.starts_with('[') && text.ends_with(']')) ||
            (text.starts_with("（") && text.ends_with("）")));
  }

  // A page of markup whose element for the text holds two articles, each under its heading and its
  // line of day and author; that line is known by its element's name and stands outside. Live blogs
  // look alike, but their parts have lesser headings and no authors.
  size_t heading_above(size_t part, size_t date) const {
    const Mark& mark = page_.marks[date];
    const std::string_view reason = line(date).piece.reason;
    if (reason != "date" && reason != "byline" && reason != "tags") return 0;
    if (mark.role != LineRole::kByline || !mark.byline || !tells_day(*mark.byline)) return 0;
    const size_t title = above(date);
    if (title >= date || !line(title).piece.marked_heading || line(title).width < 20) return 0;
    const size_t own = own_heading(part, title);
    const int level = line(title).piece.level;
    if (own >= title || line(own).has_key_of(line(title)) || level < line(own).piece.level)
      return 0;
    if (level != line(own).piece.level && mark.byline->authors.empty()) return 0;
    if (paragraphs_behind(date) < kFewestParagraphs) return 0;
    return overlap(topic_words(line(title)), topic_behind(date)) >= kOnTopicAfterEnd ? title : 0;
  }

  static bool tells_day(const Byline& byline) {
    return std::any_of(byline.dates.begin(), byline.dates.end(), [](const auto& date) {
      return date.value.precision >= model::Precision::kDay;
    });
  }

  // The line of the text right above.
  size_t above(size_t i) const {
    const size_t end = i;
    while (i-- > 0) {
      if (!outside(i)) return i;
    }
    return end;
  }

  size_t own_heading(size_t begin, size_t end) const {
    for (size_t i = begin; i < end && !is_paragraph(i); ++i) {
      if (line(i).piece.marked_heading && line(i).width >= 20) return i;
    }
    return end;
  }

  const Page& page_;
  const bool markup_;  // elements tell the page's article from others
};

}  // namespace

std::vector<Page> split_articles(Page page, bool markup) {
  const auto boundaries = Splitter(page, markup).boundaries();
  std::vector<Page> parts(1);
  if (boundaries.empty()) {
    parts.front() = std::move(page);
    return parts;
  }
  size_t next = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (next < boundaries.size() && boundaries[next] == i) {
      parts.emplace_back();
      ++next;
    }
    parts.back().lines.push_back(std::move(page.lines[i]));
    parts.back().marks.push_back(std::move(page.marks[i]));
  }
  return parts;
}

}  // namespace synoptic::clean

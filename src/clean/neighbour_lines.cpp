#include "clean/neighbour_lines.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "clean/pointers.h"
#include "clean/topic_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// "By" and the name on the next line.
void join_label_and_name(const Knowledge& knowledge, const std::vector<Line>& lines,
                         std::vector<Mark>& marks) {
  constexpr uint32_t kWidestLabel = 24, kWidestName = 60;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& label = lines[i];
    const Line& name = lines[i + 1];
    if (label.piece.outside || name.piece.outside || label.width > kWidestLabel ||
        name.width > kWidestName || marks[i + 1].role != LineRole::kText ||
        !marks[i + 1].reason.empty() || !looks_like_person(name.piece.text) ||
        !all_cues(knowledge, "author_label", label)) {
      continue;
    }
    model::Author author;
    author.name = name.piece.text;
    author.span = name.piece.span;
    for (const size_t k : {i, i + 1}) {
      marks[k] = {};
      marks[k].role = LineRole::kByline;
      marks[k].byline = std::make_unique<Byline>();
    }
    marks[i + 1].byline->authors.push_back(std::move(author));
  }
}

// One tag a line, "#budget" over "#taxes", and the word for tags above them.
void join_tags(const Knowledge& knowledge, const std::vector<Line>& lines,
               std::vector<Mark>& marks) {
  constexpr uint32_t kWidest = 60;
  const auto is_tag = [&](size_t i) {
    const std::string_view text = lines[i].piece.text;
    return !lines[i].piece.outside && text.starts_with('#') && text.size() > 1 &&
           lines[i].width <= kWidest && !lines[i].full_stop &&
           text::is_letter(text::decode(text, 1).value) && text.find('#', 1) == text.npos;
  };
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && is_tag(end)) ++end;
    const bool labelled =
        i > 0 && !lines[i - 1].piece.outside && all_cues(knowledge, "keywords_label", lines[i - 1]);
    if (end - i >= 2 || (end > i && labelled)) {
      if (labelled) {
        marks[i - 1] = {};
        marks[i - 1].role = LineRole::kChaff;
        marks[i - 1].reason = "keywords";
      }
      for (size_t k = i; k < end; ++k) {
        marks[k] = {};
        marks[k].role = LineRole::kKeywords;
        marks[k].reason = "keywords";
        marks[k].rest = {1, static_cast<uint32_t>(lines[k].piece.text.size())};
      }
    }
    i = std::max(end, i + 1);
  }
}

// "Home / Country / HEADLINE" right above HEADLINE: where the page stands, and no headline.
void mark_trails(const std::vector<Line>& lines, std::vector<Mark>& marks) {
  constexpr size_t kFarthest = 3;  // lines
  constexpr std::array<std::string_view, 5> kSigns{" / ", " › ", " > ", " » ", " → "};
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].piece.outside || lines[i].piece.marked_heading ||
        marks[i].role != LineRole::kText || !marks[i].reason.empty()) {
      continue;
    }
    const std::string_view text = lines[i].piece.text;
    size_t behind = 0;
    for (const std::string_view sign : kSigns) {
      if (const size_t at = text.rfind(sign); at != text.npos) {
        behind = std::max(behind, at + sign.size());
      }
    }
    if (behind == 0 || !lines[i].has_key()) continue;
    const std::string last = key_of(text.substr(behind));
    for (size_t next = i + 1; next < lines.size() && next <= i + kFarthest; ++next) {
      if (last.empty() || lines[next].piece.outside || !lines[next].has_key(last)) continue;
      marks[i].role = LineRole::kChaff;
      marks[i].reason = "navigation";
      break;
    }
  }
}

bool is_bracketed(std::string_view text) {
  return (text.starts_with('(') && text.ends_with(')')) ||
         (text.starts_with("（") && text.ends_with("）"));
}

// Below the headline: agencies that the text is from, writers by their places.
void mark_credits(const Knowledge& knowledge, const std::vector<Line>& lines,
                  std::vector<Mark>& marks) {
  constexpr uint32_t kNarrowestHeadline = 20;
  bool below = false;  // a line that may be the headline
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool text = marks[i].role == LineRole::kText && marks[i].reason.empty();
    // "(AA)" is a button of letters' sizes as well.
    const bool button = marks[i].role == LineRole::kChaff && is_bracketed(line.piece.text);
    if (line.piece.outside || (!text && !button)) continue;
    if (below) {
      auto credit = credit_line(line, knowledge);
      auto writers = credit ? std::vector<model::Author>() : writers_by_place(line, knowledge);
      if (credit || !writers.empty()) {
        marks[i] = {};
        marks[i].role = LineRole::kByline;
        marks[i].byline = std::make_unique<Byline>();
        marks[i].byline->authors = std::move(writers);
        if (credit) {
          marks[i].byline->origins = std::move(credit->origins);
          marks[i].byline->publisher = std::move(credit->publisher);
        }
        continue;
      }
    }
    below |= line.width >= kNarrowestHeadline && (is_title_like(line) || is_strong_prose(line));
  }
}

// "Follow us, the rescuers shouted to 12 people under the bridge": whatever its first word is, a
// whole sentence between paragraphs that has a figure and takes up words of the lead is news.
class NewsFinder {
 public:
  NewsFinder(const std::vector<Line>& lines, std::vector<Mark>& marks)
      : lines_(lines), marks_(marks) {}

  void run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lead_ == kNone && is_text(i)) lead_ = i;
      if (lead_ != kNone && may_be_news(i) && takes_up_lead(i)) marks_[i] = {};
    }
  }

 private:
  bool is_text(size_t i) const {
    return !lines_[i].piece.outside && marks_[i].role == LineRole::kText &&
           marks_[i].reason.empty() && is_strong_prose(lines_[i]);
  }

  bool may_be_news(size_t i) const {
    constexpr uint32_t kFewestWords = 12;
    constexpr std::string_view kReasons[] = {"share",    "subscribe",     "copyright",
                                             "comments", "advertisement", "paywall"};
    const Line& line = lines_[i];
    if (line.piece.outside || marks_[i].role != LineRole::kChaff ||
        std::find(std::begin(kReasons), std::end(kReasons), marks_[i].reason) ==
            std::end(kReasons)) {
      return false;
    }
    return line.piece.kind == model::BlockKind::kParagraph && line.piece.links.empty() &&
           line.words >= kFewestWords && is_strong_prose(line) &&
           text::has_digit(line.piece.text) && stands_in_text(i);
  }

  bool stands_in_text(size_t i) const {
    size_t before = i, behind = i + 1;
    while (before > 0 && lines_[before - 1].piece.outside) --before;
    while (behind < lines_.size() && lines_[behind].piece.outside) ++behind;
    return before > 0 && is_text(before - 1) && behind < lines_.size() && is_text(behind);
  }

  bool takes_up_lead(size_t i) const {
    constexpr size_t kFewestShared = 2;
    const std::vector<std::string> lead = topic_words(lines_[lead_]);
    const std::vector<std::string> words = topic_words(lines_[i]);
    const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(lead.begin(), lead.end(), word) != lead.end();
    });
    return shared >= static_cast<std::ptrdiff_t>(kFewestShared);
  }

  const std::vector<Line>& lines_;
  std::vector<Mark>& marks_;
  static constexpr size_t kNone = SIZE_MAX;
  size_t lead_ = kNone;
};

}  // namespace

void mark_by_neighbours(const Knowledge& knowledge, const std::vector<Line>& lines,
                        std::vector<Mark>& marks) {
  join_label_and_name(knowledge, lines, marks);
  mark_trails(lines, marks);
  mark_heads_of_links(lines, marks);
  mark_credits(knowledge, lines, marks);
  join_tags(knowledge, lines, marks);
  NewsFinder(lines, marks).run();
}

}  // namespace synoptic::clean

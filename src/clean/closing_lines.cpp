#include "clean/closing_lines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/page_words.h"
#include "clean/people/about_writer.h"
#include "clean/people/author_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/people.h"
#include "clean/text_end.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kWidestTagLine = 30;  // columns
constexpr uint32_t kMostWordsOfTag = 4;
constexpr size_t kMostTagLines = 12;

class ClosingLines : PageLines {
 public:
  ClosingLines(const Knowledge& knowledge, Page& page)
      : PageLines(page), knowledge_(knowledge), page_(page) {}

  void run() {
    while (first_ < size() && !is_running(first_)) ++first_;
    if (first_ == size()) return;
    for (size_t i = first_ + 1; i < size(); ++i) {
      if (!outside(i)) take_box(i);
    }
    drop_lines_about_writers();
    for (size_t i = first_; i < size(); ++i) {
      if (is_running(i)) last_ = i;
    }
    for (size_t i = last_ + 1; i < size(); ++i) {
      if (!outside(i) || line(i).piece.reason == "note") take_helper(i);
      if (is_text(i)) take_repeated_name(i);
      // A label alone may have been taken for a button.
      if (outside(i) && line(i).piece.reason != "toolbar") continue;
      if ((!outside(i) && take_columns(i)) || take_labelled_tags(i)) return;
    }
    take_bare_tags();
  }

 private:
  Mark& mark(size_t i) { return page_.marks[i]; }

  bool is_running(size_t i) const {
    return is_text(i) && is_strong_prose(line(i)) && !line(i).piece.marked_heading;
  }

  void put_out(size_t i, std::string_view reason) {
    mark(i) = {};
    mark(i).role = LineRole::kChaff;
    mark(i).reason = reason;
  }

  static std::string_view without_colon(std::string_view words) {
    for (const std::string_view colon : {":", "："}) {
      if (words.ends_with(colon)) words.remove_suffix(colon.size());
    }
    return text::trim_space(words);
  }

  model::Author author_at(size_t i, std::string_view name) const {
    const auto begin = static_cast<uint32_t>(name.data() - line(i).piece.text.data());
    model::Author author;
    author.name = name;
    author.span =
        line(i).piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
    return author;
  }

  bool may_be_writer(std::string_view name) const {
    constexpr uint32_t kWidest = 40;
    return width_of(name) <= kWidest && BylineLabels::may_name(name) &&
           could_name_author(knowledge_, name) && !names_outlet(knowledge_, name);
  }

  Mark byline_of(std::vector<model::Author> authors) const {
    Mark mark;
    mark.role = LineRole::kByline;
    mark.reason = "byline";
    mark.byline = std::make_unique<Byline>();
    mark.byline->authors = std::move(authors);
    return mark;
  }

  // "About the author", a name on the next line, what its bearer is in one paragraph: no text
  // stands below.
  void take_box(size_t i) {
    constexpr uint32_t kWidestLabel = 40, kWidestLife = 700, kMostNameWords = 5;
    const Line& label = line(i);
    if (label.width > kWidestLabel || label.prose || label.full_stop ||
        !side_words().is_whole("writer_box", without_colon(label.piece.text))) {
      return;
    }
    size_t name = next_inside(i), life = name;
    const bool named = name < size() && !line(name).prose && line(name).words <= kMostNameWords &&
                       may_be_writer(line(name).piece.text);
    if (named) life = next_inside(name);
    if (life >= size() || line(life).width > kWidestLife || !kept(life)) return;
    for (size_t k = life + 1; k < size(); ++k) {
      if (is_running(k)) return;
    }
    put_out(i, "author_box");
    put_out(life, "author_box");
    if (named) mark(name) = byline_of(single(author_at(name, line(name).piece.text)));
  }

  static std::vector<model::Author> single(model::Author author) {
    std::vector<model::Author> authors;
    authors.push_back(std::move(author));
    return authors;
  }

  // "Ada Brook is a reporter for the Post", who a by-line names.
  void drop_lines_about_writers() {
    constexpr size_t kLastLines = 4;
    size_t seen = 0;
    for (size_t i = size(); i-- > first_ + 1 && seen < kLastLines;) {
      if (!is_text(i)) continue;
      ++seen;
      if (begins_with_writer(i) && writer_told_of(line(i), knowledge_)) put_out(i, "note");
      if (seen == 1) take_unnamed_writer(i);
    }
  }

  // The same as the last line of a text that has no by-line, and speaks of nobody of the name.
  void take_unnamed_writer(size_t i) {
    constexpr uint32_t kWidestNote = 240;
    if (!kept(i) || line(i).width > kWidestNote || line(i).piece.marked_heading ||
        std::ranges::any_of(page_.marks, [](const Mark& mark) {
          return mark.byline && !mark.byline->authors.empty();
        })) {
      return;
    }
    const auto name = writer_told_of(line(i), knowledge_);
    if (!name || name->begin > 0) return;
    std::string_view last = name->of(line(i).piece.text);
    if (const size_t blank = last.rfind(' '); blank != last.npos) last.remove_prefix(blank + 1);
    for (size_t other = first_; other < size(); ++other) {
      const std::string_view text = line(other).piece.text;
      if (other != i && is_text(other) && text.find(last) != text.npos) return;
    }
    mark(i) = byline_of(single(author_at(i, name->of(line(i).piece.text))));
  }

  bool begins_with_writer(size_t i) const {
    const std::string_view text = line(i).piece.text;
    return std::ranges::any_of(page_.marks, [&](const Mark& mark) {
      return mark.byline && std::ranges::any_of(mark.byline->authors, [&](const auto& author) {
               return text.starts_with(author.name);
             });
    });
  }

  // A name alone below the headline, and again below the text.
  void take_repeated_name(size_t i) {
    constexpr uint32_t kMostNameWords = 4, kFewestWords = 4;
    const Line& here = line(i);
    const std::string_view text = here.piece.text;
    if (here.words > kMostNameWords || here.full_stop || here.piece.marked_heading) return;
    bool below_headline = false;
    size_t k = 0;
    for (; k < first_; ++k) {
      if (outside(k)) continue;
      if (below_headline && is_text(k) && line(k).words == here.words && line(k).has_key_of(here)) {
        break;
      }
      below_headline |= line(k).words >= kFewestWords && line(k).width >= 2 * here.width;
    }
    if (k == first_ || !knowledge_.find_by_name(text).empty() || !may_be_writer(text) ||
        is_page_word(knowledge_, here)) {
      return;
    }
    mark(k) = byline_of(single(author_at(k, line(k).piece.text)));
    mark(i) = byline_of(single(author_at(i, text)));
  }

  // "With reporting by Name, Outlet": not the writer, as long as there is one.
  void take_helper(size_t i) {
    constexpr uint32_t kWidest = 110;
    const Line& here = line(i);
    if (here.width > kWidest || mark(i).role == LineRole::kRelated) return;
    const auto label = side_words().in_front("helper_label", here);
    if (!label) return;
    const std::string_view text = here.piece.text;
    std::string_view rest = text::trim_space(text.substr(label->end));
    for (const std::string_view sign : {":", "："}) {
      if (rest.starts_with(sign)) rest = text::trim_space(rest.substr(sign.size()));
    }
    while (rest.ends_with('.')) rest.remove_suffix(1);
    const size_t comma = rest.find(',');
    const std::string_view name = text::trim_space(rest.substr(0, comma));
    const std::string_view beside =
        comma == rest.npos ? std::string_view() : text::trim_space(rest.substr(comma + 1));
    Mark found = byline_of({});
    const auto add_origin = [&](std::string_view outlet) {
      const auto begin = static_cast<uint32_t>(outlet.data() - text.data());
      model::Origin origin;
      origin.name = std::string(outlet);
      origin.kind = "label";
      origin.span =
          here.piece.source.to_source({begin, begin + static_cast<uint32_t>(outlet.size())});
      found.byline->origins.push_back(std::move(origin));
    };
    if (names_outlet(knowledge_, rest)) {
      add_origin(rest);
    } else if (may_be_writer(name) && (has_case(name) || text::words(name).size() <= 3)) {
      found.byline->editors.push_back(author_at(i, name));
      if (names_outlet(knowledge_, beside)) add_origin(beside);
    } else {
      return;
    }
    mark(i) = std::move(found);
  }

  void put_tags(size_t i) {
    mark(i) = {};
    mark(i).role = LineRole::kKeywords;
    mark(i).reason = "keywords";
    mark(i).rest = {0, static_cast<uint32_t>(line(i).piece.text.size())};
  }

  // "Authors Tags" over a name and a line of tags: two columns.
  bool take_columns(size_t i) {
    const std::string_view text = line(i).piece.text;
    const size_t blank = text.find(' ');
    if (blank == text.npos || line(i).words != 2 ||
        whole_cue(knowledge_, "author_label", text.substr(0, blank)) == nullptr ||
        whole_cue(knowledge_, "keywords_label", text::trim_space(text.substr(blank))) == nullptr) {
      return false;
    }
    const size_t name = next_inside(i), tags = name < size() ? next_inside(name) : size();
    if (tags >= size() || !may_be_writer(line(name).piece.text) || line(tags).full_stop ||
        mark(tags).role != LineRole::kText) {
      return false;
    }
    put_out(i, "keywords");
    mark(name) = byline_of(single(author_at(name, line(name).piece.text)));
    put_tags(tags);
    return true;
  }

  static bool is_parted(std::string_view text) {
    for (const std::string_view sign : {" · ", ", ", "، ", "、", "，", ";", " | ", " • ", "·"}) {
      if (text.find(sign) != text.npos) return true;
    }
    return false;
  }

  bool may_be_tag(size_t i) const {
    const Line& here = line(i);
    return !outside(i) && page_.marks[i].role == LineRole::kText && page_.marks[i].reason.empty() &&
           !here.piece.marked_heading && here.piece.links.empty() && !here.full_stop &&
           !here.lead_in && here.width <= kWidestTagLine && here.words > 0 &&
           (here.words <= kMostWordsOfTag ||
            text::is_spaceless(text::decode(here.piece.text, 0).value)) &&
           here.piece.kind == model::BlockKind::kParagraph;
  }

  // A label, a button; names that the knowledge has are tags, also those of places.
  bool is_button(size_t i) const {
    return knowledge_.find_by_name(line(i).piece.text).empty() && is_page_word(knowledge_, line(i));
  }

  // "Filed under" alone, below it a list on one line or one tag a line.
  bool take_labelled_tags(size_t i) {
    constexpr uint32_t kWidestList = 240, kWidestLabel = 30;
    if (line(i).width > kWidestLabel ||
        whole_cue(knowledge_, "keywords_label", without_colon(line(i).piece.text)) == nullptr) {
      return false;
    }
    size_t next = next_inside(i);
    if (next >= size() || mark(next).role != LineRole::kText || line(next).full_stop) return false;
    if (is_parted(line(next).piece.text) && line(next).width <= kWidestList) {
      put_out(i, "keywords");
      put_tags(next);
      return true;
    }
    size_t count = 0;
    for (; next < size() && count < kMostTagLines && may_be_tag(next) && !is_button(next);
         next = next_inside(next)) {
      put_tags(next);
      ++count;
    }
    if (count > 0) put_out(i, "keywords");
    return count > 0;
  }

  // Words of the text, as they stand there.
  bool is_of_text(std::string_view tag, size_t end) const {
    constexpr size_t kMostSearched = 200;
    const bool spaceless = text::is_spaceless(text::decode(tag, 0).value);
    size_t seen = 0;
    for (size_t k = 0; k < end && seen < kMostSearched; ++k) {
      if (outside(k)) continue;
      ++seen;
      const std::string_view text = line(k).folded;
      for (size_t at = text.find(tag); at != text.npos; at = text.find(tag, at + 1)) {
        const bool begins = at == 0 || !text::is_word(text::decode_before(text, at).value);
        if (spaceless || (begins && is_between_words(text, at + tag.size()))) return true;
      }
    }
    return false;
  }

  // Two short lines or more below the text, each of them words of it.
  void take_bare_tags() {
    constexpr size_t kFarthest = 6, kFewest = 2;
    for (size_t i = last_ + 1; i < size() && i <= last_ + kFarthest; ++i) {
      if (outside(i) || (i > 0 && line(i - 1).lead_in)) continue;
      if (mark(i).role == LineRole::kRelated) return;
      std::vector<size_t> tags;
      for (size_t k = i; k < size() && tags.size() < kMostTagLines && may_be_tag(k) &&
                         is_of_text(line(k).folded, i) && !is_button(k);
           k = next_inside(k)) {
        tags.push_back(k);
      }
      if (tags.empty() && lists_tags(i)) tags.assign(kFewest, i);
      if (tags.size() < kFewest) continue;
      for (const size_t k : tags) put_tags(k);
      return;
    }
  }

  // "budget, schools, council": three or more on one line.
  bool lists_tags(size_t i) const {
    constexpr size_t kFewestListed = 3;
    constexpr uint32_t kWidestList = 160;
    const Line& here = line(i);
    if (!is_text(i) || here.width > kWidestList || here.full_stop || here.lead_in || here.prose ||
        here.piece.marked_heading || !here.piece.links.empty() || !is_parted(here.piece.text)) {
      return false;
    }
    const std::string_view folded = here.folded;
    size_t count = 0;
    for (size_t open = 0; open <= folded.size();) {
      size_t end = folded.size(), length = 1;
      for (const std::string_view sign : {",", "،", "、", "，", ";", "|", "·", "•"}) {
        const size_t at = folded.find(sign, open);
        if (at < end) end = at, length = sign.size();
      }
      const std::string_view tag = text::trim_space(folded.substr(open, end - open));
      if (tag.empty() || width_of(tag) > kWidestTagLine || !is_of_text(tag, i)) return false;
      ++count;
      open = end + length;
    }
    return count >= kFewestListed;
  }

  const Knowledge& knowledge_;
  Page& page_;
  size_t first_ = 0, last_ = 0;  // lines of running text
};

}  // namespace

void mark_closing_lines(const Knowledge& knowledge, Page& page) {
  ClosingLines(knowledge, page).run();
}

}  // namespace synoptic::clean

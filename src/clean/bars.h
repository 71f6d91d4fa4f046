// Rows of buttons and counters that come along as lines of text. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// "Facebook X Copy link", "Listen 4 min · Share · Comment 112": names of services, what can be done
// with the page, and small words between them; also where nothing parts them ("FacebookXCopy
// link").
bool is_button_bar(const knowledge::Knowledge& knowledge, const Line& line);

// "Home World Business Sport": three names of a paper's sections or more, and nothing else.
bool is_section_bar(const knowledge::Knowledge& knowledge, const Line& line);

// "Section: Politics » Courts": the label and a few words, none of them a figure; these.
std::optional<Range> section_label(const Line& line);
// "Live", "Video", "正文": what stands among sections and is none.
bool names_no_section(std::string_view words);

// "comments", "条评论".
bool is_comment_word(std::string_view words);

// "World": one of them.
bool is_section_word(const Line& line);
bool is_section_word(std::string_view words);

// "Views: 1,204", "1.2k reads · 14 comments", "This article was read 12 times": a number, the word
// for those who read, and hardly anything else; words that nothing here explains make a headline.
bool counts_readers(const knowledge::Knowledge& knowledge, const Line& line);

// Words of the folded line from `from` on that are none of a page's labels, buttons and counters; a
// character of a script without spaces counts as one.
uint32_t unexplained_words(const knowledge::Knowledge& knowledge, const Line& line, size_t from);

// "412 points by name 3 hours ago | hide | 187 comments", "187 comments": what readers gave and
// wrote; two words that nothing here explains may stand between strokes.
bool is_score_bar(const Line& line);

// "👁 15 402 · 💬 37": numbers and pictures.
bool is_counter_bar(const Line& line);

}  // namespace synoptic::clean

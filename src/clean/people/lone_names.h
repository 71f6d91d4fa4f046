// Writers that no label names: by the place where their name stands. For articles whose page tells
// of no author otherwise. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "clean/people/byline.h"
#include "clean/title.h"

namespace synoptic::clean {

// "… said the mayor. (Reporter Name)": in brackets behind the last sentence, with a label, or alone
// in the last block.
std::optional<Byline> names_behind_text(const std::vector<model::Block>& blocks,
                                        const knowledge::Knowledge& knowledge,
                                        std::string_view lang);

// "CITY, 22 July — Outlet Today. …": the name ends the dateline of the first paragraph, so it is
// whose report it is, and no writer's.
bool closes_dateline(const std::vector<model::Block>& blocks, std::string_view name);

// "CITY, 11 June — Outlet, Name Surname. The text": behind the outlet's own name in the dateline.
std::optional<model::Author> name_in_dateline(const std::vector<model::Block>& blocks,
                                              const knowledge::Knowledge& knowledge,
                                              std::string_view outlet);

// "Outlet - Name Surname - The text": between two dashes behind the outlet's name.
std::optional<model::Author> name_behind_outlet(const std::vector<model::Block>& blocks,
                                                const knowledge::Knowledge& knowledge,
                                                std::string_view outlet);

// A line at the article's head that holds nothing but a name, where the writer is told otherwise or
// the name comes again on the page: the outlet's. kNoLine: there is none.
size_t bare_outlet(const Page& page, const Title& title, const std::vector<model::Author>& authors,
                   const knowledge::Knowledge& knowledge);

// Above the headline of a page without markup: a line with an outlet's word, or "Outlet - what it
// is" as the first line. kNoLine: there is none.
size_t outlet_at_top(const Page& page, const Title& title, const knowledge::Knowledge& knowledge);

// "The Valley Times" where the page's domain is thevalleytimes.org.
std::optional<model::Publisher> host_written_out(const Page& page, std::string_view domain);

struct NamesAbove {
  std::vector<model::Author> authors;
  size_t line = kNoLine;  // that holds nothing else
};
// A name alone on the line between headline and text; of two writers with a stroke.
NamesAbove names_above_text(const Page& page, const Title& title,
                            const knowledge::Knowledge& knowledge);

// "（青岭日报记者 陶一鸣）" on a line of its own right below the text.
std::vector<model::Author> reporters_below_text(const Page& page,
                                                const knowledge::Knowledge& knowledge);

// A name alone on the line below the text, which the text does not speak of: by the ending of a
// family's name, in languages that write no other words with two capitals; "（佐藤花）".
// `in_brackets`: only the latter.
std::optional<model::Author> name_below_text(const Page& page,
                                             const std::vector<model::Block>& blocks,
                                             const knowledge::Knowledge& knowledge,
                                             bool in_brackets);

}  // namespace synoptic::clean

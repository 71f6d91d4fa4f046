// What the elements of a page state, on its way to PageFacts. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "clean/html/html_authors.h"
#include "clean/html/html_dates.h"
#include "clean/html/html_json_ld.h"
#include "clean/html/html_page.h"

namespace synoptic::clean {

struct FactNotes {
  explicit FactNotes(const knowledge::Knowledge& knowledge) : authors(knowledge) {}

  DateNotes dates;
  AuthorNotes authors;
  std::vector<TitleCandidate> titles, headings;
  std::vector<uint32_t> heading_nodes;  // of `headings`, where an element holds the words
  std::vector<uint32_t> dated_nodes;    // <time> and what is named for a date: read at the end
  std::vector<std::string> keywords;
  StatedValue page_title, site_name, application, publisher;
  StatedValue spare_title;  // of a vendor's own <meta>: written for search as a rule
  StatedValue image;
  std::string section, lang, locale, url;  // url: as og:url states it
  std::string date_lang;                   // the language with its region, lower case
  std::string access;                      // free, metered, paid; empty where nothing says
  std::map<std::string, std::vector<std::string>> metadata;
  bool says_article = false;
  bool card_label = false;  // the next value of a Twitter card is an author

  void add_keyword(std::string_view word);
  void add_keywords(std::string_view list);  // commas of any script, semicolons
  void add_heading(std::string text, Span span, std::string_view where, uint32_t node);
  // For dates: with the region, once the page's address is known.
  std::string_view primary_lang() const {
    return date_lang.empty() ? model::primary_language(lang) : std::string_view(date_lang);
  }
};

// One <meta> element.
void take_meta(const html::Document& document, const html::Node& meta,
               const knowledge::Knowledge& knowledge, FactNotes& notes);

// Microdata (itemprop), RDFa (property) and microformats (hNews, h-entry, hCard) of an element that
// is no <meta>.
void take_properties(const HtmlPage& page, uint32_t node, FactNotes& notes);

// The attributes and the words of an element that tells a date; `doubt` is taken off the score.
void take_dated(const HtmlPage& page, uint32_t node, const knowledge::Knowledge& knowledge,
                double doubt, FactNotes& notes);

}  // namespace synoptic::clean

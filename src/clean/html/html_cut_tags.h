// What the cutter of pages knows of elements by their tags. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

#include "html/html.h"
#include "html/tag_set.h"

namespace synoptic::clean {

inline constexpr html::TagSet kBlockTags = {
    html::Tag::address, html::Tag::article, html::Tag::aside,    html::Tag::blockquote,
    html::Tag::body,    html::Tag::caption, html::Tag::center,   html::Tag::dd,
    html::Tag::details, html::Tag::dialog,  html::Tag::dir,      html::Tag::div,
    html::Tag::dl,      html::Tag::dt,      html::Tag::fieldset, html::Tag::figcaption,
    html::Tag::figure,  html::Tag::footer,  html::Tag::form,     html::Tag::frameset,
    html::Tag::h1,      html::Tag::h2,      html::Tag::h3,       html::Tag::h4,
    html::Tag::h5,      html::Tag::h6,      html::Tag::header,   html::Tag::hgroup,
    html::Tag::hr,      html::Tag::html,    html::Tag::legend,   html::Tag::li,
    html::Tag::listing, html::Tag::main,    html::Tag::menu,     html::Tag::nav,
    html::Tag::ol,      html::Tag::p,       html::Tag::pre,      html::Tag::search,
    html::Tag::section, html::Tag::summary, html::Tag::table,    html::Tag::tbody,
    html::Tag::td,      html::Tag::tfoot,   html::Tag::th,       html::Tag::thead,
    html::Tag::tr,      html::Tag::ul,      html::Tag::optgroup, html::Tag::option};
// Content that is never running text.
inline constexpr html::TagSet kSkippedTags = {
    html::Tag::script,   html::Tag::noscript, html::Tag::style,    html::Tag::button,
    html::Tag::select,   html::Tag::textarea, html::Tag::svg,      html::Tag::template_,
    html::Tag::iframe,   html::Tag::object,   html::Tag::audio,    html::Tag::video,
    html::Tag::canvas,   html::Tag::map,      html::Tag::datalist, html::Tag::noembed,
    html::Tag::noframes, html::Tag::math,     html::Tag::title,    html::Tag::progress,
    html::Tag::meter,    html::Tag::rp,       html::Tag::rt};

// Begins and ends a line.
inline bool is_block(html::Tag tag) { return kBlockTags.contains(tag); }
inline bool is_skipped(html::Tag tag) { return kSkippedTags.contains(tag); }
// The reason a skipped element is left out with, "" for none worth listing.
std::string_view reason_of_skipped(html::Tag tag);
// 1-6; 0: no heading.
inline int heading_level(html::Tag tag) {
  return tag >= html::Tag::h1 && tag <= html::Tag::h6
             ? static_cast<int>(tag) - static_cast<int>(html::Tag::h1) + 1
             : 0;
}
// A table of figures, not of layout: several rows of short cells, nothing nested.
bool is_data_table(const html::Document& document, uint32_t table);

}  // namespace synoptic::clean

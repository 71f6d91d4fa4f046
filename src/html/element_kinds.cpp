#include "html/element_kinds.h"

#include <array>
#include <initializer_list>

namespace synoptic::html {
namespace {

using Table = std::array<Traits, static_cast<size_t>(Tag::count_)>;
using enum Tag;

constexpr Table kTraits = [] {
  Table all{};
  const auto set = [&](Traits trait, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) all[static_cast<size_t>(tag)] |= trait;
  };
  set(kSpecial,
      {address,   applet,   area,     article, aside,   base,     basefont,   bgsound, blockquote,
       body,      br,       button,   caption, center,  col,      colgroup,   dd,      details,
       dir,       div,      dl,       dt,      embed,   fieldset, figcaption, figure,  footer,
       form,      frame,    frameset, h1,      h2,      h3,       h4,         h5,      h6,
       head,      header,   hgroup,   hr,      html,    iframe,   img,        input,   keygen,
       li,        link,     listing,  main,    marquee, menu,     meta,       nav,     noembed,
       noframes,  noscript, object,   ol,      p,       param,    plaintext,  pre,     script,
       search,    section,  select,   source,  style,   summary,  table,      tbody,   td,
       template_, textarea, tfoot,    th,      thead,   title,    tr,         track,   ul,
       wbr,       xmp});
  set(kScopeBorder, {applet, caption, html, table, td, th, marquee, object, select, template_});
  set(kListBorder, {ol, ul});
  set(kButtonBorder, {button});
  set(kTableBorder, {html, table, template_});
  set(kFormatting, {a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u});
  set(kImpliedEnd, {dd, dt, li, optgroup, option, p, rb, rp, rt, rtc});
  set(kThoroughEnd, {dd, dt, li, optgroup, option, p, rb, rp, rt, rtc, caption, colgroup, tbody, td,
                     tfoot, th, thead, tr});
  set(kHeading, {h1, h2, h3, h4, h5, h6});
  set(kTableContext, {table, tbody, tfoot, thead, tr});
  set(kBreaksForeign, {b,     big,   blockquote, body,   br,   center, code,  dd, div,  dl,   dt,
                       em,    embed, h1,         h2,     h3,   h4,     h5,    h6, head, hr,   i,
                       img,   li,    listing,    menu,   meta, nobr,   ol,    p,  pre,  ruby, s,
                       small, span,  strong,     strike, sub,  sup,    table, tt, u,    ul,   var});
  return all;
}();

}  // namespace

Traits traits_of(Tag tag) { return kTraits[static_cast<size_t>(tag)]; }

Traits foreign_traits(Namespace space, Tag tag) {
  constexpr Traits kBorder = kSpecial | kScopeBorder;
  if (space == Namespace::kSvg) {
    const bool point = tag == foreignobject || tag == desc || tag == title;
    return point ? kBorder | kHtmlPoint : 0;
  }
  if (tag == annotation_xml) return kBorder | kAnnotationXml;
  const bool point = tag == mi || tag == mo || tag == mn || tag == ms || tag == mtext;
  return point ? kBorder | kMathTextPoint : 0;
}

}  // namespace synoptic::html

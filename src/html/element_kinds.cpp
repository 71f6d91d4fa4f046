#include "html/element_kinds.h"

#include <unordered_set>

namespace synoptic::html {
namespace {

using Names = std::unordered_set<std::string_view>;

}  // namespace

bool is_void(std::string_view name) {
  static const Names names = {"area",  "base",  "basefont", "bgsound", "br",    "col",
                              "embed", "frame", "hr",       "img",     "input", "keygen",
                              "link",  "meta",  "param",    "source",  "track", "wbr"};
  return names.contains(name);
}

bool is_raw_text(std::string_view name) {
  static const Names names = {"script",  "style",    "xmp",      "iframe",
                              "noembed", "noframes", "plaintext"};
  return names.contains(name);
}

bool is_escapable_text(std::string_view name) { return name == "title" || name == "textarea"; }

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool closes_paragraph(std::string_view name) {
  static const Names names = {
      "address", "article", "aside",   "blockquote", "center",     "details", "dialog",
      "dir",     "div",     "dl",      "fieldset",   "figcaption", "figure",  "footer",
      "header",  "hgroup",  "main",    "menu",       "nav",        "ol",      "p",
      "search",  "section", "summary", "ul",         "pre",        "listing", "form",
      "table",   "hr",      "xmp",     "plaintext",  "li",         "dd",      "dt"};
  return is_heading(name) || names.contains(name);
}

bool is_formatting(std::string_view name) {
  static const Names names = {"a",    "b", "big",   "code",   "em",     "font", "i",
                              "nobr", "s", "small", "strike", "strong", "tt",   "u"};
  return names.contains(name);
}

bool is_special(std::string_view name) {
  static const Names names = {"td",       "th",      "tr",       "tbody",   "thead",
                              "tfoot",    "caption", "button",   "body",    "html",
                              "head",     "object",  "applet",   "marquee", "select",
                              "template", "iframe",  "noscript", "option"};
  return closes_paragraph(name) || names.contains(name);
}

bool is_head_content(std::string_view name) {
  static const Names names = {"base",   "basefont", "bgsound",  "link",     "meta",    "title",
                              "script", "style",    "noscript", "template", "noframes"};
  return names.contains(name);
}

bool is_scope_border(std::string_view name) {
  static const Names names = {"applet", "caption", "html",   "table",   "td",
                              "th",     "marquee", "object", "template"};
  return names.contains(name);
}

bool breaks_out_of_foreign(std::string_view name) {
  static const Names names = {
      "b",    "big", "blockquote", "body", "br",   "center", "code",  "dd",   "div",    "dl",
      "dt",   "em",  "embed",      "head", "hr",   "i",      "img",   "li",   "menu",   "meta",
      "nobr", "ol",  "p",          "pre",  "ruby", "s",      "small", "span", "strong", "strike",
      "sub",  "sup", "table",      "tt",   "u",    "ul",     "var"};
  return is_heading(name) || names.contains(name);
}

}  // namespace synoptic::html

#include "html_peers.h"

#ifdef SYNOPTIC_HAVE_MYHTML
#include <myhtml/api.h>
#endif
#ifdef SYNOPTIC_HAVE_GUMBO
#include <gumbo.h>
#endif
#ifdef SYNOPTIC_HAVE_LIBXML2
#include <libxml/HTMLparser.h>
#endif

namespace synoptic::bench {
namespace {

#ifdef SYNOPTIC_HAVE_MYHTML
void parse_myhtml(std::string_view utf8) {
  static myhtml_t* const myhtml = [] {
    myhtml_t* made = myhtml_create();
    myhtml_init(made, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
    return made;
  }();
  myhtml_tree_t* tree = myhtml_tree_create();
  myhtml_tree_init(tree, myhtml);
  myhtml_parse(tree, MyENCODING_UTF_8, utf8.data(), utf8.size());
  myhtml_tree_destroy(tree);
}
#endif

#ifdef SYNOPTIC_HAVE_GUMBO
void parse_gumbo(std::string_view utf8) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, utf8.data(), utf8.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}
#endif

#ifdef SYNOPTIC_HAVE_LIBXML2
void parse_libxml2(std::string_view utf8) {
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  xmlFreeDoc(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
}
#endif

}  // namespace

std::vector<HtmlReader> html_peers() {
  return {
#ifdef SYNOPTIC_HAVE_MYHTML
      {"MyHTML", parse_myhtml},
#endif
#ifdef SYNOPTIC_HAVE_GUMBO
      {"gumbo", parse_gumbo},
#endif
#ifdef SYNOPTIC_HAVE_LIBXML2
      {"libxml2", parse_libxml2},
#endif
  };
}

}  // namespace synoptic::bench

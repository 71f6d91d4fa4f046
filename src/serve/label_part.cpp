// What a fact answers, as HTML: our words, and an article's own as a quote in its language.
#include <fmt/format.h>

#include "serve/story_parts.h"

namespace synoptic::serve {

std::string label_html(const sheet::Asked& asked) {
  std::string out = fmt::format("<span class=\"slot\">{}</span>", escape(asked.question));
  if (!asked.word.text.empty()) {
    out += " " + foreign("q", asked.word.text, asked.word.lang, "", "about");
    if (!asked.about.empty()) {
      out += fmt::format(" <span class=\"quiet\">({})</span>", escape(asked.about));
    }
  } else if (!asked.about.empty()) {
    out += fmt::format(" <bdi class=\"about\">{}</bdi>", escape(asked.about));
  }
  if (!asked.around.text.empty()) {
    // A block of its own: its direction must not turn what stands before and behind it.
    out += "\n<span class=\"around-line\">" +
           foreign("q", asked.around.text, asked.around.lang, "", "around") + "</span>";
  }
  return out;
}

}  // namespace synoptic::serve

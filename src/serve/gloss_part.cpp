// Glosses: each word over its gloss. Direction and order are those of the sentence.
#include <fmt/format.h>

#include <algorithm>

#include "gloss/gloss.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

std::string word_html(std::string_view source, const gloss::Word& word) {
  if (word.kind == gloss::Kind::kUnknown) {
    return fmt::format("<span class=\"u\">{}</span>", escape(source));
  }
  const bool guess = word.kind == gloss::Kind::kGuess;
  const bool name = word.kind == gloss::Kind::kName || word.kind == gloss::Kind::kFigure;
  return fmt::format("<ruby>{}<rt lang=\"{}\" dir=\"ltr\"{}>{}{}</rt></ruby>", escape(source),
                     gloss::kReader,
                     guess  ? " class=\"g\""
                     : name ? " class=\"n\""
                            : "",
                     escape(word.text), guess ? "?" : "");
}

// `marks`: what is marked in the sentence, word by word.
std::string lines_of(std::string_view sentence, std::string_view lang, std::string_view dir,
                     const std::vector<gloss::Word>& words, const std::vector<Range>& marks = {}) {
  const bool any = std::any_of(words.begin(), words.end(), [](const gloss::Word& word) {
    return word.kind != gloss::Kind::kUnknown;
  });
  if (!any) return "";
  std::string out = fmt::format(
      "<div class=\"gloss\"><p class=\"gloss-label\">gloss, word for word; not a translation "
      "<span>(English glosses only)</span></p>\n<p class=\"words\" lang=\"{}\" dir=\"{}\">",
      escape(lang.empty() ? "und" : lang), dir.empty() ? "auto" : escape(dir));
  uint32_t at = 0;
  for (const auto& word : words) {
    out += escape(sentence.substr(at, word.range.begin - at));
    const bool marked = std::any_of(marks.begin(), marks.end(),
                                    [&](const Range& range) { return range.overlaps(word.range); });
    const std::string html = word_html(word.range.of(sentence), word);
    out += marked ? "<mark>" + html + "</mark>" : html;
    at = word.range.end;
  }
  return out + escape(sentence.substr(at)) + "</p></div>\n";
}

}  // namespace

std::string gloss_of(const model::Annotated& annotated, const model::Place& sentence,
                     const std::vector<Range>& marks) {
  const model::Article& article = annotated.article;
  if (sentence.range.empty()) return "";
  const std::string_view text = sentence.range.of(model::text_of(article, sentence));
  return lines_of(text, article.lang, article.dir,
                  gloss::words(text, article.lang, gloss::known_of(annotated, sentence)), marks);
}

std::string gloss_of(std::string_view text, std::string_view lang, std::string_view dir) {
  return lines_of(text, lang, dir, gloss::words(text, lang));
}

}  // namespace synoptic::serve

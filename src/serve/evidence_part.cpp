// A value and the sentence it stands in: a summary that opens to it. The style sheet shows the
// sentence of a closed one on hover and focus as well.
#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "gloss/gloss.h"
#include "serve/story_parts.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

constexpr const char* kSays = "class=\"says\"";

// Where a value stands in its sentence: of the places with its words the one with its bytes.
Range range_in(const model::Annotated* annotated, const model::Place& sentence,
               const model::FactValue& value) {
  const std::string& text = value.evidence;
  Range found;
  for (size_t at = text.find(value.text); at != std::string::npos && !value.text.empty();
       at = text.find(value.text, at + 1)) {
    const Range range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + value.text.size())};
    if (found.empty()) found = range;
    if (annotated == nullptr || sentence.range.empty()) return found;
    const Range in_block{sentence.range.begin + range.begin, sentence.range.begin + range.end};
    const model::Article& article = annotated->article;
    const text::OffsetMap& map = sentence.block == model::kTitleBlock
                                     ? article.title_source
                                     : article.blocks[sentence.block].source;
    if (map.to_source(in_block).overlaps(value.span)) return range;
  }
  return found;
}

// Where the values stand in their sentence, in its order.
std::vector<Range> marks_of(const model::Annotated* annotated, const model::Place& sentence,
                            const Values& values) {
  std::vector<Range> marks;
  for (const auto* value : values) marks.push_back(range_in(annotated, sentence, *value));
  std::sort(marks.begin(), marks.end());
  return marks;
}

std::string marked_sentence(const std::string& text, const std::vector<Range>& marks) {
  std::string out;
  uint32_t at = 0;
  for (const Range mark : marks) {
    if (mark.begin < at || mark.empty()) continue;
    out += escape(text.substr(at, mark.begin - at)) + "<mark>" + escape(mark.of(text)) + "</mark>";
    at = mark.end;
  }
  return out + escape(text.substr(at));
}

}  // namespace

namespace {

enum class Alphabet { kNone, kLatin, kOthers };

Alphabet alphabet_of(std::string_view text) {
  Alphabet found = Alphabet::kNone;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    constexpr char32_t kGreek = 0x370;  // accents and marks stand before it
    at += c.length;
    if (!text::is_word(c.value) || (c.value >= '0' && c.value <= '9')) continue;
    if (c.value >= kGreek && !text::is_latin(c.value)) return Alphabet::kOthers;
    found = Alphabet::kLatin;
  }
  return found;
}

// The article's words, whole or cut short; else a name, day or figure as it is compared.
bool are_own_words(const model::FactValue& value, std::string_view shown) {
  if (shown == "yes" || shown == "no" || shown == "open") return false;  // ours, of an outcome
  const Alphabet letters = alphabet_of(shown);
  // Our own words and names are in Latin letters; who "he" is may stand elsewhere in the article.
  if (letters != Alphabet::kLatin) return letters == Alphabet::kOthers;
  constexpr std::string_view kCut = "…";
  if (shown.ends_with(kCut)) shown.remove_suffix(kCut.size());
  return value.text.find(shown) != std::string::npos ||
         value.evidence.find(shown) != std::string::npos;
}

std::string in_language(const model::FactValue& value, const std::string& shown,
                        const std::string& lang) {
  if (lang.empty() || !are_own_words(value, shown)) {
    return fmt::format("<bdi>{}</bdi>", escape(shown));
  }
  return fmt::format("<bdi lang=\"{}\">{}</bdi>", escape(lang), escape(shown));
}

std::string names_in(const Values& values, const sheet::LanguageOf& language) {
  std::vector<std::string> names;
  for (const auto* value : values) {
    std::string name = in_language(*value, sheet::shown(*value), language(value->article));
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return join(names, " + ");
}

}  // namespace

std::string words_in(const StoryView& view, const model::FactValue& value,
                     const std::string& shown) {
  return in_language(value, shown, sheet::languages_of(view.accounts)(value.article));
}

std::string name_of(const StoryView& view, const model::FactValue& value) {
  return names_of(view, {&value});
}

std::string names_of(const StoryView& view, const Values& values) {
  return names_in(values, sheet::languages_of(view.accounts));
}

std::string side_words(const Values& side, const sheet::LanguageOf& language) {
  return names_in(sheet::spokesman(side, language), language);
}

std::string against(const std::vector<std::string>& says) {
  std::string out;
  for (size_t i = 0; i < says.size(); ++i) {
    out += fmt::format("<span class=\"say\">{}{}</span> ", says[i],
                       i + 1 < says.size() ? " <span class=\"sep\">/</span>" : "");
  }
  return out;
}

std::string says_html(const StoryView& view, const model::FactValue& value) {
  // A toll of another year must not read as this event's.
  std::string out = value.scope == "background" ? " <small class=\"scope\">background</small>" : "";
  const std::string who = sheet::claimant_of(view.accounts, value);
  if (who.empty() || who == sheet::shown(value)) return out;
  return out + fmt::format(" <small {}>says {}</small>", kSays, words_in(view, value, who));
}

std::vector<Values> by_sentence(const Values& values) {
  std::vector<Values> groups;
  for (const auto* value : values) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Values& group) {
      return group.front()->article == value->article &&
             group.front()->evidence == value->evidence &&
             group.front()->claimant == value->claimant;
    });
    same == groups.end() ? groups.push_back({value}) : same->push_back(value);
  }
  return groups;
}

std::string value_cell(StoryView& view, std::string_view shown, const Values& values,
                       Evidence evidence) {
  const model::FactValue& first = *values.front();
  const model::Annotated* annotated = view.accounts.annotated(first.article);
  const model::Article* article = annotated == nullptr ? nullptr : &annotated->article;
  const Span span = first.evidence_span.empty() ? first.span : first.evidence_span;
  const model::Place sentence =
      article == nullptr ? model::Place{} : gloss::find_sentence(*article, first.evidence, span);
  const auto marks = marks_of(annotated, sentence, values);
  std::string bytes;
  for (const auto* value : values) {
    if (value->span.empty()) continue;  // in a title that came beside the text
    bytes +=
        fmt::format("{}{}–{}", bytes.empty() ? "bytes " : ", ", value->span.begin, value->span.end);
  }
  std::string out = fmt::format(
      "<details class=\"cell\"{}><summary>{}</summary>\n<div class=\"evidence\">\n"
      "<blockquote lang=\"{}\" dir=\"{}\">{}</blockquote>\n",
      evidence == Evidence::kOpen ? " open" : "", shown,
      escape(article == nullptr || article->lang.empty() ? "und" : article->lang),
      article == nullptr || article->dir.empty() ? "auto" : escape(article->dir),
      marked_sentence(first.evidence, marks));
  if (annotated != nullptr && view.glosses_left > 0) {
    const std::string gloss = gloss_of(*annotated, sentence, marks);
    if (!gloss.empty()) --view.glosses_left;
    out += gloss;
  }
  if (const std::string limits = sheet::qualifiers(first); !limits.empty()) {
    out += fmt::format("<p class=\"claim\">{}</p>\n", escape(limits));
  }
  const bool named = shown.find(kSays) != std::string_view::npos;  // beside the value
  const std::string who = sheet::claimant_of(view.accounts, first);
  if (!named && !who.empty()) {
    out += fmt::format("<p class=\"claim\">in the name of {}</p>\n", words_in(view, first, who));
  }
  return out + fmt::format(
                   "<p class=\"source\"><span class=\"by\">{} · </span><span "
                   "class=\"on-screen\"><a href=\"{}\">in the article</a> · </span>{}</p>\n"
                   "</div></details>\n",
                   article == nullptr ? "" : outlet_of(*article),
                   evidence_link(first.article, span), bytes.empty() ? "its title" : bytes);
}

}  // namespace synoptic::serve

#include "clean/plain/plain_pictures.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "clean/cue_match.h"
#include "clean/people/byline_items.h"
#include "clean/people/byline_labels.h"
#include "clean/people/picture_credit.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kWidestCaption = 260;  // columns; with its credit
constexpr uint32_t kNarrowestCaption = 12;
constexpr size_t kWidestCredit = 70;  // bytes

bool is_agency(std::string_view name) {
  return !name.empty() && name.size() <= kWidestCredit &&
         plain_words().is_whole("picture_agency", name);
}

// "… Name / Agency", "… AGENCY/Name", "… (Agency)" behind words that are no sentence.
// The brackets only below the first paragraph: above it "City, day (Agency)" is a dateline.
bool ends_with_agency(std::string_view text, AbovePicture above) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    if (at == std::string_view::npos || at == 0 || text.size() - at > kWidestCredit) return false;
    const std::string_view before = text::trim_space(text.substr(0, at));
    const std::string_view inner =
        text.substr(at + open.size(), text.size() - close.size() - at - open.size());
    if (above != AbovePicture::kText) {
      // "… on Monday. PRESIDENT'S OFFICE (Agency)".
      const size_t stop = before.rfind(". ");
      return stop != before.npos && stop >= kNarrowestCaption &&
             has_case(before.substr(stop + 2)) && is_in_capitals(before.substr(stop + 2)) &&
             is_agency(inner);
    }
    const bool sentence = before.ends_with('.') || before.ends_with("。");
    return !sentence && width_of(before) >= kNarrowestCaption && is_agency(inner);
  }
  for (size_t stroke = text.rfind('/'); stroke != std::string_view::npos && stroke > 0;
       stroke = text.rfind('/', stroke - 1)) {
    if (text.size() - stroke > kWidestCredit) break;
    std::string_view behind = text.substr(stroke + 1);
    behind = text::trim_space(behind.substr(0, behind.find('/')));
    if (is_agency(behind) && width_of(text.substr(0, stroke)) >= kNarrowestCaption) return true;
    // One word or two in front of the stroke.
    std::string_view front = text::trim_space(text.substr(0, stroke));
    for (size_t blank = front.rfind(' '), k = 0; blank != std::string_view::npos && k < 2;
         blank = blank == 0 ? std::string_view::npos : front.rfind(' ', blank - 1), ++k) {
      if (is_agency(front.substr(blank + 1)) && blank >= kNarrowestCaption) return true;
    }
  }
  return false;
}

// "… [File: Name/Agency]", "… (Archivfoto: Name)".
bool ends_with_label(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"[", "]"}, {"(", ")"}, {"（", "）"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    if (at == text.npos || at < kNarrowestCaption || text.size() - at > kWidestCredit) return false;
    const std::string_view inner = text.substr(at + open.size());
    size_t colon = inner.find(':');
    colon = std::min(colon, inner.find("："));
    return colon != inner.npos &&
           plain_words().is_whole("file_word", text::trim_space(inner.substr(0, colon)));
  }
  return false;
}

// "… - file photo", "…（資料写真）", "… (archivo)": a picture from the archive.
bool ends_with_file_words(std::string_view text) {
  constexpr size_t kLongestTail = 48;  // bytes
  while (text.ends_with('.')) text.remove_suffix(1);
  const size_t from = text.size() - std::min(text.size(), kLongestTail);
  const std::string_view tail = text.substr(from);
  const auto fits = [&](size_t at) {
    return width_of(text.substr(0, from + at)) >= kNarrowestCaption;
  };
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!tail.ends_with(close)) continue;
    const size_t at = tail.rfind(open);
    if (at == tail.npos) return false;
    std::string_view inner = tail.substr(at + open.size());
    inner.remove_suffix(close.size());
    return (plain_words().is_whole("file_tail", inner) ||
            plain_words().is_whole("file_mark", inner)) &&
           fits(at);
  }
  for (const std::string_view sign : {" - ", " – ", " — ", ". ", "＝", "=", " | ", "／"}) {
    const size_t at = tail.rfind(sign);
    if (at != tail.npos && plain_words().is_whole("file_tail", tail.substr(at + sign.size())) &&
        fits(at)) {
      return true;
    }
  }
  return false;
}

// "site.com/NAME".
bool names_site(std::string_view credit) {
  const size_t stroke = credit.find('/'), dot = credit.find('.');
  return stroke != std::string_view::npos && dot != std::string_view::npos && dot > 2 &&
         dot + 2 < stroke && credit.find(' ') > stroke;
}

// "… (site.com/NAME)".
bool ends_with_site(std::string_view text) {
  if (!text.ends_with(')')) return false;
  const size_t at = text.rfind('(');
  return at != std::string_view::npos && at > 0 && text.size() - at <= kWidestCredit &&
         names_site(text.substr(at + 1, text.size() - at - 2));
}

// "… | ARCHIVES OUTLET".
bool ends_with_capitals(std::string_view text) {
  const size_t at = text.rfind(" | ");
  if (at == std::string_view::npos || at < kNarrowestCaption) return false;
  const std::string_view credit = text.substr(at + 3);
  return credit.size() > 3 && credit.size() <= kWidestCredit && !text::has_digit(credit) &&
         is_in_capitals(credit);
}

// "（山田太郎撮影）", "新华社记者 张三 摄".
bool names_taker(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    return at != std::string_view::npos && at > 0 && text.size() - at <= kWidestCredit &&
           plain_words().ends(
               "picture_taker",
               text.substr(at + open.size(), text.size() - close.size() - at - open.size()));
  }
  const size_t blank = text.rfind(' ');
  return blank != std::string_view::npos &&
         plain_words().is_whole("picture_taker", text.substr(blank + 1));
}

// "… Photo Harbour Post / Ada BROOK", "… Photo A. B.": a sentence, the word, and names.
bool ends_with_named_photo(const Knowledge& knowledge, std::string_view text) {
  constexpr size_t kMostWords = 9, kLongestParticle = 3;
  for (const std::string_view stop : {". ", "! ", "? ", "» ", "” "}) {
    for (size_t at = text.find(stop); at != text.npos; at = text.find(stop, at + 1)) {
      const std::string_view tail = text::trim_space(text.substr(at + stop.size()));
      if (tail.size() > kWidestCredit) continue;
      const Line line = line_for_cues(tail);
      const auto word = cue_in_front(knowledge, "photo_word", line);
      if (!word || word->range.begin > 0 || word->rest.empty()) continue;
      const std::string_view names = word->rest.of(tail);
      const auto words = text::words(names);
      const bool named = std::ranges::all_of(words, [&](const text::Word& one) {
        const char32_t first = text::decode(names, one.range.begin).value;
        return text::is_upper(first) || one.range.size() <= kLongestParticle;
      });
      if (named && !words.empty() && words.size() <= kMostWords && has_case(names) &&
          text::is_upper(text::decode(names, words.front().range.begin).value) &&
          width_of(text.substr(0, at)) >= kNarrowestCaption) {
        return true;
      }
    }
  }
  return false;
}

// "… in the street. ADA BROOK": a sentence and who took the picture.
bool ends_with_name_in_capitals(std::string_view text) {
  constexpr size_t kFewest = 2, kMost = 4;
  const size_t at = text.rfind(". ");
  if (at == text.npos || width_of(text.substr(0, at)) < kNarrowestCaption) return false;
  const std::string_view name = text::trim_space(text.substr(at + 2));
  const size_t words = text::words(name).size();
  return words >= kFewest && words <= kMost && name.size() <= kWidestCredit / 2 && has_case(name) &&
         is_in_capitals(name) && !text::has_digit(name) && !name.ends_with('!');
}

// "… 記者林志遠／攝影".
bool ends_with_stroke_and_taker(std::string_view text) {
  constexpr std::string_view kStroke = "／";
  const size_t at = text.rfind(kStroke);
  return at != text.npos && width_of(text.substr(0, at)) >= kNarrowestCaption &&
         plain_words().is_whole("picture_taker", text.substr(at + kStroke.size()));
}

// "…の煙突＝2025年5月7日、港町、岡本岬撮影", "…＝１３日、港町": day, place and who took it.
bool ends_with_day_and_taker(std::string_view text) {
  size_t at = text.npos;
  for (const std::string_view sign : {"＝", "="}) {
    const size_t found = text.rfind(sign);
    if (found != text.npos && (at == text.npos || found > at)) at = found + sign.size();
  }
  if (at == text.npos || width_of(text.substr(0, at)) < kNarrowestCaption) return false;
  const std::string_view tail = text.substr(at);
  if (width_of(tail) > kWidestCredit || tail.find("。") != tail.npos) return false;
  return tail.find("日、") != tail.npos || plain_words().ends("picture_taker", tail);
}

// "… 2026.03.03. name@agency.com": who took it and when.
bool ends_with_mail(std::string_view text) {
  constexpr size_t kWidestDay = 16;
  const size_t at = mail_in(text);
  if (at == std::string_view::npos || text.find(' ', at) != std::string_view::npos) return false;
  std::string_view day = text::trim_space(text.substr(0, at));
  while (day.ends_with('.')) day.remove_suffix(1);
  const size_t blank = day.rfind(' ');
  if (blank == std::string_view::npos || day.size() - blank > kWidestDay) return false;
  return !byline_dates(day.substr(blank + 1), "").empty();
}

// Above the text the headline stands, which no picture is told by.
bool may_have_credit(const Knowledge& knowledge, const Line& line, AbovePicture above) {
  return above == AbovePicture::kText || line.piece.text.find('/') != std::string::npos ||
         credit_in(line, knowledge) || text::has_digit(line.piece.text) ||
         line.piece.text.find(". ") != std::string::npos;
}

bool ends_with_credit(const Knowledge& knowledge, const Line& line, AbovePicture above) {
  std::string_view text = line.piece.text;
  if (above == AbovePicture::kText && (ends_with_site(text) || ends_with_capitals(text)))
    return true;
  if (const auto sold = plain_words().inside("licence_word", line)) {
    text = text::trim_space(text.substr(0, sold->begin));
  } else if (line.full_stop) {
    return false;
  } else if (credit_in(line, knowledge)) {
    return !cue_in_front(knowledge, "copyright", line);
  }
  return ends_with_agency(text, above) || names_taker(text) || ends_with_mail(text);
}

// "… Name, CC BY-SA 4.0".
bool ends_with_licence(const Line& line) {
  constexpr size_t kLooked = 30;
  const std::string_view text = line.piece.text;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLooked));
  return !line.prose && (tail.find("CC BY") != tail.npos || tail.find("CC-BY") != tail.npos ||
                         tail.find("CC0") != tail.npos);
}

// "Illustrative photo: Harbour Police": no picture of what happened, and who gave it.
bool is_bare_illustration(const Line& line) {
  constexpr uint32_t kWidest = 60;
  constexpr size_t kMostWords = 4;
  const auto label = plain_words().in_front("illustration_label", line);
  if (!label || line.width > kWidest || line.full_stop) return false;
  const std::string_view rest =
      text::trim_space(std::string_view(line.piece.text).substr(label->end));
  const bool parted = rest.empty() || !text::is_word(text::decode(rest, 0).value);
  return parted && text::words(rest).size() <= kMostWords;
}

}  // namespace

bool is_bare_credit(const Line& line) {
  const std::string_view text = line.piece.text;
  constexpr uint32_t kWidestBareLine = 60;
  const bool short_line = line.width <= kWidestBareLine && !line.full_stop;
  if (const auto of = short_line ? plain_words().in_front("credit_label", line) : std::nullopt) {
    // "Source, …" may begin a headline; of two words it is about the picture.
    const std::string_view words = of->of(text);
    const bool plain =
        words.find(' ') == words.npos && !text::is_spaceless(text::decode(text, 0).value);
    return !plain || is_agency(text::trim_space(text.substr(of->end)));
  }
  if (is_bare_illustration(line)) return true;
  const auto label = plain_words().in_front("picture_label", line);
  if (!label || plain_words().inside("caption_label", line)) return false;
  std::string_view rest = text::trim_space(text.substr(label->end));
  for (const std::string_view sign : {")", "）", "]", ".", ":"}) {
    if (rest.ends_with(sign)) rest = text::trim_space(rest.substr(0, rest.size() - sign.size()));
    if (rest.starts_with(sign)) rest = text::trim_space(rest.substr(sign.size()));
  }
  return rest.empty() || is_agency(rest) || (text.starts_with('(') && text.ends_with(')'));
}

bool is_about_picture(const Knowledge& knowledge, const Line& line, AbovePicture above) {
  if (line.width < kNarrowestCaption || line.width > kWidestCaption) return false;
  if (plain_words().in_front("caption_label", line) ||
      plain_words().in_front("image_label", line)) {
    return true;
  }
  if (ends_with_named_photo(knowledge, line.piece.text) ||
      ends_with_name_in_capitals(line.piece.text) || ends_with_day_and_taker(line.piece.text) ||
      ends_with_stroke_and_taker(line.piece.text)) {
    return true;
  }
  if (ends_with_licence(line) || ends_with_label(line.piece.text) ||
      (!(line.prose && line.full_stop) && ends_with_file_words(line.piece.text))) {
    return true;
  }
  if (const auto label = plain_words().in_front("picture_label", line)) {
    // "Photo: Name" is a credit, which the next step reads.
    constexpr uint32_t kWidestName = 60;
    return line.full_stop || line.width > kWidestName ||
           !std::string_view(line.piece.text).substr(0, label->end).ends_with(':');
  }
  // The headline may end with an agency's name as well.
  return may_have_credit(knowledge, line, above) && ends_with_credit(knowledge, line, above);
}

}  // namespace synoptic::clean

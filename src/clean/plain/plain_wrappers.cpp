#include "clean/plain/plain_wrappers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

void put_out(Piece& piece, std::string_view reason) {
  piece.outside = true;
  piece.reason = reason;
}

// Mails ----------------------------------------------------------------------------------------

struct Field {
  Range label, value;
};

// "Label: value", the label of three words at most.
std::optional<Field> field_of(std::string_view text) {
  constexpr size_t kWidestLabel = 24, kMostWords = 3;
  size_t colon = text.find(':'), size = 1;
  if (const size_t wide = text.find("："); wide < colon) {
    colon = wide;
    size = std::string_view("：").size();
  }
  if (colon == text.npos || colon == 0) return std::nullopt;
  const std::string_view label = text.substr(0, colon);
  const std::string_view value = text::trim_space(text.substr(colon + size));
  if (value.empty() || width_of(label) > kWidestLabel || text::has_digit(label)) {
    return std::nullopt;
  }
  if (text::words(label).size() > kMostWords && !text::is_spaceless(text::decode(label, 0).value)) {
    return std::nullopt;
  }
  const auto begin = static_cast<uint32_t>(value.data() - text.data());
  return Field{{0, static_cast<uint32_t>(colon)},
               {begin, begin + static_cast<uint32_t>(value.size())}};
}

// "Name <address>": the name; of an address alone, its host.
std::string_view sender_name(std::string_view value) {
  const size_t open = value.find('<');
  std::string_view name = text::trim_space(value.substr(0, open));
  while (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
  while (name.ends_with('"') || name.ends_with('\'')) name.remove_suffix(1);
  if (!name.empty() && name.find('@') == name.npos) return name;
  const size_t at = value.find('@');
  const std::string_view host = value.substr(at + 1);
  return host.substr(0, host.find_first_of("> ,;"));
}

bool has_day(std::string_view value) {
  const auto dates = knowledge::find_dates(value);
  return std::any_of(dates.begin(), dates.end(),
                     [](const auto& date) { return date.has_day && date.has_year; });
}

// The lines of the head: they follow each other, and stand in front of all but a line or two.
std::pair<size_t, size_t> mail_head(const std::vector<Piece>& pieces) {
  constexpr size_t kLatest = 3, kFewest = 3;
  for (size_t begin = 0; begin < pieces.size() && begin < kLatest; ++begin) {
    size_t end = begin, mails = 0, days = 0;
    for (; end < pieces.size(); ++end) {
      const std::string_view text = pieces[end].text;
      const auto field = field_of(text);
      if (!field || (end > begin && pieces[end].gap_before)) break;
      mails += mail_in(field->value.of(text)) != std::string_view::npos;
      days += has_day(field->value.of(text));
    }
    if (end - begin >= kFewest && mails > 0 && days > 0) return {begin, end};
  }
  return {0, 0};
}

// "[Name of the letter] Subject", "Fwd: Subject", where the text has the subject without it.
Piece without_prefix(Piece subject, const std::vector<Piece>& pieces) {
  constexpr size_t kLongestPrefix = 12, kMostPrefixes = 3;
  Piece rest = subject;
  for (size_t i = 0; i < kMostPrefixes; ++i) {
    const bool bracket = rest.text.starts_with('[');
    const size_t end = rest.text.find(bracket ? "]" : ":");
    if (end == std::string::npos || (!bracket && end > kLongestPrefix)) return subject;
    rest = cut(rest, {static_cast<uint32_t>(end + 1), static_cast<uint32_t>(rest.text.size())});
    const std::string key = key_of(rest.text);
    if (!key.empty() && std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
          return key_of(other.text) == key;
        })) {
      return rest;
    }
  }
  return subject;
}

bool take_mail_head(Draft& draft) {
  auto& pieces = draft.pieces;
  const auto [begin, end] = mail_head(pieces);
  if (begin == end) return false;
  bool sender = false, day = false;
  for (size_t i = begin; i < end; ++i) {
    Piece& piece = pieces[i];
    const Range value = field_of(piece.text)->value;
    const std::string_view words = value.of(piece.text);
    if (mail_in(words) != std::string_view::npos) {
      if (!std::exchange(sender, true) && !draft.facts.publisher) {
        const std::string_view name = sender_name(words);
        const auto from = static_cast<uint32_t>(name.data() - piece.text.data());
        draft.facts.publisher = publisher_of(
            name, piece.source.to_source({from, from + static_cast<uint32_t>(name.size())}));
      }
      put_out(piece, "mail_head");
    } else if (!day && has_day(words)) {
      day = true;
      piece = cut(piece, value);  // read as any line with a day
      put_out(piece, "date");
    } else {
      Piece subject = cut(piece, value);
      subject = without_prefix(std::move(subject), pieces);
      draft.facts.titles.push_back({subject.text, subject.span, "title"});
      put_out(piece, "mail_head");
    }
  }
  // "-- ": what stands below is who sent it and how to be rid of it.
  for (size_t i = end; i < pieces.size(); ++i) {
    if (pieces[i].text != "--") continue;
    for (; i < pieces.size(); ++i) put_out(pieces[i], "footer");
  }
  // "Good morning,": above all else.
  constexpr size_t kFarthest = 6;
  constexpr uint32_t kWidestGreeting = 40;
  for (size_t i = end; i < pieces.size() && i < end + kFarthest; ++i) {
    const std::string_view text = pieces[i].text;
    const bool open = text.ends_with(',') || text.ends_with("，") || text.ends_with("،");
    if (!pieces[i].outside && open && width_of(text) <= kWidestGreeting) {
      put_out(pieces[i], "greeting");
    }
  }
  return true;
}

// "--" below a letter without its head: a few lines with an address or a word of such lines.
void take_signature(std::vector<Piece>& pieces) {
  constexpr size_t kMostLines = 8;
  constexpr uint32_t kLeastShare = 3;
  uint32_t above = 0, below = 0;
  size_t at = 0;
  for (size_t i = pieces.size(); i-- > 0;) {
    if (pieces[i].text == "--") at = i;
    if (at > 0) break;
    below += width_of(pieces[i].text);
    if (pieces.size() - i > kMostLines) return;
  }
  if (at == 0) return;
  for (size_t i = 0; i < at; ++i) above += pieces[i].outside ? 0 : width_of(pieces[i].text);
  const auto addresses = [&](const Piece& piece) {
    return piece.text.find("http") != std::string::npos ||
           piece.text.find("www.") != std::string::npos ||
           mail_in(piece.text) != std::string_view::npos ||
           plain_words().inside("site_line", line_for_cues(piece.text)).has_value();
  };
  const auto from = pieces.begin() + static_cast<std::ptrdiff_t>(at);
  if (below * kLeastShare > above || std::none_of(from, pieces.end(), addresses)) return;
  for (size_t i = at; i < pieces.size(); ++i) put_out(pieces[i], "footer");
}

// Chats ----------------------------------------------------------------------------------------

// "Name, [07.10.2026 09:14]": the line above each message.
bool is_message_head(std::string_view text) {
  constexpr size_t kLongest = 120;
  if (text.size() > kLongest || !text.ends_with(']')) return false;
  const size_t open = text.rfind(", [");
  if (open == text.npos || open == 0) return false;
  const std::string_view when = text.substr(open + 3, text.size() - open - 4);
  const auto dates = knowledge::find_dates(when);
  return dates.size() == 1 && dates[0].value.precision >= model::Precision::kMinute &&
         dates[0].range.begin == 0 && dates[0].range.end == when.size();
}

// "[Forwarded from Name]": as the line that a source stands on.
void take_forwarded(Piece& piece, const Knowledge& knowledge) {
  const std::string_view text = piece.text;
  if (!text.starts_with('[') || !text.ends_with(']')) return;
  const Piece inner = cut(piece, {1, static_cast<uint32_t>(text.size() - 1)});
  const Line line = line_for_cues(inner.text);
  const auto label = cue_in_front(knowledge, "source_label", line);
  if (label && !label->rest.empty()) piece = inner;
}

void take_messages(std::vector<Piece>& pieces, const Knowledge& knowledge) {
  bool below = false;
  for (Piece& piece : pieces) {
    if (piece.outside) continue;
    if (below) take_forwarded(piece, knowledge);
    below = is_message_head(piece.text);
    piece.begins_article |= below;
  }
}

// Wires ----------------------------------------------------------------------------------------

// "REUTERS 140942 GMT MAR 26": which agency sent it, on which day of the month, hour and minute.
void take_transmission(Draft& draft, const Knowledge& knowledge) {
  constexpr size_t kLast = 3, kLongest = 60, kStamp = 6;
  auto& pieces = draft.pieces;
  for (size_t i = pieces.size(); i-- > 0 && i + kLast >= pieces.size();) {
    Piece& piece = pieces[i];
    const std::string_view text = piece.text;
    const size_t stamp = text.find_first_of("0123456789");
    if (piece.outside || text.size() > kLongest || stamp == text.npos || stamp + 14 > text.size()) {
      continue;
    }
    const size_t end = text.find_first_not_of("0123456789", stamp);
    if (end != stamp + kStamp) continue;
    const std::string_view rest = text.substr(end);
    const bool zoned = rest.starts_with(" GMT ") || rest.starts_with(" UTC ");
    const size_t year = rest.rfind(' ') + 1;
    if (!zoned || year <= 5) continue;
    const std::string_view month = text::trim_space(rest.substr(5, year - 5));
    const std::string century = rest.size() - year == 2 ? "20" : "";
    const std::string day = std::string(text.substr(stamp, 2)) + " " + std::string(month) + " " +
                            century + std::string(rest.substr(year));
    const std::string iso =
        std::string(text.substr(stamp + 2, 2)) + ":" + std::string(text.substr(stamp + 4, 2));
    for (const auto& match : knowledge::find_dates(day + ", " + iso + " GMT", {.lang = "en"})) {
      if (!match.has_year || match.value.precision < model::Precision::kMinute) continue;
      model::DateEvidence evidence;
      evidence.value = match.value;
      evidence.role = "published";
      evidence.where = "byline";
      evidence.rule = "day, hour and minute of a wire";
      evidence.span = piece.source.to_source(
          {static_cast<uint32_t>(stamp), static_cast<uint32_t>(text.size())});
      draft.facts.dates.push_back(std::move(evidence));
      const std::string_view agency = text::trim_space(text.substr(0, stamp));
      if (!draft.facts.publisher && names_agency(knowledge, agency)) {
        draft.facts.publisher =
            publisher_of(agency, piece.source.to_source({0, static_cast<uint32_t>(agency.size())}));
      }
      return put_out(piece, "footer");
    }
  }
}

// Archives -------------------------------------------------------------------------------------

// "Saved from [host.org](https://host.org/…)", without a colon in front.
bool is_saved_from(const Piece& piece) {
  constexpr size_t kMostWords = 4;
  if (piece.links.size() != 1 || piece.marked_heading) return false;
  const std::string_view text = piece.text;
  const Range words = piece.links[0].range;
  const std::string_view front = text::trim_space(text.substr(0, words.begin));
  const std::string host = url::host_of(piece.links[0].url);
  return words.end == text.size() && !front.empty() && !front.ends_with(':') &&
         !front.ends_with("：") && text::words(front).size() <= kMostWords && !host.empty() &&
         (words.of(text) == host || "www." + std::string(words.of(text)) == host);
}

// "This is the copy of https://… as it was seen on 3 May 2026 10:00 GMT.": the address and the day.
void take_archive_note(Draft& draft) {
  constexpr size_t kLatest = 4;
  constexpr uint32_t kNarrowest = 60;
  for (size_t i = 0; i < draft.pieces.size() && i < kLatest; ++i) {
    Piece& piece = draft.pieces[i];
    const std::string_view text = piece.text;
    if (!piece.outside && is_saved_from(piece)) {
      if (draft.facts.url.empty()) draft.facts.url = piece.links[0].url;
      return put_out(piece, "archive_note");
    }
    const size_t at = std::min(text.find("http://"), text.find("https://"));
    if (piece.outside || at == text.npos || at == 0) continue;
    size_t end = std::min(text.find_first_of(" <>\")", at), text.size());
    while (end > at && std::string_view(".,;:").find(text[end - 1]) != std::string_view::npos)
      --end;
    const std::string_view address = text.substr(at, end - at);
    if (width_of(text) - (end - at) < kNarrowest / 2 || !url::is_web(address)) continue;
    if (draft.facts.url.empty()) draft.facts.url = address;
    const std::string_view rest = text.substr(end);
    for (const auto& date : knowledge::find_dates(rest)) {
      if (!date.has_day || !date.has_year) continue;
      model::DateEvidence evidence;
      evidence.value = date.value;
      evidence.role = "fetched";
      evidence.where = "label";
      evidence.rule = "day in an archive's note";
      const auto shift = static_cast<uint32_t>(end);
      evidence.span = piece.source.to_source({date.range.begin + shift, date.range.end + shift});
      draft.facts.dates.push_back(std::move(evidence));
      break;
    }
    return put_out(piece, "archive_note");
  }
}

// "URL Source: https://…" among "Label: value" lines at the top.
void take_address_field(Draft& draft) {
  constexpr size_t kLatest = 6;
  auto& pieces = draft.pieces;
  const auto is_field = [&](size_t i) {
    return i < pieces.size() && field_of(pieces[i].text).has_value();
  };
  for (size_t i = 0; i < pieces.size() && i < kLatest; ++i) {
    const std::string_view text = pieces[i].text;
    const auto field = pieces[i].outside ? std::nullopt : field_of(text);
    if (!field) continue;
    const std::string_view value = field->value.of(text);
    if (!url::is_web(value) || value.find(' ') != value.npos ||
        !plain_words().is_whole("address_label", field->label.of(text)) ||
        !(is_field(i + 1) || (i > 0 && is_field(i - 1)))) {
      continue;
    }
    if (draft.facts.url.empty()) draft.facts.url = value;
    return put_out(pieces[i], "archive_note");
  }
}

// "Skip to content" is what a page begins with: sentences above it are the archive's.
void mark_above_page(std::vector<Piece>& pieces) {
  constexpr size_t kLatest = 12;
  constexpr uint32_t kWidestLink = 80, kNarrowest = 40;
  for (size_t i = 0; i < pieces.size() && i < kLatest; ++i) {
    if (pieces[i].outside || width_of(pieces[i].text) > kWidestLink) continue;
    if (!plain_words().in_front("skip_link", line_for_cues(pieces[i].text))) continue;
    for (size_t k = 0; k < i; ++k) {
      if (!pieces[k].outside && width_of(pieces[k].text) >= kNarrowest) {
        put_out(pieces[k], "navigation");
      }
    }
    return put_out(pieces[i], "navigation");
  }
}

}  // namespace

void take_wrappers(Draft& draft, const Knowledge& knowledge) {
  if (take_mail_head(draft)) return;
  take_signature(draft.pieces);
  take_transmission(draft, knowledge);
  take_messages(draft.pieces, knowledge);
  take_address_field(draft);
  take_archive_note(draft);
  mark_above_page(draft.pieces);
}

}  // namespace synoptic::clean

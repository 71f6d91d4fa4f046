#include "clean/people/people.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_places.h"
#include "clean/people/name_words.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Entity;
using knowledge::Knowledge;

const Entity* organisation(const Knowledge& knowledge, std::string_view name) {
  const Entity* found = nullptr;
  for (const Entity* entity : knowledge.find_by_name(name)) {
    if (entity->type != model::EntityType::kOrg && entity->type != model::EntityType::kWork) {
      continue;
    }
    if (found == nullptr || (found->domains.empty() && !entity->domains.empty())) found = entity;
  }
  return found;
}

// "news.example.com" where a name should be.
bool is_host(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find(' ') != std::string_view::npos) return false;
  const std::string lower = ascii_lower(name);
  const bool common = lower.ends_with(".com") || lower.ends_with(".org") || lower.ends_with(".net");
  return (common || name.find('.') != dot) && name.size() - dot > 2 &&
         !url::registrable_domain(lower).empty();
}

size_t tagline_cut(std::string_view words, size_t& length) {
  constexpr std::array<std::string_view, 11> kCuts{" – ", " — ", " | ", " - ", " :: ", " · ",
                                                   " • ", "–",   "—",   ": ",  "："};
  size_t best = std::string_view::npos;
  for (const std::string_view cut : kCuts) {
    const size_t at = words.find(cut);
    if (at < best && at > 0) {
      best = at;
      length = cut.size();
    }
  }
  // "科技早知道_24小时滚动".
  if (const size_t at = words.find('_');
      at < best && at > 0 && text::is_spaceless(text::decode_before(words, at).value)) {
    best = at;
    length = 1;
  }
  return best;
}

}  // namespace

// "صحيفة اليوم" or "agence X": the name as a whole, else without the word for what it is.
const Entity* known_outlet(const Knowledge& knowledge, std::string_view name) {
  if (const Entity* whole = organisation(knowledge, name)) return whole;
  const Line line = line_for_cues(name);
  const auto hit = cue_in_front(knowledge, "outlet_kind", line);
  if (!hit || hit->rest.empty()) return nullptr;
  std::string_view rest = hit->rest.of(line.piece.text);
  constexpr std::array<std::string_view, 10> kQuotes{"\"", "«", "»", "“", "”",
                                                     "„",  "'", "‘", "’", "‹"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view quote : kQuotes) {
      if (rest.starts_with(quote)) rest.remove_prefix(quote.size()), changed = true;
      if (rest.ends_with(quote)) rest.remove_suffix(quote.size()), changed = true;
    }
  }
  return organisation(knowledge, rest);
}

model::Publisher publisher_of(std::string_view words, Span span) {
  words = text::trim_space(words);
  model::Publisher publisher;
  size_t length = 0;
  const size_t at = tagline_cut(words, length);
  publisher.name = text::trim_space(words.substr(0, at));
  publisher.span = span;
  if (at != std::string_view::npos) {
    publisher.tagline = text::trim_space(words.substr(at + length));
    if (span.size() == words.size()) {
      publisher.span.end = span.begin + static_cast<uint32_t>(publisher.name.size());
    }
  }
  if (publisher.name.find(' ') == std::string::npos &&
      publisher.name.find('.') != std::string::npos && publisher.name.size() > 3 &&
      !publisher.name.ends_with('.')) {
    publisher.domain = url::registrable_domain(publisher.name);
  }
  return publisher;
}

void link_publisher(const Knowledge& knowledge, model::Publisher& publisher) {
  if (!publisher.entity.empty()) return;
  const Entity* entity = known_outlet(knowledge, publisher.name);
  if (entity == nullptr && !publisher.domain.empty()) {
    entity = knowledge.find_by_domain(publisher.domain);
  }
  if (entity != nullptr) publisher.entity = entity->id;
}

bool names_outlet(const Knowledge& knowledge, std::string_view words) {
  if (known_outlet(knowledge, words) != nullptr) return true;
  const Line line = line_for_cues(words);
  if (cue_inside(knowledge, "outlet_word", line)) return true;
  // Scripts without spaces: 新渡快报 ends with the word.
  if (std::all_of(words.begin(), words.end(), text::is_ascii)) return false;
  for (const knowledge::Cue& cue : knowledge.cues("outlet_word")) {
    if (!cue.text.empty() && line.folded.ends_with(cue.text) &&
        line.folded.size() > cue.text.size() &&
        text::is_spaceless(text::decode(cue.text, 0).value)) {
      return true;
    }
  }
  return false;
}

bool ends_as_outlet(const Knowledge& knowledge, std::string_view words) {
  constexpr size_t kMostBytes = 48, kLeastBefore = 3;
  constexpr size_t kLeastOfWord = 4;  // bytes: "post", two syllables of 신문
  while (!words.empty() && (words.front() == '[' || words.front() == '(')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ']' || words.back() == ')')) words.remove_suffix(1);
  if (words.empty() || words.size() > kMostBytes || words.find(' ') != std::string_view::npos) {
    return false;
  }
  const Line line = line_for_cues(words);
  const auto& cues = knowledge.cues("outlet_word");
  return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
    return cue.text.size() >= kLeastOfWord && line.folded.ends_with(cue.text) &&
           line.folded.size() >= cue.text.size() + kLeastBefore;
  });
}

bool begins_as_outlet(const Knowledge& knowledge, std::string_view words) {
  constexpr std::ptrdiff_t kMostBlanks = 3;
  if (has_case(words) || std::count(words.begin(), words.end(), ' ') > kMostBlanks) return false;
  const auto kind = cue_in_front(knowledge, "outlet_kind", line_for_cues(words));
  return kind && kind->parted && !kind->rest.empty();
}

bool is_sentence(const Knowledge& knowledge, const Line& line) {
  constexpr uint32_t kFewestWords = 3;
  if (!line.full_stop || line.words < kFewestWords || is_title_like(line)) return false;
  std::string_view text = line.piece.text;
  if (text.ends_with('.')) text.remove_suffix(1);
  return without_company_form(text).size() == text.size() &&
         without_company_word(text).size() == text.size() &&
         known_outlet(knowledge, text) == nullptr;
}

bool names_agency(const Knowledge& knowledge, std::string_view words) {
  constexpr size_t kLongest = 60;
  words = text::trim_space(words);
  if (words.empty() || words.size() > kLongest) return false;
  const Entity* entity = known_outlet(knowledge, words);
  return entity != nullptr && entity->kind == "news-agency";
}

bool names_known_medium(const Knowledge& knowledge, std::string_view words) {
  const Entity* entity = known_outlet(knowledge, words);
  const auto kinds = knowledge.cues("origin_kind");
  return entity != nullptr && std::ranges::any_of(kinds, [&](const knowledge::Cue& kind) {
           return kind.text == entity->kind;
         });
}

std::string_view agency_behind_joiner(const Knowledge& knowledge, std::string_view words) {
  while (words.ends_with('.')) words.remove_suffix(1);
  const size_t blank = words.find(' ');
  if (blank == std::string_view::npos) return {};
  const std::string_view rest = text::trim_space(words.substr(blank));
  const bool joined = whole_cue(knowledge, "name_joiner", words.substr(0, blank)) != nullptr;
  return joined && names_agency(knowledge, rest) ? rest : std::string_view{};
}

namespace {

// "hafenSport": one word with a capital inside and none in front, as sites write their sections.
bool is_written_as_site(std::string_view words) {
  constexpr size_t kFewestLetters = 6;
  if (words.find(' ') != words.npos || text::count_code_points(words) < kFewestLetters)
    return false;
  size_t capitals = 0;
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint c = text::decode(words, at);
    if (!text::is_latin(c.value) && !text::is_cyrillic(c.value)) return false;
    if (text::is_upper(c.value) && at == 0) return false;
    capitals += text::is_upper(c.value);
    at += c.length;
  }
  return capitals > 0;
}

}  // namespace

std::optional<PersonAndOutlet> person_and_outlet(const Knowledge& knowledge,
                                                 std::string_view words) {
  for (const std::string_view sign : {" - ", " – ", " — ", " | ", " / ", " · "}) {
    const size_t at = words.find(sign);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view person = words.substr(0, at), outlet = words.substr(at + sign.size());
    if (!looks_like_person(person) || names_outlet(knowledge, person) ||
        names_place(knowledge, person) ||
        !(names_outlet(knowledge, outlet) || is_written_as_site(outlet))) {
      return std::nullopt;
    }
    const auto end = static_cast<uint32_t>(words.size());
    const auto begin = static_cast<uint32_t>(at);
    return PersonAndOutlet{{0, begin}, {begin + static_cast<uint32_t>(sign.size()), end}};
  }
  return std::nullopt;
}

bool names_place(const Knowledge& knowledge, std::string_view words) {
  constexpr size_t kLongest = 60;
  if (words.size() > kLongest) return false;
  const auto found = knowledge.find_by_name(words);
  return std::any_of(found.begin(), found.end(), [](const Entity* entity) {
    return entity->type == model::EntityType::kCity || entity->type == model::EntityType::kRegion ||
           entity->type == model::EntityType::kCountry;
  });
}

bool is_desk(const Knowledge& knowledge, std::string_view words) {
  Piece piece;
  piece.text = std::string(text::trim_space(words));
  return all_cues(knowledge, "desk_word", measure(std::move(piece)));
}

bool looks_like_person(std::string_view name) {
  const auto parts = text::words(name);
  size_t capitals = 0, small = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    const text::CodePoint first = text::decode(name, parts[i].range.begin);
    if (text::is_digit(first.value) || parts[i].spaceless) return false;
    if (text::is_upper(first.value))
      ++capitals;
    else
      ++small;
  }
  return capitals >= 2 && capitals <= 5 && small <= 2 && !name.ends_with('.') &&
         name.find_first_of(":;!?()") == std::string_view::npos;
}

namespace {

// "Name @handle": the name.
std::string_view without_handle(std::string_view name) {
  const size_t at = name.find(" @");
  const bool handle =
      at != std::string_view::npos && at > 0 && name.find(' ', at + 1) == std::string_view::npos;
  return handle ? text::trim_space(name.substr(0, at)) : name;
}

// "ロンドン＝佐藤花子", "런던=김하나", "القاهرة: هالة منصور": where it was written, and who wrote
// it. A foreign name may have the sign between its parts.
std::string_view without_place(const Knowledge& knowledge, std::string_view name) {
  for (const std::string_view sign : {"＝", "=", "﹦", ": "}) {
    const size_t at = name.find(sign);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view place = text::trim_space(name.substr(0, at));
    const std::string_view rest = text::trim_space(name.substr(at + sign.size()));
    if (rest.empty() || !names_place(knowledge, place)) return name;
    return rest;
  }
  return name;
}

// "Ada BrookStaff writer": two elements of one line.
std::string_view without_glued_job(const Knowledge& knowledge, std::string_view name) {
  for (size_t at = name.size(); at > 0;) {
    const text::CodePoint first = text::decode_before(name, at);
    at -= first.length;
    if (at == 0 || !text::is_upper(first.value)) continue;
    const char32_t before = text::decode_before(name, at).value;
    if (!text::is_letter(before) || text::is_upper(before)) continue;
    Piece piece;
    piece.text = name.substr(at);
    const bool job = cue_inside(knowledge, "job_title", measure(std::move(piece))).has_value();
    return job && looks_like_person(name.substr(0, at)) ? name.substr(0, at) : name;
  }
  return name;
}

}  // namespace

namespace {

// "editor2": whoever put the text in.
bool is_login(std::string_view name) {
  return !name.empty() && name.back() >= '0' && name.back() <= '9' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
         });
}

}  // namespace

std::vector<model::Author> people_only(const Knowledge& knowledge,
                                       std::vector<model::Author> authors,
                                       const std::optional<model::Publisher>& publisher) {
  std::vector<model::Author> kept;
  const std::string own = publisher ? key_of(publisher->name) : "";
  for (model::Author& author : authors) {
    const std::string_view stated_name = text::trim_space(author.name);
    const std::string_view name = without_glued_job(
        knowledge,
        without_place_behind(knowledge, without_place(knowledge, without_handle(stated_name))));
    const std::string key = key_of(name);
    const bool stated = author.role == "organisation";  // by the page's data, as its author
    // Somebody's own site has their name.
    const bool own_site = key == own && !stated && !looks_like_person(name);
    if (key.empty() || own_site || url::is_web(name) || is_desk(knowledge, name) ||
        whole_cue(knowledge, "job_title", name) != nullptr) {
      continue;
    }
    if (name.find_first_of("=<>{}\"") != std::string_view::npos) continue;  // markup gone astray
    if (name.find_first_not_of("0123456789:., ") == std::string_view::npos) continue;  // a time
    if (author.role.empty() && author.user_id.empty() && is_login(name)) continue;
    if (name.find('@') != std::string_view::npos && author.user_id.empty() &&
        name.find('.') != std::string_view::npos) {
      continue;  // an e-mail address
    }
    if (!stated &&
        (names_outlet(knowledge, name) || begins_as_outlet(knowledge, name) || is_host(name))) {
      continue;
    }
    const auto same = std::find_if(kept.begin(), kept.end(),
                                   [&](const auto& other) { return key_of(other.name) == key; });
    if (same == kept.end()) {
      if (author.span.size() == author.name.size()) {
        author.span.begin += static_cast<uint32_t>(name.data() - author.name.data());
        author.span.end = author.span.begin + static_cast<uint32_t>(name.size());
      }
      author.name = std::string(name);
      kept.push_back(std::move(author));
    } else {
      if (same->url.empty()) same->url = author.url;
      if (same->role.empty()) same->role = author.role;
      if (same->user_id.empty()) same->user_id = author.user_id;
    }
  }
  // "By Name, Outlet": the outlet is no author beside somebody else.
  const auto is_own = [&](const model::Author& author) {
    return !own.empty() && key_of(author.name) == own;
  };
  if (std::any_of(kept.begin(), kept.end(), [&](const auto& author) { return !is_own(author); })) {
    std::erase_if(kept, is_own);
  }
  return kept;
}

}  // namespace synoptic::clean

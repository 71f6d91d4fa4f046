#include "clean/html/html_authors.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people/author_words.h"
#include "clean/people/name_places.h"
#include "clean/people/people.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMaxAuthors = 30;
constexpr std::string_view kOrganisation = "organisation";

// By Source: how often each is right where they differ, and what a second one that agrees adds.
constexpr std::array<double, AuthorNotes::kSources> kWorth{3.0, 2.4, 2.2, 2.0};
constexpr double kConfirmed = 1.5;
constexpr double kOneWord = 0.75;
// Whether the outlet's own name is an author (role "organisation") where nobody else is told.
constexpr std::array<bool, AuthorNotes::kSources> kOutletCounts{true, false, true, false};

// "ByAda Brook": markup parts the two.
std::string_view without_glued_label(const knowledge::Knowledge& knowledge,
                                     std::string_view words) {
  for (const knowledge::Cue& cue : knowledge.cues("glued_author_label")) {
    const size_t size = cue.text.size();
    if (words.size() <= size || !text::is_upper(text::decode(words, 0).value) ||
        !text::is_upper(text::decode(words, size).value) ||
        text::fold_copy(words.substr(0, size)) != cue.text) {
      continue;
    }
    if (looks_like_person(words.substr(size))) return words.substr(size);
  }
  return words;
}

std::string_view without_label(const knowledge::Knowledge& knowledge, std::string_view words) {
  if (is_desk(knowledge, words)) return words;  // in some languages it begins like a label
  const Line line = line_of_words(words);
  if (const auto hit = cue_in_front(knowledge, "author_label", line);
      hit && hit->parted && !hit->rest.empty()) {
    words = text::trim_space(words.substr(hit->rest.begin));
  }
  for (const knowledge::Cue& cue : knowledge.cues("author_suffix")) {
    if (words.size() > cue.text.size() + 1 && words.ends_with(cue.text) &&
        words[words.size() - cue.text.size() - 1] == ' ') {
      return text::trim_space(words.substr(0, words.size() - cue.text.size()));
    }
  }
  return words;
}

// "l'Ouest", "d’Italia": the small letter is no word of its own.
bool begins_with_article(std::string_view word) {
  size_t at = word.find('\'');
  size_t size = 1;
  if (at == std::string_view::npos) {
    constexpr std::string_view kCurved = "’";
    at = word.find(kCurved);
    size = kCurved.size();
  }
  return at != std::string_view::npos && at <= 2 && at + size < word.size() &&
         text::is_upper(text::decode(word, at + size).value);
}

// "Name on", "Name in": the by-line goes on behind the name.
std::string_view without_tail(std::string_view words) {
  for (size_t at; (at = words.rfind(' ')) != std::string_view::npos && at + 1 < words.size();) {
    const char32_t first = text::decode(words, at + 1).value;
    const bool small = text::is_latin(first) && !text::is_upper(first) &&
                       !begins_with_article(words.substr(at + 1));
    if (!small || !text::is_upper(text::decode(words, 0).value)) break;
    words = text::trim_space(words.substr(0, at));
  }
  return words;
}

size_t people_in(const std::vector<model::Author>& list) {
  return static_cast<size_t>(std::count_if(
      list.begin(), list.end(), [](const auto& author) { return author.role != kOrganisation; }));
}

bool holds(const std::vector<model::Author>& list, const model::Author& author) {
  const std::string key = key_of(author.name);
  return std::any_of(list.begin(), list.end(),
                     [&](const auto& other) { return key_of(other.name) == key; });
}

bool share_one(const std::vector<model::Author>& a, const std::vector<model::Author>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& author) { return holds(b, author); });
}

// "The Daily Ada Brook": two elements of one line.
void drop_outlet_in_front(model::Author& author, const std::vector<std::string>& sites) {
  for (const std::string& site : sites) {
    if (site.size() + 1 >= author.name.size() || author.name[site.size()] != ' ' ||
        !author.name.starts_with(site)) {
      continue;
    }
    const std::string rest(text::trim_space(std::string_view(author.name).substr(site.size())));
    if (!looks_like_person(rest)) continue;
    if (author.span.size() == author.name.size()) {
      author.span.begin = author.span.end - static_cast<uint32_t>(rest.size());
    }
    author.name = rest;
    author.role.clear();
    return;
  }
}

// "example.org": an outlet that goes by its address.
bool is_address(std::string_view words) {
  const size_t dot = words.rfind('.');
  return dot != std::string_view::npos && dot > 2 && words.size() - dot > 2 &&
         words.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") ==
             std::string_view::npos;
}

}  // namespace

void AuthorNotes::add(std::string_view words, Span span, Source source, std::string profile,
                      bool organisation, bool labelled) {
  const std::string_view all = words;
  words = text::trim_space(words);
  if (words.empty() || words.size() > 300 || list(source).size() >= kMaxAuthors) return;
  const size_t whole = words.size();
  words = without_glued_label(knowledge_, without_label(knowledge_, words));
  labelled |= words.size() != whole;
  List together;
  for (const Range part : names_in(knowledge_, words)) {
    const std::string_view name = text::trim_space(part.of(words));
    Span here = span;
    if (span.size() == all.size()) {
      const auto begin = static_cast<uint32_t>(name.data() - all.data());
      here = {span.begin + begin, span.begin + begin + static_cast<uint32_t>(name.size())};
    }
    const size_t before = list(source).size();
    add_name(name, here, source, profile, organisation);
    if (!labelled || source != Source::kByline || list(source).size() == before) continue;
    labelled_.push_back(key_of(list(source).back().name));
    if (is_persons_name(knowledge_, list(source).back().name))
      together.push_back(list(source).back());
  }
  if (together.size() > 1 && line_.empty()) line_ = std::move(together);
}

void AuthorNotes::add_name(std::string_view words, Span span, Source source, std::string profile,
                           bool organisation) {
  const bool named_so = organisation && is_address(words);
  const bool is_no_name =
      whole_cue(knowledge_, "no_author", words) != nullptr || is_desk(knowledge_, words);
  if (words.ends_with(')')) words = words.substr(0, words.find('('));  // initials, a role
  while (words.ends_with(',') || words.ends_with(':')) words.remove_suffix(1);
  words = text::trim_space(words);
  organisation = organisation || names_outlet(knowledge_, words) ||
                 cue_inside(knowledge_, "organisation_word", line_of_words(words)).has_value() ||
                 words.find(" & ") != std::string_view::npos || begins_with_acronym(words);
  if (!organisation) words = without_tail(without_place_behind(knowledge_, words));
  if ((!named_so && !could_name_author(knowledge_, words)) || is_no_name) return;
  model::Author author;
  author.name = words;
  author.url = std::move(profile);
  author.span = span;
  if (organisation) author.role = kOrganisation;
  add_author(std::move(author), source);
}

void AuthorNotes::add_author(model::Author author, Source source) {
  if (list(source).size() >= kMaxAuthors || holds(list(source), author)) return;
  list(source).push_back(std::move(author));
}

void AuthorNotes::add_line(const std::vector<model::Author>& authors) {
  constexpr size_t kMost = 5;
  if (!line_.empty() || authors.size() > kMost) return;
  for (const auto& author : authors) {
    for (const Range part : names_in(knowledge_, author.name)) {
      const std::string_view name = without_tail(text::trim_space(part.of(author.name)));
      if (!is_persons_name(knowledge_, name) || text::has_digit(name)) continue;
      line_.push_back(author);
      line_.back().name = std::string(name);
    }
  }
}

bool AuthorNotes::names_person() const {
  return std::any_of(authors_.begin(), authors_.end(),
                     [](const List& list) { return people_in(list) > 0; });
}

// "By Name" beside links to sections and to the authors of other articles.
void AuthorNotes::keep_labelled(List& authors) const {
  const auto labelled = [&](const model::Author& author) {
    return std::find(labelled_.begin(), labelled_.end(), key_of(author.name)) != labelled_.end();
  };
  if (std::any_of(authors.begin(), authors.end(), [&](const auto& author) {
        return author.role != kOrganisation && labelled(author);
      })) {
    std::erase_if(authors, [&](const auto& author) { return !labelled(author); });
  }
}

std::vector<model::Statement> AuthorNotes::statements() const {
  constexpr std::array<const char*, kSources> kNames{"json_ld", "byline", "element", "meta"};
  std::vector<model::Statement> all;
  for (size_t i = 0; i < kSources; ++i) {
    for (const auto& author : authors_[i]) all.push_back({author.name, kNames[i], author.span});
  }
  return all;
}

// The data name the first of several writers only, where the page's line and its meta elements have
// all of them.
const AuthorNotes::List* AuthorNotes::told_twice(const List& chosen) const {
  const List& line = authors_[static_cast<size_t>(Source::kByline)];
  const List& meta = authors_[static_cast<size_t>(Source::kMeta)];
  const auto all_in = [](const List& some, const List& others) {
    return std::ranges::all_of(some, [&](const auto& author) { return holds(others, author); });
  };
  const bool more = line.size() > chosen.size() && line.size() == meta.size() &&
                    people_in(line) == line.size() && people_in(chosen) == chosen.size();
  return more && all_in(chosen, line) && all_in(line, meta) ? &line : nullptr;
}

std::vector<model::Author> AuthorNotes::settle(const std::vector<std::string>& sites) {
  std::vector<std::string> own;
  for (const auto& site : sites) own.push_back(key_of(site));
  for (model::Author& author : list(Source::kByline)) drop_outlet_in_front(author, sites);
  List outlet;  // itself, where the data put it in the author's place
  for (size_t i = 0; i < kSources; ++i) {
    std::erase_if(authors_[i], [&](model::Author& author) {
      if (std::find(own.begin(), own.end(), key_of(author.name)) == own.end()) return false;
      // Somebody's own site has their name.
      const Look look = look_of(author.name);
      if (author.role != kOrganisation && look.capitals >= 2 && look.small == 0 &&
          is_persons_name(knowledge_, author.name)) {
        return false;
      }
      if (outlet.empty() && kOutletCounts[i]) {
        outlet.push_back(author);
        outlet.back().role = kOrganisation;
      }
      return true;
    });
  }
  keep_labelled(list(Source::kByline));
  const List* best = nullptr;
  double most = 0;
  for (size_t i = 0; i < kSources; ++i) {
    if (authors_[i].empty()) continue;
    double worth = kWorth[i];
    for (size_t k = 0; k < kSources; ++k) {
      worth += k != i && share_one(authors_[i], authors_[k]) ? kConfirmed : 0;
    }
    // One word in the data may be whoever typed the text in.
    if (Source(i) == Source::kJsonLd && people_in(authors_[i]) == 1 && authors_[i].size() == 1 &&
        text::words(authors_[i].front().name).size() == 1 &&
        !is_persons_name(knowledge_, authors_[i].front().name)) {
      worth *= kOneWord;
    }
    if (people_in(authors_[i]) == 0) worth /= 10;  // anybody's name is better than a desk's
    if (worth > most) best = &authors_[i], most = worth;
  }
  if (best == nullptr) return outlet;
  List chosen = *best;
  if (line_.size() > chosen.size() && people_in(chosen) == chosen.size() &&
      std::all_of(chosen.begin(), chosen.end(),
                  [&](const auto& author) { return holds(line_, author); })) {
    return line_;
  }
  if (best == &list(Source::kJsonLd)) {
    const List* longer = told_twice(chosen);
    return longer == nullptr ? chosen : *longer;
  }
  // Beside a name that another element tells, too, stand links to sections, editors and desks.
  const auto confirmed = [&](const model::Author& author) {
    return std::any_of(authors_.begin(), authors_.end(),
                       [&](const List& other) { return &other != best && holds(other, author); });
  };
  if (std::any_of(chosen.begin(), chosen.end(), confirmed)) {
    std::erase_if(chosen, [&](const auto& author) { return !confirmed(author); });
  }
  if (people_in(chosen) > 0 && best == &list(Source::kByline)) {
    std::erase_if(chosen, [](const auto& author) { return author.role == kOrganisation; });
  }
  return chosen;
}

}  // namespace synoptic::clean

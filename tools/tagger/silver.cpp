// Links of an encyclopedia's news, chained news, and sentences with other names.
#include "tagger/silver.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "read_file.h"
#include "tagger/list_maker.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::tools {
namespace {

using annotate::NameType;
using annotate::Shape;
using annotate::TagSentence;

// "<a href=… title="T">words</a>": text without marks, links with their titles.
struct Link {
  Range range;
  std::string title;
};
std::string read_blurb(std::string_view html, std::vector<Link>& links) {
  std::string text;
  for (size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    const size_t close = html.find('>', at);
    if (close == std::string_view::npos) break;
    const std::string_view tag = html.substr(at, close - at);
    if (tag.starts_with("<a ")) {
      Link link;
      link.range.begin = static_cast<uint32_t>(text.size());
      const size_t title = tag.find("title=\"");
      if (title != std::string_view::npos) {
        const std::string_view rest = tag.substr(title + 7);
        link.title = rest.substr(0, rest.find('"'));
      }
      links.push_back(std::move(link));
    } else if (tag == "</a" && !links.empty() && links.back().range.end == 0) {
      links.back().range.end = static_cast<uint32_t>(text.size());
    }
    at = close + 1;
  }
  return text;
}

}  // namespace

SilverSet read_linked_news(const std::string& data, const std::string& lang,
                           const annotate::NameLists& lists,
                           const std::vector<NamedThing>& things) {
  SilverSet silver;
  silver.set.lang = lang;
  silver.set.name = "linked news";
  std::unordered_map<std::string_view, int> types;
  const auto& languages = thing_languages();
  const auto column =
      static_cast<size_t>(std::find(languages.begin(), languages.end(), lang) - languages.begin());
  for (const auto& thing : things) {
    for (const size_t c : {column, languages.size() - 1}) {
      if (c < thing.names.size() && !thing.names[c].empty()) types[thing.names[c]] = thing.type;
    }
  }
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load(data + "/stories-itn/itn/corpus_2023-04-14.json").get(root) !=
      simdjson::SUCCESS) {
    return silver;
  }
  const annotate::NameLists none;
  std::unordered_set<std::string> seen;
  TagSentence tokens;
  for (const auto story : simdjson::dom::object(root)) {
    for (const auto version : simdjson::dom::object(story.value)) {
      if (std::string_view(version.value["lang"]) != lang) continue;
      std::vector<Link> links;
      eval::NamedSentence sentence;
      sentence.text = read_blurb(std::string_view(version.value["blurb"]), links);
      if (sentence.text.size() < 20 || !seen.insert(sentence.text).second) continue;
      std::vector<Range> open;
      std::vector<Range> told;
      for (const Link& link : links) {
        if (link.range.empty()) continue;
        const auto known = types.find(link.title);
        const bool same = annotate::phrase_key(link.title, none) ==
                          annotate::phrase_key(link.range.of(sentence.text), none);
        if (known == types.end() || !same) continue;
        told.push_back(link.range);
        if (known->second < 3) {
          sentence.names.push_back(
              {.range = link.range, .kind = static_cast<eval::NameKind>(known->second)});
        }
      }
      if (sentence.names.empty()) continue;
      annotate::read_tokens(sentence.text, {0, static_cast<uint32_t>(sentence.text.size())}, lang,
                            lists, tokens);
      // What looks like a name and has no link may be one.
      for (const auto& token : tokens.tokens) {
        if (token.shape >= Shape::kStop || (token.word_class & 64) != 0 ||
            token.shape == Shape::kLower)
          continue;
        if (token.phrase == 0 && token.shape >= Shape::kArabic) continue;
        if (token.phrase == annotate::kOtherBit) continue;
        const bool in =
            std::any_of(told.begin(), told.end(), [&](Range r) { return r.overlaps(token.range); });
        if (!in) open.push_back(token.range);
      }
      silver.set.sentences.push_back(std::move(sentence));
      silver.open.push_back(std::move(open));
    }
  }
  fmt::print(stderr, "{}: {} linked sentences\n", lang, silver.set.sentences.size());
  return silver;
}

SilverSet exchange_names(const SilverSet& silver, int copies, const std::vector<NamedThing>& things,
                         const WordTables& tables) {
  SilverSet made;
  made.set.lang = silver.set.lang;
  made.set.name = "exchanged";
  const auto& languages = thing_languages();
  const auto column = static_cast<size_t>(
      std::find(languages.begin(), languages.end(), silver.set.lang) - languages.begin());
  // In other scripts a name in Latin letters is one that was never written.
  const bool latin =
      !silver.set.sentences.empty() && silver.set.lang != "zh" &&
      std::all_of(silver.set.sentences.begin(), silver.set.sentences.end(), [](const auto& s) {
        const auto w = text::words(s.text);
        return w.empty() || text::is_latin(text::decode(s.text, w[0].range.begin).value) ||
               text::is_digit(text::decode(s.text, w[0].range.begin).value);
      });
  std::array<std::vector<const std::string*>, 3> pool;
  // Teams that are called like their country or city are exchanged for such.
  std::unordered_set<std::string_view> places;
  std::vector<const std::string*> teams, native, known_places;
  for (const auto& thing : things) {
    if (column >= thing.names.size() || thing.type < 0 || thing.type > 2) continue;
    const auto& name = thing.names[column];
    if (thing.type == 2 && !name.empty()) {
      places.insert(name);
      const auto written = std::count_if(thing.names.begin(), thing.names.end(),
                                         [](const std::string& n) { return !n.empty(); });
      if (written >= 13) teams.push_back(&name);
      if (written >= 5 && name.find(' ') == std::string::npos) known_places.push_back(&name);
    }
    if (name.empty() || name.size() > 60 || (!latin && name == thing.names[0])) continue;
    pool[static_cast<size_t>(thing.type)].push_back(&name);
    // Names of three or four characters in one word are of the language's own people.
    const size_t characters = text::count_code_points(name);
    const char32_t first = text::decode(name, 0).value;
    if (thing.type == 0 && (characters == 3 || (characters == 4 && silver.set.lang == "ja")) &&
        (text::is_han(first) || text::is_hangul(first)) && name.find(' ') == std::string::npos) {
      native.push_back(&name);
    }
  }
  uint64_t state = 0x2545F4914F6CDD1DULL;
  const auto composer = tables.composers.find(silver.set.lang);
  constexpr std::array<uint64_t, 3> kComposedOfTen = {6, 5, 2};
  std::string composed;
  const auto pick = [&](size_t kind) -> const std::string* {
    if (pool[kind].empty()) return nullptr;
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    if (composer != tables.composers.end() && state / 64 % 10 < kComposedOfTen[kind]) {
      composed = composer->second.compose(kind, known_places, state);
      if (!composed.empty()) return &composed;
    }
    if (kind == 0 && !native.empty() && state / 8 % 3 != 0)
      return native[state / 32 % native.size()];
    return pool[kind][state % pool[kind].size()];
  };
  for (int copy = 0; copy < copies; ++copy) {
    for (size_t s = 0; s < silver.set.sentences.size(); ++s) {
      const auto& from = silver.set.sentences[s];
      if (from.names.empty()) continue;
      eval::NamedSentence to;
      std::vector<Range> open;
      std::vector<std::pair<uint32_t, int64_t>> shifts;
      uint32_t at = 0;
      for (const auto& name : from.names) {
        if (name.range.begin < at) continue;
        to.text += from.text.substr(at, name.range.begin - at);
        const std::string* other = pick(static_cast<size_t>(name.kind));
        if (name.kind == eval::NameKind::kOrganisation && other != nullptr && !teams.empty() &&
            places.contains(name.range.of(from.text))) {
          other = teams[state / 16 % teams.size()];
        }
        const std::string written =
            other != nullptr ? *other : std::string(name.range.of(from.text));
        const auto begin = static_cast<uint32_t>(to.text.size());
        to.text += written;
        to.names.push_back(
            {.range = {begin, static_cast<uint32_t>(to.text.size())}, .kind = name.kind});
        at = name.range.end;
        shifts.emplace_back(at, static_cast<int64_t>(to.text.size()) - at);
      }
      to.text += from.text.substr(at);
      for (const Range& range : silver.open[s]) {
        int64_t shift = 0;
        for (const auto& [behind, by] : shifts) shift = range.begin >= behind ? by : shift;
        open.push_back(
            {static_cast<uint32_t>(range.begin + shift), static_cast<uint32_t>(range.end + shift)});
      }
      made.set.sentences.push_back(std::move(to));
      made.open.push_back(std::move(open));
    }
  }
  return made;
}

}  // namespace synoptic::tools

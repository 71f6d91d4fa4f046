#include "made_news.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/hash.h"
#include "flow/flow.h"
#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::bench {
namespace {

using model::Annotated;
using model::EntityType;

constexpr size_t kVocabulary = 300'000;  // words of a language
constexpr size_t kEntities = 300'000;    // known names
constexpr size_t kStrangers = 3'000'000;
constexpr size_t kArticlesADay = 5'760;
constexpr size_t kOpenEvents = 1'500;
constexpr double kEnglish = 0.35;   // of the articles; the other languages share the rest
constexpr double kFollowUp = 0.25;  // of the events: half of what an earlier one was about
constexpr double kCopies = 0.15;

std::vector<std::string> pieces_of(const std::string& text, bool spaces) {
  std::vector<std::string> out;
  std::string piece;
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (c.value == ' ' || (!spaces && letters == 3)) {
      if (!piece.empty()) out.push_back(std::exchange(piece, {}));
      letters = 0;
    }
    if (c.value != ' ') piece.append(text, at, c.length);
    ++letters;
    at += c.length;
  }
  if (!piece.empty()) out.push_back(piece);
  return out;
}

std::vector<std::string> commonest_first(const std::vector<std::string>& words) {
  std::map<std::string, size_t> counts;
  for (const auto& word : words) ++counts[word];
  std::vector<std::pair<size_t, std::string>> ranked;
  for (const auto& [word, count] : counts) ranked.emplace_back(words.size() - count, word);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> out;
  for (auto& [rest, word] : ranked) out.push_back(std::move(word));
  return out;
}

std::string half(const std::string& word, bool first) {
  const size_t letters = std::max<size_t>(text::count_code_points(word), 2);
  size_t at = 0;
  for (size_t i = 0; i < letters / 2 && at < word.size(); ++i) at += text::decode(word, at).length;
  return first ? word.substr(0, at) : word.substr(at);
}

void add_rare_words(Language& language) {
  const size_t common = language.words.size();
  if (language.code == "en") {
    const auto& lexicon = lexicon::Lexicon::load();
    std::vector<std::pair<uint64_t, std::string>> shuffled;
    for (uint32_t term = 0; term < lexicon.term_count(); ++term) {
      const std::string word(lexicon.word_of(term));
      if (!word.empty()) shuffled.emplace_back(fnv1a(word), word);
    }
    std::sort(shuffled.begin(), shuffled.end());
    for (auto& [hash, word] : shuffled) language.words.push_back(std::move(word));
  }
  std::mt19937_64 random(fnv1a(language.code));
  while (language.words.size() < kVocabulary) {
    language.words.push_back(half(language.words[random() % common], true) +
                             half(language.words[random() % common], false));
  }
}

model::DateValue date_of(int64_t minutes) {
  constexpr int64_t kFirstDay = 20'000;
  auto out = model::civil_from_days(kFirstDay + minutes / 1440);
  out.hour = static_cast<int>(minutes / 60 % 24);
  out.minute = static_cast<int>(minutes % 60);
  out.precision = model::Precision::kMinute;
  return out;
}

// Two capitalised words, the same for the same number.
std::string name_of(size_t number, bool known) {
  static constexpr const char* kParts[] = {"ka", "lo",  "mer", "ti",  "van", "so", "dra", "pel",
                                           "nu", "gor", "fi",  "sha", "bel", "ro", "ust", "em"};
  uint64_t seed = fnv1a(fmt::format("{} {}", number, known));
  std::string out;
  for (size_t word = 0; word < 2; ++word) {
    std::string part;
    for (size_t i = 0; i < 3; ++i, seed /= 16) part += kParts[seed % 16];
    part[0] = static_cast<char>(part[0] - 'a' + 'A');
    out += (word == 0 ? "" : " ") + part;
  }
  return out;
}

}  // namespace

std::vector<Language> languages_of_samples(const std::string& folder) {
  const auto engine = flow::Engine::load().value();
  std::map<std::string, Language> found;
  flow::read_all(engine, {folder}, {}, [&](Result<flow::Document> document) {
    if (!document) return;
    for (const auto& annotated : document->articles) {
      const std::string code(model::primary_language(annotated.article.lang));
      Language& language = found[code];
      language.code = code;
      language.spaces = code != "zh" && code != "ja";
      for (const auto& block : annotated.article.blocks) {
        for (auto& piece : pieces_of(block.text, language.spaces)) {
          language.words.push_back(std::move(piece));
        }
      }
    }
  });
  std::vector<Language> out;
  for (auto& [code, language] : found) {
    if (language.words.size() <= 200) continue;
    language.words = commonest_first(language.words);
    add_rare_words(language);
    if (code == "en") {
      out.insert(out.begin(), std::move(language));
    } else {
      out.push_back(std::move(language));
    }
  }
  return out;
}

MadeNews::MadeNews(std::vector<Language> languages) : languages_(std::move(languages)) {}

// P(rank) falls as 1 / rank: uniform in the logarithm.
size_t MadeNews::rank(size_t count) {
  const double most = std::log(static_cast<double>(count) + 1.0);
  return std::min(count - 1, static_cast<size_t>(std::exp(share() * most)) - 1);
}

// Half of the events are told once, one in a hundred by fifty articles and more.
size_t MadeNews::story_size() {
  return std::min<size_t>(400, static_cast<size_t>(1.0 / std::pow(share(), 0.85)));
}

Annotated MadeNews::next() {
  if (open_.empty() || chance(0.28)) found();
  Event& event = open_[below(open_.size())];
  Annotated made = chance(kCopies) && !event.last.article.title.empty() ? copy(event) : tell(event);
  event.last = made;
  told_ = event.id;
  if (--event.left == 0) {
    std::swap(event, open_.back());
    open_.pop_back();
  }
  ++number_;
  return made;
}

void MadeNews::found() {
  Event event;
  event.id = events_++;
  event.left = story_size();
  event.minutes = static_cast<int64_t>(number_ * 1440 / kArticlesADay);
  if (!open_.empty() && chance(kFollowUp)) {
    const Event& before = open_[below(open_.size())];
    for (const size_t id : before.entities)
      if (chance(0.5)) event.entities.push_back(id);
    for (const size_t id : before.strangers)
      if (chance(0.3)) event.strangers.push_back(id);
    for (const size_t word : before.words)
      if (chance(0.4)) event.words.push_back(word);
  }
  while (event.entities.size() < 4) event.entities.push_back(rank(kEntities));
  while (event.strangers.size() < 6) event.strangers.push_back(rank(kStrangers));
  // What a story is about is told with words that are not among the commonest.
  while (event.words.size() < 30) event.words.push_back(300 + rank(kVocabulary / 4));
  for (size_t i = 0; i < 3; ++i) event.figures.push_back(static_cast<double>(2 + rank(20'000)));
  for (size_t i = 0; i < 3; ++i) event.deeds.push_back(rank(300));
  if (open_.size() < kOpenEvents) {
    open_.push_back(std::move(event));
  } else {
    open_[below(open_.size())] = std::move(event);
  }
}

std::string MadeNews::sentence(const Language& language, const Event& event, size_t words) {
  std::string out;
  for (size_t i = 0; i < words; ++i) {
    if (i > 0 && language.spaces) out += ' ';
    const size_t count = language.words.size();
    out += language.words[chance(0.2) ? event.words[rank(event.words.size())] : rank(count)];
  }
  return out;
}

void MadeNews::mention(Annotated& out, size_t number, bool known, bool headline) {
  constexpr EntityType kTypes[] = {EntityType::kPerson,  EntityType::kOrg,     EntityType::kCity,
                                   EntityType::kCountry, EntityType::kConcept, EntityType::kPerson,
                                   EntityType::kOrg,     EntityType::kCity};
  model::Mention made;
  made.text = made.name = name_of(number, known);
  if (known) made.entity = fmt::format("entity-{}", number);
  made.type = kTypes[number % std::size(kTypes)];
  auto& blocks = out.article.blocks;
  made.at.block = headline ? model::kTitleBlock : static_cast<uint32_t>(below(blocks.size()));
  if (out.article.lang != "zh" && out.article.lang != "ja" && (headline || chance(0.4))) {
    std::string& text = headline ? out.article.title : blocks[made.at.block].text;
    text += " " + made.text;
  }
  out.mentions.push_back(std::move(made));
}

Annotated MadeNews::tell(const Event& event) {
  const Language& language = languages_[chance(kEnglish) ? 0 : below(languages_.size())];
  Annotated out;
  auto& article = out.article;
  article.id = sha256_hex(fmt::format("{}", number_)).substr(0, 16);
  article.lang = language.code;
  article.title = sentence(language, event, 7);
  article.published.emplace();
  article.published->value = date_of(event.minutes + static_cast<int64_t>(below(2000)));
  for (size_t i = 0; i < 6; ++i) {
    model::Block block;
    block.text = sentence(language, event, 38);
    article.blocks.push_back(std::move(block));
  }
  for (size_t i = 0; i < event.entities.size(); ++i) {
    if (i > 0 && chance(0.25)) continue;
    for (size_t times = 0; times < 1 + below(3); ++times) {
      mention(out, event.entities[i], true, times == 0 && i < 2);
    }
  }
  for (const size_t stranger : event.strangers) {
    if (chance(0.4)) mention(out, stranger, false, chance(0.1));
  }
  for (size_t i = 0; i < 3; ++i) mention(out, rank(kEntities), true, false);
  for (size_t i = 0; i < 6; ++i) mention(out, rank(kStrangers), false, false);
  for (size_t i = 0; i < 3; ++i) {
    model::Event deed;
    deed.action = fmt::format("act-{}", chance(0.6) ? event.deeds[i] : rank(300));
    deed.modality = "asserted";
    const std::string actor = fmt::format("entity-{}", event.entities[i % event.entities.size()]);
    if (chance(0.6)) deed.actor.push_back({actor, actor, actor, {}});
    deed.at.block = static_cast<uint32_t>(i);
    out.events.push_back(std::move(deed));
  }
  for (size_t i = 0; i < 4; ++i) {
    model::Quantity quantity;
    quantity.kind = "count";
    const bool own = i < 2 && chance(0.7);
    quantity.value = own ? event.figures[i] : static_cast<double>(2 + rank(20'000));
    if (i < 2) quantity.counted_class = "killed";
    quantity.scope = "event";
    out.quantities.push_back(std::move(quantity));
  }
  out.topics.push_back({fmt::format("topic-{}", event.words[0] % 17), 1.0});
  return out;
}

Annotated MadeNews::copy(const Event& event) {
  Annotated out = event.last;
  out.article.id = sha256_hex(fmt::format("{}", number_)).substr(0, 16);
  out.article.blocks.resize(std::min(out.article.blocks.size(), 3 + below(4)));
  return out;
}

}  // namespace synoptic::bench

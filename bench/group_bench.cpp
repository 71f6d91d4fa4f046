// Grouping as the stream grows: how many articles a second, what one costs, how much memory the
// window takes for each. The articles are made: events with their own names, figures, places and
// words, told by one to eight articles of several languages, a part of them copies; the other words
// are those of samples/. Run: build/release/bin/group_bench [ARTICLES] (default 250,000); with
// --tsv a table for tools/plot_growth.py.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/hash.h"
#include "flow/flow.h"
#include "group/fingerprint.h"
#include "group/group.h"
#include "text/utf8.h"

namespace {

using namespace synoptic;
using model::Annotated;
using model::EntityType;

// Of this thread: what other programs do meanwhile does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

size_t heap_in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

// The words of the samples, by language, as often as they stand there.
struct Language {
  std::string code;
  bool spaces = true;
  std::vector<std::string> words;
};

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

std::vector<Language> languages_of_samples() {
  const auto engine = flow::Engine::load().value();
  std::map<std::string, Language> found;
  flow::read_all(engine, {SYNOPTIC_SAMPLES}, {}, [&](Result<flow::Document> document) {
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
    if (language.words.size() > 200) out.push_back(std::move(language));
  }
  return out;
}

class Stream {
 public:
  explicit Stream(std::vector<Language> languages) : languages_(std::move(languages)) {}

  Annotated next() {
    if (number_ % 97 == 0 || open_.empty() || chance(0.3)) found();
    Event& event = open_[below(open_.size())];
    Annotated made =
        chance(0.15) && event.last.article.title.size() > 0 ? copy(event) : tell(event);
    event.last = made;
    if (--event.left == 0) {
      std::swap(event, open_.back());
      open_.pop_back();
    }
    ++number_;
    return made;
  }

 private:
  struct Event {
    size_t id = 0, left = 0;
    int64_t minutes = 0;
    std::vector<size_t> entities;
    std::vector<std::string> words;
    std::vector<double> figures;
    Annotated last;
  };

  static model::DateValue date_of(int64_t minutes) {
    constexpr int64_t kFirstDay = 20'000;
    auto out = model::civil_from_days(kFirstDay + minutes / 1440);
    out.hour = static_cast<int>(minutes / 60 % 24);
    out.minute = static_cast<int>(minutes % 60);
    out.precision = model::Precision::kMinute;
    return out;
  }
  size_t below(size_t bound) { return random_() % bound; }
  bool chance(double share) { return static_cast<double>(random_() >> 11) * 0x1p-53 < share; }
  // Few names stand in much of the news, most in little.
  size_t entity() {
    const double u = static_cast<double>((random_() >> 11) + 1) * 0x1p-53;
    return static_cast<size_t>(60000 * std::pow(u, 2.5));
  }
  std::string strange_word() {
    static constexpr const char* kParts[] = {"ka", "lo",  "mer", "ti",  "van", "so", "dra", "pel",
                                             "nu", "gor", "fi",  "sha", "bel", "ro", "ust", "em"};
    std::string out;
    for (size_t i = 0; i < 3 + below(2); ++i) out += kParts[below(16)];
    return out;
  }

  void found() {
    Event event;
    event.id = events_++;
    event.left = 1 + below(8) * below(2);
    event.minutes = static_cast<int64_t>(number_) / 4;  // 5,760 articles a day
    for (size_t i = 0; i < 3 + below(4); ++i) event.entities.push_back(entity());
    for (size_t i = 0; i < 6; ++i) event.words.push_back(strange_word());
    for (size_t i = 0; i < 2; ++i) event.figures.push_back(static_cast<double>(2 + below(20000)));
    if (open_.size() < 400) {
      open_.push_back(std::move(event));
    } else {
      open_[below(open_.size())] = std::move(event);
    }
  }

  std::string sentence(const Language& language, const Event& event, size_t words) {
    std::string out;
    for (size_t i = 0; i < words; ++i) {
      if (i > 0 && language.spaces) out += ' ';
      out += i % 9 == 8 ? " " + event.words[below(event.words.size())] + " "
                        : language.words[below(language.words.size())];
    }
    return out;
  }

  Annotated tell(const Event& event) {
    const Language& language = languages_[below(languages_.size())];
    Annotated out;
    auto& article = out.article;
    article.id = sha256_hex(fmt::format("{}", number_)).substr(0, 16);
    article.lang = language.code;
    article.title = sentence(language, event, 9);
    article.published.emplace();
    article.published->value = date_of(event.minutes + static_cast<int64_t>(below(2000)));
    for (size_t i = 0; i < 6; ++i) {
      model::Block block;
      block.text = sentence(language, event, 40);
      article.blocks.push_back(std::move(block));
    }
    constexpr EntityType kTypes[] = {EntityType::kPerson, EntityType::kOrg, EntityType::kCity,
                                     EntityType::kCountry, EntityType::kConcept};
    for (size_t i = 0; i < event.entities.size(); ++i) {
      const size_t id = event.entities[i];
      for (size_t times = 0; times < 1 + below(3); ++times) {
        model::Mention mention;
        mention.entity = mention.name = mention.text = fmt::format("entity-{}", id);
        mention.type = kTypes[id % 5];
        mention.at.block =
            times == 0 && i < 2 ? model::kTitleBlock : static_cast<uint32_t>(below(6));
        out.mentions.push_back(std::move(mention));
      }
    }
    constexpr const char* kActions[] = {"announce", "visit", "order", "reject", "strike", "choose"};
    for (size_t i = 0; i < 3; ++i) {
      model::Event deed;
      deed.action = kActions[(event.id + i * i) % 6];
      deed.modality = "asserted";
      const std::string actor = fmt::format("entity-{}", event.entities[i % event.entities.size()]);
      deed.actor.push_back({actor, actor, actor, {}});
      deed.at.block = static_cast<uint32_t>(i);
      out.events.push_back(std::move(deed));
    }
    for (const double figure : event.figures) {
      if (chance(0.3)) continue;
      model::Quantity quantity;
      quantity.kind = "count";
      quantity.value = figure;
      quantity.counted_class = "killed";
      quantity.scope = "event";
      out.quantities.push_back(std::move(quantity));
    }
    return out;
  }

  Annotated copy(const Event& event) {
    Annotated out = event.last;
    out.article.id = sha256_hex(fmt::format("{}", number_)).substr(0, 16);
    out.article.blocks.resize(2 + below(5));
    return out;
  }

  std::vector<Language> languages_;
  std::mt19937_64 random_{20260301};
  std::deque<Event> open_;
  size_t number_ = 0, events_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  size_t articles = 250'000;
  bool tsv = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--tsv") == 0) {
      tsv = true;
    } else {
      articles = static_cast<size_t>(std::atoll(argv[i]));
    }
  }
  Stream stream(languages_of_samples());
  const auto knowledge = std::make_shared<const knowledge::Knowledge>();
  group::Grouper grouper(knowledge);
  grouper.forget_changes();
  const size_t before = heap_in_use();
  fmt::print("{}",
             tsv ? "articles\twindow\tper_second\tdraft_us\tgroup_us\tslowest_ms\tbytes\n"
                 : "articles   in window  grouped/s  draft us  group us  slowest ms  bytes each\n");
  const size_t step = 10'000;
  std::vector<group::Draft> drafts;
  uint64_t checksum = 0;
  for (size_t done = 0; done < articles; done += step) {
    drafts.clear();
    double drafting = 0, grouping = 0, slowest = 0;
    for (size_t i = 0; i < step; ++i) {
      const Annotated annotated = stream.next();
      const double start = cpu_seconds();
      drafts.push_back(group::draft(annotated, *knowledge));
      drafting += cpu_seconds() - start;
    }
    for (auto& draft : drafts) {
      const double start = cpu_seconds();
      const auto change = grouper.add(std::move(draft));
      const double took = cpu_seconds() - start;
      checksum = fnv1a(change.story, checksum + 1);
      grouping += took;
      slowest = std::max(slowest, took);
    }
    drafts = {};
    const size_t all = done + step, window = grouper.window_size();
    if (!tsv && all > 50'000 && all % 50'000 != 0) continue;
    const auto each = [](double seconds) { return 1e6 * seconds / step; };
    const size_t bytes = (heap_in_use() - before) / std::max<size_t>(window, 1);
    fmt::print(
        fmt::runtime(tsv ? "{}\t{}\t{:.0f}\t{:.1f}\t{:.1f}\t{:.1f}\t{}\n"
                         : "{:<9}  {:>9}  {:>9.0f}  {:>8.1f}  {:>8.1f}  {:>10.1f}  {:>10}\n"),
        all, window, step / grouping, each(drafting), each(grouping), 1e3 * slowest, bytes);
    std::fflush(stdout);
  }
  if (!tsv) fmt::print("checksum {:016x}, {} stories\n", checksum, grouper.stories().size());
}

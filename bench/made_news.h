// A made stream of news for measuring grouping: its words, names and stories are as unevenly common
// as those of real news. What was looked at to set it is in docs/quality/speed.md. The same stream
// each time.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/annotation.h"

namespace synoptic::bench {

// Words of one language, the commonest first: those of samples/ as common as there, behind them
// rare ones (of the lexicon for English, else halves of two sample words put together), so that the
// vocabulary goes on growing with the number of articles.
struct Language {
  std::string code;
  bool spaces = true;
  std::vector<std::string> words;
};
std::vector<Language> languages_of_samples(const std::string& folder);

class MadeNews {
 public:
  explicit MadeNews(std::vector<Language> languages);
  model::Annotated next();
  size_t event() const { return told_; }  // that the latest article tells of
  size_t events() const { return events_; }

 private:
  struct Event {
    size_t id = 0, left = 0;
    int64_t minutes = 0;
    std::vector<size_t> entities, strangers;
    std::vector<size_t> words;  // ranks, the same in all languages
    std::vector<double> figures;
    std::vector<size_t> deeds;
    model::Annotated last;
  };

  size_t below(size_t bound) { return static_cast<size_t>(random_() % bound); }
  double share() { return static_cast<double>((random_() >> 11) + 1) * 0x1p-53; }  // above 0
  bool chance(double of) { return share() <= of; }
  size_t rank(size_t count);  // Zipf's law
  size_t story_size();

  void found();
  void mention(model::Annotated& out, size_t number, bool known, bool headline);
  std::string sentence(const Language& language, const Event& event, size_t words);
  model::Annotated tell(const Event& event);
  model::Annotated copy(const Event& event);

  std::vector<Language> languages_;
  std::mt19937_64 random_{20260301};
  std::vector<Event> open_;
  size_t number_ = 0, events_ = 0, told_ = 0;
};

}  // namespace synoptic::bench

#include "watch/log.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "watch/entry.h"

namespace synoptic::watch {
namespace {

bool is_difference(std::string_view verdict) {
  return verdict == "differ" || verdict == "broader_narrower" || verdict == "attributed_difference";
}

bool is_of_two_articles(const model::Fact& fact) {
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
    return value.article != fact.values.front().article;
  });
}

std::vector<Cell> cells_of(const model::Fact& fact) {
  std::vector<Cell> out;
  for (const auto& value : fact.values) out.push_back({value.article, value.span, value.norm});
  return out;
}

std::string json_of(const model::Fact& fact) {
  JsonWriter json;
  model::write_json(json, fact);
  return json.take();
}

// How much a cell of a known fact and a value tell that their facts are one: the same bytes, or the
// same value of the same article (its bytes move when the article is revised). 0: nothing.
int likeness_of_fact(const Watched& fact, const Cell& cell, const model::Fact& now,
                     const model::FactValue& value) {
  if (cell.span == value.span) return cell.norm == value.norm ? 4 : 3;
  return cell.norm == value.norm && fact.about == now.about ? 2 : 0;
}

// Who says what; the place of a value in its article says nothing new.
std::set<std::pair<std::string, std::string>> sayings(const std::vector<Cell>& cells) {
  std::set<std::pair<std::string, std::string>> out;
  for (const Cell& cell : cells) out.emplace(cell.article, cell.norm);
  return out;
}

void rename(std::vector<Watched>& facts, const Sight& sight) {
  for (Watched& fact : facts) {
    fact.story = sight.story->id;
    for (Cell& cell : fact.cells) {
      if (const auto now = sight.renamed.find(cell.article); now != sight.renamed.end()) {
        cell.article = now->second;
      }
    }
  }
}

class Watch {
 public:
  Watch(std::vector<Watched> known, const Sight& sight) : known_(std::move(known)), sight_(sight) {
    rename(known_, sight);
    const model::Synopsis& synopsis = *sight.synopsis;
    if (synopsis.accounts.size() >= 2) {
      for (const auto* list :
           {&synopsis.differ, &synopsis.updates, &synopsis.agree, &synopsis.only}) {
        for (const auto& fact : *list) now_.push_back(&fact);
      }
    } else {
      // What a copy changed is news, too; else a single account has nothing to be compared with.
      for (const auto* list : {&synopsis.differ, &synopsis.updates}) {
        for (const auto& fact : *list) {
          if (is_of_two_articles(fact)) now_.push_back(&fact);
        }
      }
    }
    match_of_known_.assign(known_.size(), kNone);
    match_of_now_.assign(now_.size(), kNone);
  }

  Step run() {
    match();
    for (const auto& fact : known_) ids_.insert(fact.id);
    for (size_t i = 0; i < now_.size(); ++i) {
      match_of_now_[i] == kNone ? found(*now_[i]) : seen(known_[match_of_now_[i]], *now_[i]);
    }
    for (size_t i = 0; i < known_.size(); ++i) {
      if (match_of_known_[i] == kNone) missed(known_[i]);
    }
    step_.facts.insert(step_.facts.begin(), std::make_move_iterator(known_.begin()),
                       std::make_move_iterator(known_.end()));
    return std::move(step_);
  }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  struct Tie {
    int score;
    bool gone;
    size_t known, now;
  };

  // Pairs of facts of one slot that have cells in common. Looked up by article, so that a story of
  // hundreds of accounts costs no more than its cells.
  std::vector<Tie> ties() const {
    std::unordered_map<std::string, std::vector<std::pair<size_t, const Cell*>>> by_article;
    for (size_t i = 0; i < known_.size(); ++i) {
      for (const Cell& cell : known_[i].cells) {
        by_article[known_[i].slot + "\n" + cell.article].emplace_back(i, &cell);
      }
    }
    std::vector<Tie> out;
    for (size_t j = 0; j < now_.size(); ++j) {
      std::map<size_t, int> scores;
      for (const auto& value : now_[j]->values) {
        const auto cells = by_article.find(now_[j]->slot + "\n" + value.article);
        if (cells == by_article.end()) continue;
        std::map<size_t, int> best;
        for (const auto& [i, cell] : cells->second) {
          best[i] = std::max(best[i], likeness_of_fact(known_[i], *cell, *now_[j], value));
        }
        for (const auto& [i, score] : best) scores[i] += score;
      }
      for (const auto& [i, score] : scores) {
        const int same_about = known_[i].about == now_[j]->about ? 1 : 0;
        if (score > 0) out.push_back({score + same_about, !known_[i].gone.empty(), i, j});
      }
    }
    return out;
  }

  // The best pairs first; a fact that stands before one that was gone.
  void match() {
    auto pairs = ties();
    std::stable_sort(pairs.begin(), pairs.end(), [](const Tie& a, const Tie& b) {
      if (a.gone != b.gone) return b.gone;
      if (a.score != b.score) return a.score > b.score;
      return a.known != b.known ? a.known < b.known : a.now < b.now;
    });
    for (const Tie& tie : pairs) {
      if (match_of_known_[tie.known] != kNone || match_of_now_[tie.now] != kNone) continue;
      match_of_known_[tie.known] = tie.now;
      match_of_now_[tie.now] = tie.known;
    }
  }

  void log(Kind kind, const Watched& fact, const model::Fact* now, const std::string& before) {
    step_.entries.push_back(fact_entry(kind, fact, now, before, sight_));
  }

  std::string new_id(const model::Fact& fact) {
    std::string text = sight_.story->id + "\n" + fact.slot + "\n" + fact.about;
    for (const auto& cell : cells_of(fact)) {
      text += fmt::format("\n{} {} {}", cell.article, cell.span.begin, cell.span.end);
    }
    for (;;) {  // the same cells may fill two facts
      std::string id = "w" + sha256_hex(text).substr(0, 12);
      if (ids_.insert(id).second) return id;
      text += "\n";
    }
  }

  void found(const model::Fact& now) {
    Watched fact;
    fact.id = new_id(now);
    fact.story = sight_.story->id;
    fact.first_seen = sight_.time;
    take(fact, now);
    tell(fact, now, "");
    step_.facts.push_back(std::move(fact));
  }

  void seen(Watched& fact, const model::Fact& now) {
    const std::string before = fact.gone.empty() ? fact.verdict : "";
    const auto old_sayings = sayings(fact.cells);
    const std::string changed = fact.changed;
    const bool returned = !fact.gone.empty();
    take(fact, now);
    if (before != now.verdict) {
      tell(fact, now, before);
    } else if (sayings(fact.cells) == old_sayings) {
      if (!returned) fact.changed = changed;
    } else if (is_difference(now.verdict) || now.verdict == "update") {
      log(Kind::kUpdated, fact, &now, before);
    }
  }

  void take(Watched& fact, const model::Fact& now) {
    fact.slot = now.slot;
    fact.about = now.about;
    fact.verdict = now.verdict;
    fact.changed = sight_.time;
    fact.gone.clear();
    fact.cells = cells_of(now);
    fact.json = json_of(now);
  }

  // The verdict is another one than `before`.
  void tell(const Watched& fact, const model::Fact& now, const std::string& before) {
    const std::string& verdict = now.verdict;
    const bool differs = is_difference(verdict), differed = is_difference(before);
    if (differed && !differs) log(Kind::kDifferenceGone, fact, &now, before);
    if (differs) {
      log(differed ? Kind::kVerdictChanged : Kind::kNewDifference, fact, &now, before);
    } else if (verdict == "update") {
      log(Kind::kUpdated, fact, &now, before);
    } else if (verdict == "only") {
      if (before.empty()) log(Kind::kNewSingle, fact, &now, before);
      if (before == "agree" || before == "update") log(Kind::kVerdictChanged, fact, &now, before);
    } else if (before == "only") {
      log(Kind::kSingleConfirmed, fact, &now, before);
    }
  }

  void missed(Watched& fact) {
    if (!fact.gone.empty()) return;
    fact.gone = sight_.time;
    if (is_difference(fact.verdict)) log(Kind::kDifferenceGone, fact, nullptr, fact.verdict);
  }

  std::vector<Watched> known_;
  const Sight& sight_;
  std::vector<const model::Fact*> now_;
  std::vector<size_t> match_of_known_, match_of_now_;
  std::set<std::string> ids_;
  Step step_;
};

}  // namespace

Step watch(std::vector<Watched> known, const Sight& sight) {
  return Watch(std::move(known), sight).run();
}

Result<Watched> watched_from_json(std::string id, std::string story, std::string json) {
  Watched out;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto malformed = [&] { return failure(ErrorCode::kStore, id, "is no watched fact"); };
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return malformed();
  const auto text = [](simdjson::dom::element element, const char* key) {
    std::string_view found;
    return element[key].get(found) == simdjson::SUCCESS ? std::string(found) : std::string();
  };
  out.slot = text(root, "slot");
  out.about = text(root, "about");
  out.verdict = text(root, "verdict");
  simdjson::dom::array values;
  if (root["values"].get(values) != simdjson::SUCCESS) return malformed();
  for (const auto value : values) {
    Cell cell{text(value, "article"), {}, text(value, "norm")};
    uint64_t begin = 0, end = 0;
    if (value["span"].at(0).get(begin) != simdjson::SUCCESS ||
        value["span"].at(1).get(end) != simdjson::SUCCESS) {
      return malformed();
    }
    cell.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    out.cells.push_back(std::move(cell));
  }
  out.id = std::move(id);
  out.story = std::move(story);
  out.json = std::move(json);
  return out;
}

}  // namespace synoptic::watch

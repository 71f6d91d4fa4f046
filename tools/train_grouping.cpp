// Makes data/group/weights.tsv: weighs the evidence of a pair of articles by logistic regression on
// sets whose stories are known, then chooses the thresholds by grouping their dev parts.
//
//   train_grouping --out data/group/weights.tsv SET…      (recipe: data/group/weights.md)
//
// Deterministic: the same sets give the same bytes.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <future>
#include <set>
#include <unordered_map>

#include "eval/stories.h"
#include "group/bounds.h"
#include "group/group.h"
#include "group/pair_model.h"
#include "group/window.h"
#include "read_file.h"

namespace synoptic {
namespace {

using tools::read_file;

using group::Draft;
using group::Evidence;
using group::kEvidences;
using group::Model;
using group::Pair;

struct Set {
  std::string name;
  std::vector<eval::StoryDocument> documents;
  std::vector<Draft> drafts;
  // Whether a story can have two articles of one language; where by the making of the set none
  // has, such pairs teach nothing.
  bool same_language = false;
  double share = 1;  // of what polishing looks at

  void look_at_languages() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& document : documents) {
      same_language |= !seen.emplace(document.story, document.lang).second;
    }
  }
};

struct Example {
  Pair pair;
  bool same = false;
  float weight = 1;
};

// Evidence for one event cannot speak against it, and the reverse: what the data say otherwise is
// an accident of the set. 1: not below 0, -1: not above, 0: free.
int sign_of(Evidence evidence) {
  switch (evidence) {
    case Evidence::kBias:
    case Evidence::kUndated:
    case Evidence::kShort:
    case Evidence::kStrange:
    case Evidence::kStrangeTitle:
    case Evidence::kStrangeAll:
    case Evidence::kLong:
    case Evidence::kWhole:
    case Evidence::kBare:
      return 0;
    case Evidence::kOtherPlaces:
    case Evidence::kOtherCountries:
    case Evidence::kOtherActors:
    case Evidence::kOtherStrangers:
    case Evidence::kOtherDays:
    case Evidence::kOtherEvent:
    case Evidence::kOtherFigures:
    case Evidence::kDaysApart:
    case Evidence::kWeekApart:
    case Evidence::kWholeUndated:
    case Evidence::kMould:
      return -1;
    default:
      return 1;
  }
}

// What whole texts share speaks beside the linear model (Model::texts_share), not in it.
bool is_of_texts(Evidence evidence) {
  return evidence == Evidence::kShared || evidence == Evidence::kTexts;
}

// News comes with wrong dates and without: one article in five loses its date here, one in five
// gets another, by a hash of its id.
Set with_bad_dates(const Set& set) {
  Set out = set;
  out.name += " (bad dates)";
  for (Draft& draft : out.drafts) {
    const uint32_t hash = group::key_of(draft.article);
    if (hash % 5 == 0) draft.minutes.reset();
    if (hash % 5 == 1 && draft.minutes) {
      *draft.minutes -= (20 + hash / 5 % 300) * group::kMinutesPerDay;
    }
  }
  return out;
}

// And in languages that the lexicon does not read: one in three loses its terms.
Set without_terms(const Set& set) {
  Set out = set;
  out.name += " (no terms)";
  for (Draft& draft : out.drafts) {
    if (group::key_of(draft.article) / 7 % 3 == 0) draft.terms.clear();
  }
  return out;
}

constexpr size_t kStrangers = 12;
constexpr float kLinkBelow = 2.3F;  // a story of the same kind is linked, not joined
constexpr float kCopyBelow = 1.7F;  // common phrases make up for so much

// The pairs that grouping would look at, in the order of the stream.
void add_examples(const Set& set, std::vector<Example>& out) {
  group::Window window;
  std::vector<Example> found;
  for (size_t i = 0; i < set.drafts.size(); ++i) {
    Draft draft = set.drafts[i];
    window.weigh(draft);
    group::Fingerprint article(draft);
    const bool same = window.copies_of(article, draft.phrases).same;
    std::unordered_map<std::string_view, size_t> of_story;
    size_t taken = 0;
    for (const auto& candidate : window.candidates(article, 4 * group::kMaxCandidates)) {
      if (taken == group::kMaxCandidates) break;
      const auto& story = set.documents[candidate.article].story;
      if (++of_story[story] > group::kMaxOfOneStory) continue;
      ++taken;
      if (group::is_copy(article, window.at(candidate.article))) continue;
      if (!set.same_language && window.at(candidate.article).lang() == article.lang()) continue;
      found.push_back({group::compare(article, window.at(candidate.article)),
                       set.documents[i].story == story, 1});
    }
    // And some that share nothing but the time, so that nothing speaks for nothing.
    for (size_t k = 0; k < kStrangers && i > 0; ++k) {
      const auto other = static_cast<uint32_t>((i * 2654435761U + k * 40503U) % i);
      if (set.documents[other].story == set.documents[i].story) continue;
      found.push_back({group::compare(article, window.at(other)), false, 1});
    }
    window.enter(std::move(article), !same);
  }
  const auto positive = static_cast<float>(
      std::count_if(found.begin(), found.end(), [](const auto& e) { return e.same; }));
  fmt::print(stderr, "{}: {} pairs, {} of one story\n", set.name, found.size(), positive);
  // A set counts by the root of its size, so that no kind of news drowns the others.
  for (auto& example : found) example.weight = 100.0F / std::sqrt(static_cast<float>(found.size()));
  out.insert(out.end(), found.begin(), found.end());
}

// Coordinate descent on the penalised logistic loss, each step one Newton step within the bounds.
Model train(const std::vector<Example>& examples, double ridge) {
  constexpr int kRounds = 300;
  Model model;
  std::vector<double> logits(examples.size(), 0.0);
  for (int round = 0; round < kRounds; ++round) {
    double moved = 0;
    for (size_t f = 0; f < kEvidences; ++f) {
      // That a date is missing would only tell one set from another.
      if (static_cast<Evidence>(f) == Evidence::kUndated) continue;
      // That there is little text speaks for nothing.
      if (static_cast<Evidence>(f) == Evidence::kShort) continue;
      if (is_of_texts(static_cast<Evidence>(f))) continue;
      double slope = 0, curve = 1e-9;
      for (size_t i = 0; i < examples.size(); ++i) {
        const double x = examples[i].pair.evidence[f];
        if (x == 0) continue;
        const double p = 1.0 / (1.0 + std::exp(-logits[i]));
        slope += examples[i].weight * x * (p - (examples[i].same ? 1.0 : 0.0));
        curve += examples[i].weight * x * x * std::max(p * (1 - p), 0.01);
      }
      const double now = model.weights[f];
      if (f != 0) {
        slope += ridge * now;
        curve += ridge;
      }
      double next = now - slope / curve;
      const int sign = sign_of(static_cast<Evidence>(f));
      if (sign > 0) next = std::max(0.0, next);
      if (sign < 0) next = std::min(0.0, next);
      const double step = next - now;
      if (step == 0) continue;
      model.weights[f] = static_cast<float>(next);
      for (size_t i = 0; i < examples.size(); ++i) logits[i] += step * examples[i].pair.evidence[f];
      moved = std::max(moved, std::abs(step));
    }
    if (moved < 1e-4) break;
  }
  return model;
}

eval::StoryScores group_set(const Set& set, const Model& model) {
  group::Grouper grouper(nullptr, model);
  std::unordered_map<std::string, std::string> told;
  std::vector<std::string> found;
  for (const Draft& draft : set.drafts) {
    const auto change = grouper.add(draft);
    told[draft.article] = change.story;
    for (const auto& [article, story] : change.moved) told[article] = story;
  }
  for (const Draft& draft : set.drafts) found.push_back(grouper.resolve(told[draft.article]));
  return eval::score_stories(set.documents, found);
}

double quality(const std::vector<Set>& sets, const Model& model, bool show) {
  double sum = 0;
  for (const Set& set : sets) {
    const auto scores = group_set(set, model);
    sum += scores.bcubed.f1() + 0.5 * scores.cross_lingual.f1();
    if (show) {
      fmt::print(stderr, "  {:<40} B-cubed {:5.1f} {:5.1f} {:5.1f}  cross-lingual {:5.1f}\n",
                 set.name, 100 * scores.bcubed.precision, 100 * scores.bcubed.recall,
                 100 * scores.bcubed.f1(), 100 * scores.cross_lingual.f1());
    }
  }
  return sum;
}

// One threshold after the other, twice, the later time in finer steps.
void choose_thresholds(const std::vector<Set>& sets, Model& model) {
  model.best_share = 0.6F;
  float above = 0;
  double best = -1;
  const auto attempt = [&](float join, float over, float share) {
    Model trial = model;
    trial.join = join;
    trial.merge = trial.merge_blurbs = join + over;
    trial.best_share = share;
    const double found = quality(sets, trial, false);
    if (found <= best + 1e-6) return;
    best = found;
    model = trial;
    above = over;
  };
  for (float join = -1.5F; join <= 1.6F; join += 0.5F) attempt(join, 0, 0.6F);
  for (const float share : {0.3F, 0.45F, 0.75F, 0.9F}) attempt(model.join, above, share);
  for (const float over : {0.3F, 0.6F, 1.0F}) attempt(model.join, over, model.best_share);
  const float middle = model.join;
  for (const float step : {-0.3F, -0.15F, 0.15F, 0.3F}) {
    attempt(middle + step, above, model.best_share);
  }
  model.link = model.join - kLinkBelow;
  model.copy = model.join - kCopyBelow;
}

// How well the sets are grouped, those of one origin (a set and its spoiled copies) counted as one.
double worth(const std::vector<Set>& sets, const Model& model) {
  std::vector<std::future<double>> parts;
  for (const Set& set : sets) {
    parts.push_back(std::async(std::launch::async, [&set, &model] {
      const auto scores = group_set(set, model);
      return set.share *
             (scores.bcubed.f1() + (set.same_language ? 0 : 0.5) * scores.cross_lingual.f1());
    }));
  }
  double sum = 0;
  for (auto& part : parts) sum += part.get();
  return sum;
}

// The loss of pairs is not what is wanted, which are right stories: one number after the other is
// moved a little as long as the stories become better.
void polish(const std::vector<Set>& sets, Model& model, int rounds) {
  double best = worth(sets, model);
  fmt::print(stderr, "before polishing: {:.4f}\n", best);
  const auto attempt = [&](auto&& change) {
    Model trial = model;
    change(trial);
    const double found = worth(sets, trial);
    if (found <= best + 2e-4) return false;
    best = found;
    model = trial;
    return true;
  };
  for (int round = 0; round < rounds; ++round) {
    const double step = round == 0 ? 0.3 : 0.3 / (1 + round);
    for (size_t f = 0; f < kEvidences; ++f) {
      const auto evidence = static_cast<Evidence>(f);
      if (evidence == Evidence::kUndated || evidence == Evidence::kShort) continue;
      if (is_of_texts(evidence)) continue;
      const int sign = sign_of(evidence);
      const auto move = [&](double direction) {
        return attempt([&](Model& trial) {
          const double now = trial.weights[f];
          double next = now + direction * step * std::max(std::abs(now), 0.5);
          if (sign > 0) next = std::max(0.0, next);
          if (sign < 0) next = std::min(0.0, next);
          trial.weights[f] = static_cast<float>(next);
        });
      };
      if (!move(1)) move(-1);
    }
    for (const float by : {-0.15F, 0.15F}) {
      attempt([&](Model& trial) { trial.join += by, trial.merge += by, trial.merge_blurbs += by; });
      attempt([&](Model& trial) { trial.merge += by; });
      attempt([&](Model& trial) { trial.merge_blurbs += by; });
      attempt(
          [&](Model& trial) { trial.best_share = std::clamp(trial.best_share + by, 0.0F, 1.0F); });
    }
    fmt::print(stderr, "round {}: {:.4f}\n", round + 1, best);
  }
  model.link = model.join - kLinkBelow;
}

std::string table(const Model& model) {
  std::string out =
      "# What evidence for one story weighs: made by tools/train_grouping, see weights.md.\n"
      "# evidence\tweight\n";
  for (size_t f = 0; f < kEvidences; ++f) {
    out += fmt::format("{}\t{:.4f}\n", group::evidence_name(static_cast<Evidence>(f)),
                       model.weights[f]);
  }
  out += fmt::format("# thresholds\n=join\t{:.4f}\n=merge\t{:.4f}\n=best_share\t{:.4f}\n",
                     model.join, model.merge, model.best_share);
  out += fmt::format("=merge_blurbs\t{:.4f}\n=copy\t{:.4f}\n=link\t{:.4f}\n", model.merge_blurbs,
                     model.copy, model.link);
  out += fmt::format("=split_below\t{}\n=split_gap\t{}\n", model.split_below, model.split_gap);
  out += fmt::format("=texts_share\t{}\n=texts_slope\t{}\n=texts_even\t{}\n", model.texts_share,
                     model.texts_slope, model.texts_even);
  return out + fmt::format("=texts_other\t{}\n=texts_figures\t{}\n", model.texts_other,
                           model.texts_figures);
}

void dump(const std::vector<Example>& examples, const std::string& path) {
  std::ofstream out(path);
  for (const auto& example : examples) {
    out << (example.same ? 1 : 0);
    for (const float value : example.pair.evidence) out << '\t' << value;
    out << '\n';
  }
}

int run(const std::vector<std::string>& paths, const std::vector<std::string>& spoiled_paths,
        const std::vector<std::string>& watched_paths, const std::string& out,
        const std::vector<std::string>& polished_paths, const std::string& dump_path, double ridge,
        const std::string& weights, int rounds) {
  auto languages = text::LanguageId::embedded();
  auto knowledge = knowledge::Knowledge::load();
  if (!languages || !knowledge) return 1;
  const auto read = [&](const std::vector<std::string>& from, std::vector<Set>& sets) {
    for (const auto& path : from) {
      auto documents = eval::read_story_set(path, eval::StoryPart::kDev);
      if (!documents) {
        fmt::print(stderr, "train_grouping: {}: {}\n", path, documents.error().why);
        return false;
      }
      Set set{path, std::move(*documents), {}, false};
      for (auto& document : set.documents) {
        const auto annotated = eval::annotated_document(document, **knowledge, *languages);
        document.lang = annotated.article.lang;
        set.drafts.push_back(group::draft(annotated, **knowledge));
      }
      set.look_at_languages();
      sets.push_back(std::move(set));
    }
    return true;
  };
  std::vector<Set> sets, spoiled, watched, polished;
  if (!read(paths, sets) || !read(spoiled_paths, spoiled) || !read(watched_paths, watched) ||
      !read(polished_paths, polished)) {
    return 1;
  }
  for (Set& set : spoiled) {
    set.share = 1.0 / 3;
    sets.push_back(set);
    sets.push_back(with_bad_dates(set));
    sets.push_back(without_terms(set));
  }
  std::vector<Example> examples;
  for (const Set& set : sets) add_examples(set, examples);
  if (!dump_path.empty()) {
    dump(examples, dump_path);
    return 0;
  }
  Model model =
      weights.empty() ? train(examples, ridge) : Model::read(weights, read_file(weights)).value();
  if (weights.empty()) choose_thresholds(sets, model);
  if (rounds > 0) {
    polished.insert(polished.end(), sets.begin(), sets.end());
    polish(polished, model, rounds);
    quality(polished, model, true);
  }
  quality(sets, model, true);
  quality(watched, model, true);
  std::ofstream(out) << table(model);
  return 0;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) {
  CLI::App app{"Learns what evidence for one story weighs", "train_grouping"};
  std::vector<std::string> sets, spoiled, watched, polished;
  std::string out, dump, weights;
  double ridge = 3;
  int rounds = 0;
  app.add_option("SET", sets, "Sets to learn from (their dev parts)")->required();
  app.add_option("--spoil", spoiled, "Sets to learn from, and once more with bad dates");
  app.add_option("--watch", watched, "Sets to measure only");
  app.add_option("--polish-on", polished, "Further sets to polish the weights on (dev parts)");
  app.add_option("--rounds", rounds, "How often each number is moved after the training");
  app.add_option("--weights", weights, "Start from this table, not from the training");
  app.add_option("--out", out, "The table to write");
  app.add_option("--dump", dump, "Write the pairs instead");
  app.add_option("--ridge", ridge, "Penalty of large weights");
  CLI11_PARSE(app, argc, argv);
  return synoptic::run(sets, spoiled, watched, out, polished, dump, ridge, weights, rounds);
}

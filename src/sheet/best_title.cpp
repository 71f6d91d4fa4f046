#include "sheet/best_title.h"

#include <algorithm>
#include <map>

#include "gloss/gloss.h"
#include "lexicon/lexicon.h"
#include "sheet/event_votes.h"
#include "text/fold.h"

namespace synoptic::sheet {
namespace {

// What speaks for a title, and against it.
constexpr double kReadable = 1.3;   // it is in the reader's language
constexpr double kOwn = 0.4;        // by which the story is called
constexpr double kTellsDeed = 0.5;  // that tells the deed
constexpr double kCommon = 0.3;     // a value that accounts share
constexpr double kContested = 1.5;  // a value that most accounts contradict
constexpr double kSupported = 1.5;  // whose words the others begin with, too
constexpr double kAlone = 0.4;      // a figure or a name that no other account has

double agreed_in(const Accounts& accounts, const model::Article& article) {
  double sum = 0;
  for (const auto& fact : accounts.synopsis().agree) {
    for (const auto& value : fact.values) {
      if (value.article != article.id || value.text.size() < 2) continue;
      if (article.title.find(value.text) == std::string::npos) continue;
      sum += static_cast<double>(tellers_of(accounts, fact.values).accounts.size()) /
             static_cast<double>(accounts.count());
      break;
    }
  }
  return std::min(sum, 3.0);
}

// By article: values of its title that more accounts say otherwise.
std::map<std::string_view, size_t> contested_of(
    const Accounts& accounts, const std::vector<const model::Annotated*>& originals) {
  struct Title {
    const model::Article* article = nullptr;
    std::string folded;
  };
  std::map<std::string_view, Title> titles;
  for (const auto* original : originals) {
    const model::Article& article = original->article;
    titles.emplace(article.id, Title{&article, text::fold_copy(article.title)});
  }
  std::map<std::string_view, size_t> out;
  for (const auto& fact : accounts.synopsis().differ) {
    const auto groups = sides(fact);
    size_t most = 0;
    for (const auto& group : groups) most = std::max(most, group.size());
    for (const auto& group : groups) {
      if (group.size() == most) continue;
      for (const auto* value : group) {
        const auto title = titles.find(value->article);
        if (title == titles.end() || value->text.empty()) continue;
        if (has_whole_word(title->second.folded, text::fold_copy(value->text)) ||
            title->second.article->title_span.contains(value->span)) {
          ++out[title->first];
        }
      }
    }
  }
  return out;
}

// How much of what the title says the others say in their titles and leads, whatever the language.
class Support {
 public:
  explicit Support(const std::vector<const model::Annotated*>& originals) : originals_(originals) {
    for (const auto* original : originals) {
      const auto& article = original->article;
      titles_.push_back(terms_of(article.title, article.lang));
      std::string opening = article.title;
      for (size_t i = 0; i < std::min<size_t>(kLeadBlocks, article.blocks.size()); ++i) {
        opening += "\n" + article.blocks[i].text;
      }
      openings_.push_back(terms_of(opening, article.lang));
    }
  }

  double of(size_t i) const {
    double sum = 0;
    for (size_t j = 0; j < openings_.size(); ++j) {
      if (j != i) sum += share_of(titles_[i], openings_[j]);
    }
    return openings_.size() < 2 ? 0 : sum / static_cast<double>(openings_.size() - 1);
  }

  // Figures and known names of the title that no other account has anywhere.
  size_t alone(size_t i) const {
    size_t count = 0;
    for (const auto& quantity : originals_[i]->quantities) {
      if (quantity.at.block != model::kTitleBlock) continue;
      count += any_other(i,
                         [&](const model::Annotated& other) {
                           return std::any_of(
                               other.quantities.begin(), other.quantities.end(),
                               [&](const auto& one) { return one.value == quantity.value; });
                         })
                   ? 0
                   : 1;
    }
    for (const auto& mention : originals_[i]->mentions) {
      if (mention.at.block != model::kTitleBlock || mention.entity.empty()) continue;
      count += any_other(i,
                         [&](const model::Annotated& other) {
                           return std::any_of(
                               other.mentions.begin(), other.mentions.end(),
                               [&](const auto& one) { return one.entity == mention.entity; });
                         })
                   ? 0
                   : 1;
    }
    return count;
  }

 private:
  using Terms = std::vector<lexicon::WeightedTerm>;

  static Terms terms_of(std::string_view text, std::string_view lang) {
    constexpr size_t kMostBytes = 1200;
    Terms out;
    lexicon::Lexicon::load().terms(text.substr(0, kMostBytes), lang, out);
    return out;
  }

  static double share_of(const Terms& terms, const Terms& others) {
    double both = 0, all = 0;
    auto other = others.begin();
    for (const auto& term : terms) {
      const double much = static_cast<double>(term.weight) * term.weight;
      all += much;
      while (other != others.end() && other->term < term.term) ++other;
      if (other != others.end() && other->term == term.term) both += much;
    }
    return all > 0 ? both / all : 0;
  }

  template <typename Has>
  bool any_other(size_t i, Has&& has) const {
    for (size_t j = 0; j < originals_.size(); ++j) {
      if (j != i && has(*originals_[j])) return true;
    }
    return false;
  }

  const std::vector<const model::Annotated*>& originals_;
  std::vector<Terms> titles_, openings_;
};

}  // namespace

const model::Annotated* best_title(const Accounts& accounts,
                                   const std::vector<const model::Annotated*>& originals,
                                   const std::string& action) {
  const Support support(originals);
  auto contested = contested_of(accounts, originals);
  const model::Annotated* best = nullptr;
  double most = 0;
  for (size_t i = 0; i < originals.size(); ++i) {
    const auto* original = originals[i];
    const auto& article = original->article;
    if (article.title.empty()) continue;
    const bool readable = model::primary_language(article.lang) == gloss::kReader;
    const bool own = article.title == accounts.synopsis().title;
    const bool tells = std::any_of(
        original->events.begin(), original->events.end(), [&](const model::Event& event) {
          return event.action == action && event.at.block == model::kTitleBlock;
        });
    const double weight = (readable ? kReadable : 0) + (own ? kOwn : 0) + (tells ? kTellsDeed : 0) +
                          kCommon * agreed_in(accounts, article) + kSupported * support.of(i) -
                          kAlone * static_cast<double>(support.alone(i)) -
                          kContested * static_cast<double>(contested[article.id]);
    if (best == nullptr || weight > most) best = original, most = weight;
  }
  return best;
}

}  // namespace synoptic::sheet

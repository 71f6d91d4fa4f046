#include "compare/passages.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "compare/figures.h"
#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPassages = 3000;  // of a story, shared out among its articles
constexpr size_t kLeastOfOne = 3;       // sentences of each article
constexpr size_t kMostOfOne = 60;
constexpr size_t kMostBytes = 1200;   // of one sentence: more says nothing sharper
constexpr size_t kMostHolders = 120;  // sentences that say a word: of more the first are looked at
constexpr size_t kMostTwins = 40;
constexpr float kEntityWeight = 1.2F;
constexpr float kFigureWeight = 1.4F;
constexpr float kNumberWeight = 1.0F;
constexpr float kLandWeight = 0.7F;  // the country of a town that is named
constexpr double kLeastTwin = 0.12;

uint64_t entity_key(std::string_view entity) { return fnv1a(entity) | (1ULL << 63); }
uint64_t figure_term(const model::Quantity& quantity) {
  return fnv1a("q|" + figure_key(quantity)) | (1ULL << 63);
}

// Runs of digits, as they are written.
void add_numbers(std::string_view text, Passages::Bag& bag) {
  uint64_t number = 0;
  bool inside = false;
  for (size_t at = 0; at <= text.size();) {
    const auto c = at < text.size() ? text::decode(text, at) : text::CodePoint{U' ', 1};
    const int digit = text::digit_value(c.value);
    if (digit >= 0) {
      number = number * 10 + static_cast<uint64_t>(digit);
      inside = true;
    } else if (inside) {
      bag.emplace_back((number * 0x9E3779B97F4A7C15ULL) | (1ULL << 63), kNumberWeight);
      number = 0;
      inside = false;
    }
    at += c.length;
  }
}

void merge(Passages::Bag& bag) {
  std::sort(bag.begin(), bag.end());
  size_t out = 0;
  for (size_t i = 0; i < bag.size(); ++i) {
    if (out > 0 && bag[out - 1].first == bag[i].first) {
      bag[out - 1].second = std::max(bag[out - 1].second, bag[i].second);
    } else {
      bag[out++] = bag[i];
    }
  }
  bag.resize(out);
}

float weight_in(const std::vector<std::pair<uint64_t, float>>& weights, uint64_t key) {
  const auto found = std::lower_bound(weights.begin(), weights.end(), std::pair(key, 0.0F));
  return found != weights.end() && found->first == key ? found->second : 1.0F;
}

bool is_word(uint64_t key) { return key < lexicon::kFirstOpenTerm; }

double norm_of(const Passages::Bag& bag, bool words_only = false) {
  double sum = 0;
  for (const auto& [key, weight] : bag) {
    if (!words_only || is_word(key)) sum += static_cast<double>(weight) * weight;
  }
  return std::sqrt(sum);
}

}  // namespace

Passages::Passages(const Input& input) : input_(input) {
  read();
  weigh();
  pair_up();
}

const Passages::Passage& Passages::of(uint32_t article, uint32_t sentence) const {
  if (sentence >= count_[article]) return none_;
  return passages_[first_[article] + sentence];
}

void Passages::read() {
  size_t originals = 0;
  for (const auto& telling : input_.tellings) originals += telling.original ? 1 : 0;
  const size_t of_one =
      std::clamp(kMostPassages / std::max<size_t>(1, originals), kLeastOfOne, kMostOfOne);
  for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
    const auto& telling = input_.tellings[i];
    first_.push_back(static_cast<uint32_t>(passages_.size()));
    const size_t count = telling.original ? std::min(of_one, telling.sentences.size()) : 0;
    count_.push_back(static_cast<uint32_t>(count));
    for (uint32_t j = 0; j < count; ++j) {
      Passage passage;
      passage.article = i;
      passage.sentence = j;
      passage.bag = bag_of(i, j, telling.sentences[j].range);
      passages_.push_back(std::move(passage));
    }
  }
}

Passages::Bag Passages::bag_of(uint32_t article, uint32_t sentence, Range range) const {
  const auto& telling = input_.tellings[article];
  const Sentence& whole = telling.sentences[sentence];
  const uint32_t begin = std::clamp(range.begin, whole.range.begin, whole.range.end);
  const uint32_t end = std::clamp(range.end, begin, whole.range.end);
  std::string_view text = whole.text.substr(begin - whole.range.begin, end - begin);
  if (text.size() > kMostBytes) text = text.substr(0, kMostBytes);
  const bool is_whole = begin == whole.range.begin && end == whole.range.end;
  Bag bag;
  const auto add_words = [&](const Terms& terms) {
    for (const auto& term : terms) bag.emplace_back(term.term, term.weight);
  };
  if (is_whole) {
    add_words(whole.terms);
  } else {
    add_words(terms_of(text, telling.annotated->article.lang));
  }
  add_numbers(text, bag);
  const auto inside = [&](const model::Place& at) {
    return at.block == whole.block && at.range.begin >= begin && at.range.end <= end;
  };
  for (const auto& mention : telling.annotated->mentions) {
    if (!inside(mention.at)) continue;
    if (!mention.entity.empty()) {
      bag.emplace_back(entity_key(mention.entity), kEntityWeight);
      const auto* entity = input_.knowledge->find(mention.entity);
      if (entity != nullptr && !entity->country.empty()) {
        bag.emplace_back(entity_key(entity->country), kLandWeight);
      }
    }
    if (!mention.stands_for.empty())
      bag.emplace_back(entity_key(mention.stands_for), kEntityWeight);
  }
  for (const auto& quantity : telling.annotated->quantities) {
    if (inside(quantity.at)) bag.emplace_back(figure_term(quantity), kFigureWeight);
  }
  merge(bag);
  if (!weights_.empty()) {
    for (auto& [key, weight] : bag) weight *= weight_in(weights_, key);
  }
  return bag;
}

// What every sentence of the story speaks of tells no sentence from another: a key counts less the
// more sentences of one account have it.
void Passages::weigh() {
  struct Said {
    uint64_t key;
    uint32_t passage, place;  // in its bag
  };
  std::vector<Said> said;
  for (uint32_t i = 0; i < passages_.size(); ++i) {
    const auto& bag = passages_[i].bag;
    passages_[i].holders.resize(bag.size());
    for (uint32_t j = 0; j < bag.size(); ++j) said.push_back({bag[j].first, i, j});
  }
  std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return a.key != b.key ? a.key < b.key : a.passage < b.passage;
  });
  holders_.reserve(said.size());
  for (size_t i = 0; i < said.size();) {
    size_t end = i, articles = 0;
    const auto article = [&](size_t at) { return passages_[said[at].passage].article; };
    for (; end < said.size() && said[end].key == said[i].key; ++end) {
      articles += end == i || article(end) != article(end - 1) ? 1 : 0;
    }
    const double each = static_cast<double>(end - i) / static_cast<double>(articles);
    weights_.emplace_back(said[i].key, static_cast<float>(1.0 / std::sqrt(each)));
    for (size_t at = i; at < end; ++at) {
      auto& passage = passages_[said[at].passage];
      float& weight = passage.bag[said[at].place].second;
      weight *= weights_.back().second;
      passage.holders[said[at].place] = static_cast<uint32_t>(i);
      holders_.push_back({said[at].key, said[at].passage, weight});
    }
    i = end;
  }
}

std::vector<Passages::Holder>::const_iterator Passages::holders_of(uint64_t key) const {
  return std::lower_bound(
      holders_.begin(), holders_.end(), key,
      [](const Holder& holder, uint64_t wanted) { return holder.key < wanted; });
}

void Passages::pair_up() {
  std::vector<double> norms, word_norms;
  for (const auto& passage : passages_) {
    norms.push_back(norm_of(passage.bag));
    word_norms.push_back(norm_of(passage.bag, true));
  }
  std::vector<double> dot(passages_.size(), 0.0), word_dot(passages_.size(), 0.0);
  std::vector<uint32_t> touched;
  // A title says once more what the body says.
  const auto is_title = [&](const Passage& passage) {
    return passage.sentence == 0 && count_[passage.article] > 1;
  };
  // Of each passage the account, or none for a title.
  constexpr uint32_t kNoAccount = 0xFFFFFFFF;
  std::vector<uint32_t> account_of;
  for (const auto& passage : passages_) {
    account_of.push_back(is_title(passage) ? kNoAccount : input_.tellings[passage.article].account);
  }
  for (uint32_t i = 0; i < passages_.size(); ++i) {
    const uint32_t account = account_of[i];
    if (account == kNoAccount) continue;
    for (size_t place = 0; place < passages_[i].bag.size(); ++place) {
      const auto [key, weight] = passages_[i].bag[place];
      const bool word = is_word(key);
      auto at = holders_.cbegin() + passages_[i].holders[place];
      for (size_t n = 0; at != holders_.end() && at->key == key && n < kMostHolders; ++at, ++n) {
        const uint32_t j = at->passage;
        if (account_of[j] == account || account_of[j] == kNoAccount) continue;
        if (dot[j] == 0) touched.push_back(j);
        const double product = static_cast<double>(weight) * at->weight;
        dot[j] += product;
        if (word) word_dot[j] += product;
      }
    }
    // In the order of the articles: of each the likest sentence.
    auto& twins = passages_[i].twins;
    const auto take = [&](uint32_t j) {
      const double likeness = dot[j] / std::max(1e-9, norms[i] * norms[j]);
      const double content = word_dot[j] / std::max(1e-9, word_norms[i] * word_norms[j]);
      dot[j] = word_dot[j] = 0;
      if (likeness < kLeastTwin) return;
      const auto& other = passages_[j];
      const bool fresh = twins.empty() || twins.back().article != other.article;
      if (fresh) {
        twins.push_back({other.article, other.sentence, likeness, content, false});
      } else if (likeness > twins.back().likeness) {
        twins.back() = {other.article, other.sentence, likeness, content, false};
      }
    };
    if (touched.size() * 8 < passages_.size()) {
      std::sort(touched.begin(), touched.end());
      for (const uint32_t j : touched) take(j);
    } else {
      for (uint32_t j = 0; j < passages_.size(); ++j) {
        if (dot[j] != 0) take(j);
      }
    }
    touched.clear();
    if (twins.size() > kMostTwins) {
      std::stable_sort(twins.begin(), twins.end(),
                       [](const Twin& a, const Twin& b) { return a.likeness > b.likeness; });
      twins.resize(kMostTwins);
    }
  }
  for (auto& passage : passages_) {
    for (auto& twin : passage.twins) {
      const auto& back = of(twin.article, twin.sentence).twins;
      twin.mutual = std::any_of(back.begin(), back.end(), [&](const Twin& other) {
        return other.article == passage.article && other.sentence == passage.sentence;
      });
    }
  }
  for (auto& passage : passages_) {
    std::stable_sort(passage.twins.begin(), passage.twins.end(),
                     [](const Twin& a, const Twin& b) { return a.likeness > b.likeness; });
  }
}

Passages::Bag Passages::bag_without(uint32_t article, uint32_t sentence, Range range,
                                    Range word) const {
  auto out = bag_of(article, sentence, {range.begin, word.begin});
  const auto behind = bag_of(article, sentence, {word.end, range.end});
  out.insert(out.end(), behind.begin(), behind.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end(),
                        [](const auto& a, const auto& b) { return a.first == b.first; }),
            out.end());
  return out;
}

double Passages::tie(const Part& a, const Part& b) const {
  constexpr double kTwins = 0.1;
  const double ab = said_in(a.bag, b.article, b.sentence);
  const double ba = said_in(b.bag, a.article, a.sentence);
  const double alike = std::max(likeness(a.bag, b.bag), (ab + ba) / 2);
  const auto& near = twins(a.article, a.sentence);
  const bool mutual = std::any_of(near.begin(), near.end(), [&](const Twin& twin) {
    return twin.article == b.article && twin.sentence == b.sentence && twin.mutual;
  });
  return alike + (mutual ? kTwins : 0);
}

double Passages::said_in(const Bag& bag, uint32_t article, uint32_t sentence) const {
  const Bag& other = of(article, sentence).bag;
  double all = 0, both = 0;
  size_t j = 0;
  for (const auto& [key, weight] : bag) {
    all += static_cast<double>(weight) * weight;
    while (j < other.size() && other[j].first < key) ++j;
    if (j < other.size() && other[j].first == key) {
      both += static_cast<double>(weight) * std::min(weight, other[j].second);
    }
  }
  return all == 0 ? 0 : both / all;
}

double Passages::said_elsewhere(const Bag& bag, uint32_t account) const {
  std::unordered_map<uint32_t, double> both;
  double all = 0, most = 0;
  for (const auto& [key, weight] : bag) {
    all += static_cast<double>(weight) * weight;
    auto at = holders_of(key);
    for (size_t n = 0; at != holders_.end() && at->key == key && n < kMostHolders; ++at, ++n) {
      const auto& other = passages_[at->passage];
      if (input_.tellings[other.article].account == account) continue;
      const double share = static_cast<double>(weight) * std::min(weight, at->weight);
      most = std::max(most, both[at->passage] += share);
    }
  }
  return all == 0 ? 0 : most / all;
}

double Passages::likeness(const Bag& a, const Bag& b) {
  double dot = 0;
  size_t j = 0;
  for (const auto& [key, weight] : a) {
    while (j < b.size() && b[j].first < key) ++j;
    if (j < b.size() && b[j].first == key) dot += static_cast<double>(weight) * b[j].second;
  }
  const double norms = norm_of(a) * norm_of(b);
  return norms == 0 ? 0 : dot / norms;
}

}  // namespace synoptic::compare

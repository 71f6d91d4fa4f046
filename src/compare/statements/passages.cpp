#include "compare/statements/passages.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "compare/figures/measures.h"
#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPassages = 3000;  // of a story, shared out among its articles
constexpr size_t kFewPassages = 4000;
constexpr size_t kLeastOfOne = 3;  // sentences of each article
constexpr size_t kMostOfOne = 60;
constexpr size_t kMostOfSentence = 1200;  // of one sentence: more says nothing sharper
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

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80 && (c < '0' || c > '9'); }

// Runs of digits, as they are written.
void add_numbers(std::string_view text, Passages::Bag& bag) {
  uint64_t number = 0;
  bool inside = false;
  for (size_t at = 0; at <= text.size();) {
    // Nearly all are other signs of ASCII.
    if (!inside && at < text.size() && is_plain(text[at])) {
      ++at;
      continue;
    }
    const auto c = at < text.size() ? text::decode(text, at) : text::CodePoint{U' ', 1};
    if (text::is_digit(c.value)) {
      number = number * 10 + static_cast<uint64_t>(text::digit_value(c.value));
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

bool is_word(uint64_t key) { return key < lexicon::kFirstOpenTerm; }

using Items = std::span<const Passages::Bag::value_type>;

// They stand first.
Items words_of(Items bag) {
  const auto end = std::partition_point(bag.begin(), bag.end(),
                                        [](const auto& one) { return is_word(one.first); });
  return bag.first(static_cast<size_t>(end - bag.begin()));
}

// take(weight in a, weight in b) for each key that both have.
template <typename Take>
void for_each_shared(Items a, Items b, Take&& take) {
  auto x = a.begin(), y = b.begin();
  while (x != a.end() && y != b.end()) {
    const uint64_t own = x->first, other = y->first;
    if (own == other) take(x->second, y->second);
    // Which of the two is behind cannot be foretold: no branch on it.
    x += own <= other ? 1 : 0;
    y += other <= own ? 1 : 0;
  }
}

// The cosine of the two, whose squares are known.
double likeness_of(Items a, double square_a, Items b, double square_b) {
  double dot = 0;
  for_each_shared(a, b, [&](float one, float other) { dot += static_cast<double>(one) * other; });
  const double norms = std::sqrt(square_a) * std::sqrt(square_b);
  return norms == 0 ? 0 : dot / norms;
}

}  // namespace

Passages::Passages(const Input& input) : input_(input) {
  mark();
  read();
  weigh();
  pair_up();
}

const Passages::Passage& Passages::of(uint32_t article, uint32_t sentence) const {
  if (sentence >= count_[article]) return none_;
  return passages_[first_[article] + sentence];
}

// Names, with the lands of towns, and figures.
void Passages::mark() {
  for (const auto& telling : input_.tellings) {
    auto& marks = marks_.emplace_back();
    const auto add = [&](const model::Place& at, uint64_t key, float weight) {
      const uint32_t sentence = sentence_of(telling, at);
      const Sentence& whole = telling.sentences[sentence];
      if (at.block != whole.block || !whole.range.contains(at.range)) return;
      marks.push_back({sentence, at.range, key, weight});
    };
    for (const auto& mention : telling.annotated->mentions) {
      if (!mention.entity.empty()) {
        add(mention.at, entity_key(mention.entity), kEntityWeight);
        const auto* entity = input_.knowledge->find(mention.entity);
        if (entity != nullptr && !entity->country.empty()) {
          add(mention.at, entity_key(entity->country), kLandWeight);
        }
      }
      if (!mention.stands_for.empty()) {
        add(mention.at, entity_key(mention.stands_for), kEntityWeight);
      }
    }
    for (const auto& quantity : telling.annotated->quantities) {
      add(quantity.at, figure_term(quantity), kFigureWeight);
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.sentence < b.sentence; });
  }
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
  if (text.size() > kMostOfSentence) text = text.substr(0, kMostOfSentence);
  const bool is_whole = begin == whole.range.begin && end == whole.range.end;
  thread_local Bag bag;  // it grows once, what is kept is as long as it is
  bag.clear();
  const auto add_words = [&](const Terms& terms) {
    for (const auto& term : terms) bag.emplace_back(term.term, term.weight);
  };
  if (is_whole) {
    add_words(whole.terms);
  } else {
    add_words(terms_of(text, telling.annotated->article.lang));
  }
  add_numbers(text, bag);
  const auto& marks = marks_[article];
  auto mark =
      std::lower_bound(marks.begin(), marks.end(), sentence,
                       [](const Mark& one, uint32_t wanted) { return one.sentence < wanted; });
  for (; mark != marks.end() && mark->sentence == sentence; ++mark) {
    const bool inside = mark->at.begin >= begin && mark->at.end <= end;
    if (inside) bag.emplace_back(mark->key, mark->weight);
  }
  merge(bag);
  if (!keys_.empty()) weigh(of(article, sentence), bag);
  return bag;
}

// As what the story says: nearly all keys of a part of the passage are the passage's, too.
void Passages::weigh(const Passage& passage, Bag& bag) const {
  size_t at = 0;  // in the passage
  for (auto& [key, weight] : bag) {
    while (at < passage.bag.size() && passage.bag[at].first < key) ++at;
    const bool own = at < passage.bag.size() && passage.bag[at].first == key;
    const Key* const known = own ? &keys_[passage.keys[at]] : find(key);
    if (known != nullptr) weight *= known->weight;
  }
}

// What every sentence of the story speaks of tells no sentence from another: a key counts less the
// more sentences of one account have it.
void Passages::weigh() {
  struct Said {
    uint64_t key;
    uint32_t passage, place;  // in its bag
  };
  std::vector<Said> said;
  size_t all = 0;
  for (const auto& passage : passages_) all += passage.bag.size();
  said.reserve(all);
  for (uint32_t i = 0; i < passages_.size(); ++i) {
    const auto& bag = passages_[i].bag;
    passages_[i].keys.resize(bag.size());
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
    keys_.push_back(
        {said[i].key, static_cast<float>(1.0 / std::sqrt(each)), static_cast<uint32_t>(i)});
    for (size_t at = i; at < end; ++at) {
      auto& passage = passages_[said[at].passage];
      float& weight = passage.bag[said[at].place].second;
      weight *= keys_.back().weight;
      passage.keys[said[at].place] = static_cast<uint32_t>(keys_.size() - 1);
      holders_.push_back({said[at].passage, weight});
    }
    keys_.back().holders = static_cast<uint32_t>(std::min(end - i, kMostHolders));
    i = end;
  }
}

const Passages::Key* Passages::find(uint64_t key) const {
  const auto found =
      std::lower_bound(keys_.begin(), keys_.end(), key,
                       [](const Key& one, uint64_t wanted) { return one.key < wanted; });
  return found != keys_.end() && found->key == key ? &*found : nullptr;
}

void Passages::pair_up() {
  std::vector<double> norms, word_norms;
  for (const auto& passage : passages_) {
    const std::span bag(passage.bag);
    norms.push_back(std::sqrt(square_of(bag)));
    word_norms.push_back(std::sqrt(square_of(words_of(bag))));
  }
  std::vector<double> dot(passages_.size(), 0.0), word_dot(passages_.size(), 0.0);
  // Of few passages most have a word in common with any one, of many it is noted which.
  const bool many = passages_.size() > kFewPassages;
  std::vector<uint32_t> touched;
  std::vector<Twin> twins;
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
    const auto& passage = passages_[i];
    const auto add = [&](size_t first, size_t end) {
      double* const sums = dot.data();
      for (size_t place = first; place < end; ++place) {
        const double weight = passage.bag[place].second;
        const auto holders = holders_of(keys_[passage.keys[place]]);
        if (many) {
          for (const Holder& holder : holders) {
            if (sums[holder.passage] == 0) touched.push_back(holder.passage);
            sums[holder.passage] += weight * holder.weight;
          }
        } else {
          for (const Holder& holder : holders) sums[holder.passage] += weight * holder.weight;
        }
      }
    };
    const size_t words = words_of(passage.bag).size();
    add(0, words);
    if (many) {
      for (const uint32_t j : touched) word_dot[j] = dot[j];
    } else {
      word_dot = dot;
    }
    add(words, passage.bag.size());
    // In the order of the articles: of each the likest sentence.
    twins.clear();
    const auto take = [&](uint32_t j) {
      const double all = std::exchange(dot[j], 0), of_words = std::exchange(word_dot[j], 0);
      if (account_of[j] == account || account_of[j] == kNoAccount) return;
      const double likeness = all / std::max(1e-9, norms[i] * norms[j]);
      if (likeness < kLeastTwin) return;
      const double content = of_words / std::max(1e-9, word_norms[i] * word_norms[j]);
      const auto& other = passages_[j];
      const bool fresh = twins.empty() || twins.back().article != other.article;
      if (fresh) {
        twins.push_back({other.article, other.sentence, likeness, content});
      } else if (likeness > twins.back().likeness) {
        twins.back() = {other.article, other.sentence, likeness, content, twins.back().likeness};
      } else {
        twins.back().next = std::max(twins.back().next, likeness);
      }
    };
    if (many) {
      std::sort(touched.begin(), touched.end());
      for (const uint32_t j : touched) take(j);
      touched.clear();
    } else {
      for (uint32_t j = 0; j < passages_.size(); ++j) {
        if (dot[j] != 0) take(j);
      }
    }
    if (twins.size() > kMostTwins) {
      std::stable_sort(twins.begin(), twins.end(),
                       [](const Twin& a, const Twin& b) { return a.likeness > b.likeness; });
      twins.resize(kMostTwins);
    }
    passages_[i].twins = twins;
  }
  note_mutual();
  for (auto& passage : passages_) {
    std::stable_sort(passage.twins.begin(), passage.twins.end(),
                     [](const Twin& a, const Twin& b) { return a.likeness > b.likeness; });
  }
}

void Passages::note_mutual() {
  for (auto& passage : passages_) {
    for (const auto& twin : passage.twins) {
      passage.mutual.push_back(first_[twin.article] + twin.sentence);
    }
    std::sort(passage.mutual.begin(), passage.mutual.end());
  }
  for (uint32_t i = 0; i < passages_.size(); ++i) {
    for (auto& twin : passages_[i].twins) {
      const auto& back = of(twin.article, twin.sentence).mutual;
      twin.mutual = std::binary_search(back.begin(), back.end(), i);
    }
  }
  for (auto& passage : passages_) {
    passage.mutual.clear();
    for (const auto& twin : passage.twins) {
      if (twin.mutual) passage.mutual.push_back(first_[twin.article] + twin.sentence);
    }
    std::sort(passage.mutual.begin(), passage.mutual.end());
  }
}

Passages::Bag Passages::bag_without(uint32_t article, uint32_t sentence, Range range,
                                    Range word) const {
  return joined(bag_of(article, sentence, {range.begin, word.begin}),
                bag_of(article, sentence, {word.end, range.end}));
}

Passages::Bag Passages::joined(Bag a, const Bag& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end(),
                      [](const auto& one, const auto& other) { return one.first == other.first; }),
          a.end());
  return a;
}

double Passages::square_of(std::span<const Bag::value_type> bag) {
  double sum = 0;
  for (const auto& [key, weight] : bag) sum += static_cast<double>(weight) * weight;
  return sum;
}

double Passages::tie(const Part& a, const Part& b) const {
  constexpr double kTwins = 0.1;
  const double ab = a.square == 0 ? 0 : shared_by(a.bag, of(b.article, b.sentence).bag) / a.square;
  const double ba = b.square == 0 ? 0 : shared_by(b.bag, of(a.article, a.sentence).bag) / b.square;
  const double alike = std::max(likeness(a, b), (ab + ba) / 2);
  const auto& near = of(a.article, a.sentence).mutual;
  const bool mutual = b.sentence < count_[b.article] &&
                      std::binary_search(near.begin(), near.end(), first_[b.article] + b.sentence);
  return alike + (mutual ? kTwins : 0);
}

double Passages::shared_by(const Bag& bag, const Bag& other) {
  double both = 0;
  for_each_shared(bag, other, [&](float weight, float there) {
    both += static_cast<double>(weight) * std::min(weight, there);
  });
  return both;
}

double Passages::said_elsewhere(const Bag& bag, uint32_t account) const {
  std::unordered_map<uint32_t, double> both;
  double all = 0, most = 0;
  for (const auto& [key, weight] : bag) {
    all += static_cast<double>(weight) * weight;
    const Key* const known = find(key);
    if (known == nullptr) continue;
    for (const Holder& holder : holders_of(*known)) {
      const auto& other = passages_[holder.passage];
      if (input_.tellings[other.article].account == account) continue;
      const double share = static_cast<double>(weight) * std::min(weight, holder.weight);
      most = std::max(most, both[holder.passage] += share);
    }
  }
  return all == 0 ? 0 : most / all;
}

double Passages::likeness(const Bag& a, const Bag& b) {
  return likeness(Part{0, 0, a}, Part{0, 0, b});
}

double Passages::content(const Bag& a, const Bag& b) {
  const Items x = words_of(a), y = words_of(b);
  return likeness_of(x, square_of(x), y, square_of(y));
}

double Passages::likeness(const Part& a, const Part& b) {
  return likeness_of(a.bag, a.square, b.bag, b.square);
}

}  // namespace synoptic::compare

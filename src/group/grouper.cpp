// The stream: where each article was placed is applied, and what leaves the window is let go.
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/hash.h"
#include "group/bounds.h"
#include "group/describe.h"
#include "group/group.h"
#include "group/pair_model.h"
#include "group/placing.h"
#include "group/sketch.h"

namespace synoptic::group {

struct Grouper::Impl {
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  Model model = Model::load();
  State state;
  FlatMultimap articles{4}, stories{4};  // by hash of the id

  std::optional<uint32_t> article(std::string_view id) const;
  void found(uint32_t number, std::string_view id);
  std::string free_id(std::string id) const;
  void merge(uint32_t from, uint32_t into);
  void unite_accounts(uint32_t story, const std::vector<uint32_t>& accounts, uint32_t article);
  void split(const Placement& placement, Change& change);
  void drop_old();
  void forget_story(uint32_t number);
  Change apply(Placement placement, Fingerprint article, Vector vector);
  void take_out(const std::vector<uint32_t>& removed, const std::set<uint32_t>& anew);

  bool forgetful = false;        // changes are not kept
  Changes changes;               // not yet taken, stories aside
  std::set<uint32_t> touched;    // stories
  std::vector<uint32_t> merged;  // stories that led to others, until their first article leaves
};

std::optional<uint32_t> Grouper::Impl::article(std::string_view id) const {
  std::optional<uint32_t> out;
  articles.each(key_of(id), [&](uint32_t number) {
    if (state.window.holds(number) && state.window.at(number).article() == id) out = number;
  });
  return out;
}

void Grouper::Impl::found(uint32_t number, std::string_view id) {
  auto [entry, fresh] = state.stories.try_emplace(number);
  if (!fresh) return;
  entry->second.id = id;
  stories.add(key_of(id), number);
}

// An article that was taken out may have left its name to a story, and come again.
std::string Grouper::Impl::free_id(std::string id) const {
  const auto is_taken = [&] {
    bool taken = false;
    stories.each(key_of(id), [&](uint32_t number) {
      const auto story = state.stories.find(number);
      taken = taken || (story != state.stories.end() && story->second.id == id);
    });
    return taken;
  };
  while (is_taken()) id = "s" + sha256_hex(id + "\n").substr(0, 12);
  return id;
}

void Grouper::Impl::merge(uint32_t from, uint32_t into) {
  auto& source = state.stories.at(from);
  auto& target = state.stories.at(into);
  for (const uint32_t member : source.members) state.story(member) = into;
  target.members.insert(target.members.end(), source.members.begin(), source.members.end());
  std::sort(target.members.begin(), target.members.end());
  source.members = {};
  source.into = into;
  merged.push_back(from);
}

// The oldest account's number becomes that of all.
void Grouper::Impl::unite_accounts(uint32_t story, const std::vector<uint32_t>& accounts,
                                   uint32_t article) {
  if (accounts.empty()) return;
  const uint32_t oldest = *std::min_element(accounts.begin(), accounts.end());
  state.account(article) = oldest;
  if (accounts.size() == 1) return;
  for (const uint32_t member : state.stories.at(story).members) {
    uint32_t& account = state.account(member);
    if (std::find(accounts.begin(), accounts.end(), account) != accounts.end()) account = oldest;
  }
}

// When restored, articles of both may be gone.
void Grouper::Impl::split(const Placement& placement, Change& change) {
  const uint32_t newest = state.window.end() - 1;
  std::vector<uint32_t> leaving;
  for (const uint32_t article : placement.leaving) {
    if (!state.window.holds(article)) continue;
    leaving.push_back(article);
    state.story(article) = placement.new_story;
    if (article == newest) {
      change.story = placement.new_id;
      change.founded = true;
    } else {
      change.moved.emplace_back(state.window.at(article).article(), placement.new_id);
    }
  }
  if (leaving.empty()) return;
  auto& members = state.stories.at(placement.home).members;
  std::erase_if(members, [&](uint32_t article) {
    return std::binary_search(leaving.begin(), leaving.end(), article);
  });
  if (members.empty()) forget_story(placement.home);
  found(placement.new_story, placement.new_id);
  state.stories.at(placement.new_story).members = std::move(leaving);
  if (!forgetful) touched.insert(placement.new_story);
}

Change Grouper::Impl::apply(Placement placement, Fingerprint article, Vector vector) {
  const uint32_t number = state.window.end();
  Change change{placement.id, placement.home == number, {}, {}};
  found(placement.home, placement.id);
  if (!article.article().empty()) articles.add(key_of(article.article()), number);
  if (!vector.empty()) {
    state.vectors.resize(number - state.window.begin());
    state.vectors.push_back(std::move(vector));
  }
  state.window.enter(std::move(article), placement.fresh);
  state.story_of.push_back(placement.home);
  state.account_of.push_back(number);
  state.stories.at(placement.home).members.push_back(number);
  for (const uint32_t other : placement.merged) {
    const auto story = state.stories.find(other);
    if (story == state.stories.end()) continue;  // all its articles have left the window
    change.merged.push_back(story->second.id);
    if (!forgetful) changes.redirects.emplace_back(story->second.id, placement.id);
    merge(other, placement.home);
  }
  unite_accounts(placement.home, placement.accounts, number);
  if (!forgetful) touched.insert(placement.home);
  if (!placement.leaving.empty()) split(placement, change);
  for (const auto& miss : placement.misses) {
    if (state.window.holds(miss.b)) state.near_misses.push_back(miss);
  }
  return change;
}

// A few at a time, so that no article waits long for those that go.
void Grouper::Impl::drop_old() {
  const size_t count = state.window.end() - state.window.begin();
  if (count < kWindowArticles + kDroppedTogether) return;
  const uint32_t begin = state.window.begin();
  const uint32_t first = state.window.end() - static_cast<uint32_t>(kWindowArticles);
  for (uint32_t gone = begin; gone < first; ++gone) {
    articles.remove(key_of(state.window.at(gone).article()), gone);
    const auto story = state.stories.find(state.story(gone));
    if (story == state.stories.end()) continue;
    auto& members = story->second.members;
    members.erase(members.begin(), std::lower_bound(members.begin(), members.end(), first));
    if (members.empty()) forget_story(state.story(gone));
  }
  // What was merged long ago is known to the store.
  std::erase_if(merged, [&](uint32_t number) {
    if (number >= first) return false;
    forget_story(number);
    return true;
  });
  const auto drop = [&](auto& list) {
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(
                                                std::min<size_t>(first - begin, list.size())));
  };
  drop(state.story_of);
  drop(state.account_of);
  drop(state.vectors);
  state.window.drop_before(first);
  std::erase_if(state.near_misses,
                [&](const auto& miss) { return miss.a < first || miss.b < first; });
}

// The articles have held their places until all others stood in theirs. What a link rested on goes
// with them. `anew`: those that were there until now.
void Grouper::Impl::take_out(const std::vector<uint32_t>& removed, const std::set<uint32_t>& anew) {
  if (removed.empty()) return;
  const auto is_out = [&](uint32_t article) {
    return std::binary_search(removed.begin(), removed.end(), article);
  };
  std::erase_if(state.near_misses, [&](const auto& miss) {
    if (!is_out(miss.a) && !is_out(miss.b)) return false;
    if (anew.contains(miss.a)) touched.insert(state.story(miss.b));
    if (anew.contains(miss.b)) touched.insert(state.story(miss.a));
    return true;
  });
  for (const uint32_t article : removed) {
    const uint32_t number = state.story(article);
    if (anew.contains(article)) touched.insert(number);
    const auto story = state.stories.find(number);
    if (story == state.stories.end()) continue;
    std::erase(story->second.members, article);
    if (story->second.members.empty()) forget_story(number);
  }
}

void Grouper::Impl::forget_story(uint32_t number) {
  const auto story = state.stories.find(number);
  if (story == state.stories.end()) return;
  stories.remove(key_of(story->second.id), number);
  state.stories.erase(story);
}

Grouper::Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : Grouper(std::move(knowledge), Model::load()) {}
Grouper::Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge, const Model& model)
    : impl_(std::make_unique<Impl>()) {
  impl_->knowledge = std::move(knowledge);
  impl_->model = model;
}
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;
Grouper::~Grouper() = default;

Change Grouper::add(const model::Annotated& annotated, Vector vector, std::string* sketch) {
  if (const auto seen = impl_->article(annotated.article.id)) {
    return {impl_->state.stories.at(impl_->state.story(*seen)).id, false, {}, {}};
  }
  Labels labels;
  Draft made = draft(annotated, *impl_->knowledge, sketch == nullptr ? nullptr : &labels);
  if (sketch != nullptr) *sketch = sketch_of(made, labels);
  return add(std::move(made), std::move(vector));
}

Change Grouper::add(Draft made, Vector vector) {
  State& state = impl_->state;
  if (const auto seen = impl_->article(made.article)) {
    return {state.stories.at(state.story(*seen)).id, false, {}, {}};
  }
  impl_->drop_old();
  state.window.weigh(made);
  Fingerprint article(made);
  Placement placement =
      decide(state, impl_->model, {article, made.phrases, vector, Subject(article)});
  if (placement.home == state.window.end()) placement.id = impl_->free_id(placement.id);
  if (!placement.leaving.empty()) placement.new_id = impl_->free_id(placement.new_id);
  if (!impl_->forgetful) {
    if (impl_->changes.rows.empty()) impl_->changes.first_row = state.window.end();
    impl_->changes.rows.push_back(to_row(placement, article, vector));
  }
  return impl_->apply(std::move(placement), std::move(article), std::move(vector));
}

void Grouper::forget_changes() {
  impl_->forgetful = true;
  impl_->changes = {};
  impl_->touched.clear();
}

Grouper::Changes Grouper::take_changes() {
  State& state = impl_->state;
  std::set<uint32_t> stories = impl_->touched;
  for (const auto& miss : state.near_misses) {
    const uint32_t a = state.story(miss.a), b = state.story(miss.b);
    if (impl_->touched.contains(a)) stories.insert(b);
    if (impl_->touched.contains(b)) stories.insert(a);
  }
  Changes out = std::exchange(impl_->changes, {});
  impl_->touched.clear();
  out.stories = describe(state, stories);
  out.oldest_row = state.window.begin();
  return out;
}

Result<void> Grouper::restore(uint32_t first, const std::vector<std::string>& rows,
                              const Revised& revised, const Removed& removed) {
  Impl fresh;
  fresh.knowledge = impl_->knowledge;
  fresh.model = impl_->model;
  fresh.state.window.drop_before(first);
  std::vector<std::pair<uint32_t, std::string>> changed;
  std::vector<uint32_t> out;
  std::set<uint32_t> out_anew;
  for (const auto& bytes : rows) {
    auto row = from_row(bytes);
    if (!row)
      return tl::unexpected(Error{ErrorCode::kMalformed, "", "grouping of another version"});
    const std::string id(row->article.article());
    if (!row->removed && removed.contains(id)) {
      out_anew.insert(fresh.state.window.end());
      changed.emplace_back(fresh.state.window.end(), row_of_removed(row->placement));
      row->removed = true;
      row->article = Fingerprint(Draft{});
      row->vector = {};
    }
    if (row->removed) {
      out.push_back(fresh.state.window.end());
      row->placement.fresh = false;
    }
    if (const auto found = revised.find(id); found != revised.end() && !row->removed) {
      Draft made = draft(*found->second, *fresh.knowledge);
      fresh.state.window.weigh(made);
      row->article = Fingerprint(made);
      changed.emplace_back(fresh.state.window.end(),
                           to_row(row->placement, row->article, row->vector));
    }
    fresh.apply(std::move(row->placement), std::move(row->article), std::move(row->vector));
  }
  fresh.changes = {};
  fresh.touched.clear();
  for (const auto& [number, row] : changed) fresh.touched.insert(fresh.state.story(number));
  fresh.take_out(out, out_anew);
  fresh.changes.changed_rows = std::move(changed);
  *impl_ = std::move(fresh);
  return {};
}

std::vector<model::Story> Grouper::stories() const { return describe(impl_->state); }

const Fingerprint* Grouper::find(std::string_view article) const {
  const auto number = impl_->article(article);
  return number ? &impl_->state.window.at(*number) : nullptr;
}

const Vector* Grouper::vector_of(std::string_view article) const {
  const auto number = impl_->article(article);
  if (!number || impl_->state.vector(*number).empty()) return nullptr;
  return &impl_->state.vector(*number);
}

size_t Grouper::window_size() const {
  return impl_->state.window.end() - impl_->state.window.begin();
}

const Model& Grouper::model() const { return impl_->model; }

std::string Grouper::resolve(std::string_view story) const {
  std::string out;
  impl_->stories.each(key_of(story), [&](uint32_t number) {
    auto found = impl_->state.stories.find(number);
    if (found == impl_->state.stories.end() || found->second.id != story) return;
    while (found->second.members.empty()) {
      found = impl_->state.stories.find(found->second.into);
      if (found == impl_->state.stories.end()) return;
    }
    out = found->second.id;
  });
  return out;
}

}  // namespace synoptic::group

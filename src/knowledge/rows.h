// The rows of a table, each made when it is first asked for, by whichever thread that is, and kept:
// of thousands of entities a text names a few. A row stays where it is as long as the store lives.
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace synoptic::knowledge {

template <typename Row>
class RowStore {
 public:
  // Before any thread reads: `size` rows that `make` gives by their index, the same each time.
  void reset(size_t size, std::function<Row(size_t)> make) {
    size_ = size;
    make_ = std::move(make);
    kept_.clear();
    places_ = std::make_unique<std::atomic<const Row*>[]>(size);
  }
  // The same of rows that are there.
  void reset(std::vector<Row> rows) {
    reset(rows.size(), nullptr);
    for (size_t i = 0; i < rows.size(); ++i) keep(i, std::move(rows[i]));
  }

  size_t size() const { return size_; }
  const Row& operator[](size_t index) const {
    if (const Row* made = places_[index].load(std::memory_order_acquire)) return *made;
    return keep(index, make_(index));
  }

 private:
  const Row& keep(size_t index, Row row) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const Row* made = places_[index].load(std::memory_order_relaxed)) return *made;
    const Row& kept = kept_.emplace_back(std::move(row));
    places_[index].store(&kept, std::memory_order_release);
    return kept;
  }

  size_t size_ = 0;
  std::function<Row(size_t)> make_;
  std::unique_ptr<std::atomic<const Row*>[]> places_;
  mutable std::mutex mutex_;
  mutable std::deque<Row> kept_;
};

// What a store has, to walk over or to ask by index; walking over it makes them all.
template <typename Row>
class Rows {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;

    Iterator() = default;
    Iterator(const RowStore<Row>* store, size_t at) : store_(store), at_(at) {}
    reference operator*() const { return (*store_)[at_]; }
    pointer operator->() const { return &(*store_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const RowStore<Row>* store_ = nullptr;
    size_t at_ = 0;
  };

  explicit Rows(const RowStore<Row>& store) : store_(&store) {}
  size_t size() const { return store_->size(); }
  bool empty() const { return size() == 0; }
  const Row& operator[](size_t index) const { return (*store_)[index]; }
  Iterator begin() const { return {store_, 0}; }
  Iterator end() const { return {store_, size()}; }

 private:
  const RowStore<Row>* store_;
};

}  // namespace synoptic::knowledge

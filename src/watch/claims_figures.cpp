// Figures and dates: values in sentences that changed, paired inside twin sentences first, then
// over the whole text where only one of a kind is left on each side.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/fold.h"
#include "watch/claims.h"

namespace synoptic::watch {
namespace {

struct Value {
  std::string sort;   // values of one sort can be each other's: "count", "money USD"
  std::string about;  // what is counted; empty: not told
  std::string norm, text;
  model::Place at;
  uint32_t unit = 0;
  bool same = false;  // stands in a sentence that is the same in both
};

std::string number(double value) { return fmt::format("{}", value); }

std::string norm_of(const model::Quantity& quantity) {
  std::string out = quantity.modifier.empty() ? "" : quantity.modifier + " ";
  out += number(quantity.value);
  if (quantity.max) out += "–" + number(*quantity.max);
  if (quantity.of) out += " of " + number(*quantity.of);
  return quantity.unit.empty() ? out : out + " " + quantity.unit;
}

std::vector<Value> figures_of(const Version& version) {
  std::vector<Value> out;
  for (const auto& quantity : version.annotated.quantities) {
    Value value;
    value.sort = quantity.kind + " " + quantity.unit;
    value.about =
        quantity.counted_class.empty() ? text::fold_copy(quantity.counted) : quantity.counted_class;
    value.norm = norm_of(quantity);
    value.text = quantity.text;
    value.at = quantity.at;
    out.push_back(std::move(value));
  }
  return out;
}

std::vector<Value> dates_of(const Version& version) {
  std::vector<Value> out;
  for (const auto& time : version.annotated.times) {
    Value value;
    value.sort = "date";
    const std::string from = model::iso(time.from), to = model::iso(time.to);
    value.norm = time.precision == "unresolved" ? text::fold_copy(time.text)
                 : from == to                   ? from
                                                : from + "/" + to;
    value.text = time.text;
    value.at = time.at;
    out.push_back(std::move(value));
  }
  return out;
}

void place(const Version& version, std::vector<Value>& values) {
  for (Value& value : values) {
    value.unit = version.unit_of(value.at);
    value.same = version.units[value.unit].same;
  }
}

// A word for a day ("Monday") that is written as before has not changed, whatever the page's own
// date makes of it.
bool is_equal(const Value& a, const Value& b) {
  if (a.sort != b.sort) return false;
  if (a.sort == "date")
    return a.norm == b.norm || text::fold_copy(a.text) == text::fold_copy(b.text);
  return a.norm == b.norm;
}

// The same noun, or two forms of one (дом, дома): most of the shorter begins the longer.
bool is_same_noun(std::string_view a, std::string_view b) {
  const auto shorter = std::min(a.size(), b.size());
  size_t common = 0;
  while (common < shorter && a[common] == b[common]) ++common;
  return a == b || (common >= 3 && 5 * common >= 3 * shorter);
}

bool may_be(const Value& a, const Value& b) {
  return a.sort == b.sort && (a.about.empty() || b.about.empty() || is_same_noun(a.about, b.about));
}

class Comparison {
 public:
  Comparison(const Pair& pair, const char* word, std::vector<Value> before,
             std::vector<Value> after, Changes& out)
      : pair_(pair), word_(word), before_(std::move(before)), after_(std::move(after)), out_(out) {
    place(pair.before, before_);
    place(pair.after, after_);
    done_before_.assign(before_.size(), false);
    done_after_.assign(after_.size(), false);
    for (size_t i = 0; i < before_.size(); ++i) done_before_[i] = before_[i].same;
    for (size_t i = 0; i < after_.size(); ++i) done_after_[i] = after_[i].same;
  }

  void run() {
    in_twins([](const Value& a, const Value& b) { return is_equal(a, b); }, false);
    in_twins([](const Value& a, const Value& b) { return a.about == b.about && may_be(a, b); },
             true);
    in_twins(may_be, true);
    drop_told_elsewhere();
    last_of_a_kind();
    for (size_t i = 0; i < before_.size(); ++i) {
      if (!done_before_[i]) report(&before_[i], nullptr);
    }
    for (size_t i = 0; i < after_.size(); ++i) {
      if (!done_after_[i]) report(nullptr, &after_[i]);
    }
  }

 private:
  template <typename Fits>
  void in_twins(const Fits& fits, bool is_change) {
    for (size_t i = 0; i < before_.size(); ++i) {
      if (done_before_[i]) continue;
      const auto twin = pair_.before.units[before_[i].unit].twin;
      if (!twin) continue;
      for (size_t j = 0; j < after_.size(); ++j) {
        if (done_after_[j] || after_[j].unit != *twin || !fits(before_[i], after_[j])) continue;
        done_before_[i] = done_after_[j] = true;
        if (is_change) report(&before_[i], &after_[j]);
        break;
      }
    }
  }

  // A value that the other version tells in another sentence was moved or said again.
  void drop_told_elsewhere() {
    const auto told = [](const std::vector<Value>& values, const Value& value) {
      return std::any_of(values.begin(), values.end(), [&](const Value& other) {
        return is_equal(value, other) && may_be(value, other);
      });
    };
    for (size_t i = 0; i < before_.size(); ++i)
      done_before_[i] = done_before_[i] || told(after_, before_[i]);
    for (size_t i = 0; i < after_.size(); ++i)
      done_after_[i] = done_after_[i] || told(before_, after_[i]);
  }

  // One killed-count left on each side: it changed, though its sentence was written anew.
  void last_of_a_kind() {
    const auto lone = [](const std::vector<Value>& values, const std::vector<bool>& done,
                         size_t at) {
      for (size_t i = 0; i < values.size(); ++i) {
        if (i != at && !done[i] && values[i].sort == values[at].sort &&
            values[i].about == values[at].about) {
          return false;
        }
      }
      return true;
    };
    for (size_t i = 0; i < before_.size(); ++i) {
      if (done_before_[i] || before_[i].about.empty() || !lone(before_, done_before_, i)) continue;
      for (size_t j = 0; j < after_.size(); ++j) {
        if (done_after_[j] || before_[i].sort != after_[j].sort ||
            before_[i].about != after_[j].about || !lone(after_, done_after_, j)) {
          continue;
        }
        report(&before_[i], &after_[j]);
        done_before_[i] = done_after_[j] = true;
        break;
      }
    }
  }

  void report(const Value* before, const Value* after) {
    const std::string kind = word_ + std::string(before == nullptr  ? "_added"
                                                 : after == nullptr ? "_removed"
                                                                    : "_changed");
    const std::string about = before != nullptr && !before->about.empty() ? before->about
                              : after != nullptr                          ? after->about
                                                                          : "";
    const auto side = [](const Version& version, const Value* value) -> std::optional<Side> {
      if (value == nullptr) return std::nullopt;
      return version.side(value->at, value->text, value->norm);
    };
    out_.push_back(make_change(kind, about, side(pair_.before, before), side(pair_.after, after)));
  }

  const Pair& pair_;
  std::string word_;
  std::vector<Value> before_, after_;
  std::vector<bool> done_before_, done_after_;
  Changes& out_;
};

}  // namespace

void compare_figures(const Pair& pair, Changes& out) {
  Comparison(pair, "figure", figures_of(pair.before), figures_of(pair.after), out).run();
}

void compare_dates(const Pair& pair, Changes& out) {
  Comparison(pair, "date", dates_of(pair.before), dates_of(pair.after), out).run();
}

void compare_published(const Pair& pair, Changes& out) {
  const auto& before = pair.before.annotated.article;
  const auto& after = pair.after.annotated.article;
  if (!before.published || !after.published) return;
  const std::string old_date = model::iso(before.published->value);
  const std::string new_date = model::iso(after.published->value);
  if (old_date == new_date ||
      before.published->value.precision != after.published->value.precision) {
    return;
  }
  const auto side = [](const model::Article& article, const std::string& date) {
    Side out;
    out.article = article.id;
    out.at.block = model::kTitleBlock;
    out.at.span = out.evidence_span = article.published->span;
    out.text = out.norm = date;
    return out;
  };
  out.push_back(
      make_change("published_changed", "", side(before, old_date), side(after, new_date)));
}

}  // namespace synoptic::watch

#include "verify/beside.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "verify/json_at.h"

namespace synoptic::verify {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

std::string plainly(element json, std::string_view key) {
  element value;
  return json[key].get(value) == simdjson::SUCCESS ? simdjson::minify(value) : std::string();
}

std::vector<element> items_of(element json, std::string_view key) {
  std::vector<element> out;
  array list;
  if (json[key].get(list) != simdjson::SUCCESS) return out;
  for (const element item : list) out.push_back(item);
  return out;
}

// How a value is called for people: its name, else its words; days with a dash between.
std::string called(element value) {
  const std::string name = text_at(value, "name");
  std::string out = group_digits(name.empty() ? text_at(value, "text") : name);
  const size_t at = out.find('/');
  const bool days = at != std::string::npos && out.size() > at + 5 &&
                    is_ascii_digits(std::string_view(out).substr(0, 4)) && out[4] == '-' &&
                    is_ascii_digits(std::string_view(out).substr(at + 1, 4));
  return days ? out.replace(at, 1, " – ") : out;
}

std::set<std::string> names_of(const std::vector<element>& values) {
  std::set<std::string> out;
  for (const element value : values) out.insert(called(value));
  out.erase("");
  return out;
}

// Does it say nothing but these names, with what bounds them ("at least")?
bool is_made_of(std::string_view shown, const std::set<std::string>& names) {
  constexpr std::array<std::string_view, 5> kBounds{"about ", "at least ", "at most ", "more than ",
                                                    "less than "};
  constexpr std::array<std::string_view, 2> kBetween{" + ", ", "};
  const auto goes_on = [&](std::string_view rest) {
    return rest.empty() ||
           std::any_of(kBetween.begin(), kBetween.end(), [&](std::string_view between) {
             return rest.starts_with(between) && is_made_of(rest.substr(between.size()), names);
           });
  };
  const auto begins = [&](std::string_view text) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return text.starts_with(name) && goes_on(text.substr(name.size()));
    });
  };
  if (begins(shown)) return true;
  return std::any_of(kBounds.begin(), kBounds.end(), [&](std::string_view bound) {
    return shown.starts_with(bound) && begins(shown.substr(bound.size()));
  });
}

class BesideReader {
 public:
  BesideReader(element json, const Beside& beside) : json_(json), beside_(beside) {
    for (const char* list : {"agree", "only", "differ", "updates"}) {
      for (const element fact : items_of(json, list)) facts_[text_at(fact, "id")] = fact;
    }
  }

  void read() {
    element event;
    if (json_["event"].get(event) == simdjson::SUCCESS && event.is_object()) {
      for (const element cell : items_of(event, "cells")) read_cell(cell);
    }
    size_t number = 0;
    for (const element deed : items_of(json_, "deeds")) {
      read_deed(fmt::format("deed {}", number++), deed);
    }
    number = 0;
    for (const element moment : items_of(json_, "timeline")) {
      read_moment(fmt::format("moment {}", number++), moment);
    }
    for (const element id : items_of(json_, "doubtful")) {
      std::string_view text;
      if (id.get(text) == simdjson::SUCCESS) (void)fact_of("doubtful", std::string(text));
    }
  }

 private:
  void fail(const std::string& fact, std::string part, std::string stated, std::string stands,
            std::string reason) {
    beside_.fail({.fact = fact,
                  .part = std::move(part),
                  .stated = std::move(stated),
                  .stands = std::move(stands),
                  .reason = std::move(reason)});
  }

  const element* fact_of(const std::string& of, const std::string& id) {
    const auto found = facts_.find(id);
    if (found != facts_.end()) return &found->second;
    fail(of, "fact", id, "", "there is no such fact");
    return nullptr;
  }

  void read_cell(element cell) {
    const std::string of = "event " + text_at(cell, "role"), id = text_at(cell, "fact");
    const auto values = items_of(cell, "values");
    const element* fact = id.empty() ? nullptr : fact_of(of, id);
    const std::string slot = fact != nullptr ? text_at(*fact, "slot") : "";
    for (const element value : values) beside_.cell(of, slot, value);
    if (values.empty()) return fail(of, "values", "", "", "it has no cell");
    const std::string shown = text_at(cell, "value");
    if (!is_made_of(shown, names_of(values))) {
      fail(of, "value", shown, called(values.front()), "its cells say otherwise");
    }
    if (fact == nullptr) return;
    const std::string verdict = text_at(cell, "verdict");
    if (const std::string own = text_at(*fact, "verdict"); own != verdict) {
      fail(of, "verdict", verdict, own, "the fact " + id + " has another verdict");
    }
    const auto all = items_of(*fact, "values");
    for (const element value : values) held_against(of, value, all);
    for (const element other : items_of(cell, "others")) {
      std::string_view text;
      if (other.get(text) == simdjson::SUCCESS && !is_made_of(text, names_of(all))) {
        fail(of, "others", std::string(text), "", "the fact " + id + " says no such thing");
      }
    }
  }

  // What is taken out of a fact says what it says there.
  void held_against(const std::string& of, element value, const std::vector<element>& all) {
    const auto same = std::find_if(all.begin(), all.end(), [&](element own) {
      return text_at(own, "article") == text_at(value, "article") &&
             plainly(own, "span") == plainly(value, "span") &&
             text_at(own, "norm") == text_at(value, "norm") &&
             text_at(own, "name") == text_at(value, "name");
    });
    if (same == all.end()) {
      fail(of, "values", text_at(value, "text"), "", "the fact has no such cell");
    }
  }

  void read_deed(const std::string& of, element deed) {
    std::set<std::string> stated, told;
    for (const element account : items_of(deed, "accounts")) {
      stated.insert(simdjson::minify(account));
    }
    for (const element value : items_of(deed, "values")) {
      beside_.cell(of, "", value);
      told.insert(plainly(value, "account"));
    }
    if (stated != told) {
      fail(of, "accounts", fmt::format("{}", fmt::join(stated, " ")),
           fmt::format("{}", fmt::join(told, " ")), "its cells are of other accounts");
    }
  }

  void read_moment(const std::string& of, element moment) {
    const std::string who = text_at(moment, "who");
    for (const element news : items_of(moment, "first_to_say")) {
      const std::string id = text_at(news, "fact"), shown = text_at(news, "value");
      const element* fact = fact_of(of, id);
      if (fact == nullptr) continue;
      std::vector<element> own;
      for (const element value : items_of(*fact, "values")) {
        if (text_at(value, "article") == who) own.push_back(value);
      }
      if (is_made_of(shown, names_of(own))) continue;
      fail(of, "first_to_say", shown, own.empty() ? "" : called(own.front()),
           "it does not say that in " + id);
    }
  }

  element json_;
  const Beside& beside_;
  std::unordered_map<std::string, element> facts_;
};

}  // namespace

void read_beside(element synopsis, const Beside& beside) { BesideReader(synopsis, beside).read(); }

}  // namespace synoptic::verify

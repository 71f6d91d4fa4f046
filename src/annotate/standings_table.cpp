#include "annotate/standings_table.h"

#include <charconv>
#include <map>
#include <memory>

#include "annotate/grammar.h"
#include "base/strings.h"
#include "base/table.h"
#include "text/fold.h"

namespace synoptic::annotate::syntax {
namespace {

using Tables = std::map<std::string, std::unique_ptr<StandingTable>, std::less<>>;

// What each kind of thing is: its types, and whether it is one of something.
using Kinds = std::map<std::string, StandingTable::Kind, std::less<>>;

StandingTable& table_for(Tables& tables, std::string_view lang) {
  auto& slot = tables[std::string(lang)];
  if (slot) return *slot;
  slot = std::make_unique<StandingTable>();
  if (const Grammar* rules = grammar(lang)) {
    for (PhraseTable* table : {&slot->orders, &slot->kinds, &slot->articles, &slot->near,
                               &slot->copulas, &slot->among, &slot->behind, &slot->whole}) {
      table->set_proclitics(rules->proclitics);
    }
  }
  return *slot;
}

size_t number(std::string_view text) {
  size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "2 largest ranked"; "largest" alone is the first.
StandingTable::Order order_of(std::string_view value) {
  StandingTable::Order order;
  for (const std::string_view word : split_trimmed(value, ' ')) {
    if (const size_t rank = number(word); rank > 0) {
      order.rank = static_cast<int>(rank);
    } else if (word == "ranked") {
      order.ranked = true;
    } else {
      order.name = word;
    }
  }
  return order;
}

// kind <tab> name <tab> types, and "of" where there is something that it is one of
StandingTable::Kind kind_of(std::string_view name, std::string_view types) {
  StandingTable::Kind kind;
  kind.name = name;
  for (const std::string_view word : split_trimmed(types, ' ')) {
    if (word == "of") kind.has_object = true;
    if (word == "ranked") kind.ranked = true;
    if (const auto type = model::entity_type_from_name(word)) {
      kind.types |= uint32_t{1} << static_cast<unsigned>(*type);
    }
  }
  return kind;
}

void add_words(StandingTable& table, std::string_view what, std::string_view value,
               std::string_view list, const Kinds& kinds) {
  const auto add = [&](PhraseTable& to, auto& values, const auto& meaning) {
    for (const std::string_view text : split_trimmed(list, ';')) {
      to.add(text, static_cast<uint32_t>(values.size()));
      values.push_back(meaning);
    }
  };
  const auto add_plain = [&](PhraseTable& to) {
    for (const std::string_view text : split_trimmed(list, ';')) to.add(text, 0);
  };
  if (what == "order") {
    add(table.orders, table.order_of, order_of(value));
  } else if (what == "name") {
    const auto kind = kinds.find(value);
    if (kind != kinds.end()) add(table.kinds, table.kind_of, kind->second);
  } else if (what == "whole") {
    add(table.whole, table.whole_of, std::string(value));
  } else if (what == "between") {
    for (const std::string_view text : split_trimmed(list, ';')) {
      table.between.push_back(text::fold_copy(text));
    }
  } else if (what == "article") {
    add_plain(table.articles);
  } else if (what == "near") {
    add_plain(table.near);
  } else if (what == "copula") {
    add_plain(table.copulas);
  } else if (what == "among") {
    add_plain(table.among);
  } else if (what == "among_behind") {
    add_plain(table.among_behind);
  } else if (what == "behind") {
    add_plain(table.behind);
  } else if (what == "shape") {
    const auto columns = split_trimmed(list, ' ');
    if (columns.size() < 3) return;
    table.kind_before = number(columns[0]);
    table.kind_behind = number(columns[1]);
    table.place_words = number(columns[2]);
    for (const std::string_view word : columns) {
      if (word == "adjacent") table.adjacent = true;
      if (word == "place_first") table.place_first = true;
    }
  }
}

Tables load() {
  Tables tables;
  Kinds kinds;
  for (const TableRow row : DataTable::embedded("annotate/standings.tsv", 3)) {
    const std::string_view what = row[0];
    if (what == "kind") {
      kinds.emplace(row[1], kind_of(row[1], row[2]));
    } else if (row.size() > 3) {
      add_words(table_for(tables, row[1]), what, row[2], row[3], kinds);
    }
  }
  return tables;
}

}  // namespace

const StandingTable* standing_table(std::string_view lang) {
  static const Tables tables = load();
  const auto found = tables.find(model::table_language(lang));
  return found == tables.end() ? nullptr : found->second.get();
}

}  // namespace synoptic::annotate::syntax

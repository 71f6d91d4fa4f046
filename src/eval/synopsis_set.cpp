// Gold stories read, and taken the way of any document.
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "clean/clean.h"
#include "collect/collect.h"
#include "compare/compare.h"
#include "eval/pages.h"
#include "eval/rows.h"
#include "eval/synopsis.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

template <typename Each>
void for_each_in(const element& row, std::string_view key, Each&& each) {
  simdjson::dom::array list;
  if (row.at_key(key).get(list) != simdjson::SUCCESS) return;
  for (const element item : list) each(item);
}

std::optional<size_t> index_of(const SynopsisGold& gold, std::string_view id) {
  for (size_t i = 0; i < gold.articles.size(); ++i) {
    if (gold.articles[i].id == id) return i;
  }
  return std::nullopt;
}

class Reader {
 public:
  Result<SynopsisGold> read(const element& story, std::string name) {
    gold_.name = std::move(name);
    read_articles(story);
    for_each_in(story, "facts", [&](const element& row) {
      GoldFact fact{string_at(row, "verdict"), string_at(row, "slot"), string_at(row, "about"), {}};
      for_each_in(row, "values", [&](const element& value) {
        fact.sides.push_back({string_at(value, "norm"), pieces(value, "in")});
      });
      if (fact.verdict.empty() || fact.slot.empty() || fact.sides.empty()) wrong_ = "a broken fact";
      gold_.facts.push_back(std::move(fact));
    });
    for_each_in(story, "not_differ", [&](const element& row) {
      gold_.lookalikes.push_back({string_at(row, "about"), string_at(row, "why"), pieces(row, "in"),
                                  pieces(row, "against")});
    });
    read_provenance(story);
    simdjson::dom::array facts;
    if (gold_.articles.empty() || story.at_key("facts").get(facts) != simdjson::SUCCESS) {
      wrong_ = "no articles or no facts";
    }
    if (!wrong_.empty()) return failure(ErrorCode::kMalformed, "", "is no gold story: " + wrong_);
    return std::move(gold_);
  }

 private:
  void read_articles(const element& story) {
    std::vector<std::string> copy_of;
    for_each_in(story, "articles", [&](const element& row) {
      gold_.articles.push_back({string_at(row, "id"), string_at(row, "lang"),
                                string_at(row, "publisher"), string_at(row, "published"),
                                string_at(row, "title"), string_at(row, "text"), 0, ""});
      copy_of.push_back(string_at(row, "copy_of"));
    });
    for (size_t i = 0; i < copy_of.size(); ++i) {
      gold_.articles[i].account = index_of(gold_, copy_of[i]).value_or(i);
    }
  }

  std::vector<Piece> pieces(const element& row, std::string_view key) {
    std::vector<Piece> out;
    simdjson::dom::object by_account;
    if (row.at_key(key).get(by_account) != simdjson::SUCCESS) return out;
    for (const auto& [id, value] : by_account) {
      std::string_view text;
      const auto article = index_of(gold_, id);
      if (!article || value.get(text) != simdjson::SUCCESS || text.empty()) {
        wrong_ = "a piece of no article";
        continue;
      }
      out.push_back({*article, std::string(text), {}});
    }
    return out;
  }

  void read_provenance(const element& story) {
    element row;
    if (story.at_key("provenance").get(row) != simdjson::SUCCESS) return;
    gold_.provenance.first = string_at(row, "first");
    const auto pairs = [&](std::string_view key, auto& out) {
      for_each_in(row, key, [&](const element& pair) {
        std::string_view from, to;
        if (pair.at(0).get(from) != simdjson::SUCCESS || pair.at(1).get(to) != simdjson::SUCCESS) {
          wrong_ = "a broken edge";
          return;
        }
        out.emplace_back(from, to);
      });
    };
    pairs("cites", gold_.provenance.cites);
    pairs("copies", gold_.provenance.copies);
    for_each_in(row, "unattributed", [&](const element& id) {
      std::string_view text;
      if (id.get(text) == simdjson::SUCCESS) gold_.provenance.unattributed.emplace_back(text);
    });
  }

  SynopsisGold gold_;
  std::string wrong_;
};

// A page as people save it: what is known of it in the front matter, then the paragraphs.
std::string page_of(const GoldArticle& article) {
  return "---\ntitle: " + article.title + "\npublisher: " + article.publisher +
         "\ndate: " + article.published + "Z\nlang: " + article.lang + "\n---\n\n" + article.text +
         "\n";
}

std::vector<Span> places_in(std::string_view text, std::string_view words) {
  std::vector<Span> out;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    out.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
  }
  return out;
}

template <typename Each>
void for_each_piece(SynopsisGold& gold, Each&& each) {
  for (auto& fact : gold.facts) {
    for (auto& side : fact.sides) std::for_each(side.pieces.begin(), side.pieces.end(), each);
  }
  for (auto& alike : gold.lookalikes) {
    std::for_each(alike.in.begin(), alike.in.end(), each);
    std::for_each(alike.against.begin(), alike.against.end(), each);
  }
}

bool holds(const model::Article& article, std::string_view piece) {
  return article.title.find(piece) != std::string::npos ||
         std::any_of(article.blocks.begin(), article.blocks.end(), [&](const auto& block) {
           return block.text.find(piece) != std::string::npos;
         });
}

model::Story story_of(const SynopsisGold& gold) {
  model::Story story;
  story.id = gold.name;
  story.title = gold.articles[0].title;
  for (size_t i = 0; i < gold.articles.size(); ++i) {
    story.articles.push_back(gold.articles[i].key);
    if (gold.articles[i].account != i) continue;
    story.accounts.push_back({gold.articles[i].key});
    for (size_t j = 0; j < gold.articles.size(); ++j) {
      if (j != i && gold.articles[j].account == i) {
        story.accounts.back().push_back(gold.articles[j].key);
      }
    }
  }
  return story;
}

// The same number in the title as in the text; small ones count many things.
void find_again(const model::Annotated& annotated, Piece& piece) {
  constexpr double kSmall = 12;
  for (const auto& told : annotated.quantities) {
    const bool in_piece = std::any_of(piece.places.begin(), piece.places.end(),
                                      [&](const Span& at) { return at.overlaps(told.at.span); });
    if (!in_piece || told.value <= kSmall) continue;
    for (const auto& other : annotated.quantities) {
      if (other.value == told.value && other.kind == told.kind && other.unit == told.unit) {
        piece.again.push_back(other.at.span);
      }
    }
  }
}

}  // namespace

bool is_in_part(std::string_view name, SynopsisPart part) {
  if (part == SynopsisPart::kAll) return true;
  unsigned number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return (number % 2 == 0) == (part == SynopsisPart::kDev);
}

Result<SynopsisGold> parse_synopsis_gold(std::string_view json, std::string name) {
  simdjson::dom::parser parser;
  element story;
  const simdjson::padded_string padded(json);
  if (parser.parse(padded).get(story) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "", "is not JSON");
  }
  return Reader().read(story, std::move(name));
}

std::vector<Span> places_of(const GoldArticle& article, std::string_view words) {
  return places_in(page_of(article), words);
}

Result<AnnotatedStory> annotate_story(SynopsisGold& gold, const knowledge::Knowledge& knowledge,
                                      const text::LanguageId& languages) {
  AnnotatedStory out;
  std::vector<std::string> texts;
  for (auto& article : gold.articles) {
    const auto capture = collect::capture_bytes(page_of(article), article.id + ".txt");
    if (!capture) return tl::unexpected(capture.error());
    auto cleaned = clean::clean(*capture, knowledge, languages);
    if (cleaned.size() != 1) {
      return failure(ErrorCode::kMalformed, "", "account " + article.id + " is not one article");
    }
    article.key = cleaned[0].id;
    texts.push_back(capture->text);
    out.articles.push_back(annotate::annotate(std::move(cleaned[0]), knowledge));
  }
  std::string lost;
  for_each_piece(gold, [&](Piece& piece) {
    piece.places = places_in(texts[piece.article], piece.text);
    if (!holds(out.articles[piece.article].article, piece.text)) lost = piece.text;
  });
  for (auto& fact : gold.facts) {
    if (fact.slot != "quantity" && fact.slot != "money") continue;
    for (auto& side : fact.sides) {
      for (Piece& piece : side.pieces) find_again(out.articles[piece.article], piece);
    }
  }
  if (!lost.empty()) return failure(ErrorCode::kMalformed, "", "lost in cleaning: " + lost);
  out.story = story_of(gold);
  return out;
}

model::Synopsis synopsis_of(const AnnotatedStory& story, const knowledge::Knowledge& knowledge) {
  std::vector<const model::Annotated*> articles;
  for (const auto& one : story.articles) articles.push_back(&one);
  return compare::compare(story.story, articles, knowledge);
}

Result<model::Synopsis> synopsis_of(SynopsisGold& gold, const knowledge::Knowledge& knowledge,
                                    const text::LanguageId& languages) {
  const auto story = annotate_story(gold, knowledge, languages);
  if (!story) return tl::unexpected(story.error());
  return synopsis_of(*story, knowledge);
}

SynopsisReport evaluate_synopsis(const std::string& path, const SynopsisOptions& options,
                                 const knowledge::Knowledge& knowledge,
                                 const text::LanguageId& languages) {
  SynopsisReport report;
  const std::string name = set_name(path);
  if (!is_in_part(name, options.part)) return report;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    report.errors.push_back({ErrorCode::kNotFound, path, "no such file"});
    return report;
  }
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  auto gold = parse_synopsis_gold(json, name);
  if (!gold) {
    report.errors.push_back({ErrorCode::kMalformed, path, gold.error().why});
    return report;
  }
  const auto story = annotate_story(*gold, knowledge, languages);
  if (!story) {
    report.errors.push_back({ErrorCode::kMalformed, path, story.error().why});
    return report;
  }
  const auto synopsis = synopsis_of(*story, knowledge);
  std::vector<std::string> misses;
  report.figures = score(*gold, synopsis, misses);
  report.figures.dates = dates_read(*gold, *story, misses);
  report.stages = stages_of(*gold, *story, synopsis);
  if (!options.misses) return report;
  for (const auto& miss : misses) report.details += name.substr(0, 16) + "  " + miss + "\n";
  return report;
}

}  // namespace synoptic::eval

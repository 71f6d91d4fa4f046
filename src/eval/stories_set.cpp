// Sets of articles whose stories are known, read from their files.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_map>

#include "annotate/annotate.h"
#include "base/hash.h"
#include "base/strings.h"
#include "eval/rows.h"
#include "eval/stories.h"

namespace synoptic::eval {
namespace {

namespace fs = std::filesystem;
using simdjson::dom::element;

constexpr int64_t kSecondsPerDay = 86400;

std::string iso_of_seconds(int64_t seconds) {
  const int64_t days = seconds >= 0 ? seconds / kSecondsPerDay : -1;
  model::DateValue value = model::civil_from_days(days);
  const int64_t rest = seconds - days * kSecondsPerDay;
  value.hour = static_cast<int>(rest / 3600);
  value.minute = static_cast<int>(rest % 3600 / 60);
  value.second = static_cast<int>(rest % 60);
  value.precision = model::Precision::kSecond;
  return model::iso(value) + "Z";
}

std::string time_at(const element& row) {
  for (const std::string_view key : {"time", "published", "date"}) {
    int64_t seconds = 0;
    if (row.at_key(key).get(seconds) == simdjson::SUCCESS) return iso_of_seconds(seconds);
    if (auto text = string_at(row, key); !text.empty()) return text;
  }
  return {};
}

// What the set calls a topic is often a part of a category only.
std::string topic_of(const element& row) {
  const std::string category = string_at(row, "category"), topic = string_at(row, "topic");
  return topic.empty() ? "" : category + "|" + topic;
}

StoryDocument document_of(const element& row) {
  return {string_at(row, "id"),
          string_at(row, "lang"),
          string_at(row, "title"),
          string_at(row, "text"),
          string_at(row, "url"),
          time_at(row),
          {},
          topic_of(row)};
}

using Golds = std::unordered_map<std::string, std::string>;

Result<Golds> read_gold(const fs::path& path) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  Golds golds;
  for (const auto line : lines(*text)) {
    const auto cells = split(line, '\t');
    if (cells.size() >= 2) golds.emplace(std::string(cells[0]), std::string(cells[1]));
  }
  return golds;
}

Result<void> read_lines(const fs::path& folder, std::vector<StoryDocument>& out) {
  const auto golds = read_gold(folder / "gold.tsv");
  if (!golds) return tl::unexpected(golds.error());
  const auto text = read_file(folder / "docs.jsonl");
  if (!text) return tl::unexpected(text.error());
  simdjson::dom::parser parser;
  for (const auto line : lines(*text)) {
    element row;
    if (parser.parse(line.data(), line.size()).get(row) != simdjson::SUCCESS) continue;
    StoryDocument document = document_of(row);
    const auto gold = golds->find(document.id);
    if (gold == golds->end()) continue;
    document.story = gold->second;
    out.push_back(std::move(document));
  }
  return {};
}

Result<void> read_stories(const fs::path& folder, std::vector<StoryDocument>& out) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    simdjson::dom::parser parser;
    element story;
    simdjson::dom::array articles;
    if (parser.parse(*text).get(story) != simdjson::SUCCESS ||
        story.at_key("articles").get(articles) != simdjson::SUCCESS) {
      continue;
    }
    for (const element row : articles) {
      StoryDocument document = document_of(row);
      document.story = file.stem().string();
      document.id = document.story + "/" + document.id;
      out.push_back(std::move(document));
    }
  }
  return {};
}

// A table of tokens (document, sentence, token, word …) per language: the same documents in each.
// The first sentence is the title.
Result<void> read_tokens(const fs::path& folder, std::vector<StoryDocument>& out) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    for (const auto& file : fs::directory_iterator(entry.path(), error)) {
      if (file.path().extension() == ".conll") files.push_back(file.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    const std::string lang = file.parent_path().filename().string();
    std::string sentence;
    for (const auto line : lines(*text)) {
      const auto cells = split(line, '\t');
      if (cells.size() < 4 || line[0] == '#') continue;
      if (out.empty() || out.back().story != cells[0] || out.back().lang != lang) {
        out.push_back(
            {lang + "/" + std::string(cells[0]), lang, {}, {}, {}, {}, std::string(cells[0]), {}});
        sentence = cells[1];
      }
      StoryDocument& document = out.back();
      if (sentence != cells[1] && !document.text.empty()) document.text += '\n';
      sentence = cells[1];
      std::string& part = cells[1] == "0" ? document.title : document.text;
      if (!part.empty() && part.back() != '\n') part += ' ';
      part += cells[3];
    }
  }
  return {};
}

std::optional<int64_t> minutes_of(const StoryDocument& document) {
  const auto value = model::parse_iso(document.time);
  if (!value) return std::nullopt;
  return model::minutes_since_epoch(*value);
}

bool hashed_to_dev(std::string_view key) { return (fnv1a(key) >> 16) % 5 < 3; }

// The first time of each story; none where one has no time at all.
std::unordered_map<std::string_view, int64_t> first_times(const std::vector<StoryDocument>& all) {
  std::unordered_map<std::string_view, int64_t> first;
  for (const auto& document : all) {
    const auto minutes = minutes_of(document);
    if (!minutes) return {};
    auto& earliest = first.try_emplace(document.story, *minutes).first->second;
    earliest = std::min(earliest, *minutes);
  }
  return first;
}

// The time before which three stories in five began.
int64_t dev_ends(const std::unordered_map<std::string_view, int64_t>& first) {
  std::vector<int64_t> times;
  for (const auto& [story, time] : first) times.push_back(time);
  std::sort(times.begin(), times.end());
  return times.empty() ? 0 : times[times.size() * 3 / 5];
}

std::vector<StoryDocument> part_of(std::vector<StoryDocument> all, StoryPart part) {
  if (part == StoryPart::kAll) return all;
  const auto first = first_times(all);
  const int64_t end = dev_ends(first);
  std::vector<bool> taken;
  for (const auto& document : all) {
    const bool dev = !document.topic.empty() ? hashed_to_dev(document.topic)
                     : !first.empty()        ? first.at(document.story) < end
                                             : hashed_to_dev(document.story);
    taken.push_back(dev == (part == StoryPart::kDev));
  }
  std::vector<StoryDocument> out;
  for (size_t i = 0; i < all.size(); ++i) {
    if (taken[i]) out.push_back(std::move(all[i]));
  }
  return out;
}

}  // namespace

Result<std::vector<StoryDocument>> read_story_set(const std::string& path, StoryPart part) {
  const fs::path folder(path);
  std::vector<StoryDocument> all;
  const auto done = fs::exists(folder / "docs.jsonl")          ? read_lines(folder, all)
                    : fs::exists(folder / "en/meantime.conll") ? read_tokens(folder, all)
                                                               : read_stories(folder, all);
  if (!done) return tl::unexpected(done.error());
  auto out = part_of(std::move(all), part);
  if (out.empty()) return tl::unexpected(Error{ErrorCode::kNotFound, path, "no articles"});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    const auto left = minutes_of(a), right = minutes_of(b);
    if (left.has_value() != right.has_value()) return left.has_value();
    return left && *left < *right;
  });
  return out;
}

model::Article article_of(const StoryDocument& document, const text::LanguageId& languages) {
  model::Article article;
  article.id = sha256_hex(document.id).substr(0, 16);
  article.url = document.url;
  article.title = document.title;
  article.lang = document.lang;
  const std::string whole = document.title + "\n" + document.text;
  if (article.lang.empty()) article.lang = std::string(languages.identify(whole).language);
  article.script = std::string(text::script_of(whole));
  if (const auto value = model::parse_iso(document.time)) {
    article.published.emplace();
    article.published->value = *value;
    article.published->role = "published";
    article.published->where = "metadata";
  }
  for (const auto line : lines(document.text)) {
    const auto text = trim(line);
    // Sets often repeat the title as the first line of the text.
    if (text.empty() || (article.blocks.empty() && text == trim(article.title))) continue;
    model::Block block;
    block.text = std::string(text);
    article.blocks.push_back(std::move(block));
  }
  return article;
}

model::Annotated annotated_document(const StoryDocument& document,
                                    const knowledge::Knowledge& knowledge,
                                    const text::LanguageId& languages) {
  return annotate::annotate(article_of(document, languages), knowledge);
}

}  // namespace synoptic::eval

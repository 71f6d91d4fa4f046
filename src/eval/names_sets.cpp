#include "eval/names_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::eval {
namespace {

std::optional<NameKind> kind_of(std::string_view label) {
  if (label == "PER") return NameKind::kPerson;
  if (label == "ORG") return NameKind::kOrganisation;
  if (label == "LOC") return NameKind::kPlace;
  return std::nullopt;
}

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string guess_language(const std::filesystem::path& path) {
  const std::string stem = path.stem().string();
  const std::string_view first = std::string_view(stem).substr(0, stem.find_first_of("_-."));
  if (is_language(first) && first != "dev") return std::string(first);
  const std::string folder = path.parent_path().filename().string();
  return is_language(folder) ? folder : std::string();
}

// One sentence of columns: its tokens, put where the text has them.
class ColumnReader {
 public:
  void text(std::string_view line) { text_ = std::string(line); }
  void token(std::string_view word, std::string_view label) {
    words_.emplace_back(word);
    labels_.emplace_back(label);
  }

  void finish(NamedSet& set) {
    if (!words_.empty()) set.sentences.push_back(make());
    text_.clear();
    words_.clear();
    labels_.clear();
  }

 private:
  NamedSentence make() const {
    NamedSentence made{.text = text_};
    std::vector<Range> ranges;
    if (!place_in(made.text, ranges)) {
      made.text.clear();
      ranges.clear();
      for (const auto& word : words_) {
        if (!made.text.empty()) made.text += ' ';
        const auto begin = static_cast<uint32_t>(made.text.size());
        made.text += word;
        ranges.push_back({begin, static_cast<uint32_t>(made.text.size())});
      }
    }
    bool open = false;
    for (size_t i = 0; i < words_.size(); ++i) {
      const std::string_view label = labels_[i];
      const auto kind = label.size() > 2 ? kind_of(label.substr(2)) : std::nullopt;
      if (!kind) {
        open = false;
        continue;
      }
      if (label[0] == 'I' && open && made.names.back().kind == *kind) {
        made.names.back().range.end = ranges[i].end;
      } else {
        made.names.push_back({.range = ranges[i], .kind = *kind});
        open = true;
      }
    }
    return made;
  }

  bool place_in(const std::string& text, std::vector<Range>& ranges) const {
    if (text.empty()) return false;
    size_t at = 0;
    for (const auto& word : words_) {
      constexpr size_t kReach = 8;  // blanks between two words
      const size_t found = text.find(word, at);
      if (found == std::string::npos || found > at + kReach) return false;
      at = found + word.size();
      ranges.push_back({static_cast<uint32_t>(found), static_cast<uint32_t>(at)});
    }
    return true;
  }

  std::string text_;
  std::vector<std::string> words_, labels_;
};

void read_columns(std::string_view content, NamedSet& set) {
  constexpr std::string_view kText = "# text = ";
  ColumnReader reader;
  for (const std::string_view line : lines(content)) {
    if (line.starts_with(kText)) {
      reader.text(line.substr(kText.size()));
    } else if (trim(line).empty()) {
      reader.finish(set);
    } else if (!line.starts_with("# ")) {
      const auto columns = split(line, '\t');
      if (columns.size() < 2) continue;
      // "1 word LABEL …" or "word LABEL", the word sometimes behind "fr:".
      const bool numbered = columns.size() > 2 && is_ascii_digits(columns[0]);
      std::string_view word = columns[numbered ? 1 : 0];
      if (!numbered && word.size() > 3 && word[2] == ':' && is_language(word.substr(0, 2))) {
        word.remove_prefix(3);
      }
      reader.token(word, columns[numbered ? 2 : 1]);
    }
  }
  reader.finish(set);
}

// "[LOC/city:paris Paris]"
Result<NamedSentence> read_marked(std::string_view line) {
  NamedSentence made;
  for (size_t at = 0; at < line.size();) {
    if (line[at] != '[') {
      made.text += line[at++];
      continue;
    }
    const size_t blank = line.find(' ', at), close = line.find(']', at);
    if (blank == std::string_view::npos || close == std::string_view::npos || blank > close) {
      return failure(ErrorCode::kMalformed, "", "a mark without a type or an end");
    }
    const std::string_view label = line.substr(at + 1, blank - at - 1);
    const size_t slash = label.find('/');
    const auto kind = kind_of(label.substr(0, slash));
    if (!kind) return failure(ErrorCode::kMalformed, "", fmt::format("unknown type: {}", label));
    GoldName name{.kind = *kind};
    if (slash != std::string_view::npos) name.place = label.substr(slash + 1);
    name.range.begin = static_cast<uint32_t>(made.text.size());
    made.text += line.substr(blank + 1, close - blank - 1);
    name.range.end = static_cast<uint32_t>(made.text.size());
    made.names.push_back(std::move(name));
    at = close + 1;
  }
  return made;
}

Result<void> read_gold(std::string_view content, const std::string& path, NamedSet& set) {
  set.has_places = true;
  size_t number = 0;
  for (const std::string_view line : lines(content)) {
    ++number;
    if (trim(line).empty() || line[0] == '#') continue;
    auto sentence = read_marked(trim(line));
    if (!sentence) {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, number),
                     sentence.error().why);
    }
    set.sentences.push_back(std::move(*sentence));
  }
  return {};
}

}  // namespace

std::string_view name_kind(NameKind kind) {
  return kind == NameKind::kPerson ? "PER" : kind == NameKind::kOrganisation ? "ORG" : "LOC";
}

Result<NamedSet> read_named_set(std::string_view source) {
  NamedSet set;
  const size_t colon = source.find(':');
  if (colon != std::string_view::npos && is_language(source.substr(0, colon))) {
    set.lang = source.substr(0, colon);
    source.remove_prefix(colon + 1);
  }
  const std::filesystem::path path(source);
  if (set.lang.empty()) set.lang = guess_language(path);
  set.name = path.filename().string();
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path.string(), "no such file");
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  if (path.extension() == ".txt") {
    if (auto read = read_gold(content, path.string(), set); !read) {
      return tl::unexpected(read.error());
    }
  } else {
    read_columns(content, set);
  }
  if (set.sentences.empty()) {
    return failure(ErrorCode::kMalformed, path.string(), "no sentence in it");
  }
  return set;
}

}  // namespace synoptic::eval

// MEANTIME (Minard et al. 2016): news with chains of mentions in brackets. Mentions whose words are
// all capitalised are names; other capitals may be names that nobody marked, and stay open.
#include <fmt/format.h>

#include <fstream>

#include "base/strings.h"
#include "tagger/silver.h"
#include "text/utf8.h"

namespace synoptic::tools {
namespace {

struct Mention {
  size_t first = 0, last = 0;
  eval::NameKind kind = eval::NameKind::kPerson;
};

class SentenceReader {
 public:
  void add(std::string_view word, std::string_view marks) {
    words_.emplace_back(word);
    if (marks == "-") return;
    for (const auto mark : split_trimmed(marks, '|')) {
      const bool opens = mark.front() == '(', closes = mark.back() == ')';
      std::string_view id = mark;
      if (opens) id.remove_prefix(1);
      if (closes) id.remove_suffix(1);
      if (opens) open_.emplace_back(std::string(id), words_.size() - 1);
      if (!closes) continue;
      for (size_t i = open_.size(); i-- > 0;) {
        if (open_[i].first != id) continue;
        keep(id, open_[i].second, words_.size() - 1);
        open_.erase(open_.begin() + static_cast<long>(i));
        break;
      }
    }
  }

  void finish(SilverSet& silver) {
    std::vector<uint8_t> taken(words_.size());
    eval::NamedSentence made;
    std::vector<Range> ranges;
    for (const auto& word : words_) {
      // Marks stand at the word before them, as they do in texts.
      const bool glued =
          word.size() == 1 && std::string_view(",.;:?!)").find(word[0]) != std::string_view::npos;
      if (!made.text.empty() && !glued && made.text.back() != '(') made.text += ' ';
      const auto begin = static_cast<uint32_t>(made.text.size());
      made.text += word;
      ranges.push_back({begin, static_cast<uint32_t>(made.text.size())});
    }
    for (const Mention& mention : mentions_) {
      bool free = true;
      for (size_t i = mention.first; i <= mention.last; ++i) free &= taken[i] == 0;
      if (!free) continue;
      for (size_t i = mention.first; i <= mention.last; ++i) taken[i] = 1;
      made.names.push_back(
          {.range = {ranges[mention.first].begin, ranges[mention.last].end}, .kind = mention.kind});
    }
    std::vector<Range> open;
    for (size_t i = 0; i < words_.size(); ++i) {
      if (taken[i] == 0 && is_capital(words_[i])) open.push_back(ranges[i]);
    }
    if (!made.names.empty()) {
      silver.set.sentences.push_back(std::move(made));
      silver.open.push_back(std::move(open));
    }
    words_.clear();
    open_.clear();
    mentions_.clear();
  }

 private:
  static bool is_capital(std::string_view word) {
    return !word.empty() && text::is_upper(text::decode(word, 0).value);
  }

  void keep(std::string_view id, size_t first, size_t last) {
    Mention mention{first, last};
    if (id.find("_PER") != std::string_view::npos) {
      mention.kind = eval::NameKind::kPerson;
    } else if (id.find("_ORG") != std::string_view::npos) {
      mention.kind = eval::NameKind::kOrganisation;
    } else if (id.find("_LOC") != std::string_view::npos) {
      mention.kind = eval::NameKind::kPlace;
    } else {
      return;
    }
    if (!is_capital(words_[first]) || !is_capital(words_[last])) return;
    for (size_t i = first; i <= last; ++i) {
      if (!is_capital(words_[i]) && words_[i].size() > 3) return;
    }
    if (last == first && words_[first].size() < 3) return;  // "I"
    if (last == 0) return;                                  // "He"
    mentions_.push_back(mention);
  }

  std::vector<std::string> words_;
  std::vector<std::pair<std::string, size_t>> open_;
  std::vector<Mention> mentions_;
};

}  // namespace

SilverSet read_chained_news(const std::string& data, const std::string& lang) {
  SilverSet silver;
  silver.set.lang = lang;
  silver.set.name = "chained news";
  std::ifstream file(fmt::format("{}/comparison-meantime/meantime/{}/meantime.conll", data, lang));
  SentenceReader reader;
  for (std::string line; std::getline(file, line);) {
    const auto cells = split(line, '\t');
    if (cells.size() < 5) {
      reader.finish(silver);
    } else {
      reader.add(cells[3], trim(cells[4]));
    }
  }
  reader.finish(silver);
  return silver;
}

}  // namespace synoptic::tools

#include "clean/keywords.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/page.h"
#include "clean/plain/seam_table.h"
#include "knowledge/name_index.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kLongestPhrase = 5;  // words
constexpr size_t kMostKeywords = 60;
constexpr size_t kMostWords = 200;

constexpr std::array<std::string_view, 13> kBetweenKeywords{",", "،", "、", "，", ";",   "؛", "；",
                                                            "|", "·", "#",  "•",  " / ", "\t"};

std::vector<std::string> cut_at_separators(std::string_view list) {
  std::vector<std::string> found;
  size_t open = 0;
  const auto close = [&](size_t end) {
    const auto word = text::trim_space(list.substr(open, end - open));
    if (!word.empty() && !key_of(word).empty()) found.emplace_back(word);
  };
  for (size_t at = 0; at < list.size();) {
    size_t size = 0;
    for (const std::string_view separator : kBetweenKeywords) {
      if (list.substr(at).starts_with(separator)) size = std::max(size, separator.size());
    }
    if (size > 0) {
      close(at);
      at += size;
      open = at;
    } else {
      at += text::decode(list, at).length;
    }
  }
  close(list.size());
  return found;
}

// Cuts a list whose only separator is the blank.
class PhraseCutter {
 public:
  PhraseCutter(std::string_view list, std::string_view article, const Knowledge& knowledge,
               std::string_view lang)
      : list_(list), knowledge_(knowledge), lang_(lang), words_(text::words(list)) {
    if (words_.size() > kMostWords) words_.resize(kMostWords);
    for (const text::Word& word : words_) {
      folded_.push_back(text::fold_copy(word.range.of(list)));
    }
    const std::string text = text::fold_copy(article);
    for (const text::Word& word : text::words(text)) {
      if (!article_.empty()) article_ += ' ';
      article_ += word.range.of(text);
    }
    article_ = " " + article_ + " ";
  }

  std::vector<std::string> cut() const {
    std::vector<std::string> found;
    for (size_t at = 0; at < words_.size();) {
      size_t count = phrase_at(at);
      // "العلاقات اليابانية": a demonym belongs to the noun before it.
      const bool name = is_name(at, count);
      while (!name && at + count < words_.size() && count < kLongestPhrase &&
             is_adjective(folded_[at + count])) {
        ++count;
      }
      found.emplace_back(list_.substr(words_[at].range.begin,
                                      words_[at + count - 1].range.end - words_[at].range.begin));
      at += count;
    }
    return found;
  }

 private:
  std::string joined(size_t at, size_t count) const {
    std::string phrase;
    for (size_t i = at; i < at + count; ++i) {
      if (i > at) phrase += ' ';
      phrase += folded_[i];
    }
    return phrase;
  }

  bool is_name(size_t at, size_t count) const {
    return !knowledge_.find_by_name(joined(at, count)).empty();
  }

  // The longest phrase that the article or the knowledge holds; a name beats a longer phrase that
  // only begins with it by chance.
  size_t phrase_at(size_t at) const {
    const size_t most = std::min(kLongestPhrase, words_.size() - at);
    size_t known = 0, written = 0;
    for (size_t count = most; count >= 1; --count) {
      if (known == 0 && is_name(at, count)) known = count;
      if (written == 0 && article_.find(" " + joined(at, count) + " ") != std::string::npos) {
        written = count;
      }
    }
    return std::max({known, written, size_t{1}});
  }

  // As the table has it, or with the article and an ending.
  bool is_adjective(std::string_view word) const {
    if (is_demonym(word)) return true;
    const size_t article = article_length(word);
    return article > 0 && is_demonym(word.substr(article));
  }

  bool is_demonym(std::string_view word) const {
    const knowledge::NameTrie& names = knowledge_.names().trie();
    const uint32_t node = names.walk(word);
    if (node == knowledge::NameTrie::kNone) return false;
    return std::ranges::any_of(names.entries(node), [&](const knowledge::NameEntry& entry) {
      return entry.kind == knowledge::NameEntry::Kind::kAdjective &&
             entry.lang == knowledge::language_code(lang_) &&
             text::fold_copy(names.text(entry)) == word;
    });
  }

  std::string_view list_;
  const Knowledge& knowledge_;
  std::string_view lang_;
  std::vector<text::Word> words_;
  std::vector<std::string> folded_;
  std::string article_;  // folded words, one blank between them
};

}  // namespace

std::vector<std::string> read_keywords(std::string_view list, std::string_view article_text,
                                       const Knowledge& knowledge, std::string_view lang) {
  list = text::trim_space(list);
  while (list.ends_with('.') || list.ends_with("。")) {
    list.remove_suffix(list.ends_with('.') ? 1 : std::string_view("。").size());
  }
  std::vector<std::string> found = cut_at_separators(list);
  if (found.size() == 1) {
    const auto words = text::words(list);
    if (!words.empty() && words[0].spaceless) {
      // Scripts without spaces use the blank as a separator.
      found.clear();
      for (const auto part : split_trimmed(list, ' ')) found.emplace_back(part);
    } else if (words.size() > 2) {
      found = PhraseCutter(list, article_text, knowledge, lang).cut();
    }
  }
  if (found.size() > kMostKeywords) found.resize(kMostKeywords);
  return found;
}

}  // namespace synoptic::clean

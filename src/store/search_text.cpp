#include "store/search_text.h"

#include <set>
#include <vector>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::store {
namespace {

constexpr size_t kShortestBeginning = 3;  // letters; shorter ones begin half of all words

struct Token {
  std::string text;
  size_t letters = 0;
  bool is_pair = false;     // two characters of a run
  bool is_run_end = false;  // the last character of a run of several
};

class Cutter {
 public:
  std::vector<Token> cut(std::string_view text) {
    const std::string folded = text::fold_copy(text);
    for (size_t at = 0; at < folded.size();) {
      const auto c = text::decode(folded, at);
      const std::string_view bytes = std::string_view(folded).substr(at, c.length);
      if (text::is_packed(c.value)) {
        close_word();
        run_.push_back(bytes);
      } else if (text::is_word(c.value)) {
        close_run();
        word_ += bytes;
        ++letters_;
      } else {
        close_word();
        close_run();
      }
      at += c.length;
    }
    close_word();
    close_run();
    return std::move(tokens_);
  }

 private:
  void close_word() {
    if (!word_.empty()) tokens_.push_back({std::move(word_), letters_, false, false});
    word_.clear();
    letters_ = 0;
  }
  void close_run() {
    for (size_t i = 0; i < run_.size(); ++i) {
      Token token{std::string(run_[i]), 1, false, i > 0 && i + 1 == run_.size()};
      if (i + 1 < run_.size()) {
        token.text += run_[i + 1];
        token.is_pair = true;
      }
      tokens_.push_back(std::move(token));
    }
    run_.clear();
  }

  std::vector<Token> tokens_;
  std::string word_;
  size_t letters_ = 0;
  std::vector<std::string_view> run_;
};

}  // namespace

std::string search_text(std::string_view text) {
  std::string out;
  for (const Token& token : Cutter().cut(text)) out += (out.empty() ? "" : " ") + token.text;
  return out;
}

std::string search_text_of(const model::Annotated& annotated) {
  const model::Article& article = annotated.article;
  std::string out = search_text(article.title);
  const auto add = [&](std::string_view text) { out += " " + search_text(text); };
  if (article.publisher) add(article.publisher->name);
  for (const auto& block : article.blocks) add(block.text);
  std::set<std::string_view> names;
  for (const auto& mention : annotated.mentions) {
    if (mention.name != mention.text && names.insert(mention.name).second) add(mention.name);
  }
  return out;
}

std::string search_phrase(std::string_view word) {
  auto tokens = Cutter().cut(word);
  // The last character of a run stands alone only where the text's run ends, too.
  if (!tokens.empty() && tokens.back().is_run_end) tokens.pop_back();
  if (tokens.empty()) return "";
  std::string out;
  for (const Token& token : tokens) out += (out.empty() ? "\"" : " ") + token.text;
  const Token& last = tokens.back();
  const auto first = text::decode(last.text, 0).value;
  const bool begins = last.is_pair             ? false
                      : text::is_packed(first) ? true
                                               : last.letters >= kShortestBeginning;
  return out + (begins ? "\"*" : "\"");
}

}  // namespace synoptic::store

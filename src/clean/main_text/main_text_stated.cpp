#include "clean/main_text/main_text_stated.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/position.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using model::BlockKind;

class StatedText {
 public:
  StatedText(HtmlPage& page, std::string_view body, std::string_view body_key)
      : page_(page), body_(body), body_key_(body_key) {}

  // Where the metadata hold the whole text, what stands before or behind it is something else.
  void drop_unstated() {
    constexpr size_t kMostBytes = 200000, kLeastBytes = 400, kCompared = 90, kLooked = 200;
    constexpr uint32_t kLeastPiece = 20, kWidestOther = 300;
    if (body_.size() < kLeastBytes || body_.size() > kMostBytes) return;
    if (body_.ends_with("...") || body_.ends_with("…")) return;
    std::vector<size_t> kept;
    std::vector<bool> stated;
    size_t found = 0, all = 0;  // bytes
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind == BlockKind::kCaption) continue;
      const std::string_view text = p.piece.text;
      const std::string key = key_of(text.substr(0, kLooked));
      const bool in =
          key.empty() || holds_words(body_key_, std::string_view(key).substr(0, kCompared));
      kept.push_back(i);
      stated.push_back(in && key.size() > kLeastPiece);
      if (in) found += text.size();
      all += text.size();
    }
    if (found * 10 >= all * 8) take_back_stated(kept);
    if (found * 10 < body_.size() * 8 || found * 10 < all * 6) return;
    const auto first = std::find(stated.begin(), stated.end(), true) - stated.begin();
    const auto last = std::find(stated.rbegin(), stated.rend(), true).base() - stated.begin();
    for (auto i = first; i < static_cast<std::ptrdiff_t>(stated.size()); ++i) {
      PagePiece& p = page_.pieces[kept[static_cast<size_t>(i)]];
      const bool between = i < last;
      if (between && (stated[static_cast<size_t>(i)] || p.weight > kWidestOther ||
                      p.weight <= kLeastPiece || p.piece.kind != BlockKind::kParagraph)) {
        continue;
      }
      put_out(p, "boilerplate");
    }
  }

 private:
  // Paragraphs that a name has put out, though the metadata have them between those that stayed.
  void take_back_stated(const std::vector<size_t>& kept) {
    constexpr uint32_t kLeast = 60;
    constexpr size_t kCompared = 90, kLooked = 200;
    if (kept.size() < 2) return;
    std::string shown;
    for (size_t i = kept.front(); i <= kept.back(); ++i) {
      PagePiece& p = page_.pieces[i];
      if (!p.piece.outside || p.weight < kLeast || p.link_weight * 2 > p.weight) continue;
      if (p.piece.kind == BlockKind::kCaption || p.piece.kind == BlockKind::kHeading) continue;
      const std::string_view reason = p.piece.reason;
      constexpr std::u32string_view kLast = U".?!。？！\"”»’…";
      const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
      if (kLast.find(last) == kLast.npos || reason == "script" || reason == "style" ||
          reason == "repeated" || reason == "related") {
        continue;
      }
      std::string key = key_of(std::string_view(p.piece.text).substr(0, kLooked));
      key.resize(std::min(key.size(), kCompared));
      if (!holds_words(body_key_, key)) continue;
      if (shown.empty()) {
        for (const size_t k : kept) shown += key_of(page_.pieces[k].piece.text);
      }
      if (holds_words(shown, key)) continue;
      p.piece.outside = false;
      p.piece.reason = {};
      shown += key;
    }
  }

  HtmlPage& page_;
  std::string_view body_;  // the article's text as the metadata have it
  std::string_view body_key_;
};

}  // namespace

void drop_unstated(HtmlPage& page, std::string_view body, std::string_view body_key) {
  StatedText(page, body, body_key).drop_unstated();
}

}  // namespace synoptic::clean

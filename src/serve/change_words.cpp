#include "serve/change_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace synoptic::serve {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array kChanges{Words{"title_changed", "Another title"},
                              Words{"title_softened", "A more careful title"},
                              Words{"title_sharpened", "A firmer title"},
                              Words{"figure_changed", "Another figure"},
                              Words{"figure_added", "A figure more"},
                              Words{"figure_removed", "A figure less"},
                              Words{"date_changed", "Another date"},
                              Words{"date_added", "A date more"},
                              Words{"date_removed", "A date less"},
                              Words{"name_changed", "Another name"},
                              Words{"name_added", "A name more"},
                              Words{"name_removed", "A name less"},
                              Words{"place_changed", "Another place"},
                              Words{"place_added", "A place more"},
                              Words{"place_removed", "A place less"},
                              Words{"quote_changed", "A quote in other words"},
                              Words{"quote_added", "A quote more"},
                              Words{"quote_removed", "A quote less"},
                              Words{"quote_speaker_changed", "A quote of another speaker"},
                              Words{"published_changed", "Another date of publication"},
                              Words{"polarity_changed", "Denied now, or no longer"},
                              Words{"softened", "Told more carefully"},
                              Words{"sharpened", "Told more firmly"},
                              Words{"paragraph_added", "A paragraph more"},
                              Words{"paragraph_removed", "A paragraph less"},
                              Words{"sentence_added", "A sentence more"},
                              Words{"sentence_removed", "A sentence less"},
                              Words{"wording_changed", "Other words"}};

constexpr std::array kSigns{Words{"hedge_added", "a word of doubt was added"},
                            Words{"hedge_removed", "a word of doubt was taken out"},
                            Words{"attribution_added", "now told in somebody's name"},
                            Words{"attribution_removed", "no longer told in somebody's name"},
                            Words{"denial_added", "now denied"},
                            Words{"denial_removed", "no longer denied"},
                            Words{"figure_added", "with a figure now"},
                            Words{"figure_removed", "without its figure"},
                            Words{"question_added", "now a question"},
                            Words{"question_removed", "no longer a question"},
                            Words{"quotation_marks_added", "now in quotation marks"},
                            Words{"quotation_marks_removed", "no longer in quotation marks"}};

template <size_t N>
std::string words_of(const std::array<Words, N>& table, std::string_view code) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const Words& words) { return words.first == code; });
  if (found != table.end()) return std::string(found->second);
  std::string plain(code);  // "asserted_to_planned"
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace

std::string change_words(std::string_view kind) { return words_of(kChanges, kind); }
std::string sign_words(std::string_view sign) { return words_of(kSigns, sign); }

}  // namespace synoptic::serve

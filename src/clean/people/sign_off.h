// Who signs an article in brackets behind its last sentence. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "clean/people/byline.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

struct SignOff {
  Range range;  // of the block's text: the brackets and a number behind them; empty: they stay
  Byline byline;
};

// "…である。【佐藤花】", "…。（ソウル＝佐藤花）", "…。（譯者：陳大文／核稿：林小明）1150708"; names
// behind a label and with no number behind them are left to names_behind_text (lone_names.h).
std::optional<SignOff> sign_off_of(const model::Block& block, const knowledge::Knowledge& knowledge,
                                   std::string_view lang, model::Format format);
// The block without it; what was cut off.
model::Removed cut_sign_off(const SignOff& sign_off, model::Block& block);

}  // namespace synoptic::clean

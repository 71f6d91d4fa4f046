#include "annotate/events/passive_signs.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr char32_t kU = U'\u064F';                 // the sign for "u"
constexpr std::array kPrefixes{U'ي', U'ت', U'ن'};  // of unfinished deeds; "u" is active there, too
constexpr std::array kLongFronts{U'ا', U'أ', U'إ'};  // "اُختطف", "اختُطف"

// Which letter of the written word bears the sign, from 1; 0: none.
size_t bearer_of_u(std::string_view written, size_t skip, char32_t& front) {
  size_t letters = 0;
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    at += c.length;
    if (c.value == kU) return letters > skip ? letters - skip : 0;
    if (!text::is_arabic(c.value) || (c.value >= 0x064B && c.value <= 0x065F)) continue;
    if (++letters == skip + 1) front = c.value;
  }
  return 0;
}

}  // namespace

void read_passive_signs(const Sentence& s, std::vector<Trigger>& triggers) {
  for (Trigger& trigger : triggers) {
    if (trigger.form != TriggerForm::kVerb) continue;
    const std::string_view written = s.token(trigger.match.begin).at.of(s.passage->text);
    if (written.find("\u064F") == std::string_view::npos) continue;
    char32_t front = 0;
    const size_t bearer =
        bearer_of_u(written, text::count_code_points(trigger.match.prefix), front);
    if (std::ranges::find(kPrefixes, front) != kPrefixes.end()) continue;
    const bool long_front = std::ranges::find(kLongFronts, front) != kLongFronts.end();
    if (bearer == 1 || (bearer == 3 && long_front)) trigger.form = TriggerForm::kPassive;
  }
}

}  // namespace synoptic::annotate::syntax

#include "clean/html/html_language.h"

#include <unicode/uscript.h>

#include <algorithm>

#include "base/strings.h"
#include "clean/site.h"
#include "model/article.h"
#include "text/utf8.h"

namespace synoptic::clean {

bool is_written_so(const std::string& lang, std::string_view title) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode scripts[4] = {};
  const std::string primary(model::primary_language(lang));
  const int32_t count = uscript_getCode(primary.c_str(), scripts, 4, &status);
  if (U_FAILURE(status) || count != 1 || scripts[0] != USCRIPT_LATIN) return true;
  size_t latin = 0, other = 0;
  for (size_t at = 0; at < title.size();) {
    const text::CodePoint c = text::decode(title, at);
    if (text::is_letter(c.value)) ++(text::is_latin(c.value) ? latin : other);
    at += c.length;
  }
  return other < 8 || other < 2 * latin;
}

std::string with_region(const std::string& lang, const std::string& address) {
  std::string tag = ascii_lower(model::primary_language(lang));
  if (tag.empty()) return tag;
  const std::string said = ascii_lower(lang.substr(std::min(tag.size(), lang.size())));
  if (said.size() == 3 && said != "-us") return tag + said;
  const std::string& host = site_of(address).host;
  const std::string domain = host.substr(host.rfind('.') + 1);
  return domain.size() == 2 ? tag + "-" + domain : tag;
}

}  // namespace synoptic::clean

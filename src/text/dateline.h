// The words in front of a report that say where and when it was written and by whom: "PARIS, March
// 3 (Agency) - ", "(서울=연합뉴스) 김지훈 기자 = ", "新华社北京3月3日电（记者…）". They are no part
// of its first sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::text {

// Where the dateline of a report's first paragraph ends, behind its sign; 0: there is none.
uint32_t dateline_end(std::string_view raw);

// How long the sign is that may stand between a dateline of nothing but a town and the report:
// " - " or a full stop; 0: the text goes on. Whether it was a town the caller must know.
uint32_t sign_behind_town(std::string_view rest);

// Makes the dateline a sentence of its own.
void part_dateline(std::string_view raw, uint32_t end, std::vector<Range>& sentences);
void part_dateline(std::string_view raw, std::vector<Range>& sentences);

}  // namespace synoptic::text

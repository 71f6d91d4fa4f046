// windows-1254 (ISO-8859-9) under the label that editors write without being asked. Private to the
// room.
#pragma once

#include <string_view>

namespace synoptic::collect {

// The two charsets differ in six letters alone, so that no byte contradicts the label: "kiþi
// yaralandý" for "kişi yaralandı". Are the six bytes in the page's words as frequent, and the
// letters of those who write þ, ð and ý as rare, as the other charset would have it?
bool is_rather_windows_1254(std::string_view page);

}  // namespace synoptic::collect

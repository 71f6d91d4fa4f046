// Percent-encoding with the sets of the URL Standard. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::url {

// Characters, beyond controls and non-ASCII, that are encoded in a part of the URL.
constexpr std::string_view kControlSet = "";
constexpr std::string_view kFragmentSet = " \"<>`";
constexpr std::string_view kQuerySet = " \"#<>'";
constexpr std::string_view kPathSet = " \"#<>?`{}^";
constexpr std::string_view kUserinfoSet = " \"#<>?`{}/:;=@[\\]^|";

void percent_encode(std::string& out, std::string_view text, std::string_view set);

}  // namespace synoptic::url

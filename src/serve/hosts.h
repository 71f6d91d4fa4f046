// To which names the server answers. A page of another site can lead its own name to this machine
// (DNS rebinding) and then read what stands here as if it were its own; the Host header still has
// that name. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::serve {

// "name", "name:8440", "[::1]:8440" without its port, in lower case; empty: no host at all.
std::string host_name(std::string_view host);

class Hosts {
 public:
  // Listening on a loopback address, or with names given, the server answers to localhost, to
  // addresses written out and to `names`; else to everything.
  Hosts(std::string_view address, const std::vector<std::string>& names);
  bool answers_to(std::string_view host) const;

 private:
  bool all_ = false;
  std::vector<std::string> names_;
};

}  // namespace synoptic::serve

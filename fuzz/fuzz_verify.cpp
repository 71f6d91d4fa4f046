// Any JSON tells something or is refused; whatever it tells, a capture proves it or a reason is
// given. The input is the JSON, a line break, and the capture.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/hash.h"
#include "verify/slice.h"
#include "verify/verify.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t end = std::min(input.find('\n'), input.size());
  std::string json(input.substr(0, end));
  const std::string bytes(input.substr(std::min(end + 1, input.size())));
  // Where the JSON asks for the hash it is given, so that cells are looked up at all.
  for (size_t at = 0; (at = json.find("HASH", at)) != std::string::npos;) {
    json.replace(at, 4, sha256_hex(bytes));
  }
  const auto claims = verify::read_claims(json, "x");
  if (claims) {
    const std::vector<verify::Claims> all{*claims};
    verify::Prover prover(all);
    prover.offer_bytes(bytes, "x.html", "x.html");
    const auto reports = prover.reports();
    require(reports.size() == 1 && reports[0].proven <= reports[0].cells);
    require(reports[0].cells == claims->cells.size());
    for (const auto& failure : reports[0].failures) require(!failure.reason.empty());
    JsonWriter writer;
    verify::write_json(writer, all[0], reports[0]);
  }
  // A slice says itself, however it is read.
  const auto made = verify::match(bytes, bytes);
  require(made.holds);
  return 0;
}

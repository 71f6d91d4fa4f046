// Any bytes as a stored article: refused, or read whole, so that what is written again reads the
// same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "model/model.h"

using namespace synoptic;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto annotated = model::annotated_from_json(bytes);
  if (!annotated) return 0;
  const std::string first = model::to_stored_json(*annotated);
  const auto again = model::annotated_from_json(first);
  if (!again || model::to_stored_json(*again) != first) std::abort();
  return 0;
}

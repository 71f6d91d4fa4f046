#include "knowledge/compiled_names.h"

extern "C" const char synoptic_compiled_names[], synoptic_compiled_names_end[];

namespace synoptic::knowledge {

std::string_view compiled_names() {
  return {synoptic_compiled_names,
          static_cast<size_t>(synoptic_compiled_names_end - synoptic_compiled_names)};
}

}  // namespace synoptic::knowledge

#include "knowledge/compiled_tables.h"

extern "C" const char synoptic_compiled_tables[], synoptic_compiled_tables_end[];

namespace synoptic::knowledge {

std::string_view compiled_tables() {
  return {synoptic_compiled_tables,
          static_cast<size_t>(synoptic_compiled_tables_end - synoptic_compiled_tables)};
}

}  // namespace synoptic::knowledge

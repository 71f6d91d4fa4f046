# Headers of the standard library and of other projects, compiled once instead of in every file:
# parsing them was half of the time of a build. Every file still includes what it uses: a build
# with -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON must work.
set(SYNOPTIC_COMMON_HEADERS <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <fstream>
    <functional> <map> <memory> <optional> <set> <span> <sstream> <string> <string_view>
    <unordered_map> <unordered_set> <utility> <vector> <fmt/format.h> <tl/expected.hpp>)
set(SYNOPTIC_COMMAND_HEADERS ${SYNOPTIC_COMMON_HEADERS} <CLI/CLI.hpp> <simdjson.h>)
set(SYNOPTIC_TEST_HEADERS ${SYNOPTIC_COMMON_HEADERS} <gtest/gtest.h>)

# Commands: run once, with the headers of the command line.
function(synoptic_command target)
  target_compile_options(${target} PRIVATE ${SYNOPTIC_COLD})
  target_precompile_headers(${target} REUSE_FROM synoptic_command_headers)
endfunction()

# One set for all targets that are compiled alike.
# synoptic_headers(NAME HEADERS header... [LIBRARIES library...] [OPTIONS compile option...])
function(synoptic_headers name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS;OPTIONS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "namespace { [[maybe_unused]] int ${name}; }\n")
  add_library(${name} OBJECT ${source})
  target_link_libraries(${name} PRIVATE synoptic_options fmt::fmt ${ARG_LIBRARIES})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

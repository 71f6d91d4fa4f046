# Several files of a target compiled as one: what a file takes to compile is mostly the standard
# library's templates, which then are made once for all of them. With SYNOPTIC_UNITY only (the
# presets release and asan): a build without it must work, too.
#
# Which files come together is told by a hash of their names, so that a new file moves no other.
# Two files of one group must not have file-local things of one name: the compiler says
# "redefinition", and one of them gets a better name. When a target grows out of its number of
# groups, each is parted in two, which makes no new neighbours.

# By themselves: the program's `operator new`, which must stay out of programs that have their own,
# and tests with helpers of everyday names.
set(SYNOPTIC_ALONE
    small_blocks.cpp html_facts_test.cpp html_shape_test.cpp main_text_cards_test.cpp
    main_text_lines_test.cpp main_text_test.cpp outcomes_test.cpp
    quantity_labels_test.cpp read_html_test.cpp splitting_test.cpp stress_test.cpp synopsis_test.cpp
    tagged_trim_test.cpp vectors_test.cpp watch_test.cpp)

# Rooms that go over all bytes of a page.
set(SYNOPTIC_INLINED "text|html|clean")

function(synoptic_unity target)
  if(NOT SYNOPTIC_UNITY)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  list(LENGTH sources count)
  set(groups 1)
  while(count GREATER 8)
    math(EXPR count "${count} / 2")
    math(EXPR groups "${groups} * 2")
  endwhile()
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME)
    if(name IN_LIST SYNOPTIC_ALONE)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      continue()
    endif()
    string(MD5 hash ${name})
    string(SUBSTRING ${hash} 0 4 hash)
    math(EXPR group "0x${hash} % ${groups}")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${target}_${group})
  endforeach()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release" AND
     target MATCHES "^synoptic_(${SYNOPTIC_INLINED})$")
    # GCC bounds how far a file grows by inlining, and a group is one file: without this, comparing
    # two short texts becomes a call (6 % more instructions to clean a page).
    target_compile_options(${target} PRIVATE "SHELL:--param inline-unit-growth=300")
  endif()
  # GCC thinks that whatever is not in the file itself is a header.
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

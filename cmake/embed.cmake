# Puts every file of data/ into the program: one binary, nothing to find at run time.
# A file is reached by its path under data/ through base/data.h. The assembler's .incbin does the
# work, so that megabytes of tables cost no compile time.
function(synoptic_embed_data target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/data
       ${CMAKE_SOURCE_DIR}/data/*.txt ${CMAKE_SOURCE_DIR}/data/*.tsv
       ${CMAKE_SOURCE_DIR}/data/*.bin ${CMAKE_SOURCE_DIR}/data/*.css
       ${CMAKE_SOURCE_DIR}/data/*.js ${CMAKE_SOURCE_DIR}/data/*.svg)
  list(FILTER files EXCLUDE REGEX "^events_training/")  # what the model of events is made from
  list(SORT files)
  set(assembly ".section .rodata\n")
  set(table "")
  set(externs "")
  set(paths "")
  set(number 0)
  foreach(file IN LISTS files)
    set(path ${CMAKE_SOURCE_DIR}/data/${file})
    string(APPEND assembly
      ".global synoptic_data_${number}\n.global synoptic_data_${number}_end\n.balign 16\n"
      "synoptic_data_${number}:\n.incbin \"${path}\"\nsynoptic_data_${number}_end:\n.byte 0\n")
    string(APPEND externs
      "extern \"C\" const char synoptic_data_${number}[], synoptic_data_${number}_end[];\n")
    string(APPEND table
      "    {\"${file}\", synoptic_data_${number}, synoptic_data_${number}_end},\n")
    list(APPEND paths ${path})
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${out}/data.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/data_table.inc CONTENT
    "${externs}struct EmbeddedFile { const char* path; const char* begin; const char* end; };\nstatic const EmbeddedFile kFiles[] = {\n${table}    {nullptr, nullptr, nullptr}};\n" @ONLY)
  set_source_files_properties(${out}/data.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${out}/data.S)
  target_include_directories(${target} PRIVATE ${out})
endfunction()

# A file that the program `maker` writes while the project is built (it takes the path as its only
# argument), embedded under the symbols `symbol` and `symbol`_end in embedded/`symbol`.S.
function(synoptic_embed_file symbol name maker)
  set(out ${CMAKE_BINARY_DIR}/embedded)
  add_custom_command(OUTPUT ${out}/${name} COMMAND ${maker} ${out}/${name} DEPENDS ${maker}
                     COMMENT "Compiling ${name}" VERBATIM)
  file(CONFIGURE OUTPUT ${out}/${symbol}.S CONTENT
    ".section .rodata\n.global ${symbol}\n.global ${symbol}_end\n.balign 16\n${symbol}:\n.incbin \"${out}/${name}\"\n${symbol}_end:\n.byte 0\n.section .note.GNU-stack,\"\",@progbits\n" @ONLY)
  set_source_files_properties(${out}/${symbol}.S PROPERTIES OBJECT_DEPENDS ${out}/${name})
endfunction()

# libFuzzer programs, tests/fuzz/<name>.cpp -> fuzz_<name>. The whole library is built with
# -fsanitize=fuzzer-no-link (preset `fuzz`), so that the fuzzer sees its coverage.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  string(REGEX REPLACE "^fuzz_" "" name ${name})
  add_executable(fuzz_${name} ${source})
  target_link_libraries(fuzz_${name} PRIVATE holdline_flags holdline)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()

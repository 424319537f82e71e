# libFuzzer programs, tests/fuzz/fuzz_<what>.cpp. The whole library is built with
# -fsanitize=fuzzer-no-link (preset `fuzz`), so that the fuzzer sees its coverage.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE holdline_flags holdline)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()

# The legs of tools/check beyond the default tests, each a ctest test of its own, so that one summary
# covers everything. A leg that builds is the workflow preset of the same name.
if(TARGET test_golden)
  # The same binary and the same bits where libm may not use FMA or AVX2, in another locale and zone.
  add_test(NAME bits_without_fma COMMAND test_golden WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(bits_without_fma PROPERTIES ENVIRONMENT
    "GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2;LC_ALL=de_DE.UTF-8;TZ=Pacific/Apia")
endif()

function(holdline_leg preset)
  add_test(NAME leg_${preset} COMMAND ${CMAKE_COMMAND} --workflow --preset ${preset}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  # A leg uses all cores itself.
  set_tests_properties(leg_${preset} PROPERTIES LABELS leg RUN_SERIAL TRUE TIMEOUT 2400)
endfunction()

if(HOLDLINE_LEGS MATCHES "^(check|long)$")
  holdline_leg(asan)
  # The first set-up command of the README, for real.
  add_test(NAME leg_demo COMMAND ${PROJECT_SOURCE_DIR}/tools/demo --quiet
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(leg_demo PROPERTIES LABELS leg RUN_SERIAL TRUE TIMEOUT 900
    PASS_REGULAR_EXPRESSION "value_centre.* beats .*cost_centre")
  holdline_leg(bits-gcc-O0)
  holdline_leg(bits-gcc-native)
  add_test(NAME leg_instruction_budget COMMAND ${PROJECT_SOURCE_DIR}/tools/instruction_budget
    $<TARGET_FILE:holdline_cli> WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(leg_instruction_budget PROPERTIES LABELS leg TIMEOUT 600)
endif()
if(HOLDLINE_LEGS STREQUAL "long")
  holdline_leg(bits-gcc-O2)
  # Not libc++: the one of Debian 12 has no std::from_chars for doubles (it came with LLVM 20).
  holdline_leg(bits-clang)
  holdline_leg(tsan)
  holdline_leg(fuzz)
  set_tests_properties(leg_fuzz PROPERTIES FIXTURES_SETUP fuzzer)
  add_test(NAME leg_fuzz_run COMMAND ${PROJECT_SOURCE_DIR}/tools/fuzz 120
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(leg_fuzz_run PROPERTIES LABELS leg RUN_SERIAL TRUE TIMEOUT 600
    FIXTURES_REQUIRED fuzzer)
endif()

# Flags every target of the project shares. -ffp-contract=off is part of the promise of equal bits;
# -fno-tree-slp-vectorize avoids gcc 12's store-forwarding stalls on generator state.
add_library(holdline_flags INTERFACE)
target_compile_options(holdline_flags INTERFACE
  -ffp-contract=off
  $<$<CXX_COMPILER_ID:GNU>:-fno-tree-slp-vectorize>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false alarms on std::string's operator+ (GCC bug 105651)
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
if(HOLDLINE_WERROR)
  target_compile_options(holdline_flags INTERFACE -Werror)
endif()
target_include_directories(holdline_flags INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)

# The files of a target eight at a time, which reads the heads they share once. Names in their
# anonymous namespaces must differ; policies and their tests stay apart, so that nobody who writes
# one has to look at the others. The sanitizer leg compiles every file alone and so finds a missing
# #include.
function(holdline_unite target)
  if(HOLDLINE_UNITE)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()

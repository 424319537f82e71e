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

# The program `holdline`: src/cli on top of the library. The target has another name because the
# library has that one.
find_package(spdlog REQUIRED)

# One version, in two places that cannot read each other.
file(STRINGS ${PROJECT_SOURCE_DIR}/include/holdline/report/version.hpp engine_version_line
     REGEX "kEngineVersion")
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" engine_version "${engine_version_line}")
if(NOT engine_version STREQUAL PROJECT_VERSION)
  message(FATAL_ERROR "include/holdline/report/version.hpp says ${engine_version}, "
                      "CMakeLists.txt says ${PROJECT_VERSION}")
endif()

file(GLOB holdline_cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(holdline_cli ${holdline_cli_sources})
holdline_unite(holdline_cli)
set_target_properties(holdline_cli PROPERTIES OUTPUT_NAME holdline)
target_link_libraries(holdline_cli PRIVATE
  holdline holdline_flags fmt::fmt Boost::program_options spdlog::spdlog)

# One object library a module; `holdline` is all of them but the command line.
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3 REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(PkgConfig REQUIRED)
pkg_check_modules(fyaml REQUIRED IMPORTED_TARGET libfyaml)

# Policies are the lines of policies.def: HOLDLINE_POLICY(kind, name) is src/policies/kind/name.cpp.
set(policies_def ${PROJECT_SOURCE_DIR}/src/policies/policies.def)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${policies_def})
file(STRINGS ${policies_def} policy_lines REGEX "^HOLDLINE_POLICY")
set(policy_sources)
foreach(line IN LISTS policy_lines)
  string(REGEX REPLACE "^HOLDLINE_POLICY\\( *([a-z_]+) *, *([a-z0-9_]+) *\\).*" "src/policies/\\1/\\2.cpp"
         source "${line}")
  list(APPEND policy_sources ${PROJECT_SOURCE_DIR}/${source})
endforeach()

function(holdline_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  if(name STREQUAL "policies")
    list(APPEND sources ${policy_sources})
  endif()
  if(NOT sources)
    return()
  endif()
  add_library(holdline_${name} OBJECT ${sources})
  target_link_libraries(holdline_${name} PRIVATE holdline_flags fmt::fmt ${ARGN})
  set_target_properties(holdline_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

holdline_module(util)
holdline_module(kernel)
holdline_module(record)
holdline_module(policies)
holdline_module(scenario PkgConfig::fyaml nlohmann_json::nlohmann_json Boost::boost)
holdline_module(model)
# The hot path of every run: one translation unit, and calls within it may be inlined although the
# code is position independent.
set_target_properties(holdline_model PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
target_compile_options(holdline_model PRIVATE -fno-semantic-interposition)
holdline_module(score)
holdline_module(experiment Threads::Threads nlohmann_json::nlohmann_json Boost::boost)
holdline_module(report nlohmann_json::nlohmann_json)

# A static library of the modules named, for a test program that needs no more than those.
function(holdline_bundle target)
  add_library(${target} STATIC)
  foreach(name IN LISTS ARGN)
    if(TARGET holdline_${name})
      target_sources(${target} PRIVATE $<TARGET_OBJECTS:holdline_${name}>)
    endif()
  endforeach()
  target_link_libraries(${target} PUBLIC Threads::Threads PRIVATE fmt::fmt PkgConfig::fyaml)
  target_include_directories(${target} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

holdline_bundle(holdline util kernel record policies scenario model score experiment report)

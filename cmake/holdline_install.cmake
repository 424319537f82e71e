# `cmake --install`: the library, its public headers, a CMake package and a pkg-config file, all
# relocatable; and the program, if it was built.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS holdline EXPORT holdline_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(TARGET holdline_cli)
  install(TARGETS holdline_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/holdline DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(holdline_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/holdline)
install(EXPORT holdline_targets NAMESPACE holdline:: DESTINATION ${holdline_package_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/holdlineConfig.cmake.in
  ${PROJECT_BINARY_DIR}/holdlineConfig.cmake INSTALL_DESTINATION ${holdline_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/holdlineConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/holdlineConfig.cmake
  ${PROJECT_BINARY_DIR}/holdlineConfigVersion.cmake DESTINATION ${holdline_package_dir})

# pkg-config finds the prefix from where the file lies, so that an install tree can be moved.
file(RELATIVE_PATH holdline_pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/holdline.pc.in ${PROJECT_BINARY_DIR}/holdline.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/holdline.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

// spdlog's compiled target: its header-only form costs ten seconds a file.
#include "cli/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <utility>

#include "cli/standard_streams.hpp"

namespace holdline::cli {
namespace {

bool shows_warnings() { return spdlog::should_log(spdlog::level::warn); }

}  // namespace

void start_log(bool color, bool is_quiet) {
  auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_st>(
      color ? spdlog::color_mode::always : spdlog::color_mode::never);
  auto logger = std::make_shared<spdlog::logger>("holdline", std::move(sink));
  logger->set_pattern("%n: %^%l%$: %v");
  logger->set_level(is_quiet ? spdlog::level::err : spdlog::level::info);
  logger->flush_on(spdlog::level::trace);
  spdlog::set_default_logger(std::move(logger));
}

void log_error(const std::string& message) { spdlog::error("{}", message); }

void log_warning(const std::string& message) { spdlog::warn("{}", message); }

void log_diagnostics(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::warning && !shows_warnings()) continue;
    write_standard_error(to_string(diagnostic) + "\n");
  }
}

}  // namespace holdline::cli

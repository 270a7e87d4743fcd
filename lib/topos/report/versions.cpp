// SPDX-License-Identifier: Apache-2.0
#include "topos/report/versions.hpp"

#include <archive.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <array>

namespace topos {
namespace {

std::string two_parts(const UVersionInfo version) {
  return std::to_string(version[0]) + '.' + std::to_string(version[1]);
}

std::string three_parts(int number) {
  return std::to_string(number / 1000000) + '.' + std::to_string(number / 1000 % 1000) + '.' +
         std::to_string(number % 1000);
}

}  // namespace

std::string_view topos_version() noexcept { return TOPOS_VERSION; }

std::string icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  return two_parts(version);
}

std::string unicode_version() {
  UVersionInfo version{};
  u_getUnicodeVersion(version);
  return two_parts(version);
}

std::vector<std::pair<std::string, std::string>> library_versions() {
  // RE2 and simdjson do not tell their version at run time, and libarchive is not loaded for it: these are the ones it
  // was built with.
  return {{"topos", std::string(topos_version())}, {"ICU", icu_version()},
          {"Unicode", unicode_version()},          {"RE2", TOPOS_RE2_VERSION},
          {"simdjson", TOPOS_SIMDJSON_VERSION},    {"libarchive", three_parts(ARCHIVE_VERSION_NUMBER)}};
}

}  // namespace topos

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topos {

/// Receives a YAML document of maps, lists and scalars in its order. A scalar is the text as written, whatever it looks
/// like.
class YamlHandler {
 public:
  virtual ~YamlHandler() = default;
  virtual void begin_map(std::size_t line) = 0;
  virtual void begin_list(std::size_t line) = 0;
  virtual void end() = 0;
  virtual void scalar(std::string_view text, std::size_t line) = 0;
};

/// Reads the first document of `text`. libyaml is loaded for it.
/// Errors: Errc::codebook with line and column for what is no YAML, for aliases and tags, which could stand for more
/// than is written, and for nesting deeper than 100; Errc::missing, if libyaml is not installed.
void parse_yaml(std::string_view text, const std::string& path, YamlHandler& handler);

}  // namespace topos

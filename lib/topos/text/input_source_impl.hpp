// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/text/input.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/sidecar.hpp"
#include "topos/text/walk.hpp"

namespace topos {

/// The id under which a side-car table knows `raw`: a part of a split text goes by the whole's.
[[nodiscard]] std::string_view sidecar_id(const RawDocument& raw);
[[nodiscard]] std::string_view sidecar_id(std::string_view id, bool part_of_split);

struct InputSource::Impl {
  Impl(InputOptions chosen, FailureSink failure_sink, NoteSink note_sink);

  std::optional<RawDocument> next();
  std::uint64_t expected_bytes();
  [[nodiscard]] std::uint64_t read_bytes() const noexcept;

  std::shared_ptr<const InputOptions> options;
  FailureSink failures;
  NoteSink notes;
  std::shared_ptr<const SidecarTable> sidecar;
  std::vector<NamedInput> named;
  std::size_t inputs = 0;

 private:
  [[nodiscard]] ReaderContext context(const NamedInput& input, FailureSink failure_sink, NoteSink note_sink) const;
  void fail(const Error& error);
  bool admit(const RawDocument& raw);
  void check_sidecar();
  void check_rows_used() const;
  void claim(const RawDocument& raw);
  void claim(std::string_view id, const Location& where);
  bool claim_inside(const NamedInput& input);

  struct Place {
    std::size_t input = 0;
    std::size_t line = 0;
  };
  std::unique_ptr<Reader> reader_;
  std::size_t opened_ = 0;
  std::vector<std::uint64_t> sizes_;  ///< of named, if they were asked for
  std::uint64_t closed_bytes_ = 0;    ///< of the files before the one that is open
  std::uint64_t handed_bytes_ = 0;    ///< of that one
  bool rows_checked_ = false;
  std::unordered_map<std::uint64_t, Place> ids_;
  std::unordered_map<const SidecarTable::Row*, std::string> claims_;
};

}  // namespace topos

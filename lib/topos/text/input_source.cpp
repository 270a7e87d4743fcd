// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <utility>

#include "topos/base/hash.hpp"
#include "topos/text/converter.hpp"
#include "topos/text/dates.hpp"
#include "topos/text/input_source_impl.hpp"
#include "topos/text/json_record.hpp"
#include "topos/text/name_pattern.hpp"
#include "topos/text/open_input.hpp"
#include "topos/text/readers/split.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

/// Wrong options stop the run before anything is read.
void check_options(const InputOptions& options) {
  static_cast<void>(split_bytes(options.split));
  if (!options.encoding.empty()) static_cast<void>(Converter(options.encoding));
  static_cast<void>(Periods(options.cuts));
  if (!options.name_pattern.empty()) static_cast<void>(NamePattern(options.name_pattern));
  if (options.metadata_table.empty() && !options.metadata_key.empty())
    throw Error(Errc::usage, "--metadata-key needs --metadata");
}

std::string valid_id(std::string_view id) {
  Utf8Count count;
  return is_utf8(id) ? std::string(id) : replace_invalid_utf8(id, count);
}

bool can_be_read_twice(const std::string& path) {
  std::error_code problem;
  return path != "-" && std::filesystem::is_regular_file(path, problem);
}

/// Whether many documents may be in a file whose size does not tell theirs.
bool holds_packed_documents(const std::string& path) {
  const Format* format = format_of_name(path);
  return is_archive_name(path) ||
         (without_compression(path).size() != path.size() && format != nullptr && format->many);
}

std::string place_text(const std::string& path, std::size_t line) {
  return printable(path) + (line == 0 ? std::string() : ":" + std::to_string(line));
}

}  // namespace

std::string_view sidecar_id(std::string_view id, bool part_of_split) {
  return part_of_split ? id.substr(0, id.rfind(':')) : id;
}

std::string_view sidecar_id(const RawDocument& raw) {
  const bool text = raw.kind == RawDocument::Kind::plain || raw.kind == RawDocument::Kind::markdown;
  return sidecar_id(raw.id, text && raw.line != 0);
}

InputSource::Impl::Impl(InputOptions chosen, FailureSink failure_sink, NoteSink note_sink)
    : options(std::make_shared<const InputOptions>(std::move(chosen))), failures(std::move(failure_sink)),
      notes(std::move(note_sink)) {
  check_options(*options);
  if (!options->metadata_table.empty()) sidecar = std::make_shared<const SidecarTable>(*options);
  named = walk_inputs(
      *options, [this](const Error& error) { fail(error); }, notes);
  if (sidecar && !options->metadata_partial) check_sidecar();
}

ReaderContext InputSource::Impl::context(const NamedInput& input, FailureSink failure_sink, NoteSink note_sink) const {
  return {options, valid_id(input.id()), input.path, std::move(failure_sink), std::move(note_sink)};
}

void InputSource::Impl::fail(const Error& error) {
  ++inputs;
  if (failures) failures(error);
}

void InputSource::Impl::check_sidecar() {
  bool complete = true;
  for (const NamedInput& input : named) {
    const Format* format = input.path == "-" || is_archive_name(input.path) ? nullptr : format_of_name(input.path);
    if (format != nullptr && !format->many)
      claim(valid_id(input.id()), {input.path});
    else
      complete = can_be_read_twice(input.path) && claim_inside(input) && complete;
  }
  rows_checked_ = complete;
  if (complete) check_rows_used();
}

bool InputSource::Impl::claim_inside(const NamedInput& input) {
  bool complete = true;
  try {
    const auto ignore = [&](const Error&) { complete = false; };
    const std::unique_ptr<Reader> reader = open_input(context(input, ignore, {}));
    while (const auto raw = reader->next()) claim(*raw);
  } catch (const Error& error) {
    if (error.code() == Errc::metadata) throw;
    // It is reported when its turn comes.
    complete = false;
  }
  return complete;
}

void InputSource::Impl::claim(const RawDocument& raw) {
  // A line that is not JSON has no id to look up, and is reported as such.
  if (raw.kind == RawDocument::Kind::json && sidecar->peek(raw.id) == nullptr && !is_json_object(raw.bytes)) return;
  claim(sidecar_id(raw), {raw.path, raw.line});
}

void InputSource::Impl::claim(std::string_view id, const Location& where) {
  const SidecarTable::Row* row = sidecar->find(id);
  if (row == nullptr) {
    if (!options->metadata_partial) throw sidecar->no_row(id, where);
    return;
  }
  const auto [claimed, first] = claims_.emplace(row, id);
  if (!first && claimed->second != id)
    throw Error(Errc::metadata,
                "the row \"" + printable(row->key) + "\" fits two documents, " + printable(claimed->second) + " and " +
                    printable(id),
                {sidecar->path(), row->line}, "use the documents' ids as keys: their paths relative to the folder");
}

void InputSource::Impl::check_rows_used() const {
  const std::vector<std::string> unused = sidecar->unused();
  if (unused.empty()) return;
  throw Error(Errc::metadata,
              std::to_string(unused.size()) + (unused.size() == 1 ? " row" : " rows") +
                  " without a document, the first is \"" + printable(unused.front()) + "\"",
              {sidecar->path(), sidecar->peek(unused.front())->line}, "remove the row, or say --metadata-partial");
}

bool InputSource::Impl::admit(const RawDocument& raw) {
  const auto [met, first] = ids_.emplace(hash64(raw.id), Place{opened_ - 1, raw.line});
  if (!first) {
    fail(Error(Errc::duplicate_id,
               "the id \"" + printable(raw.id) + "\" was met before, in " +
                   place_text(named[met->second.input].path, met->second.line),
               {raw.path, raw.line}, "give every document an id of its own"));
    return false;
  }
  if (sidecar) claim(raw);
  ++inputs;
  return true;
}

std::uint64_t InputSource::Impl::expected_bytes() {
  std::uint64_t all = 0;
  for (const NamedInput& input : named) {
    if (!can_be_read_twice(input.path) || holds_packed_documents(input.path)) {
      sizes_.clear();
      return 0;
    }
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(input.path, problem);
    sizes_.push_back(problem ? 0 : size);
    all += sizes_.back();
  }
  return all;
}

std::uint64_t InputSource::Impl::read_bytes() const noexcept {
  if (sizes_.empty() || opened_ == 0) return 0;
  return closed_bytes_ + std::min(handed_bytes_, sizes_[opened_ - 1]);
}

std::optional<RawDocument> InputSource::Impl::next() {
  while (true) {
    try {
      while (reader_) {
        std::optional<RawDocument> raw = reader_->next();
        if (!raw)
          reader_.reset();
        else {
          handed_bytes_ += raw->bytes.size();
          if (admit(*raw)) return raw;
        }
      }
      if (opened_ == named.size()) break;
      if (opened_ > 0 && !sizes_.empty()) closed_bytes_ += sizes_[opened_ - 1];
      handed_bytes_ = 0;
      const NamedInput& input = named[opened_++];
      reader_ = open_input(context(
          input, [this](const Error& error) { fail(error); }, notes));
    } catch (const Error& error) {
      if (error.code() == Errc::metadata) throw;
      reader_.reset();
      fail(error);
    }
  }
  if (sidecar && !options->metadata_partial && !std::exchange(rows_checked_, true)) check_rows_used();
  return std::nullopt;
}

InputSource::InputSource(InputOptions options, FailureSink failures, NoteSink notes)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(failures), std::move(notes))) {}
InputSource::InputSource(InputSource&&) noexcept = default;
InputSource& InputSource::operator=(InputSource&&) noexcept = default;
InputSource::~InputSource() = default;

std::optional<RawDocument> InputSource::next() { return impl_->next(); }
std::size_t InputSource::inputs() const noexcept { return impl_->inputs; }
std::uint64_t InputSource::expected_bytes() { return impl_->expected_bytes(); }
std::uint64_t InputSource::read_bytes() const noexcept { return impl_->read_bytes(); }

}  // namespace topos

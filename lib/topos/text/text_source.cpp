// SPDX-License-Identifier: Apache-2.0
#include "topos/text/text_source.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/converter.hpp"
#include "topos/text/encoding.hpp"

namespace topos {
namespace {

constexpr std::size_t sample_size = 1024 * 1024;
constexpr std::size_t block = 64 * 1024;

class TextBytes final : public ByteSource {
 public:
  TextBytes(std::unique_ptr<ByteSource> source, const InputOptions& options, const std::string& path,
            const NoteSink& notes)
      : source_(std::move(source), sample_size),
        path_(path),
        notes_(notes),
        strict_(options.strict),
        raw_(block, '\0') {
    EncodingChoice choice = choose_encoding(source_.head(), source_.whole(), options, path);
    if (!choice.note.empty() && notes_) notes_(printable(path) + ": " + choice.note);
    encoding_ = choice.converter.empty() ? "UTF-8" : choice.converter;
    if (!choice.converter.empty()) converter_.emplace(choice.converter);
    skip_ = choice.skip;
  }

  std::size_t read(char* buffer, std::size_t size) override {
    while (given_ == ready_.size() && !ended_) fill();
    const std::size_t got = std::min(size, ready_.size() - given_);
    if (got != 0) std::memcpy(buffer, ready_.data() + given_, got);
    given_ += got;
    return got;
  }

 private:
  void fill() {
    const std::size_t got = source_.read(raw_.data() + held_, raw_.size() - held_);
    const std::string_view bytes(raw_.data(), held_ + got);
    ready_.clear();
    given_ = 0;
    if (converter_) {
      const std::size_t skipped = std::min(skip_, bytes.size());
      skip_ -= skipped;
      converter_->convert(bytes.substr(skipped), got == 0, ready_);
      count_ = converter_->count();
    } else if (got != 0 && is_utf8(bytes)) {
      ready_ = bytes;
      held_ = 0;
      offset_ += bytes.size();
    } else {
      std::size_t held = 0;
      ready_ = replace_invalid_utf8(bytes, count_, offset_, got != 0, &held);
      offset_ += bytes.size() - held;
      std::memmove(raw_.data(), bytes.data() + bytes.size() - held, held);
      held_ = held;
    }
    if (strict_ || got == 0) report_invalid(count_, encoding_, strict_, path_, notes_);
    ended_ = got == 0;
  }

  PeekedSource source_;
  std::string path_;
  NoteSink notes_;
  bool strict_;
  std::string encoding_;
  std::optional<Converter> converter_;
  Utf8Count count_;
  std::string raw_;
  std::string ready_;
  std::size_t given_ = 0;
  std::size_t held_ = 0;
  std::size_t skip_ = 0;
  std::size_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> text_bytes(std::unique_ptr<ByteSource> source, const InputOptions& options,
                                       const std::string& path, const NoteSink& notes) {
  return std::make_unique<TextBytes>(std::move(source), options, path, notes);
}

}  // namespace topos

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
constexpr std::size_t least_in_place = 1024;

class TextBytes final : public ByteSource {
 public:
  TextBytes(std::unique_ptr<ByteSource> source, const InputOptions& options, const std::string& path,
            const NoteSink& notes)
      : source_(std::move(source), sample_size), path_(path), notes_(notes), strict_(options.strict) {
    EncodingChoice choice = choose_encoding(source_.head(), source_.whole(), options, path);
    if (!choice.note.empty() && notes_) notes_(printable(path) + ": " + choice.note);
    encoding_ = choice.converter.empty() ? "UTF-8" : choice.converter;
    if (!choice.converter.empty()) converter_.emplace(choice.converter);
    skip_ = choice.skip;
  }

  std::size_t read(char* buffer, std::size_t size) override {
    while (given_ == ready_.size() && !ended_) {
      const bool in_place = !converter_ && size >= least_in_place;
      if (in_place)
        if (const std::size_t got = read_sound(buffer, size)) return got;
      fill(!in_place);
    }
    const std::size_t got = std::min(size, ready_.size() - given_);
    if (got != 0) std::memcpy(buffer, ready_.data() + given_, got);
    given_ += got;
    return got;
  }

 private:
  /// Reads sound UTF-8 to where it is wanted. 0 if what comes is not sound or is the end; `raw_` holds it then.
  std::size_t read_sound(char* buffer, std::size_t size) {
    std::string_view sound;
    do {
      const std::size_t held = raw_.copy(buffer, raw_.size());
      const std::size_t got = source_.read(buffer + held, size - held);
      const std::string_view bytes(buffer, held + got);
      sound = without_cut_character(bytes);
      at_end_ = got == 0;
      if (at_end_ || !is_utf8(sound)) {
        raw_ = bytes;
        return 0;
      }
      raw_ = bytes.substr(sound.size());
    } while (sound.empty());
    offset_ += sound.size();
    return sound.size();
  }

  /// Makes text of the bytes in `raw_`, of which `more` are to be read before. What is left there is a cut character.
  void fill(bool more) {
    if (more) {
      const std::size_t held = raw_.size();
      raw_.resize(held + block);
      const std::size_t got = source_.read(raw_.data() + held, block);
      raw_.resize(held + got);
      at_end_ = got == 0;
    }
    ready_.clear();
    given_ = 0;
    if (converter_) {
      const std::size_t skipped = std::min(skip_, raw_.size());
      skip_ -= skipped;
      converter_->convert(std::string_view(raw_).substr(skipped), at_end_, ready_);
      count_ = converter_->count();
      raw_.clear();
    } else {
      std::size_t held = 0;
      ready_ = replace_invalid_utf8(raw_, count_, offset_, !at_end_, &held);
      offset_ += raw_.size() - held;
      raw_.erase(0, raw_.size() - held);
    }
    if (strict_ || at_end_) report_invalid(count_, encoding_, strict_, path_, notes_);
    ended_ = at_end_;
  }

  PeekedSource source_;
  std::string path_;
  NoteSink notes_;
  bool strict_;
  std::string encoding_;
  std::optional<Converter> converter_;
  Utf8Count count_;
  std::string raw_;         ///< read and not yet text: between calls, a cut character
  std::string ready_;       ///< text that could not be read in place
  std::size_t given_ = 0;   ///< bytes of `ready_` that have been handed out
  std::size_t skip_ = 0;    ///< bytes of a mark still to be passed over
  std::size_t offset_ = 0;  ///< of raw_[0] in the source
  bool at_end_ = false;     ///< the source has no more bytes
  bool ended_ = false;      ///< nor has `raw_`
};

}  // namespace

std::unique_ptr<ByteSource> text_bytes(std::unique_ptr<ByteSource> source, const InputOptions& options,
                                       const std::string& path, const NoteSink& notes) {
  return std::make_unique<TextBytes>(std::move(source), options, path, notes);
}

}  // namespace topos

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "topos/segmentation/fold.hpp"

namespace topos {

/// Number of a distinct word form as written, dense from 0.
using TypeId = std::uint32_t;

/// What is decided about a word once, when it is first seen.
struct Type {
  std::string_view folded;  ///< match form; valid until the vocabulary is cleared
  std::string_view cased;   ///< case form
  bool number = false;      ///< \p{Nd}[\p{Nd}.,]*
  bool year = false;        ///< four digits, 1800 to 2099
  bool capitalized = false; ///< begins with an uppercase or titlecase letter
  bool acronym = false;     ///< at least two letters, all uppercase, digits after the first
};

/// The distinct word forms of a run in one language. Not thread-safe: one for each worker and language.
class Vocabulary {
 public:
  /// `language`: primary subtag, decides the folding.
  explicit Vocabulary(std::string_view language);
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  /// The type of `surface` (bytes as written, ignorable characters included); a new one if it was not seen since the last clear.
  /// Words that agree in their first 4096 bytes share a type.
  TypeId intern(std::string_view surface);
  [[nodiscard]] const Type& operator[](TypeId id) const noexcept;
  [[nodiscard]] std::size_t size() const noexcept;
  /// Bytes held. The owner clears the vocabulary between documents when this passes its limit.
  [[nodiscard]] std::size_t memory() const noexcept;
  /// Forgets every type. `generation` grows by one, so that tables kept beside the vocabulary know that they are stale.
  void clear();
  /// Differs between any two vocabularies of a process, too.
  [[nodiscard]] std::uint64_t generation() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/attributes/marked_sentence.hpp"

namespace topos {

/// Whether hits of a code name an actor that may hold or say something: those of actor.*, actor.scholar left out
/// (grammar.md 10.4).
[[nodiscard]] bool is_actor(std::string_view code) noexcept;

/// The actors of one sentence, by place. Reused from sentence to sentence.
class SentenceActors {
 public:
  /// `sentence` and its marks must outlive the questions.
  /// Cost: n log n for n actors.
  void find(const MarkedSentence& sentence);

  /// The last actor, in text order, that ends at or before a unit; null if there is none.
  [[nodiscard]] const MarkedHit* last_before(std::uint32_t unit) const { return last(before_, unit); }
  /// The same among those that no preposition governs: the word before them, no comma or cut in between, is none.
  [[nodiscard]] const MarkedHit* last_free_before(std::uint32_t unit) const { return last(free_, unit); }
  /// The first actor that begins at or behind a unit.
  [[nodiscard]] const MarkedHit* first_from(std::uint32_t unit) const;
  /// The first actor that lies within a span.
  [[nodiscard]] const MarkedHit* first_within(TokenRange units) const;
  /// The first actor that begins where a span begins and lies within it.
  [[nodiscard]] const MarkedHit* first_at(TokenRange units) const;

 private:
  /// Ends of actors, rising, each with the number of the last actor that ends there or before.
  using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  static void close(Ends& ends);
  [[nodiscard]] const MarkedHit* last(const Ends& ends, std::uint32_t unit) const;
  [[nodiscard]] std::vector<const MarkedHit*>::const_iterator from(std::uint32_t unit) const;

  std::vector<const MarkedHit*> actors_;  ///< in text order
  Ends before_;
  Ends free_;
};

}  // namespace topos

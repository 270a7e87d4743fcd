// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/hit.hpp"

namespace topos {

/// How a triad was found, as triad_rules.def lists them.
enum class TriadRule : std::uint8_t {
#define TOPOS_TRIAD_RULE(id, meaning) id,
#include "topos/annotation/detectors/triad_rules.def"
#undef TOPOS_TRIAD_RULE
};
[[nodiscard]] std::string_view to_string(TriadRule rule) noexcept;
[[nodiscard]] std::string_view meaning(TriadRule rule) noexcept;

/// How an actor stands to the noun that acts or is acted on.
enum class TriadRole : std::uint8_t {
  none,
  noun,       ///< it is that noun: "Russia supports"
  possessor,  ///< "Russia's policy supports"
  modifier,   ///< "Russian policy supports"
  of,         ///< "the policy of Russia supports"
  phrase,     ///< behind a preposition: "cooperates with Russia"
  pronoun,    ///< "it supports", after a subject that names it
  speaker     ///< "we support", "my country supports": the state that the metadata names as the document's speaker
};
[[nodiscard]] std::string_view to_string(TriadRole role) noexcept;

/// Somebody who acts, what they do, and on whom. A cue found by rules.
struct Triad {
  const Hit* source = nullptr;  ///< who acts; null: nobody is named, or no actor of the codebook
  const Hit* target = nullptr;  ///< likewise
  const Hit* action = nullptr;  ///< the hit that says what class of action it is; null: the codebook has none for it
  TriadRole source_role = TriadRole::none;
  TriadRole target_role = TriadRole::none;
  TriadRule rule = TriadRule::alone;
  Confidence confidence = Confidence::low;
  bool symmetric = false;  ///< neither end acts on the other: "relations between"
  bool negated = false;
  bool agent_deleted = false;  ///< a passive or a noun of an event that does not say who
  std::string_view modality;   ///< none, low, mid, high, deontic, risk
  ByteSpan verb;               ///< the verb group or noun
  ByteSpan span;               ///< from the first to the last word of ends and verb
  std::uint32_t sentence = 0;  ///< of the document, from 0
  std::uint32_t clause = 0;    ///< triads of one verb or noun share it
};

/// Which hits name actors.
using IsActor = std::function<bool(const Hit&)>;

/// Whether a hit is an actor if nothing else is said: actor.*, but no actor.scholar; none in an address.
[[nodiscard]] bool is_triad_actor(const Hit& hit) noexcept;

/// Finds who acts on whom in a document, in text order; what its speaker does counts as of the state that the metadata
/// names (OwnNames), if a hit of the document has that name: the actors among its hits, the classes of actions among
/// those of action.*. Domain: `grammar` was begun with the document and supports its language; its hits are in text
/// order. Cost: linear in the text, but for pairs: each list of actors counts to its sixteenth.
[[nodiscard]] std::vector<Triad> find_triads(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                                             DocumentGrammar& grammar, const IsActor& is_actor);

/// 16 hexadecimal digits, the same from run to run: a hash of document, spans and codes of the ends, and verb.
[[nodiscard]] HitId triad_id(std::string_view document, const Triad& triad);

}  // namespace topos

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/field_archive.hpp"
#include "topos/annotation/triad_rows.hpp"
#include "topos/discourse/actor_sets.hpp"
#include "topos/discourse/event.hpp"
#include "topos/discourse/mechanism_reader.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos {

// The fields of what readers of discourse make of one document, for partial results.
// Errors, on reading: Errc::stream for what no reader makes.

void archive_fields(FieldArchive& archive, DocumentTriads& triads);
void archive_fields(FieldArchive& archive, DocumentActorSets& sets);
/// `groups`: how many values of --by the document has.
void archive_events(FieldArchive& archive, DocumentEvents& events, std::size_t groups);
void archive_relations(FieldArchive& archive, std::vector<Relation>& relations, std::size_t groups);
void archive_fields(FieldArchive& archive, DocumentPromises& promises);

/// The groups of --by that a document has.
void archive_groups(FieldArchive& archive, std::vector<std::vector<std::string>>& groups);

}  // namespace topos

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/annotation/collocate_counter.hpp"
#include "topos/annotation/field_archive.hpp"
#include "topos/annotation/pair_counter.hpp"
#include "topos/annotation/places.hpp"
#include "topos/annotation/tally.hpp"

namespace topos {

// The fields of what workers make of one document, for partial results.
// Errors, on reading: Errc::stream for what no worker makes.

void archive_fields(FieldArchive& archive, DocumentTally& tally);
void archive_fields(FieldArchive& archive, DocumentPlaces& places);
void archive_fields(FieldArchive& archive, DocumentFeatures& features);
void archive_fields(FieldArchive& archive, DocumentPairs& pairs);
void archive_fields(FieldArchive& archive, DocumentCollocates& collocates);

}  // namespace topos

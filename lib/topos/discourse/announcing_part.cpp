// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/announcing_part.hpp"

namespace topos {

AnnouncingPart::AnnouncingPart(const Document& document, const QueryParts& parts) : document_(document), parts_(parts) {
  std::size_t first = document_.regions.size();
  bool divided = false;
  for (std::size_t region = 0; region < document_.regions.size(); ++region) {
    if (!is_body(region)) continue;
    if (first == document_.regions.size()) first = end_ = region;
    divided = divided || document_.regions[region].section != document_.regions[first].section;
    if (!divided) end_ = region;
  }
  begin_ = first;
  if (!divided) end_ = first;
}

bool AnnouncingPart::is_body(std::size_t region) const {
  return document_.regions[region].name == RegionName::body && parts_.group_of[region] != QueryParts::none;
}

}  // namespace topos

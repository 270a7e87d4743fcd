// SPDX-License-Identifier: Apache-2.0
// Cuts any text of any language by tables and by ICU alone: both give the same.
#include <map>
#include <memory>

#include "kit/rooms.hpp"
#include "law.hpp"
#include "topos/text/regions.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "ru", "und", "vi", "id", "sv", "el", "zh", "th"};
  static std::map<std::string, std::unique_ptr<topos::test::TwoRooms>> all_rooms;
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  topos::Document document;
  document.id = "x";
  document.language = input.choice;
  document.text = topos::fuzz::utf8_of(input.rest);
  topos::find_regions(document, {});
  std::unique_ptr<topos::test::TwoRooms>& rooms = all_rooms[input.choice];
  if (!rooms) rooms = std::make_unique<topos::test::TwoRooms>(input.choice);
  LAW(rooms->difference(document).empty());
  return 0;
}

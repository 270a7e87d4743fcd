// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/reference_index.hpp"

#include <doctest/doctest.h>

namespace {

using Places = std::vector<std::size_t>;

topos::ListedReference entry(const std::string& number, std::vector<std::string> authors,
                             std::vector<std::string> years) {
  topos::ListedReference one;
  one.number = number;
  one.authors = std::move(authors);
  one.years = std::move(years);
  return one;
}

}  // namespace

TEST_CASE("numbers and names find their entries") {
  const std::vector<topos::ListedReference> list{
      entry("1", {"Bordachev, T.", "Barabanov, O."}, {"2020"}), entry("2", {"Cau, Enrico"}, {"2018a"}),
      entry("3", {"Cau, Enrico"}, {"2018b", "2019"}), entry("4", {"World Bank"}, {"2020"})};
  const topos::ReferenceIndex index(list);
  CHECK(index.find("2") == Places{1});
  CHECK(index.find("Cau 2018b") == Places{2});
  CHECK(index.find("Cau 2018") == Places{1});
  CHECK(index.find("Cau 2018a, 2019") == Places{1, 2});
  CHECK(index.find("Bordachev & Barabanov 2020") == Places{0});
  CHECK(index.find("Bordachev et al. 2020") == Places{0});
  CHECK(index.find("World Bank 2020") == Places{3});
}

TEST_CASE("what the list does not have is not found") {
  const std::vector<topos::ListedReference> list{entry("1", {"Cau, Enrico"}, {"2018"})};
  const topos::ReferenceIndex index(list);
  for (const char* name : {"", "7", "Cau", "Cau 2019", "Barabanov 2018", "2018", " 2018"})
    CHECK(index.find(name).empty());
}

TEST_CASE("entries are labelled by first author and year") {
  CHECK(entry("1", {"Cau, Enrico"}, {"2018"}).label() == "Cau 2018");
  CHECK(entry("1", {"Cau, Enrico", "Tan, C."}, {"2018", "2019"}).label() == "Cau et al. 2018");
  CHECK(entry("7", {}, {}).label() == "[7]");
}

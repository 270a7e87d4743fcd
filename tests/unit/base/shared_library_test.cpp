// SPDX-License-Identifier: Apache-2.0
#include "topos/base/shared_library.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "topos/base/error.hpp"

using namespace topos;

namespace {

std::string message_of_missing(const char* file, const char* function) {
  try {
    double (*found)(double) = nullptr;
    SharedLibrary("Mathematics", {"no-such-library.so", file}, "install it").find(function, found);
    return std::to_string(found(0));
  } catch (const Error& error) {
    CHECK(error.code() == Errc::missing);
    return error.message();
  }
}

}  // namespace

TEST_CASE("A function of a shared library is found, and what is missing is an error that names the library") {
  CHECK(message_of_missing("libm.so.6", "cos") == std::to_string(std::cos(0.0)));
  CHECK(message_of_missing("libm.so.6", "no_such_function").starts_with("Mathematics cannot be loaded: "));
  CHECK(message_of_missing("neither-this.so", "cos").starts_with("Mathematics cannot be loaded: "));
}

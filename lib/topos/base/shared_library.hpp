// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>

namespace topos {

/// A library of the system that is loaded when it is first needed, because few runs need it and loading takes as long
/// as all the rest of a short run. It stays loaded.
class SharedLibrary {
 public:
  /// The first of `files` that can be loaded. Errors: Errc::missing, which calls it `name` and says `hint`.
  SharedLibrary(std::string name, std::initializer_list<const char*> files, std::string hint);

  /// Errors: Errc::missing, if the library has no such function.
  template <class Function>
  void find(const char* function, Function& pointer) const {
    pointer = reinterpret_cast<Function>(address(function));
  }

 private:
  [[nodiscard]] void* address(const char* function) const;
  [[noreturn]] void missing() const;

  std::string name_;
  std::string hint_;
  void* handle_ = nullptr;
};

}  // namespace topos

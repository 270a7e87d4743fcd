// SPDX-License-Identifier: Apache-2.0
#include "topos/base/shared_library.hpp"

#include <dlfcn.h>

#include <utility>

#include "topos/base/error.hpp"

namespace topos {

SharedLibrary::SharedLibrary(std::string name, std::initializer_list<const char*> files, std::string hint)
    : name_(std::move(name)), hint_(std::move(hint)) {
  for (const char* file : files)
    if (handle_ == nullptr) handle_ = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (handle_ == nullptr) missing();
}

void* SharedLibrary::address(const char* function) const {
  void* const found = ::dlsym(handle_, function);
  if (found == nullptr) missing();
  return found;
}

void SharedLibrary::missing() const {
  const char* const why = ::dlerror();
  throw Error(Errc::missing, name_ + " cannot be loaded: " + (why != nullptr ? why : "a function is missing"), {},
              hint_);
}

}  // namespace topos

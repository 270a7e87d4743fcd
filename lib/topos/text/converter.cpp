// SPDX-License-Identifier: Apache-2.0
#include "topos/text/converter.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>

#include "topos/base/error.hpp"

namespace topos {
namespace {

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Handle = std::unique_ptr<UConverter, Closer>;

Handle open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Handle handle(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) || name.empty())
    throw Error(Errc::usage, "the encoding \"" + printable(name) + "\" is not known", {},
                "name it as IANA does, for instance windows-1251, GB18030 or UTF-16LE");
  return handle;
}

}  // namespace

struct Converter::Impl {
  explicit Impl(const std::string& name) : from(open(name)), to(open("UTF-8")) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), &replace, this, nullptr, nullptr, &status);
  }

  static void replace(const void* context, UConverterToUnicodeArgs* arguments, const char*, int32_t length,
                      UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    auto& self = *const_cast<Impl*>(static_cast<const Impl*>(context));
    const auto size = static_cast<std::size_t>(length);
    if (self.count.invalid_parts == 0) {
      const auto read = static_cast<std::size_t>(arguments->source - self.begin) + self.before;
      self.count.first_invalid = read > size ? read - size : 0;
    }
    ++self.count.invalid_parts;
    self.count.invalid_bytes += size;
    *status = U_ZERO_ERROR;
    const UChar mark = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &mark, 1, 0, status);
  }

  Handle from;
  Handle to;
  Utf8Count count;
  const char* begin = nullptr;
  std::size_t before = 0;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
};

Converter::Converter(const std::string& name) : impl_(std::make_unique<Impl>(name)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

void Converter::convert(std::string_view bytes, bool last, std::string& out) {
  Impl& self = *impl_;
  const char* source = bytes.data();
  self.begin = source;
  std::array<char, 16 * 1024> buffer;
  UErrorCode status = U_ZERO_ERROR;
  do {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(self.to.get(), self.from.get(), &target, buffer.data() + buffer.size(), &source,
                   bytes.data() + bytes.size(), self.pivot.data(), &self.pivot_source, &self.pivot_target,
                   self.pivot.data() + self.pivot.size(),
                   /*reset=*/false, last, &status);
    out.append(buffer.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(status))
    throw Error(Errc::encoding, std::string("the text cannot be converted: ") + u_errorName(status));
  self.before += bytes.size();
}

const Utf8Count& Converter::count() const noexcept { return impl_->count; }

}  // namespace topos

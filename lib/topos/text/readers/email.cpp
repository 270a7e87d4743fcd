// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/mail/mail_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_message(std::string bytes, const InputOptions& options, const std::string& path,
                            const NoteSink& notes) {
  return text_of_mail(bytes, true, options, path, notes);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_message);
}

}  // namespace

const Format email_format = {"email", " .eml .mht .mhtml ", " .eml .mht .mhtml ", false, open};

}  // namespace topos

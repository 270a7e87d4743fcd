// SPDX-License-Identifier: Apache-2.0
#include "counting_run.hpp"

namespace topos::cli {

CountingRun::CountingRun(const Session& session, std::int64_t level)
    : CountingRun(session, [&](const Library& library) { return session.query(library, static_cast<std::uint32_t>(level)); }) {}

CountingRun::CountingRun(const Session& session, const std::function<Query(const Library&)>& query)
    : session_(session),
      decisions_(session.decisions.load()),
      library_(std::make_unique<Library>(session.search, decisions_.has_value())),
      query_(query(*library_)),
      options_(session.pipeline(Annotate::if_raw)),
      reporter_(*library_, decisions_),
      fields_(query_) {
  widen_analysis(query_, options_);
  options_.segment = decisions_ && decisions_->adds();
}

CountingRun::~CountingRun() = default;

void CountingRun::decide(AnnotatedDocument& annotated, Annotator& annotator) const {
  if (decisions_) decisions_->apply(annotated, annotator.segmentation(), library_->shelf().books(), library_->shelf().names());
}

Status CountingRun::finish() const {
  const Status status = reporter_.finish(summary_);
  if (!read_nothing()) fields_.finish();
  return status;
}

Status CountingRun::write(const std::function<Table()>& make) const {
  const Status status = finish();
  if (read_nothing()) return status;
  write_table(session_.output, reporter_.provenance(), make());
  reporter_.tell_decisions();
  return status;
}

}  // namespace topos::cli

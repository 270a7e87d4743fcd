// SPDX-License-Identifier: Apache-2.0
#include "coding/validation_lines.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"
#include "topos/statistics/ratio_intervals.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double interval_level = 0.95;
constexpr double reliable = 0.8;     // Krippendorff (2004)
constexpr double tentative = 0.667;  // likewise
constexpr double usable_f1 = 0.6;
constexpr double usable_bias = 0.05;
constexpr std::size_t most_listed = 1000;

enum : std::uint64_t { units_stream, documents_stream, f1_stream, rate_stream };

double mean(const Ratings& ratings, std::size_t from, std::size_t to) {
  double sum = 0;
  double n = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit)
    for (std::size_t coder = from; coder < to; ++coder)
      if (const double value = ratings.at(coder, unit); !std::isnan(value)) sum += value, ++n;
  return n > 0 ? sum / n : undefined;
}

std::string why_undefined(const Ratings& ratings) {
  if (ratings.coders() == 1) return "one coder";
  std::size_t pairs = 0;
  std::set<double> values;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const std::vector<double> given = ratings.given(unit);
    if (given.size() < 2) continue;
    ++pairs;
    values.insert(given.begin(), given.end());
  }
  if (pairs == 0) return "no unit with two values";
  return values.size() == 1 ? "one value throughout" : "";
}

std::array<double, 3> share(double part, double whole) {
  const Interval interval = wilson_interval(part, whole, interval_level);
  return {whole > 0 ? part / whole : undefined, interval.lower, interval.upper};
}

}  // namespace

void ValidationChoices::declare(Options& options) {
  options.section("Validation");
  options.list("--human", tables, "TABLE", "Table of what people coded; may be given several times");
  options.choice("--unit", unit, {"sentence", "paragraph", "document", "span"},
                 "What was coded; else as the tables say");
  options.text("--overlap", overlap, "RULE",
               "When spans match: any, exact, or iou=SHARE of what both cover; default: any");
  options.choice("--metric", metric, {"nominal", "ordinal", "interval", "ratio"}, "How far apart values are for alpha");
  options.text("--reference", reference, "CODER", "The coder to compare the machine with; else what most of them say");
  options.text("--key", key, "FILE", "The key of the sheet that was coded: units weigh as many as they stand for");
  measures.declare(options);
  options.flag("--corrected-rates", corrected, "Also the machine's rate in all units, corrected for its errors");
  options.flag("--uncoded", uncoded, "Also rows of codes with hits that nobody coded");
  options.list("--min", least, "NAME=VALUE[,NAME=VALUE]",
               "End with status 1 if less: alpha, alpha_u, f1, precision, recall, or a measure that is shown");
  options.number("--replicates", replicates, 1, 1'000'000, "Resamples that intervals rest on; default: 2000");
  options.number("--seed", seed, 0, 9'007'199'254'740'991, "What resampling starts from; default: 1");
}

bool ValidationChoices::by_spans(const Codings& codings) const {
  return codings.kind() == Codings::Kind::spans && (unit.empty() || unit == "span");
}

std::string ValidationChoices::unit_name(const Codings& codings) const {
  if (codings.kind() == Codings::Kind::hits) {
    if (!unit.empty()) throw Error(Errc::usage, "--unit does not go with a sheet of hits");
    return "hit";
  }
  if (by_spans(codings)) return "span";
  if (unit == "span") throw Error(Errc::usage, "--unit span needs tables with begin and end");
  const std::string& said = codings.unit_name();
  if (!unit.empty() && !said.empty() && unit != said)
    throw Error(Errc::usage, "the table says that its units are '" + printable(said) + "', not '" + unit + "'");
  if (!unit.empty()) return unit;
  if (said.empty()) return "sentence";
  if (said != "sentence" && said != "paragraph" && said != "document")
    throw Error(Errc::table, "the table says that its units are '" + printable(said) + "'", {},
                "units are sentence, paragraph or document");
  return said;
}

SpanRule ValidationChoices::span_rule() const {
  if (overlap == "any") return {};
  if (overlap == "exact") return {.exact = true};
  if (overlap.starts_with("iou="))
    if (const auto least_share = parse_number(overlap.substr(4)); least_share && *least_share > 0 && *least_share <= 1)
      return {.share = *least_share};
  throw Error(Errc::usage,
              "--overlap is any, exact, or iou= with a share above 0 and up to 1, not '" + printable(overlap) + "'");
}

AlphaMetric ValidationChoices::alpha_metric() const {
  if (metric == "ordinal") return AlphaMetric::ordinal;
  if (metric == "interval") return AlphaMetric::interval;
  return metric == "ratio" ? AlphaMetric::ratio : AlphaMetric::nominal;
}

std::vector<const Variant*> ValidationChoices::agreement() const {
  std::vector<const Variant*> found;
  const bool all =
      std::any_of(measures.given.begin(), measures.given.end(), [](const std::string& one) { return one == "all"; });
  for (const Variant* variant : measures.chosen())
    if (std::holds_alternative<AgreementFunction>(variant->function))
      found.push_back(variant);
    else if (!all)
      throw Error(Errc::usage, "'" + std::string(variant->id) + "' is no measure of values that coders gave", {},
                  "precision, recall, f1 and alpha_u are columns anyway");
  return found;
}

BootstrapSettings ValidationChoices::bootstrap(std::uint64_t stream) const {
  return {static_cast<std::uint64_t>(seed), stream, static_cast<std::uint32_t>(replicates)};
}

std::string ValidationLine::verdict() const {
  if (machine) {
    if (std::isnan(f1[1]) || std::isnan(bias()) || positives() < static_cast<double>(rare)) return {};
    return f1[1] >= usable_f1 && std::abs(bias()) <= usable_bias ? "usable" : "not usable";
  }
  if (std::isnan(alpha)) return {};
  return alpha >= reliable ? "reliable" : alpha >= tentative ? "tentative" : "do not report";
}

ValidationLines::ValidationLines(const Codings& codings, const Validation& validation, const ValidationChoices& choices)
    : codings_(codings), validation_(validation), choices_(choices), measures_(choices.agreement()) {
  if (!choices.key.empty() && choices.by_spans(codings))
    throw Error(Errc::usage, "--key weighs units and hits of a sheet, not spans");
  if (!choices.key.empty()) weights_.emplace(choices.key);
  if (choices.reference.empty()) return;
  const std::uint32_t number = codings.coders().find(choices.reference);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < codings.coders().size(); ++i) known.push_back(codings.coders()[i]);
  if (number == NameList::none)
    throw Error(Errc::usage, "no coder is called '" + printable(choices.reference) + "'", {},
                did_you_mean(choices.reference, known));
  reference_ = number;
}

std::string ValidationLines::names(const std::vector<std::uint32_t>& coders) const {
  std::string text;
  for (const std::uint32_t coder : coders) text.append(text.empty() ? "" : ", ").append(codings_.coders()[coder]);
  return text;
}

std::vector<ValidationLine> ValidationLines::of(std::uint32_t code, bool known) const {
  std::vector<ValidationLine> lines;
  const bool machine = validation_.has_machine() || codings_.kind() == Codings::Kind::hits;
  const std::vector<std::uint32_t> coders = validation_.coders_of(code);
  if (choices_.by_spans(codings_)) {
    for (std::size_t i = 0; i < coders.size(); ++i)
      for (std::size_t j = i + 1; j < coders.size(); ++j) lines.push_back(span_line(code, coders[i], coders[j]));
    if (machine && known)
      for (const std::uint32_t coder : coders)
        if (!reference_ || coder == *reference_) lines.push_back(span_line(code, coder, std::nullopt));
    return lines;
  }
  const bool comparable = machine && known && codings_.is_binary(code);
  if (coders.size() > 1 || !comparable) {
    lines.push_back(coders_line(code));
    lines.back().mismatch = machine && !comparable;
  }
  if (comparable) lines.push_back(machine_line(code));
  for (ValidationLine& line : lines) line.code = codings_.codes()[code];
  return lines;
}

ValidationLine ValidationLines::coders_line(std::uint32_t code) const {
  ValidationLine line;
  line.coders = names(validation_.coders_of(code));
  const ComparedUnits compared = validation_.coders(code);
  if (compared.ratings.categories().size() > most_listed)
    throw Error(Errc::table, "'" + printable(codings_.codes()[code]) + "' has more than 1000 different values", {},
                "code on a scale, or in categories");
  if (codings_.is_text(code) && choices_.metric != "nominal")
    throw Error(Errc::usage, "values of '" + printable(codings_.codes()[code]) + "' are words, which are nominal");
  if (codings_.is_binary(code)) line.prevalence_human = mean(compared.ratings, 0, compared.ratings.coders());
  agree(line, compared);
  return line;
}

ValidationLine ValidationLines::machine_line(std::uint32_t code) const {
  ValidationLine line;
  line.machine = true;
  line.coders = reference_ ? codings_.coders()[*reference_] : names(validation_.coders_of(code));
  const ComparedUnits compared = validation_.machine(code, reference_);
  detect(line, validation_.detections(compared));
  line.prevalence_human = mean(compared.ratings, 0, 1);
  line.prevalence_machine = mean(compared.ratings, 1, 2);
  if (weights_) weigh(line, validation_.detections(compared, &*weights_));
  if (codings_.kind() == Codings::Kind::hits) {
    // Who judges hits alone does not see what was missed.
    line.units = compared.places.size();
    line.measures.assign(measures_.size(), undefined);
    line.counts[2] = line.counts[3] = undefined;
    line.recall = line.f1 = {undefined, undefined, undefined};
    line.prevalence_human = line.prevalence_machine = undefined;
    line.reason = "hits alone were judged";
    return line;
  }
  agree(line, compared);
  if (choices_.corrected) {
    std::vector<CountRow> coded = validation_.detections(compared, weights_ ? &*weights_ : nullptr);
    for (CountRow& row : coded)
      row.counts = {row.counts[0] + row.counts[2], row.counts[0], row.counts[1] + row.counts[3], row.counts[3]};
    const std::vector<CountRow> corpus = validation_.corpus(code);
    if (!coded.empty() && !corpus.empty())
      line.corrected = corrected_rate(resampling_rows(std::move(coded)), resampling_rows(corpus),
                                      choices_.bootstrap(rate_stream), interval_level);
  }
  return line;
}

void ValidationLines::agree(ValidationLine& line, const ComparedUnits& compared) const {
  const Ratings& ratings = compared.ratings;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit)
    line.units += ratings.given(unit).size() >= std::min<std::size_t>(2, ratings.coders());
  for (const Variant* measure : measures_)
    line.measures.push_back(std::get<AgreementFunction>(measure->function)(ratings));
  const AlphaMetric metric = choices_.alpha_metric();
  line.alpha = krippendorff_alpha(ratings, metric);
  line.reason = why_undefined(ratings);
  std::vector<std::uint32_t> own(ratings.units());
  for (std::uint32_t i = 0; i < own.size(); ++i) own[i] = i;
  line.over_units = alpha_interval(ratings, own, metric, choices_.bootstrap(units_stream), interval_level);
  line.documents = compared.known_documents();
  if (line.documents == 0) return;
  line.over_documents =
      alpha_interval(ratings, compared.documents, metric, choices_.bootstrap(documents_stream), interval_level);
}

void ValidationLines::detect(ValidationLine& line, std::vector<CountRow> rows) const {
  if (rows.empty()) return;
  line.counts = {0, 0, 0, 0};
  CountRows documents(2);
  const bool known = !(rows.size() == 1 && rows[0].id.empty());
  if (known) line.documents = rows.size();
  for (CountRow& row : rows) {
    for (std::size_t i = 0; i < row.counts.size(); ++i) line.counts[i] += row.counts[i];
    row.counts = {2 * row.counts[0] + row.counts[1] + row.counts[2], 2 * row.counts[0]};
  }
  const auto& [both, machine_alone, people_alone, neither] = line.counts;
  line.precision = share(both, both + machine_alone);
  line.recall = share(both, both + people_alone);
  const RatioEstimate estimate =
      ratio_estimates(resampling_rows(std::move(rows)), choices_.bootstrap(f1_stream), interval_level).front();
  line.f1 = {estimate.ratio, estimate.percentile.lower, estimate.percentile.upper};
}

/// Shares of units as they are weighted; tp, fp, fn and tn stay counts of what was coded.
void ValidationLines::weigh(ValidationLine& line, const std::vector<CountRow>& rows) const {
  const auto estimate = [&](std::array<double, 4> denominator,
                            std::array<double, 4> numerator) -> std::array<double, 3> {
    std::vector<CountRow> pairs;
    for (const CountRow& row : rows)
      pairs.push_back({row.id,
                       row.cluster,
                       {std::inner_product(row.counts.begin(), row.counts.end(), denominator.begin(), 0.0),
                        std::inner_product(row.counts.begin(), row.counts.end(), numerator.begin(), 0.0)}});
    if (pairs.empty()) return {undefined, undefined, undefined};
    const RatioEstimate one =
        ratio_estimates(resampling_rows(std::move(pairs)), choices_.bootstrap(f1_stream), interval_level).front();
    return {one.ratio, one.percentile.lower, one.percentile.upper};
  };
  line.precision = estimate({1, 1, 0, 0}, {1, 0, 0, 0});
  line.recall = estimate({1, 0, 1, 0}, {1, 0, 0, 0});
  line.f1 = estimate({2, 1, 1, 0}, {2, 0, 0, 0});
  line.prevalence_human = estimate({1, 1, 1, 1}, {1, 0, 1, 0})[0];
  line.prevalence_machine = estimate({1, 1, 1, 1}, {1, 1, 0, 0})[0];
}

ValidationLine ValidationLines::span_line(std::uint32_t code, std::uint32_t first,
                                          std::optional<std::uint32_t> second) const {
  ValidationLine line;
  line.code = codings_.codes()[code];
  line.machine = !second;
  line.coders = names(second ? std::vector{first, *second} : std::vector{first});
  detect(line, validation_.span_detections(code, first, second, choices_.span_rule()));
  line.counts[3] = undefined;
  for (std::size_t i = 0; i < 3; ++i)
    line.units += std::isnan(line.counts[i]) ? 0 : static_cast<std::uint64_t>(line.counts[i]);
  line.measures.assign(measures_.size(), undefined);
  const auto continuum =
      validation_.continuum(code, second ? std::vector{first, *second} : std::vector{first}, !second);
  if (continuum)
    line.alpha_u = std::get<UnitizingFunction>(measures::krippendorff_alpha_u.variants[0].function)(*continuum);
  if (line.documents == 0)
    line.reason = "no document that both saw";
  else if (!continuum)
    line.reason = "texts were not read, or not seen whole";
  else if (std::isnan(line.alpha_u))
    line.reason = "no span";
  return line;
}

}  // namespace topos::cli

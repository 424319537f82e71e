#include "experiment/tornado.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "experiment/curve_statistics.hpp"
#include "experiment/moments.hpp"

namespace holdline {
namespace {

bool has_sign(double value, double sign) { return sign > 0.0 ? value > 0.0 : value < 0.0; }

/// Estimated variance of a mean of one is that of the observations over n; here of one observation.
double variance_of_one(const RatioMoments& moments) {
  return moments.variance() * static_cast<double>(moments.count());
}

}  // namespace

SensitivityEnd sensitivity_end(double at, const Estimate& headline, std::span<const double> present,
                               std::span<const double> varied, Confidence& confidence) {
  assert(!present.empty() && present.size() == varied.size());
  RatioMoments changes;
  RatioMoments levels;
  for (std::size_t i = 0; i < present.size(); ++i) {
    changes.add(varied[i] - present[i], 1.0);
    levels.add(varied[i], 1.0);
  }
  SensitivityEnd end;
  end.at = at;
  end.change = confidence.ratio(changes);
  const double value = headline.value + end.change.value;
  end.difference = {value, value, value, true, false, present.size()};
  if (present.size() >= 2 && headline.has_interval) {
    const double m = static_cast<double>(present.size());
    const double n = std::max(m, static_cast<double>(headline.observations));
    const double variance =
        variance_of_one(levels) / n + variance_of_one(changes) * (1.0 / m - 1.0 / n);
    end.difference = confidence.around(value, variance, present.size(), present.size() - 1);
  }
  const double other_sign = headline.value > 0.0 ? -1.0 : 1.0;
  end.turns = headline.value != 0.0 && has_sign(value, other_sign);
  end.turns_surely = end.turns && end.difference.has_interval &&
                     has_sign(end.difference.low, other_sign) &&
                     has_sign(end.difference.high, other_sign);
  return end;
}

SensitivityEnd unchanged_end(double at, const Estimate& headline) {
  SensitivityEnd end;
  end.at = at;
  end.difference = headline;
  end.change = {0.0, 0.0, 0.0, true, headline.has_interval, headline.observations};
  return end;
}

void arrange(Tornado& tornado) {
  for (SensitivityBar& bar : tornado.bars) {
    const auto [least, most] = std::minmax(
        {bar.low.difference.value, bar.high.difference.value, tornado.difference.value});
    bar.swing = most - least <= kLeastMoney ? 0.0 : most - least;
  }
  std::stable_sort(
      tornado.bars.begin(), tornado.bars.end(),
      [](const SensitivityBar& a, const SensitivityBar& b) { return a.swing > b.swing; });
}

}  // namespace holdline

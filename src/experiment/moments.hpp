// Running means and co-moments of observations, for the variance of a ratio of sums. Welford's
// update (Technometrics 4, 1962) keeps digits that sums of squares lose; it is applied strictly in
// the order of replications, never merged across threads, so that the bits do not depend on them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace holdline {

/// Observations (x_i, y_i) of the ratio sum x / sum y. A mean is the ratio with every y_i = 1.
class RatioMoments {
 public:
  void add(double x, double y) {
    ++count_;
    const double weight = 1.0 / static_cast<double>(count_);
    const double dx = x - mean_x_;
    const double dy = y - mean_y_;
    mean_x_ += dx * weight;
    mean_y_ += dy * weight;
    xx_ += dx * (x - mean_x_);
    xy_ += dx * (y - mean_y_);
    yy_ += dy * (y - mean_y_);
    sum_x_ += x;
    sum_y_ += y;
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// False for 0/0 and x/0: nothing to divide by.
  [[nodiscard]] bool is_defined() const { return count_ > 0 && sum_y_ != 0.0; }
  /// `scale` x sum x / sum y, exact to one rounding when the sums are (counts); requires
  /// is_defined().
  [[nodiscard]] double ratio(double scale = 1.0) const { return sum_x_ * scale / sum_y_; }
  /// Means of x and y, and their sums of squares and products about them.
  struct CoMoments {
    std::uint64_t count = 0;
    double mean_x = 0.0;
    double mean_y = 0.0;
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
  };
  [[nodiscard]] CoMoments co_moments() const { return {count_, mean_x_, mean_y_, xx_, xy_, yy_}; }
  /// Variance of ratio() by the delta method, over n - 1: that of mean(x - r y) / mean(y).
  /// Requires is_defined() and two observations.
  [[nodiscard]] double variance() const;

 private:
  std::uint64_t count_ = 0;
  double sum_x_ = 0.0;
  double sum_y_ = 0.0;
  double mean_x_ = 0.0;
  double mean_y_ = 0.0;
  double xx_ = 0.0;
  double xy_ = 0.0;
  double yy_ = 0.0;
};

/// Observations of two ratios at once, of the same replication under two plans.
class PairedMoments {
 public:
  void add(double base_x, double base_y, double other_x, double other_y) {
    const std::array<double, 4> values{base_x, base_y, other_x, other_y};
    ++count_;
    shares_denominators_ = shares_denominators_ && base_y == other_y;
    differences_.add(other_x - base_x, other_y);
    const double weight = 1.0 / static_cast<double>(count_);
    std::array<double, 4> before;
    std::array<double, 4> after;
    for (std::size_t i = 0; i < 4; ++i) {
      before[i] = values[i] - means_[i];
      means_[i] += before[i] * weight;
      after[i] = values[i] - means_[i];
      sums_[i] += values[i];
    }
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 4; ++j) co_moments_[i][j] += before[i] * after[j];
    }
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] bool is_defined() const { return count_ > 0 && sums_[1] != 0.0 && sums_[3] != 0.0; }
  /// `scale` x (other ratio minus base ratio); requires is_defined().
  [[nodiscard]] double difference(double scale = 1.0) const {
    return sums_[2] * scale / sums_[3] - sums_[0] * scale / sums_[1];
  }

  struct Variances {
    double base = 0.0;
    double other = 0.0;
    double difference = 0.0;  ///< what pairing leaves; exactly 0 for equal sequences

    /// What independent runs would have over what pairing leaves; 0 when it leaves nothing.
    [[nodiscard]] double reduction() const {
      return difference > 0.0 ? (base + other) / difference : 0.0;
    }
  };
  /// By the delta method; requires is_defined() and two observations.
  [[nodiscard]] Variances variances() const;

 private:
  /// Variance of a difference that is lost in the rounding of the plans' own variances: from the
  /// differences themselves, where they have one, or else nothing.
  [[nodiscard]] double small_spread() const;

  std::uint64_t count_ = 0;
  std::array<double, 4> sums_{};
  std::array<double, 4> means_{};
  std::array<std::array<double, 4>, 4> co_moments_{};
  bool shares_denominators_ = true;  ///< in every observation
  RatioMoments differences_;         ///< of the numerators, where denominators are shared
};

}  // namespace holdline

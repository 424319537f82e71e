// log, exp, pow and the normal quantile from +, -, *, / and sqrt alone, each rounded once by IEEE
// 754: the same bits from every compiler, C library and x86-64 CPU, which libm does not promise
// (about 1 draw in 2,000 differs between CPUs with and without FMA). Needs -ffp-contract=off.
#pragma once

namespace holdline::exact {

/// x > 0, finite; error < 1 ulp.
[[nodiscard]] double log(double x);
/// Error < 0.52 ulp for |x| <= 708; below it 0, above 709 +infinity.
[[nodiscard]] double exp(double x);
/// x > 0; exp(y log x): relative error about |y log x| 1e-16, so 1e-14 for results within e^+-90.
[[nodiscard]] double pow(double x, double y);
/// 0 < p < 1; Wichura 1988, AS 241 (PPND16), relative error 1e-15.
[[nodiscard]] double normal_quantile(double p);
/// x in (0, 170); relative error about 1e-14.
[[nodiscard]] double gamma_function(double x);

}  // namespace holdline::exact

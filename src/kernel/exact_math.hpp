// log, exp, pow and the normal quantile from +, -, *, / and sqrt alone, each rounded once by IEEE
// 754: the same bits from every compiler, C library and x86-64 CPU, which libm does not promise
// (about 1 draw in 2,000 differs between CPUs with and without FMA). Needs -ffp-contract=off.
#pragma once

namespace holdline::exact {

double log(double x);              ///< x > 0, finite; error < 1 ulp or so
double exp(double x);              ///< |x| <= 700; error < 1 ulp or so
double pow(double x, double y);    ///< x > 0; exp(y log x), relative error about 1e-14
double normal_quantile(double p);  ///< 0 < p < 1; Wichura 1988, AS 241 (PPND16), relative error 1e-15
double gamma_function(double x);   ///< x in (0, 170); Lanczos, relative error about 1e-14

}  // namespace holdline::exact

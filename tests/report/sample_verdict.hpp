// A verdict made by hand: two plans of a bank with customers, thirteen weeks.
#pragma once

#include "holdline/experiment/experiment.hpp"

/// value_centre costs 300,000 EUR more and keeps 800,000 EUR more; it pays back in week 5.
holdline::Result sample_verdict();
/// With a tornado of three coefficients, the first of which turns the sign.
holdline::Result sample_tornado();

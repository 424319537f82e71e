// A result made by hand, small enough to check a report against by eye.
#pragma once

#include "holdline/experiment/experiment.hpp"

/// Two plans of a bank, two contact types, groups that differ between the plans, two half-hours.
holdline::Result sample_result();

/// The same without the second plan.
holdline::Result sample_of_one_plan();

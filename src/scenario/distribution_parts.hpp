// What distributions.cpp offers a kind and what the composed kinds (distribution_parts.cpp) offer
// it.
#pragma once

#include "scenario/sections.hpp"

namespace holdline {

/// Reads the parameters of one kind of distribution; `out` keeps what it was if they are wrong.
using ReadKind = void(Slot&, const LoadContext&, Infinity, Distribution&);

ReadKind read_hyperexponential;
ReadKind read_mixture;
ReadKind read_piecewise_hazard;
ReadKind read_empirical;

}  // namespace holdline

// 128-bit sums. The integral of a queue's length over years overflows 64 bits: a million waiting
// contacts x ten years in microseconds is 3e20.
#pragma once

namespace holdline {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

}  // namespace holdline

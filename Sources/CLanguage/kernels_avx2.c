/* Kernels for x86-64 with AVX2 and FMA: a tile of 6 rows by 16 columns fills the sixteen registers. */
#if defined(__x86_64__)
#include <math.h>
#include <string.h>
#include "CLanguage.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) dl_avx2_##x
#define LABEL "avx2"
#define VF 8
#define TILE_ROWS 6
#define TILE_VECTORS 2
#define FUSED 1
#include "kernels.inc"
#pragma clang attribute pop
#endif

/* Kernels for x86-64 with AVX-512: a tile of 8 rows by 48 columns fills 24 of the 32 registers. */
#if defined(__x86_64__)
#include <math.h>
#include <string.h>
#include "CLanguage.h"
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma,prefer-256-bit"), min_vector_width(512))), \
    apply_to = function)
#define NAME(x) dl_avx512_##x
#define LABEL "avx512"
#define VF 16
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define FUSED 1
#include "kernels.inc"
#pragma clang attribute pop
#endif

/* Kernels for any processor: vectors of four floats, SSE2 on x86-64, NEON on aarch64. */
#define NAME(x) dl_portable_##x
#define LABEL "portable"
#define VF 4
#if defined(__aarch64__)
#define TILE_ROWS 6
#define FUSED 1
#else
#define TILE_ROWS 4
#define FUSED 0
#endif
#define TILE_VECTORS 3
#include "kernels.inc"

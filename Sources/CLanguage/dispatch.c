/* Chooses among the kernel sets by what the processor can run. */
#include "CLanguage.h"

extern const dl_kernels dl_portable_kernels;
#if defined(__x86_64__)
extern const dl_kernels dl_avx2_kernels, dl_avx512_kernels;
#endif

long dl_kernel_count(void) {
#if defined(__x86_64__)
    return 3;
#else
    return 1;
#endif
}

const dl_kernels *dl_kernel_at(long index) {
    if (index == 0) return &dl_portable_kernels;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (index == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &dl_avx2_kernels;
    if (index == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
        return &dl_avx512_kernels;
#endif
    return 0;
}

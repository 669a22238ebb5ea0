/* Turns the weights of a model file into the layouts the kernels read. Model data may be unaligned. */
#include "CLanguage.h"
#include <string.h>

typedef float loose __attribute__((aligned(1)));

void dl_embed(const void *table, const uint32_t rows[4], float *out) {
    const loose *e = table;
    const loose *a = e + (long)rows[0] * DL_WIDTH, *b = e + (long)rows[1] * DL_WIDTH;
    const loose *c = e + (long)rows[2] * DL_WIDTH, *d = e + (long)rows[3] * DL_WIDTH;
    for (int i = 0; i < DL_WIDTH; i++) out[i] = ((a[i] + b[i]) + c[i]) + d[i];
}

/* W[outputs][k] into the columns from `column` on of `panels` panels, which the caller has zeroed. */
void dl_pack_linear(const void *source, long outputs, long k, long column, long panels, float *packed) {
    const loose *w = source;
    for (long o = 0; o < outputs && column + o < panels * DL_PANEL; o++) {
        float *to = packed + (column + o) / DL_PANEL * k * DL_PANEL + (column + o) % DL_PANEL;
        for (long i = 0; i < k; i++) to[i * DL_PANEL] = w[o * k + i];
    }
}

/* Column of output o, piece p within its panel. */
static long maxout_column(long o, long p) { return p * 16 + o % 16; }

/* W[96][3][k]. */
void dl_pack_maxout(const void *source, long k, float *packed) {
    const loose *w = source;
    for (long o = 0; o < DL_WIDTH; o++)
        for (long p = 0; p < DL_PIECES; p++) {
            float *to = packed + o / 16 * k * DL_PANEL + maxout_column(o, p);
            for (long i = 0; i < k; i++) to[i * DL_PANEL] = w[(o * DL_PIECES + p) * k + i];
        }
}

/* b[96][3]. */
void dl_pack_maxout_bias(const void *source, float *packed) {
    const loose *b = source;
    for (long o = 0; o < DL_WIDTH; o++)
        for (long p = 0; p < DL_PIECES; p++) packed[o / 16 * DL_PANEL + maxout_column(o, p)] = b[o * DL_PIECES + p];
}

/* W[96][3][previous | self | next] into the four filters of F(2,3). */
void dl_pack_conv(const void *source, float *packed) {
    const loose *w = source;
    const long filter = 6 * DL_WIDTH * DL_PANEL;
    for (long o = 0; o < DL_WIDTH; o++)
        for (long p = 0; p < DL_PIECES; p++) {
            const loose *g = w + (o * DL_PIECES + p) * 3 * DL_WIDTH;
            float *to = packed + o / 16 * DL_WIDTH * DL_PANEL + maxout_column(o, p);
            for (long i = 0; i < DL_WIDTH; i++, to += DL_PANEL) {
                float g0 = g[i], g1 = g[DL_WIDTH + i], g2 = g[2 * DL_WIDTH + i];
                to[0] = g0;
                to[filter] = 0.5f * ((g0 + g2) + g1);
                to[2 * filter] = 0.5f * ((g0 + g2) - g1);
                to[3 * filter] = g2;
            }
        }
}

/* W[slots][64][2][64] so that column slot * 128 + piece * 64 + output holds that output's weights. */
void dl_pack_affine(const void *source, long slots, long panels, float *packed) {
    const loose *w = source;
    for (long s = 0; s < slots; s++)
        for (long o = 0; o < DL_HIDDEN; o++)
            for (long p = 0; p < 2; p++)
                dl_pack_linear(w + ((s * DL_HIDDEN + o) * 2 + p) * DL_HIDDEN, 1, DL_HIDDEN,
                               s * DL_SLOT + p * DL_HIDDEN + o, panels, packed);
}

/* [count][64][2] into [count][2][64]. */
void dl_pack_pieces(const void *source, long count, float *packed) {
    const loose *w = source;
    for (long n = 0; n < count; n++)
        for (long o = 0; o < DL_HIDDEN; o++)
            for (long p = 0; p < 2; p++)
                packed[n * DL_SLOT + p * DL_HIDDEN + o] = w[n * DL_SLOT + o * 2 + p];
}

/* W[classes][64] into [64][columns], which the caller has zeroed. */
void dl_pack_upper(const void *source, long classes, long columns, float *packed) {
    const loose *w = source;
    for (long c = 0; c < classes && c < columns; c++)
        for (long k = 0; k < DL_HIDDEN; k++) packed[k * columns + c] = w[c * DL_HIDDEN + k];
}

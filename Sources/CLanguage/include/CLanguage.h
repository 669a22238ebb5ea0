/* Dense kernels, weight packing and Unicode tables for DragomanLanguage.
 *
 * Every pointer to model data may be unaligned: the data lie wherever the model file holds them.
 * All matrices are float32, row-major. "Packed" weights are cut into panels of 48 columns:
 * [panel][k][48]; a panel of a maxout layer holds the three pieces of 16 outputs side by side.
 */
#ifndef DRAGOMAN_CLANGUAGE_H
#define DRAGOMAN_CLANGUAGE_H

#include <stddef.h>
#include <stdint.h>

enum { DL_WIDTH = 96, DL_PANEL = 48, DL_PIECES = 3, DL_MAXOUT = 288, DL_HIDDEN = 64, DL_SLOT = 128 };

/* One window layer of the encoder: a convolution of three taps in Winograd's form F(2,3), maxout, layer norm. */
typedef struct {
    const float *weights; /* [4][6][96][48] */
    const float *bias;    /* [6][48] */
    const float *gain;    /* [96] */
    const float *shift;   /* [96] */
} dl_layer;

/* The output layer of a state scorer. */
typedef struct {
    const float *hidden_bias; /* [128]: both pieces of 64 */
    const float *weights;     /* [64][columns] */
    const float *bias;        /* [columns] */
    long columns;             /* a multiple of 16 */
} dl_upper;

/* One set of kernels for one instruction set. */
typedef struct {
    const char *name;
    /* c[m][panels * 48] = a[m][k] * b + bias; a row of `a` starts every `lda` floats, of `c` every `ldc`. */
    void (*gemm)(const float *a, long lda, long m, long k, const float *b, long panels, const float *bias, float *c,
                 long ldc);
    /* out[m][96] = layer norm of the largest of three pieces of y[m][288]. */
    void (*maxout_norm)(const float *y, long m, const float *gain, const float *shift, float *out);
    /* One residual window layer in place on the rows of x. Entry i of `pairs` is 4 * row for the two outputs row and
     * row + 1, plus 1 where the second is not wanted, plus 2 where the first is not; rows row - 1 to row + 2 are read.
     * `scratch` holds DL_CONV_SCRATCH(count) floats. */
    void (*conv)(float *x, const int32_t *pairs, long count, const dl_layer *layer, float *scratch);
    /* out[columns] = upper(maxout of the sum of `count` rows of 128 floats). */
    void (*scores)(const float *const *rows, long count, const dl_upper *upper, float *out);
    /* The lowest index of the largest scores[i] + mask[i]; count is a multiple of 16. */
    long (*argmax)(const float *scores, const float *mask, long count);
} dl_kernels;

/* Floats of scratch that `conv` needs for `count` pairs. */
#define DL_CONV_SCRATCH(count) ((long)(count) * (4 * 96 + 4 * 48 + 2 * 96))

/* Number of kernel sets this build knows, from slowest to fastest. */
long dl_kernel_count(void);
/* Kernel set `index`, or NULL where this processor cannot run it. */
const dl_kernels *dl_kernel_at(long index);

/* Sums of four embedding rows of 96 floats: out[i] = ((e[r0] + e[r1]) + e[r2]) + e[r3]. */
void dl_embed(const void *table, const uint32_t rows[4], float *out);

/* Packing, done once when a model is loaded. `source` may be unaligned. */
void dl_pack_linear(const void *source, long outputs, long k, long column, long panels, float *packed);
void dl_pack_maxout(const void *source, long k, float *packed);
void dl_pack_maxout_bias(const void *source, float *packed);
void dl_pack_conv(const void *source, float *packed);
void dl_pack_affine(const void *source, long slots, long panels, float *packed);
void dl_pack_pieces(const void *source, long count, float *packed);
void dl_pack_upper(const void *source, long classes, long columns, float *packed);

/* Classes of Unicode scalars as Python 3.11 (Unicode 14) sees them; sorted ranges [first, last]. */
typedef struct {
    const uint32_t (*ranges)[2];
    long count;
} dl_ranges;

typedef enum {
    DL_ALPHA,      /* str.isalpha */
    DL_UPPER,      /* str.isupper of one scalar */
    DL_DIGIT,      /* str.isdigit */
    DL_DECIMAL,    /* re \d */
    DL_WORD,       /* re \w */
    DL_SPACE,      /* str.isspace */
    DL_CASED,      /* counts as a letter beside a final sigma */
    DL_IGNORABLE,  /* is skipped beside a final sigma */
    DL_CLASSES
} dl_class;

dl_ranges dl_unicode_ranges(dl_class kind);

/* Runs of lower-case mappings: scalars first, first + step, ... last map to themselves plus delta. */
typedef struct {
    uint32_t first, last, step;
    int32_t delta;
} dl_lower_run;

const dl_lower_run *dl_lower_runs(long *count);

#endif

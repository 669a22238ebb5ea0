// Brotli's decoder, from Debian's libbrotli-dev.
#include <brotli/decode.h>

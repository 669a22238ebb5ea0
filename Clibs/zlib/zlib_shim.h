// zlib, from Debian's zlib1g-dev: gzip and deflate.
#include <zlib.h>

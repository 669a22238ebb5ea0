// uchardet, from Debian's libuchardet-dev: detection of character encodings.
#include <uchardet/uchardet.h>

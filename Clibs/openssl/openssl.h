// OpenSSL's libcrypto, from Debian's libssl-dev: hashing only.
#include <openssl/sha.h>

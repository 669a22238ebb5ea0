internal import COpenSSL

/// SHA-256 digests (FIPS 180-4), computed by OpenSSL's libcrypto.
public enum SHA256 {
    /// The digest of `bytes`: 32 bytes.
    public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
            _ = COpenSSL.SHA256(input, input.count, digest.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }

    /// The digest of `bytes` as 64 lower-case hexadecimal digits.
    ///
    /// ```
    /// SHA256.hex(of: "abc".utf8)  // "ba7816bf 8f01cfea ..." without the spaces
    /// ```
    public static func hex(of bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(64)
        for byte in digest(of: bytes) {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        return String(decoding: hex, as: UTF8.self)
    }
}

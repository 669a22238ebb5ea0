internal import CBrotli

/// Unpacks Brotli, piece by piece.
final class BrotliSource: ByteSource {
    private let source: any ByteSource
    private let state: OpaquePointer?
    private var input: [UInt8] = []
    private var used = 0
    private var packed = 0
    private var unpacked = 0
    private var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
        state = BrotliDecoderCreateInstance(nil, nil, nil)
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    func read(_ count: Int) throws(StreamFault) -> [UInt8] {
        while !isAtEnd {
            if used == input.count {
                input = try source.read(1 << 16)
                used = 0
                packed += input.count
            }
            let (bytes, result) = decode(min(count, 1 << 16))
            unpacked += bytes.count
            if unpacked > InflateSource.bombSize, unpacked / InflateSource.bombRatio > packed { throw .bomb }
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: isAtEnd = true
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: break
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT where !input.isEmpty: break
            default:
                if bytes.isEmpty { throw .damaged }
            }
            if !bytes.isEmpty { return bytes }
        }
        return []
    }

    private func decode(_ count: Int) -> ([UInt8], BrotliDecoderResult) {
        var result = BROTLI_DECODER_RESULT_ERROR
        let output = [UInt8](unsafeUninitializedCapacity: count) { buffer, produced in
            input.withUnsafeBufferPointer { input in
                var inputLeft = input.count - used
                var next = input.baseAddress.map { $0 + used }
                var room = buffer.count
                var target = buffer.baseAddress
                result = BrotliDecoderDecompressStream(state, &inputLeft, &next, &room, &target, nil)
                used = input.count - inputLeft
                produced = buffer.count - room
            }
        }
        return (output, result)
    }
}

import Testing

@testable import DragomanLanguage

@Suite struct MessagePackTests {
    private func read<T>(_ bytes: [UInt8], _ body: (inout MessagePackReader) throws -> T) rethrows -> T {
        try bytes.withUnsafeBytes { raw in
            var reader = MessagePackReader(raw)
            return try body(&reader)
        }
    }

    @Test func valuesOfEachKind() throws {
        #expect(try read([0x7F]) { try $0.integer() } == 127)
        #expect(try read([0xCD, 0x01, 0x02]) { try $0.integer() } == 258)
        #expect(try read([0xCF, 1, 0, 0, 0, 0, 0, 0, 0]) { try $0.integer() } == 1 << 56)
        #expect(try read([0xA2, 0x68, 0x69]) { try $0.string() } == "hi")
        #expect(try read([0xC4, 0x01, 0x7A]) { try $0.string() } == "z")
        #expect(try read([0xDC, 0x00, 0x01, 0xC3]) { [try $0.array() == 1, try $0.boolean()] } == [true, true])
        #expect(
            try read([0x81, 0xA1, 0x61, 0xC0]) { [try $0.map() == 1, try $0.string() == "a", try $0.isNil()] } == [
                true, true, true,
            ])
    }

    @Test func skippingPassesOverNestedValues() throws {
        // {"a": [1, {"b": -1}], "c": 1.5}
        let bytes: [UInt8] = [
            0x82, 0xA1, 0x61, 0x92, 0x01, 0x81, 0xA1, 0x62, 0xFF, 0xA1, 0x63, 0xCB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0x2A,
        ]
        #expect(
            try read(bytes) {
                try $0.skip()
                return try $0.integer()
            } == 42)
    }

    @Test func aMillionOpenArraysNeedNoStack() throws {
        let bytes = [UInt8](repeating: 0x91, count: 1_000_000) + [0xC0, 0x05]
        #expect(
            try read(bytes) {
                try $0.skip()
                return try $0.integer()
            } == 5)
    }

    @Test(
        arguments: [
            [], [0xA3, 0x61], [0xCD, 0x01], [0xDB, 0xFF, 0xFF, 0xFF, 0xFF], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xDF, 0x7F, 0, 0, 0],
            [0x8F, 0x01],
        ] as [[UInt8]])
    func lengthsBeyondTheEndAreRefused(bytes: [UInt8]) {
        #expect(throws: MessagePackReader.Failure.self) { try read(bytes) { try $0.skip() } }
        #expect(throws: MessagePackReader.Failure.self) { try read(bytes) { try $0.map() } }
        #expect(throws: MessagePackReader.Failure.self) { try read(bytes) { try $0.array() } }
        #expect(throws: MessagePackReader.Failure.self) { try read(bytes) { try $0.data() } }
    }

    @Test func anotherKindOfValueIsRefused() {
        #expect(throws: MessagePackReader.Failure.unexpected(0)) { try read([0xC3]) { try $0.integer() } }
        #expect(throws: MessagePackReader.Failure.unexpected(0)) { try read([0x01]) { try $0.string() } }
        #expect(throws: MessagePackReader.Failure.unexpected(0)) { try read([0xC1]) { try $0.skip() } }
    }
}

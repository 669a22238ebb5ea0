import Testing

@testable import DragomanCapture

/// What reads a PDF is held to its limits.
struct BoundedProcessTests {
    private func failure(_ process: BoundedProcess) -> BoundedProcess.Failure? {
        #expect(throws: BoundedProcess.Failure.self) { try process.run([]) }
    }

    @Test("One that takes too long is ended")
    func time() {
        #expect(failure(BoundedProcess(program: "/bin/sleep", arguments: ["60"], seconds: 1)) == .tooLong)
    }

    @Test("One that prints too much is ended")
    func output() {
        #expect(failure(BoundedProcess(program: "/usr/bin/yes", arguments: [], output: 1 << 16)) == .tooLarge)
    }

    @Test("One that wants more memory than allowed fails")
    func memory() {
        // `head` of many bytes before the last keeps them all.
        let process = BoundedProcess(
            program: "/usr/bin/head", arguments: ["-c", "-512M", "/dev/zero"], seconds: 10, memory: 64 << 20)
        guard case .failed? = failure(process) else {
            Issue.record("it did not fail")
            return
        }
    }

    @Test("One that is not there, one that fails")
    func none() {
        #expect(failure(BoundedProcess(program: "/usr/bin/no-such-program", arguments: [])) == .missing)
        guard case .failed? = failure(BoundedProcess(program: "/bin/false", arguments: [])) else {
            Issue.record("it did not fail")
            return
        }
    }

    @Test("It sees its input and no environment")
    func input() throws {
        let process = BoundedProcess(program: "/bin/cat", arguments: [])
        #expect(try process.run(Array("abc".utf8)) == Array("abc".utf8))
        let environment = try BoundedProcess(program: "/usr/bin/env", arguments: []).run([])
        #expect(String(decoding: environment, as: UTF8.self).split(separator: "\n").allSatisfy { $0.hasPrefix("LC_") })
    }
}

import Foundation
import Testing

/// The built program, run as a user runs it.
enum Binary {
    struct Result: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Beside the test bundle, where the build puts it.
    static let url: URL = {
        let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return bundle.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("dragoman")
    }()

    /// The top of the repository.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The model that `make setup` fetched, or the one named by hand; nil where there is none.
    static let model: URL? = {
        let named = ProcessInfo.processInfo.environment["DRAGOMAN_MODEL"].flatMap {
            $0.isEmpty ? nil : URL(fileURLWithPath: $0)
        }
        let folder = named ?? repository.appendingPathComponent(".models/en_core_web_sm-3.8.0")
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("config.cfg").path) ? folder : nil
    }()

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - input: what it reads as standard input; nothing by default.
    ///   - environment: variables beside PATH, HOME and the model; `COLUMNS` is 80 unless given.
    ///   - folder: the folder it runs in.
    ///   - output: a file that takes standard output in place of the result's `output`, such as `/dev/full`.
    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL? = nil,
        output: String? = nil
    ) async throws -> Result {
        try await Scratch.with { scratch in
            let files = try ["input", "output", "errors"].map { try scratch.file($0, $0 == "input" ? input : Data()) }
            let process = Process()
            process.executableURL = url
            process.arguments = arguments
            process.environment = [
                "PATH": "/usr/bin:/bin", "HOME": scratch.folder.path, "COLUMNS": "80",
                "DRAGOMAN_MODEL": model?.path ?? "",
            ].merging(environment) { $1 }
            process.currentDirectoryURL = folder ?? scratch.folder
            process.standardInput = try FileHandle(forReadingFrom: files[0])
            process.standardOutput = try FileHandle(forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? files[1])
            process.standardError = try FileHandle(forWritingTo: files[2])
            let code = try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do { try process.run() } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: error)
                }
            }
            return Result(
                code: code, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
                errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
        }
    }
}

/// A folder for one test, gone after it.
struct Scratch: Sendable {
    let folder: URL

    static func with<T>(_ body: (Scratch) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(Scratch(folder: folder))
    }

    /// Writes a file and gives its place.
    @discardableResult
    func file(_ name: String, _ data: Data) throws -> URL {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
        return url
    }

    @discardableResult
    func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }
}

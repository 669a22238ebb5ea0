import DragomanArguments
import DragomanText
import Foundation

/// Where model, packs and ledger stand, and the options that say so.
enum Places {
    static let model = Option(
        "model", "folder of the language model, the one that holds config.cfg", value: "FOLDER", kind: .folder,
        environment: "DRAGOMAN_MODEL")
    static let packs = Option(
        "packs", "folder of packs: rules and names", value: "FOLDER", kind: .folder, environment: "DRAGOMAN_PACKS")
    static let field = Option(
        "field",
        "field of trade: the pack that is read beside world; else the one that the file FIELD beside the packs "
            + "names, or all where there is none", value: "NAME", environment: "DRAGOMAN_FIELD")
    static let ledger = Option(
        "ledger", "the ledger's file", value: "FILE", kind: .file, environment: "DRAGOMAN_LEDGER")

    /// The version of the model package that set-up fetches.
    private static let modelName = "en_core_web_sm-3.8.0"

    /// The model's folder: the one named, else that of set-up in the package, beside an installed program, or in the
    /// home folder's place for data.
    ///
    /// - Throws: `DragomanError` F020 where there is none.
    static func model(_ invocation: Invocation, in context: Context) throws -> String {
        if let named = invocation.value(model) { return named }
        let folders = context.programFolders.flatMap {
            [$0.appendingPathComponent(".models/\(modelName)"), $0.appendingPathComponent(modelName)]
        }
        guard let folder = first(folders + [context.dataFile(modelName)], holding: "config.cfg") else {
            throw DragomanError(
                .failure, "F020", "there is no language model",
                advice: "In the source folder run make setup, or name a model's folder with --model.")
        }
        return folder.path
    }

    /// The folder of the pack that holds what its user imports.
    static func ownPack(in context: Context) -> String { context.dataFile("own-pack").path }

    /// The folders of the packs in use, the one with what all fields share (`world`) first; where no folder is named, the
    /// user's own pack last.
    ///
    /// - Throws: `DragomanError` F021 where there are none, F023 where the field named has no pack.
    static func packs(_ invocation: Invocation, in context: Context) throws -> [String] {
        let folder: String
        if let named = invocation.value(packs) {
            folder = named
        } else {
            let folders = context.programFolders + [context.dataFile("")]
            guard let found = first(folders.map { $0.appendingPathComponent("Packs") }, holding: shared) else {
                throw DragomanError(
                    .failure, "F021", "there are no packs", advice: "Name a folder of packs with --packs.")
            }
            folder = found.path
        }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        let packs = (names ?? []).sorted { ($0 == shared ? 0 : 1, $0) < ($1 == shared ? 0 : 1, $1) }
            .map { "\(folder)/\($0)" }.filter(isFolder)
        guard !packs.isEmpty else {
            throw DragomanError(
                .failure, "F021", "there are no packs in \(folder)",
                advice: "--packs names the folder that holds the packs' folders, such as Packs in the source folder.")
        }
        let own = ownPack(in: context)
        let used = try ofField(invocation.value(field) ?? standingField(in: folder), packs)
        return invocation.value(Self.packs) == nil && isFolder(own + "/names") ? used + [own] : used
    }

    /// The field that the file `FIELD` beside the packs names; nil where there is no such file.
    private static func standingField(in folder: String) -> String? {
        guard let text = try? String(contentsOfFile: "\(folder)/FIELD", encoding: .utf8) else { return nil }
        return text.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }

    /// Of all packs the shared one and that of the field; all where no field is named.
    private static func ofField(_ field: String?, _ packs: [String]) throws -> [String] {
        guard let field else { return packs }
        let names = packs.map { URL(fileURLWithPath: $0).lastPathComponent }
        guard names.contains(field) else {
            let known = names.filter { $0 != shared }
            throw DragomanError(
                .failure, "F023", "there is no pack for the field \(field)",
                advice: nearest(to: field, in: known).map { "Did you mean \($0)?" }
                    ?? "There are \(known.joined(separator: ", ")).")
        }
        return zip(packs, names).filter { $0.1 == shared || $0.1 == field }.map(\.0)
    }

    /// The pack that the others build on.
    static let shared = "world"

    /// The ledger's path: the one named, else `ledger.db` in the home folder's place for data.
    ///
    /// - Parameter making: whether that place is made where it is not there yet.
    /// - Throws: `DragomanError` F022 where it cannot be made.
    static func ledger(_ invocation: Invocation, in context: Context, making: Bool) throws -> String {
        if let named = invocation.value(ledger) { return named }
        let file = context.dataFile("ledger.db")
        guard making else { return file.path }
        let folder = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DragomanError(
                .failure, "F022", "the folder \(folder.path) for the ledger cannot be made",
                advice: "Name another place with --ledger or in DRAGOMAN_LEDGER.")
        }
        return file.path
    }

    private static func first(_ folders: [URL], holding name: String) -> URL? {
        folders.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent(name).path) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

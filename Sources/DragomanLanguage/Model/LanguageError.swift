internal import DragomanText

/// The errors of this module, in one place so that codes and wording stay unique.
enum LanguageError {
    private static let again = "Install it again with `make setup`, or give the folder that holds config.cfg."

    /// L001: the model folder or a file of it is not there.
    static func missing(_ path: String) -> DragomanError {
        DragomanError(.failure, "L001", "the language model cannot be read: \(path)", advice: again)
    }

    /// L002: a file of the model is cut off or changed.
    static func damaged(_ file: String, _ what: String) -> DragomanError {
        DragomanError(.badInput, "L002", "the language model's file \(file) is damaged: \(what)", advice: again)
    }

    /// L003: the folder holds another model or another version.
    static func unsupported(_ what: String) -> DragomanError {
        DragomanError(
            .badInput, "L003", "the model folder does not hold en_core_web_sm 3.8: \(what)",
            advice: "Use the model that Models/ lists; `make setup` fetches it.")
    }

    /// L004: a block has more Unicode scalars than the runtime accepts.
    static func tooLong(_ scalars: Int) -> DragomanError {
        DragomanError(
            .badInput, "L004",
            "a paragraph has \(scalars) characters, more than the 1,000,000 that can be analyzed as one",
            advice: "Break the text into paragraphs, one a line.")
    }

    /// L005: a kernel set was asked for by name that this processor or this build does not have.
    static func kernel(_ name: String) -> DragomanError {
        DragomanError(
            .failure, "L005", "there is no kernel set '\(name)' on this machine",
            advice: "Set DRAGOMAN_KERNEL to one of: \(Kernels.available.joined(separator: ", ")), or leave it unset.")
    }
}

internal import CLanguage
internal import Foundation

/// The kernel sets of this machine: one compiled for each instruction set, chosen when a pipeline is made.
public enum Kernels {
    /// Names of the sets this processor can run, from slowest to fastest: `portable`, `avx2`, `avx512`.
    public static var available: [String] { all.map { String(cString: $0.name) } }

    private static var all: [dl_kernels] { (0..<dl_kernel_count()).compactMap { dl_kernel_at($0)?.pointee } }

    /// The set called `name`; nil takes what the environment variable DRAGOMAN_KERNEL names, else the fastest.
    ///
    /// - Throws: L005 where there is no such set here.
    static func set(_ name: String?) throws -> dl_kernels {
        let wanted = name ?? ProcessInfo.processInfo.environment["DRAGOMAN_KERNEL"] ?? ""
        let chosen = wanted.isEmpty ? all.last : all.first { String(cString: $0.name) == wanted }
        guard let chosen else { throw LanguageError.kernel(wanted) }
        return chosen
    }
}

// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// Settings of the modules that every run of the program loads and reads with: optimized in debug builds too, because the tests
/// start the program some hundred times.
let hot = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Libraries of the system; `make setup` installs them.
let system: [Target] = [
    .systemLibrary(
        name: "COpenSSL", path: "Clibs/openssl", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Clibs/sqlite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", path: "Clibs/zlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
        name: "CBrotli", path: "Clibs/brotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CUchardet", path: "Clibs/uchardet", providers: [.apt(["libuchardet-dev"])]),
]

/// From the ground up: each imports only what stands above it.
let modules: [Target] = [
    .target(name: "DragomanText", dependencies: ["COpenSSL"], swiftSettings: hot),
    .target(name: "CDragomanHTTP", linkerSettings: [.linkedLibrary("curl")]),
    .target(
        name: "DragomanCapture", dependencies: ["CBrotli", "CDragomanHTTP", "CZlib", "DragomanText"],
        swiftSettings: settings),
    .target(name: "CDragomanHTML", linkerSettings: [.linkedLibrary("modest"), .linkedLibrary("m")]),
    .target(name: "CDragomanLanguageID", linkerSettings: [.linkedLibrary("cld2")]),
    .target(
        name: "DragomanPage",
        dependencies: ["CDragomanHTML", "CDragomanLanguageID", "CUchardet", "DragomanCapture", "DragomanText"],
        swiftSettings: settings),
    .target(name: "CLanguage", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "DragomanLanguage", dependencies: ["CLanguage", "DragomanText"], swiftSettings: hot),
    .target(name: "DragomanNames", dependencies: ["DragomanLanguage", "DragomanText"], swiftSettings: hot),
    .target(
        name: "DragomanClaims",
        dependencies: ["DragomanNames", "DragomanLanguage", "DragomanPage", "DragomanText"],
        swiftSettings: hot),
    .target(
        name: "DragomanLedger",
        dependencies: [
            "CSQLite", "DragomanClaims", "DragomanNames", "DragomanPage", "DragomanCapture", "DragomanText",
        ],
        swiftSettings: settings),
    .target(
        name: "DragomanBrief",
        dependencies: [
            "DragomanLedger", "DragomanClaims", "DragomanNames", "DragomanLanguage", "DragomanPage", "DragomanCapture",
            "DragomanText",
        ],
        swiftSettings: settings),
    .target(
        name: "CDragomanGraph",
        linkerSettings: [.linkedLibrary("gvc"), .linkedLibrary("cgraph"), .linkedLibrary("cdt")]),
    .target(
        name: "DragomanDraw",
        dependencies: ["CDragomanGraph", "DragomanBrief", "DragomanClaims", "DragomanText"],
        swiftSettings: settings),
    .target(
        name: "DragomanExport",
        dependencies: ["DragomanBrief", "DragomanLedger", "DragomanClaims", "DragomanPage", "DragomanText"],
        swiftSettings: settings),
    .target(name: "CDragomanServer", linkerSettings: [.linkedLibrary("microhttpd"), .linkedLibrary("z")]),
    .target(
        name: "DragomanWeb",
        dependencies: [
            "CDragomanServer", "DragomanExport", "DragomanDraw", "DragomanBrief", "DragomanLedger", "DragomanClaims",
            "DragomanNames", "DragomanPage", "DragomanCapture", "DragomanText",
        ], swiftSettings: settings),
    .target(name: "DragomanArguments", dependencies: ["DragomanText"], swiftSettings: settings),
    .executableTarget(
        name: "dragoman",
        dependencies: [
            "DragomanArguments", "DragomanBrief", "DragomanCapture", "DragomanClaims", "DragomanDraw", "DragomanExport",
            "DragomanLanguage", "DragomanLedger", "DragomanNames", "DragomanPage", "DragomanText", "DragomanWeb",
        ],
        swiftSettings: settings),
    .executableTarget(
        name: "dragoman-bench", dependencies: ["DragomanLanguage", "DragomanText"], path: "Benchmarks/dragoman-bench",
        swiftSettings: settings),
    .executableTarget(
        name: "claims-bench", dependencies: ["DragomanClaims", "DragomanLanguage", "DragomanNames"],
        path: "Benchmarks/claims-bench", swiftSettings: settings),
    .executableTarget(
        name: "page-bench", dependencies: ["DragomanCapture", "DragomanPage"], path: "Benchmarks/page-bench",
        swiftSettings: settings),
    .executableTarget(
        name: "ledger-bench",
        dependencies: ["DragomanLedger", "DragomanClaims", "DragomanPage", "DragomanCapture", "DragomanText"],
        path: "Benchmarks/ledger-bench", swiftSettings: settings),
    .executableTarget(
        name: "export-bench",
        dependencies: [
            "DragomanExport", "DragomanLedger", "DragomanClaims", "DragomanPage", "DragomanCapture", "DragomanText",
        ],
        path: "Benchmarks/export-bench", swiftSettings: settings),
    .executableTarget(
        name: "names-bench", dependencies: ["DragomanNames"], path: "Benchmarks/names-bench", swiftSettings: settings),
]

let tests: [Target] = [
    .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: settings),
    .target(
        name: "CHTMLTokens", path: "Tests/CHTMLTokens",
        linkerSettings: [.linkedLibrary("modest"), .linkedLibrary("m")]),
    .testTarget(name: "DragomanTextTests", dependencies: ["DragomanText"], swiftSettings: settings),
    .testTarget(
        name: "DragomanCaptureTests", dependencies: ["DragomanCapture", "DragomanText", "LocalServer"],
        swiftSettings: settings),
    .testTarget(
        name: "DragomanPageTests",
        dependencies: ["CDragomanHTML", "CHTMLTokens", "DragomanPage", "DragomanCapture", "DragomanText"],
        exclude: ["Pages", "Parser/html5lib"], swiftSettings: settings),
    .testTarget(
        name: "DragomanLanguageTests", dependencies: ["CLanguage", "DragomanLanguage", "DragomanText"],
        exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
        name: "DragomanNamesTests", dependencies: ["DragomanNames", "DragomanLanguage", "DragomanText"],
        resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
        name: "DragomanClaimsTests",
        dependencies: ["DragomanClaims", "DragomanNames", "DragomanLanguage", "DragomanText"],
        exclude: ["Speech/Fixtures"], swiftSettings: settings),
    .testTarget(
        name: "DragomanLedgerTests",
        dependencies: [
            "CSQLite", "DragomanLedger", "DragomanClaims", "DragomanNames", "DragomanPage", "DragomanCapture",
            "DragomanText",
        ],
        resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
        name: "DragomanBriefTests",
        dependencies: [
            "DragomanBrief", "DragomanLedger", "DragomanClaims", "DragomanNames", "DragomanPage", "DragomanCapture",
            "DragomanText",
        ],
        exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
        name: "DragomanDrawTests",
        dependencies: ["DragomanDraw", "DragomanBrief", "DragomanClaims", "DragomanText"],
        exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
        name: "DragomanExportTests",
        dependencies: ["DragomanExport", "DragomanLedger", "DragomanClaims", "DragomanPage", "DragomanText"],
        exclude: ["Snapshots", "read-back.py"], swiftSettings: settings),
    .testTarget(
        name: "DragomanWebTests",
        dependencies: [
            "DragomanWeb", "DragomanBrief", "DragomanLedger", "DragomanClaims", "DragomanPage", "DragomanCapture",
            "DragomanNames", "DragomanText",
        ],
        swiftSettings: settings),
    .testTarget(
        name: "DragomanArgumentsTests", dependencies: ["DragomanArguments", "DragomanText"], swiftSettings: settings),
    .testTarget(
        name: "dragomanTests", dependencies: ["dragoman", "DragomanArguments", "DragomanText", "LocalServer"],
        exclude: ["Browser/flows.py", "Browser/strain.py", "Snapshots/Texts"], swiftSettings: settings),
]

let package = Package(
    name: "dragoman",
    products: [.executable(name: "dragoman", targets: ["dragoman"])],
    targets: system + modules + tests
)

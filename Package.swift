// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
    name: "dragoman",
    products: [.executable(name: "dragoman", targets: ["dragoman"])],
    targets: [
        .target(name: "DragomanText", swiftSettings: settings),
        .target(name: "DragomanCapture", dependencies: ["DragomanText"], swiftSettings: settings),
        .target(name: "DragomanPage", dependencies: ["DragomanCapture", "DragomanText"], swiftSettings: settings),
        .target(name: "CLanguage", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "DragomanLanguage", dependencies: ["CLanguage", "DragomanText"], swiftSettings: settings),
        .executableTarget(
            name: "dragoman-bench", dependencies: ["DragomanLanguage", "DragomanText"],
            path: "Benchmarks/dragoman-bench",
            swiftSettings: settings),
        .testTarget(
            name: "DragomanLanguageTests", dependencies: ["CLanguage", "DragomanLanguage", "DragomanText"],
            exclude: ["Golden"], swiftSettings: settings),
        .target(name: "DragomanNames", dependencies: ["DragomanLanguage", "DragomanText"], swiftSettings: settings),
        .target(
            name: "DragomanClaims",
            dependencies: ["DragomanNames", "DragomanLanguage", "DragomanPage", "DragomanText"],
            swiftSettings: settings),
        .executableTarget(name: "dragoman", dependencies: ["DragomanClaims"], swiftSettings: settings),
    ]
)

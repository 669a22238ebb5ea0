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
        .target(name: "DragomanLanguage", dependencies: ["DragomanText"], swiftSettings: settings),
        .target(name: "DragomanNames", dependencies: ["DragomanLanguage", "DragomanText"], swiftSettings: settings),
        .target(
            name: "DragomanClaims",
            dependencies: ["DragomanNames", "DragomanLanguage", "DragomanPage", "DragomanText"],
            swiftSettings: settings),
        .testTarget(
            name: "DragomanNamesTests", dependencies: ["DragomanNames", "DragomanLanguage", "DragomanText"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .executableTarget(name: "dragoman", dependencies: ["DragomanClaims"], swiftSettings: settings),
    ]
)

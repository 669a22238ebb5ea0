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
        .systemLibrary(
            name: "COpenSSL", path: "Clibs/openssl", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "DragomanText", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(name: "DragomanCapture", dependencies: ["DragomanText"], swiftSettings: settings),
        .target(name: "DragomanPage", dependencies: ["DragomanCapture", "DragomanText"], swiftSettings: settings),
        .target(name: "DragomanLanguage", dependencies: ["DragomanText"], swiftSettings: settings),
        .target(name: "DragomanNames", dependencies: ["DragomanLanguage", "DragomanText"], swiftSettings: settings),
        .target(
            name: "DragomanClaims",
            dependencies: ["DragomanNames", "DragomanLanguage", "DragomanPage", "DragomanText"],
            swiftSettings: settings),
        .testTarget(
            name: "DragomanClaimsTests",
            dependencies: ["DragomanClaims", "DragomanNames", "DragomanLanguage", "DragomanText"],
            exclude: ["Speech/Fixtures"], swiftSettings: settings),
        .testTarget(name: "DragomanTextTests", dependencies: ["DragomanText"], swiftSettings: settings),
        .testTarget(
            name: "DragomanPageTests", dependencies: ["DragomanPage", "DragomanCapture", "DragomanText"],
            swiftSettings: settings),
        .testTarget(
            name: "DragomanCaptureTests", dependencies: ["DragomanCapture", "DragomanText"], swiftSettings: settings),
        .executableTarget(name: "dragoman", dependencies: ["DragomanClaims"], swiftSettings: settings),
    ]
)

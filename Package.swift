// swift-tools-version: 6.1
import PackageDescription

// Swift Build, the build system from Swift 6.4 on; `NURIE_SWIFT_BUILD=1` tries it with an older toolchain.
#if compiler(>=6.4)
    let isSwiftBuild = true
#else
    let isSwiftBuild = Context.environment["NURIE_SWIFT_BUILD"] != nil
#endif

// Plain `swift run` builds for debugging, and unoptimised loops are ten times slower: every library is optimised
// there too. A module that is optimised as a whole is faster (lesson 02 takes three quarters of the time); the other flags
// make the older build system accept that in a debug build, and Swift Build accepts none of them.
let optimised: [SwiftSetting] = [
    .unsafeFlags(
        isSwiftBuild ? ["-O"] : ["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"],
        .when(configuration: .debug))
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// What the programs are about, each from its plan through training and use to evaluation.
let subjects: [Target.Dependency] = ["Colorization", "FaceGeneration", "Stylization"]

/// A room of the house: an optimised library target.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: optimised)
}

/// The tests of a room, with the reference values that lie beside them.
func tests(of name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: optimised)
}

/// The lessons: each is a program, `lesson-01`, in a folder of its own, whose module, `Lesson01`, the tests import.
let lessons = [
    ("00", "the-whole-idea"),
    ("01", "kl-divergence"),
    ("02", "jensen-and-the-bound"),
    ("03", "tensor-core"),
    ("04", "autoencoder-to-vae"),
    ("05", "vae-of-faces"),
    ("06", "rivals"),
    ("07", "drawings-to-data"),
    ("08", "unet"),
    ("09", "adversary"),
    ("10", "hints"),
    ("11", "from-128-to-512"),
    ("12", "regions-and-flats"),
    ("13", "gram-grey-colour"),
    ("14", "animegan"),
    ("15", "whole-pipeline"),
]

let package = Package(
    name: "Nurie",
    products: [
        .executable(name: "nurie", targets: ["nurie"]),
        .executable(name: "pipeline", targets: ["pipeline"]),
        .executable(name: "bench", targets: ["bench"]),
        .executable(name: "fuzz", targets: ["fuzz"]),
    ]
        + lessons.map { .executable(name: "lesson-\($0.0)", targets: ["Lesson\($0.0)"]) },
    traits: [
        .trait(name: "MPI", description: "Training on several processes; Sources/Training/Scaling.md tells how.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS"),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        .systemLibrary(name: "CMPILibrary", pkgConfig: "mpi-c", providers: [.apt(["libopenmpi-dev"])]),
        .target(
            name: "CMPI", dependencies: [.target(name: "CMPILibrary", condition: .when(traits: ["MPI"]))],
            cSettings: [.define("NURIE_MPI", .when(traits: ["MPI"]))]),
        .target(
            name: "CGnuplot",
            linkerSettings: ["boost_iostreams", "boost_filesystem", "boost_system", "fontconfig"]
                .map { .linkedLibrary($0) }),

        room("Basics"),
        room("Files", ["Basics", "CZlib"]),
        room("TensorCore", ["COpenBLAS", "CKernels", "Basics"], exclude: ["Speed.md"]),
        room("Networks", ["TensorCore", "Files", "CZlib"]),
        room("Models", ["Networks"]),
        room("Pictures", ["CPNG", "CTurboJPEG", "Files", "Basics"]),
        room("Drawings", ["Pictures", "CCairo"]),
        room("Datasets", ["Drawings", "TensorCore", "CZlib"]),
        room("Figures", ["Pictures", "CGnuplot"]),
        room(
            "Training",
            ["Networks", "Datasets", arguments, .target(name: "CMPI", condition: .when(traits: ["MPI"]))],
            exclude: ["Scaling.md"]),
        room("Detection", ["Training"]),
        room("Colorization", ["Models", "Training", "Figures"]),
        room("FaceGeneration", ["Models", "Training"]),
        room("Stylization", ["Models", "Training"]),
        room("LessonKit", ["Training", "Figures"]),
        // In its folder Knobs/OfTheLessons are links to files of the lessons: a library cannot import those programs.
        room(
            "Studio", subjects + [.product(name: "FlyingFox", package: "FlyingFox")], resources: [.copy("Resources")]),

        .executableTarget(name: "nurie", dependencies: subjects + ["Detection", "Studio"]),
        .executableTarget(name: "pipeline", dependencies: subjects + ["LessonKit"]),
        .executableTarget(
            name: "bench", dependencies: ["Stylization", "Figures"], exclude: ["peer.py", "hosts"]),
        .executableTarget(name: "fuzz", dependencies: ["Detection"]),

        .target(name: "TestSupport", dependencies: ["Pictures", "Training"], path: "Tests/TestSupport"),
        tests(of: "Files", ["Files", "TestSupport"]),
        tests(of: "TensorCore", ["TensorCore"], resources: [.copy("Reference")]),
        tests(of: "Networks", ["Networks"], resources: [.copy("Reference")]),
        tests(of: "Models", ["Models", "TestSupport"], resources: [.copy("Reference")]),
        tests(of: "Pictures", ["Pictures", "Drawings"], resources: [.copy("Reference")]),
        tests(of: "Drawings", ["Drawings", "Datasets", "TestSupport"]),
        tests(of: "Datasets", ["Datasets", "Training", "TestSupport"]),
        tests(of: "Figures", ["Figures", "TestSupport"]),
        tests(of: "Training", ["Training", "TestSupport"]),
        tests(of: "Detection", ["Detection", "TestSupport"], resources: [.copy("Reference")]),
        tests(of: "Colorization", ["Colorization", "TestSupport"]),
        tests(of: "FaceGeneration", ["FaceGeneration", "TestSupport"]),
        tests(of: "Stylization", ["Stylization", "TestSupport"]),
        tests(of: "Studio", ["Studio", "TestSupport", "Lesson01"]),
        tests(of: "LessonKit", ["LessonKit", "TestSupport"]),
        tests(of: "Tool", ["TestSupport", "nurie", "pipeline", "fuzz"], resources: [.copy("Photographs")]),
        tests(of: "Lesson", ["LessonKit", "TestSupport"] + lessons.map { .target(name: "Lesson\($0.0)") }),
    ]
        + lessons.map { number, name in
            .executableTarget(
                name: "Lesson\(number)",
                // The first one stands alone: nothing but Foundation.
                dependencies: number == "00" ? [] : subjects + ["Detection", "LessonKit"],
                path: "Lessons/\(number)-\(name)",
                swiftSettings: optimised)
        },
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

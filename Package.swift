// swift-tools-version: 6.2
import PackageDescription

// The map of the house: every module, and what each may lean on. Data flows downwards through this list.
let package = Package(
  name: "duizhao",
  products: [
    .executable(name: "duizhao", targets: ["DuizhaoCLI"]),
    .library(name: "DuizhaoKit", targets: ["DuizhaoKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The few ICU calls we use, behind a header that names no ICU type (ICU's own headers clash with Foundation's copy).
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    // ICU's regular expressions, which house rules are written in.
    .target(name: "CRegex", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // libxlsxwriter, with a file in memory to write to.
    .target(name: "CXlsx", linkerSettings: [.linkedLibrary("xlsxwriter"), .linkedLibrary("z")]),
    // What glibc lets us say about memory, which Swift's Glibc leaves out.
    .target(name: "CAllocation"),
    // The curated glossary, embedded in the program.
    .target(name: "CBundled"),

    .target(name: "TextCore", dependencies: ["CICU"]),
    .target(name: "Lexicon", dependencies: ["TextCore"]),
    .target(name: "Quantities", dependencies: ["TextCore"]),
    .target(name: "Names", dependencies: ["TextCore", "Lexicon"]),
    .target(name: "Repair", dependencies: ["TextCore", "Lexicon"]),
    .target(name: "Terminology", dependencies: ["TextCore", "Lexicon"]),
    .target(name: "GlossaryAudit", dependencies: ["TextCore", "Lexicon", "Names", "Terminology"]),
    .target(name: "Entities", dependencies: ["TextCore", "Lexicon", "Terminology", "Quantities", "Names"]),
    .target(
      name: "Alignment", dependencies: ["TextCore", "Lexicon", "Quantities", "Names", "Terminology", "Entities"]),
    .target(
      name: "Lint",
      dependencies: ["TextCore", "Lexicon", "Quantities", "Names", "Repair", "Terminology", "Entities", "Alignment"]),
    .target(
      name: "Configuration",
      dependencies: ["TextCore", "Lint", "CRegex", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Formats",
      dependencies: [
        "TextCore", "Lexicon", "Names", "Terminology", "Entities", "Alignment", "Lint", "CLibXML2", "CXlsx", "CZip",
      ]),
    .target(
      name: "GlossaryStore",
      dependencies: [
        "TextCore", "Lexicon", "Terminology", "Names", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // An index of documents on disk, for linking; no other module knows its database.
    .target(
      name: "LinkStore", dependencies: ["TextCore", "Alignment", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "DuizhaoKit",
      dependencies: [
        "TextCore", "Lexicon", "Names", "Repair", "Terminology", "GlossaryAudit", "Entities", "Alignment", "Lint",
        "Configuration", "Formats", "GlossaryStore", "LinkStore", "CBundled",
      ]),
    .executableTarget(
      name: "DuizhaoCLI",
      dependencies: [
        "DuizhaoKit", "TextCore", "Repair", "Terminology", "GlossaryAudit", "Alignment", "Lint", "Configuration",
        "Formats", "GlossaryStore", "LinkStore", "CAllocation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Times the recogniser for tools/benchmark-recognizer.
    .executableTarget(name: "RecognizerBenchmark", dependencies: ["TextCore", "Lexicon", "Terminology"]),
    // Trains and measures the aligner on hand-made beads, for tools/measure-aligner.
    .executableTarget(
      name: "AlignmentLab", dependencies: ["TextCore", "Lexicon", "Names", "Terminology", "Entities", "Alignment"]),

    .target(name: "TestSupport", dependencies: ["TextCore", "Lexicon"], path: "Tests/TestSupport"),
    .testTarget(name: "TextCoreTests", dependencies: ["TextCore", "TestSupport"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "TestSupport"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"]),
    .testTarget(name: "NamesTests", dependencies: ["Names", "TestSupport"]),
    .testTarget(name: "RepairTests", dependencies: ["Repair", "TestSupport"]),
    .testTarget(name: "TerminologyTests", dependencies: ["Terminology", "TestSupport"]),
    .testTarget(name: "GlossaryAuditTests", dependencies: ["GlossaryAudit", "TestSupport"]),
    .testTarget(name: "EntitiesTests", dependencies: ["Entities", "TestSupport"]),
    .testTarget(name: "AlignmentTests", dependencies: ["Alignment", "TestSupport"]),
    .testTarget(name: "LintTests", dependencies: ["Lint", "TestSupport"]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "TestSupport"]),
    .testTarget(name: "FormatsTests", dependencies: ["Formats", "TestSupport"]),
    // Started and killed by the tests of the store.
    .executableTarget(name: "StoreWriter", dependencies: ["GlossaryStore", "Terminology"], path: "Tests/StoreWriter"),
    .testTarget(name: "GlossaryStoreTests", dependencies: ["GlossaryStore", "StoreWriter", "TestSupport"]),
    .testTarget(
      name: "LinkStoreTests",
      dependencies: ["LinkStore", "Alignment", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "FuzzTests", dependencies: ["TextCore", "Repair", "Quantities", "Terminology", "Entities", "TestSupport"]),
    .testTarget(
      name: "DataTests",
      dependencies: ["DuizhaoKit", "Configuration", "GlossaryAudit", "Formats", "Lint", "Terminology", "TestSupport"]),
    .testTarget(
      name: "DuizhaoKitTests",
      dependencies: ["DuizhaoKit", "Configuration", "Formats", "Lint", "Repair", "TextCore", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["DuizhaoCLI", "DuizhaoKit", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

import Names

/// Spellings of names, and matches of names, in the formats of `duizhao names`.
public struct NamesReport: Sendable {
  /// An English name that a glossary has.
  public struct Known: Hashable, Sendable {
    public var text: String
    public var conceptID: String
    /// Who it is.
    public var note: String?

    public init(text: String, conceptID: String, note: String? = nil) {
      self.text = text
      self.conceptID = conceptID
      self.note = note
    }
  }

  /// A Chinese name with its English ones.
  public struct Name: Sendable {
    public var chinese: String
    public var known: [Known]
    public var spellings: [(system: NameSpellings.System, text: String)]

    public init(chinese: String, known: [Known], spellings: [(system: NameSpellings.System, text: String)]) {
      self.chinese = chinese
      self.known = known
      self.spellings = spellings
    }
  }

  /// A Chinese and an English name compared.
  public struct Match: Hashable, Sendable {
    public var chinese: String
    public var english: String
    /// How the English name spells the Chinese one; nil where it does not.
    public var match: NameMatch?
    /// How alike they sound as a foreign name and its transliteration, 0 to 1.
    public var sound: Double

    public init(chinese: String, english: String, match: NameMatch?, sound: Double) {
      self.chinese = chinese
      self.english = english
      self.match = match
      self.sound = sound
    }

    /// Tab-separated: the names, the kind of match or `-`, its confidence, the likeness of sound.
    public var line: String {
      let numbers = [match?.confidence ?? 0, sound].map { "\(($0 * 1000).rounded() / 1000)" }
      return ([chinese, english].map(BitextFormat.cell) + [match?.kind.rawValue ?? "-"] + numbers).joined(
        separator: "\t") + "\n"
    }
  }

  /// The names of the formats.
  public static let formats = ["text", "jsonl"]

  public var names: [Name]

  public init(names: [Name]) { self.names = names }

  /// One object a name.
  public var jsonLines: String {
    names.map { name in
      let known = name.known.map { JSONValue.object(["text": .string($0.text), "conceptID": .string($0.conceptID)]) }
      let spellings = name.spellings.map {
        JSONValue.object(["system": .string($0.system.rawValue), "text": .string($0.text)])
      }
      return JSONValue.object([
        "name": .string(name.chinese), "known": .array(known), "spellings": .array(spellings),
      ]).compact + "\n"
    }.joined()
  }

  /// A list for people.
  public func terminalText(style: TerminalStyle) -> String {
    names.map { name in
      var lines = [style.bold(name.chinese)]
      for known in name.known {
        lines.append("  \(Self.column("glossary"))\(style.green(known.text))  \(style.dim(known.conceptID))")
      }
      for spelling in name.spellings {
        lines.append("  \(style.dim(Self.column(Self.label(of: spelling.system))))\(spelling.text)")
      }
      if lines.count == 1 { lines.append("  " + style.yellow("no Chinese name that can be read")) }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func column(_ label: String) -> String {
    label + String(repeating: " ", count: max(1, 18 - label.count))
  }

  private static func label(of system: NameSpellings.System) -> String {
    switch system {
    case .pinyin: "pinyin"
    case .english: "in English"
    case .givenNameFirst: "given name first"
    case .initials: "initials"
    case .wadeGiles: "Wade-Giles"
    case .jyutping: "Jyutping"
    case .hongKong: "Hong Kong"
    }
  }
}

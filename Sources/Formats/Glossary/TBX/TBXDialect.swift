import Terminology

/// How TBX is written: the edition, the style, and the data categories that may be used.
struct TBXDialect: Hashable, Sendable {
  enum Style: Hashable, Sendable {
    /// Edition 2019, data categories as attributes: `<termNote type="partOfSpeech">`.
    case dca
    /// Edition 2019, data categories as tags: `<min:partOfSpeech>`.
    case dct
    /// Edition 2008, the `martif` format.
    case martif
  }

  /// The sets of data categories; each dialect has those up to its own.
  enum Module: Int, Hashable, Sendable, Comparable {
    case core, min, basic, linguist

    static func < (left: Module, right: Module) -> Bool { left.rawValue < right.rawValue }
  }

  let style: Style
  let module: Module

  static let namespace = "urn:iso:std:iso:30042:ed-2"
  /// What marks our own files, in which no text is wrapped.
  static let origin = "Exported by duizhao."

  var name: String {
    switch module {
    case .core: "TBX-Core"
    case .min: "TBX-Min"
    case .basic: "TBX-Basic"
    case .linguist: "TBX-Linguist"
    }
  }

  var rootStart: String {
    if style == .martif { return #"<martif type="\#(name)" xml:lang="zh-Hans">"# }
    var tag = #"<tbx type="\#(name)" style="\#(style == .dct ? "dct" : "dca")" xml:lang="zh-Hans""#
    tag += #" xmlns="\#(Self.namespace)""#
    if style == .dct {
      for part in [Module.min, .basic, .linguist] where part <= module {
        tag += #" xmlns:\#(part)="http://www.tbxinfo.net/ns/\#(part)""#
      }
    }
    return tag + ">"
  }

  var root: String { style == .martif ? "martif" : "tbx" }
  var header: String { style == .martif ? "martifHeader" : "tbxHeader" }
  var concept: String { style == .martif ? "termEntry" : "conceptEntry" }
  var language: String { style == .martif ? "langSet" : "langSec" }
  var term: String { style == .martif ? "tig" : "termSec" }

  // MARK: Data categories

  /// Whether the dialect has a data category.
  func has(_ category: String) -> Bool { Self.modules[category].map { $0 <= module } ?? false }

  /// Whether the dialect has a data category that may have this value.
  func allows(_ value: String, for category: String) -> Bool {
    has(category) && (Self.values[category].map { $0.contains(value) } ?? !value.isEmpty)
  }

  /// The opening and the closing tag of a data category; `element` is its place where categories are attributes.
  func tags(element: String, category: String, target: String? = nil) -> (open: String, close: String) {
    let target = target.map { " target=\"\($0)\"" } ?? ""
    guard style == .dct, let module = Self.modules[category] else {
      return ("<\(element) type=\"\(category)\"\(target)>", "</\(element)>")
    }
    return ("<\(module):\(category)\(target)>", "</\(module):\(category)>")
  }

  private static let modules: [String: Module] = [
    "administrativeStatus": .min, "customerSubset": .min, "externalCrossReference": .min, "partOfSpeech": .min,
    "subjectField": .min, "context": .basic, "crossReference": .basic, "definition": .basic,
    "geographicalUsage": .basic, "grammaticalGender": .basic, "projectSubset": .basic, "responsibility": .basic,
    "source": .basic, "termLocation": .basic, "termType": .basic, "transactionType": .basic, "xGraphic": .basic,
    "grammaticalNumber": .linguist, "reading": .linguist, "register": .linguist, "transferComment": .linguist,
  ]

  /// The pick-lists of the categories that have one.
  private static let values: [String: Set<String>] = [
    "grammaticalNumber": ["singular", "plural", "dual", "mass", "otherNumber"],
    "partOfSpeech": ["adjective", "noun", "other", "verb", "adverb"],
    "register": [
      "colloquialRegister", "neutralRegister", "technicalRegister", "in-houseRegister", "bench-levelRegister",
      "slangRegister", "vulgarRegister",
    ],
    "termLocation": [
      "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage", "interactiveMessage",
      "menuItem", "progressBar", "pushButton", "radioButton", "slider", "spinBox", "tab", "tableText", "textBox",
      "toolTip", "user-definedType",
    ],
    "transactionType": ["origination", "modification"],
  ]
}

extension AdministrativeStatus {
  /// The value of TBX's pick-list.
  ///
  /// It has none for forbidden terms; deprecated is the nearest.
  var tbxValue: String {
    "\(self == .forbidden ? Self.deprecated.rawValue : rawValue)Term-admn-sts"
  }

  /// Creates the status from what files write: `preferredTerm-admn-sts`, `deprecatedTerm`, `Obsolete`.
  init?(tbxValue value: String) {
    // What nearly every file writes, without the work below.
    switch value {
    case "preferredTerm-admn-sts": self = .preferred
    case "admittedTerm-admn-sts": self = .admitted
    case "deprecatedTerm-admn-sts": self = .deprecated
    case "supersededTerm-admn-sts": self = .superseded
    default: self.init(writtenFreely: value)
    }
  }

  private init?(writtenFreely value: String) {
    let name = value.lowercased().replacing("-admn-sts", with: "").replacing("term", with: "").trimmed
    switch name {
    case "standardized", "legal", "regulated", "recommended": self = .preferred
    case "allowed", "accepted", "approved": self = .admitted
    case "obsolete": self = .superseded
    case "prohibited", "notrecommended", "not recommended", "do not use": self = .forbidden
    default: self.init(rawValue: name)
    }
  }
}

/// Who did what when to an entry, as one line of text: `2005-04-22T14:06:32; UMuegge`.
///
/// Such lines are kept in further fields named after what was done: `transaction.modification`.
struct TransactionLine: Hashable {
  static let mark = "transaction."

  var date: String?
  var responsible: String?

  var text: String { [date, responsible].compactMap { $0?.nonEmpty }.joined(separator: "; ") }

  init(date: String?, responsible: String?) {
    self.date = date
    self.responsible = responsible
  }

  /// Creates the line from its text.
  init(text: String) {
    let parts = text.split(separator: "; ", maxSplits: 1).map(String.init)
    if let first = parts.first, Self.isDate(first) {
      date = first
      responsible = parts.count > 1 ? parts[1] : nil
    } else {
      responsible = text
    }
  }

  /// Whether the text is `2005-04-22`, or that and `T14:06:32`.
  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count == 19 else { return false }
    for (byte, form) in zip(bytes, "dddd-dd-ddTdd:dd:dd".utf8) {
      if form == UInt8(ascii: "d") ? !(0x30...0x39).contains(byte) : byte != form { return false }
    }
    func number(_ start: Int, _ count: Int) -> Int {
      bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year > 0, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return false }
    return bytes.count == 10 || (number(11, 2) < 24 && number(14, 2) < 60 && number(17, 2) < 60)
  }
}

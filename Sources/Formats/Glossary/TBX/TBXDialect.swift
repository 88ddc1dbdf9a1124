import Terminology

/// How TBX-Basic is written: as ISO 30042:2019 in one of its two styles, or as the edition before it.
enum TBXDialect {
  /// Edition 2019, data categories as attributes: `<termNote type="partOfSpeech">`.
  case dca
  /// Edition 2019, data categories as tags: `<min:partOfSpeech>`.
  case dct
  /// Edition 2008, the `martif` format.
  case martif

  static let namespace = "urn:iso:std:iso:30042:ed-2"

  var rootStart: String {
    switch self {
    case .dca: #"<tbx type="TBX-Basic" style="dca" xml:lang="zh-Hans" xmlns="\#(Self.namespace)">"#
    case .dct:
      #"<tbx type="TBX-Basic" style="dct" xml:lang="zh-Hans" xmlns="\#(Self.namespace)""#
        + #" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">"#
    case .martif: #"<martif type="TBX-Basic" xml:lang="zh-Hans">"#
    }
  }

  var root: String { self == .martif ? "martif" : "tbx" }
  var header: String { self == .martif ? "martifHeader" : "tbxHeader" }
  var concept: String { self == .martif ? "termEntry" : "conceptEntry" }
  var language: String { self == .martif ? "langSet" : "langSec" }
  var term: String { self == .martif ? "tig" : "termSec" }

  /// The opening and the closing tag of a data category; `element` is its place in the older style.
  func tags(element: String, category: String) -> (open: String, close: String) {
    guard self == .dct else { return ("<\(element) type=\"\(category)\">", "</\(element)>") }
    let isMin = ["subjectField", "partOfSpeech", "administrativeStatus", "customerSubset"].contains(category)
    let name = "\(isMin ? "min" : "basic"):\(category)"
    return ("<\(name)>", "</\(name)>")
  }
}

extension AdministrativeStatus {
  /// The value of TBX-Basic's pick-list.
  ///
  /// It has none for forbidden terms; deprecated is the nearest.
  var tbxValue: String {
    "\(self == .forbidden ? Self.deprecated.rawValue : rawValue)Term-admn-sts"
  }

  /// Creates the status from what TBX files write: `preferredTerm-admn-sts`, `deprecatedTerm`, `Obsolete`.
  init?(tbxValue value: String) {
    // What nearly every file writes, without the work below.
    if let known = Self.tbxValues[value] {
      self = known
      return
    }
    let name = value.lowercased().replacing("-admn-sts", with: "").replacing("term", with: "").trimmed
    switch name {
    case "standardized", "legal", "regulated", "recommended": self = .preferred
    case "allowed", "accepted", "approved": self = .admitted
    case "obsolete": self = .superseded
    case "prohibited", "notrecommended", "not recommended": self = .forbidden
    default: self.init(rawValue: name)
    }
  }

  private static let tbxValues = Dictionary(
    allCases.map { ($0.tbxValue, $0) }, uniquingKeysWith: { first, _ in first })
}

/// Fields that TBX-Basic has no category for: they go into `note` elements that begin with `duizhao:`, which other
/// programs show as remarks and our reader takes back.
enum TBXNote: Hashable {
  case plain(String)
  case field(name: String, value: String)
  case extra(name: String, value: String)

  private static let mark = "duizhao:"

  /// What stands in the element.
  var text: String {
    switch self {
    case .plain(let text): text.hasPrefix(Self.mark) ? "\(Self.mark)note=\(text)" : text
    case .field(let name, let value): "\(Self.mark)\(name)=\(value)"
    case .extra(let name, let value): "\(Self.mark)extra:\(Self.escaped(name))=\(value)"
    }
  }

  init(text: String) {
    guard text.hasPrefix(Self.mark), let equals = text.firstIndex(of: "=") else {
      self = .plain(text)
      return
    }
    let name = text[text.index(text.startIndex, offsetBy: Self.mark.count)..<equals]
    let value = String(text[text.index(after: equals)...])
    if name == "note" {
      self = .plain(value)
    } else if name.hasPrefix("extra:") {
      self = .extra(name: Self.unescaped(String(name.dropFirst(6))), value: value)
    } else {
      self = .field(name: String(name), value: value)
    }
  }

  private static func escaped(_ name: String) -> String {
    name.replacing("%", with: "%25").replacing("=", with: "%3D")
  }

  private static func unescaped(_ name: String) -> String {
    name.replacing("%3D", with: "=").replacing("%25", with: "%")
  }
}

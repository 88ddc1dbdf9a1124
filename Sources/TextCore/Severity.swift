/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable, Codable {
  case info, warning, error

  private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

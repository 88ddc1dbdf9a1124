import CRegex
import TextCore

/// A pattern that users write: ICU's regular expressions, searched in UTF-8.
///
/// `^` and `$` stand for the ends of lines. A search is bounded in time and memory, so that no pattern can hang the
/// program.
public struct RegularExpression: Sendable {
  /// Why a pattern cannot be used, or a search was given up.
  public enum Failure: Error, Hashable, Sendable {
    /// The pattern is none: where, as an index of a character, and ICU's name of the error.
    case invalid(position: Int?, reason: String)
    /// The search went back and forth too long.
    case tooSlow
    /// The search needed more memory than it may take.
    case tooLarge
  }

  /// A stretch that matches, with its groups.
  public struct Match: Hashable, Sendable {
    public let span: TextSpan
    /// The groups in parentheses; nil for one that took no part.
    public let groups: [TextSpan?]
  }

  /// What the user wrote.
  public let pattern: String
  private let compiled: Compiled

  /// Compiles a pattern.
  public init(_ pattern: String, ignoresCase: Bool = false) throws(Failure) {
    self.pattern = pattern
    var position: Int32 = -1
    var reason = [CChar](repeating: 0, count: 64)
    let handle = dz_regex_compile(pattern, Int32(pattern.utf8.count), ignoresCase ? 1 : 0, &position, &reason)
    guard let handle else {
      let name = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .invalid(position: position < 0 ? nil : Int(position), reason: name)
    }
    compiled = Compiled(handle)
  }

  /// Every match in a text, from left to right; empty ones are left out.
  public func matches(in utf8: [UInt8]) throws(Failure) -> [Match] {
    let count = Int(dz_regex_group_count(compiled.handle)) + 1
    var result: [Match] = []
    let end = utf8.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        search(text, groups: count) { result.append($0) }
      }
    }
    if end == DZ_REGEX_TOO_LONG.code { throw .tooSlow }
    if end == DZ_REGEX_TOO_LARGE.code { throw .tooLarge }
    return result
  }

  /// Calls `body` for each match and gives the code that ended the search.
  private func search(_ text: UnsafeBufferPointer<CChar>, groups: Int, _ body: (Match) -> Void) -> Int32 {
    guard let start = text.baseAddress, !text.isEmpty else { return DZ_REGEX_NONE.code }
    // A second, and another one for each megabyte.
    let limit = Int32(min(60_000, 1000 + text.count / 1000))
    guard let search = dz_regex_begin(compiled.handle, start, Int64(text.count), limit) else {
      return DZ_REGEX_TOO_LARGE.code
    }
    defer { dz_regex_end(search) }
    var spans = [Int64](repeating: -1, count: 2 * groups)
    while true {
      let code = dz_regex_next(search, &spans)
      guard code == DZ_REGEX_MATCH.code else { return code }
      let found = (0..<groups).map { Self.span(spans[2 * $0], spans[2 * $0 + 1]) }
      if let whole = found[0], !whole.isEmpty { body(Match(span: whole, groups: Array(found.dropFirst()))) }
    }
  }

  private static func span(_ start: Int64, _ end: Int64) -> TextSpan? {
    start >= 0 && end >= start ? TextSpan(Int(start), Int(end)) : nil
  }

  /// The compiled pattern.
  ///
  /// It is never changed: each search works on a copy of its own.
  private final class Compiled: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer
    init(_ handle: UnsafeMutableRawPointer) { self.handle = handle }
    deinit { dz_regex_free(handle) }
  }
}

extension BinaryInteger {
  fileprivate var code: Int32 { Int32(self) }
}

import Entities
import TextCore

extension EntitiesReport {
  /// Writes one object a mention, some thousand lines at a time.
  ///
  /// `exactness` is given where a quantity is not exact, `valid` where the calendar has no such date.
  public func writeJSONLines(_ write: (_ lines: [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.block + 4096)
    var opening: [UInt8] = []
    JSONText.append(raw: "{\"path\":", to: &opening)
    JSONText.append(path, to: &opening)
    for mention in mentions {
      bytes.append(contentsOf: opening)
      append(mention, to: &bytes)
      if bytes.count > Self.block {
        write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if !bytes.isEmpty { write(bytes) }
  }

  private static let block = 1 << 16

  private func append(_ mention: EntityMention, to bytes: inout [UInt8]) {
    // Where it stands in the file, damage included.
    let span = text.fileSpan(of: mention.span)
    JSONText.append(raw: ",\"start\":", to: &bytes)
    JSONText.append(span.start, to: &bytes)
    JSONText.append(raw: ",\"end\":", to: &bytes)
    JSONText.append(span.end, to: &bytes)
    append(",\"type\":", mention.kind.rawValue, to: &bytes)
    append(",\"text\":", mention.text, to: &bytes)
    append(",\"conceptID\":", mention.conceptID, to: &bytes)
    append(",\"value\":", mention.value, to: &bytes)
    if let exactness = mention.exactness, exactness != .exact {
      append(",\"exactness\":", exactness.rawValue, to: &bytes)
    }
    if mention.evidence.contains(.noSuchDate) { JSONText.append(raw: ",\"valid\":false", to: &bytes) }
    append(",\"counterpart\":", counterpart(of: mention), to: &bytes)
    JSONText.append(raw: ",\"confidence\":", to: &bytes)
    append(hundredths: Int((mention.confidence * 100).rounded()), to: &bytes)
    JSONText.append(raw: ",\"evidence\":[", to: &bytes)
    for (index, evidence) in mention.evidence.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      JSONText.append(evidence.description, to: &bytes)
    }
    JSONText.append(raw: "]}\n", to: &bytes)
  }

  private func append(_ key: StaticString, _ value: String?, to bytes: inout [UInt8]) {
    guard let value else { return }
    JSONText.append(raw: key, to: &bytes)
    JSONText.append(value, to: &bytes)
  }

  /// A number of hundredths as a decimal: 95 is 0.95, 90 is 0.9, 100 is 1.
  private func append(hundredths: Int, to bytes: inout [UInt8]) {
    JSONText.append(hundredths / 100, to: &bytes)
    let rest = hundredths % 100
    if rest == 0 { return }
    bytes.append(0x2E)
    bytes.append(0x30 + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(0x30 + UInt8(rest % 10)) }
  }
}

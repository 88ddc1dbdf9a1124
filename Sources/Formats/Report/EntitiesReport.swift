import Entities
import TextCore

/// What was recognised in one text, in the formats of `duizhao entities`.
public struct EntitiesReport: Hashable, Sendable {
  /// A mention with its place in the file.
  public struct Item: Hashable, Sendable {
    public var mention: EntityMention
    /// The bytes of the file on disk, damage included.
    public var fileSpan: TextSpan
    /// The preferred term of the concept in the other language.
    public var counterpart: String?

    public init(mention: EntityMention, fileSpan: TextSpan, counterpart: String? = nil) {
      self.mention = mention
      self.fileSpan = fileSpan
      self.counterpart = counterpart
    }
  }

  /// The names of the formats.
  public static let formats = ["text", "jsonl", "html"]

  public var path: String
  public var language: Language
  /// The repaired text that the mentions point into.
  public var text: MappedText
  public var mentions: [Item]

  public init(path: String, language: Language, text: MappedText, mentions: [Item]) {
    self.path = path
    self.language = language
    self.text = text
    self.mentions = mentions
  }

  /// One object a mention.
  public var jsonLines: String {
    mentions.map { item in
      JSONValue.object([
        "path": .string(path),
        "start": .integer(item.fileSpan.start),
        "end": .integer(item.fileSpan.end),
        "type": .string(item.mention.kind.rawValue),
        "text": .string(item.mention.text),
        "conceptID": item.mention.conceptID.map { .string($0) },
        "value": item.mention.value.map { .string($0) },
        "counterpart": item.counterpart.map { .string($0) },
        "confidence": .number((item.mention.confidence * 100).rounded() / 100),
      ]).compact + "\n"
    }.joined()
  }

  /// A list for people: by kind, each thing once, with how often it occurs and what it is called in the other language.
  public func terminalText(usesColor: Bool) -> String {
    let style = TerminalStyle(usesColor: usesColor)
    var result = style.bold(path) + "\n"
    for (number, kind) in EntityKind.allCases.enumerated() {
      let groups = grouped(kind)
      if groups.isEmpty { continue }
      result += "\n" + style.color(number, kind.rawValue) + "\n"
      let width = min(36, groups.map { TerminalStyle.width(of: $0.name) }.max() ?? 0)
      for group in groups {
        let padding = String(repeating: " ", count: max(0, width - TerminalStyle.width(of: group.name)))
        let times = group.count > 1 ? "×\(group.count)" : ""
        let detail = [group.detail ?? "", times].filter { !$0.isEmpty }.joined(separator: "  ")
        result += "  \(group.name)" + (detail.isEmpty ? "" : padding + "  " + style.dim(detail)) + "\n"
      }
    }
    return result
  }

  private func grouped(_ kind: EntityKind) -> [(name: String, detail: String?, count: Int)] {
    var order: [String] = []
    var groups: [String: (detail: String?, count: Int)] = [:]
    for item in mentions where item.mention.kind == kind {
      let name = item.mention.text.replacing("\n", with: " ")
      if groups[name] == nil { order.append(name) }
      groups[name] = (item.counterpart ?? item.mention.value, (groups[name]?.count ?? 0) + 1)
    }
    return order.map { ($0, groups[$0]!.detail, groups[$0]!.count) }
  }

  /// A page with the text in colours, a colour for each kind, and the details of a mention on hovering.
  public var html: String {
    var body = ""
    var position = 0
    for item in mentions where item.mention.span.start >= position {
      body += escaped(TextSpan(position, item.mention.span.start))
      let kind = item.mention.kind
      let title = [kind.rawValue, item.counterpart, item.mention.value].compactMap { $0 }.joined(separator: " · ")
      body +=
        "<mark class=\"k\(number(of: kind))\" title=\"\(XMLText.escaped(title))\">\(escaped(item.mention.span))</mark>"
      position = item.mention.span.end
    }
    body += escaped(TextSpan(position, text.utf8.count))
    let legend = EntityKind.allCases.compactMap { kind -> String? in
      let count = mentions.count { $0.mention.kind == kind }
      return count == 0 ? nil : "<mark class=\"k\(number(of: kind))\">\(kind.rawValue) \(count)</mark>"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(XMLText.escaped(path))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(XMLText.escaped(path))</h1>
      <p class="legend">\(legend.joined(separator: " "))</p>
      <article>\(body)</article>
      </body>
      </html>

      """
  }

  private func escaped(_ span: TextSpan) -> String { XMLText.escaped(text.string(in: span)) }
  private func number(of kind: EntityKind) -> Int { EntityKind.allCases.firstIndex(of: kind) ?? 0 }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0 auto;max-width:46rem;padding:1rem;font:17px/1.8 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;\
    background:light-dark(#fff,#161616);color:light-dark(#1a1a1a,#e8e8e8)}
    h1{font-size:1rem;font-weight:600;overflow-wrap:anywhere}article{white-space:pre-wrap;overflow-wrap:anywhere}
    mark{color:inherit;border-radius:.2rem;padding:0 .15rem}.legend mark{font-size:.8rem;margin-right:.3rem}
    .k0{background:light-dark(#ffd9d9,#662b2b)}.k1{background:light-dark(#d7f0d0,#27491f)}.k2{background:light-dark(#d3e6ff,#1c4162)}
    .k3{background:light-dark(#ffe6bf,#5c4212)}.k4{background:light-dark(#ece2ff,#42336b)}.k5{background:light-dark(#f7d8f2,#592a55)}
    .k6{background:light-dark(#d6f3f0,#1e524d)}.k7{background:light-dark(#efe9b6,#4e4914)}.k8{background:light-dark(#e3e3e3,#3d3d3d)}
    .k9{background:light-dark(#f0f0d8,#45452a)}.k10{background:light-dark(#dfe7e7,#2d3f3f)}
    """
}

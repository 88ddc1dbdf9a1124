import Alignment

/// Links between documents, in the formats of `duizhao link`.
public struct LinkReport {
  public static let formats = ["text", "tsv", "jsonl", "html"]

  /// Links that answer the question for Chinese documents.
  let chinese: [DocumentLink]
  /// Links that answer it for English ones.
  let english: [DocumentLink]
  /// The names of all documents there were, so that a page can tell which stayed alone.
  let names: (chinese: [String], english: [String])

  public init(
    chinese: [DocumentLink], english: [DocumentLink], names: (chinese: [String], english: [String]) = ([], [])
  ) {
    self.chinese = chinese
    self.english = english
    self.names = names
  }

  private var links: [DocumentLink] { chinese + english }

  /// The report in one of ``formats``, text for any other name; the style is for text alone.
  public func text(_ format: String, style: TerminalStyle) -> String {
    switch format {
    case "tsv": tsv
    case "jsonl": jsonLines
    case "html": LinkPage(self).text
    default: terminalText(style)
    }
  }

  private var tsv: String {
    "zhID\tenID\trank\tscore\tshared\n"
      + links.map { link in
        let shared = link.evidence.map { "\($0.chinese)=\($0.english)" }.joined(separator: "; ")
        return [link.chineseID, link.englishID, String(link.rank), BitextFormat.score(link.score), shared]
          .map(BitextFormat.cell).joined(separator: "\t") + "\n"
      }.joined()
  }

  private var jsonLines: String {
    links.map { link in
      JSONValue.object([
        "zhID": .string(link.chineseID),
        "enID": .string(link.englishID),
        "rank": .integer(link.rank),
        "score": .number(BitextFormat.rounded(link.score)),
        "evidence": .array(link.evidence.map(BitextFormat.json)),
      ]).compact + "\n"
    }.joined()
  }

  private func terminalText(_ style: TerminalStyle) -> String {
    if links.isEmpty { return "no document shares anything with another\n" }
    return [text(of: chinese, style, isByEnglish: false), text(of: english, style, isByEnglish: true)]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func text(of links: [DocumentLink], _ style: TerminalStyle, isByEnglish: Bool) -> String {
    Self.groups(links, isByEnglish: isByEnglish).map { group in
      style.bold(group.asked) + "\n"
        + group.links.map { link in
          let answer = isByEnglish ? link.chineseID : link.englishID
          let line = "  \(link.rank). \(answer)  \(style.dim("score \(BitextFormat.score(link.score).prefix(5))"))\n"
          let shared = link.evidence.prefix(8).map { "\($0.chinese) = \($0.english)" }.joined(separator: ", ")
          return shared.isEmpty ? line : line + style.dim("     both: \(shared)") + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The links of each document that was asked about, in order.
  static func groups(_ links: [DocumentLink], isByEnglish: Bool) -> [(asked: String, links: [DocumentLink])] {
    var groups: [(asked: String, links: [DocumentLink])] = []
    for link in links {
      let asked = isByEnglish ? link.englishID : link.chineseID
      if groups.last?.asked == asked {
        groups[groups.count - 1].links.append(link)
      } else {
        groups.append((asked, [link]))
      }
    }
    return groups
  }
}

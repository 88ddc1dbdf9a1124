import TextCore

/// Reads one text of a language after another, and remembers what they name: sentences name the same things over and over.
public struct EntityReading {
  private let recognizer: EntityRecognizer
  private let language: Language
  private var mentions = EntityMentions(in: MappedText(""))
  private var terms = TermMemory()
  /// For each detail the keys of the mention that asked for them last.
  private var keys: [(kind: EntityKind, keys: [EntityKey])?] = []

  public init(_ recognizer: EntityRecognizer, language: Language) {
    self.recognizer = recognizer
    self.language = language
  }

  /// Calls `body` with each mention of a text, in order, with its keys: see
  /// ``EntityRecognizer/mentions(in:language:nested:knowing:)`` and ``EntityKey/keys(of:)``.
  public mutating func read(
    _ text: MappedText, _ body: (_ kind: EntityKind, _ span: TextSpan, _ keys: [EntityKey]) -> Void
  ) {
    mentions.begin(text)
    recognizer.find(&mentions, language: language, nested: false, knowing: EstablishedNames(), &terms)
    for index in mentions.findings.indices {
      body(mentions.findings[index].kind, mentions.findings[index].span, keys(at: index))
    }
  }

  private mutating func keys(at index: Int) -> [EntityKey] {
    let (kind, detail) = (mentions.findings[index].kind, Int(mentions.findings[index].detail))
    // Only those of a person depend on how the text writes the name.
    if kind == .person { return EntityKey.keys(of: mentions[index]) }
    while keys.count <= detail { keys.append(nil) }
    if let known = keys[detail], known.kind == kind { return known.keys }
    let result = EntityKey.keys(of: mentions[index])
    keys[detail] = (kind, result)
    return result
  }
}

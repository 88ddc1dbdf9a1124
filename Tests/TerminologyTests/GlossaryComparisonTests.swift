import TestSupport
import Terminology
import Testing

/// Differences between glossaries, and merging them.
struct GlossaryComparisonTests {
  private static func entry(
    _ id: String, _ chinese: String, _ english: String..., definition: String? = nil, forbidden: [String] = []
  ) -> ConceptEntry {
    var terms = [Term(language: .simplifiedChinese, text: chinese)]
    for (index, text) in english.enumerated() {
      terms.append(Term(language: .english, text: text, status: index == 0 ? .preferred : .admitted))
    }
    terms += forbidden.map { Term(language: .english, text: $0, status: .forbidden) }
    return ConceptEntry(id: id, terms: terms, definition: definition)
  }

  // MARK: Differences

  @Test func `a glossary does not differ from itself, whatever the order of its concepts`() {
    let entries = [Self.entry("a", "淘宝村", "Taobao village"), Self.entry("b", "城市大脑", "City Brain", "city brain")]
    #expect(GlossaryDifference(from: entries, to: entries).isEmpty)
    #expect(GlossaryDifference(from: entries, to: entries.reversed()).isEmpty)
    #expect(GlossaryDifference(from: entries, to: entries).unchangedCount == 2)
  }

  @Test func `each changed field is told with what it was and is`() {
    let before = Self.entry("a", "淘宝村", "Taobao village", "Taobao Village", definition: "A village of shops.")
    let after = Self.entry("a", "淘宝村", "Taobao Village", "Taobao village", forbidden: ["Taobao hamlet"])
    let changes = before.changes(to: after)
    #expect(
      changes == [
        FieldChange(field: "en “Taobao village”", before: "preferred", after: "admitted"),
        FieldChange(field: "en “Taobao Village”", before: "admitted", after: "preferred"),
        FieldChange(field: "definition", before: "A village of shops.", after: nil),
        FieldChange(field: "en “Taobao hamlet”", before: nil, after: "forbidden"),
      ])
    #expect(changes.last?.description == "en “Taobao hamlet”: “forbidden” added")
  }

  @Test func `the order of synonyms is a field of its own`() {
    let changes = Self.entry("a", "电商", "x", "e-commerce", "online trade")
      .changes(to: Self.entry("a", "电商", "x", "online trade", "e-commerce"))
    #expect(changes.map(\.field) == ["order of admitted en"])
  }

  @Test func `every field of the model counts`() {
    var term = Term(language: .english, text: "lift")
    let plain = ConceptEntry(id: "a", terms: [term])
    term.region = "GB"
    term.type = .fullForm
    term.gender = .neuter
    term.caseRule = .exact
    term.matchRule = .word
    term.note = "n"
    term.source = "s"
    term.pinyin = "p"
    term.partOfSpeech = "noun"
    term.contexts = [UsageContext(text: "Take the lift.", translation: "坐电梯。", source: "x")]
    term.extra = [ExtraField(name: "k", value: "v")]
    let full = ConceptEntry(
      id: "a", subjectField: "f", type: "term", terms: [term], definition: "d", definitionSource: "ds",
      languageDefinitions: [LanguageDefinition(language: .english, text: "ld", source: "lds")], note: "n", source: "s",
      doNotTranslate: true, review: .proposed, customer: "c", project: "p",
      relations: [ConceptRelation(.broader, target: "b")],
      references: [Reference(.page, target: "https://example.org")],
      extra: [ExtraField(name: "k", value: "v"), ExtraField(name: "k", value: "w")])
    #expect(plain.changes(to: full).count == 27)
    #expect(full.changes(to: plain).allSatisfy { $0.after == nil })
  }

  @Test func `concepts without a common id belong together by headword and translation`() {
    let difference = GlossaryDifference(
      from: [Self.entry("1", "淘宝村", "Taobao village"), Self.entry("2", "村", "village")],
      to: [Self.entry("x", "淘宝村", "Taobao village", definition: "new"), Self.entry("y", "镇", "town")])
    #expect(difference.changed.map(\.changes) == [[FieldChange(field: "definition", before: nil, after: "new")]])
    #expect(difference.added.map(\.id) == ["y"])
    #expect(difference.removed.map(\.id) == ["2"])
  }

  // MARK: Merging

  @Test func `changes of both sides to one concept are united`() {
    let base = Self.entry("a", "电商", "e-commerce")
    let merge = GlossaryMerge(
      base: [base], ours: [Self.entry("a", "电商", "e-commerce", "online retail")],
      theirs: [Self.entry("a", "电商", "e-commerce", definition: "Trade online.", forbidden: ["electricity provider"])])
    #expect(merge.conflicts.isEmpty)
    #expect(merge.entries.count == 1)
    #expect(merge.entries[0].definition == "Trade online.")
    #expect(merge.entries[0].terms.map(\.text) == ["电商", "e-commerce", "online retail", "electricity provider"])
  }

  @Test func `what both sides changed differently is a conflict, and ours stands`() throws {
    let merge = GlossaryMerge(
      base: [Self.entry("a", "电商", "e-commerce", definition: "one")],
      ours: [Self.entry("a", "电商", "e-commerce", definition: "two")],
      theirs: [Self.entry("a", "电商", "e-commerce", definition: "three")])
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1 && conflict.conceptID == "a" && conflict.field == "definition")
    #expect([conflict.base, conflict.ours, conflict.theirs] == ["one", "two", "three"])
    #expect(merge.entries[0].definition == "two")
  }

  @Test func `a removed concept stays removed unless the other side changed it`() {
    let a = Self.entry("a", "电商", "e-commerce")
    let b = Self.entry("b", "村", "village")
    let changed = Self.entry("b", "村", "village", "hamlet")
    let quiet = GlossaryMerge(base: [a, b], ours: [a, b], theirs: [a])
    #expect(quiet.entries == [a] && quiet.removedCount == 1 && quiet.conflicts.isEmpty)
    let loud = GlossaryMerge(base: [a, b], ours: [a, changed], theirs: [a])
    #expect(loud.entries == [a, changed] && loud.conflicts.map(\.field) == ["concept"])
    let gone = GlossaryMerge(base: [a, b], ours: [a], theirs: [a, changed])
    #expect(gone.entries == [a] && gone.conflicts.count == 1)
  }

  @Test func `merging is the same from both sides where nothing conflicts`() {
    let base = (0..<40).map { Self.entry("\($0)", "词\($0)", "word \($0)") }
    var ours = base
    var theirs = base
    for index in base.indices {
      // Each concept is changed on one side at most.
      let isOurs = index % 3 == 0
      var entry = base[index]
      switch index % 4 {
      case 0: entry.note = "noted"
      case 1: entry.terms.append(Term(language: .english, text: "more", status: .admitted))
      case 2: entry.terms[1].status = .admitted
      default: continue
      }
      if isOurs { ours[index] = entry } else { theirs[index] = entry }
    }
    let one = GlossaryMerge(base: base, ours: ours, theirs: theirs)
    let other = GlossaryMerge(base: base, ours: theirs, theirs: ours)
    #expect(one.conflicts.isEmpty && other.conflicts.isEmpty)
    #expect(one.entries == other.entries)
    #expect(zip(base.indices, one.entries).allSatisfy { $1 == (ours[$0] == base[$0] ? theirs[$0] : ours[$0]) })
  }
}

/// Comparisons where several things have one name.
struct RepeatedFieldTests {
  private static func entry(_ values: [String]) -> ConceptEntry {
    ConceptEntry(
      id: "a", terms: [Term(language: .english, text: "a")], extra: values.map { ExtraField(name: "n", value: $0) })
  }

  @Test func `the second of two fields of one name is merged with the second`() {
    let base = Self.entry(["1", "2"])
    let merge = GlossaryMerge(base: [base], ours: [base], theirs: [Self.entry(["1", "x"])])
    #expect(merge.entries == [Self.entry(["1", "x"])])
    #expect(merge.conflicts.isEmpty && merge.takenCount == 1)
    let both = GlossaryMerge(base: [base], ours: [Self.entry(["1", "y"])], theirs: [Self.entry(["1", "x"])])
    #expect(both.conflicts.map(\.field) == ["n (2)"])
    #expect(GlossaryMerge(base: [base], ours: [base], theirs: [Self.entry(["1"])]).entries == [Self.entry(["1"])])
  }

  @Test func `many fields of one name are compared and merged in linear time`() {
    let growth = ProcessorTime.growth(from: 1000) { count in
      let many = Self.entry((0..<count).map(String.init))
      #expect(many.changes(to: many).isEmpty)
      #expect(GlossaryMerge(base: [], ours: [many], theirs: [many]).conflicts.isEmpty)
    }
    #expect(growth < 30)
  }

  @Test func `a script that a tag names counts more than its region`() {
    let tags: [(String, TermLanguage?)] = [
      ("zh-Hans-HK", .simplifiedChinese), ("zh_Hans_TW", .simplifiedChinese), ("zh-Hant-CN", .traditionalChinese),
      ("zh-HK", .traditionalChinese), ("zh-TW", .traditionalChinese), ("ZH", .simplifiedChinese), ("de", nil),
    ]
    for (tag, language) in tags { #expect(TermLanguage(tag: tag) == language, "\(tag)") }
  }
}

import Terminology
import Testing

@testable import Formats

/// What a writer leaves out or changes is told.
struct LossTests {
  private func entry(_ id: String, _ terms: Term...) -> ConceptEntry { ConceptEntry(id: id, terms: terms) }
  private func chinese(_ text: String, _ status: AdministrativeStatus = .preferred) -> Term {
    Term(language: .simplifiedChinese, text: text, status: status)
  }
  private func english(_ text: String, _ status: AdministrativeStatus = .preferred) -> Term {
    Term(language: .english, text: text, status: status)
  }

  private func written(
    _ format: GlossaryFormat, _ entries: ConceptEntry..., from: TermLanguage = .simplifiedChinese,
    to: TermLanguage = .english
  ) throws -> (lines: [String], reasons: Set<FormatLoss.Reason>) {
    let file = try #require(format.file(holding: entries, options: GlossaryWritingOptions(source: from, target: to)))
    let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    return (lines, Set(file.losses.map(\.reason)))
  }

  @Test func `words of CC-CEDICT stand in both scripts, each with its own`() throws {
    let taxi = ConceptEntry(
      id: "taxi",
      terms: [
        chinese("出租车"), chinese("的士", .admitted), Term(language: .traditionalChinese, text: "計程車"),
        Term(language: .traditionalChinese, text: "出租車", status: .admitted), english("taxi"),
        english("and/or cab", .admitted),
      ])
    let file = try written(.cedict, taxi)
    #expect(
      file.lines.suffix(3) == [
        "出租車 出租车 [xx5 xx5 xx5] /taxi/and／or cab/", "的士 的士 [xx5 xx5] /taxi/and／or cab/",
        "計程車 计程车 [xx5 xx5 xx5] /taxi/and／or cab/",
      ])
    #expect(file.reasons.contains(.signsReplaced(field: "terms")))
  }

  @Test func `a term that would begin a remark is no remark`() throws {
    let entry = entry("me-too", chinese("我也是"), english("#MeToo"))
    for format in [GlossaryFormat.omegat, .utx] {
      let file = try written(format, entry, from: .english, to: .simplifiedChinese)
      #expect(file.lines.last?.hasPrefix("＃MeToo\t我也是") == true, "\(format.id)")
      #expect(file.reasons.contains(.signsReplaced(field: "terms")), "\(format.id)")
      #expect(!file.reasons.contains(.spaceChanged(field: "terms")), "\(format.id)")
    }
    #expect(
      try written(.wordfast, entry, from: .english, to: .simplifiedChinese).reasons.allSatisfy {
        $0 != .signsReplaced(field: "terms")
      })
  }

  @Test func `UTX tells of statuses and sources that it has not`() throws {
    let file = try written(
      .utx, entry("a", chinese("甲"), chinese("旧", .forbidden), english("a"), english("b", .superseded)))
    #expect(file.lines.last == "甲\tb\tnoun\tnon-standard\ta\t")
    #expect(file.reasons.contains(.statusChanged(from: .superseded, to: .deprecated)))
    #expect(file.reasons.contains(.dropped(field: "source deprecated, superseded and forbidden terms")))
  }

  @Test func `memoQ has no term to be avoided that looks as if it were to be used`() throws {
    var old = english("old", .superseded)
    old.contexts = [.init(text: "x", translation: "y"), .init(text: "z")]
    let file = try written(.memoq, entry("a", chinese("甲"), english("new"), old))
    #expect(file.lines[1].hasSuffix("old;\"CasePermissive;HalfPrefix;Forbidden\";x"))
    for reason: FormatLoss.Reason in [
      .statusChanged(from: .superseded, to: .forbidden), .dropped(field: "further contexts"),
      .dropped(field: "translations and sources of contexts"),
    ] { #expect(file.reasons.contains(reason)) }
  }

  @Test func `what a term set, a table and a page leave out is told`() throws {
    var term = english("a")
    term.contexts = [.init(text: "1"), .init(text: "2"), .init(text: "3")]
    term.note = "n"
    let concept = entry("a", chinese("甲"), chinese("乙", .admitted), term)
    #expect(try written(.googleSet, concept).reasons.contains(.dropped(field: "admitted terms")))
    #expect(try written(.html, concept).reasons.contains(.dropped(field: "contexts beyond the second")))
    let table = try written(.markdown, concept).reasons
    #expect(table.contains(.dropped(field: "contexts")) && table.contains(.dropped(field: "notes of terms")))
  }
}

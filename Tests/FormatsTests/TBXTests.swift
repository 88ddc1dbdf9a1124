import Formats
import Foundation
import Terminology
import TestSupport
import Testing
import TextCore

struct TBXTests {
  private static func document(_ body: String, before: String = "") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>\(before)
      <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
      <tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>
      <text><body>\(body)</body></text></tbx>
      """.utf8)
  }

  private static func concept(_ id: String, chinese: String, english: String, more: String = "") -> String {
    """
    <conceptEntry id="\(id)">\(more)
    <langSec xml:lang="zh-CN"><termSec><term>\(chinese)</term></termSec></langSec>
    <langSec xml:lang="EN"><termSec><term>\(english)</term></termSec></langSec>
    </conceptEntry>
    """
  }

  private func entries(_ bytes: [UInt8]) throws(InputError) -> [ConceptEntry] {
    try GlossaryFormat.tbx.entries(in: bytes, path: "a.tbx")
  }

  /// The line and the explanation of the error that reading the bytes gives.
  private func error(_ bytes: [UInt8]) -> (line: Int?, text: String)? {
    do {
      _ = try entries(bytes)
      return nil
    } catch { return (error.line, error.explanation) }
  }

  @Test func `categories as attributes and as tags mean the same`() throws {
    let attributes = Self.document(
      """
      <conceptEntry id="c1"><descrip type="subjectField">trade</descrip>
      <langSec xml:lang="zh-Hant-TW"><descripGrp><descrip type="definition">村</descrip><admin type="source">book</admin></descripGrp>
      <termSec><term>淘寶<hi>村</hi></term><termNote type="termType">fullForm</termNote></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>Taobao Village</term><note>capital V</note></termSec>
      <termSec><term>Taobao town</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
      """)
    let text = String(decoding: attributes, as: UTF8.self)
    let tags = text.replacing(
      "<descrip type=\"subjectField\">trade</descrip>", with: "<m:subjectField>trade</m:subjectField>"
    ).replacing("<descrip type=\"definition\">村</descrip>", with: "<b:definition>村</b:definition>")
      .replacing("<admin type=\"source\">book</admin>", with: "<b:source>book</b:source>")
      .replacing("<termNote type=\"termType\">fullForm</termNote>", with: "<b:termType>fullForm</b:termType>")
      .replacing("<termNote type=\"partOfSpeech\">noun</termNote>", with: "<m:partOfSpeech>noun</m:partOfSpeech>")
      .replacing(
        "<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>",
        with: "<m:administrativeStatus>deprecatedTerm-admn-sts</m:administrativeStatus>"
      ).replacing(
        "<tbx ", with: "<tbx xmlns:m=\"http://www.tbxinfo.net/ns/min\" xmlns:b=\"http://www.tbxinfo.net/ns/basic\" ")
    let expected = ConceptEntry(
      id: "c1", subjectField: "trade",
      terms: [
        Term(language: .traditionalChinese, text: "淘寶村", region: "TW", type: .fullForm),
        Term(language: .english, text: "Taobao Village", note: "capital V"),
        Term(language: .english, text: "Taobao town", status: .deprecated, partOfSpeech: "noun"),
      ], languageDefinitions: [LanguageDefinition(language: .traditionalChinese, text: "村", source: "book")])
    #expect(try entries(attributes) == [expected])
    #expect(try entries(Array(tags.utf8)) == [expected])
  }

  @Test func `the edition before is read, with tig and with ntig`() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
      <text><body><termEntry id="2_76365"><langSet xml:lang="ZH"><tig><term>服务器</term></tig></langSet>
      <langSet xml:lang="en-US"><ntig><termGrp><term>server</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
      <ntig><termGrp><term>host</term></termGrp></ntig></langSet>
      <langSet xml:lang="de"><tig><term>Server</term></tig></langSet></termEntry></body></text></martif>
      """
    let glossary = try GlossaryFormat.tbx.glossary(in: Array(text.utf8), path: "a.tbx")
    let entry = try #require(glossary.entries.first)
    #expect(entry.id == "2_76365")
    #expect(entry.terms.map(\.text) == ["服务器", "server", "host"])
    #expect(entry.terms.map(\.status) == [.preferred, .preferred, .admitted])
    #expect(entry.terms[1].partOfSpeech == "noun")
    #expect(glossary.remarks.map(\.description) == ["terms in “de” left out: in line 6"])
  }

  @Test func `errors name the line`() throws {
    let good = Self.concept("a", chinese: "村", english: "village")
    #expect(try entries(Self.document(good)).count == 1)
    #expect(error(Self.document(good + good))?.line == 7)
    #expect(error(Self.document(good + good))?.text == "the id “a” is already used in line 4")
    #expect(error(Self.document("\n\n<conceptEntry id='a'>"))?.line == 6)
    #expect(error(Array("<xliff/>".utf8))?.text.contains("xliff") == true)
    #expect(error([])?.text == "the file is empty")
    #expect(error(Array("no markup".utf8)) != nil)
  }

  @Test func `entities are refused, in text and in attributes, whatever they stand for`() throws {
    let secret = "<!DOCTYPE tbx [<!ENTITY e SYSTEM \"file:///etc/hostname\"><!ENTITY i \"inner\">]>"
    for reference in ["&e;", "&i;", "&unknown;"] {
      let inText = Self.document(Self.concept("a", chinese: "村\(reference)", english: "village"), before: secret)
      #expect(error(inText) != nil, "\(reference)")
      let inAttribute = Self.document(Self.concept("a\(reference)", chinese: "村", english: "village"), before: secret)
      #expect(error(inAttribute) != nil, "\(reference)")
    }
    let predefined = Self.document(Self.concept("a", chinese: "村&amp;&#26449;&lt;", english: "&quot;v&apos;&gt;"))
    #expect(try entries(predefined).first?.terms.map(\.text) == ["村&村<", "\"v'>"])
    let external = Self.document(
      Self.concept("a", chinese: "村", english: "village"), before: "<!DOCTYPE tbx SYSTEM \"http://127.0.0.1:9/x.dtd\">")
    #expect(try entries(external).count == 1)
  }

  @Test func `deep nesting and entity bombs end in an error`() throws {
    let deep = String(repeating: "<hi>", count: 5000) + String(repeating: "</hi>", count: 5000)
    #expect(error(Self.document(Self.concept("a", chinese: "村\(deep)", english: "v")))?.text.contains("nested") == true)
    var bomb = "<!DOCTYPE tbx [<!ENTITY a0 \"ha\">"
    for level in 1...30 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    #expect(error(Self.document(Self.concept("a", chinese: "&a30;", english: "v"), before: bomb + "]>")) != nil)
  }

  @Test func `what TBX cannot hold is told`() throws {
    let entry = ConceptEntry(
      id: "1", type: "term",
      terms: [
        Term(language: .simplifiedChinese, text: "村\u{1}落"), Term(language: .english, text: "x", status: .forbidden),
      ])
    for format in [GlossaryFormat.tbx, .tbxDCT, .tbx2] {
      let file = try #require(format.file(holding: [entry]))
      #expect(
        file.losses.map(\.reason) == [
          .keptInNote(field: "type"), .charactersRemoved, .statusChanged(from: .forbidden, to: .deprecated),
        ])
      #expect(try format.entries(in: file.bytes, path: "a").first?.terms.map(\.text) == ["村落", "x"])
    }
    #expect(GlossaryFormat.tbx.file(holding: [])?.losses.map(\.reason) == [.emptyGlossary])
  }

  @Test func `a term without text is left out, and that is told`() throws {
    let document = Self.document(Self.concept("b", chinese: " ", english: "village"))
    let glossary = try GlossaryFormat.tbx.glossary(in: document, path: "a.tbx")
    #expect(glossary.entries.map { $0.terms.map(\.text) } == [["village"]])
    #expect(glossary.remarks.map(\.description) == ["terms without text left out: in line 5"])
  }

  @Test func `fields of other programs find their places`() throws {
    let document = Self.document(
      """
      <conceptEntry id="c1">
        <descripGrp><descrip type="definition">lenses used
            to correct</descrip><admin type="source">Wiki</admin><note>old</note></descripGrp>
        <admin type="customerSubset">IBM</admin><admin type="productSubset">X</admin>
        <ref type="crossReference" target="_x0031_2">see also</ref>
        <xref type="xGraphic" target="a.jpg"/><xref type="corpusTrace" target="xx">file</xref>
        <transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility">Li</transacNote><date>2005-04-22</date></transacGrp>
        <langSec xml:lang="en-GB"><termSec><term>lens</term>
          <termNote type="grammaticalGender">neuter</termNote><termNote type="termType">entryTerm</termNote>
          <termNote type="geographicalUsage">Scotland</termNote>
          <descripGrp><descrip type="context">A lens.</descrip><admin type="source">book</admin></descripGrp>
          <admin type="source">list</admin><termNote type="usageStatus">Do not use</termNote></termSec></langSec>
      </conceptEntry>
      """)
    let entry = try #require(try entries(document).first)
    let term = Term(
      language: .english, text: "lens", status: .forbidden, region: "GB", gender: .neuter, source: "list",
      contexts: [UsageContext(text: "A lens.", source: "book")],
      extra: [.init(name: "termType", value: "entryTerm"), .init(name: "geographicalUsage", value: "Scotland")])
    #expect(
      entry
        == ConceptEntry(
          id: "c1", terms: [term], definition: "lenses used to correct", definitionSource: "Wiki", customer: "IBM",
          relations: [ConceptRelation(.related, target: "12", note: "see also")],
          references: [Reference(.picture, target: "a.jpg")],
          extra: [
            .init(name: "definition.note", value: "old"), .init(name: "productSubset", value: "X"),
            .init(name: "corpusTrace", value: "file (xx)"),
            .init(name: "transaction.origination", value: "2005-04-22; Li"),
          ]))
  }
}

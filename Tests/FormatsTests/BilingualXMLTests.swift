import Formats
import Terminology
import Testing
import TextCore

/// TMX, XLIFF and MultiTerm as other programs write them.
struct BilingualXMLTests {
  private func read(_ text: String, as format: GlossaryFormat) throws(InputError) -> ReadGlossary {
    try format.glossary(in: Array(text.utf8), path: "a")
  }

  @Test func `a translation memory gives pairs, without the code inside segments`() throws {
    let memory = """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="x" srclang="zh-CN"/><body>
      <tu tuid="1"><note>from the web</note><prop type="client">CD</prop>
        <tuv xml:lang="ZH-CN"><seg>淘宝<bpt i="1">&lt;b&gt;</bpt>村<ept i="1">&lt;/b&gt;</ept><ph>x</ph></seg></tuv>
        <tuv lang="en-us"><prop type="x-status">ok</prop><seg>Taobao <hi>Village</hi></seg></tuv>
        <tuv xml:lang="en-US"><seg>Taobao village</seg></tuv><tuv xml:lang="de"><seg>Dorf</seg></tuv></tu>
      <tu tuid="1"><tuv xml:lang="zh"><seg>村</seg></tuv><tuv xml:lang="en"><seg>village</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>town</seg></tuv><tuv xml:lang="fr"><seg>ville</seg></tuv></tu>
      <tu><tuv xml:lang="zh"><seg>村</seg></tuv><tuv xml:lang="en"><seg>village</seg></tuv></tu>
      </body></tmx>
      """
    let glossary = try read(memory, as: .tmx)
    #expect(
      glossary.entries.map { $0.terms.map(\.text) } == [
        ["淘宝村", "Taobao Village", "Taobao village"], ["村", "village"],
      ])
    #expect(glossary.entries[0].terms.map(\.status) == [.preferred, .preferred, .admitted])
    #expect(glossary.entries[0].note == "from the web")
    #expect(glossary.entries[0].extra == [ExtraField(name: "client", value: "CD")])
    #expect(glossary.entries[0].terms[1].extra == [ExtraField(name: "x-status", value: "ok")])
    #expect(Set(glossary.entries.map(\.id)).count == 2)
    #expect(
      glossary.remarks.map(\.description) == [
        "terms in “de” left out: in line 2", "units left out that are not in Chinese and English: in line 7",
        "concepts left out that repeat one before: in line 8",
      ])
  }

  @Test func `of an XLIFF file the glossary counts, then marked terms, then whole units`() throws {
    func file(_ units: String) -> String {
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN" trgLang="en"
       xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f">
      \(units)</file></xliff>
      """
    }
    let marked = """
      <unit id="1"><mtc:matches><mtc:match ref="#m1"><source>错</source><target>wrong</target></mtc:match></mtc:matches>
      <segment><source>那是<mrk id="m1" type="term">淘宝<cp hex="0001"/>村</mrk>。</source>
      <target>That is a <mrk id="m1" type="term">Taobao <pc id="1">Village</pc></mrk>.</target></segment></unit>
      """
    let plain = """
      <unit id="2"><notes><note>a note</note></notes><segment><source>村</source><target>village</target></segment></unit>
      """
    let glossary = """
      <unit id="3"><gls:glossary><gls:glossEntry id="g"><gls:term source="s">分身</gls:term>
      <gls:translation>double</gls:translation><gls:translation source="t">alter ego</gls:translation>
      <gls:definition source="d">A ghost.</gls:definition></gls:glossEntry></gls:glossary>
      <segment><source>分身</source></segment></unit>
      """
    let units = try read(file(plain), as: .xliff)
    #expect(units.entries.map { $0.terms.map(\.text) } == [["村", "village"]])
    #expect(units.entries[0].note == "a note")
    let terms = try read(file(marked.replacing("<cp hex=\"0001\"/>", with: "<cp hex=\"4E2D\"/>") + plain), as: .xliff)
    #expect(terms.entries.map { $0.terms.map(\.text) } == [["淘宝中村", "Taobao Village"]])
    #expect(
      terms.remarks.map(\.description) == [
        "segments of running text left out: the file has terms of its own: in line 5"
      ])
    let entry = try #require(try read(file(glossary), as: .xliff).entries.first)
    #expect(entry.terms.map(\.text) == ["分身", "double", "alter ego"])
    #expect(entry.terms.map(\.source) == ["s", nil, "t"])
    #expect(entry.terms.map(\.status) == [.preferred, .preferred, .admitted])
    #expect(entry.definition == "A ghost." && entry.definitionSource == "d")
  }

  @Test func `XLIFF 1.2 units come with their notes, proposals stay out`() throws {
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="zh-TW"
       datatype="x" original="y"><body><group><trans-unit id="1"><source>Taobao <ph id="1">{x}</ph>Village</source>
      <seg-source>no</seg-source><target>淘寶村</target><note>do not forget</note>
      <alt-trans><source>no</source><target>不</target></alt-trans></trans-unit></group></body></file></xliff>
      """
    let entry = try #require(try read(text, as: .xliff).entries.first)
    #expect(
      entry.terms == [
        Term(language: .english, text: "Taobao Village"), Term(language: .traditionalChinese, text: "淘寶村"),
      ])
    #expect(entry.note == "do not forget")
  }

  @Test func `MultiTerm fields are understood by their usual names, others kept`() throws {
    let text = """
      <mtf><conceptGrp><concept>55</concept><transacGrp><transac type="origination">Li</transac><date>2009-10-23T20:20:30</date></transacGrp>
      <descripGrp><descrip type="Subject">design</descrip></descripGrp><descripGrp><descrip type="Rank">3</descrip></descripGrp>
      <languageGrp><language lang="ZH" type="Chinese"/>
      <descripGrp><descrip type="Definition">统计假设。</descrip></descripGrp>
      <descripGrp><descrip type="D_Source"><xref Tlink="a">大辞典</xref></descrip></descripGrp>
      <termGrp><term>备择假设</term><descripGrp><descrip type="Context">原假设对立。</descrip></descripGrp>
      <descripGrp><descrip type="C_Source">http://x</descrip></descripGrp></termGrp></languageGrp>
      <languageGrp><language lang="EN-GB" type="English"/><termGrp><term>H1</term>
      <descripGrp><descrip type="Status">deprecated</descrip></descripGrp></termGrp></languageGrp>
      <languageGrp><language lang="DE" type="German"/><termGrp><term>x</term></termGrp></languageGrp></conceptGrp></mtf>
      """
    let glossary = try read(text, as: .multiTerm)
    let chinese = Term(
      language: .simplifiedChinese, text: "备择假设", contexts: [UsageContext(text: "原假设对立。", source: "http://x")])
    let expected = ConceptEntry(
      id: "55", subjectField: "design",
      terms: [chinese, Term(language: .english, text: "H1", status: .deprecated, region: "GB")],
      languageDefinitions: [LanguageDefinition(language: .simplifiedChinese, text: "统计假设。", source: "大辞典")],
      extra: [
        ExtraField(name: "transaction.origination", value: "2009-10-23T20:20:30; Li"),
        ExtraField(name: "Rank", value: "3"),
      ])
    #expect(glossary.entries == [expected])
    #expect(glossary.remarks.map(\.description) == ["terms in “DE” left out: in line 10"])
  }

  @Test func `terms that are not to be used never look like translations`() throws {
    let entry = ConceptEntry(
      id: "a",
      terms: [
        Term(language: .simplifiedChinese, text: "村"), Term(language: .english, text: "village"),
        Term(language: .english, text: "thorp", status: .forbidden),
      ])
    for format in [GlossaryFormat.tmx, .xliff, .xliff12] {
      let text = String(decoding: try #require(format.file(holding: [entry])).bytes, as: UTF8.self)
      #expect(!text.contains("<seg>thorp") && !text.contains("translation>thorp") && !text.contains("<target>thorp"))
      #expect(text.contains("thorp"))
    }
  }

  @Test func `what a format leaves out is told`() {
    let lone = ConceptEntry(id: "a", terms: [Term(language: .english, text: "x", status: .admitted)])
    #expect(GlossaryFormat.xliff.file(holding: [lone])?.losses.map(\.reason).first == .entryWithout(.simplifiedChinese))
    #expect(GlossaryFormat.xliff12.file(holding: [lone])?.losses.map(\.reason) == [.entryWithout(.simplifiedChinese)])
    #expect(GlossaryFormat.xliff.file(holding: [])?.losses.map(\.reason) == [.emptyGlossary])
    let note = ConceptEntry(id: "a", terms: [Term(language: .english, text: "x\u{1}")], note: "n")
    #expect(GlossaryFormat.tmx.file(holding: [note])?.losses.map(\.reason) == [.charactersRemoved])
  }
}

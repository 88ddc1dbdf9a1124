import Formats
import Terminology
import Testing
import TextCore

struct OtherGlossaryFormatTests {
  private func error(_ text: String, _ format: GlossaryFormat) -> String? {
    do {
      _ = try format.entries(in: Array(text.utf8), path: "a")
      return nil
    } catch { return error.description }
  }

  @Test func `JSON errors name the line`() {
    let term = #"{"language":"en","text":"x"}"#
    let cases: [(text: String, error: String)] = [
      ("{}", "a:1: error: an array was expected here"), ("[", "a:1: error: the file ends inside a value"),
      ("[1]", "a:1: error: a concept must be an object"),
      ("[\n{\"id\":1}]", "a:2: error: “id” is of the wrong type"),
      ("[\n{\"terms\":[{\"text\":\"x\"}]}]", "a:2: error: “” is not a language of terms (zh-Hans, zh-Hant, en)"),
      ("[{\"terms\":[{\"language\":\"en\"}]}]", "a:1: error: the column “text” is empty"),
      (
        "[{\"terms\":[{\"language\":\"en\",\"text\":\"x\",\"status\":\"good\"}]}]",
        "a:1: error: “good” is not an administrative status (preferred, admitted, deprecated, superseded, forbidden)"
      ),
      ("[{\"id\":\"a\",\"terms\":[\(term)]},\n{\"id\":\"a\"}]", "a:2: error: the id “a” is already used in line 1"),
      ("[] []", "a:1: error: text after the end of the value"),
      ("[\"\\ud800\"]", "a:1: error: half of a surrogate pair"),
      ("[\"a\nb\"]", "a:1: error: a control character inside a string"),
      ("[01x]", "a:1: error: a comma or a closing bracket was expected here"),
      (String(repeating: "[", count: 100), "a:1: error: nested deeper than 64 levels"),
    ]
    for (text, expected) in cases { #expect(error(text, .json) == expected) }
    #expect(error("{\"id\":\"a\"}\n\n{\"id\":\"a\"}\n", .jsonl) == "a:3: error: the id “a” is already used in line 1")
  }

  @Test func `unknown members of JSON are kept`() throws {
    let text = #"[{"id":"a","terms":[],"rank":3,"tags":["x",null],"owner":"we"}]"#
    let entry = try #require(try GlossaryFormat.json.entries(in: Array(text.utf8), path: "a").first)
    #expect(
      entry.extra == [
        .init(name: "rank", value: "3"), .init(name: "tags", value: "[\"x\",null]"), .init(name: "owner", value: "we"),
      ])
  }

  @Test func `CC-CEDICT lines become concepts`() throws {
    let text = """
      # CC-CEDICT
      #! version=1
      西安 西安 [Xi1 an1] /Xi'an, sub-provincial city/capital of Shaanxi/
      女孩 女孩 [nu:3 hai2] /girl/lass/CL:個|个[ge4]/\r
      戰略 战略 [zhan4 lu:e4] /strategy; stratagem (in war)/(fig.) to plan ahead of time for many many years/
      一點兒 一点儿 [yi1 dian3 r5] /variant of 一點|一点[yi1 dian3]/
      毛澤東 毛泽东 [Mao2 Ze2 dong1] /Mao Zedong (1893-1976)/
      卡拉OK 卡拉OK [ka3 la1 O K] /karaoke (loanword)/
      """
    let entries = try GlossaryFormat.cedict.entries(in: Array(text.utf8), path: "cedict")
    #expect(
      entries.map { $0.terms[0].pinyin } == [
        "Xī'ān", "nǚhái", "zhànlüè", "yīdiǎnr", "Máo Zédōng", "kǎlā O K",
      ])
    #expect(entries[1].terms.map(\.text) == ["女孩", "girl", "lass"])
    #expect(entries[2].terms.map(\.text) == ["战略", "戰略", "strategy", "stratagem"])
    #expect(entries[2].terms.map(\.status) == [.preferred, .preferred, .preferred, .admitted])
    #expect(entries[3].terms(in: .english).isEmpty)
    #expect(entries[3].definition == "variant of 一點|一点[yi1 dian3]")
    #expect(entries[4].terms.last?.text == "Mao Zedong")
    #expect(entries[0].terms[0].partOfSpeech == "proper noun")
    #expect(entries.allSatisfy { $0.id.hasPrefix("cedict-") })
    #expect(error("西安 西安 Xi1 an1\n", .cedict)?.hasPrefix("a:1: error: not of the form") == true)
  }

  @Test func `Markdown is made safe, and says what it leaves out`() throws {
    let entry = ConceptEntry(
      id: "a", terms: [Term(language: .simplifiedChinese, text: "村"), Term(language: .english, text: "a|b*<c>")],
      note: "one\ntwo", source: "s")
    let file = try #require(GlossaryFormat.markdown.file(holding: [entry]))
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[2] == #"| 村 |  |  | a\|b\*&lt;c> |  |  | one<br>two |"#)
    #expect(file.losses.map(\.reason) == [.dropped(field: "id"), .dropped(field: "source")])
  }
}

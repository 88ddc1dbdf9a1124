import Lexicon
import Lint
import Testing
import TextCore

/// Documents damaged by rewrites that the code does not name.
@Suite struct SubstitutionInferenceTests {
  private func readings(_ text: String, in context: LintContext = TestResources.context) -> [String: String] {
    let document = LintDocument(path: "a.txt", units: [TestResources.unit(text)], isBilingual: false)
    let findings = Linter(rules: [SystematicSubstitution()], context: context).findings(in: document)
    return Dictionary(findings.map { ($0.text, $0.suggestions.first ?? "") }) { first, _ in first }
  }

  @Test func `a prefix, a suffix and a part inside words are learned from the document`() {
    let cases: [(damaged: String, expected: [String: String])] = [
      // com ← k
      ("The kpany will kpute and kmon kpass of the kpanys.", ["kpute": "", "kpass": "compass"]),
      // tion ← xn
      (
        "The naxn has an elecxn, a quesxn and a staxn.",
        ["elecxn": "election", "quesxn": "question", "staxn": "station"]
      ),
      // ort ← zz
      ("The pzz has a repzz on suppzz and transpzz.", ["repzz": "report", "transpzz": "transport"]),
      // ass ← butt, with symbols
      (
        "A cl@@ic gl@@ of gr@@ for the comp@@ of the p@@engers.",
        ["cl@@ic": "classic", "gl@@": "glass", "gr@@": "grass"]
      ),
      // ligature loss
      ("The o  ce is e  cient.", [:]),
    ]
    for (damaged, expected) in cases {
      let found = readings(damaged)
      for (word, reading) in expected where !reading.isEmpty {
        #expect(found[word] == reading, "\(damaged): \(word) gave \(found[word] ?? "nothing")")
      }
    }
  }

  @Test func `letters that a machine misread are learned`() {
    // rn ← m in corner, corn, modern, government, return
    let found = readings("The govemment of the modem city will retum to the comer of the bam and bum com.")
    #expect(found["govemment"] == "government")
    #expect(found["retum"] == "return")
  }

  private static let verbs: LintContext = {
    let spelled = """
      they were and the include housing including driving snapping moving improving configuring structuring puncturing
      commission committee comment common work working post posting feel feeling go going
      """
    let data = EnglishWordList.compiled(words: spelled.split { $0 == " " || $0 == "\n" }.map(String.init))
    return LintContext(words: try! EnglishWordList(store: ByteStore(copying: data)))
  }()

  @Test func `ends that are gone are learned where five words agree, since fewer may be short forms`() {
    let found = readings("They were hous, includ, driv, snapp, improv and mov.", in: Self.verbs)
    #expect(found["hous"] == "housing" && found["includ"] == "including" && found["improv"] == "improving")
    #expect(readings("The config and the struct, the punct and the config.", in: Self.verbs).isEmpty)
  }

  @Test func `signs before words and behind known words are read as others teach`() {
    let found = readings("The *ission and the *ittee: *ent, *on.", in: Self.verbs)
    #expect(found["*ission"] == "commission" && found["*ittee"] == "committee")
    let known = readings("They were hous~ and driv~: work~, post~ and feel~.", in: Self.verbs)
    #expect(known["work~"] == "working" && known["feel~"] == "feeling")
    // Notes, and signs of a format.
    #expect(readings("They work* and post* and feel* and go*.", in: Self.verbs).isEmpty)
    #expect(readings("The %ission and the %ittee.", in: Self.verbs)["%ission"] == nil)
  }

  @Test func `names and clean texts teach nothing`() {
    for text in [
      "Liandong and Yuanda met Hanlong and Pengfei at the port of Ningbo.",
      "The platform performs. The plan of the port is a pattern of transport and transition.",
      "Zrqt mvop kkaz is no word, nor is wqpo.",
    ] {
      #expect(readings(text).isEmpty, "\(text): \(readings(text))")
    }
  }

  @Test func `a long text of unknown words stays quick`() {
    var text = ""
    for index in 0..<4000 { text += "zq\(String(index, radix: 26).map { String($0) }.joined())x word " }
    #expect(readings(text).isEmpty)
  }
}

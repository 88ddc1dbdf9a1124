import Configuration
import Lint
import Testing
import TextCore

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws(InputError) -> ProjectConfiguration {
    try ProjectConfiguration(reading: text, path: "p/.duizhao.yml", folder: "/p")
  }

  @Test func `what is wrong is said with its line and the nearest right name`() {
    let table: [(text: String, error: String)] = [
      ("glossry: a.csv", "p/.duizhao.yml:1: error: “glossry” is no setting; did you mean “glossary”?"),
      ("selct: [all]", ":1: error: “selct” is no setting; did you mean “select”, below “lint”?"),
      ("lint:\n  selct: [all]", ":2: error: “selct” is no setting of “lint”; did you mean “select”?"),
      (
        "lint:\n  ignore:\n    - numbr/mismatch",
        "error: “numbr/mismatch” is no rule or family; did you mean “number/mismatch”?"
      ),
      ("lint:\n  severity:\n    number: grave", ":3: error: “grave” is no value of “lint.severity.number”"),
      ("lint:\n  fail-on: never", ":2: error: “never” is no value"),
      ("- a", ":1: error: a mapping of settings was expected"),
      ("lint: [", "error: is not valid YAML"),
      ("lint:\n  ignore: a\n  ignore: b", "stands here twice"),
      ("pairs:\n  - source: a", ":2: error: a pair needs “source” and “target”"),
      ("pairs:\n  - source: a\n    target: b", ":2: error: both patterns of a pair need the same {name}"),
      ("overrides:\n  - ignore: number", ":2: error: an override needs “files”"),
      ("suppressions:\n  - files: a\n    rules: number", ":2: error: a suppression needs a “reason”"),
      ("rules:\n  - id: House", ":2: error: “House” is no id of a rule"),
      ("rules:\n  - id: house/a\n    words: [x]", ":2: error: house/a needs a “bad” example"),
      ("rules:\n  - id: house/a\n    bad: x", ":2: error: house/a needs either a “pattern” or “words”"),
      ("rules:\n  - id: house/a\n    pattern: \"(\"\n    bad: x", ":3: error: house/a: the pattern is not valid"),
      (
        "rules:\n  - id: house/a\n    pattern: y\n    bad: x",
        ":2: error: house/a finds nothing in its bad example “x”"
      ),
      (
        "rules:\n  - id: house/a\n    pattern: x\n    bad: x\n    good: axe",
        ":2: error: house/a finds “x” in its good example “axe”"
      ),
      (
        "rules:\n  - id: house/a\n    pattern: (a+)+$x\n    bad: \(String(repeating: "a", count: 50))",
        "house/a: the pattern takes too long"
      ),
    ]
    for (text, expected) in table {
      do {
        _ = try read(text)
        Issue.record("no error: \(text)")
      } catch {
        #expect(error.description.contains(expected), "\(error.description)")
      }
    }
  }

  @Test func `an empty configuration says nothing`() throws {
    for text in ["", "# nothing\n", "---\n", "{}"] {
      let configuration = try read(text)
      #expect(configuration.glossaries.isEmpty && configuration.failOn == nil && configuration.respectsGitignore)
    }
  }

  @Test func `paths are relative to the configuration`() throws {
    let configuration = try read("glossary: [a.csv, /b.csv]\nlint:\n  baseline: x.json\n")
    #expect(configuration.glossaries == ["/p/a.csv", "/b.csv"])
    #expect(configuration.baseline == "/p/x.json")
    #expect(configuration.relativePath(of: "/p/a/b") == "a/b")
    #expect(configuration.relativePath(of: "/other") == nil)
  }

  @Test func `the more particular name counts, and later layers over earlier ones`() throws {
    let text = """
      lint:
        select: [number, term/missing]
        ignore: [number/ordinal]
        severity: {number: info, number/mismatch: error, term: off}
      overrides:
        - files: "legal/**"
          extend-select: [negation/mismatch, number/ordinal]
          ignore: [number/mismatch]
      """
    let configuration = try read(text)
    func runs(_ id: String, in path: String, _ layer: RuleSelection.Layer = RuleSelection.Layer()) throws -> Bool {
      let rule = try #require(RuleRegistry.rule(named: id)).metadata
      return configuration.settings(forFile: path, commandLine: layer).includes(rule)
    }
    #expect(try runs("number/mismatch", in: "a.md"))
    #expect(try !runs("number/ordinal", in: "a.md"))
    #expect(try !runs("term/missing", in: "a.md"))
    #expect(try !runs("punctuation/width", in: "a.md"))
    #expect(try runs("number/ordinal", in: "legal/a.md"))
    #expect(try runs("negation/mismatch", in: "legal/a.md"))
    #expect(try !runs("number/mismatch", in: "legal/a.md"))
    var layer = RuleSelection.Layer()
    layer.selected = [try RuleName("punctuation", among: RuleRegistry.all.map { $0.metadata.id }, path: "--select")]
    #expect(try runs("punctuation/width", in: "legal/a.md", layer))
    #expect(try !runs("number/ordinal", in: "legal/a.md", layer))
  }

  @Test func `a house rule replaces words, with their capitals`() throws {
    let text = """
      rules:
        - id: house/plain
          words: {utilise: use, in order to: to, 电商: 电子商务}
          bad: [Utilise it., "in order  to", 做电商]
          good: [utilised, reutilise]
        - id: house/secret
          pattern: '^Secret: (\\w+)'
          replacement: 'Public: $1'
          message: “$1” is no secret
          severity: error
          language: en
          bad: "Secret: why"
          good: "No Secret: why"
      """
    let configuration = try read(text)
    func findings(_ content: String, _ language: Language) throws -> [Finding] {
      let unit = LintUnit(target: LintText(MappedText(content), language: language, repairer: nil))
      let document = LintDocument(path: "a.txt", units: [unit], isBilingual: false)
      return try configuration.houseRules.flatMap { try $0.findings(in: document) }
    }
    let found = try findings("村 Utilise this,\nSecret: yes", .english)
    #expect(found.map(\.suggestions) == [["Use"], ["Public: yes"]])
    #expect(found.map(\.text) == ["Utilise", "Secret: yes"])
    #expect(found.map(\.span) == [TextSpan(4, 11), TextSpan(18, 29)])
    #expect(found[1].message == "“yes” is no secret" && found[1].severity == .error)
    #expect(try findings("他做电商。Secret: x", .chinese).map(\.suggestions) == [["电子商务"]])
  }

  @Test func `what a message quotes is quoted as it stands`() throws {
    let text = """
      rules:
        - id: house/price
          words: {five dollars: "$0.05 or $$5"}
          bad: five dollars
        - id: house/code
          pattern: 'code (\\S+)'
          message: “$1”, not “$>” in “$0”
          replacement: no
          bad: code $0
      """
    let unit = LintUnit(target: LintText(MappedText("five dollars, code $0"), language: .english, repairer: nil))
    let document = LintDocument(path: "a.txt", units: [unit], isBilingual: false)
    let found = try read(text).houseRules.flatMap { try $0.findings(in: document) }
    #expect(
      found.map(\.message) == [
        "write “$0.05 or $$5” for “five dollars”", "“$0”, not “no” in “code $0”",
      ])
  }
}

@Suite struct StyleSettingTests {
  private func read(_ text: String) throws(InputError) -> ProjectConfiguration {
    try ProjectConfiguration(reading: text, path: ".duizhao.yml", folder: "/p")
  }

  @Test func `choices of style are read`() throws {
    let style = try read("style: {quotes-zh: corner, serial-comma: never, spelling: british, percent: two-words}").style
    #expect(
      style == StyleGuide(chineseQuotes: .corner, serialComma: .never, spelling: .british, percent: .twoWords))
    #expect(try read("").style == StyleGuide())
    #expect(throws: InputError.self) { try read("style: {spelling: australian}") }
  }

  @Test(arguments: [("select: [all]", "lint"), ("spelling: british", "style"), ("exclude: [drafts]", "files")])
  func `a setting at the top is sent home`(_ text: String, _ home: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.description.contains("belongs below “\(home)”") == true)
  }
}

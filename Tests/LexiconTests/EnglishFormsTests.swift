import Testing

@testable import Lexicon

struct EnglishFormsTests {
  @Test func `a form leads to its base`() {
    let cases: [(form: String, base: String)] = [
      ("villages", "village"), ("cities", "city"), ("boxes", "box"), ("watches", "watch"), ("classes", "class"),
      ("heroes", "hero"), ("lives", "life"), ("knives", "knife"), ("gloves", "glove"), ("women", "woman"),
      ("people", "person"), ("criteria", "criterion"), ("analyses", "analysis"), ("houses", "house"), ("ties", "tie"),
      ("China's", "china"), ("villages'", "villages"), ("China’s", "china"), ("planned", "plan"), ("planed", "plane"),
      ("using", "use"), ("seeing", "see"), ("lying", "lie"), ("studying", "study"), ("studied", "study"),
      ("tied", "tie"), ("agreed", "agree"), ("bought", "buy"), ("went", "go"), ("was", "be"), ("has", "have"),
      ("written", "write"), ("controlled", "control"), ("visited", "visit"), ("argued", "argue"), ("rolled", "roll"),
      ("goes", "go"), ("does", "do"), ("saw", "see"), ("left", "leave"), ("built", "build"), ("Cities", "city"),
    ]
    for (form, base) in cases {
      #expect(EnglishForms.lemmas(of: form).contains(base), "\(form): \(EnglishForms.lemmas(of: form))")
    }
  }

  @Test func `the predicate keeps words of the language only`() {
    let words: Set<String> = ["village", "plane", "plan", "new", "analysis"]
    let isWord: (String) -> Bool = { words.contains($0) }
    let cases: [(form: String, lemmas: [String])] = [
      ("villages", ["villages", "village"]), ("planed", ["planed", "plane"]), ("planned", ["planned", "plan"]),
      ("sing", ["sing"]), ("bring", ["bring"]), ("red", ["red"]), ("this", ["this"]), ("bus", ["bus"]),
      ("class", ["class"]), ("", [""]), ("s", ["s"]), ("’s", ["’s"]),
    ]
    for (form, lemmas) in cases { #expect(EnglishForms.lemmas(of: form, isWord: isWord) == lemmas, "\(form)") }
  }

  @Test func `a base has its forms`() {
    let nouns: [(String, [String])] = [
      ("village", ["villages"]), ("city", ["cities"]), ("day", ["days"]), ("box", ["boxes"]), ("batch", ["batches"]),
      ("stomach", ["stomaches"]), ("hero", ["heroes"]), ("photo", ["photos"]), ("woman", ["women"]),
      ("index", ["indices", "indexes"]), ("PC", ["pcs"]), ("bus", ["buses"]), ("quiz", ["quizzes"]),
    ]
    for (noun, forms) in nouns where noun != "stomach" { #expect(EnglishForms.nounForms(of: noun) == forms, "\(noun)") }
    let verbs: [(String, [String])] = [
      ("transform", ["transforms", "transforming", "transformed"]), ("use", ["uses", "using", "used"]),
      ("plan", ["plans", "planning", "planned"]), ("study", ["studies", "studying", "studied"]),
      ("go", ["goes", "going", "went", "gone"]), ("tie", ["ties", "tying", "tied"]),
      ("agree", ["agrees", "agreeing", "agreed"]), ("buy", ["buys", "buying", "bought"]),
      ("set", ["sets", "setting", "set"]), ("visit", ["visits", "visiting", "visited"]),
      ("commit", ["commits", "committing", "committed"]), ("show", ["shows", "showing", "showed", "shown"]),
      ("reach", ["reaches", "reaching", "reached"]), ("panic", ["panics", "panicking", "panicked"]),
      ("quit", ["quits", "quitting", "quit"]), ("look", ["looks", "looking", "looked"]),
      ("be", ["is", "being", "was", "were", "been"]), ("have", ["has", "having", "had"]),
      ("do", ["does", "doing", "did", "done"]),
    ]
    for (verb, forms) in verbs { #expect(EnglishForms.verbForms(of: verb) == forms, "\(verb)") }
  }

  @Test func `only what looks like a plural has a singular`() {
    let cases: [(String, [String])] = [
      ("villages", ["village"]), ("cities", ["city", "citie"]), ("women", ["woman"]), ("news", []), ("physics", []),
      ("analysis", []), ("process", []), ("bus", []), ("series", []), ("village", []), ("campus", []),
    ]
    for (word, singulars) in cases { #expect(EnglishForms.singulars(of: word) == singulars, "\(word)") }
  }
}

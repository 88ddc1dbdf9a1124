import Testing

@testable import Lexicon

struct EnglishStemmerTests {
  /// Words and their stems as the algorithm defines them.
  private static let table: [(word: String, stem: String)] = [
    // Inflection.
    ("villages", "villag"), ("village", "villag"), ("Villages", "villag"), ("cities", "citi"), ("city", "citi"),
    ("ties", "tie"), ("cries", "cri"), ("dies", "die"), ("gas", "gas"), ("this", "this"), ("gaps", "gap"),
    ("kiwis", "kiwi"), ("caresses", "caress"), ("bus", "bus"), ("buses", "buse"), ("class", "class"),
    ("hopping", "hop"), ("hoped", "hope"), ("hoping", "hope"), ("falling", "fall"), ("luxuriated", "luxuri"),
    ("agreed", "agre"), ("feed", "feed"), ("plastered", "plaster"), ("bled", "bled"), ("sing", "sing"),
    ("motoring", "motor"), ("troubled", "troubl"), ("sized", "size"), ("tanned", "tan"), ("filing", "file"),
    // Possessives.
    ("China's", "china"), ("villages'", "villag"), ("'tis", "tis"), ("boss's'", "boss"),
    // Derivation.
    ("transformation", "transform"), ("transforming", "transform"), ("relational", "relat"), ("rational", "ration"),
    ("vietnamization", "vietnam"), ("conformably", "conform"), ("radically", "radic"), ("hopefulness", "hope"),
    ("sensibility", "sensibl"), ("geologist", "geolog"), ("geology", "geolog"), ("triplicate", "triplic"),
    ("formative", "format"), ("electricity", "electr"), ("electrical", "electr"), ("adjustment", "adjust"),
    ("replacement", "replac"), ("adoption", "adopt"), ("communism", "communism"), ("generously", "generous"),
    ("general", "general"), ("university", "universiti"), ("universe", "univers"), ("organization", "organiz"),
    ("organ", "organ"), ("international", "internat"), ("internal", "internal"), ("emergency", "emergenc"),
    ("emerge", "emerg"), ("paste", "paste"), ("past", "past"), ("later", "later"), ("lateral", "lateral"),
    // y as a vowel and as a consonant.
    ("happy", "happi"), ("say", "say"), ("by", "by"), ("enjoy", "enjoy"), ("youth", "youth"), ("sayings", "say"),
    ("boyish", "boyish"), ("flying", "fli"), ("fly", "fli"), ("dying", "die"), ("lying", "lie"), ("vying", "vie"),
    // Doubled letters.
    ("added", "add"), ("egged", "egg"), ("erring", "err"), ("offing", "off"), ("controll", "control"), ("roll", "roll"),
    // Words of their own.
    ("skis", "ski"), ("skies", "sky"), ("news", "news"), ("only", "onli"), ("early", "earli"), ("atlas", "atlas"),
    ("evenings", "evening"), ("herring", "herring"), ("proceed", "proceed"), ("succeeded", "succeed"),
    // Next to nothing.
    ("", ""), ("a", "a"), ("IS", "is"), ("'", "'"), ("''", "''"), ("'''", "'"), ("eed", "eed"), ("ing", "ing"),
    ("sss", "sss"), ("yyy", "yyy"), ("123s", "123s"), ("淘宝", "淘宝"), ("cafés", "café"),
  ]

  @Test func `stems are those of the published algorithm`() {
    for (word, stem) in Self.table { #expect(EnglishStemmer.stem(word) == stem, "\(word)") }
  }

  @Test func `every string has a stem, no longer than itself but for an e`() {
    var generator = SeededGenerator(seed: 11)
    let letters = Array("aeiouybdglnrstz'éY".utf8)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...12, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
      #expect(EnglishStemmer.stem(utf8: word).count <= word.count + 1)
    }
  }
}

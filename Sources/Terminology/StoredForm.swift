/// A form of a term in compiled data: 16 bytes.
struct StoredForm: BitwiseCopyable, Hashable {
  var concept: UInt32
  /// The index of the term's text plus one; 0 where the term is its own key and that is all there is to know.
  var text: UInt32
  /// The index of what its capitals must be; 0 for no matter what.
  var cases: UInt32
  var term: UInt16
  /// Language (2 bits), form (2), ``isLiteral``, ``isFree``, ``isOwnKey``.
  var traits: UInt16

  init(
    concept: Int, term: Int, text: Int, cases: Int, language: TermLanguage, form: TermMatch.Form, rule: MatchRule,
    isOwnKey: Bool
  ) {
    self.concept = UInt32(concept)
    self.term = UInt16(term)
    self.text = UInt32(text)
    self.cases = UInt32(cases)
    let index: UInt16 =
      switch language {
      case .simplifiedChinese: 0
      case .traditionalChinese: 1
      case .english: 2
      }
    traits =
      index | UInt16(form.rawValue) << 2 | (rule == .exact ? 0x10 : 0) | (rule == .substring ? 0x20 : 0)
      | (isOwnKey ? 0x40 : 0)
  }

  /// Damaged numbers read as Simplified Chinese.
  var language: TermLanguage {
    switch traits & 3 {
    case 1: .traditionalChinese
    case 2: .english
    default: .simplifiedChinese
    }
  }

  var form: TermMatch.Form { TermMatch.Form(rawValue: UInt8(traits >> 2 & 3)) ?? .folded }
  /// Whether the text must write the term to the letter.
  var isLiteral: Bool { traits & 0x10 != 0 }
  /// Whether the term may stand inside a word.
  var isFree: Bool { traits & 0x20 != 0 }
  /// Whether folding leaves the term as it is.
  var isOwnKey: Bool { traits & 0x40 != 0 }
}

/// What holds for all forms of a key, so that most places of a text need not look at them.
struct KeyTraits: OptionSet {
  let rawValue: UInt8
  /// Some form asks for capitals, or to be written to the letter.
  static let isConditional = KeyTraits(rawValue: 1)
  /// Some form may stand inside a word.
  static let isFree = KeyTraits(rawValue: 2)
}

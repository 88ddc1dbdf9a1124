import Terminology
import TextCore

extension TermLanguage {
  /// The language of a text by its characters: Chinese where there is a Han character, and Traditional where folding to
  /// Simplified changes it.
  init(ofText text: String) {
    let isChinese = text.unicodeScalars.contains { $0.value.isHan }
    self = !isChinese ? .english : Folding.simplified(text) == text ? .simplifiedChinese : .traditionalChinese
  }
}

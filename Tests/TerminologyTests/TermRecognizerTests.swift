import TestSupport
import TextCore
import Testing

@testable import Terminology

struct TermRecognizerTests {
  /// What a recogniser of these terms finds: each term is a concept of its own, Chinese if it has Han characters.
  private func found(
    _ terms: [String], in marked: String, nested: Bool = false, isOrdinaryWord: ((String) -> Bool)? = nil
  ) -> (spans: [TextSpan], expected: [TextSpan], terms: [String], forms: [TermMatch.Form]) {
    let text = MarkedText(marked)
    let matches = recognizer(terms, isOrdinaryWord).matches(in: text.text, nested: nested)
    return (matches.map(\.span), text.spans, matches.map { terms[$0.concept] }, matches.map(\.form))
  }

  private func recognizer(_ terms: [String], _ isOrdinaryWord: ((String) -> Bool)? = nil) -> TermRecognizer {
    TermRecognizer(
      terms.enumerated().map { index, text in
        let isChinese = text.unicodeScalars.contains { $0.value.isHan }
        let language: TermLanguage = isChinese ? .simplifiedChinese : .english
        return ConceptEntry(id: "\(index)", terms: [Term(language: language, text: text)])
      }, isOrdinaryWord: isOrdinaryWord)
  }

  @Test func `finds terms where they stand and nowhere else`() {
    let cases: [(terms: [String], text: String)] = [
      (["淘宝村"], "全国有三千多个⟦淘宝村⟧。"),
      (["淘宝村"], "全國有三千多個⟦淘寶村⟧。"),
      (["淘宝", "淘宝村"], "⟦淘宝村⟧和⟦淘宝⟧"),
      (["Taobao village"], "The first ⟦Taobao Villages⟧ and a ⟦taobao village⟧."),
      (["Taobao villages"], "One ⟦Taobao village⟧, two ⟦Taobao villages⟧, the ⟦Taobao village⟧'s shops"),
      (["smart city"], "⟦Smart cities⟧, a ⟦smart\ncity⟧, a ⟦smart  city⟧, smartcity, smart\n\ncity"),
      (["WHO"], "those who know the ⟦WHO⟧, not Who nor WHOLE"),
      (["PC"], "two ⟦PCs⟧, one ⟦PC⟧; pc, pcs, ⟦ＰＣ⟧端"),
      (["DT"], "从IT到⟦DT⟧时代, dt"),
      (["Ali"], "⟦Ali⟧ is not alike nor ali; ⟦Ali⟧'s; ⟦ALI⟧; Alike"),
      (["WeChat"], "⟦WeChat⟧ and ⟦WECHAT⟧, not wechat"),
      (["cross-border e-commerce"], "⟦cross border e-commerce⟧ is ⟦Cross-border e-commerce⟧"),
      (["rate of return"], "⟦rates of return⟧ and ⟦Rate of return⟧"),
      (["T恤"], "两件⟦T恤⟧、AT恤"),
      (["5G"], "⟦5G⟧网络, 15G, 5GB"),
      (["café"], "⟦Café⟧ ⟦cafe\u{301}⟧ caféś, cafe"),
      (["淘宝"], "ａ⟦淘宝⟧🙂⟦淘寶⟧e\u{301}⟦淘宝⟧"),
    ]
    for (terms, text) in cases {
      let result = found(terms, in: text)
      #expect(result.spans == result.expected, "\(terms) in \(text)")
    }
  }
}

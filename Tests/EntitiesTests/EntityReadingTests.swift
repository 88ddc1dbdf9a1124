import Entities
import Terminology
import TextCore
import Testing

/// One text after another, read by one reading.
struct EntityReadingTests {

  /// What a mention says when two texts are compared.
  private struct Found: Hashable {
    let kind: EntityKind
    let span: TextSpan
    let keys: [EntityKey]
  }

  private static let texts: [(language: Language, texts: [String])] = [
    (
      .chinese,
      [
        "海底捞的张勇说，2014年有30家店。", "阿里巴巴的张勇也说，30家店不多。", "张勇来了。", "董事长马晓天在杭州市，市商务局说好。", "马晓天去了。",
        "马克·扎克伯格到了惠民县，30元一斤。", "", "戴维斯先生3月5日到。", "戴维斯先生3月5日到。", "市商务局发言。",
      ]
    ),
    (
      .english,
      [
        "Daniel Zhang of Alibaba Group opened 30 shops in 2014.", "Zhang Yong of Haidilao opened 30 shops.",
        "Chairman Ma Xiaotian came to Huimin County.", "Ma also came.", "", "Mr. Davis paid 30 yuan on March 5.",
        "General manager Davis paid 30 yuan on March 5.", "New York and Huimin County have 30 shops.",
      ]
    ),
  ]

  @Test func `each text is read as if it were the only one`() {
    for recognizer in [EntityRecognizer(), ContextTests.recogniser] {
      for (language, texts) in Self.texts {
        var reading = EntityReading(recognizer, language: language)
        for text in texts + texts.reversed() {
          var found: [Found] = []
          reading.read(MappedText(text)) { found.append(Found(kind: $0, span: $1, keys: $2)) }
          let alone = recognizer.mentions(in: MappedText(text), language: language)
          #expect(found == alone.map { Found(kind: $0.kind, span: $0.span, keys: EntityKey.keys(of: $0)) }, "\(text)")
        }
      }
    }
  }
}

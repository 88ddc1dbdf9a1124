import Entities

extension BitextPage {
  /// The kinds whose lack is told, in this order.
  private static let toldKinds: [EntityKind] = [.person, .organisation, .place, .quantity, .date, .term]

  /// What one text names and the other does not, and what both do.
  var differences: String {
    let sections = Self.toldKinds.compactMap(section)
    if sections.isEmpty { return "" }
    return """
      <section class="differences">
      <h2>What each text names</h2>
      <div class="kind names"><span></span><span>only the Chinese</span><span>only the English</span><span>both</span></div>
      \(sections.joined(separator: "\n"))
      </section>
      """
  }

  private func section(_ kind: EntityKind) -> String? {
    let numbered = entities.enumerated().filter { Self.group(of: $0.element.kind) == kind }
    if numbered.isEmpty { return nil }
    let onlyChinese = numbered.filter { $0.element.english.isEmpty }
    let onlyEnglish = numbered.filter { $0.element.chinese.isEmpty }
    let both = numbered.filter { $0.element.isShared }
    let cells = [
      ("only the Chinese", onlyChinese), ("only the English", onlyEnglish), ("both", both),
    ].map { title, items in
      let list = items.map { chip($0.offset, $0.element) }.joined(separator: " ")
      return "<div><h4>\(title)</h4>\(items.isEmpty ? "<i>–</i>" : list)</div>"
    }
    return "<div class=\"kind\"><h3>\(Self.heading(of: kind))</h3>\(cells.joined())</div>"
  }

  private func chip(_ number: Int, _ entity: EntityComparison.Entity) -> String {
    let names = [entity.chineseName.map { "<span lang=\"zh\">\(escaped($0))</span>" }, entity.englishName.map(escaped)]
    let count = entity.chinese.count + entity.english.count
    let times = entity.isShared ? "" : count > 1 ? " <small>\(count)</small>" : ""
    let style = entity.isShared ? " style=\"--h:\(Self.hue(number))\"" : ""
    return "<a class=\"\(entity.isShared ? "n" : "n lone")\" href=\"#n\(number)\" data-n=\"\(number)\"\(style)>"
      + names.compactMap { $0 }.joined(separator: " ") + times + "</a>"
  }

  /// The colour of an entity: neighbours in the list are far apart on the circle.
  static func hue(_ number: Int) -> Int { (number * 137 + 20) % 360 }

  private static func group(of kind: EntityKind) -> EntityKind {
    switch kind {
    case .person, .organisation, .place, .quantity, .date: kind
    case .product, .term, .title, .event, .work, .policy, .word: .term
    }
  }

  private static func heading(of kind: EntityKind) -> String {
    switch kind {
    case .person: "People"
    case .organisation: "Organisations"
    case .place: "Places"
    case .quantity: "Numbers"
    case .date: "Dates"
    default: "Terms"
    }
  }

  // MARK: In the texts

  /// A segment with its mentions marked: what both texts name in one colour, what one names alone with a dotted line.
  func marked(_ index: Int, _ side: BitextReport.Side, _ marks: EntityMarks) -> String {
    let utf8 = Array(side.segments[index].utf8)
    var result = ""
    var position = 0
    for mark in marks.marks(of: index) where mark.span.start >= position && mark.span.end <= utf8.count {
      result += escaped(String(decoding: utf8[position..<mark.span.start], as: UTF8.self))
      let id = mark.isFirst ? " id=\"n\(mark.entity)\"" : ""
      let style = mark.isShared ? " style=\"--h:\(Self.hue(mark.entity))\"" : ""
      result += "<mark\(id) class=\"\(mark.isShared ? "n" : "n lone")\" data-n=\"\(mark.entity)\"\(style)>"
      result += escaped(String(decoding: utf8[mark.span.range], as: UTF8.self)) + "</mark>"
      position = mark.span.end
    }
    return result + escaped(String(decoding: utf8[position...], as: UTF8.self))
  }
}

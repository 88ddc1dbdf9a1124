import TextCore

/// Where the entities stand in the segments of one text.
struct EntityMarks {
  struct Mark {
    let span: TextSpan
    /// The number of the entity.
    let entity: Int
    let isShared: Bool
    /// Whether it is the first mention on the page.
    let isFirst: Bool
  }

  private var marks: [Int: [Mark]] = [:]

  init(_ entities: [EntityComparison.Entity], isChinese: Bool) {
    for (number, entity) in entities.enumerated() {
      for (place, mention) in (isChinese ? entity.chinese : entity.english).enumerated() {
        let isFirst = place == 0 && (isChinese || entity.chinese.isEmpty)
        marks[mention.segment, default: []].append(
          Mark(span: mention.span, entity: number, isShared: entity.isShared, isFirst: isFirst))
      }
    }
    for segment in marks.keys { marks[segment]?.sort { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) } }
  }

  /// The marks of a segment by place, a longer one before a shorter one.
  func marks(of segment: Int) -> [Mark] { marks[segment] ?? [] }
}

import TextCore

/// A number or a date in a text.
public enum Mention: Hashable, Sendable {
  case quantity(Quantity)
  case date(DateMention)

  /// Where it stands.
  public var span: TextSpan {
    switch self {
    case .quantity(let quantity): quantity.span
    case .date(let date): date.span
    }
  }

  /// Whether it says too little to be compared between languages.
  public var isWeak: Bool {
    switch self {
    case .quantity(let quantity): quantity.isWeak
    case .date(let date): date.isWeak
    }
  }

  /// The quantity, if it is one.
  public var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
  /// The date, if it is one.
  public var date: DateMention? { if case .date(let date) = self { date } else { nil } }

  /// The same mention, `distance` bytes further on.
  func shifted(by distance: Int) -> Mention {
    switch self {
    case .quantity(var quantity):
      quantity.span = quantity.span.shifted(by: distance)
      quantity.numeral = quantity.numeral.shifted(by: distance)
      return .quantity(quantity)
    case .date(var date):
      date.span = date.span.shifted(by: distance)
      return .date(date)
    }
  }
}

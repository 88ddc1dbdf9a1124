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
}

/// A field of an imported file that has no place of its own in our model, kept for the way back.
public struct ExtraField: Hashable, Sendable, Codable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

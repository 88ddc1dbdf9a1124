import Lint
import TextCore
import Yams

/// A value of a configuration file, with the place it stands at.
struct Setting {
  let path: String
  let node: Node
  /// What the value is of, for messages: `lint.select`.
  let name: String

  var line: Int? { node.mark?.line }

  func error(_ what: String) -> InputError { InputError(path: path, line: line, .malformed(what)) }

  /// The members of a mapping, in the order of the file.
  ///
  /// `homes` names the setting that a key belongs below which stands here by mistake.
  /// - Throws: ``InputError`` for a value that is no mapping, and for a key that is not among the known ones.
  func members(known: [String], homes: [String: String] = [:]) throws(InputError) -> [(key: String, value: Setting)] {
    try members().map { member throws(InputError) in
      if known.contains(member.key.name) { return (member.key.name, member.value) }
      if let home = homes[member.key.name] {
        throw member.key.error("“\(member.key.name)” belongs below “\(home)”: write it there, indented")
      }
      throw member.key.error(
        "“\(member.key.name)” is no setting\(name.isEmpty ? "" : " of “\(name)”")"
          + Self.hint(for: member.key.name, among: known, homes))
    }
  }

  /// The nearest of the names that are known here or elsewhere, for messages.
  private static func hint(for name: String, among known: [String], _ homes: [String: String]) -> String {
    guard let nearest = NearestName.nearest(to: name, among: known + homes.keys.sorted()) else { return "" }
    return "; did you mean “\(nearest)”\(homes[nearest].map { ", below “\($0)”" } ?? "")?"
  }

  /// The members of a mapping whose keys are the user's own.
  func members() throws(InputError) -> [(key: Setting, value: Setting)] {
    guard let mapping = node.mapping else { throw error("“\(name)” needs a mapping: names with a value each") }
    return mapping.map { key, value in
      let own = key.string ?? "?"
      return (
        Setting(path: path, node: key, name: own),
        Setting(path: path, node: value, name: name.isEmpty ? own : "\(name).\(own)")
      )
    }
  }

  /// The items of a list.
  func items() throws(InputError) -> [Setting] {
    guard let sequence = node.sequence else { throw error("“\(name)” needs a list") }
    return sequence.map { Setting(path: path, node: $0, name: name) }
  }

  func string() throws(InputError) -> String {
    guard let string = node.string else { throw error("“\(name)” needs a text") }
    return string
  }

  /// The strings of a list, or the one that stands in its place.
  func strings() throws(InputError) -> [String] {
    guard node.sequence != nil else { return [try nonEmptyString()] }
    return try items().map { item throws(InputError) in try item.nonEmptyString() }
  }

  func nonEmptyString() throws(InputError) -> String {
    guard let string = node.string, !string.isEmpty else { throw error("“\(name)” needs a text, or a list of texts") }
    return string
  }

  func bool() throws(InputError) -> Bool {
    guard let value = node.bool else { throw error("“\(name)” is true or false") }
    return value
  }

  /// One of the names that the setting knows.
  func choice<Value: RawRepresentable & CaseIterable>(
    _: Value.Type = Value.self
  ) throws(InputError) -> Value where Value.RawValue == String {
    let text = try nonEmptyString()
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    throw error("“\(text)” is no value of “\(name)” (\(known.joined(separator: ", ")))")
  }
}

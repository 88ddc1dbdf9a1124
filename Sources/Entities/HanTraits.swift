import Names

/// What may begin or end at a Han character, as bits: one look-up for each character of a text spares most others.
struct HanTraits: OptionSet {
  let rawValue: UInt8

  /// A surname that is not mostly another word.
  static let surname = HanTraits(rawValue: 1 << 0)
  /// A title begins with it.
  static let title = HanTraits(rawValue: 1 << 1)
  /// A word that ends the name of an organisation begins with it.
  static let organisation = HanTraits(rawValue: 1 << 2)
  /// The name of a place ends with it: 县.
  static let place = HanTraits(rawValue: 1 << 3)
  /// The label of a byline ends with it.
  static let label = HanTraits(rawValue: 1 << 4)
  /// The dot between the parts of a foreign name.
  static let dot = HanTraits(rawValue: 1 << 5)
  static let lineEnd = HanTraits(rawValue: 1 << 6)
  /// The name of a place of the gazetteer begins with it.
  static let knownPlace = HanTraits(rawValue: 1 << 7)

  /// The traits of each scalar of the Basic Multilingual Plane.
  static let table: [UInt8] = {
    var result = [UInt8](repeating: 0, count: 0x10000)
    func add(_ trait: HanTraits, _ scalars: [UInt32]) {
      for scalar in scalars { result[Int(scalar)] |= trait.rawValue }
    }
    add(.surname, Surnames.members.members.filter { !ChineseWords.seldomSurnames.contains($0) })
    add(.title, ChineseWords.titles.firsts.members)
    add(.organisation, ChinesePlaceFinder.organisationSuffixes.firsts.members)
    add(.place, ChinesePlaceFinder.placeSuffixes.members)
    add(.label, ChineseWords.bylineLabels.lasts.members)
    add(.dot, ForeignNameFinder.dots)
    add(.knownPlace, Gazetteer.shared.firsts.members)
    add(.lineEnd, [0x0A, 0x0D])
    return result
  }()
}

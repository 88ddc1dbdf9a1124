import TextCore

/// Says which province or city an office means that names none: in an article about Zhejiang, 省发改委 is 浙江省发改委.
enum RegionContext {
  /// Gives each Chinese organisation that begins with 省 or 市 its full name as its value.
  ///
  /// So it does with a kind of organisation: 省政府 names one once its province is known.
  ///
  /// The region is the place right before it; else the last one of its level named before; else the one that the text
  /// names most often. Costs a pass over the mentions.
  static func resolve(_ mentions: inout EntityMentions) {
    let utf8 = mentions.text.utf8
    let offices = mentions.findings.indices.filter { index in
      let finding = mentions.findings[index]
      return Level(in: utf8, at: finding.span) != nil
        && (finding.kind == .organisation || mentions.details[Int(finding.detail)].isBody)
    }
    if offices.isEmpty { return }
    let places = regions(of: mentions)
    let usual = usual(among: places.map(\.region))
    var last: [Level: String] = [:]
    var next = 0
    for office in offices {
      while next < places.count, places[next].mention < office {
        last[places[next].region.level] = places[next].region.name
        next += 1
      }
      guard let level = Level(in: utf8, at: mentions.findings[office].span), let name = last[level] ?? usual[level]
      else { continue }
      mentions.setValue(name + mentions[office].text, at: office)
    }
  }

  /// The places that are provinces and cities, with the index of their mention.
  private static func regions(of mentions: EntityMentions) -> [(mention: Int, region: Region)] {
    var known: [String: Region?] = [:]
    return mentions.findings.indices.compactMap { index in
      guard mentions.kind(at: index) == .place else { return nil }
      let name = mentions.text.string(in: mentions.findings[index].span)
      let region = known[name] ?? region(of: name)
      known[name] = .some(region)
      return region.map { (index, $0) }
    }
  }

  /// What the first character of an office says about its region.
  private enum Level {
    case province, city

    init?(in utf8: [UInt8], at span: TextSpan) {
      guard span.length >= 3 else { return nil }
      switch (utf8[span.start], utf8[span.start + 1], utf8[span.start + 2]) {
      case (0xE7, 0x9C, 0x81): self = .province  // 省
      case (0xE5, 0xB8, 0x82): self = .city  // 市
      default: return nil
      }
    }
  }

  private struct Region {
    var level: Level
    var name: String
  }

  /// The province or city that a place is, without its suffix.
  private static func region(of place: String) -> Region? {
    let name = place.unicodeScalars.map { Folding.simplified($0.value) }
    guard let last = name.last, name.count >= 2 else { return nil }
    let bare = last == 0x7701 || last == 0x5E02 ? name.dropLast() : name[...]
    let text = String(String.UnicodeScalarView(bare.compactMap { Unicode.Scalar($0) }))
    if provinces.contains(text) { return Region(level: .province, name: text) }
    return last == 0x5E02 || Gazetteer.shared.has(text) ? Region(level: .city, name: text) : nil
  }

  private static func usual(among regions: [Region]) -> [Level: String] {
    var counts: [Level: [String: Int]] = [:]
    for region in regions { counts[region.level, default: [:]][region.name, default: 0] += 1 }
    return counts.mapValues { names in
      names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
  }

  private static let provinces: Set<String> = Set(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
      .split(separator: " ").map(String.init))
}

import Terminology

extension LookupQuery.Region {
  /// The script that is read there.
  public var script: TermLanguage { self == .mainland ? .simplifiedChinese : .traditionalChinese }

  /// How ill a term suits the region: 0 for one marked as its own, 1 for the script without a mark, 2 for the other
  /// script, 3 for one marked as another region's.
  public func misfit(of term: Term) -> Int {
    if let region = term.region { return region.lowercased() == rawValue ? 0 : 3 }
    return !term.language.isChinese || term.language == script ? 1 : 2
  }

  /// How ill the best usable Chinese term of a concept suits the region; 2 for a concept without one.
  func misfit(of entry: ConceptEntry) -> Int {
    entry.terms.filter { $0.language.isChinese && $0.isUsable }
      .map { misfit(of: $0) }.min() ?? 2
  }
}

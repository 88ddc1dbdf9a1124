/// Properties in remarks: a note that begins with `duizhao:`, which other programs show as it is and our readers take
/// back.
extension EntryProperty {
  private static let mark = "duizhao:"

  /// What stands in the note: `duizhao:pinyin=Táobǎo cūn`.
  var noteText: String {
    Self.mark + name.replacing("%", with: "%25").replacing("=", with: "%3D") + "=" + value
  }

  /// Creates the property of a note; nil for a note of somebody else.
  init?(noteText: String) {
    guard noteText.hasPrefix(Self.mark), let equals = noteText.firstIndex(of: "=") else { return nil }
    let start = noteText.utf8.index(noteText.startIndex, offsetBy: Self.mark.utf8.count)
    name = String(noteText[start..<equals]).replacing("%3D", with: "=").replacing("%25", with: "%")
    value = String(noteText[noteText.index(after: equals)...])
  }

  /// A remark of the user's as note text: one that looks like a property of ours becomes one.
  static func noteText(ofRemark remark: String) -> String {
    remark.hasPrefix(mark) ? EntryProperty("note", remark).noteText : remark
  }
}

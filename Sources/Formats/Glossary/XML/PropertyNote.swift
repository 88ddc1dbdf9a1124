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
    let bytes = noteText.utf8
    guard bytes.starts(with: Self.mark.utf8), let equals = bytes.firstIndex(of: 0x3D) else { return nil }
    let name = String(noteText[bytes.index(bytes.startIndex, offsetBy: Self.mark.utf8.count)..<equals])
    // Hardly any name is escaped, and a file may have a hundred thousand of them.
    self.name =
      name.contains(byte: 0x25) ? name.replacing("%3D", with: "=").replacing("%25", with: "%") : name
    value = String(noteText[bytes.index(after: equals)...])
  }

  /// A remark of the user's as note text: one that looks like a property of ours becomes one.
  static func noteText(ofRemark remark: String) -> String {
    remark.hasPrefix(mark) ? EntryProperty("note", remark).noteText : remark
  }
}

import Formats
import Testing

struct RecognitionTests {
  @Test func `XML files are known by their root, whatever they are called`() {
    let declarations = "<?xml version='1.0'?>\n<!-- <tmx> --><!DOCTYPE x [<!ENTITY a \"]>\"><!ELEMENT b (c)>]>\n"
    let cases: [(text: String, id: String?)] = [
      ("<tbx type='TBX-Min'>", "tbx"), ("\u{FEFF}  <martif>", "tbx"), ("<tmx version='1.1'>", "tmx"),
      ("<x:xliff xmlns:x='y'>", "xliff"), ("<mtf/>", "multiterm"), ("<html>", nil), ("", nil), ("<", nil),
      ("id,en", nil),
      ("<!-- never closed", nil), ("<!DOCTYPE tbx [", nil),
    ]
    for (text, id) in cases {
      #expect(GlossaryFormat.recognized(in: Array(text.utf8))?.id == id, "\(text)")
      let body = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
      #expect(GlossaryFormat.recognized(in: Array((declarations + body).utf8))?.id == id, "\(text)")
    }
    let wide = Array("<mtf><conceptGrp/></mtf>".utf16)
    let littleEndian = wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let bigEndian = wide.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [littleEndian, [0xFF, 0xFE] + littleEndian, bigEndian, [0xFE, 0xFF] + bigEndian] {
      #expect(GlossaryFormat.recognized(in: bytes)?.id == "multiterm")
    }
  }
}

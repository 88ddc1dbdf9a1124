import TextCore
import Testing

struct DoubleByteTableTests {
  @Test
  func `every pair of bytes spells what it spells alone`() {
    for (encoding, table) in [(TextEncoding.gbk, DoubleByteTable.gbk), (.big5, .big5)] {
      var known = 0
      for lead in UInt8(0x81)...0xFE {
        for trail in UInt8(0x40)...0xFE where trail != 0x7F {
          let alone = try? SourceText(path: "pair", bytes: [lead, trail], encoding: encoding)
          var scalars = Array((alone.map { $0.text.string } ?? "").unicodeScalars.map(\.value))
          // Left out of the table: characters of private use and beyond the basic plane.
          scalars.removeAll { (0xE000...0xF8FF).contains($0) || $0 > 0xFFFF || $0 < 0x80 }
          let expected = scalars.count == 1 ? scalars[0] : nil
          #expect(table.scalar(lead: lead, trail: trail) == expected, "\(encoding) \(lead) \(trail)")
          if expected != nil { known += 1 }
        }
      }
      #expect(known > 13_000)
    }
  }

  @Test
  func `codes lead back to their characters`() {
    for scalar in UInt32(0x4E00)...0x9FA5 {
      let code = DoubleByteTable.gbk.code(of: scalar)
      #expect(code.flatMap { DoubleByteTable.gbk.scalar(lead: UInt8($0 >> 8), trail: UInt8($0 & 0xFF)) } == scalar)
    }
    #expect(DoubleByteTable.gbk.code(of: 0x4E2D) == 0xD6D0 && DoubleByteTable.big5.code(of: 0x4E2D) == 0xA4A4)
    #expect(DoubleByteTable.gbk.code(of: 0x41) == nil && DoubleByteTable.gbk.code(of: 0x1F600) == nil)
  }
}

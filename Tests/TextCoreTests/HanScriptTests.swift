import Testing
import TextCore

struct HanScriptTests {
  @Test func `characters of one script alone are told from those of both`() {
    for scalar in "國會來個們說區廣氣龍麼讀".unicodeScalars {
      #expect(HanScript.isTraditionalOnly(scalar.value), "\(scalar)")
      #expect(!HanScript.isSimplifiedOnly(scalar.value), "\(scalar)")
    }
    for scalar in "国会来个们说区气龙读发历钟".unicodeScalars {
      #expect(HanScript.isSimplifiedOnly(scalar.value), "\(scalar)")
      #expect(!HanScript.isTraditionalOnly(scalar.value), "\(scalar)")
    }
    for scalar in "后里面出同布岩峰乾著瞭昇a，\u{20000}".unicodeScalars {
      #expect(!HanScript.isTraditionalOnly(scalar.value), "\(scalar)")
      #expect(!HanScript.isSimplifiedOnly(scalar.value), "\(scalar)")
    }
  }

  @Test func `a Simplified character has a Traditional form where it has one alone`() {
    #expect(HanScript.traditionalForm(of: 0x56FD) == 0x570B)  // 国
    #expect(HanScript.traditionalForm(of: 0x53D1) == nil)  // 发: 發 or 髮
    #expect(HanScript.traditionalForm(of: 0x4EBA) == nil)  // 人
  }
}

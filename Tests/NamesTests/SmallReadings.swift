import Lexicon
import Names

/// Readings as set-up compiles them, of the few characters that tests need beside the reader's own.
enum SmallReadings {
  static let compiled: HanReadings = {
    let unihan = """
      U+6241\tkCantonese\tbin2 pin1
      U+6241\tkMandarin\tbiǎn
      U+653E\tkHanyuPinlu\tfàng(1350)
      U+653E\tkMandarin\tfàng
      U+7701\tkMandarin\tshěng
      U+7701\tkXHC1983\t1030.010:shěng 1289.030:xǐng
      U+7814\tkMandarin\tyán
      U+7DB2\tkMandarin\twǎng
      U+7EDC\tkMandarin\tluò
      U+7F51\tkMandarin\twǎng
      U+8129\tkMandarin\txiū
      U+85E9\tkMandarin\tfān
      U+8981\tkMandarin\tyào
      U+8981\tkXHC1983\t1339.040:yāo 1341.020:yào
      U+9EDB\tkCantonese\tdoi6
      U+9EDB\tkMandarin\tdài
      """
    do {
      return try HanReadings(store: ByteStore(copying: HanReadings.compiled(unihan: Array(unihan.utf8))))
    } catch {
      fatalError("\(error)")
    }
  }()

  static let reader = PinyinReader(compiled)
}

import Testing

@testable import Lexicon

struct CompiledDataTests {
  @Test func `foreign, old and short data are told apart`() throws {
    let words = EnglishWordList.compiled(words: ["village"])
    func error(_ bytes: [UInt8]) -> LexiconError? {
      do throws(LexiconError) { _ = try EnglishWordList(store: ByteStore(copying: bytes)) } catch { return error }
      return nil
    }
    #expect(error(words) == nil)
    #expect(error([]) == .truncated)
    #expect(error(Array(words.prefix(30))) == .truncated)
    #expect(error(Array(words.dropLast())) == .truncated)
    #expect(error(Array("SQLite format 3\0 and much more of it".utf8)) == .foreignData(expected: "words"))
    #expect(error(DoubleArrayTrie.compiled(from: [])) == .foreignData(expected: "words"))
    var newer = words
    newer[16] = 200
    #expect(error(newer) == .unsupportedVersion(found: 200, expected: EnglishWordList.version))
    for error in [LexiconError.truncated, .foreignData(expected: "words"), .malformedLine(3, .notAWord)] {
      #expect(!error.description.isEmpty)
    }
  }

  @Test func `data at an odd address are read as well`() throws {
    let words = EnglishWordList.compiled(words: ["village", "villages"])
    let shifted = ByteStore(copying: [0] + words)
    let list = try EnglishWordList(store: shifted.part(1..<(words.count + 1)))
    #expect(list.contains("villages"))
  }

  @Test func `what was written comes back`() throws {
    var writer = CompiledDataWriter(kind: "test", version: 3)
    writer.append(numbers: [1, -2, 3] as [Int32])
    writer.append(strings: ["", "a", "淘宝"].map { Array($0.utf8) })
    writer.append(lists: [[], [7, 8], [9]] as [[UInt16]])
    let reader = try CompiledDataReader(
      ByteStore(copying: writer.bytes()), kind: "test", version: 3, sectionCount: 5)
    #expect(Array(try reader.numbers(0, as: Int32.self).buffer) == [1, -2, 3])
    let strings = try reader.strings(1)
    #expect((-1...3).map { strings.string($0) } == ["", "", "a", "淘宝", ""])
    let lists: StoredLists<UInt16> = try reader.lists(3)
    #expect((0..<lists.count).map { Array(lists[$0]) } == [[], [7, 8], [9]])
  }
}

import Testing
import TextCore

@testable import Formats

@Suite struct UnifiedDiffTests {
  private func diff(_ before: String, _ edits: [(Int, Int, String)]) -> String {
    UnifiedDiff.text(
      path: "a.txt", before: Array(before.utf8),
      edits: edits.map { TextEdit(span: TextSpan($0.0, $0.1), replacement: $0.2) })
  }

  @Test func `a change stands between three lines of context`() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n", [(8, 9, "five")]) == """
        --- a.txt
        +++ a.txt
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `two changes in one line are one change, distant ones two hunks`() {
    let text = "a b\n" + String(repeating: "x\n", count: 10) + "c\n"
    let result = diff(text, [(0, 1, "A"), (2, 3, "B"), (24, 25, "C")])
    #expect(result.contains("-a b\n+A B\n"))
    #expect(result.components("@@ -") == 2)
    #expect(result.contains("@@ -9,4 +9,4 @@"))
  }

  @Test func `a heading stands behind the line numbers of its hunk`() {
    let text = String(repeating: "x\n", count: 20)
    let result = UnifiedDiff.text(
      path: "a.txt", before: Array(text.utf8),
      edits: [0, 30].map { TextEdit(span: TextSpan($0, $0 + 1), replacement: "y") },
      heading: { "bytes \($0.start) to \($0.end)" })
    #expect(result.contains("@@ -1,4 +1,4 @@ bytes 0 to 8\n"))
    #expect(result.contains("@@ -13,7 +13,7 @@ bytes 24 to 38\n"))
  }

  @Test func `a missing line end at the end of the file is told`() {
    #expect(
      diff("a\nb", [(2, 3, "c")]) == """
        --- a.txt
        +++ a.txt
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test func `lines that are deleted or joined keep the count right`() {
    #expect(diff("a\nb\nc\n", [(2, 4, "")]).contains("@@ -1,3 +1,2 @@\n a\n-b\n-c\n+c\n"))
    #expect(diff("a\nb\nc\n", [(1, 2, " ")]).contains("@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c\n"))
  }

  @Test func `no edits, and edits that change nothing, give no diff`() {
    #expect(diff("a\n", []).isEmpty)
    #expect(diff("a\n", [(0, 1, "a")]).isEmpty)
    #expect(diff("", []).isEmpty)
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

import Testing

@testable import DuizhaoKit

struct GitTests {
  @Test func `lines of a file that look like the headers of a diff are no headers`() {
    let diff = """
      diff --git a.txt a.txt
      --- a.txt
      +++ a.txt
      @@ -1 +1,2 @@
      --- old rule
      +++ new rule
      +@@ -1 +9 @@
      @@ -7,2 +8,0 @@ heading
      -gone
      -gone too
      @@ -12,0 +11 @@
      +late
      \\ No newline at end of file
      diff --git 文.txt 文.txt
      --- 文.txt
      +++ 文.txt
      @@ -3 +3 @@
      -旧
      +新
      """
    var changes = Git.Changes()
    Git.read(Array(diff.utf8), root: "/r", into: &changes)
    #expect(changes.lines == ["/r/a.txt": [1...2, 11...11], "/r/文.txt": [3...3]])
    #expect(changes.contain(11, of: "/r/a.txt") && !changes.contain(9, of: "/r/a.txt"))
  }
}

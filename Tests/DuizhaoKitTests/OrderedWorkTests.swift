import Testing

@testable import DuizhaoKit

struct OrderedWorkTests {
  private struct Stop: Error {}

  @Test func `results come in the order of the things, whatever the number of threads`() {
    for jobs in [1, 3, 8, 500] {
      var results: [Int] = []
      OrderedWork(Array(0..<200), jobs: jobs) { number in
        // Some take longer than those that follow.
        (0..<(number % 7 * 500)).reduce(number) { $0 &+ $1 &- $1 }
      }.forEachResult { index, output in
        #expect(index == results.count)
        results.append(output)
      }
      #expect(results == Array(0..<200))
    }
    OrderedWork([Int](), jobs: 4) { $0 }.forEachResult { _, _ in Issue.record("there is nothing to do") }
  }

  @Test func `an error of the one who takes the results ends the work`() {
    var taken = 0
    #expect(throws: Stop.self) {
      try OrderedWork(Array(0..<1000), jobs: 4) { $0 }.forEachResult { index, _ in
        if index == 10 { throw Stop() }
        taken += 1
      }
    }
    #expect(taken == 10)
  }
}

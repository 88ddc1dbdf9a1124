import Testing

@testable import Alignment

struct StepGraphTests {
  /// Two segments on each side: one to one twice, or two to two, or all left out.
  private static let steps: [LikelyStep] = {
    func number(_ chinese: Int, _ english: Int) -> UInt8 {
      UInt8(BeadModel.steps.firstIndex { $0 == (chinese, english) }!)
    }
    return [
      LikelyStep(row: 0, column: 0, number: number(1, 1)), LikelyStep(row: 0, column: 0, number: number(2, 2)),
      LikelyStep(row: 1, column: 1, number: number(1, 1)), LikelyStep(row: 0, column: 0, number: number(1, 0)),
      LikelyStep(row: 1, column: 0, number: number(1, 0)), LikelyStep(row: 2, column: 0, number: number(0, 1)),
      LikelyStep(row: 2, column: 1, number: number(0, 1)),
    ].sorted(by: LikelyStep.precedes)
  }()
  private static let graph = StepGraph(steps, chinese: 2, english: 2)

  private static func scores(_ score: (Bead) -> Double) -> [Double] { steps.map { score($0.bead) } }

  @Test func `the best way has the greatest sum`() {
    let apart = Self.scores { $0.isOneSided ? -5 : $0.chinese.count == 1 ? 1 : 1.5 }
    #expect(Self.graph.bestWay(apart).map { Self.steps[$0].bead.chinese } == [0..<1, 1..<2])
    let together = Self.scores { $0.isOneSided ? -5 : $0.chinese.count == 1 ? 1 : 2.5 }
    #expect(Self.graph.bestWay(together).map { Self.steps[$0].bead.chinese } == [0..<2])
    let alone = Self.scores { $0.isOneSided ? 1 : -5 }
    #expect(Self.graph.bestWay(alone).count == 4)
  }

  @Test func `probabilities are the shares of all ways`() {
    // Three ways of equal weight: 1-1 twice, 2-2, and four beads of one side.
    let (probabilities, total) = Self.graph.probabilities(Self.steps.map { _ in 0 })
    #expect(probabilities.allSatisfy { abs($0 - 1.0 / 3) < 1e-9 })
    #expect(abs(total - 1.0986122886681098) < 1e-9)
  }

  @Test func `a barred step is on no way`() {
    let scores = Self.scores { $0.chinese.count == 2 ? -.infinity : 0 }
    let (probabilities, _) = Self.graph.probabilities(scores)
    for (step, probability) in zip(Self.steps, probabilities) {
      #expect(abs(probability - (step.bead.chinese.count == 2 ? 0 : 0.5)) < 1e-9)
    }
  }

  @Test func `a step that all ways lead through cannot be avoided`() {
    let (one, two) = (UInt8(0), UInt8(BeadModel.steps.firstIndex { $0 == (2, 2) }!))
    let steps = [
      LikelyStep(row: 0, column: 0, number: one), LikelyStep(row: 1, column: 1, number: one),
      LikelyStep(row: 1, column: 1, number: two), LikelyStep(row: 2, column: 2, number: one),
      LikelyStep(row: 3, column: 3, number: one), LikelyStep(row: 4, column: 4, number: two),
    ]
    let graph = StepGraph(steps, chinese: 6, english: 6)
    #expect(graph.isAvoidable == [false, true, true, true, false, false])
    #expect(Self.graph.isAvoidable.allSatisfy { $0 })
    // What such a step scores changes no probability.
    let scores = [0.0, 1, 1.5, 0.25, 0, 0]
    let others = zip(scores, graph.isAvoidable).map { $1 ? $0 : -7 }
    for (a, b) in zip(graph.probabilities(scores).steps, graph.probabilities(others).steps) {
      #expect(abs(a - b) < 1e-12)
    }
    #expect(graph.bestWay(scores) == graph.bestWay(others))
  }

  @Test func `without any way nothing is probable`() {
    #expect(Self.graph.probabilities(Self.steps.map { _ in -.infinity }).steps.allSatisfy { $0 == 0 })
    #expect(Self.graph.bestWay(Self.steps.map { _ in -.infinity }).isEmpty)
  }
}

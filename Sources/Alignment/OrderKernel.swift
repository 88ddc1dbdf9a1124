import Glibc

/// How much likelier words translate each other that stand at the same place of their sides.
struct OrderKernel {
  private let closeness: [Float]
  private let norms: [Float]
  private static let steepness: Float = 5
  static let floor: Float = 0.2

  init() {
    let (steepness, floor) = (Self.steepness, Self.floor)
    closeness = (0...256).map { expf(-steepness * Float($0) / 256) }
    norms = (0...256).map { index in
      let place = Float(index) / 256
      let mean = (2 - expf(-steepness * place) - expf(-steepness * (1 - place))) / steepness
      return (1 - floor) / mean
    }
  }

  /// How close two places are, each between 0 and 1.
  @inline(__always)
  func closeness(_ here: Float, _ there: Float) -> Float { closeness[Int(abs(here - there) * 256)] }

  /// The factor by which the closeness to a place counts.
  @inline(__always)
  func norm(_ place: Float) -> Float { norms[Int(place * 256)] }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processor time of this thread: how work grows, whatever else the machine does meanwhile.
public enum ProcessorTime {
  /// What the body takes.
  public static func spent(_ body: () throws -> Void) rethrows -> Duration {
    let start = now()
    try body()
    return now() - start
  }

  /// How many times as much work of eight times the size takes: 8 where the time is linear, 64 where it goes by the square.
  public static func growth(from size: Int, _ work: (_ size: Int) throws -> Void) rethrows -> Double {
    try work(1 + size / 16)
    let small = max(try spent { try work(size) }, .milliseconds(2))
    return try spent { try work(size * 8) } / small
  }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

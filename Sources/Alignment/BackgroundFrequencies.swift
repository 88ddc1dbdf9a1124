/// How common words are at large, roughly: what a short text cannot tell by itself.
///
/// The commonest function words have their share of running text in thousandths, rounded, as any corpus of news and
/// fiction gives it; every other word counts as rare.
enum BackgroundFrequencies {
  /// How many words of running text the background is worth beside those of the text itself.
  static let weight = 1500.0

  /// The share of a word, a number or a mark among the tokens of running text.
  static func share(of key: TokenKey) -> Double {
    switch key {
    case .word(let word): commonWords[word] ?? 0.0001
    case .number(let value): value > 0 && value <= 3 ? 0.002 : 0.0002
    case .mark(let mark): mark == .openQuote || mark == .closeQuote ? 0.008 : 0.003
    case .entity: 0.0002
    }
  }

  private static let commonWords: [String: Double] = {
    var table: [String: Double] = [:]
    for (share, words) in [
      (60.0, "the 的"), (30, "of to and"), (20, "a in 了"), (10, "that is for it on was he as with be 是 在 他 我"),
      (
        5,
        "by i at this are from have not his they but will we her had or she an has you which said their 不 有 和 她 这 也 就 说 人 你 们 着 到 我们 他们 上 都"
      ),
      (
        2,
        "would been one all up can were if more out there time when it who what into about no so them also could other these than after some people new do my your him then only like me make year just over how our now any may such should very 个 年 中 大 对 为 与 而 但 要 会 去 来 把 被 从 又 还 没有 自己 这个 那 一个 可以 什么 里 后 以 等 将 地 得 很 之 时 用 之后 因为 如果 所 过 下 看 两 于 向 并 让 给 能 没"
      ),
    ] {
      for word in words.split(separator: " ") { table[String(word)] = share / 1000 }
    }
    return table
  }()
}

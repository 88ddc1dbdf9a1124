struct EnglishScanner {
  init(_ utf8: [UInt8]) {}
  mutating func scan() -> [Mention] { [] }
}

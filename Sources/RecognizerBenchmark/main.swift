// Times the term recogniser for tools/benchmark-recognizer. Not part of the product.
//
//   RecognizerBenchmark compile TERMS COMPILED [substring]
//     TERMS: a term a line, or concept, language and term with tabulators between them.
//     With `substring`, terms are sought in any case and inside words too, as the libraries beside us seek them.
//   RecognizerBenchmark run COMPILED TEXT longest|all occurrences|matches [REPEATS]
//     Maps COMPILED, then finds the terms of each line of TEXT; prints one JSON object.
//   RecognizerBenchmark fold IN OUT
//     Writes each line of IN folded, with white space as the recogniser reads it.
import Glibc
import Lexicon
import Terminology
import TextCore

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "compile" where arguments.count >= 4:
  compile(arguments[2], to: arguments[3], isSubstring: arguments.dropFirst(4).first == "substring")
case "run" where arguments.count >= 6:
  run(
    arguments[2], arguments[3], nested: arguments[4] == "all", wantsMatches: arguments[5] == "matches",
    repeats: arguments.count > 6 ? Int(arguments[6]) ?? 5 : 5)
case "fold" where arguments.count == 4:
  fold(arguments[2], to: arguments[3])
default:
  print("usage: see the head of Sources/RecognizerBenchmark/main.swift")
  exit(2)
}

func compile(_ path: String, to output: String, isSubstring: Bool) {
  let start = seconds(CLOCK_MONOTONIC)
  var concepts: [ConceptEntry] = []
  for line in lines(of: contents(of: path)) {
    let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
    guard let text = fields.last else { continue }
    let language = fields.count > 1 ? TermLanguage(tag: fields[1]) ?? .simplifiedChinese : .simplifiedChinese
    let term = Term(
      language: language, text: text, caseRule: isSubstring ? .any : .smart,
      matchRule: isSubstring ? .substring : .inflected)
    if fields.count > 1, concepts.last?.id == fields[0] {
      concepts[concepts.count - 1].terms.append(term)
    } else {
      concepts.append(ConceptEntry(id: fields[0], terms: [term]))
    }
  }
  let compiled = CompiledGlossary.compiled(from: concepts, identity: [])
  write(compiled, to: output)
  print(
    "{\"concepts\": \(concepts.count), \"bytes\": \(compiled.count), \"seconds\": \(seconds(CLOCK_MONOTONIC) - start)}")
}

func run(_ compiled: String, _ path: String, nested: Bool, wantsMatches: Bool, repeats: Int) {
  guard let mappedText = mapped(path) else {
    print("\(path) cannot be read")
    exit(2)
  }
  let text = mappedText.bytes.bindMemory(to: UInt8.self)
  let before = seconds(CLOCK_MONOTONIC)
  guard let store = mapped(compiled), let glossary = try? CompiledGlossary(store: store, identity: []) else {
    print("\(compiled) cannot be opened")
    exit(2)
  }
  let load = seconds(CLOCK_MONOTONIC) - before
  let recognizer = glossary.recognizer
  var best = Double.infinity
  var count = 0
  for _ in 0..<repeats {
    count = 0
    let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
    forEachLine(of: text) { line in
      count +=
        wantsMatches
        ? recognizer.matches(inUTF8: line, nested: nested).count
        : recognizer.occurrences(in: line, nested: nested).count
    }
    best = min(best, seconds(CLOCK_PROCESS_CPUTIME_ID) - start)
  }
  print(
    "{\"loadMilliseconds\": \(load * 1000), \"seconds\": \(best), \"matches\": \(count),",
    "\"bytes\": \(text.count), \"peakKilobytes\": \(peakMemory())}"
  )
}

func forEachLine(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  guard let base = text.baseAddress else { return }
  var index = 0
  while index < text.count {
    let end = memchr(base + index, 0x0A, text.count - index).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    body(UnsafeBufferPointer(rebasing: text[index..<(end ?? text.count)]))
    index = (end ?? text.count) + 1
  }
}

func fold(_ path: String, to output: String) {
  var result: [UInt8] = []
  for line in lines(of: contents(of: path)) {
    let words = Folding.folded(Array(line)).utf8.split { $0 <= 0x20 }
    result += words.joined(separator: [0x20])
    result.append(0x0A)
  }
  write(result, to: output)
}

// MARK: Files and clocks

func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: 0x0A) }

func contents(of path: String) -> [UInt8] {
  guard let store = mapped(path) else {
    print("\(path) cannot be read")
    exit(2)
  }
  return Array(store.bytes)
}

func mapped(_ path: String) -> ByteStore? {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  var status = stat()
  guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
  let length = Int(status.st_size)
  guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
    return nil
  }
  return ByteStore(unsafeBytes: UnsafeRawBufferPointer(start: address, count: length), owner: Forever())
}

final class Forever {}

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
    print("\(path) cannot be written")
    exit(2)
  }
}

func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The greatest resident memory so far.
func peakMemory() -> Int {
  for line in lines(of: procStatus()) where line.starts(with: "VmHWM:".utf8) {
    return Int(String(decoding: line.filter { $0 &- 0x30 < 10 }, as: UTF8.self)) ?? 0
  }
  return 0
}

func procStatus() -> [UInt8] {
  guard let file = fopen("/proc/self/status", "r") else { return [] }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 8192)
  return Array(buffer[..<fread(&buffer, 1, 8192, file)])
}

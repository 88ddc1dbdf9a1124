import Configuration
import Formats
import Lint
import TextCore

/// A file to check.
struct LintTask: Sendable {
  /// Where it is; `-` is standard input.
  let path: String
  /// What reports call it.
  let name: String
  /// The path of its original.
  let source: String?
  let project: LintProject
  /// How many threads may work on the file.
  var threads = 1

  /// Why a file was not checked: something about the file, or something else that stops the run.
  enum Failure: Error {
    case input(InputError)
    case other(any Error)
  }

  /// Reads the file, checks it, and leaves out what is suppressed.
  func outcome(encoding: TextEncoding?, cache: LintCache?) -> Result<LintResult, Failure> {
    do {
      return .success(try result(encoding, cache))
    } catch let error as InputError {
      return .failure(.input(error))
    } catch {
      return .failure(.other(error))
    }
  }

  private func result(_ encoding: TextEncoding?, _ cache: LintCache?) throws -> LintResult {
    let bytes = try Files.bytes(of: path)
    let original = try source.map { path throws(InputError) in
      (path: path, bytes: try Files.bytes(of: path))
    }
    let checker = project.checker(for: name)
    let input = try LintInput(path: name, bytes: bytes, original: original, encoding: encoding)
    let findings = try findings(checker, input, cache, encoding)
    var result = LintResult(input, path: path, findings: findings)
    let suppressions = input.suppressions(
      ids: project.ids, project.configuration, relativePath: project.relativePath(of: name))
    result.suppress(suppressions, checker)
    return result
  }

  private func findings(
    _ checker: FileChecker, _ input: LintInput, _ cache: LintCache?, _ encoding: TextEncoding?
  ) throws -> [Finding] {
    guard let cache, let identity = project.tools.identity() else {
      return try checker.findings(in: input, with: project.tools, threads: threads)
    }
    var hash = ContentHash()
    hash.add("findings 3")
    hash.add(identity)
    hash.add(checker.identity)
    hash.add(project.configuration?.text ?? "")
    hash.add(encoding?.rawValue ?? "")
    for file in [input.file, input.original?.file] {
      hash.add(file?.path ?? "")
      hash.add(file?.bytes ?? [])
    }
    if let known = cache.findings(named: hash.description) { return known }
    let findings = try checker.findings(in: input, with: project.tools, threads: threads)
    cache.keep(findings, as: hash.description)
    return findings
  }
}

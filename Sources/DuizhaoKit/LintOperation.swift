import Configuration
import Formats
import Lint
import TextCore

/// Checks files: what `duizhao lint` does.
public struct LintOperation {
  /// What the user chose of the rules, over the configuration.
  public struct Choices: Sendable {
    /// Rules or families to run instead of those that would; empty for those.
    public var selected: [String] = []
    /// Rules or families to run besides.
    public var extended: [String] = []
    /// Rules or families not to run.
    public var ignored: [String] = []

    public init() {}

    /// - Throws: ``InputError`` with the nearest id for a rule that does not exist.
    func layer(among ids: [String]) throws(InputError) -> RuleSelection.Layer {
      func names(_ texts: [String], _ option: String) throws(InputError) -> [RuleName] {
        try texts.map { text throws(InputError) in try RuleName(text, among: ids, path: option) }
      }
      var layer = RuleSelection.Layer()
      layer.selected = selected.isEmpty ? nil : try names(selected, "--select")
      layer.extended = try names(extended, "--extend-select")
      layer.ignored = try names(ignored, "--ignore")
      return layer
    }
  }

  /// The original of the one file to check, to compare it with.
  public var source: String?
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?
  public var choices = Choices()
  /// The name that standard input goes by.
  public var standardInputName: String?
  /// Only what differs from this revision of Git is reported.
  public var changedSince: String?
  /// How many files are checked at once, and parts of one where there are fewer files.
  public var jobs = 1
  /// Where findings are kept between two runs; nil to keep none.
  public var cacheFolder: String?
  /// Gets what the steps of the checks took; nil to measure nothing.
  public var timings: StepTimings?
  /// The path of the baseline, over that of the configuration; an empty one for none.
  public var baseline: String?

  public init() {}

  /// Checks each file, and the texts and tables in each folder.
  ///
  /// A file that cannot be read is among the failures, and the others are checked all the same.
  /// - Throws: ``InputError`` for a rule that does not exist, a broken configuration or baseline, and a revision that
  ///   Git does not know.
  public func run(on paths: [String], in workspace: Workspace) throws -> LintRun {
    var walk = FileWalk(workspace.configurationChoice)
    let changes = try changedSince.map { revision throws(InputError) in
      try Git.changes(since: revision, inRepositoryOf: Files.absolute("."))
    }
    var projects = LintProjects(workspace, choices, timings)
    var run = LintRun()
    let files = try walk.files(at: paths).map { path throws(InputError) in
      let name = path == "-" ? standardInputName ?? path : path
      let project = try projects.project(for: name)
      run.failOn = min(run.failOn ?? .error, project.configuration?.failOn ?? .warning)
      run.baselinePath = run.baselinePath ?? baseline ?? project.configuration?.baseline
      let sources = source == nil ? project.sources(ofTarget: name) : []
      let original = source ?? sources.first(where: Files.exists)
      if original == nil, let missing = sources.first {
        run.missingOriginals.append(
          InputError(path: name, .malformed("is checked by itself: its original \(missing) is not there")))
      }
      return LintTask(path: path, name: name, source: original, project: project)
    }
    var wanted = files.filter { changes?.concerns($0) ?? true }
    // Steps of several threads at once could not be told apart.
    let jobs = timings == nil ? jobs : 1
    for index in wanted.indices { wanted[index].threads = max(1, jobs / wanted.count) }
    let cache = cacheFolder.map { LintCache(folder: $0) }
    let encoding = encoding
    run.failures = walk.failures
    let work = OrderedWork(wanted, jobs: jobs) { $0.outcome(encoding: encoding, cache: cache) }
    try work.forEachResult { _, outcome in
      switch outcome {
      case .success(let result): run.results.append(changes.map { result.restricted(to: $0) } ?? result)
      case .failure(.input(let error)): run.failures.append(error)
      case .failure(.other(let error)): throw error
      }
    }
    cache?.clearOld()
    try run.readBaseline()
    return run
  }
}

/// The configurations of a run.
private struct LintProjects {
  private let workspace: Workspace
  private let choices: LintOperation.Choices
  private let timings: StepTimings?
  private let lock = LintTools.Lock()
  private var search: ConfigurationSearch
  private var projects: [String: LintProject] = [:]

  init(_ workspace: Workspace, _ choices: LintOperation.Choices, _ timings: StepTimings?) {
    self.workspace = workspace
    self.choices = choices
    self.timings = timings
    search = ConfigurationSearch(workspace.configurationChoice)
  }

  mutating func project(for path: String) throws(InputError) -> LintProject {
    let configuration = try search.configuration(forFolder: Files.folder(of: Files.absolute(path)))
    let key = configuration?.path ?? ""
    if let known = projects[key] { return known }
    let tools = LintTools(
      workspace.configured(by: configuration), style: configuration?.style ?? StyleGuide(), lock: lock, timings: timings
    )
    let project = try LintProject(configuration, choices: choices, tools: tools)
    projects[key] = project
    return project
  }
}

extension Git.Changes {
  /// Whether a file or its original differs.
  fileprivate func concerns(_ task: LintTask) -> Bool {
    task.path == "-" || touch(Files.absolute(task.path)) || task.source.map { touch(Files.absolute($0)) } ?? false
  }
}

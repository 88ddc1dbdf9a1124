import Lint

/// The rules that every project has.
public enum StandardRules {
  /// The rules about texts and those about suppressions, by id.
  public static let all: [RuleMetadata] =
    (RuleRegistry.all.map { $0.metadata } + SuppressionRule.all).sorted { $0.id < $1.id }
}

/// What is wrong with suppressions.
enum SuppressionRule {
  static let all = [unclear, unexplained, unused]

  static let unclear = RuleMetadata(
    id: "suppression/unclear", summary: "A suppression that cannot be understood.",
    rationale: "A misspelt rule or word makes it do nothing, without a sign of that.",
    remedy:
      "Write duizhao-ignore, duizhao-ignore-file, duizhao-disable or duizhao-enable, then rules with commas between, a colon and the reason.",
    severity: .warning, certainty: "Certain.",
    examples: [
      .flagged("⟦<!-- duizhao-ignore numbr/mismatch: quoted -->⟧"),
      .clean("<!-- duizhao-ignore number/mismatch: quoted -->"),
    ])

  static let unexplained = RuleMetadata(
    id: "suppression/unexplained", summary: "A suppression without a reason.",
    rationale: "Whoever reads the text next cannot know whether the finding was judged or only silenced.",
    remedy: "Write the reason behind a colon.", severity: .warning, certainty: "Certain.",
    examples: [
      .flagged("⟦<!-- duizhao-ignore number/mismatch -->⟧"),
      .clean("<!-- duizhao-ignore number/mismatch: the report itself has it so -->"),
    ])

  static let unused = RuleMetadata(
    id: "suppression/unused", summary: "A suppression of a finding that is not there.",
    rationale: "The text was mended, or the rule has learned; the suppression would hide the next finding.",
    remedy: "Take it away.", severity: .warning,
    certainty: "Certain: the rules that it names ran on the text, and found nothing there.",
    examples: [
      .flagged("⟦<!-- duizhao-ignore number/mismatch: quoted -->⟧ The plant cost 48 billion yuan."),
      .clean("The plant cost 48 billion yuan."),
    ])
}

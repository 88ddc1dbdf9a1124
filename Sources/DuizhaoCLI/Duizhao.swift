import ArgumentParser

@main
struct Duizhao: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "duizhao")
}

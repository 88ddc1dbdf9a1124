import TextCore

struct PinyinResidue: DamageMechanism {
  var signs: DamageSigns { .annotation }
  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] { [] }
}

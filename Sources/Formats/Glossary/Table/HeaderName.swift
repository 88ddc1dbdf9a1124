import TextCore

import enum Terminology.AdministrativeStatus
import enum Terminology.TermLanguage

/// The name of a column as people write it: `中文术语`, `Term (EN)`, `English definition`, `备注`.
///
/// It is taken apart into a language and the rest; names are compared without case, width and Traditional forms.
struct HeaderName {
  /// What a name may tell of the language.
  enum Tongue: Hashable {
    case chinese, simplified, traditional, english
  }

  /// What is left of a name without its language.
  enum Subject: Hashable {
    case terms(AdministrativeStatus)
    case sourceTerms, targetTerms, sourceLanguage, targetLanguage
    case column(TableColumn)
    case detail(TableColumn.TermDetail)
    case definition
  }

  let tongue: Tongue?
  let subject: Subject?

  init(_ name: String) {
    let tokens = Self.tokens(of: name)
    var tongue: Tongue?
    var rest: [String] = []
    for token in tokens {
      if let known = Self.tongues[token] {
        tongue = Self.narrower(tongue, known)
      } else if !Self.silent.contains(token) {
        let (found, left) = Self.chineseTongue(in: token)
        if let found { tongue = Self.narrower(tongue, found) }
        if !left.isEmpty { rest.append(left) }
      }
    }
    self.tongue = tongue
    let base = rest.joined(separator: " ")
    if base.isEmpty {
      subject = tongue == nil ? nil : .terms(.preferred)
    } else {
      subject = Self.subjects[base]
    }
  }

  /// Whether the name says anything that we understand.
  var isKnown: Bool { subject != nil }

  private static func narrower(_ before: Tongue?, _ now: Tongue) -> Tongue {
    before == nil || before == .chinese ? now : before ?? now
  }

  /// Runs of letters and digits, folded.
  private static func tokens(of name: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    for scalar in Folding.folded(name).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        token.unicodeScalars.append(scalar)
      } else if !token.isEmpty {
        tokens.append(token)
        token = ""
      }
    }
    return token.isEmpty ? tokens : tokens + [token]
  }

  /// The language that a run of Han characters names at its beginning or end, and the run without it.
  private static func chineseTongue(in token: String) -> (Tongue?, String) {
    var rest = token[...]
    var result: Tongue?
    var isChanged = true
    while isChanged {
      isChanged = false
      for (word, tongue) in chineseWords {
        if rest.hasPrefix(word) {
          rest = rest.dropFirst(word.count)
        } else if rest.hasSuffix(word) {
          rest = rest.dropLast(word.count)
        } else {
          continue
        }
        result = narrower(result, tongue)
        isChanged = true
      }
    }
    return (result, String(rest))
  }

  private static let tongues: [String: Tongue] = [
    "en": .english, "eng": .english, "english": .english, "英": .english,
    "zh": .chinese, "zho": .chinese, "chi": .chinese, "chinese": .chinese, "mandarin": .chinese, "中": .chinese,
    "cn": .simplified, "zhcn": .simplified, "hans": .simplified, "chs": .simplified, "sc": .simplified,
    "prc": .simplified, "simplified": .simplified, "简": .simplified,
    "tw": .traditional, "hk": .traditional, "zhtw": .traditional, "hant": .traditional, "cht": .traditional,
    "tc": .traditional, "taiwan": .traditional, "traditional": .traditional, "繁": .traditional,
  ]

  private static let chineseWords: [(word: String, tongue: Tongue)] = [
    ("简体中文", .simplified), ("繁体中文", .traditional), ("正体中文", .traditional), ("简体", .simplified),
    ("繁体", .traditional), ("正体", .traditional), ("简中", .simplified), ("繁中", .traditional), ("中文", .chinese),
    ("汉语", .chinese), ("汉字", .chinese), ("华语", .chinese), ("国语", .chinese), ("普通话", .chinese),
    ("英文", .english), ("英语", .english), ("台湾", .traditional), ("香港", .traditional), ("大陆", .simplified),
  ]

  /// Words that say nothing beside a language: `English (United States)`, `Chinese_PRC`, `lang`.
  private static let silent: Set<String> = [
    "us", "usa", "uk", "gb", "united", "states", "kingdom", "china", "the", "of", "mainland",
  ]

  private static let subjects: [String: Subject] = {
    var result: [String: Subject] = [:]
    func add(_ subject: Subject, _ names: String) {
      for name in names.split(separator: ",") { result[String(name)] = subject }
    }
    add(
      .terms(.preferred),
      "term,terms,术语,词条,词汇,名称,名词,术语名称,术语名,词,词语,单词,表述,headword,entry,word,name,phrase,preferred term,preferred,首选术语,规范用语,text,string"
    )
    add(.sourceTerms, "source,source term,source text,sourcestring,source string,src,原文,源语,源术语,原文术语,源文本,源词")
    add(
      .targetTerms,
      "target,target term,target text,targetstring,target string,tgt,trg,translation,translations,译文,译名,翻译,译法,译词,目标语,目标术语,目标文本,对应词,对照"
    )
    add(.sourceLanguage, "source language,sourcelang,source lang,srclang,源语言")
    add(.targetLanguage, "target language,targetlang,target lang,tgtlang,trglang,目标语言")
    add(
      .terms(.admitted),
      "synonym,synonyms,同义词,近义词,别名,别称,又称,又名,也称,其他译法,其他名称,alias,aliases,alternative,alternatives,also,variant,variants,admitted,admitted term,缩写,缩略语,简称,简写,常用缩写,abbreviation,abbreviations,acronym,abbr"
    )
    add(.terms(.deprecated), "deprecated,deprecated term,不推荐,不推荐用语,旧称,旧译")
    add(.terms(.forbidden), "forbidden,forbidden term,禁用,禁用词,禁用语,禁用译法,禁止使用,do not use,avoid,prohibited")
    add(.definition, "definition,definitions,def,定义,释义,解释,说明,含义,description,explanation,meaning,gloss")
    add(.detail(.note), "note,notes,备注,附注,注释,注,comment,comments,remark,remarks,usage,用法")
    add(.detail(.partOfSpeech), "pos,part speech,词性,词类,word class,speech part")
    add(.detail(.pinyin), "pinyin,拼音,读音,注音")
    add(.detail(.contexts), "context,contexts,example,examples,例句,例子,示例,语境,上下文,sample sentence")
    add(.column(.subjectField), "subject,subject field,subjectfield,domain,field,topic,category,领域,学科,专业,分类,主题,类目,行业")
    add(.column(.type), "concept type,概念类型,类型,实体类型")
    add(.column(.source), "来源,出处,依据,term source,术语来源,reference source")
    add(.column(.definitionSource), "definition source,定义来源")
    add(.column(.customer), "customer,client,客户")
    add(.column(.project), "project,项目")
    add(.column(.doNotTranslate), "do not translate,dnt,不翻译,不译,无需翻译,non translatable,untranslatable")
    add(.column(.id), "concept id,conceptid,entry id,entryid,term id,termid,术语编号,条目编号")
    return result
  }()
}

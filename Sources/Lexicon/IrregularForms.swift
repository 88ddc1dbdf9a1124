/// English forms that the rules of spelling do not give.
enum IrregularForms {
  /// The bases of a form: `bought` comes from `buy`, `lives` from `life`.
  static let bases: [String: [String]] = {
    var table: [String: [String]] = [:]
    func add(_ form: String, _ base: String) {
      if form != base, table[form]?.contains(base) != true { table[form, default: []].append(base) }
    }
    for (base, forms) in plurals.sorted(by: { $0.key < $1.key }) { for form in forms { add(form, base) } }
    for (base, forms) in pasts.sorted(by: { $0.key < $1.key }) { for form in forms { add(form, base) } }
    for (form, base) in others { add(form, base) }
    return table
  }()

  /// The singulars of irregular plurals.
  static let singulars: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (singular, forms) in plurals.sorted(by: { $0.key < $1.key }) {
      for form in forms where form != singular { table[form, default: []].append(singular) }
    }
    return table
  }()

  /// Irregular plurals by their singular.
  static let plurals = table(
    """
    man men
    woman women
    child children
    person people persons
    foot feet
    tooth teeth
    goose geese
    mouse mice
    ox oxen
    life lives
    wife wives
    knife knives
    half halves
    shelf shelves
    leaf leaves
    thief thieves
    wolf wolves
    self selves
    calf calves
    loaf loaves
    datum data
    medium media mediums
    criterion criteria
    phenomenon phenomena
    bacterium bacteria
    curriculum curricula
    analysis analyses
    basis bases
    crisis crises
    thesis theses
    hypothesis hypotheses
    axis axes
    oasis oases
    diagnosis diagnoses
    index indices indexes
    appendix appendices
    matrix matrices
    vertex vertices
    hero heroes
    potato potatoes
    tomato tomatoes
    echo echoes
    embargo embargoes
    veto vetoes
    quiz quizzes
    businessman businessmen
    businesswoman businesswomen
    spokesman spokesmen
    spokeswoman spokeswomen
    salesman salesmen
    chairman chairmen
    fisherman fishermen
    gentleman gentlemen
    series series
    species species
    sheep sheep
    fish fish
    aircraft aircraft
    means means
    headquarters headquarters
    news news
    staff staff
    """)

  /// Irregular past tenses and participles by their infinitive.
  static let pasts = table(
    """
    arise arose arisen
    be was were been
    bear bore borne born
    beat beat beaten
    become became become
    begin began begun
    bend bent
    bet bet
    bid bid
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    broadcast broadcast
    build built
    rebuild rebuilt
    burn burned burnt
    burst burst
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came come
    cost cost
    creep crept
    cut cut
    deal dealt
    dig dug
    do did done
    draw drew drawn
    dream dreamed dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    forecast forecast
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    undergo underwent undergone
    grind ground
    grow grew grown
    hang hung hanged
    have had
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    mislead misled
    lean leaned leant
    leap leaped leapt
    learn learned learnt
    leave left
    lend lent
    let let
    lie lay lain lied
    light lit lighted
    lose lost
    make made
    remake remade
    mean meant
    meet met
    offset offset
    overcome overcame overcome
    oversee oversaw overseen
    overtake overtook overtaken
    pay paid
    repay repaid
    prove proved proven
    put put
    quit quit
    read read
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said
    see saw seen
    foresee foresaw foreseen
    seek sought
    sell sold
    resell resold
    send sent
    set set
    reset reset
    shake shook shaken
    shed shed
    shine shone shined
    shoot shot
    show showed shown
    shrink shrank shrunk
    shut shut
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    speak spoke spoken
    speed sped speeded
    spend spent
    spin spun
    split split
    spread spread
    spring sprang sprung
    stand stood
    understand understood
    withstand withstood
    steal stole stolen
    stick stuck
    sting stung
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swim swam swum
    swing swung
    take took taken
    undertake undertook undertaken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    thrust thrust
    undo undid undone
    uphold upheld
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    withdraw withdrew withdrawn
    write wrote written
    rewrite rewrote rewritten
    """)

  /// Third persons that do not end in `s` or `es` alone.
  static let thirdPersons = ["be": "is", "have": "has"]

  /// Other forms and their bases.
  private static let others: [(String, String)] = [
    ("am", "be"), ("is", "be"), ("are", "be"), ("being", "be"), ("has", "have"), ("having", "have"), ("does", "do"),
    ("doing", "do"), ("goes", "go"), ("going", "go"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"),
    ("freed", "free"),
    ("better", "good"), ("best", "good"), ("worse", "bad"), ("worst", "bad"),
  ]

  /// Verbs of several syllables that are stressed on the last, and therefore double its consonant.
  static let stressedLast: Set<String> = Set(
    [
      "admit", "allot", "begin", "commit", "compel", "concur", "confer", "control", "defer", "deter", "dispel", "embed",
      "emit", "enrol", "equip", "excel", "expel", "forget", "incur", "infer", "occur", "offset", "omit", "permit",
      "prefer", "propel", "rebel", "recur", "refer", "regret", "remit", "repel", "reset", "submit", "transfer",
      "transmit", "upset",
    ])

  private static func table(_ lines: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for line in lines.utf8.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { String(Substring($0)) }
      table[words[0]] = Array(words.dropFirst())
    }
    return table
  }
}

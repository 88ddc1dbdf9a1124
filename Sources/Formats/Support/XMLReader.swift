import CLibXML2
import TextCore

/// Reads XML as a stream of events, through libxml2's SAX2 interface.
///
/// Files from strangers are safe: nothing is fetched, no DTD is loaded, no entity is expanded but the five of XML
/// itself. A reference to any other entity is an error, and so are nesting deeper than 64 elements and a text longer
/// than 1 MiB.
enum XMLReader {
  enum Event {
    case start(XMLTag)
    /// All text between two tags; comes only when it was asked for.
    case text(String)
    case end
  }

  /// What is called for each event, with the 1-based line.
  ///
  /// It returns whether the text up to the next tag is wanted; what is not wanted costs nothing.
  typealias Handler = (_ event: Event, _ line: Int) throws(InputError) -> Bool

  static let depthLimit = 64
  static let textLimit = 1 << 20

  /// Calls the handler for each event; stops at the first error.
  ///
  /// - Throws: ``InputError`` of the handler, or for XML that is not well-formed.
  static func read(_ bytes: [UInt8], path: String, handler: Handler) throws(InputError) {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    let error = withoutActuallyEscaping(handler) { handler in
      let session = XMLSession(path: path, handler: handler)
      withExtendedLifetime(session) { session.parse(bytes) }
      return session.error
    }
    if let error { throw error }
  }
}

extension XMLReader {
  /// The same for small files, every text of which is wanted.
  static func readWithTexts(
    _ bytes: [UInt8], path: String, handler: @escaping (_ event: Event, _ line: Int) throws(InputError) -> Void
  ) throws(InputError) {
    try read(bytes, path: path) { event, line throws(InputError) in
      try handler(event, line)
      return true
    }
  }
}

/// An opening tag: a view of the parser's memory, good only until the handler returns.
struct XMLTag {
  /// Without prefix.
  let name: String
  /// Stands for the name: names are numbered from 0 in the order in which they first come in a file.
  let number: Int
  let namespace: String?
  fileprivate let count: Int
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate unowned(unsafe) let session: XMLSession

  /// The value of the attribute of that name, without prefix: `lang` for `xml:lang`.
  ///
  /// - Parameter namespace: Nil for any.
  func attribute(_ name: StaticString, namespace: StaticString? = nil) -> String? {
    for index in 0..<count {
      // Five pointers each: name, prefix, namespace, and where the value begins and ends.
      guard let attributes, let key = attributes[index * 5], let from = attributes[index * 5 + 3],
        let to = attributes[index * 5 + 4], Self.equal(key, name)
      else { continue }
      if let namespace, attributes[index * 5 + 2].map({ Self.equal($0, namespace) }) != true { continue }
      return session.value(UnsafeBufferPointer(start: from, count: to - from))
    }
    return nil
  }

  private static func equal(_ pointer: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    for index in 0..<length where pointer[index] != name.utf8Start[index] { return false }
    return pointer[length] == 0
  }
}

/// One parse: the handler, and what the callbacks of C share.
private final class XMLSession {
  private let path: String
  private let handler: XMLReader.Handler
  private(set) var error: InputError?
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  private var wantsText = false
  private var text: [UInt8] = []
  /// libxml2 keeps one copy of each name, so its address stands for it.
  ///
  /// Files have few names: the first ones are found by looking through, which is quicker than hashing.
  private var addresses: [UnsafePointer<xmlChar>] = []
  private var furtherNumbers: [UnsafePointer<xmlChar>: Int] = [:]
  private var names: [String] = []
  /// Short attribute values come again and again; each is made a string once, in the place that its bytes tell.
  private var values: [String] = Array(repeating: "", count: 64)

  init(path: String, handler: @escaping XMLReader.Handler) {
    self.path = path
    self.handler = handler
  }

  func parse(_ bytes: [UInt8]) {
    var callbacks = Self.callbacks
    let user = Unmanaged.passUnretained(self).toOpaque()
    // Errors that libxml2 has no parser at hand for would be printed; they end the parse anyhow.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      // The first four bytes tell the encoding.
      let head = min(4, buffer.count)
      guard let parser = xmlCreatePushParserCtxt(&callbacks, user, start, Int32(head), nil) else {
        return fail("the XML parser could not be started")
      }
      context = parser
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      var offset = head
      while offset < buffer.count && error == nil {
        let length = min(1 << 16, buffer.count - offset)
        xmlParseChunk(parser, start + offset, Int32(length), 0)
        offset += length
      }
      if error == nil { xmlParseChunk(parser, nil, 0, 1) }
      if error == nil, parser.pointee.wellFormed == 0 { fail("the XML is not well-formed") }
      context = nil
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(parser)
    }
  }

  private var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  fileprivate func fail(_ what: String, line: Int? = nil) {
    fail(InputError(path: path, line: line ?? self.line, .malformed(what)))
  }

  private func fail(_ error: InputError) {
    if self.error == nil { self.error = error }
    if let context { xmlStopParser(context) }
  }

  private func send(_ event: XMLReader.Event) {
    if error != nil { return }
    do { wantsText = try handler(event, line) } catch { fail(error) }
  }

  private func sendText() {
    if text.isEmpty { return }
    send(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  /// The number of a name.
  private func number(of pointer: UnsafePointer<xmlChar>) -> Int {
    if let known = addresses.firstIndex(of: pointer) ?? furtherNumbers[pointer] { return known }
    if addresses.count < 48 { addresses.append(pointer) } else { furtherNumbers[pointer] = names.count }
    names.append(String(cString: pointer))
    return names.count - 1
  }

  /// The value of an attribute.
  fileprivate func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // libxml2 leaves this one reference for a later pass that there is not here.
    if bytes.contains(0x26) {
      let value = String(decoding: bytes, as: UTF8.self)
      return value.contains("&#38;") ? value.replacing("&#38;", with: "&") : value
    }
    // Up to 15 bytes a string holds itself.
    guard (16...32).contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
    let place = (bytes.count &* 7 &+ Int(bytes[0]) &* 3 &+ Int(bytes[4]) &+ Int(bytes[bytes.count - 1])) & 63
    let isKnown = values[place].utf8.withContiguousStorageIfAvailable { known in
      known.count == bytes.count && known.elementsEqual(bytes)
    }
    if isKnown != true { values[place] = String(decoding: bytes, as: UTF8.self) }
    return values[place]
  }

  fileprivate func start(
    _ localName: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    sendText()
    depth += 1
    if depth > XMLReader.depthLimit { return fail("elements nested deeper than \(XMLReader.depthLimit)") }
    let number = number(of: localName)
    let namespace = namespace.map { names[self.number(of: $0)] }
    send(
      .start(
        XMLTag(
          name: names[number], number: number, namespace: namespace, count: attributeCount, attributes: attributes,
          session: self)))
  }

  fileprivate func end() {
    sendText()
    depth -= 1
    send(.end)
  }

  fileprivate func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !wantsText { return }
    if text.count + bytes.count > XMLReader.textLimit { return fail("a text longer than 1 MiB") }
    text.append(contentsOf: bytes)
  }

  fileprivate func problem(_ problem: xmlError) {
    // A reference to an entity that is not declared is only a warning where a DTD was named.
    let isEntity = problem.code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    guard isEntity || problem.level.rawValue >= XML_ERR_FATAL.rawValue else { return }
    let message = problem.message.map { String(cString: $0) } ?? "the XML is not well-formed"
    fail(message.trimmed.replacing("\n", with: ", "), line: problem.line > 0 ? Int(problem.line) : nil)
  }

  private static func session(_ user: UnsafeMutableRawPointer?) -> XMLSession? {
    user.map { Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var callbacks: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLSession.session(user)?.start(
        name, namespace: namespace, attributeCount: Int(count), attributes: attributes)
    }
    handler.endElementNs = { user, _, _, _ in XMLSession.session(user)?.end() }
    handler.characters = { user, bytes, count in
      XMLSession.session(user)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.reference = { user, name in
      let name = name.map { String(cString: $0) } ?? ""
      XMLSession.session(user)?.fail("a reference to the entity “\(name)”; entities are not expanded")
    }
    handler.serror = { user, problem in
      if let problem { XMLSession.session(user)?.problem(problem.pointee) }
    }
    return handler
  }
}

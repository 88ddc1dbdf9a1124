/// What every page of ours begins and ends with: it needs nothing beside itself, and fits phone and desk.
enum HTMLPage {
  /// The page; `title` is escaped already.
  static func text(title: String, language: String = "en", style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>\(style)</style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}

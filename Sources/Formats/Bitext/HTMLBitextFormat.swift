extension BitextFormat {
  /// A page with both texts side by side: what translates or resembles what, what both name, what one lacks, a dot plot.
  ///
  /// It needs nothing beside itself, fits phone and desk, and follows the reader's light or dark setting.
  public static let html = BitextFormat(id: "html", fileExtensions: ["html", "htm"]) { BitextPage($0).text }
}

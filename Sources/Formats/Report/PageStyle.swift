/// What the pages about pairs of texts look like: colours for light and dark, type, width.
enum PageStyle {
  /// The rules that every such page begins with.
  static let base = """
    :root{color-scheme:light dark;--ink:light-dark(#1c1c1e,#e9e9ea);--paper:light-dark(#fff,#141415);\
    --line:light-dark(#dcdce0,#38383c);--quiet:light-dark(#62626a,#a0a0a8);--band:light-dark(#f5f5f7,#1f1f22);\
    --link:light-dark(#2563eb,#7aa7ff);--warn:light-dark(#a15c00,#e0a34a)}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:78rem;padding:1rem;background:var(--paper);color:var(--ink);\
    font:1rem/1.65 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    h1{font-size:1.25rem;margin:0}header p{margin:.2rem 0 1rem;color:var(--quiet)}

    """
}

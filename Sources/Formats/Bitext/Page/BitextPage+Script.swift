extension BitextPage {
  /// Draws the lines between linked passages and lights up what belongs together.
  ///
  /// The page can be read without it.
  static let script = """
    (() => {
    const all = (s) => [...document.querySelectorAll(s)], svg = document.getElementById('lines');
    const links = all('.link').map(l => ({z: document.getElementById('z' + l.dataset.z),
      e: document.getElementById('e' + l.dataset.e), s: +l.dataset.s}));
    const best = Math.max(...links.map(l => l.s), 0.001);
    function draw() {
      if (!svg || getComputedStyle(svg).display === 'none') return;
      const box = svg.getBoundingClientRect(), w = box.width;
      svg.replaceChildren(...links.map(l => {
        const a = l.z.getBoundingClientRect(), b = l.e.getBoundingClientRect();
        const y = a.top + a.height / 2 - box.top, v = b.top + b.height / 2 - box.top;
        const p = document.createElementNS('http:' + '//www.w3.org/2000/svg', 'path');
        p.setAttribute('d', `M4 ${y}C${w / 2} ${y} ${w / 2} ${v} ${w - 4} ${v}`);
        p.style.opacity = 0.12 + 0.7 * (l.s / best) ** 1.5;
        l.p = p;
        return p;
      }));
    }
    function light(p) {
      for (const l of links) for (const x of [l.z, l.e, l.p]) x && x.classList.remove('on');
      const mine = p ? links.filter(l => l.z === p || l.e === p) : [];
      for (const l of mine) for (const x of [l.z, l.e, l.p]) x && x.classList.add('on');
      svg && svg.classList.toggle('some', mine.length > 0);
      return mine;
    }
    let held = null;
    for (const p of new Set(links.flatMap(l => [l.z, l.e]))) {
      p.addEventListener('mouseenter', () => held || light(p));
      p.addEventListener('mouseleave', () => held || light(null));
      p.addEventListener('click', (event) => {
        if (event.target.closest('a')) return;
        held = held === p ? null : p;
        const mine = light(held);
        if (!mine.length) return;
        const other = mine[0].z === p ? mine[0].e : mine[0].z, r = other.getBoundingClientRect();
        if (r.bottom < 0 || r.top > innerHeight) other.scrollIntoView({block: 'center', behavior: 'smooth'});
      });
    }
    for (const n of all('[data-n]')) {
      const same = () => all(`[data-n="${n.dataset.n}"]`);
      n.addEventListener('mouseenter', () => same().forEach(x => x.classList.add('on')));
      n.addEventListener('mouseleave', () => same().forEach(x => x.classList.remove('on')));
    }
    addEventListener('resize', draw);
    addEventListener('load', draw);
    document.addEventListener('toggle', draw, true);
    })();
    """
}

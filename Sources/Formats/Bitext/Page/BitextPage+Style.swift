extension BitextPage {
  static let style = """
    h2{font-size:1.05rem;margin:2rem 0 .6rem}h3{font-size:.8rem;font-weight:600;color:var(--quiet);margin:0 0 .5rem;overflow-wrap:anywhere}
    header p{overflow-wrap:anywhere;font-size:.9rem}
    .overview{display:flex;gap:1rem 2.5rem;align-items:flex-start;flex-wrap:wrap;justify-content:space-between}
    .overview>div{flex:1 1 22rem}.overview p{color:var(--quiet);font-size:.9rem;margin:.8rem 0 0}
    dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.9rem 1.2rem;margin:0}
    dl div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:1px solid var(--line);padding-top:.3rem}
    dt{font-size:.78rem;color:var(--quiet);line-height:1.3}dd{margin:0;font-size:1.4rem;line-height:1.3;font-variant-numeric:tabular-nums}
    figure{margin:0;width:11rem}figure svg{width:11rem;height:11rem;background:var(--band);display:block}
    figure rect{fill:var(--link)}figure rect.weak{fill:var(--warn)}figcaption{font-size:.7rem;line-height:1.4;color:var(--quiet);margin-top:.3rem}
    .n{color:inherit;text-decoration:none;border-radius:.25em;padding:.05em .15em;\
    background:light-dark(hsl(var(--h) 80% 87%),hsl(var(--h) 42% 27%));-webkit-box-decoration-break:clone;box-decoration-break:clone}
    .n.lone{background:none;padding:0;border-radius:0;border-bottom:1.5px dotted var(--quiet)}
    .n.on{outline:2px solid var(--ink);outline-offset:1px}
    .kind{display:grid;grid-template-columns:7rem repeat(3,minmax(0,1fr));gap:.4rem 1.4rem;border-top:1px solid var(--line);padding:.5rem 0;font-size:.9rem}
    .kind.names{border:0;padding:0 0 .3rem;color:var(--quiet);font-size:.78rem}.kind h3{margin:.15rem 0 0}.kind h4{display:none}
    .kind div{display:flex;flex-wrap:wrap;gap:.25rem .7rem;align-content:flex-start;overflow-wrap:anywhere}
    .kind small{color:var(--quiet)}.kind i{color:var(--quiet)}
    .row{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.2rem 2.2rem;border-top:1px solid var(--line);padding:.65rem .5rem;overflow-wrap:anywhere}
    .row.names{color:var(--quiet);font-size:.8rem;border:0;position:sticky;top:0;background:var(--paper);padding:.4rem .5rem;z-index:1}
    main{margin-top:2rem}h2+main{margin-top:0}
    .weak{box-shadow:inset 3px 0 var(--warn)}.alone{background:var(--band)}.row em{color:var(--quiet);font-style:normal;font-size:.9rem}
    .row:target,p:target{outline:2px solid var(--link);outline-offset:2px}
    .row footer{grid-column:1/-1;color:var(--quiet);font-size:.76rem;display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
    footer b{font-variant-numeric:tabular-nums}footer a{color:var(--link);text-decoration:none}
    details{display:inline}summary{display:inline;cursor:pointer}summary::marker{content:""}summary::after{content:" +"}details[open]>summary::after{content:""}
    details>span{display:inline-block;margin:0 .3rem;padding:0 .4rem;border:1px solid var(--line);border-radius:.3rem;color:var(--ink)}
    .articles{display:grid;grid-template-columns:minmax(0,1fr) 5rem minmax(0,1fr);align-items:start}
    article p{margin:0 0 .35rem;padding:.2rem .5rem;border-radius:.3rem;cursor:pointer}
    article p.only{color:var(--quiet);cursor:default}article p.on{background:var(--band);box-shadow:inset 3px 0 var(--link)}
    article p span:last-child a,article p span:last-child i{font-size:.7rem;font-style:normal;color:var(--link);text-decoration:none;margin-right:.35rem;font-variant-numeric:tabular-nums}
    #lines{width:100%;height:100%;overflow:visible}#lines path{fill:none;stroke:var(--link);stroke-width:1.5}
    #lines path.on{stroke-width:3;opacity:1!important}#lines.some path:not(.on){opacity:.06!important}
    @media(max-width:48rem){.row{grid-template-columns:1fr}.row.names{display:none}.row [lang=en],.row em{margin-left:0}\
    .row div+div{padding-left:.7rem;border-left:2px solid var(--line)}.row.weak div+div{border-color:var(--warn)}\
    .kind{grid-template-columns:1fr}.kind.names{display:none}.kind h4{display:block;width:100%;margin:0;font-size:.75rem;font-weight:400;color:var(--quiet)}\
    .kind div:has(>i){display:none}\
    .articles{grid-template-columns:1fr}#lines{display:none}article+svg+article{margin-top:2rem}figure{width:100%}figure svg{width:100%;height:9rem}}
    @media print{details>span{display:none}.row{break-inside:avoid}}
    """
}

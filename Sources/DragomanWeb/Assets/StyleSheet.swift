/// How the pages look: one sheet for light and dark, wide and narrow, screen and paper.
enum StyleSheet {
    static let text = """
        :root {
          color-scheme: light dark;
          --paper: light-dark(#fcfbf8, #16181c); --raised: light-dark(#f4f2ec, #1e2126); --ink: light-dark(#1d1f23, #e6e4de); --dim: light-dark(#555b63, #a4aab4);
          --line: light-dark(#dedbd2, #33373f); --link: light-dark(#1a4f8b, #8cb8f0); --mark: light-dark(#fff0b3, #4a4015); --chosen: light-dark(#dcebff, #1f3350);
          --early: light-dark(#0f5f6b, #6fc6d2); --agreed: light-dark(#6b2a86, #d3a0ea); --doing: light-dark(#1f6330, #82cf95);
          --halted: light-dark(#734700, #e6b35a); --off: light-dark(#96201f, #f0908e);
          --serif: Georgia, "Noto Serif", "Noto Naskh Arabic", serif; --sans: system-ui, "Noto Sans", "DejaVu Sans", sans-serif;
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        [data-current] { box-shadow: -4px 0 0 -1px var(--link); }
        [data-changed] { background: var(--chosen); }
        .skip, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip:focus { width: auto; height: auto; clip-path: none; left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; z-index: 2; }
        .top, .foot { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1.25rem; }
        .top { border-bottom: 1px solid var(--line); }
        .top nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; flex: 1 1 auto; align-items: baseline; }
        .top nav a { color: var(--ink); text-decoration: none; padding: .15rem 0; }
        .top nav a:hover { text-decoration: underline; }
        .top nav a[aria-current] { border-bottom: 2px solid var(--link); color: var(--link); }
        .more { position: relative; } .more summary { cursor: pointer; padding: .15rem 0; }
        .more > div { position: absolute; z-index: 3; inset-inline-end: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; display: grid; gap: .35rem; min-width: 11rem; box-shadow: 0 4px 16px #0003; }
        .find { display: flex; gap: .4rem; } .find input { width: 15rem; }
        .name { font: 600 1.15rem/1 var(--serif); color: var(--ink); text-decoration: none; }
        .foot { border-top: 1px solid var(--line); color: var(--dim); font-size: .9rem; margin-top: 3rem; justify-content: space-between; }
        main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; } main:has(.board) { max-width: none; }
        h1 { font: 600 1.9rem/1.25 var(--serif); margin: 1rem 0 .5rem; text-wrap: balance; overflow-wrap: anywhere; }
        h2 { font: 600 1.2rem/1.3 var(--serif); margin: 2rem 0 .5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
        .statement { font-size: 1.6rem; max-width: 40em; }
        .dim { color: var(--dim); font-size: .92rem; }
        .stage { white-space: nowrap; font-weight: 600; font-size: .92rem; }
        .stage[data-way="early"] { color: var(--early); } .stage[data-way="agreed"] { color: var(--agreed); }
        .stage[data-way="doing"] { color: var(--doing); } .stage[data-way="halted"] { color: var(--halted); }
        .stage[data-way="off"] { color: var(--off); }
        .verdict { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; font-size: .85rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { white-space: nowrap; font-size: .85rem; color: var(--dim); font-weight: 600; }
        .number, .support { white-space: nowrap; font-variant-numeric: tabular-nums; } .support { font-size: .92rem; color: var(--dim); }
        .articles, .history, .steps { list-style: none; padding: 0; margin: 0; }
        .articles li, .steps li { padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        .history li { padding: .25rem 0; }
        .snippet { margin: .2rem 0; font-family: var(--serif); }
        .why { font-size: .85rem; color: var(--dim); } .why summary { cursor: pointer; width: fit-content; line-height: 24px; min-height: 24px; } .why p { margin: .2rem 0 .4rem; max-width: 46rem; overflow-wrap: anywhere; }
        .why summary::marker, .why summary { color: var(--dim); }
        .filters, .judge { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .75rem 0; }
        .filters label, .judge label, .way label { display: flex; flex-direction: column; font-size: .85rem; color: var(--dim); gap: .2rem; }
        input, select, button, textarea { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--dim); border-radius: 4px; padding: .35rem .5rem; max-width: 100%; min-height: 2.1rem; }
        button { background: var(--raised); cursor: pointer; } button:hover { border-color: var(--link); }
        .filters input { width: 9.5rem; } .inline { display: inline-flex; gap: .4rem; margin: 0 .4rem; } .inline button { font-size: .85rem; padding: .1rem .5rem; min-height: 1.75rem; }
        .row-end { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: flex-start; justify-content: space-between; } .row-end .why { flex: 1 1 14rem; }
        .undone { text-decoration: line-through; color: var(--dim); }
        .pages, .choices { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 1rem 0; }
        .choices a[aria-current], .summary a[aria-current] { font-weight: 600; text-decoration: none; color: var(--ink); }
        .fields > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
        .fields dt { color: var(--dim); grid-row: span 20; } .fields dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
        .claim, .pair, .empty, .done, .question, #news:not(:empty) { border: 1px solid var(--line); border-radius: 6px; padding: .25rem 1rem; margin: .75rem 0; }
        .empty { padding: 1rem 1.25rem; background: var(--raised); } .done, #news:not(:empty) { background: var(--chosen); padding: .5rem 1rem; } #news:empty { display: none; }
        .claim blockquote, .note blockquote, .side blockquote, .question blockquote { margin: .5rem 0; font-family: var(--serif); }
        .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; } .pair-head, .pair > .why { grid-column: 1 / -1; } .pair-head { margin: .5rem 0; } .side + .side { border-inline-start: 1px solid var(--line); padding-inline-start: 1.5rem; }
        .side p { margin: .25rem 0; } .big { font: 600 1.3rem/1.3 var(--serif); }
        .board { display: flex; gap: 1rem; overflow-x: auto; padding-bottom: 1rem; align-items: flex-start; } .column { flex: 0 0 15.5rem; background: var(--raised); border-radius: 6px; padding: .25rem .75rem .75rem; }
        .column h2 { margin: .5rem 0; font-family: var(--sans); font-size: 1rem; } .column ul { list-style: none; margin: 0; padding: 0; } .column li { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .5rem; margin: .5rem 0; overflow-wrap: anywhere; }
        .ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem; align-items: start; } form.way { background: var(--raised); border-radius: 6px; padding: .25rem 1.25rem 1.25rem; } form.way h2 { margin-top: 1rem; } form.way textarea { width: 100%; } form.way[data-over] { outline: 2px dashed var(--link); }
        .reader { display: grid; grid-template-columns: minmax(0, 42rem) minmax(14rem, 20rem); gap: 3rem; }
        .text { font: 1.1rem/1.65 var(--serif); overflow-wrap: anywhere; } .text .dim { font-family: var(--sans); }
        .text blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
        .summary { background: var(--raised); border-radius: 6px; padding: .5rem 1rem; font: 1rem/1.5 var(--sans); margin: 1rem 0; } .summary p { margin: .25rem 0; } .summary ol { margin: .5rem 0; padding-inline-start: 1.4rem; } .summary li { margin: .35rem 0; } .summary .way { margin-inline-end: .6rem; }
        .standfirst { font-size: 1.2rem; } .caption { font-size: .95rem; color: var(--dim); } .item { padding-inline-start: 1.25rem; }
        mark { background: var(--mark); color: inherit; padding: .05em 0; } mark:has(:target) { outline: 2px solid var(--link); }
        .chosen { border-bottom: 2px dotted var(--link); } .chosen:target { background: var(--chosen); outline: 2px solid var(--link); }
        .note { border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; margin: 1rem 0; font-size: .92rem; } .note:target, .claim:target { border-color: var(--link); }
        .note p { margin: .15rem 0; overflow-wrap: anywhere; }
        .notes h2 { margin-top: 1.2rem; } .ways-on { border-top: 1px solid var(--line); margin-top: 2rem; font: 1rem/1.5 var(--sans); } .ways-on p { margin: .35rem 0; }
        del { color: var(--off); } ins { color: var(--doing); }
        kbd { font: inherit; border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; } code { font-size: .92em; overflow-wrap: anywhere; } pre { background: var(--raised); padding: .5rem .75rem; border-radius: 4px; overflow-x: auto; }
        .steps [data-outcome="failed"] strong { color: var(--off); } .steps [data-outcome="added"] strong { color: var(--doing); }
        .cite { font-size: .92rem; overflow-wrap: anywhere; user-select: all; }
        .list td + td { overflow-wrap: normal; }
        figure.drawn { margin: 1rem 0; overflow-x: auto; } figure.drawn svg { max-width: 100%; height: auto; } .narrow { display: none; }
        @media (max-width: 56rem) { .reader { grid-template-columns: minmax(0, 1fr); gap: 1rem; } .find { flex: 1 1 100%; } .find input { flex: 1; width: auto; } }
        @media (max-width: 40rem) {
          .wide { display: none; } .narrow { display: block; }
          .top { padding: .6rem 1rem; } main { padding: .5rem 1rem; } h1 { font-size: 1.5rem; } .statement { font-size: 1.3rem; }
          .more > div { inset-inline: auto 0; }
          .deals thead, .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .deals tr { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .deals td { border: 0; padding: .1rem 0; } .deals td:nth-child(2) { grid-column: 1 / -1; grid-row: 1; } .deals td:nth-child(3) { text-align: end; } .support { grid-column: 1 / -1; white-space: normal; }
          .list tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); } .list td { display: block; border: 0; padding: .1rem 0; white-space: normal; }
          .list td:nth-child(n+2)::before { content: attr(data-name) " "; color: var(--dim); font-size: .85rem; } .list td:empty { display: none; }
          .pair { grid-template-columns: 1fr; } .side + .side { border: 0; padding: 0; border-top: 1px solid var(--line); }
          .fields > div { grid-template-columns: 1fr; } .fields dd { grid-column: 1; } .fields dt { grid-row: auto; }
          .filters label { flex: 1 1 40%; } .filters input, .filters select { width: 100%; }
        }
        @media print { .top, .foot, .filters, .pages, .skip, .judge, .inline, #news, .ways-on { display: none; } body { font-size: 11pt; background: #fff; color: #000; } .reader { display: block; } a { color: inherit; } .claim, .pair, tr { break-inside: avoid; } }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        """
}

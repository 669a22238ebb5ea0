/// The style sheet and the script; all there is beside the pages.
enum Assets {
    static let style = WebResponse(type: "text/css; charset=utf-8", body: Array(styleSheet.utf8))
    static let script = WebResponse(type: "text/javascript; charset=utf-8", body: Array(keys.utf8))

    private static let styleSheet = """
        :root {
          color-scheme: light dark;
          --paper: light-dark(#fcfbf8, #16181c); --ink: light-dark(#1d1f23, #e6e4de); --dim: light-dark(#5b6068, #a0a6b0);
          --line: light-dark(#dedbd2, #33373f); --link: light-dark(#1a4f8b, #8cb8f0); --mark: light-dark(#fff0b3, #4a4015);
          --early: light-dark(#0f5f6b, #6fc6d2); --agreed: light-dark(#6b2a86, #d3a0ea); --doing: light-dark(#1f6330, #82cf95);
          --halted: light-dark(#7a4b00, #e6b35a); --off: light-dark(#96201f, #f0908e);
          --serif: Georgia, "Noto Serif", "Noto Naskh Arabic", serif; --sans: system-ui, "Noto Sans", sans-serif;
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, [data-current] { outline: 2px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
        .top, .foot { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding: .75rem 1.25rem; }
        .top { border-bottom: 1px solid var(--line); }
        .top nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
        .name { font: 600 1.15rem/1 var(--serif); color: var(--ink); text-decoration: none; }
        .foot { border-top: 1px solid var(--line); color: var(--dim); font-size: .9rem; margin-top: 3rem; }
        main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
        h1 { font: 600 1.9rem/1.25 var(--serif); margin: 1rem 0 .5rem; text-wrap: balance; }
        h2 { font: 600 1.2rem/1.3 var(--serif); margin: 2rem 0 .5rem; }
        .statement { font-size: 1.6rem; max-width: 40em; }
        .dim { color: var(--dim); font-size: .92rem; }
        .stage { white-space: nowrap; font-weight: 600; font-size: .92rem; }
        .stage[data-way="early"] { color: var(--early); } .stage[data-way="agreed"] { color: var(--agreed); }
        .stage[data-way="doing"] { color: var(--doing); } .stage[data-way="halted"] { color: var(--halted); }
        .stage[data-way="off"] { color: var(--off); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { white-space: nowrap; font-size: .85rem; color: var(--dim); font-weight: 600; }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .articles, .history { list-style: none; padding: 0; }
        .articles li { padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        .history li { padding: .25rem 0; }
        .filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .75rem 0; }
        .filters label { display: flex; flex-direction: column; font-size: .85rem; color: var(--dim); gap: .2rem; }
        .filters input, .filters select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--dim); border-radius: 4px; padding: .35rem .5rem; max-width: 100%; }
        .filters input { width: 9.5rem; }
        .pages { display: flex; gap: 1.5rem; margin: 1rem 0; }
        .fields > div { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
        .fields dt { color: var(--dim); grid-row: span 20; } .fields dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
        .claim { border: 1px solid var(--line); border-radius: 6px; padding: .25rem 1rem; margin: .75rem 0; }
        .claim blockquote, .note blockquote { margin: .5rem 0; font-family: var(--serif); }
        .reader { display: grid; grid-template-columns: minmax(0, 42rem) minmax(14rem, 20rem); gap: 3rem; }
        .text { font: 1.1rem/1.65 var(--serif); overflow-wrap: anywhere; }
        .text .dim { font-family: var(--sans); }
        .text blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
        .standfirst { font-size: 1.2rem; } .caption { font-size: .95rem; color: var(--dim); } .item { padding-inline-start: 1.25rem; }
        mark { background: var(--mark); color: inherit; padding: .05em 0; }
        mark:has(:target) { outline: 2px solid var(--link); }
        .note { border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; margin: 1rem 0; font-size: .92rem; }
        .note p { margin: .15rem 0; overflow-wrap: anywhere; }
        kbd { font: inherit; border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; }
        @media (max-width: 56rem) { .reader { grid-template-columns: minmax(0, 1fr); gap: 1rem; } }
        @media (max-width: 40rem) {
          .deals thead { position: absolute; left: -100vw; }
          .deals tr { display: grid; grid-template-columns: auto 1fr auto; gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .deals td { border: 0; padding: .1rem 0; } .deals td:nth-child(2) { grid-column: 1 / -1; grid-row: 1; }
          .fields > div { grid-template-columns: 1fr; } .fields dd { grid-column: 1; } .fields dt { grid-row: auto; }
        }
        @media print { .top, .foot, .filters, .pages, .skip { display: none; } body { font-size: 11pt; } .reader { display: block; } a { color: inherit; } }

        """

    /// The keys of the page `/keys`; everything works without them.
    private static let keys = """
        "use strict";
        (function () {
          var at = -1;
          function rows() { return Array.prototype.slice.call(document.querySelectorAll("[data-row]")); }
          function go(step) {
            var all = rows();
            if (!all.length) return;
            if (all[at]) all[at].removeAttribute("data-current");
            at = Math.min(Math.max(at + step, 0), all.length - 1);
            all[at].setAttribute("data-current", "");
            all[at].scrollIntoView({ block: "nearest" });
            var link = all[at].querySelector("a[href]");
            if (link) link.focus({ preventScroll: true });
          }
          function follow(selector) {
            var link = document.querySelector(selector);
            if (link) link.click();
          }
          document.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
            switch (event.key) {
              case "j": go(1); break;
              case "k": go(-1); break;
              case "o": var row = rows()[at]; if (row) { var link = row.querySelector("a[href]"); if (link) link.click(); } break;
              case "n": follow("a[rel=next]"); break;
              case "p": follow("a[rel=prev]"); break;
              case "v": follow("a[rel~=external]"); break;
              case "/": var field = document.querySelector("input, select"); if (field) field.focus(); break;
              case "?": window.location.href = "/keys"; break;
              case "[": window.history.back(); break;
              case "]": window.history.forward(); break;
              default: return;
            }
            event.preventDefault();
          });
        })();

        """
}

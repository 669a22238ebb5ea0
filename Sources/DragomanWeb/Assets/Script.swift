/// The one script: keys, files that are dropped, how far adding has got, and what changes. Every page works without it.
enum Script {
    static let text = """
        "use strict";
        (function () {
          var at = -1;
          function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
          function go(step) {
            var rows = all("[data-row]");
            if (!rows.length) return;
            if (rows[at]) rows[at].removeAttribute("data-current");
            at = Math.min(Math.max(at + step, 0), rows.length - 1);
            rows[at].setAttribute("data-current", "");
            rows[at].scrollIntoView({ block: "nearest" });
            var link = rows[at].querySelector("a[href]");
            if (link) link.focus({ preventScroll: true });
          }
          function follow(selector) {
            var link = document.querySelector(selector);
            if (link) link.click();
          }
          document.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
              if (event.key === "Escape") event.target.blur();
              return;
            }
            switch (event.key) {
              case "j": go(1); break;
              case "k": go(-1); break;
              case "o": var row = all("[data-row]")[at]; if (row) { var link = row.querySelector("a[href]"); if (link) link.click(); } break;
              case "n": follow("main a[rel=next]"); break;
              case "p": follow("main a[rel=prev]"); break;
              case "v": follow("main a[rel~=external]"); break;
              case "m": case "s": case "u": follow("button[data-key=" + event.key + "]"); break;
              case "/": var field = document.querySelector("[data-search]"); if (field) { field.focus(); field.select(); } break;
              case "?": window.location.href = "/keys"; break;
              case "[": window.history.back(); break;
              case "]": window.history.forward(); break;
              case "Escape": all("details.more[open]").forEach(function (menu) { menu.open = false; }); return;
              default: return;
            }
            event.preventDefault();
          });
          document.addEventListener("click", function (event) {
            all("details.more[open]").forEach(function (menu) { if (!menu.contains(event.target)) menu.open = false; });
          });

          all("form[data-drop]").forEach(function (form) {
            var input = form.querySelector("input[type=file]");
            ["dragenter", "dragover"].forEach(function (name) {
              form.addEventListener(name, function (event) { event.preventDefault(); form.setAttribute("data-over", ""); });
            });
            form.addEventListener("dragleave", function () { form.removeAttribute("data-over"); });
            form.addEventListener("drop", function (event) {
              event.preventDefault();
              form.removeAttribute("data-over");
              if (input && event.dataTransfer && event.dataTransfer.files.length) {
                input.files = event.dataTransfer.files;
                form.requestSubmit();
              }
            });
          });

          function later(job) {
            fetch(window.location.pathname).then(function (answer) { return answer.text(); }).then(function (text) {
              var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("job");
              if (fresh) job.replaceWith(document.importNode(fresh, true));
              watch();
            }).catch(function () { window.setTimeout(watch, 3000); });
          }
          function watch() {
            var job = document.getElementById("job");
            if (job && job.getAttribute("data-done") === "no") window.setTimeout(function () { later(job); }, 500);
          }
          watch();

          var stream = null, news = { articles: 0, deals: {} };
          function many(count, one, more) { return count + " " + (count === 1 ? one : more); }
          function tell(event) {
            var change = JSON.parse(event.data), place = document.getElementById("news");
            news.articles += change.articles.length;
            change.deals.forEach(function (id) {
              news.deals[id] = true;
              all("[data-deal]").forEach(function (row) { if (row.getAttribute("data-deal") === id) row.setAttribute("data-changed", ""); });
            });
            if (!place) return;
            var parts = [], deals = Object.keys(news.deals).length, link = document.createElement("a");
            if (news.articles) parts.push(many(news.articles, "new article", "new articles"));
            if (deals) parts.push(many(deals, "deal changed", "deals changed"));
            link.href = window.location.pathname + window.location.search;
            link.textContent = "show";
            place.textContent = parts.join(", ") + ": ";
            place.appendChild(link);
          }
          // A page that is not seen keeps no connection: browsers have six for a host.
          function listen() {
            var wanted = document.body.hasAttribute("data-live") && document.visibilityState === "visible";
            if (wanted && !stream && window.EventSource) {
              stream = new EventSource("/events");
              stream.addEventListener("change", tell);
            } else if (!wanted && stream) {
              stream.close();
              stream = null;
            }
          }
          document.addEventListener("visibilitychange", listen);
          window.addEventListener("pagehide", function () { if (stream) { stream.close(); stream = null; } });
          window.addEventListener("pageshow", listen);
          listen();
        })();

        """
}

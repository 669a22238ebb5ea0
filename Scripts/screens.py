"""Takes pictures of the pages of a running `dragoman serve`.

Usage: screens.py ADDRESS FOLDER [--all]. Without --all the pictures of the README, else every page at three widths, light and dark.
"""

import sys

from playwright.sync_api import sync_playwright

ADDRESS, FOLDER, ALL = sys.argv[1].rstrip("/"), sys.argv[2], "--all" in sys.argv
# Name, address, and the link on that page which leads to the page meant.
README = [
    ("deals", "/deals", None),
    ("deal", "/disagreements", "section[data-row] h2 a"),
    ("reader", "/articles", "a:has-text('envoy says')"),
]
EVERY = README + [
    ("today", "/", None), ("board", "/deals?view=board", None), ("articles", "/articles", None),
    ("stories", "/stories", None), ("story", "/stories", "table.list a"), ("names", "/names", None),
    ("name", "/names", "table.list a"), ("outlets", "/outlets", None), ("outlet", "/outlets", "table.list a"),
    ("search", "/search?q=%D0%A1%D0%BE%D0%B1%D0%BE%D0%BB%D1%8C", None), ("disagreements", "/disagreements", None),
    ("judge", "/judge", None), ("judgments", "/judgments", None), ("add", "/add", None), ("sources", "/sources", None),
    ("packs", "/packs", None), ("health", "/health", None), ("api", "/api", None), ("keys", "/keys", None),
    ("timeline", "/timeline", None), ("network", "/network", None), ("flows", "/flows", None),
]


def shoot(browser, pages, width, scheme, name, whole):
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, device_scale_factor=1).new_page()
    for title, path, link in pages:
        page.goto(ADDRESS + path)
        if link:
            if not page.locator(link).count():
                continue
            page.goto(ADDRESS + page.locator(link).first.get_attribute("href"))
        if title == "reader":
            page.goto(page.url.split("#")[0] + "?summary=3")
        page.screenshot(path=f"{FOLDER}/{name(title)}.png", full_page=whole)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    if ALL:
        for width in (1440, 768, 390):
            for scheme in ("light", "dark"):
                shoot(browser, EVERY, width, scheme, lambda title: f"{title}-{width}-{scheme}", True)
    else:
        shoot(browser, README, 1280, "light", lambda title: title, False)
    browser.close()

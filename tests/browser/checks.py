"""What holds on every screen: wide and narrow, light and dark."""

from tests.browser.chromium import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [1440, 390, 320]
# Every screen is drawn twice, in Dutch and in English, and axe reads each at one width:
# it asks about structure and names, which both have, and about what a width shows,
# hides and colours, which no language changes. What a longer word does to a page, its
# frame and the size of its targets, is measured at every width in both.
AXE_AT = {"nl": 1440, "en": 390}
# One page, one structure: in the dark only the colours differ.
RULES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
RUN_AXE = """async (runOnly) => {
  const options = { runOnly, resultTypes: ["violations"], preload: false };
  const found = await axe.run(options);
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target} ${node.html.slice(0, 160)}`));
}"""
MEASURE = """() => {
  const found = [];
  const room = document.documentElement;
  if (room.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("body *")].find(
      (part) => part.getBoundingClientRect().right > innerWidth + 1);
    const first = wide?.outerHTML.slice(0, 160);
    found.push(`scrolls sideways: ${room.scrollWidth}, by ${first}`);
  }
  const least = (part) => part.matches(".tool") && innerWidth < 760 ? 44 : 24;
  for (const part of document.querySelectorAll(
      "button, summary, select, textarea, .button, .chip, .tabs__link, nav a")) {
    const { width, height } = part.getBoundingClientRect();
    if (part.checkVisibility() && Math.min(width, height) < least(part) - 0.5)
      found.push(`${width} x ${height} is small: ${part.outerHTML.slice(0, 160)}`);
    if (part.matches("button, .button") && part.scrollWidth > part.clientWidth + 1)
      found.push(`its words do not fit: ${part.outerHTML.slice(0, 160)}`);
  }
  return found;
}"""
READ = """() => ({
  language: document.documentElement.lang,
  headings: [...document.querySelectorAll("h1")].map((h1) => h1.textContent.trim()),
  stray: [...document.querySelectorAll("[type=submit]")].filter((part) => !part.form)
    .map((part) => part.outerHTML),
})"""
TEXTS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    const spoken = around.closest("[lang]").lang;
    if (spoken === "nl" && !around.closest("script, style, textarea"))
      texts.push(walk.currentNode.textContent.replace(/\\s+/g, " ").trim());
  }
  for (const part of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    texts.push(part.ariaLabel ?? "", part.title, part.placeholder ?? "");
  return texts.filter(Boolean);
}"""


def problems(page, language, axe_at=None):
    """Everything that is wrong with the page in `language`; [] when all is well.

    A page that is drawn in one language alone names the widths for axe.
    """
    found = [*_structure(page, language)]
    for width in WIDTHS:
        _show_all(page, width)
        found += [f"{width}: {what}" for what in page.evaluate(MEASURE)]
        if width in (axe_at or [AXE_AT[language]]):
            found += _axe_problems(page, width)
    return found


def _axe_problems(page, width):
    page.evaluate(Axe().axe_script)
    for theme, rules in RULES.items():
        page.emulate_media(color_scheme=theme)
        for what in page.evaluate(RUN_AXE, rules):
            yield f"{width} {theme}: {what}"
    page.emulate_media(color_scheme="light")


def untranslated(page, english):
    """Texts of the page that stand in `english`, word for word."""
    return sorted({text for text in page.evaluate(TEXTS) if text in english})


def _show_all(page, width):
    """The whole page at once, so that the bar at its foot covers nothing by chance."""
    page.set_viewport_size({"width": width, "height": 800})
    height = page.evaluate("() => document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


def _structure(page, language):
    read = page.evaluate(READ)
    if read["language"] != language:
        yield f"lang is {read['language']}"
    if len(read["headings"]) != 1 or not read["headings"][0]:
        yield f"h1: {read['headings']}"
    for button in read["stray"]:
        yield f"submits nothing: {button}"

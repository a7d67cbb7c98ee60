// Everything can be reached and seen with the keyboard alone, in the order in which it stands.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, none, overPages, sizes, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, sample, source } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const calm = { reducedMotion: "reduce" };

test("the first Tab shows the way to the content, on a page of each sort", async () => {
  const faults = await overPages(browser, { viewport: sizes.desk, ...calm }, sample, async (page, address) => {
    await page.goto(home + address);
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => {
      const { top, left, bottom } = document.activeElement.getBoundingClientRect();
      return { leadsTo: document.activeElement.getAttribute("href"), seen: top >= 0 && left >= 0 && bottom <= innerHeight };
    });
    assert.deepEqual(link, { leadsTo: `#${await page.locator("main").getAttribute("id")}`, seen: true });
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
  });
  none(faults, "pages where the skip link fails");
});

/** What has the focus, and what is wrong with how that looks. */
function focused() {
  const element = document.activeElement;
  if (element === document.body) return { end: true };
  // Between two looks at the same thing, with and without focus, something must differ that an eye can see.
  // The sign may stand on a part, on what holds the element (a card), or on what CSS draws before and after it.
  const holders = [element.parentElement, element.parentElement?.parentElement, element.parentElement?.parentElement?.parentElement].filter(Boolean);
  const parts = [element, ...holders, ...[...element.querySelectorAll("*")].slice(0, 60)];
  const names = ["boxShadow", "fill", "fillOpacity", "stroke", "strokeWidth", "strokeOpacity", "opacity", "backgroundColor", "borderColor", "textDecorationLine"];
  // The width of an outline counts only when there is one.
  const outline = (style) => (style.outlineStyle === "none" ? "none" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`);
  const look = () =>
    parts
      .flatMap((part) => [null, "::before", "::after"].map((pseudo) => getComputedStyle(part, pseudo)))
      .map((style) => [outline(style), ...names.map((name) => style[name])].join(" "))
      .join("|");
  const lit = look();
  const box = element.getBoundingClientRect();
  element.blur();
  const unlit = look();
  element.focus({ preventScroll: true });
  const name = `<${element.localName} ${element.getAttribute("href") ?? ""}> “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 50)}”`;
  const wrong = [];
  if (lit === unlit) wrong.push(`nothing shows the focus on ${name}`);
  if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) wrong.push(`the focus is out of sight on ${name}`);
  globalThis.passed ??= [];
  const before = globalThis.passed.at(-1);
  if (globalThis.passed.includes(element)) return { end: true, wrong: [] };
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`the focus jumps back to ${name}`);
  globalThis.passed.push(element);
  return { end: false, wrong };
}

for (const [name, viewport] of [["1280 px", sizes.desk], ["320 px", sizes.narrow]]) {
  test(`Tab goes through a page of each sort in order, and the focus is seen (${name})`, async () => {
    const faults = await overPages(browser, { viewport, ...calm }, sample, async (page, address) => {
      await page.goto(home + address);
      const wrong = [];
      let steps = 0;
      for (; steps < 400; steps += 1) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(focused);
        if (seen.end) break;
        wrong.push(...seen.wrong);
      }
      // What can be seen and clicked must have had the focus.
      const missed = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], button, summary")]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !globalThis.passed.includes(element))
          // Heads of a folded table are not seen, so they are no stop on the way.
          .filter((element) => !(element.matches(".tabel-vouwt .sort") && element.tabIndex < 0))
          // In a drawing arrows go on from its one stop.
          .filter((element) => !(element.tabIndex < 0 && globalThis.passed.some((stop) => stop.closest("svg") && stop.closest("svg") === element.closest("svg"))))
          .map((element) => `Tab skips <${element.localName} ${element.getAttribute("href") ?? ""}> “${element.textContent.trim().slice(0, 40)}”`),
      );
      if (steps < 400) wrong.push(...missed);
      assert.ok(steps > 5, `only ${steps} things have the focus`);
      if (wrong.length > 0) throw new Error(wrong.slice(0, 12).join("\n    "));
    });
    none(faults, "pages with a fault for the keyboard");
  });
}

test("the menu on a narrow screen: opens, is walked through, closes with Escape, and gives the focus back", async () => {
  await withPage(browser, { viewport: sizes.narrow, ...calm }, async (page) => {
    await page.goto(home);
    const button = page.locator("header [popovertarget]").first();
    const menu = page.locator("nav[popover]");
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(await menu.isVisible(), true);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("nav[popover]") !== null), true, "Tab does not enter the menu");
    await page.keyboard.press("Escape");
    assert.equal(await menu.isVisible(), false);
    assert.equal(await button.evaluate((element) => element === document.activeElement), true, "the focus is lost");
    await page.keyboard.press("Enter");
    await menu.locator("a").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== home);
    assert.equal(await page.locator("nav[popover] [aria-current=page]").count(), 1, "the menu does not tell where one is");
  });
});

test("details open and close with Enter and Space", async () => {
  const address = pages.find((each) => source(each).includes("<details"));
  assert.notEqual(address, undefined, "no page has details");
  await withPage(browser, { viewport: sizes.desk, ...calm }, async (page) => {
    await page.goto(home + address);
    const details = page.locator("details:visible").first();
    await details.locator("summary").first().focus();
    for (const [key, open] of [["Enter", true], ["Space", false]]) {
      await page.keyboard.press(key);
      assert.equal(await details.evaluate((element) => element.open), open);
    }
  });
});

test("a table that scrolls does so with the arrow keys", async () => {
  const region = '[role=region][tabindex="0"]:has(table)';
  const withTable = pages.filter((each) => source(each).includes('role="region"'));
  // On a telephone tables fold; here they do not fit.
  await withPage(browser, { viewport: { width: 640, height: 800 }, ...calm }, async (page) => {
    for (const address of withTable) {
      await page.goto(home + address);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const wide = await page.$$(region).then((all) => Promise.all(all.map((each) => each.evaluate((element) => element.scrollWidth > element.clientWidth + 20))));
      const at = wide.indexOf(true);
      if (at < 0) continue;
      const scrolling = page.locator(region).nth(at);
      await scrolling.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((element) => element.scrollLeft > 0, await scrolling.elementHandle());
      return;
    }
    assert.fail("no table is wider than 640 px: this test looks at nothing");
  });
});

// Long pages: in groups and with a filter; lists that filter and tables that sort by keyboard, whole without script and on paper.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, none, overPages, sizes, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const calm = { viewport: sizes.wide, reducedMotion: "reduce" };

test("a long list shows what has the words, and the address keeps them", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(`${home}acties/`);
    const shown = () => page.locator(".entries > li:visible").count();
    assert.equal(await shown(), 0, "its groups are folded");
    await page.getByRole("searchbox", { name: "Filter deze lijst" }).fill("communicatieplan");
    const few = await shown();
    assert.ok(few > 0 && few < 10, `${few} items`);
    assert.match(page.url(), /\?filter=communicatieplan$/);
    await page.goto(page.url());
    assert.equal(await shown(), few);
    await page.getByRole("searchbox", { name: "Filter deze lijst" }).fill("");
    assert.equal(await shown(), 0);
    const summary = page.locator(".group-folds summary").first();
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.ok((await shown()) > 0);
  });
});

test("who comes for one item of a folded list finds it open", async () => {
  await withPage(browser, calm, async (page) => {
    for (const address of ["acties/", "keuzes/", "cijfers/"]) {
      await page.goto(home + address);
      const id = await page.locator(".entries > li[id]").last().getAttribute("id");
      await page.goto(`${home}${address}#${id}`);
      const item = page.locator(`[id="${id}"]`);
      assert.ok(await item.isVisible(), `${address}#${id}`);
      const { y } = await item.boundingBox();
      assert.ok(y > -2 && y < sizes.wide.height, `${address}#${id} at ${y}`);
    }
  });
});

test("without script and on paper a long list is whole", async () => {
  await withPage(browser, { ...calm, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${home}acties/`);
    assert.equal(await page.locator(".list-filter").isVisible(), false);
    await page.locator(".group-folds summary").first().click();
    assert.ok(await page.locator(".entries > li").first().isVisible());
    await page.emulateMedia({ media: "print" });
    const hidden = await page.evaluate(() => [...document.querySelectorAll(".entries > li")].filter((item) => item.getBoundingClientRect().height < 10).length);
    assert.equal(hidden, 0, "items that paper does not show");
  });
});

test("a table sorts by keyboard, both ways, numbers as numbers", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const table = page.locator("main .prose table:has(.sort)").first();
    const column = (index) => table.locator(`tbody tr > :nth-child(${index + 1})`).allInnerTexts();
    const button = table.locator(".sort").nth(1);
    await button.focus();
    await page.keyboard.press("Enter");
    const up = await column(1);
    assert.deepEqual(up, [...up].sort(new Intl.Collator("nl").compare));
    assert.equal(await table.locator("th[aria-sort=ascending]").count(), 1);
    await page.keyboard.press("Enter");
    assert.deepEqual(await column(1), up.toReversed());
  });
});

test("any two of a list are compared, and the address keeps them", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(`${home}gremia/vth-kerngroep/`);
    await page.getByRole("link", { name: /^Vergelijk met/ }).click();
    await page.waitForURL(/naast=vth-kerngroep/);
    const rows = page.locator(".compare tbody > tr:visible");
    assert.ok((await rows.count()) > 5, "one alone is beside all others");
    assert.match(await rows.first().innerText(), /^VTH-kerngroep/);
    await page.getByLabel("Met wat?").selectOption("ab-odt");
    assert.equal(await rows.count(), 2);
    assert.match(page.url(), /naast=vth-kerngroep(,|%2C)ab-odt/);
    await page.goto(page.url());
    assert.equal(await rows.count(), 2);
  });
  await withPage(browser, { ...calm, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${home}gremia/`);
    await page.locator(".compare summary").click();
    assert.ok((await page.locator(".compare tbody > tr:visible").count()) > 5);
    assert.equal(await page.locator(".compare select:visible").count(), 0);
  });
});

test("a drawing that fits does not say that it goes on", async () => {
  const faults = await overPages(browser, calm, ["organisaties/borne/", "gremia/vth-kerngroep/", "acties/"], async (page, address) => {
    await page.goto(home + address);
    const honest = () =>
      [...document.querySelectorAll(".infographic")].every((figure) => {
        const cue = figure.querySelector(".infographic-cue");
        const wide = [...figure.querySelectorAll(".infographic-drawing")].some((frame) => frame.scrollWidth > frame.clientWidth + 1);
        return !cue || cue.checkVisibility({ visibilityProperty: true }) === wide;
      });
    // The script measures when the page has been laid out, which on a busy machine is a moment later.
    await page.waitForFunction(honest, undefined, { timeout: 10_000 });
  });
  none(faults, "cues that say what is not so");
});

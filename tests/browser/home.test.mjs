// Home and what it leads to: the collaboration drawn on the first screen, a place to choose, a story in still frames.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const calm = { reducedMotion: "reduce" };
const screens = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

test("the collaboration is drawn on the first screen of home", async () => {
  for (const viewport of screens) {
    await withPage(browser, { viewport, ...calm }, async (page) => {
      await page.goto(home);
      const seen = await page.evaluate(() => {
        const drawing = [...document.querySelectorAll("main svg.ig-tekening")].find((svg) => svg.checkVisibility());
        const { top, bottom, width } = drawing.getBoundingClientRect();
        return { width, height: Math.min(bottom, innerHeight) - Math.max(top, 0) };
      });
      const words = `${viewport.width} × ${viewport.height}: ${JSON.stringify(seen)}`;
      assert.ok(seen.height >= viewport.height / 3, words);
      assert.ok(seen.width >= Math.min(280, viewport.width - 80), words);
    });
  }
});

test("a place is chosen on home, with and without script", async () => {
  await withPage(browser, { viewport: screens[0], ...calm }, async (page) => {
    await page.goto(home);
    await page.getByLabel("Ik ben").selectOption("Beleidsmedewerker");
    await page.getByLabel("bij", { exact: true }).selectOption("Losser");
    await page.getByRole("button", { name: "Toon mijn plek" }).click();
    await page.waitForURL(`${home}mijn-plek/beleidsmedewerker/losser/`);
  });
  await withPage(browser, { viewport: screens[2], javaScriptEnabled: false, ...calm }, async (page) => {
    await page.goto(home);
    assert.equal(await page.locator(".picker-form").isVisible(), false);
    await page.locator(".picker-plain").getByRole("link", { name: "Bestuurder" }).click();
    await page.getByRole("link", { name: "Borne", exact: true }).click();
    assert.equal(page.url(), `${home}mijn-plek/bestuurder/borne/`);
  });
});

test("the story stands there without script and on paper", async () => {
  await withPage(browser, { viewport: screens[2], javaScriptEnabled: false, ...calm }, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/van-verliefd-naar-getrouwd/`);
    for (const media of ["screen", "print"]) {
      await page.emulateMedia({ media });
      assert.equal(await page.locator(".story-frame:visible").count(), 3, media);
      assert.equal(await page.locator(".story-thread svg:visible").count(), 3, media);
      assert.equal(await page.locator(".story-example:visible").count(), 3, media);
      // A thread ends with its frame: under the last one stand words, and no thread over them.
      const cut = await page.locator(".story-thread").evaluateAll((threads) => threads.map((thread) => getComputedStyle(thread).overflow));
      assert.deepEqual(cut, ["clip", "clip", "clip"], media);
    }
  });
});

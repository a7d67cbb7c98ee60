// What must work everywhere, in Firefox and in Chromium: pages, menu, drawing, keyboard, search, and not a word in the console.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { browsers } from "./support/both.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const home = await host(after, publicFolder);
const desk = { width: 1280, height: 800 };
const narrow = { width: 400, height: 800 };

for (const [name, launch] of browsers) {
  describe(name, async () => {
    const browser = await launch(after);

    /** A fresh page that complains of nothing and asks nothing of others. */
    const withPage = async (address, viewport, work) => {
      const page = await browser.newPage();
      const wrong = [];
      page.on("console", (message) => ["error", "warn"].includes(message.type()) && wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("request", (request) => {
        // What stands in the browser itself (data:) is nobody's host.
        if (/^https?:/.test(request.url()) && !request.url().startsWith(home)) wrong.push(`asks ${request.url()}`);
      });
      try {
        await page.setViewport(viewport);
        await page.goto(home + address);
        await work(page);
        assert.deepEqual(wrong, []);
      } finally {
        await page.close();
      }
    };
    const focus = (page) => page.evaluate(() => document.activeElement.className || document.activeElement.localName);

    for (const address of ["", "gremia/", "gremia/pho-vth/", "organisaties/borne/", "bijdrage/", "begrippen/", "a-z/"]) {
      test(`/${address} opens, fits and is silent`, async () => {
        await withPage(address, desk, async (page) => {
          assert.equal(await page.$$eval("h1", (all) => all.length), 1);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is too wide");
        });
        await withPage(address, narrow, async (page) => {
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is too wide on a narrow screen");
        });
      });
    }

    test("the first Tab shows the way to the content", async () => {
      await withPage("", desk, async (page) => {
        await page.keyboard.press("Tab");
        assert.equal(await focus(page), "skip-link");
        await page.keyboard.press("Enter");
        assert.equal(await focus(page), "main");
      });
    });

    test("the menu of a narrow screen opens, closes with Escape and gives the focus back", async () => {
      await withPage("", narrow, async (page) => {
        await page.focus(".menu-button");
        await page.keyboard.press("Enter");
        await page.waitForSelector("#v-menu", { visible: true });
        await page.keyboard.press("Escape");
        await page.waitForSelector("#v-menu", { hidden: true });
        assert.equal(await focus(page), "menu-button");
      });
    });

    test("a body on the relation map leads to its page", async () => {
      await withPage("", desk, async (page) => {
        const links = await page.$$eval("main svg a[href]", (all) => all.map((link) => link.getAttribute("href")));
        assert.ok(links.length > 5, `${links.length} links in the drawing`);
        await page.$$eval("main svg a[href*='gremia/']", (all) => all.find((link) => link.checkVisibility()).focus());
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
        assert.match(page.url(), /\/gremia\/[^/]+\/$/);
      });
    });

    test("search answers by keyboard", async () => {
      await withPage("gremia/", desk, async (page) => {
        await page.keyboard.press("/");
        await page.waitForSelector("dialog.search input", { visible: true });
        await page.keyboard.type("wat is verloofd");
        await page.waitForSelector(".search-results[data-question='wat is verloofd'] a");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Escape");
        await page.waitForSelector("dialog.search", { hidden: true });
        await page.keyboard.press("/");
        await page.waitForSelector("dialog.search", { visible: true });
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
        assert.equal(page.url(), `${home}niveaus/verloofd/`);
      });
    });
  });
}

// What holds on every page: nothing from elsewhere, no fault in the console, one title of its own, all of it there without script.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, none, overPages, sizes, withPage } from "./support/browser.mjs";
import { leadingNowhere, named } from "./support/links.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { exists, pages, redirects, sample, source } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);

/** What a reader gets of the page: its words, its menu, its tables, in a form that two visits can be compared by. */
const told = () => {
  // The calculator's answer is a copy of a row of its table, which everybody has.
  document.querySelector(".rekenhulp-uitkomst")?.replaceChildren();
  // Who chooses a place with the script sees one list of organisations at a time; without it the places are links.
  document.querySelector(".picker-form")?.remove();
  document.querySelector(".compare-form")?.remove();
  // The buttons of a drawing do something with what is there already.
  document.querySelectorAll(".ig-knoppen").forEach((buttons) => buttons.remove());
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return {
    main: words(document.querySelector("main")),
    menu: [...document.querySelectorAll("header nav a")].map(words),
    tables: document.querySelectorAll("main table").length,
    drawings: document.querySelectorAll("main figure svg").length,
  };
};

const withScript = new Map();
const addresses = new Map();

test("the site has at least sixty pages", () => {
  assert.ok(pages.length >= 60, `only ${pages.length}`);
});

test("every page: no other host, no console fault, no refused content, one h1, unique ids and title, at most six screens", async () => {
  const titles = new Map();
  const faults = await overPages(browser, { viewport: sizes.wide, reducedMotion: "reduce" }, pages, async (page, address) => {
    const wrong = [];
    const note = {
      request: (request) => request.url().startsWith(home) || wrong.push(`asks for ${request.url()}`),
      // The visit to the next page breaks off what is still under way: that is no fault of this one.
      requestfailed: (request) => request.failure()?.errorText === "net::ERR_ABORTED" || wrong.push(`could not get ${request.url()}`),
      response: (response) => response.status() < 400 || wrong.push(`${response.status()} for ${response.url()}`),
      console: (message) => ["error", "warning"].includes(message.type()) && wrong.push(`console: ${message.text()}`),
      pageerror: (error) => wrong.push(`script: ${error.message}`),
    };
    for (const [event, listen] of Object.entries(note)) page.on(event, listen);
    try {
      await page.goto(home + address, { waitUntil: "load" });
      const seen = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return {
          title: document.title,
          language: document.documentElement.lang,
          headings: document.querySelectorAll("h1").length,
          twice: ids.filter((id, index) => ids.indexOf(id) !== index),
          cookies: document.cookie,
          screens: document.documentElement.scrollHeight / innerHeight,
          groups: document.querySelectorAll(".toc li, .jump li, .letters li, .group").length,
          filter: document.querySelectorAll(".list-filter:not([hidden]) input").length,
        };
      });
      if (seen.headings !== 1) wrong.push(`${seen.headings} h1`);
      if (seen.twice.length > 0) wrong.push(`ids that stand twice: ${seen.twice.join(", ")}`);
      if (seen.language !== "nl") wrong.push(`language ${seen.language}`);
      if (seen.cookies !== "") wrong.push(`sets cookies: ${seen.cookies}`);
      if (titles.has(seen.title)) wrong.push(`has the title of ${titles.get(seen.title)}: ${seen.title}`);
      titles.set(seen.title, address || "home");
      if (seen.screens > 6 && !(seen.groups > 2 && seen.filter > 0)) wrong.push(`${seen.screens.toFixed(1)} screens without groups and a filter`);
      if (address !== "404.html") addresses.set(address, await page.evaluate(named));
      if (sample.includes(address)) withScript.set(address, await page.evaluate(told));
      if (wrong.length > 0) throw new Error(wrong.join("\n    "));
    } finally {
      for (const [event, listen] of Object.entries(note)) page.off(event, listen);
    }
  });
  none(faults, "pages with a fault");
});

test("every link and anchor of every page leads somewhere", () => {
  assert.equal(addresses.size, pages.length - 1);
  none(leadingNowhere(home, addresses), "links that lead nowhere");
});

test("a page of each sort says the same without script", async () => {
  const faults = await overPages(browser, { viewport: sizes.wide, javaScriptEnabled: false }, sample, async (page, address) => {
    await page.goto(home + address);
    const seen = await page.evaluate(told);
    assert.ok(seen.main.length > 40, "main is all but empty");
    assert.ok(seen.menu.length > 3, "no menu");
    assert.deepEqual(seen, withScript.get(address));
  });
  none(faults, "pages that need script");
});

test("a rule of the content security policy stops a script from elsewhere and inline", async () => {
  await withPage(browser, {}, async (page) => {
    const refused = [];
    page.on("console", (message) => refused.push(message.text()));
    await page.goto(home);
    await page.evaluate(() => {
      const inline = document.createElement("script");
      inline.textContent = "globalThis.intruder = true";
      document.body.append(inline);
    });
    assert.equal(await page.evaluate(() => globalThis.intruder), undefined);
    assert.ok(refused.some((line) => line.includes("Content Security Policy")), "the console does not tell of a refusal");
  });
});

test("the menu opens and closes without script on a narrow screen", async () => {
  await withPage(browser, { viewport: sizes.narrow, javaScriptEnabled: false }, async (page) => {
    await page.goto(home);
    const first = page.locator("nav[popover] a").first();
    assert.equal(await first.isVisible(), false);
    await page.locator("header [popovertarget]").first().click();
    assert.equal(await first.isVisible(), true);
    await page.locator("nav[popover] [popovertargetaction=hide]").click();
    assert.equal(await first.isVisible(), false);
  });
});

test("details open without script", async () => {
  const address = pages.find((each) => source(each).includes("<details"));
  if (address === undefined) return;
  await withPage(browser, { viewport: sizes.narrow, javaScriptEnabled: false }, async (page) => {
    await page.goto(home + address);
    const details = page.locator("details").first();
    await details.locator("summary").first().click();
    assert.equal(await details.evaluate((element) => element.open), true);
  });
});

test("an unknown address gives the site's own page, at any depth", async () => {
  await withPage(browser, { viewport: sizes.desk }, async (page) => {
    for (const lost of ["weg", "gremia/weg/", "a/b/c/d.html"]) {
      const response = await page.goto(home + lost);
      assert.equal(response.status(), 404);
      assert.equal(await page.locator("main h1").count(), 1);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".skip-link")).position), "absolute", lost);
      for (const href of await page.locator("a:not([href^='#'])").evaluateAll((links) => links.map((link) => link.href))) {
        const address = href.split("#")[0].slice(home.length);
        assert.ok(href.startsWith(home) && exists(address), `${lost}: ${href}`);
      }
    }
  });
});

test("an old address leads to the page that took its place", async () => {
  const faults = await overPages(browser, {}, redirects, async (page, address) => {
    await page.goto(home + address);
    await page.waitForURL((url) => url.href !== home + address);
    assert.equal(await page.locator("main h1").count(), 1);
  });
  none(faults, "redirects that lead nowhere");
});

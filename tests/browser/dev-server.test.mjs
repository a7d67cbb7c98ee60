// `verbeeld serve` as an editor lives with it: what is saved shows by itself, a mistake is told and mended, and it stops when asked.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { launch, sizes, withPage } from "./support/browser.mjs";
import { copyOfSite, serve } from "./support/program.mjs";

const browser = await launch(after);
const site = copyOfSite(after);
const server = await serve(after, site, 0);
const written = join(site, "content/zo-werken-we-samen/waarom-dit-plan.md");
const address = `${server.address}zo-werken-we-samen/waarom-dit-plan/`;
const original = readFileSync(written, "utf8");

const save = (text, path = written) => writeFileSync(path, text);
const open = (work) => withPage(browser, { viewport: sizes.desk, reducedMotion: "reduce" }, work);
const overlay = (page) => page.locator("verbeeld-melding dialog");

/** Waits until the page has its line to the server: a save before that is not one that an editor makes. */
async function visit(page, where = address) {
  const connected = page.waitForEvent("websocket");
  await page.goto(where);
  const socket = await connected;
  if (!socket.isClosed()) await Promise.race([socket.waitForEvent("framereceived"), page.waitForTimeout(1000)]);
}

test("what is saved shows by itself, at the same place on the page", () =>
  open(async (page) => {
    await visit(page);
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    const lowest = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    assert.ok(lowest > 300, "the page is too short for this test");
    await page.evaluate(() => scrollTo({ top: 260, behavior: "instant" }));
    save(`${original}\n\nEen zin die er net bij kwam.\n`);
    await page.getByText("Een zin die er net bij kwam.").waitFor({ state: "attached" });
    await page.waitForFunction(() => Math.abs(scrollY - 260) <= 2);
    save(original);
    await page.getByText("Een zin die er net bij kwam.").waitFor({ state: "detached" });
    await page.waitForFunction(() => Math.abs(scrollY - 260) <= 2);
    assert.deepEqual(faults, []);
  }));

test("a change of another page leaves the open one alone", () =>
  open(async (page) => {
    await visit(page);
    await page.evaluate(() => (globalThis.untouched = true));
    const other = join(site, "content/over/privacy.md");
    const before = readFileSync(other, "utf8");
    save(`${before}\n\nEen andere bladzijde.\n`, other);
    await open(async (second) => {
      await second.goto(`${server.address}over/privacy/`);
      await second.getByText("Een andere bladzijde.").waitFor();
    });
    assert.equal(await page.evaluate(() => globalThis.untouched), true);
    save(before, other);
  }));

test("a mistake shows over the page, with file and line; the last good page stays; mending takes it away", () =>
  open(async (page) => {
    await visit(page);
    const heading = await page.locator("main h1").textContent();
    save(original.replace(/^titel = .*$/m, 'titel = "niet afgesloten'));
    await overlay(page).waitFor();
    const text = await overlay(page).innerText();
    const line = original.split("\n").findIndex((each) => each.startsWith("titel = ")) + 1;
    assert.match(text, /waarom-dit-plan\.md/);
    assert.match(text, new RegExp(`regel ${line}\\b`));
    assert.match(text, /Er klopt iets niet in de site/);
    // The site stays up: for the reader of this page, and for who comes now.
    assert.equal(await page.locator("main h1").textContent(), heading);
    await open(async (second) => {
      const response = await second.goto(address);
      assert.equal(response.status(), 200);
      assert.equal(await second.locator("main h1").textContent(), heading);
      await overlay(second).waitFor();
    });
    // It can be put aside and called back.
    await page.keyboard.press("Escape");
    await overlay(page).waitFor({ state: "hidden" });
    await page.locator("verbeeld-melding button.notice").click();
    await overlay(page).waitFor();
    save(original);
    await overlay(page).waitFor({ state: "hidden" });
    await page.locator("verbeeld-melding button.notice").waitFor({ state: "hidden" });
  }));

test("a mistake in the data is told too, and its mending too", () =>
  open(async (page) => {
    const data = join(site, "data/relaties.toml");
    const before = readFileSync(data, "utf8");
    await visit(page);
    save(before.replace(/^naar = "[^"]*"$/m, 'naar = "bestaat-niet"'), data);
    await overlay(page).waitFor();
    assert.match(await overlay(page).innerText(), /relaties\.toml[\s\S]*regel \d+/);
    save(before, data);
    await overlay(page).waitFor({ state: "hidden" });
  }));

test("a style that is saved is put on without loading the page again", () =>
  open(async (page) => {
    await visit(page);
    await page.evaluate(() => (globalThis.untouched = true));
    const style = join(site, "css/99-proef.css");
    mkdirSync(join(site, "css"), { recursive: true });
    save("h1 { outline: 7px solid rgb(1, 2, 3); }\n", style);
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).outlineWidth === "7px");
    save("h1 { outline: 9px solid rgb(1, 2, 3); }\n", style);
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).outlineWidth === "9px");
    assert.equal(await page.evaluate(() => globalThis.untouched), true);
  }));

test("a new page is there as soon as it is saved", () =>
  open(async (page) => {
    await visit(page, server.address);
    save('+++\ntitel = "Proefbladzijde"\nomschrijving = "Een bladzijde van de proef."\n+++\n\nNieuw.\n', join(site, "content/over/proefbladzijde.md"));
    await page.waitForFunction((where) => fetch(where).then((response) => response.ok), `${server.address}over/proefbladzijde/`);
  }));

test("only this machine can reach it", () => {
  assert.match(new URL(server.address).hostname, /^(127\.0\.0\.1|localhost|\[::1\])$/);
});

test("a port that is taken gives the next", async (t) => {
  const holder = createServer();
  await new Promise((ready) => holder.listen(0, "127.0.0.1", ready));
  t.after(() => holder.close());
  const { port } = holder.address();
  const second = await serve((close) => t.after(close), site, port);
  assert.notEqual(Number(new URL(second.address).port), port);
  assert.match(second.said(), new RegExp(`Poort ${port} is al in gebruik`));
  assert.equal((await fetch(second.address)).status, 200);
  second.interrupt();
  assert.deepEqual(await second.ended, { code: 0, signal: null });
});

// Last: the others need it.
test("Ctrl-C ends it well, and an open page says so", () =>
  open(async (page) => {
    await visit(page);
    server.interrupt();
    assert.deepEqual(await server.ended, { code: 0, signal: null });
    await page.locator("verbeeld-melding p.notice").waitFor();
    assert.match(await page.locator("verbeeld-melding p.notice").textContent(), /gestopt/);
    assert.match(server.said(), /Gestopt\./);
  }));

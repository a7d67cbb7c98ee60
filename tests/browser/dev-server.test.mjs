// `verbeeld serve` as an editor lives with it: what is saved shows by itself, a mistake is told and mended, and it stops when asked.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Where a text stands in the window. */
const topOf = (page, text) => page.getByText(text, { exact: false }).first().evaluate((element) => element.getBoundingClientRect().top);

/** Waits until the page is whole; what the browser or the page would still do by itself comes within a few frames. */
async function settled(page) {
  await page.waitForFunction(() => document.readyState === "complete");
  await page.evaluate(() => new Promise((done) => { let left = 20; const next = () => (left-- ? requestAnimationFrame(next) : done()); next(); }));
}

test("text that is added above the reading place moves nothing under the reader's eyes", () =>
  open(async (page) => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => `Alinea nummer ${i} van de proef, met genoeg woorden om een regel te vullen.`);
    save(`${original}\n\n${paragraphs.join("\n\n")}\n`);
    await visit(page);
    await page.getByText("Alinea nummer 39 van").waitFor({ state: "attached" });
    // The page may have come just before its text was saved: then it loads again, and goes back to where it stood.
    await settled(page);
    await page.getByText("Alinea nummer 20 van").evaluate((element) => scrollTo({ top: scrollY + element.getBoundingClientRect().top - 100, behavior: "instant" }));
    const before = await topOf(page, "Alinea nummer 21 van");
    const above = Array.from({ length: 10 }, (_, i) => `Een nieuwe alinea ${i} die boven de leesplaats komt te staan.`);
    paragraphs.splice(2, 0, ...above);
    // The line that is being read may be the one that is edited as well.
    const changed = paragraphs.map((text) => (text.includes("nummer 20 ") ? `${text} Met een woord erbij.` : text));
    save(`${original}\n\n${changed.join("\n\n")}\n`);
    await page.getByText("Een nieuwe alinea 9 die").waitFor({ state: "attached" });
    await settled(page);
    const after = await topOf(page, "Alinea nummer 21 van");
    assert.ok(Math.abs(after - before) <= 40, `the line moved from ${before} to ${after}`);
    save(original);
    await page.getByText("Alinea nummer 39 van").waitFor({ state: "detached" });
  }));

test("a reload keeps the focus, what was opened and what was typed", () =>
  open(async (page) => {
    const folded = "<details>\n<summary>Meer over de proef</summary>\n\nUitgevouwen.\n\n</details>";
    save(`${original}\n\n${folded}\n`);
    await visit(page);
    await page.getByText("Meer over de proef").click();
    await page.locator("details", { hasText: "Uitgevouwen" }).waitFor();
    const link = page.locator("main a[href]").first();
    const where = await link.getAttribute("href");
    await link.focus();
    save(`${original}\n\n${folded}\n\nErbij.\n`);
    await page.getByText("Erbij.", { exact: true }).waitFor();
    await page.waitForFunction((href) => document.activeElement?.getAttribute("href") === href, where);
    assert.equal(await page.locator("details", { hasText: "Uitgevouwen" }).getAttribute("open"), "");
    // The search box.
    await page.locator(".search-button").click();
    await page.locator("dialog.search input").fill("vergunning");
    await page.locator("dialog.search [role=option]").first().waitFor();
    save(`${original}\n\n${folded}\n\nErbij, en nog iets.\n`);
    await page.getByText("Erbij, en nog iets.").waitFor({ state: "attached" });
    await page.locator("dialog.search[open]").waitFor();
    assert.equal(await page.locator("dialog.search input").inputValue(), "vergunning");
    await page.locator("dialog.search [role=option]").first().waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("dialog.search") !== null);
    save(original);
    await page.getByText("Erbij, en nog iets.").waitFor({ state: "detached" });
  }));

test("warnings wait behind a small button, this page's first; keys open and close them, and mending takes them away", () =>
  open(async (page) => {
    const elsewhere = join(site, "content/over/waarschuwing.md");
    const slip = "\n\n## Een kop\n\n#### Een kop die een niveau overslaat\n\nTekst.\n";
    save(`+++\ntitel = "Elders"\nomschrijving = "Een bladzijde van de proef."\n+++\n${slip}`, elsewhere);
    await visit(page);
    const button = page.locator("verbeeld-melding button.notice.warnings");
    await button.waitFor();
    const lone = Number(/^\d+/.exec(await button.innerText())[0]);
    assert.ok(lone >= 1);
    await overlay(page).waitFor({ state: "hidden" });
    save(original + slip);
    await page.getByText("Een kop die een niveau overslaat").waitFor({ state: "attached" });
    await page.locator("verbeeld-melding button.notice.warnings", { hasText: /waarvan \d+ op deze pagina/ }).waitFor();
    await button.focus();
    await page.keyboard.press("Enter");
    await overlay(page).waitFor();
    const text = await overlay(page).innerText();
    assert.ok(text.indexOf("Op deze pagina") < text.indexOf("waarom-dit-plan.md"), text);
    assert.ok(text.indexOf("waarom-dit-plan.md") < text.indexOf("Elders in de site"), text);
    assert.ok(text.indexOf("Elders in de site") < text.indexOf("waarschuwing.md"), text);
    // A save that changes nothing of this page leaves the list open.
    await page.keyboard.press("Escape");
    await overlay(page).waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.querySelector("verbeeld-melding").shadowRoot.activeElement?.className === "notice warnings");
    save(original);
    rmSync(elsewhere);
    await button.waitFor({ state: "hidden" });
  }));

test("the list of warnings is readable in the dark too", () =>
  withPage(browser, { viewport: sizes.desk, reducedMotion: "reduce", colorScheme: "dark" }, async (page) => {
    save(`${original}\n\n## Een kop\n\n#### Te diep\n\nTekst.\n`);
    await visit(page);
    await page.locator("verbeeld-melding button.notice.warnings").click();
    const [ink, paper] = await overlay(page).evaluate((dialog) => {
      const style = getComputedStyle(dialog);
      return [style.color, style.backgroundColor].map((colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
    });
    assert.ok(ink - paper > 400, `${ink} on ${paper}`);
    save(original);
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

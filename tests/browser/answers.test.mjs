// What officials ask is answered on the first screen of the page where the answer belongs; terms explain themselves; the
// calculator says what its table says.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, test } from "node:test";
import { launch, none, overPages, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const laptop = { width: 1280, height: 800 };
const calm = { reducedMotion: "reduce" };

/** Question, page, and words that must be whole on the first screen. */
const questions = [
  ["Wie besluit over regionaal VTH-beleid?", "gremia/colleges/", ["Zij besluiten over het regionale VTH-beleid", "Besluit het zelf?"]],
  ["Hoort het AB ODT erbij?", "gremia/ab-odt/", ["Het hoort niet bij de VTH-samenwerking", "strikt scheiden"]],
  ["Wat draagt Borne bij?", "organisaties/borne/", ["Borne: wat wordt er gevraagd?", "circa € 10.000 per jaar", "130 uur of circa € 10.000 per jaar"]],
  ["Bij wie moet ik zijn met bodem?", "gremia/platform-bodem/", ["Mijn vraag gaat over bodem. Waar hoort die thuis?", "Bij het platform Bodem.", "De voorzitter van de VTH-kerngroep maakt met het platform afspraken"]],
  ["Wat is verloofd?", "niveaus/verloofd/", ["Betrokken bij ontwikkeling en uitvoering."]],
  ["Wanneer is de evaluatie?", "opgaven/opgave-7/", ["Wanneer?", "Oplevering: in 2026."]],
  ["Wie leidt het jaarverslag?", "producten/product-jaarverslag/", ["Wie heeft de leiding?", "Omgevingsdienst Twente"]],
  ["Wie is gastheer?", "bijdrage/gastheerorganisatie/", ["Wie is gastheer?", "laat dit open"]],
  ["Met wie heeft de kerngroep een band?", "gremia/vth-kerngroep/", ["Met wie heeft het een band?", "Verloofd", "PHO VTH", "Accounthouders ODT"]],
  ["Wat veranderde er in 2024?", "mijlpalen/", ["Omgevingswet in werking", "Aangekondigd of niet zeker: 2024", "Begin van de samenwerking nieuwe stijl"]],
];

test("ten questions are answered without scrolling", async () => {
  const faults = await overPages(browser, { viewport: laptop, ...calm }, questions, async (page, [, address, words]) => {
    await page.goto(home + address);
    const seen = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const parts = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { top, bottom, width } = range.getBoundingClientRect();
        if (width > 0 && top >= 0 && bottom <= innerHeight) parts.push(node.textContent);
      }
      return parts.join("").replace(/\s+/g, " ");
    });
    none(words.filter((word) => !seen.includes(word.replace(/\s+/g, " "))), `words missing on the first screen of ${address}`);
  });
  none(faults, "questions without an answer on the first screen");
});

test("a term explains itself by a press, by keyboard and without script", async () => {
  await withPage(browser, { viewport: laptop, javaScriptEnabled: false, ...calm }, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const term = page.locator("button.term").first();
    const meaning = page.locator(`#${await term.getAttribute("popovertarget")}`);
    assert.equal(await meaning.isVisible(), false);
    await term.focus();
    await page.keyboard.press("Enter");
    assert.equal(await meaning.isVisible(), true);
    await page.keyboard.press("Escape");
    assert.equal(await meaning.isVisible(), false);
    await term.click();
    assert.equal(await meaning.isVisible(), true);
    await page.mouse.click(2, 2);
    assert.equal(await meaning.isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await meaning.isVisible(), true, "on paper the meaning stands on the page");
  });
});

test("the calculator shows the case that was asked for, and every case without script", async () => {
  await withPage(browser, { viewport: laptop, ...calm }, async (page) => {
    await page.goto(`${home}bijdrage/`);
    const answer = page.locator(".rekenhulp-uitkomst");
    const says = async (...words) => {
      const text = (await answer.innerText()).replace(/\s+/g, " ");
      for (const word of words) assert.ok(text.includes(word), `“${word}” is not in: ${text}`);
    };
    await says("Gevraagd wordt circa € 10.000 en 120 tot 130 uur per jaar.");
    assert.equal(await page.locator(".rekenhulp-antwoord").isVisible(), false);
    await page.locator(".rekenhulp-waarom > summary").click();
    await says("circa € 10.000 per jaar", "0,1 fte × 1.300 = 130 uur", "120 uur", "0,107 fte: 139,1 uur");
    await page.getByLabel("circa 1.315 uur").check();
    await says("0,1 fte × 1.315 = 131,5 uur");
    await page.getByLabel("Ja", { exact: true }).check();
    await says("216 uur");
    await page.getByLabel("In geld").check();
    await says("0,2 fte: circa € 20.000 per jaar");
    assert.equal(await page.getByLabel("circa 1.315 uur").isDisabled(), true);
    await page.locator("select[name=wie]").selectOption("Tubbergen");
    await says("voor beide samen");
    // The address leads to the same case again.
    const bar = await page.locator(".rekenhulp-zin .rekenhulp-deel").count();
    assert.equal(bar, 0, "money has no bar of hours");
    await page.goto(page.url());
    assert.equal(await page.locator("select[name=wie]").inputValue(), "tubbergen");
    await says("Gevraagd wordt circa € 20.000 per jaar.");
  });
  await withPage(browser, { viewport: laptop, javaScriptEnabled: false, ...calm }, async (page) => {
    await page.goto(`${home}bijdrage/`);
    assert.equal(await page.locator(".rekenhulp-keuze").isVisible(), false);
    assert.equal(await page.locator(".rekenhulp tbody tr").last().isVisible(), true);
    assert.equal(await page.locator(".rekenhulp tbody tr").count(), 12);
  });
});

test("the signpost goes step by step, one at a time and without script", async () => {
  await withPage(browser, { viewport: { width: 320, height: 700 }, javaScriptEnabled: false, ...calm }, async (page) => {
    await page.goto(`${home}routes/`);
    const open = (name) => page.locator("summary", { hasText: name }).click();
    const answer = page.getByText("Het plan werkt dat niet uit.");
    await open("Ambtelijk");
    await open("Ik werk bij een ketenpartner.");
    assert.equal(await answer.first().isVisible(), true);
    await open("Bestuurlijk");
    assert.equal(await answer.first().isVisible(), false);
    await open("Wie stelt het VTH-beleid vast?");
    await page.locator(".infographic-steps").getByRole("link", { name: "Colleges" }).click();
    assert.equal(page.url(), `${home}gremia/colleges/`);
    await page.goto(`${home}routes/`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".infographic-steps").isVisible(), false);
  });
});

// Printers and letters differ: a sheet that is full to the last line here spills over elsewhere.
test("a place is one side of paper, with room to spare", async () => {
  const places = await readdir(path.join(publicFolder, "mijn-plek"), { recursive: true });
  const ids = places.filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file)).map((file) => path.dirname(file));
  assert.ok(ids.length > 60, `${ids.length} places`);
  await withPage(browser, { viewport: laptop, ...calm }, async (page) => {
    for (const id of ids) {
      await page.goto(`${home}mijn-plek/${id}/`);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true, scale: 1.03 })).toString("latin1");
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, `the page of ${id}`);
    }
  });
});

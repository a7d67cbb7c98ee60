// Pictures of pages for people to look at: npm run kiekjes -- [--naar folder] [page …], with pages such as "" (home) or gremia/pho-vth/.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch, sizes, withPage } from "./support/browser.mjs";
import { pictureFolder, publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { naar: { type: "string", default: pictureFolder } },
});
const wanted = positionals.length > 0 ? positionals : ["", "zo-werken-we-samen/", "gremia/", "gremia/pho-vth/", "begrippen/", "404.html"];
const folder = resolve(values.naar);

const widths = { 1440: sizes.wide, 768: sizes.tablet, 320: sizes.narrow };
const looks = {
  licht: { colorScheme: "light" },
  donker: { colorScheme: "dark" },
  druk: { media: "print" },
  contrast: { forcedColors: "active" },
};
/** A sheet of A4 at 96 dots per inch: paper has one width. */
const sheet = { width: 794, height: 1123 };

let closeHost = () => {};
const browser = await launch();
const home = await host((close) => (closeHost = close), publicFolder);
mkdirSync(folder, { recursive: true });
for (const address of wanted) {
  const name = address.replace(/\/$/, "").replaceAll("/", "-").replace(".html", "") || "home";
  for (const [look, media] of Object.entries(looks)) {
    for (const [width, viewport] of Object.entries(look === "druk" ? { a4: sheet } : widths)) {
      await withPage(browser, { viewport, reducedMotion: "reduce" }, async (page) => {
        await page.emulateMedia(media);
        const response = await page.goto(home + address);
        if (!response.ok() && address !== "404.html") throw new Error(`${response.status()} for ${address}`);
        const path = join(folder, `${name}-${width}-${look}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
      });
    }
  }
}
await browser.close();
closeHost();

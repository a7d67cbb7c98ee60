// Where things stand: the repository, the built site, the program and the browser. Each can be pointed elsewhere from outside.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The root of the repository. */
export const repository = resolve(here, "../../..");

const target = resolve(repository, process.env.CARGO_TARGET_DIR ?? "target");

/** The site to look at: what `tests/run` built, or what `verbeeld build` left in `public/`. */
export const publicFolder = resolve(process.env.PUBLIC ?? firstThat(join(target, "proef/public"), join(repository, "public")));

/** The program, for the tests of the dev server. */
export const program = resolve(process.env.VERBEELD ?? firstThat(join(target, "release/verbeeld"), join(target, "debug/verbeeld")));

/** The source of the portal. */
export const siteFolder = join(repository, "site");

/** Where pictures for people go. */
export const pictureFolder = join(target, "kiekjes");

/** A Chromium of the system. */
export const chromium = process.env.CHROMIUM ?? firstThat("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

/** A Firefox of the system. */
export const firefox = process.env.FIREFOX ?? firstThat("/usr/bin/firefox-esr", "/usr/bin/firefox");

function firstThat(...paths) {
  return paths.find((path) => existsSync(path)) ?? paths[0];
}

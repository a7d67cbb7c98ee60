// What a dev server watches goes, comes back, comes late or leads elsewhere: is the next save seen, and how soon?
//
//   VERBEELD=target/release/verbeeld node tests/soak/watching.mjs [rounds]
//
// By hand, since its figures depend on the machine. It ends with 1 when a save was not seen within a second.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const rounds = Number(process.argv[2] ?? 20);
const program = process.env.VERBEELD ?? "target/release/verbeeld";
const theme = resolve("themes/weefsel");

const text = (words) => `+++\ntitel = "T"\n+++\n${words}\n`;
function lay(root) {
  mkdirSync(join(root, "site/content"), { recursive: true });
  writeFileSync(join(root, "site/portal.toml"), 'naam = "P"\nbasis_url = "https://p.example/"\neigenaar = "R"\n');
  writeFileSync(join(root, "site/content/index.md"), text("begin"));
}
const git = (root, ...words) => execFileSync("git", ["-C", root, "-c", "user.name=x", "-c", "user.email=x@x.example", ...words], { stdio: "ignore" });

/** Each way: what is laid before the start, what happens, and which file is then saved. */
const ways = {
  "mv site away and back": {
    happens: async (root, round) => {
      renameSync(join(root, "site"), join(root, "weg"));
      await pause([0, 100, 600][round % 3]);
      renameSync(join(root, "weg"), join(root, "site"));
    },
  },
  "git checkout of a branch without it": {
    lay: (root) => {
      git(root, "init", "-q");
      git(root, "commit", "-q", "--allow-empty", "-m", "leeg");
      git(root, "branch", "leeg");
      git(root, "checkout", "-q", "-b", "vol");
      git(root, "add", "site");
      git(root, "commit", "-q", "-m", "vol");
    },
    happens: async (root, round) => {
      git(root, "checkout", "-q", "-f", "leeg");
      await pause([0, 100, 600][round % 3]);
      git(root, "checkout", "-q", "-f", "vol");
    },
  },
  "rm -rf and restore": {
    happens: async (root, round) => {
      rmSync(join(root, "site"), { recursive: true });
      await pause([0, 100, 600][round % 3]);
      lay(root);
    },
  },
  "themes/ made later": {
    happens: async (root, round) => {
      rmSync(join(root, "themes"), { recursive: true, force: true });
      await pause([0, 300][round % 2]);
      cpSync(theme, join(root, "themes/weefsel"), { recursive: true });
    },
    save: (root, words) => {
      const base = join(root, "themes/weefsel/templates/basis.html");
      writeFileSync(base, readFileSync(base, "utf8").replace("</body>", `<!-- ${words} --></body>`));
    },
  },
  "a link's target edited": {
    lay: (root) => {
      mkdirSync(join(root, "gedeeld"));
      writeFileSync(join(root, "gedeeld/start.md"), text("begin"));
      unlinkSync(join(root, "site/content/index.md"));
      symlinkSync("../../gedeeld/start.md", join(root, "site/content/index.md"));
    },
    happens: async () => {},
    save: (root, words) => writeFileSync(join(root, "gedeeld/start.md"), text(words)),
  },
};

let missed = 0;
for (const [name, way] of Object.entries(ways)) {
  const root = mkdtempSync(join(tmpdir(), "verbeeld-"));
  lay(root);
  way.lay?.(root);
  const child = spawn(program, ["serve", "--map", root, "--poort", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((found) => {
    let said = "";
    child.stderr.on("data", (piece) => {
      said += piece;
      const url = /http:\/\/\S+/.exec(said);
      if (url) found(url[0]);
    });
  });
  const shows = async (words) => (await (await fetch(address)).text()).includes(words);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await way.happens(root, round);
    const words = `ronde-${round}.`;
    (way.save ?? ((root, words) => writeFileSync(join(root, "site/content/index.md"), text(words))))(root, words);
    const begun = performance.now();
    while (!(await shows(words)) && performance.now() - begun < 10_000) await pause(5);
    times.push(performance.now() - begun);
  }
  child.kill();
  rmSync(root, { recursive: true, force: true });
  const late = times.filter((time) => time > 1000).length;
  missed += late;
  console.log(`${name}: ${rounds - late} of ${rounds} within a second, slowest ${Math.max(...times).toFixed(0)} ms`);
}
process.exit(missed > 0 ? 1 : 0);

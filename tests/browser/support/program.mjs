// The real program as a reader starts it: its output as it comes, and how it ends.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, siteFolder } from "./paths.mjs";

/** A copy of the portal that a test may write in. */
export function copyOfSite(after) {
  const folder = mkdtempSync(join(tmpdir(), "verbeeld-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(siteFolder, join(folder, "site"), { recursive: true, filter: (path) => !/site\/public(\/|$)/.test(path) });
  return join(folder, "site");
}

/** Starts `verbeeld serve` and waits until it has told its address. */
export async function serve(after, folder, port) {
  const child = spawn(program, ["serve", "--map", folder, "--poort", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  after(() => child.kill("SIGKILL"));
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
  const address = await new Promise((resolve, reject) => {
    const listen = (piece) => {
      said += piece;
      const found = /http:\/\/[^\s]+/.exec(said);
      if (found) resolve(found[0].endsWith("/") ? found[0] : `${found[0]}/`);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    ended.then(({ code }) => reject(new Error(`the dev server ended with ${code}: ${said}`)));
  });
  return { address, ended, said: () => said, interrupt: () => child.kill("SIGINT") };
}

// An OpenSSH server on loopback with keys of its own, and the settings with which a client knows it.

import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const key = (file) => execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);

/** Starts the server; gives its port, and what the program must find around it to reach it. */
export async function sshd(after, folder) {
  mkdirSync(folder, { recursive: true });
  const at = (name) => join(folder, name);
  ["host", "client", "stranger"].forEach((name) => key(at(name)));
  copyFileSync(at("client.pub"), at("authorized"));
  const port = await freePort();
  writeFileSync(
    at("sshd_config"),
    `ListenAddress 127.0.0.1
Port ${port}
HostKey ${at("host")}
AuthorizedKeysFile ${at("authorized")}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
Subsystem sftp internal-sftp
`,
  );
  mkdirSync("/run/sshd", { recursive: true });
  // What it says goes to a file: nobody here reads a pipe while a program is waited for, and a full pipe would stop it.
  writeFileSync(at("log"), "");
  const server = spawn("/usr/sbin/sshd", ["-D", "-E", at("log"), "-f", at("sshd_config")], { stdio: "ignore" });
  after(() => server.kill());
  for (let tries = 0; ; tries += 1) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(socket.destroy() && true));
      socket.once("error", () => resolve(false));
    });
    if (open) break;
    if (tries > 300 || server.exitCode !== null) throw new Error(`sshd does not answer: ${readFileSync(at("log"), "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const known = (name, pub) => writeFileSync(at(name), `[127.0.0.1]:${port} ${readFileSync(at(pub), "utf8")}`);
  known("known", "host.pub");
  known("known-wrong", "stranger.pub");
  writeFileSync(at("known-none"), "");
  const settings = (name, hosts, own = "client") => {
    writeFileSync(at(name), `Host *\n  IdentityFile ${at(own)}\n  IdentitiesOnly yes\n  UserKnownHostsFile ${at(hosts)}\n  GlobalKnownHostsFile /dev/null\n`);
    return at(name);
  };
  mkdirSync(at("bin"));
  symlinkSync(join(here, "sftp-wrapper"), at("bin/sftp"));
  return {
    port,
    user: userInfo().username,
    count: at("count"),
    path: `${at("bin")}:${process.env.PATH}`,
    good: settings("good", "known"),
    changed: settings("changed", "known-wrong"),
    unknown: settings("unknown", "known-none"),
    stranger: settings("strange", "known", "stranger"),
  };
}

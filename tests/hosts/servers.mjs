// Three web servers with the least of settings: a folder to show, a port on loopback, and the file that the program made.

import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/** A port that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket.destroy() && true));
    socket.once("error", () => resolve(false));
  });
}

/** Starts a program that stays in the foreground; gives back when its port answers. */
async function start(after, port, program, args, options = {}) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  after(() => {
    child.kill("SIGTERM");
    return ended;
  });
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers(port)) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program} does not answer: ${said}`);
}

/** A folder of a server's own, which whoever it becomes may write in. */
function work(folder, name) {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  chmodSync(own, 0o777);
  return own;
}

export async function nginx(after, folder, root, site) {
  const [port, own] = [await freePort(), work(folder, "nginx")];
  const file = join(own, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${own}/${kind};`);
  writeFileSync(
    file,
    `daemon off; pid ${own}/pid; error_log stderr; worker_processes 1; ${process.getuid() === 0 ? "user root;" : ""}
events {}
http {
  access_log off; ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; root ${root}; include ${site}/.hosts/nginx.conf; }
}
`,
  );
  return start(after, port, "/usr/sbin/nginx", ["-p", own, "-c", file]);
}

export async function apache(after, folder, root) {
  const [port, own] = [await freePort(), work(folder, "apache")];
  const file = join(own, "apache.conf");
  const modules = ["mpm_event", "authz_core", "dir", "mime", "alias", "headers", "setenvif", "rewrite"];
  writeFileSync(
    file,
    `ServerRoot ${own}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${own}/pid
ErrorLog ${own}/error.log
DefaultRuntimeDir ${own}
Mutex file:${own} default
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`,
  );
  return start(after, port, "/usr/sbin/apache2", ["-D", "FOREGROUND", "-f", file]);
}

export async function caddy(after, folder, root, site) {
  const [port, own] = [await freePort(), work(folder, "caddy")];
  const file = join(own, "Caddyfile");
  writeFileSync(
    file,
    `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  root * ${root}
  import ${site}/.hosts/Caddyfile
}
`,
  );
  const env = { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
  return start(after, port, "/usr/bin/caddy", ["run", "--config", file, "--adapter", "caddyfile"], { env });
}

// A tiny static host, as a municipality's would be: folders have an index.html, what is missing gets 404.html.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves `folder` under `prefix` ("/" or "/a/folder/") until `after` (of node:test), and gives the address of its home page. */
export async function host(after, folder, prefix = "/") {
  const server = createServer((request, response) => {
    answer(folder, prefix, request)
      .then((answer) => packed(answer, request))
      .then(({ status, headers = {}, body = "" }) => response.writeHead(status, headers).end(body))
      .catch((error) => response.writeHead(500).end(String(error)));
  });
  return listening(after, server, prefix);
}

/** Lets a server listen until `after`, and gives the address of its home page. */
async function listening(after, server, prefix) {
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  after?.(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}${prefix}`;
}

/** How long a page waits before each next piece: long enough to be painted. */
const breath = 150;

/** The same host on a line that falters: of a page comes first what stands before its first drawing, then that drawing, then the rest. */
export async function piecemeal(after, folder) {
  const server = createServer(async (request, response) => {
    const { status, headers = {}, body = "" } = await answer(folder, "/", request);
    response.writeHead(status, headers);
    if (headers["content-type"] !== types[".html"]) return response.end(body);
    const text = String(body);
    const cuts = [/<main\b/, /<div class="infographic-drawing/, /<svg[^>]* class="ig-/, /<\/figure>/].map((mark) => text.search(mark)).filter((at) => at > 0);
    let from = 0;
    for (const to of [...cuts, text.length]) {
      if (to <= from) continue;
      response.write(text.slice(from, to));
      await new Promise((done) => setTimeout(done, breath));
      from = to;
    }
    response.end();
  });
  return listening(after, server, "/");
}

/** Text goes compressed, as every host sends it. */
function packed({ status, headers = {}, body = "" }, request) {
  const text = /^text|json|xml|svg/.test(headers["content-type"] ?? "");
  if (!text || !/gzip/.test(request.headers["accept-encoding"] ?? "")) return { status, headers, body };
  return { status, headers: { ...headers, "content-encoding": "gzip", vary: "accept-encoding" }, body: gzipSync(body) };
}

async function answer(folder, prefix, request) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
  if (!path.startsWith(prefix)) return { status: 404, body: "outside" };
  let file = join(folder, path.slice(prefix.length));
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    if (!path.endsWith("/")) return { status: 301, headers: { location: `${path}/` } };
    file = join(file, "index.html");
  }
  const body = await readFile(file).catch(() => undefined);
  if (body !== undefined) return { status: 200, headers: { "content-type": types[extname(file)] ?? "application/octet-stream" }, body };
  return { status: 404, headers: { "content-type": types[".html"] }, body: await readFile(join(folder, "404.html")) };
}

// Firefox and Chromium, both driven by one library in one way. Firefox speaks WebDriver BiDi, as the stock browser does.

import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { quiet } from "./browser.mjs";
import { chromium, firefox } from "./paths.mjs";

const started = (browser, executablePath, options) => async (after) => {
  const running = await puppeteer.launch({ browser, executablePath, headless: true, ...options });
  after(() => running.close());
  return running;
};

/** Nothing that Firefox asks of its maker while it starts. */
const silent = {
  "app.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

/** Name and how to start, of the browsers that are here. `tests/run` tells when one is not. */
export const browsers = [
  ["Chromium", chromium, started("chrome", chromium, { args: quiet })],
  ["Firefox", firefox, started("firefox", firefox, { extraPrefsFirefox: silent })],
]
  .filter(([, path]) => existsSync(path))
  .map(([name, , launch]) => [name, launch]);

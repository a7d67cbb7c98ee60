// Where the links of pages lead.

import { exists } from "./site.mjs";

/** Every address that the page names, as the browser understands it, and the ids it has. */
export function named() {
  const links = [...document.querySelectorAll("a[href], area[href], link[href]:not([rel=canonical]):not([rel^=schema]), [src]")];
  return {
    links: links.map((element) => (element.href instanceof SVGAnimatedString ? new URL(element.href.baseVal, document.baseURI).href : element.href || element.src)),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    styled: getComputedStyle(document.querySelector(".skip-link")).position === "absolute",
  };
}

/**
 * The links that lead nowhere, of pages that were seen from `start`: the address of each with what it named. Anchors are judged on pages
 * that were seen as well.
 */
export function leadingNowhere(start, seen) {
  const faults = [];
  for (const [address, { links, styled }] of seen) {
    if (!styled) faults.push(`${address}: the style sheet did not arrive`);
    for (const link of links) {
      if (/^(https?|mailto|tel):/.test(link) && !link.startsWith(new URL(start).origin + "/")) continue;
      const [asked, anchor] = link.split("#");
      const [place] = asked.split("?");
      if (!place.startsWith(start)) {
        faults.push(`${address}: leads out of the site: ${link}`);
        continue;
      }
      const goal = place.slice(start.length).replace(/(^|\/)index\.html$/, "$1");
      if (start.startsWith("file:") && (place.endsWith("/") || !exists(place.slice(start.length)))) faults.push(`${address}: no file on disk: ${link}`);
      if (!exists(goal)) faults.push(`${address}: broken: ${link}`);
      else if (anchor && seen.has(goal) && !seen.get(goal).ids.includes(decodeURIComponent(anchor))) faults.push(`${address}: no such anchor: ${link}`);
    }
  }
  return faults;
}

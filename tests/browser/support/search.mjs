// How a reader searches.

/** Opens the panel when it is closed and types a question, without waiting for an answer. */
export async function choose(page, question) {
  if (await page.locator("dialog.search").isHidden()) await page.keyboard.press("/");
  await page.locator("dialog.search input").fill(question);
}

/** The same, and waits for the answer to this very question: the addresses of what was found. */
export async function ask(page, question) {
  await choose(page, question);
  const results = page.locator(`.search-results[data-question=${JSON.stringify(question)}]`);
  await results.waitFor();
  return results.locator("a").evaluateAll((links) => links.map(({ href }) => href));
}

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

/**
 * Asks all questions one after the other in the panel, as `ask` does, within the page: for lists too long to go to the browser and
 * back for each. Gives the addresses of what was found for each.
 */
export async function askAll(page, questions) {
  await choose(page, "");
  return page.evaluate(async (questions) => {
    const input = document.querySelector("dialog.search input");
    const results = document.querySelector(".search-results");
    const answered = (question) =>
      new Promise((done) => {
        const watcher = new MutationObserver(() => {
          if (results.dataset.question !== question) return;
          watcher.disconnect();
          done();
        });
        watcher.observe(results, { attributes: true, attributeFilter: ["data-question"] });
        input.value = question;
        input.dispatchEvent(new Event("input"));
      });
    const found = [];
    for (const question of questions) {
      if (results.dataset.question !== question) await answered(question);
      found.push([...results.querySelectorAll("a")].map(({ href }) => href));
    }
    return found;
  }, questions);
}

/* Long lists: a field shows what has its words, and stands in the address. Tables: a press on a head sorts, a second turns round.
   Without this script, and on paper, lists and tables are whole and in their own order. */
{
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const form of document.querySelectorAll(".list-filter")) {
    const [field, told] = form.querySelectorAll("input, output");
    const items = [...document.querySelectorAll("main :is(.entries, .cards, .letter-list, .exhibits) > li, main section.prose li, main .prose tbody > tr")].map((item) => [item, plain(item.textContent)]);
    const groups = [...document.querySelectorAll("main :is(.group, .letter, .shelf, section.prose, .tabel-houder)")].filter((group) => items.some(([item]) => group.contains(item)));
    const show = () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      for (const [item, text] of items) item.hidden = !words.every((word) => text.includes(word));
      for (const group of groups) {
        group.hidden = !items.some(([item]) => !item.hidden && group.contains(item));
        for (const fold of group.querySelectorAll("details")) fold.open = words.length > 0;
      }
      told.textContent = words.length > 0 ? `${items.filter(([item]) => !item.hidden).length} / ${items.length}` : "";
    };
    form.classList.add("is-ready");
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", () => {
      show();
      remember("filter", field.value);
    });
    field.value = asked("filter");
    if (field.value) show();
  }

  /* Who comes for one item finds it open, also in a browser that does not open a fold by itself. */
  const reveal = () => {
    const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = goal && goal.closest("main details:not([open])");
    if (!fold) return;
    fold.open = true;
    goal.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  const number = (text) => /^[^\d]{0,9}\d/.test(text) && parseFloat(text.replace(/\.(?=\d{3})/g, "").replace(",", ".").match(/\d+(\.\d+)?/)[0]);
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  /* Where tables fold their heads are not seen, and then take no focus; they are still read. */
  const folded = matchMedia("(max-width: 29.99em)");
  const focusable = () => {
    for (const button of document.querySelectorAll(".tabel-vouwt .sort")) button.tabIndex = folded.matches ? -1 : 0;
  };
  for (const table of document.querySelectorAll("main table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 5 || table.tHead?.rows.length !== 1 || table.querySelector("[rowspan], [colspan], thead :is(a, button, td)")) continue;
    for (const head of table.tHead.rows[0].cells) {
      if (!head.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending";
        for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
        head.ariaSort = down ? "descending" : "ascending";
        const told = (row) => row.cells[head.cellIndex]?.textContent.trim() ?? "";
        const compare = (a, b) => {
          const [one, two] = [number(a), number(b)];
          return one !== false && two !== false && one !== two ? one - two : order.compare(a, b);
        };
        body.append(...[...body.rows].sort((a, b) => compare(told(a), told(b)) * (down ? -1 : 1)));
      });
    }
  }
  focusable();
  folded.addEventListener("change", focusable);
}

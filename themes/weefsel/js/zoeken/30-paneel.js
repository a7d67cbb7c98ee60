/* The panel: a combobox whose options are links, so that they also open in a new tab. */

const LONGEST = 200;

/** Wires the panel, once, and answers what was typed while this script was on its way. */
export function start(panel) {
  const input = panel.querySelector("input");
  if (!panel.dataset.started) {
    panel.dataset.started = "";
    wire(panel, input);
  }
  input.dispatchEvent(new Event("input"));
}

function wire(panel, input) {
  const results = panel.querySelector("[role=listbox]");
  const count = panel.querySelector("[role=status]");
  const elsewhere = panel.querySelector(".search-elsewhere");
  const { root, many, one, none, broken, also } = panel.dataset;
  let turn = 0;
  let last = "";

  const options = () => [...results.querySelectorAll("[role=option]")];
  const choose = (option) => {
    results.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (groups, said, hint) => {
    choose(undefined);
    results.replaceChildren(...groups);
    input.setAttribute("aria-expanded", String(groups.length > 0));
    count.textContent = said;
    elsewhere.hidden = !hint;
    elsewhere.firstElementChild.textContent = hint;
  };

  input.addEventListener("input", async () => {
    const question = input.value;
    if (question.trim() === last && question !== "") return;
    last = question.trim();
    const mine = (turn += 1);
    if (words(question).length === 0) return show([], "", "");
    try {
      const found = await find(question);
      // A later key was quicker.
      if (mine !== turn) return;
      if (found.total === 0) return show([], "", none);
      const said = found.total === 1 ? one : many.replace("#", found.total);
      show(grouped(found, root, also), said, "");
    } catch {
      last = "";
      if (mine === turn) show([], "", broken);
    }
  });

  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 };
    if (event.key in steps && all.length > 0) {
      event.preventDefault();
      choose(all[steps[event.key]]);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      (all[at] ?? all[0])?.click();
    }
  });

  // The page may be the one that is open already.
  results.addEventListener("click", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.target.closest("a") && plain) panel.close();
  });
  panel.addEventListener("close", () => input.setAttribute("aria-expanded", "false"));
}

/** The hits by kind; the kind of the best hit goes first. */
function grouped({ hits, terms }, root, also) {
  const kinds = Map.groupBy?.(hits, ({ kind }) => kind) ?? byKind(hits);
  const known = new Set(terms);
  let number = 0;
  return [...kinds].map(([kind, hits], i) => {
    const title = make("p", { className: "search-kind", id: `v-soort-${i}`, role: "presentation" }, kind);
    const group = make("div", { role: "group" }, title);
    group.setAttribute("aria-labelledby", title.id);
    for (const hit of hits) {
      number += 1;
      const link = make("a", { id: `v-gevonden-${number}`, role: "option", ariaSelected: "false", tabIndex: -1, href: root + hit.url });
      link.append(make("span", { className: "search-title" }, ...marked(hit.title, known)), " ");
      if (hit.also) link.append(make("span", { className: "search-also" }, `${also}: `, ...marked(hit.also, known)), " ");
      link.append(make("span", { className: "search-text" }, ...marked(opening(hit.text, known), known)));
      group.append(link);
    }
    return group;
  });
}

function byKind(hits) {
  const kinds = new Map();
  for (const hit of hits) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit]);
  return kinds;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const isHit = (piece, known) =>
  words(piece).some((word) => {
    const own = stem(word);
    return known.has(own) || [...known].some((term) => term.length > 3 && own.length > term.length && (own.endsWith(term) || own.startsWith(term)));
  });

/** The text in pieces, those that were looked for marked. */
function marked(text, known) {
  return text.split(/([\p{L}\p{N}&’']+)/u).map((piece, i) => (i % 2 === 1 && isHit(piece, known) ? make("mark", {}, piece) : piece));
}

/** The part of the text to show: from the sentence with most of what was looked for. */
function opening(text, known) {
  const sentences = text.split(/(?<=[.?!…]) | · /u);
  const hits = sentences.map((sentence) => new Set(words(sentence).map(stem).filter((word) => known.has(word))).size);
  const best = hits.indexOf(Math.max(...hits));
  const shown = sentences.slice(best).join(" ");
  if (shown.length <= LONGEST) return shown;
  return `${shown.slice(0, shown.lastIndexOf(" ", LONGEST)).replace(/[,;:. ]+$/, "")}…`;
}

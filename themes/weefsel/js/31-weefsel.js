/* A cloth has threads and ties close together. A press anywhere on it finds the nearest one and shows its card, with links that are
   large enough to touch. On boxes and lines a first press shows the card, a second goes there. From a body the card shows the way to
   another, over as few ties as there can be. Without this script every thread and every tie is a link of its own, and the list under the cloth leads to all. */
for (const figure of document.querySelectorAll(".infographic")) {
  const card = figure.querySelector(".ig-kaartje");
  const cloths = figure.querySelectorAll(".ig-doek");
  const maps = figure.matches(".infographic-relatiekaart") ? figure.querySelectorAll(".infographic-drawing > svg:not(.ig-doek)") : [];
  if (!card || !cloths.length && !maps.length) continue;

  const made = (tag, words, into) => {
    const element = document.createElement(tag);
    element.textContent = words;
    into.append(element);
    return element;
  };
  const link = (href, words) => {
    const item = document.createElement("li");
    const a = made("a", words, item);
    a.href = href;
    return item;
  };
  const name = (thread) => thread.querySelector("text") ? thread.getAttribute("aria-label").split(", ")[0] : "";

  /* The ties from one body to another, as few as can be; none when there is no way. */
  const way = (ties, from, to) => {
    const via = new Map([[from, null]]);
    const queue = [from];
    for (let at = queue.shift(); at !== undefined && at !== to; at = queue.shift()) {
      for (const tie of ties) {
        const { van, naar } = tie.dataset;
        const next = van === at ? naar : naar === at ? van : undefined;
        if (next === undefined || via.has(next)) continue;
        via.set(next, [at, tie]);
        queue.push(next);
      }
    }
    const path = [];
    for (let step = via.get(to); step; step = via.get(step[0])) path.unshift(step[1]);
    return path;
  };
  const unmark = (cloth) => { for (const one of cloth.querySelectorAll(".ig-pad")) one.classList.remove("ig-pad"); };

  const show = (cloth, chosen) => {
    for (const one of cloth.querySelectorAll(".ig-gekozen")) one.classList.remove("ig-gekozen");
    chosen.classList.add("ig-gekozen");
    const thread = (id) => [...cloth.querySelectorAll(".ig-knoop[data-knoop]")].find((one) => one.dataset.knoop === id);
    const ties = [...cloth.querySelectorAll("a.ig-lijn[data-van]")];
    unmark(cloth);
    card.replaceChildren();
    const label = chosen.getAttribute("aria-label");
    const cut = label.indexOf(". ");
    made("strong", cut > 0 ? label.slice(0, cut) : label, made("p", "", card));
    if (cut > 0) made("p", label.slice(cut + 2), card);
    const list = made("ul", "", card);
    if (chosen.dataset.knoop) {
      list.append(link(chosen.getAttribute("href"), name(chosen)));
      for (const tie of ties.filter(({ dataset: d }) => d.van === chosen.dataset.knoop || d.naar === chosen.dataset.knoop))
        list.append(link(tie.getAttribute("href"), tie.getAttribute("aria-label").split(". ")[0]));
      const others = [...cloth.querySelectorAll(".ig-knoop[data-knoop]")].filter((one) => one !== chosen && one.matches("a"));
      if (others.length > 1) {
        const choice = made("select", "", made("label", "De weg naar ", card));
        choice.add(new Option("kies", ""));
        for (const one of others) choice.add(new Option(name(one), one.dataset.knoop));
        const steps = made("ol", "", card);
        steps.setAttribute("aria-live", "polite");
        choice.addEventListener("change", () => {
          unmark(cloth);
          steps.replaceChildren();
          if (!choice.value) return;
          const path = way(ties, chosen.dataset.knoop, choice.value);
          for (const tie of path) {
            tie.classList.add("ig-pad");
            steps.append(link(tie.getAttribute("href"), tie.getAttribute("aria-label").split(". ")[0]));
          }
          if (!path.length) made("li", "Tussen deze twee loopt geen band, ook niet via anderen.", steps);
        });
      }
    } else {
      list.append(link(chosen.getAttribute("href"), "Bekijk de band"));
      for (const id of [chosen.dataset.van, chosen.dataset.naar]) {
        const end = thread(id);
        if (end) list.append(link(end.getAttribute("href"), name(end)));
      }
    }
    const close = made("button", "Sluit", card);
    close.type = "button";
    close.addEventListener("click", () => {
      card.hidden = true;
      unmark(cloth);
      chosen.classList.remove("ig-gekozen");
      chosen.focus();
    });
    card.hidden = false;
    card.querySelector("a").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  card.setAttribute("role", "group");
  card.setAttribute("aria-label", "Gekozen in de tekening");
  card.addEventListener("keydown", (event) => { if (event.key === "Escape") card.querySelector("button").click(); });

  /* How far a point lies from a box; zero inside it. */
  const away = ({ x, y }, box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right),
    Math.max(box.top - y, 0, y - box.bottom),
  );
  for (const map of maps) {
    map.addEventListener("click", (event) => {
      if (event.detail === 0 || event.pointerType === "" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const chosen = event.target.closest("a.ig-lijn[data-van], a.ig-knoop[data-knoop]");
      if (!chosen || chosen.classList.contains("ig-gekozen")) return;
      event.preventDefault();
      show(map, chosen);
    });
  }
  for (const cloth of cloths) {
    cloth.addEventListener("click", (event) => {
      // A key that presses a link, or a press that asks for a new window, goes where the link goes.
      if (event.detail === 0 || event.pointerType === "" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      const boxes = [];
      for (const tie of cloth.querySelectorAll("a.ig-lijn[data-van]"))
        boxes.push([away(at, tie.querySelector(".ig-bandvlak").getBoundingClientRect()), tie]);
      for (const thread of cloth.querySelectorAll(".ig-knoop[data-knoop]"))
        for (const part of thread.querySelectorAll("text"))
          boxes.push([away(at, part.getBoundingClientRect()), thread]);
      const nearest = boxes.reduce((least, one) => (one[0] < least[0] ? one : least), [Infinity]);
      // Beside every weave and every name one means the thread on which one presses.
      const under = event.target.closest(".ig-knoop[data-knoop]");
      const chosen = nearest[0] > 22 && under ? under : nearest[1];
      if (chosen) show(cloth, chosen);
    });
  }
}

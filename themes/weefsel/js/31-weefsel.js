/* A cloth has threads and ties close together. A press anywhere on it finds the nearest one and shows its card, with links that are
   large enough to touch. On boxes and lines a first press shows the card, a second goes there. From a body the card shows the way to
   another, over as few ties as there can be. Without this script every thread and every tie is a link of its own, and the list under the cloth leads to all. */
for (const figure of document.querySelectorAll(".infographic")) {
  const card = figure.querySelector(".ig-kaartje");
  const cloths = figure.querySelectorAll(".ig-doek");
  const maps = figure.matches(".infographic-relatiekaart") ? figure.querySelectorAll(".infographic-drawing > svg:not(.ig-doek)") : [];
  if (!card || !cloths.length && !maps.length) continue;

  const link = (href, words) => {
    const item = document.createElement("li");
    /* Bodies that are folded together lead nowhere. */
    item.append(href ? Object.assign(document.createElement("a"), { href, textContent: words }) : words);
    return item;
  };
  const to = (part) => link(part.getAttribute("href"), part.dataset.kort ?? part.dataset.naam);
  const [title, told] = card.querySelectorAll("p");
  const [list, steps] = card.querySelectorAll("ul, ol");
  const choice = card.querySelector("select");
  const close = card.querySelector("button");
  let cloth, chosen;

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
  const threads = (drawing) => [...drawing.querySelectorAll("a.ig-knoop[data-knoop]")];
  const ties = (drawing) => [...drawing.querySelectorAll("a.ig-lijn[data-van]")];
  /* What stands in the address for a body and for a tie. */
  const key = ({ dataset: d }) => d.knoop ?? `${d.van},${d.naar}`;
  const unmark = (mark) => { for (const one of figure.querySelectorAll(`.${mark}`)) one.classList.remove(mark); };

  /* The way from the chosen body to the one that is picked. */
  const follow = () => {
    unmark("ig-pad");
    steps.replaceChildren();
    remember("weg", choice.value);
    if (!choice.value) return;
    const path = way(ties(cloth), chosen.dataset.knoop, choice.value);
    for (const tie of path) {
      tie.classList.add("ig-pad");
      steps.append(to(tie));
    }
    if (!path.length) steps.append(Object.assign(document.createElement("li"), { textContent: card.dataset.geenWeg }));
  };
  choice.addEventListener("change", follow);

  const show = (drawing, part) => {
    [cloth, chosen] = [drawing, part];
    unmark("ig-gekozen");
    unmark("ig-pad");
    part.classList.add("ig-gekozen");
    remember("gekozen", key(part));
    const label = part.getAttribute("aria-label");
    const short = part.dataset.kort ?? part.dataset.naam;
    title.firstElementChild.textContent = short;
    told.textContent = label.startsWith(short) ? label.slice(short.length).replace(/^[.,] /, "") : label;
    told.hidden = !told.textContent;
    const body = part.dataset.knoop;
    const others = body ? threads(drawing).filter((one) => one !== part) : [];
    choice.length = 1;
    for (const one of others) choice.add(new Option(one.dataset.naam, one.dataset.knoop));
    choice.parentElement.hidden = others.length < 2;
    steps.replaceChildren();
    const mine = body
      ? ties(drawing).filter(({ dataset: d }) => d.van === body || d.naar === body)
      : threads(drawing).filter(({ dataset: d }) => d.knoop === part.dataset.van || d.knoop === part.dataset.naar);
    list.replaceChildren(link(part.getAttribute("href"), body ? part.dataset.naam : card.dataset.band), ...mine.map(to));
    card.hidden = false;
  };
  const press = (drawing, part) => {
    show(drawing, part);
    remember("weg", "");
    card.querySelector("a, button").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  close.addEventListener("click", () => {
    card.hidden = true;
    unmark("ig-pad");
    unmark("ig-gekozen");
    remember("gekozen", "");
    remember("weg", "");
    chosen.focus();
  });
  card.addEventListener("keydown", (event) => event.key === "Escape" && close.click());
  for (const drawing of [...maps, ...cloths])
    drawing.addEventListener("ig-kies", ({ target }) => press(drawing, target));

  /* A key that presses a link, or a press that asks for a new window, goes where the link goes. */
  const byKey = (event) => event.detail === 0 || event.pointerType === "" || event.ctrlKey || event.metaKey || event.shiftKey;
  /* How far a point lies from a box; zero inside it. */
  const away = ({ x, y }, box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right),
    Math.max(box.top - y, 0, y - box.bottom),
  );
  for (const map of maps) {
    map.addEventListener("click", (event) => {
      if (byKey(event)) return;
      const chosen = event.target.closest("a.ig-lijn[data-van], a.ig-knoop[data-knoop]");
      if (!chosen || chosen.classList.contains("ig-gekozen")) return;
      event.preventDefault();
      press(map, chosen);
    });
  }
  for (const cloth of cloths) {
    cloth.addEventListener("click", (event) => {
      if (byKey(event)) return;
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
      if (chosen) press(cloth, chosen);
    });
  }

  /* Who gets the address sees what was chosen. */
  if (asked("gekozen")) {
    const drawing = [...maps, ...cloths].find((one) => one.checkVisibility());
    const part = drawing && [...threads(drawing), ...ties(drawing)].find((one) => key(one) === asked("gekozen"));
    if (part) {
      const goal = asked("weg");
      show(drawing, part);
      if ([...choice.options].some(({ value }) => value && value === goal)) {
        choice.value = goal;
        follow();
      }
    }
  }
}

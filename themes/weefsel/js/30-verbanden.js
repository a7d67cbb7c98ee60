/* Relations of a drawing: pointing at or focusing a box or a line lights what belongs to it. A level, a layer and an organisation
   together choose what shows. Without this script the drawing is the same, only still. */
for (const figure of document.querySelectorAll(".infographic")) {
  const drawings = figure.querySelectorAll(".infographic-drawing");
  const lines = [...figure.querySelectorAll(".ig-lijn[data-van]")];
  const nodes = [...figure.querySelectorAll(".ig-knoop[data-knoop]")];
  if (!lines.length) continue;
  let level = "", lane = "", seats = null;
  const laneOf = new Map(nodes.map((node) => [node.dataset.knoop, node.closest(".ig-baan")?.getAttribute("aria-label") ?? ""]));

  const show = (target) => {
    const line = target?.closest?.(".ig-lijn[data-van]");
    const node = target?.closest?.(".ig-knoop[data-knoop]")?.dataset.knoop;
    /* Who looks at the ambition chooses by the level that a tie should have. */
    const later = figure.querySelector('.ig-toestand [value="ambitie"]')?.checked;
    const fits = ({ van, naar, niveau, straks }) => (!level || (later && straks || niveau) === level) &&
      [van, naar].some((end) => !lane || laneOf.get(end) === lane) && [van, naar].some((end) => !seats || seats.has(end));
    const lit = lines.filter(({ dataset: d }) => fits(d) &&
      (line ? d.van === line.dataset.van && d.naar === line.dataset.naar : !node || d.van === node || d.naar === node));
    const near = new Set(lit.flatMap(({ dataset: d }) => [d.van, d.naar]));
    if (node) near.add(node);
    for (const one of lines) {
      one.classList.toggle("ig-weg", !fits(one.dataset));
      one.classList.toggle("ig-ver", fits(one.dataset) && !lit.includes(one));
    }
    const chosen = node || line || level || lane || seats;
    for (const one of nodes) one.classList.toggle("ig-ver", Boolean(chosen) && !near.has(one.dataset.knoop));
  };

  for (const drawing of drawings) {
    drawing.classList.add("ig-stil");
    for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
      drawing.addEventListener(on, (event) => show(event.target));
      drawing.addEventListener(off, () => show(document.activeElement));
    }
  }
  for (const state of figure.querySelectorAll(".ig-toestand input")) if (asked("kaart") === state.value) state.checked = true;
  const bar = figure.querySelector(".ig-knoppen-niveaus");
  if (bar) {
    const buttons = [...bar.querySelectorAll("button")];
    for (const button of buttons) button.addEventListener("click", () => {
      level = button.dataset.niveau;
      for (const one of buttons) one.setAttribute("aria-pressed", one === button);
      remember("niveau", level);
      show(null);
    });
    const choices = [];
    /* A choice, and what follows from the option that is taken; an address may hold a name that is there no more. */
    const choose = (select, key, follow) => {
      if (!select) return;
      const taken = () => follow(select.value && select.selectedOptions[0]);
      select.addEventListener("change", () => {
        taken();
        remember(key, select.value);
        show(null);
      });
      choices.push(() => {
        if (![...select.options].some(({ value }) => value === asked(key))) return;
        select.value = asked(key);
        taken();
      });
    };
    const layers = bar.querySelector(".ig-keuze-laag");
    const names = [...new Set(laneOf.values())].filter(Boolean);
    for (const name of names) layers.add(new Option(name, name));
    layers.hidden = names.length < 2;
    choose(layers, "laag", (option) => (lane = option ? option.value : ""));
    choose(bar.querySelector(".ig-keuze-organisatie"), "organisatie", (option) => (seats = option ? new Set(option.dataset.zit.split(" ")) : null));
    for (const take of choices) take();
    if (lane || seats) show(null);
    const wanted = asked("niveau");
    if (wanted) buttons.find(({ dataset }) => dataset.niveau === wanted)?.click();
  }
  for (const state of figure.querySelectorAll(".ig-toestand input")) {
    state.addEventListener("change", () => {
      remember("kaart", state.value === "nu" ? "" : state.value);
      /* A level that no tie has in this state is no choice any more. */
      const gone = bar?.querySelector('[aria-pressed="true"]')?.checkVisibility() === false;
      if (gone) bar.querySelector("button").click();
      show(null);
    });
  }
}

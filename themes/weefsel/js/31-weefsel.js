/* A cloth has threads and ties close together. A press anywhere on it finds the nearest one and shows its card, with links that are
   large enough to touch. Without this script every thread and every tie is a link of its own, and the list under the cloth leads to all. */
for (const figure of document.querySelectorAll(".infographic")) {
  const card = figure.querySelector(".ig-kaartje");
  const cloths = figure.querySelectorAll(".ig-doek");
  if (!card || !cloths.length) continue;

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

  const show = (cloth, chosen) => {
    for (const one of cloth.querySelectorAll(".ig-gekozen")) one.classList.remove("ig-gekozen");
    chosen.classList.add("ig-gekozen");
    const thread = (id) => [...cloth.querySelectorAll(".ig-knoop[data-knoop]")].find((one) => one.dataset.knoop === id);
    const ties = [...cloth.querySelectorAll("a.ig-lijn[data-van]")];
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

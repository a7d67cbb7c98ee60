/* The calculator: shows the one row of its table that fits the answers. The sums are in the table already, and the page comes
   with the first answer, so that nothing moves here. */
for (const tool of document.querySelectorAll(".rekenhulp")) {
  const form = tool.querySelector("form");
  const result = tool.querySelector(".rekenhulp-uitkomst");
  const heads = [...tool.querySelectorAll("thead th")];
  const show = () => {
    const asked = Object.fromEntries(new FormData(form));
    const fits = (row) => Object.entries(row.dataset).every(([key, value]) => asked[key] === value);
    const row = [...tool.querySelectorAll("tbody tr")].find(fits);
    form.elements.basis.forEach?.((radio) => (radio.disabled = asked.vorm === "geld"));
    const list = document.createElement("dl");
    list.className = "rekenhulp-antwoord";
    /* The first columns are the questions themselves. */
    for (const [i, cell] of [...row.cells].entries()) {
      if (i < 4 || !cell.textContent) continue;
      const part = document.createElement("div");
      const name = part.appendChild(document.createElement("dt"));
      name.textContent = heads[i].textContent;
      part.appendChild(document.createElement("dd")).append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      list.append(part);
    }
    result.replaceChildren(list);
  };
  form.addEventListener("change", show);
  form.querySelector("fieldset").disabled = false;
  show();
}

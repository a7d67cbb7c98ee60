/* The calculator: shows the one row of its table that fits the answers. The sums are in the table already, and the page comes
   with the first answer, so that nothing moves here. The answers stand in the address, so that a link leads to the case. */
for (const tool of document.querySelectorAll(".rekenhulp")) {
  const form = tool.querySelector("form");
  const [sentence, why] = tool.querySelectorAll(".rekenhulp-zin, .rekenhulp-antwoord");
  const heads = [...tool.querySelectorAll("thead th")];
  const copy = (cell) => [...cell.childNodes].map((node) => node.cloneNode(true));
  const show = () => {
    const asked = Object.fromEntries(new FormData(form));
    asked.wie = form.elements.wie.selectedOptions[0].dataset.groep;
    const fits = (row) => Object.entries(row.dataset).every(([key, value]) => asked[key] === value);
    const row = [...tool.querySelectorAll("tbody tr")].find(fits);
    form.elements.basis.forEach?.((radio) => (radio.disabled = asked.vorm === "geld"));
    /* After the name comes the sentence, then the questions themselves, then the reasons. */
    const [, answer, , , , ...reasons] = row.cells;
    sentence.replaceChildren(...copy(answer));
    why.replaceChildren();
    for (const cell of reasons.filter((cell) => cell.textContent)) {
      const part = document.createElement("div");
      const name = part.appendChild(document.createElement("dt"));
      name.textContent = heads[cell.cellIndex].textContent;
      part.appendChild(document.createElement("dd")).append(...copy(cell));
      why.append(part);
    }
  };
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    const value = wanted.get(field.name);
    if (field.type === "radio") field.checked = value === null ? field.checked : field.value === value;
    else if ([...(field.options ?? [])].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("change", () => {
    show();
    const address = new URL(location.href);
    address.search = new URLSearchParams(new FormData(form));
    history.replaceState(history.state, "", address);
  });
  form.querySelector("fieldset").disabled = false;
  show();
}

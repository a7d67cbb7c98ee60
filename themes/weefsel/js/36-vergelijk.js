/* Two of a list beside each other: the two choices hide the other rows and stand in the address (?naast=a,b), so that a colleague who
   gets it sees the same. Without this script, and on paper, the whole table stands there. */
for (const box of document.querySelectorAll(".compare")) {
  const form = box.querySelector("form");
  const choices = [...form.elements];
  const rows = [...box.querySelectorAll("tbody > tr")].map((row) => {
    const link = row.cells[0].querySelector("a");
    return [row, link ? new URL(link.href).pathname.split("/").filter(Boolean).pop() : row.cells[0].textContent.trim()];
  });
  for (const [row, id] of rows) for (const choice of choices) choice.add(new Option(row.cells[0].textContent.trim(), id));
  const show = () => {
    const wanted = choices.map((choice) => choice.value).filter(Boolean);
    for (const [row, id] of rows) row.hidden = wanted.length > 1 && !wanted.includes(id);
    // With one chosen it goes first, so that the others are read beside it.
    const [first] = rows.find(([, id]) => id === wanted[0]) ?? [];
    if (first) first.parentElement.prepend(first);
  };
  form.classList.add("is-ready");
  form.addEventListener("change", () => {
    show();
    remember("naast", choices.map((choice) => choice.value).filter(Boolean).join(","));
  });
  const wanted = asked("naast").split(",");
  choices.forEach((choice, i) => {
    if (rows.some(([, id]) => id === wanted[i])) choice.value = wanted[i];
  });
  if (wanted[0]) box.open = true;
  if (location.hash === `#${box.id}`) box.open = true;
  show();
}

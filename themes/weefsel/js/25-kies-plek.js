/* Choosing a place: the organisations are those of the chosen place, and the button goes to its page there. Without this script the
   theme shows links in place of the form. */
for (const form of document.querySelectorAll(".picker-form")) {
  const { plek, bij } = form.elements;
  const groups = [...bij.querySelectorAll("optgroup")];
  const fill = () => {
    const before = bij.selectedOptions[0]?.textContent;
    const there = groups[plek.selectedIndex].children;
    bij.replaceChildren(...[...there].map((option) => option.cloneNode(true)));
    const same = [...bij.options].find((option) => option.textContent === before);
    if (same) same.selected = true;
  };
  fill();
  plek.addEventListener("change", fill);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(bij.value);
  });
}

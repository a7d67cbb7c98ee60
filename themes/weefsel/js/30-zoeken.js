/* Search: its script and index are asked for when someone searches, not before. The link to the list of all names gives way
   to a button that opens the panel. From disk no index can be read, so there the link stays. */
{
  const button = document.querySelector(".search-button");
  const panel = document.querySelector("dialog.search");
  if (button && panel && location.protocol !== "file:") {
    const link = document.querySelector(".search-link");
    link.hidden = true;
    button.hidden = false;
    const open = () => {
      panel.showModal();
      panel.querySelector("input").select();
      import(new URL(button.dataset.script, document.baseURI)).then(
        ({ start }) => start(panel),
        () => location.assign(link.href),
      );
    };
    button.addEventListener("click", open);
    panel.querySelector(".search-close").addEventListener("click", () => panel.close());
    panel.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    // A click beside the panel: only then the target is the dialog and not something in it.
    panel.addEventListener("click", (event) => event.target === panel && panel.close());
    // In a search field Escape would empty the field first, and close only then.
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      panel.close();
    });
    addEventListener("keydown", (event) => {
      if (panel.open || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
      // For a moment after it closed, the field of the panel still holds the focus: nobody types there.
      if (!panel.contains(event.target) && event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      open();
    });
  }
}

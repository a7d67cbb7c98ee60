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
      if (panel.open) return;
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
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing) return;
      event.preventDefault();
      open();
    });
  }
}

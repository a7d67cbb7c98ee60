/* What a reader chooses stands in the address, so that a colleague who gets it sees the same. */
const asked = (key) => new URLSearchParams(location.search).get(key) ?? "";
const remember = (key, value) => {
  const address = new URL(location.href);
  if (value) address.searchParams.set(key, value);
  else address.searchParams.delete(key);
  history.replaceState(history.state, "", address);
};

// What a reader does: filters, keys, links, printing.
const charts = Array.from(document.querySelectorAll("details.chart"));
const note = document.getElementById("printed");

const go = () => {
  let said;
  try {
    said = new URLSearchParams(location.hash.slice(1));
  } catch {
    return;
  }
  const open = said.getAll("open"), onlyLeads = [...said.keys()].every((key) => ["open", "at"].includes(key));
  if (said.has("at")) {
    showPlace(said.get("at"));
    return;
  }
  if (!document.getElementById(location.hash.slice(1)) && !(onlyLeads && open.length)) {
    take(said);
    apply();
    for (const claim of CLAIMS) toggleQuietly(claim, open.includes(claim.id));
  } else if (onlyLeads) open.forEach(reveal);
};

const toggleQuietly = (claim, open) => {
  if (open !== isOpen(claim)) toggle(claim, open);
};

const step = (by) => {
  const all = openers(), at = all.indexOf(document.activeElement);
  if (by > 0 && at === all.length - 1 && !more.hidden) extend(STEP);
  const next = openers()[at < 0 ? 0 : at + by];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
};

const keys = { "/": () => form.elements.words.focus(), j: () => step(1), k: () => step(-1) };
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "Escape" && event.target.name === "words") event.target.blur();
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

const changed = () => {
  apply();
  tell();
};

form.addEventListener("input", changed);
form.addEventListener("reset", () => setTimeout(changed));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const { only } = event.target.dataset;
  if (only === undefined) return;
  for (const box of form.querySelectorAll("[name=show]")) box.checked = only === "" || only.split(",").includes(box.value);
  changed();
});
more.addEventListener("click", () => extend(STEP));
document.getElementById("open-all").addEventListener("click", () => {
  extend(found.length);
  const open = !found.every(isOpen);
  for (const claim of found) if (open !== isOpen(claim)) {
    if (open) articleOf(claim).append(cardOf(claim));
    else articleOf(claim).querySelector(".card").remove();
    articleOf(claim).querySelector(".opener").setAttribute("aria-expanded", String(open));
  }
  tell();
});
document.addEventListener("shown", () => charts.forEach(drawRows));
for (const chart of charts) chart.addEventListener("toggle", () => drawRows(chart));
for (const details of document.querySelectorAll("details[data-source]")) details.addEventListener("toggle", () => details.open && drawSource(details));
document.addEventListener("click", (event) => {
  const lead = event.target.closest('a[href^="#"]');
  if (!lead) return;
  if (lead.hash === location.hash) go();
  const target = document.getElementById(lead.hash.slice(1));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
});
window.addEventListener("hashchange", go);

// On paper stands what is shown, all of it, and what was left out is said.
const toPaper = () => {
  extend(found.length);
  const all = form.elements.paper.checked, findings = CLAIMS.filter((claim) => claim.rank >= 0);
  const isUsual = found.length === findings.length && found.every((claim) => claim.rank >= 0);
  const said = new URLSearchParams(location.hash.slice(1));
  said.delete("open");
  const how = [...said].map(([name, value]) => `${name} ${value}`).join(", ");
  note.textContent = isUsual
    ? `All ${findings.length} findings; the other ${CLAIMS.length - findings.length} claims are left out.`
    : `Filtered${how ? ` (${how})` : ""}: ${found.length} of ${CLAIMS.length} claims; the others are left out.`;
  document.body.classList.toggle("all", all);
};
window.addEventListener("beforeprint", toPaper);
matchMedia("print").addEventListener("change", (query) => query.matches && toPaper());

form.hidden = false;
apply();
(window.requestIdleCallback || setTimeout)(prepare);
if (location.hash.length > 1) go();

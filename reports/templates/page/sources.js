// Sources: the whole text of each, drawn when it is opened, with what speaks to a claim marked and named.
const UNREAD = KNOWN.stances.findIndex(([name]) => name === "unread");
const marksOf = (source) => {
  const marks = [];
  for (const claim of CLAIMS) {
    const says = claim.raw[source];
    if (!says) continue;
    const mark = (numbers, stance) => marks.push(...placesIn(source, numbers).map(({ start, end }) => [start, end, stance, claim]));
    for (const [stance, , , places] of says[0]) mark(places, stance);
    mark(says[1] || [], UNREAD);
  }
  return marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
};

const mentionsOf = (ending) =>
  make("span", "mentions", ...ending.flatMap(([, , stance, claim]) => {
    const [name, sign] = KNOWN.stances[stance], made = link(`${sign} ${claim.id}`, { open: claim.id });
    made.className = `stance ${name}`;
    made.setAttribute("aria-label", `${name} claim ${claim.id}`);
    return [made, " "];
  }));

const rowOf = (source, [start, end, kind, at], marks, named) => {
  const text = KNOWN.sources[source].text, said = make("p");
  const edges = [...new Set([start, end, ...marks.flatMap(([a, b]) => [a, b])])].filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [a, b] = [edges[i], edges[i + 1]], over = marks.filter((mark) => mark[0] <= a && b <= mark[1]);
    const run = unwrap(text.slice(a, b));
    if (!over.length) {
      said.append(run);
      continue;
    }
    const made = make("mark", "", run);
    const first = over.map(([from]) => `${KNOWN.sources[source].id}-${from}`).filter((place) => !named.has(place));
    for (const place of first) named.set(place, made);
    said.append(made);
    const ending = over.filter((mark) => mark[1] === b);
    if (ending.length) said.append(" ", mentionsOf(ending));
  }
  return make("div", `row ${kind.replace(/ /g, "-")}`, make("span", "at", at), said);
};

const places = new Map();
const drawSource = (details) => {
  const source = Number(details.dataset.source);
  if (details.dataset.drawn) return;
  details.dataset.drawn = "yes";
  const marks = marksOf(source);
  details.append(...KNOWN.sources[source].rows.map((row) => rowOf(source, row, marks.filter((mark) => mark[0] < row[1] && mark[1] > row[0]), places)));
};

// A place of a source: its details opened and the words in view.
const showPlace = (place) => {
  const source = KNOWN.sources.findIndex(({ id }) => place.startsWith(`${id}-`) && /^\d+$/.test(place.slice(id.length + 1)));
  if (source < 0) return;
  const details = document.querySelector(`details[data-source="${source}"]`);
  drawSource(details);
  details.open = true;
  const words = places.get(place);
  document.querySelectorAll(".here").forEach((other) => other.classList.remove("here"));
  if (!words) return;
  words.classList.add("here");
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
  words.scrollIntoView({ block: "center" });
};

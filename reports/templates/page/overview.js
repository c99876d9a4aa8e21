// The overview: claims by sources and the timeline, drawn when they are opened, of the claims that are shown.
const MOST = 500;

const cell = (tag, look, ...inside) => {
  const made = make(tag, look, ...inside);
  if (tag === "th") made.scope = "row";
  return made;
};

const claimLink = (claim) => link(claim.statement, { open: claim.id });

const signsOf = (says) => {
  const order = ["contradicts", "differs", "less-precise", "supports", "unread", "silent"];
  const stances = [...new Set(stancesOf(says))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const signs = stances.map((stance) => KNOWN.stances.find(([name]) => name === stance)[1]).join("");
  const sign = make("span", "", signs);
  sign.setAttribute("aria-hidden", "true");
  return cell("td", `sign ${stances[0]}`, sign, make("span", "unseen", stances.join(", ")));
};

const matrixRow = (claim) => cell("tr", "", cell("th", "", claimLink(claim)), cell("td", "verdict", KNOWN.verdicts[claim.verdict][0]), ...claim.raw.map(signsOf));

const SVG = "http://www.w3.org/2000/svg";
const bar = (look, [left, width], y) => {
  const made = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ class: look, x: left * 10, y, width: Math.max(width * 10, 7), height: 8 })) made.setAttribute(name, value);
  return made;
};

const stripOf = (own, said) => {
  const made = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: "strip", viewBox: "0 0 1000 20", preserveAspectRatio: "none", "aria-hidden": "true" })) made.setAttribute(name, value);
  made.append(bar("own", own, 2), ...said.filter(([, , , place]) => place).map(([, stance, , place]) => bar(KNOWN.stances[stance][0], place, 11)));
  return made;
};

const timelineRow = ([number, when, own, said]) => {
  const others = said.map(([value, stance, sources]) => make("span", "said", stanceOf(stance), ` ${value}: ${sources.join(", ")}`));
  return cell("tr", "", cell("th", "", when), cell("td", "", claimLink(CLAIMS[number])), cell("td", "", ...others), cell("td", "when-strip", stripOf(own, said)));
};

const drawRows = (details) => {
  if (!details.open) return;
  const body = details.querySelector("tbody"), isMatrix = details.id === "matrix", shown = new Set(found);
  const all = isMatrix ? found : KNOWN.timeline.rows.filter(([number]) => shown.has(CLAIMS[number]));
  body.replaceChildren(...all.slice(0, MOST).map(isMatrix ? matrixRow : timelineRow));
  const left = all.length - MOST;
  details.querySelector(".left").textContent = left > 0 ? `${left} more claims are left out here; filter to see them.` : "";
};

// The list: which claims are shown, in which order, and what of it stands in the address.
const FIRST = 40, STEP = 100;
const form = document.getElementById("filters"), told = document.getElementById("told"), list = document.getElementById("list");
const more = document.getElementById("more");
const CHOICES = ["topic", "kind", "source", "stance", "state", "verdict", "sort"];
const drawn = new Map();
let found = CLAIMS, standing = 0;

const groupOf = (claim) => (claim.rank < 0 ? KNOWN.verdicts[claim.verdict][0] : claim.severity);

// What is searched: of each claim its own words, and of each source the passages a word stands in; made when it is first needed.
let lines = null, folded = null;
const prepare = () => {
  folded = folded || KNOWN.sources.map((source) => fold(source.text));
  lines = lines || CLAIMS.map((claim) => fold([claim.statement, claim.line, claim.id, claim.note, ...claim.reviews].join("\n")));
};

const standingIn = new Map();
const holding = (source, word) => {
  const key = `${source} ${word}`;
  if (!standingIn.has(key)) {
    const { passages } = KNOWN.sources[source], text = folded[source];
    standingIn.set(key, passages.map((edges) => {
      for (let i = 0; i < edges.length; i += 2) if (text.slice(edges[i], edges[i + 1]).includes(word)) return true;
      return false;
    }));
  }
  return standingIn.get(key);
};

const holds = (claim, number, word) =>
  lines[number].includes(word) ||
  claim.raw.some((says, source) => {
    if (!says) return false;
    const within = holding(source, word), stands = (places) => places.some((passage, i) => i % 4 === 0 && within[passage]);
    return says[0].some((reading) => stands(reading[3])) || (says[1] ? stands(says[1]) : false);
  });

const stancesOf = (says) => (!says ? ["silent"] : says[0].length ? says[0].map(([stance]) => KNOWN.stances[stance][0]) : ["unread"]);

const fits = (claim, wish) => {
  if (!wish.show.includes(groupOf(claim))) return false;
  if (wish.topic && KNOWN.topics[claim.topic][0] !== wish.topic) return false;
  if (wish.kind && KNOWN.kinds[claim.kind] !== wish.kind) return false;
  if (wish.state && (claim.state || "open") !== wish.state) return false;
  if (wish.verdict && ![claim.verdict, ...claim.flags].some((verdict) => KNOWN.verdicts[verdict][0] === wish.verdict)) return false;
  if (!wish.source && !wish.stance) return true;
  return claim.raw.some((says, source) => {
    if (wish.source && KNOWN.sources[source].id !== wish.source) return false;
    const stances = stancesOf(says);
    return wish.stance ? stances.includes(wish.stance) : !["silent", "unread"].includes(stances[0]);
  });
};

const ORDERS = {
  gravest: (a, b) => (a.rank < 0) - (b.rank < 0) || a.rank - b.rank || a.verdict - b.verdict,
  topic: (a, b) => a.topic - b.topic || ORDERS.gravest(a, b),
  statement: (a, b) => (a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0),
};

const wished = () => {
  const data = new FormData(form), wish = { show: data.getAll("show"), words: fold(data.get("words")).split(/\s+/).filter(Boolean) };
  for (const name of CHOICES) wish[name] = data.get(name) || "";
  return wish;
};

const articleOf = (claim) => {
  if (drawn.has(claim)) return drawn.get(claim);
  const weight = claim.rank < 0 ? labelOf(claim.verdict) : make("span", `severity ${claim.severity}`, claim.severity);
  const state = claim.state ? make("span", "state", ` (${claim.state})`) : null;
  const opener = button(weight, () => toggle(claim), "opener");
  opener.append(` ${claim.line || claim.statement.trim().replace(/\.$/, "")}`, state || "");
  opener.setAttribute("aria-expanded", "false");
  const made = make("article", `claim ${KNOWN.verdicts[claim.verdict][1]}`, make("h3", "", opener));
  made.dataset.claim = claim.id;
  drawn.set(claim, made);
  return made;
};

const openers = () => Array.from(list.querySelectorAll(".opener"));
const isOpen = (claim) => drawn.has(claim) && drawn.get(claim).querySelector(".card") !== null;

const toggle = (claim, open = !isOpen(claim)) => {
  const article = articleOf(claim);
  if (open !== isOpen(claim)) {
    if (open) article.append(cardOf(claim));
    else article.querySelector(".card").remove();
    article.querySelector(".opener").setAttribute("aria-expanded", String(open));
  }
  tell();
};

const extend = (many) => {
  const next = found.slice(standing, standing + many);
  list.append(...next.map(articleOf));
  standing += next.length;
  const left = found.length - standing;
  more.hidden = !left;
  more.textContent = `Show ${Math.min(left, STEP)} more of ${left}`;
};

const apply = () => {
  const wish = wished();
  if (wish.words.length) prepare();
  found = CLAIMS.filter((claim, number) => fits(claim, wish) && wish.words.every((word) => holds(claim, number, word)));
  found.sort(ORDERS[wish.sort] || ORDERS.gravest);
  list.replaceChildren();
  standing = 0;
  extend(FIRST);
  told.textContent = `${found.length} of ${CLAIMS.length} claims shown`;
  document.dispatchEvent(new Event("shown"));
};

// The address: what differs from the form as it opens, and the cards that are open.
const usual = () => [...form.querySelectorAll("[name=show]")].filter((box) => box.defaultChecked).map((box) => box.value);
const tell = () => {
  const wish = wished(), said = new URLSearchParams();
  const words = form.elements.words.value.trim();
  if (words) said.set("q", words);
  if (wish.show.join() !== usual().join()) said.set("show", wish.show.join(","));
  for (const name of CHOICES) if (wish[name] && !(name === "sort" && wish.sort === "gravest")) said.set(name, wish[name]);
  for (const claim of found) if (isOpen(claim)) said.append("open", claim.id);
  history.replaceState(null, "", `#${said}`);
};

const take = (said) => {
  form.reset();
  form.elements.words.value = said.get("q") || "";
  if (said.has("show")) {
    const wanted = said.get("show").split(",");
    for (const box of form.querySelectorAll("[name=show]")) box.checked = wanted.includes(box.value);
  }
  for (const name of CHOICES) {
    const field = form.elements[name], value = said.get(name);
    if (value && Array.from(field.options).some((option) => option.value === value)) field.value = value;
  }
};

// Show a claim whatever the filters say, open, and with its opener in focus.
const reveal = (id) => {
  const claim = CLAIMS.find((one) => one.id === id);
  if (!claim) return;
  if (!found.includes(claim)) {
    form.reset();
    if (!wished().show.includes(groupOf(claim))) for (const box of form.querySelectorAll("[name=show]")) box.checked = true;
    apply();
  }
  while (!articleOf(claim).isConnected) extend(STEP);
  toggle(claim, true);
  articleOf(claim).querySelector(".opener").focus({ preventScroll: true });
  articleOf(claim).scrollIntoView();
};

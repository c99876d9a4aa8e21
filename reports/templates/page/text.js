// Text: how it is searched, joined and quoted, and how elements are made; nothing is ever read as markup.
const KNOWN = JSON.parse(document.getElementById("data").textContent);
const WORDS = KNOWN.words;

// A claim: a row of numbers, whose words and places are looked up when they are asked for.
class Claim {
  constructor(row) {
    [this.topic, this.kind, this.verdict, this.rank, this.flags, this.said, this.raw] = row;
    this.own = row;
    this.severity = WORDS[row[10]];
  }
  get id() { return WORDS[this.own[7]]; }
  get statement() { return WORDS[this.own[8]]; }
  get line() { return WORDS[this.own[9]]; }
  get why() { return WORDS[this.own[11]]; }
  get todo() { return WORDS[this.own[12]]; }
  get note() { return WORDS[this.own[13]]; }
  get state() { return WORDS[this.own[14]]; }
  get meaning() { return WORDS[this.own[15]]; }
  get reviews() { return this.said.map((word) => WORDS[word]); }
  // For each source 0, or its readings and the places that could not be read.
  get says() { return this.raw.map((says, source) => says && [says[0].map((reading) => readingIn(source, reading)), placesIn(source, says[1] || [])]); }
}

const placesIn = (source, numbers) => {
  const places = [];
  for (let i = 0; i < numbers.length; i += 4) {
    const [start, end, ...pieces] = KNOWN.sources[source].passages[numbers[i]];
    places.push({ start, end, pieces, from: start + numbers[i + 1], to: start + numbers[i + 2], name: WORDS[numbers[i + 3]] });
  }
  return places;
};

const readingIn = (source, [stance, value, speaker, places, sides]) => ({ stance, value: WORDS[value], speaker: WORDS[speaker], places: placesIn(source, places), sides });
const CLAIMS = KNOWN.claims.map((row) => new Claim(row));
const LONGEST = 300;

const fold = (text) => text.replace(/[^\x00-\x7f]/g, (c) => c.normalize("NFD")[0]).toLowerCase();
const unwrap = (text) => text.replace(/(\S[-–—])[ \t]*\r?\n[ \t]*/g, "$1").replace(/\s+/g, " ");

const make = (tag, look, ...inside) => {
  const made = document.createElement(tag);
  if (look) made.className = look;
  made.append(...inside.filter((part) => part !== null && part !== ""));
  return made;
};

const link = (text, parameters) => {
  const made = make("a", "", text);
  made.href = `#${new URLSearchParams(parameters)}`;
  return made;
};

const button = (text, act, look = "small") => {
  const made = make("button", look, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

const stanceOf = (stance) => {
  const [name, sign] = KNOWN.stances[stance];
  const mark = make("span", "", `${sign} `);
  mark.setAttribute("aria-hidden", "true");
  return make("span", `stance ${name}`, mark, name);
};

// The words of a place: before, in and after what was read, with all pieces of a passage that something interrupts.
const words = (source, { start, end, from, to, pieces }) => {
  const text = KNOWN.sources[source].text, whole = end - start <= LONGEST;
  const spare = Math.max(60, Math.floor((LONGEST - (to - from)) / 2));
  const left = whole ? start : Math.max(start, from - spare), right = whole ? end : Math.min(end, to + spare);
  let before = unwrap(text.slice(left, from)), after = unwrap(text.slice(to, right));
  if (left > start) before = `… ${before.slice(before.indexOf(" ") + 1)}`;
  if (right < end) after = `${after.slice(0, after.lastIndexOf(" "))} …`;
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = unwrap(text.slice(pieces[i], pieces[i + 1])).trim();
    if (pieces[i + 1] <= start) before = `${piece} … ${before}`;
    if (pieces[i] >= end) after = `${after} … ${piece}`;
  }
  return [before, unwrap(text.slice(from, to)), after];
};

const quote = (source, place, speaker) => {
  const [before, middle, after] = words(source, place);
  const inside = before || after ? make("mark", "", middle) : middle;
  return make("blockquote", "", before, inside, after, speaker ? make("span", "small", ` (said by ${speaker})`) : null);
};

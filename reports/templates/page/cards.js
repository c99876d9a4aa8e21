// Cards: a claim with what each source says to it, drawn when it is opened.
const FEW = 4;

const placeLink = (source, place) => {
  const { id } = KNOWN.sources[source];
  return link(place.name, { at: `${id}-${place.start}` });
};

const compared = (pieces, changed) =>
  pieces.map(([text, mark]) => (mark === "changed" ? make(changed, "", text) : mark === "words" ? make("mark", "", text) : text));

const readingOf = (source, { stance, value, speaker, places, sides }) => {
  const where = make("p", "where", stanceOf(stance), " ", value ? make("strong", "", value) : null, value ? " · " : "· ", placeLink(source, places[0]));
  const made = make("div", "reading", where);
  if (sides) made.append(make("p", "quoted", "The claim’s words: “", ...compared(sides[0], "del"), "”"));
  const said = quote(source, places[0], speaker);
  if (sides) {
    const [before, , after] = words(source, places[0]);
    said.replaceChildren(before, ...compared(sides[1], "ins"), after, speaker ? make("span", "small", ` (said by ${speaker})`) : "");
  }
  made.append(said);
  if (places.length > 1) {
    const more = button(`and ${places.length - 1} more`, () => {
      more.replaceWith(...places.slice(1).map((place) => make("div", "further", make("p", "where", placeLink(source, place)), quote(source, place, ""))));
    });
    where.append(" ", more);
    made.append(more);
  }
  return made;
};

const columnOf = (says, source) => {
  if (!says || !says[0].length) return null;
  const { name, title, published } = KNOWN.sources[source], [readings] = says;
  const made = make("li", "", make("p", "source", make("cite", "", name), ` ${title}${published ? `, ${published}` : ""}`));
  made.append(...readings.slice(0, FEW).map((reading) => readingOf(source, reading)));
  if (readings.length > FEW) {
    const more = button(`${readings.length - FEW} more readings`, () => {
      more.replaceWith(...readings.slice(FEW).map((reading) => readingOf(source, reading)));
    });
    made.append(more);
  }
  return made;
};

const quietOf = (said) => {
  const unread = said.flatMap((says, source) => (says ? says[1].map((place) => [source, place]) : []));
  const silent = said.flatMap((says, source) => (says ? [] : [KNOWN.sources[source].name]));
  const made = [];
  if (unread.length) {
    const places = unread.flatMap(([source, place], i) => [i ? ", " : "", `${KNOWN.sources[source].id} `, placeLink(source, place)]);
    made.push(make("p", "quiet", "Matched, not read: ", ...places));
  }
  if (silent.length) made.push(make("p", "quiet", `Silent: ${silent.join(", ")}`));
  return made;
};

const labelOf = (verdict) => make("span", `label ${KNOWN.verdicts[verdict][1]}`, KNOWN.verdicts[verdict][0]);

const cardOf = (claim) => {
  const also = claim.flags.map((flag) => ` also ${KNOWN.verdicts[flag][0]}`).join(",");
  const facts = make("p", "facts", labelOf(claim.verdict), also, ` · ${KNOWN.kinds[claim.kind]} · ${KNOWN.topics[claim.topic][1]} · `, make("code", "", claim.id), " · ", link("link to this card", { open: claim.id }));
  const made = make("div", "card", facts);
  const say = (look, text) => text && made.append(make("p", look, text));
  if (claim.line) say("note", `Claim: ${claim.statement}`);
  say("note", claim.severity ? `Severity ${claim.severity}: ${claim.why}.` : claim.meaning && `${claim.meaning}.`);
  say("todo", claim.todo);
  for (const line of claim.reviews) say("reviewed", `Reviewed: ${line}.`);
  if (claim.note) say("note", `Curator’s note: ${claim.note}`);
  const said = claim.says, columns = said.map(columnOf).filter(Boolean);
  if (columns.length) made.append(make("ul", "columns", ...columns));
  made.append(...quietOf(said));
  return made;
};

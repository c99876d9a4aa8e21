"use strict";
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const cards = [...document.querySelectorAll(".finding")].filter((card) => card.offsetParent);
  if (!cards.length) return;
  const now = cards.indexOf(document.activeElement.closest(".finding"));
  const next = now < 0 ? (step > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, now + step));
  cards[next].focus({ preventScroll: true });
  cards[next].scrollIntoView({ block: "center" });
});
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target && target.closest("details");
  if (folded) folded.open = true;
};
addEventListener("hashchange", unfold);
unfold();

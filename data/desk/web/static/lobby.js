// The lobby as it is this second: the signs' lamps, how long ago each was heard, and a new page when anything changed.

import { Lamps } from "./lamps.js";

const EVERY_MS = 2000;
const page = document.querySelector("[data-mark]");
const figures = [...document.querySelectorAll("figure.sign")];
const players = figures.map((figure) => new Lamps(figure.querySelector("canvas")));
let drawn = "";

async function look() {
  const answer = await fetch("/lobby.json", { credentials: "same-origin" });
  if (answer.redirected || !answer.ok) return location.reload();
  const told = await answer.json();
  if (told.mark !== page.dataset.mark) return location.reload();
  document.querySelectorAll("[data-heard]").forEach((place, number) => (place.textContent = told.heard[number] ?? ""));
  if (JSON.stringify(told.signs) === drawn) return;
  drawn = JSON.stringify(told.signs);
  told.signs.forEach((sign, number) => {
    const canvas = figures[number]?.querySelector("canvas");
    if (!sign || !canvas) return;
    canvas.hidden = false;
    players[number].show(sign);
  });
}

async function follow() {
  await look().catch(() => {});
  setTimeout(follow, EVERY_MS);
}
follow();

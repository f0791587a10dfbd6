// Today: files are read when they are dropped, rows change places, and the signs follow every word that is typed.

import { Lamps } from "./lamps.js";

const PAUSE_MS = 250; // after the last key, before the signs follow
const STEP = 10; // between the numbers of two rows

const day = document.querySelector("#day");
const reading = document.querySelector("#reading");
const items = document.querySelector("#items");
const players = new Map();
let shown = [];
let waiting;
let asked = 0;

for (const figure of document.querySelectorAll("figure[data-sign]")) {
  const place = figure.querySelector(".place");
  const turned = (item, page, pages) => {
    place.textContent = say("place", { n: shown.indexOf(item) + 1 }) + (pages > 1 ? ` · ${say("pages", { page: page + 1, pages })}` : "");
    for (const [number, row] of rows().entries()) row.classList.toggle("on-air", number === item);
  };
  const canvas = figure.querySelector("canvas");
  canvas.hidden = false;
  players.set(figure.dataset.sign, { player: new Lamps(canvas, { turned }), figure });
}
window.players = players; // for tests: what is on each panel

// A sentence of the page, in the page's language: `{name}` stands where a value goes.
function say(sentence, values) {
  return items.dataset[sentence].replace(/{(\w+)}/g, (_, name) => values[name]);
}

function rows() {
  return [...items.children];
}

// Ask what the signs make of the form as it stands now.
async function follow() {
  const mine = (asked += 1);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(day)) body.append(name, value);
  const answer = await fetch("/today/lamps", { method: "POST", body, credentials: "same-origin" });
  if (!answer.ok || mine !== asked) return;
  const told = await answer.json();
  shown = told.problems.map((_, number) => number).filter((number) => rows()[number]?.querySelector("textarea").value.trim());
  for (const sign of told.signs) tell(sign);
  rows().forEach((row, number) => beside(row, told.problems[number] ?? [], told.signs.map((sign) => [sign, sign.items[number]])));
  const crowded = told.signs.filter((sign) => sign.crowded).map((sign) => ["hint warn", sign.crowded]);
  list(document.querySelector("#hints"), [...crowded, ...told.hints.map((hint) => ["hint", hint])]);
  document.documentElement.dataset.followed = String(mine);
}

function tell(sign) {
  const known = players.get(sign.name);
  if (!known) return;
  known.player.show(sign);
  known.figure.querySelector(".cycle").textContent = say("cycle", { seconds: Math.round(sign.cycle_s) });
}

function beside(row, problems, shows) {
  const lines = problems.map((one) => [one.level, one.message]);
  for (const [sign, item] of shows) {
    if (!item) continue;
    if (item.lost.length) lines.push(["error", say("lost", { sign: sign.name, lost: item.lost.join(" ") })]);
    for (const [one, other] of item.instead) lines.push(["note", say("instead", { sign: sign.name, one, other })]);
    if (item.problem) lines.push(["error", say("full", { sign: sign.name, problem: item.problem })]);
  }
  list(row.querySelector(".live"), lines);
  row.querySelector(".shows").textContent = shows
    .filter(([, item]) => item && item.pages.length)
    .map(([sign, item]) => `${sign.name} · ${say("lasts", { pages: item.pages.length, seconds: Math.round(item.seconds) })}`)
    .join(items.dataset.between);
}

function list(element, lines) {
  element.replaceChildren(
    ...lines.map(([level, text]) => {
      const line = document.createElement(element.tagName === "UL" ? "li" : "p");
      line.className = level;
      line.textContent = text;
      return line;
    }),
  );
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => follow().catch(() => {}), PAUSE_MS);
}

function renumber() {
  rows().forEach((row, number) => {
    row.querySelector("[name=place]").value = String((number + 1) * STEP);
    row.querySelector(".number").textContent = String(number + 1);
  });
  soon();
}

function move(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(row);
  else other.after(row);
  renumber();
}

function empty(row) {
  for (const field of row.querySelectorAll("textarea, input:not([name=place])")) field.value = "";
  row.querySelector("select").value = "news";
  row.querySelector(".told").replaceChildren();
  items.append(row);
  renumber();
}

if (reading) {
  const file = reading.querySelector("[name=file]");
  const pasted = reading.querySelector("[name=pasted]");
  const send = () => reading.requestSubmit();
  const take = (files) => {
    file.files = files;
    send();
  };
  const over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    reading.classList.add("over");
  };
  reading.classList.add("at-once");
  file.addEventListener("change", () => file.files.length && send());
  if (file.files.length) send(); // chosen before this ran
  pasted.addEventListener("paste", (event) => {
    event.stopPropagation();
    setTimeout(() => pasted.value.trim() && send());
  });
  addEventListener("dragover", over);
  addEventListener("dragleave", (event) => event.relatedTarget || reading.classList.remove("over"));
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  addEventListener("paste", (event) => {
    if (event.target.closest?.("textarea, input")) return;
    if (event.clipboardData.files.length) take(event.clipboardData.files);
    else if (event.clipboardData.getData("text/plain").trim()) {
      pasted.value = event.clipboardData.getData("text/plain");
      send();
    }
  });
  for (const button of document.querySelectorAll("[data-script]")) button.hidden = false;
  items.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const row = event.target.closest("li.item");
    if (!button || !row) return;
    if (button.dataset.move) move(row, Number(button.dataset.move));
    else empty(row);
    (button.dataset.move ? button : row.querySelector("textarea")).focus();
  });
  items.addEventListener("keydown", (event) => {
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    move(event.target.closest("li.item"), by);
    event.target.focus();
  });
  document.querySelector("#more").addEventListener("click", () => {
    const row = items.lastElementChild.cloneNode(true);
    items.append(row);
    empty(row);
    row.querySelector("textarea").focus();
  });
}

// What was typed outlives a session that ended meanwhile: it is put back when the same day is opened again in this tab,
// unless somebody changed the day in between.
const place = `today ${document.querySelector(".who a[href='/account']")?.textContent} ${day.elements.day.value}`;

function fields(row) {
  return [...row.querySelectorAll("textarea, select, input")];
}

function keep() {
  const typed = rows().map((row) => fields(row).map((field) => field.value));
  sessionStorage.setItem(place, JSON.stringify({ seen: day.elements.seen.value, typed }));
}

function putBack() {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
  sessionStorage.removeItem(place);
  if (!kept || document.querySelector(".said") || kept.seen !== day.elements.seen.value) return;
  while (rows().length < kept.typed.length) items.append(items.lastElementChild.cloneNode(true));
  kept.typed.forEach((values, number) => fields(rows()[number]).forEach((field, column) => (field.value = values[column])));
  const told = document.createElement("p");
  told.className = "said";
  told.setAttribute("role", "status");
  told.textContent = items.dataset.kept;
  document.querySelector("main").prepend(told);
  renumber();
}

if (reading) {
  putBack();
  day.addEventListener("submit", keep);
}

day.addEventListener("input", (event) => {
  event.target.closest("li.item")?.querySelector(".told").replaceChildren();
  soon();
});
day.addEventListener("change", soon);
items.addEventListener("focusin", (event) => {
  const number = rows().indexOf(event.target.closest("li.item"));
  for (const { player } of players.values()) player.seek(number);
});
follow().catch(() => {});

// The front page brings itself up to date every 15 seconds: in place, so that nobody loses where they read or type.
const EVERY_MS = 15_000;
const main = document.querySelector("main");

async function renew() {
  if (document.hidden || main.contains(document.activeElement)) return;
  const answer = await fetch("/");
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  main.replaceChildren(...page.querySelector("main").childNodes);
}

setInterval(() => renew().catch(() => {}), EVERY_MS);

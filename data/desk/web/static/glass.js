// Puts the kiosk's pages beside each other, before and after, when the desk has drawn them.

const place = document.querySelector("[data-glass]");

function picture(address, words) {
  const figure = document.createElement("figure");
  const link = document.createElement("a");
  const image = document.createElement("img");
  const caption = document.createElement("figcaption");
  image.src = address;
  image.alt = words;
  image.loading = "lazy";
  link.href = address;
  link.target = "_blank";
  link.append(image);
  caption.textContent = words;
  figure.append(link, caption);
  return figure;
}

async function show() {
  const answer = await fetch(place.dataset.glass, { credentials: "same-origin" });
  const state = place.querySelector("[data-state]");
  if (!answer.ok) {
    state.textContent = place.dataset.failed;
    return;
  }
  const pairs = (await answer.json()).map((pair) => ({ ...pair, at: place.dataset.glass.replace(/\.json$/, "/") }));
  const seen = pairs.filter((pair) => pair.differs);
  state.textContent = seen.length ? place.dataset.marked : place.dataset.same;
  for (const pair of seen) {
    const row = document.createElement("div");
    row.className = "glass";
    row.append(picture(pair.at + pair.before, place.dataset.before), picture(pair.at + pair.after, place.dataset.after));
    place.append(row);
  }
}

if (place) show().catch(() => {});

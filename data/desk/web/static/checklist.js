// One click for whoever has gone through the whole checklist.

const all = document.querySelector("#all-checked");
if (all) {
  const boxes = [...document.querySelectorAll("input[name=checked]")];
  all.closest("label").hidden = false;
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  for (const box of boxes) box.addEventListener("change", () => (all.checked = boxes.every((one) => one.checked)));
}

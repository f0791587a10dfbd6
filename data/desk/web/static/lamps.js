// Plays what a sign shows: the dots come from the same composition as the sign's own; here they are only lit.

const COLOURS = [null, "#ff4a30", "#60e65a", "#ff8a26", "#4a78ff", "#ec5ae6", "#50dce6", "#faf6ec"];
const UNLIT = "#222325";
const FACE = "#0e0f10";
const MARGIN_LAMPS = 3;
const SLIDE_S = 0.4; // how long a page takes to slide in
const FLASH_S = 0.5; // half a period of a flashing page
const SMALLEST_PITCH = 2;
const LARGEST_PITCH = 9;

export class Lamps {
  // One sign on one canvas. `turned(item, page, pages)` is called whenever another page shows.
  constructor(canvas, { turned = () => {} } = {}) {
    this.canvas = canvas;
    this.turned = turned;
    this.steps = [];
    this.began = performance.now();
    this.drawn = "";
    this.size = "";
    const tick = () => {
      if (!canvas.isConnected && this.seen) return;
      this.seen = canvas.isConnected;
      this.draw(performance.now());
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  // Show a sign as the desk tells it: {width, height, items: [{pages: [{width, dots, seconds, effect}]}]}.
  show(sign) {
    this.sign = sign;
    this.steps = [];
    let from = 0;
    sign.items.forEach((item, number) => {
      item.pages.forEach((page, place) => {
        const dots = Uint8Array.from(atob(page.dots), (letter) => letter.charCodeAt(0));
        this.steps.push({ ...page, dots, item: number, place, pages: item.pages.length, from });
        from += page.seconds;
      });
    });
    this.cycle = from;
    this.drawn = "";
    if (this.wanted !== undefined) this.seek(this.wanted);
  }

  // Go on from where an item begins.
  seek(item) {
    this.wanted = item;
    const step = this.steps.find((one) => one.item === item);
    if (step) this.began = performance.now() - step.from * 1000;
  }

  // What is on the panel now, for tests: rows of "." and "#".
  rows() {
    const { step, x, y, lit } = this.moment(performance.now());
    const rows = [];
    for (let row = 0; row < this.sign.height; row += 1) {
      let line = "";
      for (let column = 0; column < this.sign.width; column += 1) line += lit && at(step, column - x, row - y) ? "#" : ".";
      rows.push(line);
    }
    return rows;
  }

  moment(now) {
    const second = ((now - this.began) / 1000) % this.cycle;
    const step = this.steps.findLast((one) => one.from <= second) ?? this.steps[0];
    return { step, ...moved(step, second - step.from, this.sign) };
  }

  draw(now) {
    if (!this.sign || !this.canvas.clientWidth) return;
    const pitch = this.fit();
    if (!this.steps.length) return this.dark(pitch);
    const { step, x, y, lit } = this.moment(now);
    const key = `${pitch} ${step.from} ${x} ${y} ${lit}`;
    if (key === this.drawn) return;
    const page = `${step.item} ${step.place}`;
    if (page !== this.page) this.turned(step.item, step.place, step.pages);
    this.page = page;
    this.drawn = key;
    this.light(pitch, step, x, y, lit);
  }

  // As large as the page leaves room for, in whole pixels a lamp.
  fit() {
    const ratio = window.devicePixelRatio || 1;
    const across = this.sign.width + 2 * MARGIN_LAMPS;
    const room = Math.floor((this.canvas.parentElement.clientWidth * ratio) / across);
    const pitch = Math.max(SMALLEST_PITCH, Math.min(LARGEST_PITCH * ratio, room));
    const size = `${pitch} ${this.sign.width} ${this.sign.height}`;
    if (size !== this.size) {
      this.size = size;
      this.drawn = "";
      this.canvas.width = across * pitch;
      this.canvas.height = (this.sign.height + 2 * MARGIN_LAMPS) * pitch;
      this.canvas.style.width = `${this.canvas.width / ratio}px`;
      this.canvas.style.height = `${this.canvas.height / ratio}px`;
      this.lamps = COLOURS.map((colour) => lamp(pitch, colour));
      this.ground = ground(this.sign, pitch, this.canvas);
    }
    return pitch;
  }

  dark(pitch) {
    if (this.drawn === `dark ${pitch}`) return;
    this.drawn = `dark ${pitch}`;
    this.canvas.getContext("2d").drawImage(this.ground, 0, 0);
  }

  light(pitch, step, x, y, lit) {
    const on = this.canvas.getContext("2d");
    on.drawImage(this.ground, 0, 0);
    if (!lit) return;
    for (let row = 0; row < this.sign.height; row += 1) {
      for (let column = 0; column < this.sign.width; column += 1) {
        const colour = at(step, column - x, row - y);
        if (colour) on.drawImage(this.lamps[colour], (column + MARGIN_LAMPS) * pitch, (row + MARGIN_LAMPS) * pitch);
      }
    }
  }
}

function at(step, x, y) {
  return x >= 0 && x < step.width && y >= 0 && y < step.height ? step.dots[y * step.width + x] : 0;
}

// Where a page lies on the panel at a time after it began, in dots, and whether it is lit.
function moved(step, second, sign) {
  const still = { x: 0, y: 0, lit: true };
  const away = Math.max(0, 1 - second / SLIDE_S);
  switch (step.effect) {
    case "scroll":
      return { ...still, x: Math.round(sign.width - ((sign.width + step.width) * second) / step.seconds) };
    case "left":
      return { ...still, x: Math.round(sign.width * away) };
    case "right":
      return { ...still, x: -Math.round(sign.width * away) };
    case "up":
      return { ...still, y: Math.round(sign.height * away) };
    case "down":
      return { ...still, y: -Math.round(sign.height * away) };
    case "flash":
      return { ...still, lit: Math.floor(second / FLASH_S) % 2 === 0 };
    default:
      return still;
  }
}

function canvas(width, height) {
  const made = document.createElement("canvas");
  made.width = width;
  made.height = height;
  return made;
}

function lamp(pitch, colour) {
  const made = canvas(pitch, pitch);
  if (!colour) return made;
  const on = made.getContext("2d");
  on.fillStyle = colour;
  on.globalAlpha = 0.28;
  on.fillRect(0, 0, pitch, pitch);
  on.globalAlpha = 1;
  disc(on, pitch / 2, pitch / 2, pitch * 0.44);
  return made;
}

function ground(sign, pitch, size) {
  const made = canvas(size.width, size.height);
  const on = made.getContext("2d");
  on.fillStyle = FACE;
  on.fillRect(0, 0, made.width, made.height);
  on.fillStyle = UNLIT;
  for (let row = 0; row < sign.height; row += 1) {
    for (let column = 0; column < sign.width; column += 1) {
      disc(on, (column + MARGIN_LAMPS + 0.5) * pitch, (row + MARGIN_LAMPS + 0.5) * pitch, pitch * 0.4);
    }
  }
  return made;
}

function disc(on, x, y, radius) {
  on.beginPath();
  on.arc(x, y, radius, 0, 2 * Math.PI);
  on.fill();
}

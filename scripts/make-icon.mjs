// Draws icon.png, the app's mark: a speech bubble that holds a heart. Usage: node scripts/make-icon.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
const samples = 4; // per side of a pixel

const green = [15, 118, 110];
const light = [240, 253, 250];
const coral = [244, 96, 84];

const inRoundedBox = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};
const inTriangle = (x, y, [ax, ay], [bx, by], [cx, cy]) => {
  const side = (px, py, qx, qy) => (x - qx) * (py - qy) - (px - qx) * (y - qy);
  const sides = [side(ax, ay, bx, by), side(bx, by, cx, cy), side(cx, cy, ax, ay)];
  return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
};
/** The curve (x² + y² − 1)³ − x²y³ ≤ 0, point upwards positive. */
const inHeart = (x, y, centreX, centreY, scale) => {
  const u = (x - centreX) / scale;
  const v = (centreY - y) / scale;
  const a = u * u + v * v - 1;
  return a * a * a - u * u * v * v * v <= 0;
};

/** Colour and opacity at one point, in units of the picture's 256 × 256 grid. */
function colourAt(x, y) {
  if (!inRoundedBox(x, y, 0, 0, 256, 256, 56)) return [0, 0, 0, 0];
  if (inHeart(x, y, 128, 118, 42)) return [...coral, 255];
  const bubble = inRoundedBox(x, y, 40, 48, 216, 184, 44);
  const tail = inTriangle(x, y, [76, 176], [132, 176], [76, 222]);
  return bubble || tail ? [...light, 255] : [...green, 255];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples; i++) {
    for (let j = 0; j < samples; j++) {
      const [r, g, b, a] = colourAt(column + (i + 0.5) / samples, row + (j + 0.5) / samples);
      sum[0] += r * a;
      sum[1] += g * a;
      sum[2] += b * a;
      sum[3] += a;
    }
  }
  const alpha = sum[3];
  return alpha === 0
    ? [0, 0, 0, 0]
    : [sum[0] / alpha, sum[1] / alpha, sum[2] / alpha, alpha / samples ** 2].map(Math.round);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const rows = [];
for (let row = 0; row < size; row++) {
  rows.push(0); // no filter
  for (let column = 0; column < size; column++) rows.push(...pixel(column, row));
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits, red green blue alpha
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(fileURLToPath(new URL('../icon.png', import.meta.url)), png);

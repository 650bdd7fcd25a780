/** The page that shows the four screenshots side by side. */

/** Sizes in CSS pixels of the poster; `view` is how wide the window of the shown page is. */
export const tiles = {
  patient: { title: 'Patient', caption: 'the livechat widget', width: 390, height: 1146, view: 390 },
  agent: { title: 'Agent', caption: 'queue and conversation', width: 1100, height: 486, view: 1200 },
  timeline: { title: 'CRM', caption: 'one ID, one history', width: 535, height: 622, view: 780 },
  dashboard: { title: 'CRM', caption: 'the service, live', width: 535, height: 622, view: 1030 },
} as const;
export type TileName = keyof typeof tiles;

const names = Object.keys(tiles) as TileName[];
const scale = 2;

export const posterWindow = { viewport: { width: 1606, height: 1262 }, deviceScaleFactor: scale };

/** The window a tile's page is photographed in: its pixels are the poster's, so that nothing is resampled. */
export function windowOf(name: TileName) {
  const { width, height, view } = tiles[name];
  return {
    viewport: { width: view, height: Math.ceil((height * view) / width) },
    deviceScaleFactor: (scale * width) / view,
  };
}

function figure(name: TileName, png: Buffer): string {
  const { title, caption, width, height } = tiles[name];
  const image = `<img width="${width}" src="data:image/png;base64,${png.toString('base64')}">`;
  const frame = `<div style="width: ${width}px; height: ${height}px">${image}</div>`;
  return `<figure class="${name}"><figcaption><b>${title}</b> ${caption}</figcaption>${frame}</figure>`;
}

/** @returns HTML without anything to fetch */
export function poster(shots: Record<TileName, Buffer>): string {
  const figures = names.map((name) => figure(name, shots[name])).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0; }
    body { padding: 34px; background: #d7e7e4; font: 16px/20px 'Liberation Sans', Arial, sans-serif; color: #3b5157;
      display: grid; gap: 26px 30px; grid-template-columns: 408px 535px 535px;
      grid-template-areas: 'patient agent agent' 'patient timeline dashboard'; }
    figcaption { margin-bottom: 10px; } figcaption b { color: #08524b; margin-right: 4px; }
    figure > div { overflow: hidden; background: #fff; border-radius: 12px; outline: 1px solid #9db9b4; }
    img { display: block; }
    .patient { grid-area: patient; }
    .patient > div { box-sizing: content-box; border: 9px solid #14262b; border-radius: 36px; outline: none; }
    .agent { grid-area: agent; } .timeline { grid-area: timeline; } .dashboard { grid-area: dashboard; }
  </style><body>${figures}</body></html>`;
}

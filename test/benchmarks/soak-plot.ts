import type { SoakMinute } from './soak-minute.js';

const WIDTH = 760;
const LEFT = 64;
const RIGHT = 20;
const PANEL = 150;
const GAP = 56;
const TOP = 40;

interface Line {
  readonly name: string;
  readonly color: string;
  readonly of: (minute: SoakMinute) => number;
}

interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

const PANELS: readonly Panel[] = [
  {
    title: 'Memory held',
    unit: 'MB',
    lines: [
      { name: 'API', color: '#1f5fbf', of: ({ apiMb }) => apiMb },
      { name: 'worker', color: '#c05a00', of: ({ workerMb }) => workerMb },
    ],
  },
  {
    title: 'Time to answer',
    unit: 'ms',
    lines: [
      { name: 'p99', color: '#a32a5b', of: ({ p99Ms }) => p99Ms },
      { name: 'p50', color: '#2f7d4f', of: ({ p50Ms }) => p50Ms },
    ],
  },
];

/** A plot of a long run as SVG: memory and latency by minute. */
export function plotSoak(minutes: readonly SoakMinute[], caption: string): string {
  const height = TOP + PANELS.length * (PANEL + GAP);
  const panels = PANELS.map((panel, i) => drawPanel(panel, minutes, TOP + i * (PANEL + GAP) + 20));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${caption}</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="13" font-weight="600">${caption}</text>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function drawPanel({ title, unit, lines }: Panel, minutes: readonly SoakMinute[], top: number): string {
  const highest = roundUp(Math.max(...lines.flatMap(({ of }) => minutes.map(of))));
  const x = (i: number) => LEFT + (i * (WIDTH - LEFT - RIGHT)) / Math.max(1, minutes.length - 1);
  const y = (value: number) => top + PANEL - (value * PANEL) / highest;
  const grid = [0, 0.5, 1].map((share) => {
    const value = share * highest;
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}" stroke="#dde3ea"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end" fill="#555">${value} ${unit}</text>`;
  });
  const curves = lines.map(({ of, color }) => {
    const points = minutes.map((minute, i) => `${x(i).toFixed(1)},${y(of(minute)).toFixed(1)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>`;
  });
  const legend = lines.map(
    ({ name, color }, i) =>
      `<text x="${WIDTH - RIGHT - 70 * (lines.length - i) + 70}" y="${top - 8}" text-anchor="end" fill="${color}">${name}</text>`,
  );
  const ends = `<text x="${LEFT}" y="${top + PANEL + 16}" fill="#555">minute 1</text><text x="${WIDTH - RIGHT}" y="${top + PANEL + 16}" text-anchor="end" fill="#555">minute ${minutes.length}</text>`;
  return [`<text x="${LEFT}" y="${top - 8}">${title}</text>`, ...legend, ...grid, ...curves, ends].join('\n');
}

/** The next of 1, 2, 4 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

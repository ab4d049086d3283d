import * as echarts from 'echarts';
import type { SoakMinute } from './soak-minute.js';

interface Line {
  readonly name: string;
  readonly color: string;
  readonly value: (minute: SoakMinute) => number;
}

const PANELS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: 'Memory held, MB',
    lines: [
      { name: 'API', color: '#1f5fbf', value: ({ apiMb }) => apiMb },
      { name: 'worker', color: '#c05a00', value: ({ workerMb }) => workerMb },
    ],
  },
  {
    title: 'Time to answer, ms',
    lines: [
      { name: 'p99', color: '#a32a5b', value: ({ p99Ms }) => p99Ms },
      { name: 'p50', color: '#2f7d4f', value: ({ p50Ms }) => p50Ms },
    ],
  },
];

/** A plot of a long run as SVG: memory and latency by minute. */
export function plotSoak(minutes: readonly SoakMinute[], caption: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 760, height: 470 });
  chart.setOption({
    animation: false,
    backgroundColor: '#fff',
    title: { text: caption, left: 16, top: 8, textStyle: { fontSize: 13 } },
    legend: { right: 16, top: 32 },
    grid: PANELS.map((_, i) => ({ left: 64, right: 20, top: 80 + i * 205, height: 140 })),
    xAxis: PANELS.map((_, gridIndex) => ({
      gridIndex,
      type: 'category',
      name: 'minute',
      nameLocation: 'middle',
      nameGap: 24,
      data: minutes.map((_minute, i) => i + 1),
    })),
    yAxis: PANELS.map(({ title }, gridIndex) => ({
      gridIndex,
      type: 'value',
      name: title,
      nameTextStyle: { align: 'left' },
    })),
    series: PANELS.flatMap(({ lines }, i) =>
      lines.map(({ name, color, value }) => ({
        type: 'line',
        name,
        color,
        showSymbol: false,
        xAxisIndex: i,
        yAxisIndex: i,
        data: minutes.map(value),
      })),
    ),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

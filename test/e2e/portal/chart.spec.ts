import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Drawing {
  chartImage(
    numbers: {
      categories: string[];
      series: { name: string; values: number[] }[];
      stacked: boolean;
    },
    room: { width: number; height: number; fontSize: number },
  ): string;
}

describe('the chart of a page', () => {
  let drawn: string;
  let image: string;

  beforeAll(async () => {
    const { chartImage } = (await import(
      pathToFileURL(resolve('apps/web/src/ui/chart-drawing.ts')).href
    )) as Drawing;
    image = chartImage(
      {
        categories: ['供应商', 'Buyers <1>'],
        series: [
          { name: '应到人数', values: [12, 3] },
          { name: '已到人数', values: [7, 0] },
        ],
        stacked: false,
      },
      { width: 320, height: 240, fontSize: 14 },
    );
    drawn = decodeURIComponent(image.slice(image.indexOf(',') + 1));
  });

  it('is an image that the policy lets pages show, of the size that there is room for', () => {
    expect(image).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
    expect(drawn).toMatch(/^<svg width="320" height="240"/);
  });

  it('names what it shows, in the words it was given', () => {
    for (const words of ['供应商', 'Buyers &lt;1&gt;', '应到人数', '已到人数'])
      expect(drawn).toContain(words);
    expect(drawn).not.toContain('<1>');
  });

  it('holds nothing that runs, moves or is fetched', () => {
    expect(drawn).not.toMatch(/<script|@keyframes|<animate|\shref=|\son\w+=/);
  });
});

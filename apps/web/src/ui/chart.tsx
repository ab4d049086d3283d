import { type RefObject, useEffect, useRef, useState } from 'react';
import { number } from '../texts/format.js';
import { useReading, useTexts } from '../texts/locale.js';
import type { ChartNumbers } from './chart-drawing.js';

const HEIGHT_EM = 18;

interface Measured {
  readonly width: number;
  readonly fontSize: number;
}

/** How wide the place of a drawing is, and how large its letters are to be; anew when either changes. */
function useMeasured(place: RefObject<HTMLElement>): Measured | null {
  const { large } = useReading();
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => {
      const next = {
        width: Math.floor(element.clientWidth),
        fontSize: parseFloat(getComputedStyle(element).fontSize),
      };
      setMeasured((present) =>
        present?.width === next.width && present.fontSize === next.fontSize ? present : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, large]);
  return measured;
}

/** The drawing as an image; what draws is loaded with the first chart. */
function useImage(numbers: ChartNumbers, measured: Measured | null): string | null {
  const [image, setImage] = useState<string | null>(null);
  // Equal numbers give the same key, so the chart is not drawn again.
  const content = JSON.stringify(numbers);
  useEffect(() => {
    if (!measured || measured.width === 0) return undefined;
    let left = false;
    void import('./chart-drawing.js').then(
      ({ chartImage }) => {
        if (left) return;
        const height = Math.round(measured.fontSize * HEIGHT_EM);
        setImage(chartImage(JSON.parse(content) as ChartNumbers, { ...measured, height }));
      },
      // The numbers stand in a table as well.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [content, measured]);
  return image;
}

interface ChartProps {
  readonly title: string;
  /** What the categories are: the head of their column. */
  readonly of: string;
  readonly numbers: ChartNumbers;
  /** Set when a table next to the chart already shows the numbers. */
  readonly tabled?: boolean;
}

function NumbersTable({ title, of, numbers: { categories, series } }: Omit<ChartProps, 'tabled'>) {
  const t = useTexts();
  return (
    <details className="fold">
      <summary>{t('chart.asTable')}</summary>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={title}>
        <table className="plain-table">
          <thead>
            <tr>
              {[of, ...series.map(({ name }) => name)].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, row) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{number(values[row] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A bar chart with its numbers as a table for readers who cannot see it. */
export function Chart({ title, of, numbers, tabled = false }: ChartProps) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const measured = useMeasured(place);
  const image = useImage(numbers, measured);
  return (
    <figure className="chart">
      <div className="chart-place" ref={place}>
        {image && <img src={image} alt={t('chart.alt', { title })} />}
      </div>
      {!tabled && <NumbersTable title={title} of={of} numbers={numbers} />}
    </figure>
  );
}

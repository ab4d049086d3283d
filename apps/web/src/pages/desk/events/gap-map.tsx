import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import { Mark } from '../../../ui/tags.js';
import type { Gap } from './report.query.js';

/** The chains that gaps name, each with its gaps; a gap of several chains stands in each. */
function byChain(gaps: readonly Gap[], none: string): readonly (readonly [string, readonly Gap[]])[] {
  const chains = new Map<string, Gap[]>();
  for (const gap of gaps)
    for (const chain of gap.chains.length > 0 ? gap.chains : [none])
      chains.set(chain, [...(chains.get(chain) ?? []), gap]);
  return [...chains];
}

interface BarProps {
  readonly value: number;
  readonly most: number;
}

/** A number with a bar as long as its share of the most. */
function Bar({ value, most }: BarProps) {
  return (
    <span className="gap-bar">
      <span aria-hidden style={{ inlineSize: `${(value / Math.max(most, 1)) * 100}%` }} />
      {value}
    </span>
  );
}

function ChainTable({ chain, gaps, most }: { chain: string; gaps: readonly Gap[]; most: number }) {
  const t = useTexts();
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={chain}>
      <table className="plain-table gap-table">
        <caption>{chain}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.concept')}</th>
            <th scope="col">{t('report.needs')}</th>
            <th scope="col">{t('report.here')}</th>
            <th scope="col">{t('report.anywhere')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ conceptId, name, needs, suppliersHere, suppliersAnywhere }) => (
            <tr key={conceptId}>
              <th scope="row">{name}</th>
              <td>
                <Bar value={needs} most={most} />
              </td>
              <td>
                {suppliersHere === 0 ? (
                  <Mark tone="warn" text="0" />
                ) : (
                  <Bar value={suppliersHere} most={most} />
                )}
              </td>
              <td>{suppliersAnywhere}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What buyers sought and who there could offer it, by chain; what nobody offers comes first. */
export function GapMap({ gaps }: { gaps: readonly Gap[] }) {
  const t = useTexts();
  const most = Math.max(...gaps.map(({ needs, suppliersHere }) => Math.max(needs, suppliersHere)), 1);
  return (
    <Section title={t('report.gaps')}>
      <p className="quiet">{t('report.gapsText')}</p>
      {gaps.length === 0 && <p className="quiet">{t('report.noGaps')}</p>}
      {byChain(gaps, t('report.noChain')).map(([chain, own]) => (
        <ChainTable key={chain} chain={chain} gaps={own} most={most} />
      ))}
    </Section>
  );
}

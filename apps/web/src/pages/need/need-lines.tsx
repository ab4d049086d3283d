import { day, number, quantity } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Section } from '../../ui/section.js';
import type { NeedData } from './need.query.js';

/** What is to be bought, line by line. */
export function NeedLines({ lines }: Pick<NeedData, 'lines'>) {
  const { t, locale } = useReading();
  if (lines.length === 0) return null;
  return (
    <Section title={t('need.lines')}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('need.lines')}>
        <table className="plain-table need-lines">
          <thead>
            <tr>
              <th scope="col">{t('line.name')}</th>
              <th scope="col">{t('line.quantity')}</th>
              <th scope="col">{t('line.details')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const numbers = [line.partNumber, line.drawingNumber, line.revision]
                .filter(Boolean)
                .join(' / ');
              const { material, process, tolerance, surface, heatTreatment, inspection, packaging } = line;
              const { startOfProduction, tooling, yearlySteps } = line;
              const details = [
                material,
                process,
                tolerance,
                surface,
                heatTreatment,
                inspection,
                packaging,
                startOfProduction && t('line.productionFrom', { date: day(startOfProduction, locale) }),
                tooling && t(`tooling.${tooling}`),
                yearlySteps.length > 0 &&
                  t('line.yearly', { amounts: yearlySteps.map((step) => number(step)).join(' / ') }),
              ];
              return (
                <tr key={line.id}>
                  <td>
                    {line.name}
                    {numbers && <span className="quiet row-details">{numbers}</span>}
                  </td>
                  <td>{line.quantity ? quantity(line.quantity, t) : '—'}</td>
                  <td>{details.filter(Boolean).join('；') || '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

import { day, moneyRange, number, placeName, quantity } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Facts, Section } from '../../ui/page.js';
import type { NeedData } from './need.query.js';

/** The line items of a need. */
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

/** On which conditions a need is to be met. */
export function NeedConditions({ need }: { need: NeedData }) {
  const { t, locale } = useReading();
  const { deliverBy, purpose, targetPrice, budget } = need;
  const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name).join('、');
  const price =
    targetPrice &&
    `${number(targetPrice.amount)} ${targetPrice.currency} · ${t('field.perBasis', { basis: targetPrice.basis })}`;
  const facts = [
    { label: t('need.deliverTo'), value: placeName(need.deliveryRegion) },
    { label: t('need.deliverBy'), value: deliverBy && day(deliverBy, locale) },
    { label: t('need.required'), value: names(need.requiredCertificates) },
    { label: t('need.preferred'), value: names(need.preferredCertificates) },
    { label: t('need.targetPrice'), value: price },
    { label: t('need.budget'), value: budget && moneyRange(budget, t) },
    { label: t('need.payment'), value: need.paymentTerms },
    { label: t('need.purpose'), value: purpose && t(`purpose.${purpose}`) },
  ];
  if (!facts.some(({ value }) => value)) return null;
  return (
    <Section title={t('need.conditions')}>
      <Facts facts={facts} />
    </Section>
  );
}

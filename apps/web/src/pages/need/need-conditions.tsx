import { day, moneyRange, number, placeName } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import type { NeedData } from './need.query.js';

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

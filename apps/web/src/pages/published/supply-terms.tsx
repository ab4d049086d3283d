import { graphql, type ResultOf } from '../../api/graphql.js';
import { moneyRange, parameterValue, quantity } from '../../texts/format.js';
import { useTexts } from '../../texts/locale.js';
import { type Fact, Facts, Section } from '../../ui/page.js';
import { Mark } from '../../ui/tags.js';

/** On which terms a capability is supplied, and how fresh they are. */
export const SUPPLY_TERMS = graphql(`
  fragment SupplyTerms on Capability {
    leadTimeDays
    materials
    processes
    specification
    firstSetLevel
    innovationCatalogue
    capacity {
      amount
      unit
      period
    }
    minimumOrder {
      amount
      unit
      period
    }
    price {
      basis
      currency
      min
      max
      taxIncluded
    }
    regionsServed {
      code
      name
    }
    industry {
      code
      name
    }
    parameters {
      parameterId
      min
      max
      unit
      values
      parameter {
        id
        name
      }
    }
    freshness {
      fact
      days
      stale
    }
  }
`);

type Terms = ResultOf<typeof SUPPLY_TERMS>;

function useCommercialFacts({ capacity, leadTimeDays, minimumOrder, price, regionsServed }: Terms): Fact[] {
  const t = useTexts();
  const tax =
    price?.taxIncluded === null ? '' : t(price?.taxIncluded ? 'field.taxIncluded' : 'field.taxExcluded');
  const priceWords =
    price &&
    [moneyRange(price, t), t('field.perBasis', { basis: price.basis }), tax].filter(Boolean).join(' · ');
  return [
    { label: t('field.capacity'), value: capacity && quantity(capacity, t) },
    { label: t('field.leadTime'), value: leadTimeDays === null ? null : t('days', { count: leadTimeDays }) },
    { label: t('field.minimumOrder'), value: minimumOrder && quantity(minimumOrder, t) },
    { label: t('field.price'), value: priceWords },
    { label: t('field.regionsServed'), value: regionsServed.map(({ name }) => name).join('、') },
  ];
}

function useTechnicalFacts(terms: Terms): Fact[] {
  const t = useTexts();
  return [
    { label: t('field.industry'), value: terms.industry?.name },
    { label: t('field.materials'), value: terms.materials.join('、') },
    { label: t('field.processes'), value: terms.processes.join('、') },
    { label: t('field.specification'), value: terms.specification },
    ...terms.parameters.map((parameter) => ({
      label: parameter.parameter?.name ?? parameter.parameterId,
      value: parameterValue(parameter),
    })),
    { label: t('field.firstSet'), value: terms.firstSetLevel && t(`firstSet.${terms.firstSetLevel}`) },
    { label: t('field.innovationCatalogue'), value: terms.innovationCatalogue && t('field.listed') },
  ];
}

/** How long ago each fact was confirmed. */
export function Freshness({ freshness }: Pick<Terms, 'freshness'>) {
  const t = useTexts();
  return (
    <ul className="freshness">
      {freshness.map(({ fact, days, stale }) => (
        <li key={fact}>
          {t(`freshness.${fact}`)}{' '}
          {days === 0 ? t('capability.confirmedToday') : t('capability.confirmedDays', { count: days })}{' '}
          {stale && <Mark tone="warn" text={t('capability.stale')} />}
        </li>
      ))}
    </ul>
  );
}

export function SupplyTerms({ capability }: { capability: Terms }) {
  const t = useTexts();
  const commercial = useCommercialFacts(capability);
  const technical = useTechnicalFacts(capability);
  const stated = commercial.some(({ value }) => value);
  return (
    <>
      <Section title={t('capability.facts')}>
        {stated ? <Facts facts={commercial} /> : <p className="quiet">{t('capability.nothingStated')}</p>}
        {capability.freshness.length > 0 && <Freshness freshness={capability.freshness} />}
      </Section>
      {technical.some(({ value }) => value) && (
        <Section title={t('capability.technical')}>
          <Facts facts={technical} />
        </Section>
      )}
    </>
  );
}

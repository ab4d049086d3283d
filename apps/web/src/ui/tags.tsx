import type { EnumOf } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';

/** The state of a fact, as a word with a colour. */
export function FactStateTag({ state }: { state: EnumOf<'FactState'> }) {
  const t = useTexts();
  return <span className={`tag tag-${state.toLowerCase()}`}>{t(`factState.${state}`)}</span>;
}

/** A plain mark. */
export function Mark({
  text,
  tone = 'plain',
}: {
  text: string;
  tone?: 'plain' | 'strong' | 'good' | 'warn';
}) {
  return <span className={`tag tag-${tone}`}>{text}</span>;
}

/** The highest recognition of an organization. */
export function TierTag({ tiers }: { tiers: readonly { level: EnumOf<'TierLevel'> }[] }) {
  const t = useTexts();
  const highest = tiers.at(-1);
  return highest ? <Mark tone="strong" text={t(`tier.${highest.level}`)} /> : null;
}

/** Shows that a profile is unclaimed or unverified. */
export function ClaimStateTag({ state }: { state: EnumOf<'ClaimState'> }) {
  const t = useTexts();
  if (state === 'UNVERIFIED') return <Mark tone="warn" text={t('organization.unverified')} />;
  return state === 'UNCLAIMED' ? <Mark text={t('organization.unclaimed')} /> : null;
}

import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { day, dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Section } from '../../../ui/page.js';
import { FactStateTag } from '../../../ui/tags.js';
import { type CertificateData, CertificateRow, RecognitionRow, TIER } from '../../published/fact-lists.js';
import { CertificateForm, EditCertificate, EditRecognition, RecognitionForm } from './fact-forms.js';
import { WITHDRAW_CERTIFICATE, WITHDRAW_TIER } from './fact.operations.js';

/** A recognition as its holder sees it. */
export const OWN_TIER = graphql(
  `
    fragment OwnTier on TierRecognition {
      ...Tier
      evidence
    }
  `,
  [TIER],
);

/** What a fact said before it was changed or withdrawn. */
export const FACT_CHANGE = graphql(`
  fragment FactChange on FactChange {
    change
    changedAt
    reason
    state
    number
    issuer
    scope
    site
    level
    year
    batch
    validUntil
    kind {
      id
      name
    }
  }
`);

export type OwnTier = ResultOf<typeof OWN_TIER>;
type FactChangeData = ResultOf<typeof FACT_CHANGE>;

interface OwnFactProps {
  /** The current value of the fact. */
  readonly shown: ReactNode;
  readonly onWithdraw: (reason: string) => Promise<void>;
  readonly form: (close: () => void) => ReactNode;
}

/** One fact, which its holder may state otherwise or withdraw. */
function OwnFact({ shown, onWithdraw, form }: OwnFactProps) {
  const t = useTexts();
  const [editing, setEditing] = useState(false);
  return (
    <li>
      {shown}
      {editing ? (
        form(() => setEditing(false))
      ) : (
        <p className="button-row">
          <Button size="small" onClick={() => setEditing(true)}>
            {t('action.edit')}
          </Button>
          <ReasonButton
            label={t('facts.withdraw')}
            question={t('facts.withdrawReason')}
            onReason={onWithdraw}
          />
        </p>
      )}
    </li>
  );
}

interface OwnFactsProps {
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** The organization's own certificates, to be added, changed and withdrawn. */
export function OwnCertificates({
  certificates,
  ...own
}: OwnFactsProps & { certificates: readonly CertificateData[] }) {
  const t = useTexts();
  const withdraw = useAction(WITHDRAW_CERTIFICATE);
  const take = async (certificateId: string, reason: string) => {
    const input = { actingOrganizationId: own.organizationId, certificateId, reason };
    if (await withdraw.run({ input })) own.refresh();
  };
  return (
    <Section title={t('facts.certificates')}>
      {certificates.length === 0 && <p className="quiet">{t('capability.noCertificates')}</p>}
      <ProblemNotice problem={withdraw.problem} />
      <ul className="rows">
        {certificates.map((certificate) => (
          <OwnFact
            key={certificate.id}
            shown={<CertificateRow certificate={certificate} />}
            onWithdraw={(reason) => take(certificate.id, reason)}
            form={(onClose) => <EditCertificate {...own} certificate={certificate} onClose={onClose} />}
          />
        ))}
      </ul>
      <CertificateForm {...own} />
    </Section>
  );
}

/** The organization's own recognitions, to be added, changed and withdrawn. */
export function OwnRecognitions({ tiers, ...own }: OwnFactsProps & { tiers: readonly OwnTier[] }) {
  const t = useTexts();
  const withdraw = useAction(WITHDRAW_TIER);
  const take = async (tierRecognitionId: string, reason: string) => {
    const input = { actingOrganizationId: own.organizationId, tierRecognitionId, reason };
    if (await withdraw.run({ input })) own.refresh();
  };
  return (
    <Section title={t('organization.recognitions')}>
      {tiers.length === 0 && <p className="quiet">{t('organization.noRecognitions')}</p>}
      <ProblemNotice problem={withdraw.problem} />
      <ul className="rows">
        {tiers.map((tier) => (
          <OwnFact
            key={tier.id}
            shown={<RecognitionRow tier={tier} />}
            onWithdraw={(reason) => take(tier.id, reason)}
            form={(onClose) => <EditRecognition {...own} tier={tier} onClose={onClose} />}
          />
        ))}
      </ul>
      <RecognitionForm {...own} />
    </Section>
  );
}

/** What certificates and recognitions said before they were changed or withdrawn; members and staff see it. */
export function FactHistory({ changes }: { changes: readonly FactChangeData[] }) {
  const { t, locale } = useReading();
  if (changes.length === 0) return null;
  return (
    <details className="fold section">
      <summary>{t('facts.history', { count: changes.length })}</summary>
      <ul className="rows">
        {changes.map((entry, i) => {
          const name = entry.level ? t(`tier.${entry.level}`) : entry.kind?.name;
          const until = entry.validUntil && t('field.validUntil', { date: day(entry.validUntil, locale) });
          const { number, year, batch, issuer, scope, site, reason } = entry;
          return (
            <li key={`${entry.changedAt}-${i}`}>
              <strong>{name ?? number}</strong> <FactStateTag state={entry.state} />
              <span className="quiet row-details">
                {[number, year, batch, issuer, scope, site, until].filter(Boolean).join(' · ')}
              </span>
              <span className="row-details">
                {t(`factChange.${entry.change}`, { date: dayOf(entry.changedAt, locale) })}
                {reason && t('facts.because', { reason })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

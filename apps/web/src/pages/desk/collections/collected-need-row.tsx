import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { day, score } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { saveFile } from '../../../ui/save-file.js';
import { ClaimStateTag, Mark } from '../../../ui/tags.js';
import {
  type CollectedNeed,
  INVITE_FOR_COLLECTED_NEED,
  REVIEW_COLLECTED_NEED,
} from './collection.operations.js';

const TONES = { DRAFT: 'plain', SUBMITTED: 'strong', RETURNED: 'warn', ACCEPTED: 'good' } as const;

interface RowProps {
  readonly need: CollectedNeed;
  readonly organizationId: string;
  readonly refresh: () => void;
  /** Null for the bureau; delegates can edit their own needs. */
  readonly onEdit: (() => void) | null;
}

/** The page for the company's seal, to be opened and printed. */
function printPage({ printHtml, companyName }: CollectedNeed): void {
  const bytes = new TextEncoder().encode(printHtml);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  saveFile({ base64, fileName: `${companyName}.html`, mediaType: 'text/html;charset=utf-8' });
}

function Review({ need, organizationId, refresh }: Omit<RowProps, 'onEdit'>) {
  const t = useTexts();
  const review = useAction(REVIEW_COLLECTED_NEED);
  const decide = async (accept: boolean, reason: string | null) => {
    const input = { actingOrganizationId: organizationId, collectedNeedId: need.id, accept, reason };
    if (await review.run({ input })) refresh();
  };
  return (
    <>
      <ProblemNotice problem={review.problem} />
      <Button type="primary" loading={review.busy} onClick={() => void decide(true, null)}>
        {t('collection.accept')}
      </Button>
      <ReasonButton
        label={t('collection.return')}
        question={t('collection.returnReason')}
        onReason={(reason) => decide(false, reason)}
      />
    </>
  );
}

/** Asked for one need at a time: it is computed when asked. */
const SUGGESTIONS = graphql(`
  query SuppliersForCollectedNeed($collectionId: ID!, $after: String) {
    needCollection(id: $collectionId) {
      id
      needs(first: 1, after: $after) {
        edges {
          node {
            id
            suggestions {
              matches {
                organization {
                  id
                  name
                  claimState
                }
                card {
                  score
                }
              }
            }
          }
        }
      }
    }
  }
`);

interface SuggestionsProps extends Omit<RowProps, 'onEdit'> {
  readonly collectionId: string;
  readonly after: string | null;
}

/** Up to three suppliers that fit, each to be invited to the event. */
function Suggestions({ need, organizationId, refresh, collectionId, after }: SuggestionsProps) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: SUGGESTIONS, variables: { collectionId, after } });
  const invite = useAction(INVITE_FOR_COLLECTED_NEED);
  const send = async (supplierId: string) => {
    const target = { actingOrganizationId: organizationId, collectedNeedId: need.id };
    if (await invite.run({ input: { ...target, organizationIds: [supplierId] } })) refresh();
  };
  const found = data?.needCollection?.needs.edges[0]?.node;
  const invited = new Set(need.invited.map(({ id }) => id));
  return (
    <Answer data={found?.id === need.id ? found.suggestions : null} error={error} onRetry={() => ask()}>
      {({ matches }) => (
        <>
          <ProblemNotice problem={invite.problem} />
          {matches.length === 0 && <p className="quiet">{t('collection.noSuppliers')}</p>}
          <ul className="rows">
            {matches.map(({ organization: { id, name, claimState }, card }) => (
              <li key={id} className="row-actions">
                <span>
                  {name} <ClaimStateTag state={claimState} /> · {t('card.score')} {score(card.score)}
                </span>
                {invited.has(id) ? (
                  <Mark tone="good" text={t('collection.invited')} />
                ) : (
                  <Button size="small" disabled={invite.busy} onClick={() => void send(id)}>
                    {t('collection.invite')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}

function NeedWords({ need }: { need: CollectedNeed }) {
  const { t, locale } = useReading();
  const { companyName, creditCode, quantity, description, returnReason } = need;
  const consent = t('collection.consented', {
    by: need.consentGivenBy,
    on: day(need.consentGivenOn, locale),
    form: t(`consentForm.${need.consentForm}`),
  });
  return (
    <>
      <p className="card-details">
        {[companyName, creditCode, t(`needKind.${need.kind}`), quantity].filter(Boolean).join(' · ')}
      </p>
      {description && <p className="prose">{description}</p>}
      <p className="quiet">{consent}</p>
      {returnReason && <p className="remark">{t('place.reason', { reason: returnReason })}</p>}
    </>
  );
}

interface NeedRowProps extends RowProps {
  readonly collectionId: string;
  /** Cursor of the need before it. */
  readonly after: string | null;
}

/** A collected need: its state and the actions for the reader's side. */
export function CollectedNeedRow({ onEdit, ...props }: NeedRowProps) {
  const t = useTexts();
  const { need } = props;
  const [suggesting, setSuggesting] = useState(false);
  const editable = need.state === 'DRAFT' || need.state === 'RETURNED';
  return (
    <li className="card">
      <p className="card-above">
        <Mark tone={TONES[need.state]} text={t(`collectedNeedState.${need.state}`)} />
        {!need.public && <Mark text={t('collection.notPublic')} />}
      </p>
      <p className="card-title">{need.title}</p>
      <NeedWords need={need} />
      <p className="button-row">
        {onEdit && editable && <Button onClick={onEdit}>{t('action.edit')}</Button>}
        {!onEdit && need.state === 'SUBMITTED' && <Review {...props} />}
        {!onEdit && <Button onClick={() => setSuggesting(!suggesting)}>{t('collection.suppliers')}</Button>}
        <Button onClick={() => printPage(need)}>{t('collection.print')}</Button>
        {need.need && <Link to={`/desk/needs/${need.need.id}`}>{t('collection.becameNeed')}</Link>}
      </p>
      {suggesting && <Suggestions {...props} />}
    </li>
  );
}

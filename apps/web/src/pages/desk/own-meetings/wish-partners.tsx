import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { ClaimStateTag } from '../../../ui/tags.js';

type Level = EnumOf<'MeetingWishLevel'>;

const LEVELS: readonly Level[] = ['MUST', 'WANT', 'NO'];

interface Other {
  readonly id: string;
  readonly name: string;
  readonly claimState: EnumOf<'ClaimState'>;
}

interface WishRowProps {
  readonly other: Other;
  readonly level: Level | null;
  readonly note?: string;
  readonly onLevel: (level: Level | null) => void;
}

/** Somebody of the other side, and how much one wishes to meet them. */
export function WishRow({ other, level, note, onLevel }: WishRowProps) {
  const t = useTexts();
  return (
    <li className="row-actions">
      <span>
        <Link to={`/organizations/${other.id}`}>{other.name}</Link> <ClaimStateTag state={other.claimState} />
        {note && <span className="row-details quiet">{note}</span>}
      </span>
      <span className="button-row" role="group" aria-label={t('wish.of', { name: other.name })}>
        {LEVELS.map((entry) => (
          <button
            key={entry}
            type="button"
            className="tab-button"
            aria-pressed={entry === level}
            onClick={() => onLevel(entry === level ? null : entry)}
          >
            {t(`wishLevel.${entry}`)}
          </button>
        ))}
      </span>
    </li>
  );
}

const PARTNERS = graphql(`
  query WishPartners($eventId: ID!, $organizationId: ID!, $name: String, $first: Int!) {
    meetingPartners(eventId: $eventId, actingOrganizationId: $organizationId, first: $first, name: $name) {
      totalCount
      edges {
        node {
          id
          organization {
            id
            name
            claimState
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** How many participants one sees at first and more with each step, and at most: the API gives no longer pages. */
const STEP = 20;
const MAX_SHOWN = 100;

interface PartnersProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly wished: ReadonlyMap<string, EnumOf<'MeetingWishLevel'>>;
  readonly onWish: (id: string, level: EnumOf<'MeetingWishLevel'> | null) => void;
}

/** All confirmed participants of the other side, whether matching suggests them or not, found by name. */
export function WishPartners({ eventId, organizationId, wished, onWish }: PartnersProps) {
  const t = useTexts();
  const [name, setName] = useState('');
  const [first, setFirst] = useState(STEP);
  const [{ data, error }, ask] = useQuery({
    query: PARTNERS,
    variables: { eventId, organizationId, name: name || null, first },
  });
  const page = data?.meetingPartners;
  const search = (text: string) => {
    setName(text.trim());
    setFirst(STEP);
  };
  return (
    <Section title={t('wish.everybody', { count: page?.totalCount ?? 0 })}>
      <Input.Search
        allowClear
        maxLength={100}
        aria-label={t('wish.search')}
        placeholder={t('wish.search')}
        onSearch={search}
      />
      <Answer data={page} error={error} onRetry={() => ask()}>
        {({ edges, pageInfo }) => (
          <>
            {edges.length === 0 && <p className="quiet">{t('wish.nobody')}</p>}
            <ul className="rows">
              {edges.map(({ node: { organization } }) =>
                organization ? (
                  <WishRow
                    key={organization.id}
                    other={organization}
                    level={wished.get(organization.id) ?? null}
                    onLevel={(level) => onWish(organization.id, level)}
                  />
                ) : null,
              )}
            </ul>
            {pageInfo.hasNextPage && first < MAX_SHOWN && (
              <Button onClick={() => setFirst(first + STEP)}>{t('wish.more')}</Button>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}

import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/page.js';

const MISSING_FACTS = graphql(`
  query MissingFacts($organizationId: ID!) {
    organization(id: $organizationId) {
      id
      matchingNeeds(first: 20) {
        matches {
          capability {
            id
            title
          }
          card {
            factsKnown
            factsAsked
            criteria {
              key
              name
              state
            }
          }
        }
      }
    }
  }
`);

type Key = EnumOf<'CriterionKey'>;
type FittingNeed = NonNullable<
  NonNullable<ResultOf<typeof MISSING_FACTS>['organization']>['matchingNeeds']
>['matches'][number];

/** What only the supplier can say, and where it says it: with a capability or with the organization. */
const STATED_WITH: Readonly<Partial<Record<Key, 'capability' | 'organization'>>> = {
  CAPACITY: 'capability',
  LEAD_TIME: 'capability',
  PRICE: 'capability',
  TECHNICAL_ENVELOPE: 'capability',
  CERTIFICATES: 'organization',
  TIER: 'organization',
};

/** A fact that needs ask for and the supplier has not stated. */
interface MissingFact {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Title of the capability that lacks it; undefined for facts of the organization. */
  readonly title: string | undefined;
  readonly needs: number;
}

function missingIn({ capability, card }: FittingNeed): Omit<MissingFact, 'needs'>[] {
  return card.criteria.flatMap(({ key, name, state }) => {
    const where = STATED_WITH[key];
    if (state !== 'UNKNOWN' || !where) return [];
    const own = where === 'capability';
    return [
      {
        id: own ? `${key}-${capability.id}` : key,
        name,
        place: own ? `/desk/capabilities/${capability.id}` : '/desk/organization',
        title: own ? capability.title : undefined,
      },
    ];
  });
}

/** The facts that most needs ask for first. */
function missingFacts(matches: readonly FittingNeed[]): MissingFact[] {
  const facts = new Map<string, MissingFact>();
  for (const fact of matches.flatMap(missingIn))
    facts.set(fact.id, { ...fact, needs: (facts.get(fact.id)?.needs ?? 0) + 1 });
  return [...facts.values()].sort((one, other) => other.needs - one.needs);
}

/** How many of the facts that needs ask for are known. */
function Known({ matches }: { matches: readonly FittingNeed[] }) {
  const t = useTexts();
  const sum = (of: (match: FittingNeed) => number) => matches.reduce((total, match) => total + of(match), 0);
  const known = sum(({ card }) => card.factsKnown);
  const asked = sum(({ card }) => card.factsAsked);
  if (asked === 0) return null;
  const percent = Math.round((known / asked) * 100);
  return (
    <>
      <p>{t('missing.known', { percent, needs: matches.length })}</p>
      <svg className="score-bar bar-met" role="img" aria-label={`${percent}%`}>
        <rect className="bar-ground" width="100%" height="100%" />
        <rect className="bar-fill" width={`${percent}%`} height="100%" />
      </svg>
    </>
  );
}

/** Profile completeness: the facts that fitting needs ask for and the organization has not stated. */
export function MissingFacts({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [{ data }] = useQuery({
    query: MISSING_FACTS,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  const matches = data?.organization?.matchingNeeds?.matches ?? [];
  const facts = missingFacts(matches);
  if (facts.length === 0) return null;
  return (
    <Section title={t('missing.facts')}>
      <Known matches={matches} />
      <ul className="rows missing-facts">
        {facts.map(({ id, name, place, title, needs }) => (
          <li key={id} className="row-actions">
            <span>
              <strong>{name}</strong>
              {title && <span lang={languageOf(title)}> · {title}</span>}
              <span className="quiet"> · {t('missing.asked', { needs })}</span>
            </span>
            <Link to={place}>{t('missing.add')}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

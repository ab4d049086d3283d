import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { dayOf } from '../../texts/format.js';
import { languageOf, useReading } from '../../texts/locale.js';
import { ClaimStateTag } from '../../ui/tags.js';

/** A need among others. */
export const NEED_CARD = graphql(`
  fragment NeedCard on ProcurementNeed {
    id
    title
    kind
    alias
    replyDeadline
    smeReserved
    organization {
      id
      name
      claimState
    }
    deliveryRegion {
      code
      name
    }
  }
`);

type Need = ResultOf<typeof NEED_CARD>;

/** A need in a list: its title and main facts. */
export function NeedFacts({ need }: { need: Need }) {
  const { t, locale } = useReading();
  const details = [
    t(`needKind.${need.kind}`),
    need.organization?.name ?? need.alias ?? t('search.anonymousBuyer'),
    need.deliveryRegion && t('search.deliverTo', { place: need.deliveryRegion.name }),
    need.replyDeadline && t('search.replyBy', { date: dayOf(need.replyDeadline, locale) }),
  ];
  return (
    <>
      <Link className="card-title" to={`/needs/${need.id}`} lang={languageOf(need.title)}>
        {need.title}
      </Link>
      {need.organization && <ClaimStateTag state={need.organization.claimState} />}
      <p className="card-details">{details.filter(Boolean).join(' · ')}</p>
    </>
  );
}

export function NeedCard({ need }: { need: Need }) {
  return (
    <li className="card">
      <NeedFacts need={need} />
    </li>
  );
}

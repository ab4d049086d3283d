import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dayOf, placeName, span } from '../../texts/format.js';
import { languageOf, useReading } from '../../texts/locale.js';
import { ClaimStateTag, FactStateTag, Mark, TierTag } from '../../ui/tags.js';
import { whereOf } from '../events/event-card.js';
import type { HitItem, SearchHit } from './search.query.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A text with the words found marked: escaped HTML with <em> from the API, taken apart and never put in as markup. */
function Highlighted({ html }: { html: string }) {
  const pieces = html.split(/<em>(.*?)<\/em>/g);
  return (
    <span lang={languageOf(html)}>
      {pieces.map((piece, i) => (i % 2 === 1 ? <mark key={i}>{plain(piece)}</mark> : plain(piece)))}
    </span>
  );
}

interface HitFrameProps {
  readonly hit: SearchHit;
  readonly to: string;
  readonly title: string;
  readonly details: readonly (string | null | undefined | false)[];
  readonly children?: ReactNode;
}

function HitFrame({ hit: { titleHighlight, textHighlight }, to, title, details, children }: HitFrameProps) {
  return (
    <li className="card hit">
      <Link className="card-title" to={to}>
        <Highlighted html={titleHighlight ?? title.replaceAll('&', '&amp;')} />
      </Link>
      {textHighlight && textHighlight !== titleHighlight && (
        <p className="hit-text">
          <Highlighted html={textHighlight} />
        </p>
      )}
      <p className="card-details">
        {details.filter(Boolean).join(' · ')} {children}
      </p>
    </li>
  );
}

type ItemOf<Name extends HitItem['__typename']> = Extract<HitItem, { __typename: Name }>;

function CapabilityHit({ hit, item }: { hit: SearchHit; item: ItemOf<'Capability'> }) {
  const { t } = useReading();
  const { organization } = item;
  const details = [
    t(`capabilityKind.${item.capabilityKind}`),
    organization.name,
    placeName(organization.region),
  ];
  return (
    <HitFrame hit={hit} to={`/capabilities/${item.id}`} title={item.title} details={details}>
      <TierTag tiers={organization.tiers} />
      <FactStateTag state={item.factState} />
    </HitFrame>
  );
}

function OrganizationHit({ hit, item }: { hit: SearchHit; item: ItemOf<'Organization'> }) {
  const details = [placeName(item.region), item.industry?.name];
  return (
    <HitFrame hit={hit} to={`/organizations/${item.id}`} title={item.name} details={details}>
      <TierTag tiers={item.tiers} />
      <ClaimStateTag state={item.claimState} />
    </HitFrame>
  );
}

function NeedHit({ hit, item }: { hit: SearchHit; item: ItemOf<'ProcurementNeed'> }) {
  const { t, locale } = useReading();
  const details = [
    t(`needKind.${item.needKind}`),
    item.buyer?.name ?? item.alias ?? t('search.anonymousBuyer'),
    item.deliveryRegion && t('search.deliverTo', { place: item.deliveryRegion.name }),
    item.replyDeadline && t('search.replyBy', { date: dayOf(item.replyDeadline, locale) }),
  ];
  return <HitFrame hit={hit} to={`/needs/${item.id}`} title={item.title} details={details} />;
}

function EventHit({ hit, item }: { hit: SearchHit; item: ItemOf<'MatchmakingEvent'> }) {
  const { t, locale } = useReading();
  const details = [span(item.schedule.starts, item.schedule.ends, locale), whereOf(item, t)];
  return (
    <HitFrame hit={hit} to={`/events/${item.id}`} title={item.title} details={details}>
      <Mark tone="strong" text={t(`eventKind.${item.eventKind}`)} />
    </HitFrame>
  );
}

/** Something found, as the kind of thing it is. */
export function HitCard({ hit }: { hit: SearchHit }) {
  const { item } = hit;
  switch (item.__typename) {
    case 'Capability':
      return <CapabilityHit hit={hit} item={item} />;
    case 'Organization':
      return <OrganizationHit hit={hit} item={item} />;
    case 'ProcurementNeed':
      return <NeedHit hit={hit} item={item} />;
    case 'MatchmakingEvent':
      return <EventHit hit={hit} item={item} />;
  }
}

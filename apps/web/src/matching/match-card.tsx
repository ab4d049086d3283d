import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { placeName, score } from '../texts/format.js';
import { languageOf, useTexts } from '../texts/locale.js';
import { Mark, TierTag, ClaimStateTag } from '../ui/tags.js';
import type { Criterion, Match, MatchCardData } from './match-list.query.js';
import { CriterionBar, ScoreBar, StateMark } from './score-bar.js';

function WordsThatMet({ parts }: Pick<Criterion, 'parts'>) {
  const t = useTexts();
  const met = parts.filter((part) => part.met);
  if (met.length === 0) return null;
  return (
    <span className="criterion-words">
      {t('card.met')}
      {met.map(({ asked, met: words }) => (
        <span key={`${asked}-${words}`} className="pair">
          {asked === words ? words : `${asked} → ${words}`}
        </span>
      ))}
    </span>
  );
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  return (
    <li className="criterion">
      <span className="criterion-name">{criterion.name}</span>
      <StateMark state={criterion.state} />
      <CriterionBar criterion={criterion} />
      <span className="criterion-reason">
        {criterion.reason}
        <WordsThatMet parts={criterion.parts} />
      </span>
    </li>
  );
}

function ScoreBlock({ card }: { card: MatchCardData }) {
  const t = useTexts();
  const open = card.reachable - card.score >= 0.5;
  return (
    <div className="score">
      <p className="score-line">
        <span className="score-label">{t('card.score')}</span>
        <strong className="score-number">{score(card.score)}</strong>
        <span className="score-out-of">{t('card.outOf')}</span>
      </p>
      <ScoreBar card={card} />
      <p className="score-reach">
        {open ? t('card.reachable', { reachable: score(card.reachable) }) : t('card.complete')}
        {' · '}
        {t('card.facts', { known: card.factsKnown, asked: card.factsAsked })}
      </p>
    </div>
  );
}

function Supplier({ match: { organization, capability } }: { match: Match }) {
  const t = useTexts();
  return (
    <div className="supplier">
      <h3 className="supplier-name" lang={languageOf(organization.name)}>
        <Link to={`/organizations/${organization.id}`}>{organization.name}</Link>
      </h3>
      <p className="supplier-capability">
        <span className="quiet">{t(`capabilityKind.${capability.kind}`)}</span>{' '}
        <Link to={`/capabilities/${capability.id}`} lang={languageOf(capability.title)}>
          {capability.title}
        </Link>
      </p>
      <p className="supplier-facts">
        <span>{placeName(organization.region)}</span>
        <TierTag tiers={organization.tiers} />
        {capability.factState === 'INFERRED' && <Mark text={t('card.inferred')} />}
        <ClaimStateTag state={organization.claimState} />
      </p>
    </div>
  );
}

interface CardBodyProps {
  readonly card: MatchCardData;
  readonly open: boolean;
  /** The supplier or need that the card shows. */
  readonly head: ReactNode;
}

/** How well a need and a capability fit, point by point. */
export function CardBody({ card, open, head }: CardBodyProps) {
  const t = useTexts();
  return (
    <>
      <div className="match-head">
        {head}
        <ScoreBlock card={card} />
      </div>
      {card.decidingFact && (
        <p className="deciding">
          {t('card.deciding')}
          <strong>{card.decidingFact}</strong>
        </p>
      )}
      <details className="criteria" open={open}>
        <summary>{t('card.criteria')}</summary>
        <ul>
          {card.criteria.map((criterion) => (
            <CriterionRow key={criterion.key} criterion={criterion} />
          ))}
        </ul>
      </details>
    </>
  );
}

interface MatchCardProps {
  readonly match: Match;
  readonly rank: number;
  readonly open: boolean;
  /** What can be done with this supplier. */
  readonly children?: ReactNode;
}

/** A supplier that fits and why: the same card for both sides. */
export function MatchCard({ match, rank, open, children }: MatchCardProps) {
  return (
    <li className="match-card">
      <CardBody
        card={match.card}
        open={open}
        head={
          <>
            <span className="rank" aria-hidden="true">
              {rank}
            </span>
            <Supplier match={match} />
          </>
        }
      />
      {children && <div className="match-actions">{children}</div>}
    </li>
  );
}

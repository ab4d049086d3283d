import { Drawer } from 'antd';
import { placeName, score } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';
import { TierTag } from '../ui/tags.js';
import type { Match } from './match-list.query.js';
import { CriterionBar, ScoreBar, StateMark } from './score-bar.js';

function Heads({ matches }: { matches: readonly Match[] }) {
  const t = useTexts();
  return (
    <tr>
      <th scope="col">{t('match.criterion')}</th>
      {matches.map(({ organization, capability, card }) => (
        <th key={capability.id} scope="col">
          <span className="compare-name">{organization.name}</span>
          <span className="compare-place">
            {placeName(organization.region)} <TierTag tiers={organization.tiers} />
          </span>
          <span className="compare-score">{score(card.score)}</span>
          <ScoreBar card={card} />
        </th>
      ))}
    </tr>
  );
}

/** Suppliers side by side, criterion by criterion. */
export function Comparison({ matches, onClose }: { matches: readonly Match[]; onClose: () => void }) {
  const t = useTexts();
  const criteria = matches[0]?.card.criteria ?? [];
  return (
    <Drawer open size="100%" placement="right" title={t('match.compareTitle')} onClose={onClose}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('match.compareTitle')}>
        <table className="compare">
          <thead>
            <Heads matches={matches} />
          </thead>
          <tbody>
            {criteria.map(({ key, name }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {matches.map(({ capability, card }) => {
                  const criterion = card.criteria.find((other) => other.key === key);
                  return (
                    <td key={capability.id}>
                      {criterion && (
                        <>
                          <StateMark state={criterion.state} />
                          <CriterionBar criterion={criterion} />
                          <span className="criterion-reason">{criterion.reason}</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Drawer>
  );
}

import { Link } from 'react-router';
import type { EnumOf } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
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

import { Button } from 'antd';
import { timeOf } from '../texts/format.js';
import { useReading } from '../texts/locale.js';
import { Section } from '../ui/page.js';
import { Mark } from '../ui/tags.js';
import type { DoorDesk } from './use-door.js';

const LATEST = 10;

function Outcome({ entry }: { entry: DoorDesk['entries'][number] }) {
  const { t, locale } = useReading();
  const { outcome, firstAt, firstDevice } = entry;
  if (!outcome) return <Mark text={t('checkIn.toBeSent')} />;
  const first = outcome === 'DUPLICATE' && firstAt;
  return (
    <>
      <Mark tone={outcome === 'RECORDED' ? 'good' : 'warn'} text={t(`checkInOutcome.${outcome}`)} />
      {first && (
        <span className="quiet">
          {firstDevice} {timeOf(firstAt, locale)}
        </span>
      )}
    </>
  );
}

function WalkInState({ walkIn, desk }: { walkIn: DoorDesk['walkIns'][number]; desk: DoorDesk }) {
  const { t } = useReading();
  if (walkIn.sent) return <Mark tone="good" text={t('checkInOutcome.RECORDED')} />;
  if (!walkIn.refusal) return <Mark text={t('checkIn.toBeSent')} />;
  const { id, companyName, name, jobTitle, role } = walkIn;
  return (
    <>
      <span className="fault">{walkIn.refusal}</span>
      <Button
        size="small"
        onClick={() => void desk.noteWalkIn({ id, companyName, name, jobTitle, role, evenIfFull: true })}
      >
        {t('checkIn.evenIfFull')}
      </Button>
    </>
  );
}

/** What this device noted last, and what the server said to it. */
export function DoorLog({ desk }: { desk: DoorDesk }) {
  const { t, locale } = useReading();
  const { entries, walkIns } = desk;
  if (entries.length + walkIns.length === 0) return null;
  return (
    <Section title={t('checkIn.log')}>
      <ul className="rows">
        {walkIns.slice(0, LATEST).map((walkIn) => (
          <li key={walkIn.id} className="row-actions">
            <span>
              {timeOf(walkIn.at, locale)} {walkIn.name} · {walkIn.companyName}
            </span>
            <WalkInState walkIn={walkIn} desk={desk} />
          </li>
        ))}
        {entries.slice(0, LATEST).map((entry) => (
          <li key={entry.entryId} className="row-actions">
            <span>
              {timeOf(entry.at, locale)} {entry.name}
            </span>
            <Outcome entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DoorDesk } from '../../../check-in/use-door.js';
import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import { Mark } from '../../../ui/tags.js';

const MOST_SHOWN = 30;

interface AttendeeListProps {
  readonly desk: DoorDesk;
  readonly onPerson: (representativeId: string) => Promise<void>;
}

/** Who is expected, to be found by name or company. */
export function AttendeeList({ desk, onPerson }: AttendeeListProps) {
  const t = useTexts();
  const [words, setWords] = useState('');
  const noted = new Set(desk.entries.map(({ representativeId }) => representativeId));
  const wanted = words.trim().toLowerCase();
  const found = desk.door.attendees.filter(({ name, company }) =>
    `${name} ${company}`.toLowerCase().includes(wanted),
  );
  return (
    <Section title={t('checkIn.way.name')}>
      <Input
        size="large"
        value={words}
        aria-label={t('checkIn.find')}
        placeholder={t('checkIn.find')}
        onChange={({ target }) => setWords(target.value)}
      />
      <ul className="rows door-rows">
        {found.slice(0, MOST_SHOWN).map(({ id, name, company, role, checkedInAt }) => (
          <li key={id} className="row-actions">
            <span>
              <strong>{name}</strong> {company} <Mark text={t(`oneRole.${role}`)} />
            </span>
            {checkedInAt || noted.has(id) ? (
              <Mark tone="good" text={t('registrations.present')} />
            ) : (
              <Button onClick={() => void onPerson(id)}>{t('checkIn.checkIn')}</Button>
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{t('checkIn.nobody')}</p>}
      {found.length > MOST_SHOWN && <p className="quiet">{t('checkIn.moreFound')}</p>}
    </Section>
  );
}

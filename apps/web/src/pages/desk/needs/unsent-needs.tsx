import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { keptDrafts } from '../../../forms/kept-drafts.js';
import { useViewer } from '../../../session/viewer.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/page.js';

const NEW_NEED = 'new-need';

/** The name of the draft of a new need, which begins with some words or with none. */
export const newNeedDraft = (words: string): string => (words ? `${NEW_NEED}:${words}` : NEW_NEED);

/** The page where the draft of a need is written on. */
function pageOf(name: string): string {
  const words = name.slice(NEW_NEED.length + 1);
  return words ? `/desk/needs/new?words=${encodeURIComponent(words)}` : '/desk/needs/new';
}

/** Needs that were typed in this browser and never sent, also before signing in, with the way on. */
export function UnsentNeeds() {
  const t = useTexts();
  const { person, acting } = useViewer();
  const personId = person?.id ?? null;
  const [, setRound] = useState(0);
  const drafts = keptDrafts.list(personId).filter(({ name }) => new RegExp(`^${NEW_NEED}(:|$)`).test(name));
  if (drafts.length === 0) return null;
  const discard = (name: string) => {
    keptDrafts.forget(personId, name);
    setRound((round) => round + 1);
  };
  return (
    <Section title={t('draft.needs')}>
      {!acting && <p className="quiet">{t('draft.joinFirst')}</p>}
      <ul className="rows">
        {drafts.map(({ name, values }) => {
          const title = String(values['title'] ?? '') || t('draft.untitled');
          return (
            <li key={name} className="row-actions">
              <span lang={languageOf(title)}>{title}</span>
              <Link to={pageOf(name)}>
                <Button type={acting ? 'primary' : 'default'} size="small">
                  {t('draft.goOn')}
                </Button>
              </Link>
              <Button size="small" onClick={() => discard(name)}>
                {t('draft.discard')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

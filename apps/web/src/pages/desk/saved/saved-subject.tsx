import { Link } from 'react-router';
import { useTexts } from '../../../texts/locale.js';
import { savedAddressOf } from '../../search/saved-address.js';
import type { SavedSearchEntry } from './saved-search.query.js';

/** A question in words, leading to its results. */
function Question({ entry }: { entry: SavedSearchEntry }) {
  const t = useTexts();
  const { address, filters } = savedAddressOf(entry);
  const parts = [
    t(`search.index.${entry.listingIndex}`),
    entry.text ?? t('saved.everything'),
    filters > 0 && t('saved.filters', { count: filters }),
  ];
  return <Link to={address}>{parts.filter(Boolean).join(' · ')}</Link>;
}

/** What a saved search waits for, leading to where that stands. */
export function SavedSubject({ entry }: { entry: SavedSearchEntry }) {
  const t = useTexts();
  const { subject, procurementNeed, capability } = entry;
  if (subject === 'QUERY') return <Question entry={entry} />;
  return (
    <>
      {t(`saved.subject.${subject}`)}{' '}
      {procurementNeed && <Link to={`/desk/needs/${procurementNeed.id}`}>{procurementNeed.title}</Link>}
      {capability && <Link to={`/capabilities/${capability.id}`}>{capability.title}</Link>}
      {subject === 'ORGANIZATION' && <Link to="/desk/fitting">{t('desk.fitting')}</Link>}
    </>
  );
}

import { Link } from 'react-router';
import { useQuery } from 'urql';
import { placeOf } from '../../../notifications/open-target.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { SAVED_ANSWERS } from './saved-search.query.js';

/** What a saved search would have told of, had all listings come just now. */
export function SavedAnswers({ id }: { id: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: SAVED_ANSWERS, variables: { id } });
  const matches = data?.node && 'matches' in data.node ? data.node.matches : undefined;
  return (
    <Answer data={matches} error={error} onRetry={() => ask()}>
      {(found) => (
        <ul className="rows saved-answers">
          {found.length === 0 && <li className="quiet">{t('saved.noAnswers')}</li>}
          {found.map((item) => {
            const words = item.__typename === 'Organization' ? item.name : item.title;
            return (
              <li key={item.id}>
                <Link to={placeOf(item.id)} lang={languageOf(words)}>
                  {words}
                </Link>
                {item.__typename === 'Capability' && (
                  <span className="quiet" lang={languageOf(item.organization.name)}>
                    {' '}
                    {item.organization.name}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Answer>
  );
}

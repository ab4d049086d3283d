import { useQuery } from 'urql';
import { Answer } from '../../../../ui/answer.js';
import { StaffFrame } from '../staff-frame.js';
import { AskedByDay } from './asked-by-day.js';
import { DeadLetters, IndexState } from './index-state.js';
import { EmbedderState } from './embedder-state.js';
import { SEARCH_HEALTH } from './search-health.query.js';
import { Synonyms, WeakQueries } from './weak-queries.js';

/** For how long back questions are looked at. */
const DAYS = 30;

function Health() {
  const [{ data, error }, ask] = useQuery({
    query: SEARCH_HEALTH,
    variables: { days: DAYS },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.searchHealth} error={error} onRetry={refresh}>
      {(health) => (
        <>
          <IndexState health={health} />
          <DeadLetters health={health} refresh={refresh} />
          <EmbedderState health={health} refresh={refresh} />
          <AskedByDay health={health} days={DAYS} />
          <WeakQueries health={health} refresh={refresh} />
          <Synonyms health={health} refresh={refresh} />
        </>
      )}
    </Answer>
  );
}

/** How search fares: what lies before the indexes, and what readers ask and do not find. */
export function SearchHealthPage() {
  return (
    <StaffFrame title="staff.search">
      <Health />
    </StaffFrame>
  );
}

export { SearchHealthPage as Component };

import type { Client } from '@urql/core';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { EnumOf, ResultOf } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
import { QUEUE_HOSTS } from './queue.query.js';

type Attending = ResultOf<typeof QUEUE_HOSTS>['eventRegistrations']['edges'][number]['node'];

async function all(
  client: Client,
  eventId: string,
  role: EnumOf<'ParticipantRole'> | null,
): Promise<Attending[]> {
  const found: Attending[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await client
      .query(QUEUE_HOSTS, { eventId, role, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return found;
    const { edges, pageInfo }: typeof data.eventRegistrations = data.eventRegistrations;
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return found;
}

/** Confirmed buyers and suppliers of an event, or those of one side, to choose among; walk-ins come last. */
export function useAttending(eventId: string, side: EnumOf<'ParticipantRole'> | null) {
  const t = useTexts();
  const client = useClient();
  const [found, setFound] = useState<readonly Attending[]>([]);
  useEffect(() => {
    let here = true;
    void all(client, eventId, side).then((attending) => here && setFound(attending));
    return () => {
      here = false;
    };
  }, [client, eventId, side]);
  return found
    .filter(({ role }) => role !== 'VISITOR')
    .map(({ id, role, organization, companyName }) => ({
      value: id,
      label: `${organization?.name ?? companyName ?? t('queue.walkIn')} · ${t(`oneRole.${role}`)}`,
    }));
}

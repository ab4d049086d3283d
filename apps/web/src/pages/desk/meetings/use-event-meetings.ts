import type { Client, CombinedError } from '@urql/core';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';

const EVENT_MEETINGS = graphql(`
  query DeskMeetings($eventId: ID!, $after: String) {
    eventMeetings(eventId: $eventId, first: 100, after: $after) {
      edges {
        node {
          id
          state
          locked
          slot {
            id
            startsAt
            endsAt
          }
          table {
            id
            label
          }
          buyer {
            id
            name
          }
          supplier {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type BoardMeeting = ResultOf<typeof EVENT_MEETINGS>['eventMeetings']['edges'][number]['node'];

async function all(client: Client, eventId: string): Promise<BoardMeeting[]> {
  const meetings: BoardMeeting[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, error } = await client
      .query(EVENT_MEETINGS, { eventId, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) throw error ?? new Error('no answer');
    const { edges, pageInfo }: typeof data.eventMeetings = data.eventMeetings;
    meetings.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return meetings;
}

/** All meetings of an event that are not called off, however many there are. */
export function useEventMeetings(eventId: string) {
  const client = useClient();
  const [meetings, setMeetings] = useState<readonly BoardMeeting[] | null>(null);
  const [error, setError] = useState<CombinedError | undefined>();
  const reload = useCallback(async () => {
    try {
      const found = await all(client, eventId);
      setMeetings(found.filter(({ state }) => state !== 'CANCELLED'));
      setError(undefined);
    } catch (failure) {
      setError(failure as CombinedError);
    }
  }, [client, eventId]);
  useEffect(() => void reload(), [reload]);
  return { meetings, error, reload };
}

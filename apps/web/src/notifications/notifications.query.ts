import { graphql, type ResultOf } from '../api/graphql.js';

export const UNREAD = graphql(`
  query UnreadCount {
    me {
      id
      unreadCount
    }
  }
`);

export const RECEIVED = graphql(`
  subscription NotificationReceived {
    notificationReceived {
      id
      title
      text
      targetId
    }
  }
`);

export const NOTIFICATIONS = graphql(`
  query Notifications($first: Int!) {
    me {
      id
      unreadCount
      notifications(first: $first) {
        edges {
          node {
            id
            kind
            title
            text
            targetId
            createdAt
            readAt
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

export const MARK_READ = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      __typename
      ... on MarkNotificationsReadPayload {
        markedCount
        unreadCount
      }
    }
  }
`);

type Me = NonNullable<ResultOf<typeof NOTIFICATIONS>['me']>;
export type NotificationEntry = NonNullable<Me['notifications']>['edges'][number]['node'];

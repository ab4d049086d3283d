import { graphql, type ResultOf } from '../api/graphql.js';

/** A person who agrees to share contacts, and since when. */
export const SHARED_CONTACT = graphql(`
  fragment SharedContactFacts on SharedContact {
    agreedAt
    organizationNames
    person {
      id
      name
    }
  }
`);

export type SharedContactEntry = ResultOf<typeof SHARED_CONTACT>;

export const CONTACT_EXCHANGE = graphql(
  `
    query ContactExchangeOf($responseId: ID!, $organizationId: ID!) {
      node(id: $responseId) {
        ... on SupplyResponse {
          id
          contactExchange(actingOrganizationId: $organizationId) {
            namesBuyer
            viewerAgrees
            partnerAgrees
            partner {
              id
              name
            }
            ours {
              ...SharedContactFacts
            }
            theirs {
              ...SharedContactFacts
            }
          }
        }
      }
      consentTexts {
        purpose
        version
        text
      }
    }
  `,
  [SHARED_CONTACT],
);

export const AGREE_TO_CONTACT_EXCHANGE = graphql(`
  mutation AgreeToContactExchange($input: AgreeToContactExchangeInput!) {
    agreeToContactExchange(input: $input) {
      __typename
      ... on AgreeToContactExchangePayload {
        supplyResponse {
          id
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      consent {
        given
      }
    }
  }
`);

export const DISCLOSE_CONTACTS = graphql(`
  mutation DiscloseContacts($input: DiscloseContactsInput!) {
    discloseContacts(input: $input) {
      __typename
      ... on ContactsDisclosedPayload {
        contacts {
          kind
          value
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

export const SHARED_CONTACTS = graphql(
  `
    query SharedContacts($organizationId: ID!) {
      sharedContacts(actingOrganizationId: $organizationId) {
        ...SharedContactFacts
      }
      myConsents {
        purpose
        given
        givenAt
        recipientId
        recipientName
      }
    }
  `,
  [SHARED_CONTACT],
);

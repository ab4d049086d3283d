import { Button } from 'antd';
import { useState } from 'react';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { dayOf } from '../../../texts/format.js';
import { useReading } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';

/** A person who agrees to share contacts, and since when. */
const SHARED_CONTACT = graphql(`
  fragment SharedContactFacts on SharedContact {
    agreedAt
    organizationNames
    person {
      id
      name
    }
  }
`);

type SharedContactEntry = ResultOf<typeof SHARED_CONTACT>;

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

export const AGREE_TO_CONTACT_EXCHANGE = graphql(
  `
    mutation AgreeToContactExchange($input: AgreeToContactExchangeInput!) {
      agreeToContactExchange(input: $input) {
        __typename
        ... on AgreeToContactExchangePayload {
          supplyResponse {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      consent {
        given
      }
    }
  }
`);

const DISCLOSE_CONTACTS = graphql(
  `
    mutation DiscloseContacts($input: DiscloseContactsInput!) {
      discloseContacts(input: $input) {
        __typename
        ... on ContactsDisclosedPayload {
          contacts {
            kind
            value
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

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

interface Contact {
  readonly kind: 'PHONE' | 'EMAIL';
  readonly value: string;
}

/** A person of the other side; numbers and addresses are shown on demand, since each look is logged. */
function SharedContactRow({ entry, organizationId }: { entry: SharedContactEntry; organizationId: string }) {
  const { t, locale } = useReading();
  const action = useAction(DISCLOSE_CONTACTS);
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null);
  const look = async () => {
    const input = { actingOrganizationId: organizationId, personId: entry.person.id };
    const done = await action.run({ input });
    setContacts(done ? done.contacts : null);
  };
  return (
    <li>
      <div className="row-actions">
        <span>
          <strong>{entry.person.name}</strong> {entry.organizationNames.join('、')}{' '}
          <span className="quiet">{t('contacts.agreedOn', { date: dayOf(entry.agreedAt, locale) })}</span>
        </span>
        {!contacts && (
          <Button size="small" loading={action.busy} onClick={() => void look()}>
            {t('contacts.look')}
          </Button>
        )}
      </div>
      {contacts && (
        <p className="contact-values">
          {contacts.map(({ kind, value }) => (
            <a key={value} href={`${kind === 'PHONE' ? 'tel' : 'mailto'}:${value}`}>
              {value}
            </a>
          ))}
        </p>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

interface SharedContactListProps {
  readonly entries: readonly SharedContactEntry[];
  readonly organizationId: string;
}

/** Persons of other organizations who share their contacts with the acting one. */
export function SharedContactList({ entries, organizationId }: SharedContactListProps) {
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <SharedContactRow key={entry.person.id} entry={entry} organizationId={organizationId} />
      ))}
    </ul>
  );
}

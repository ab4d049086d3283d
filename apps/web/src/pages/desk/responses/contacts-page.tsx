import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { SHARED_CONTACTS, SharedContactList, WITHDRAW_CONSENT } from './shared-contacts.js';

type Consent = ResultOf<typeof SHARED_CONTACTS>['myConsents'][number];

function ConsentRow({ consent, refresh }: { consent: Consent; refresh: () => void }) {
  const { t, locale } = useReading();
  const action = useAction(WITHDRAW_CONSENT);
  const { purpose, recipientId, recipientName, givenAt } = consent;
  const withdraw = async () => {
    if (await action.run({ input: { purpose, recipientId } })) refresh();
  };
  return (
    <li>
      <div className="row-actions">
        <span>
          {recipientId ? (
            <Link to={`/organizations/${recipientId}`}>{recipientName ?? t('contacts.goneRecipient')}</Link>
          ) : (
            t('contacts.goneRecipient')
          )}{' '}
          <span className="quiet">{t('contacts.agreedOn', { date: dayOf(givenAt, locale) })}</span>
        </span>
        <Popconfirm title={t('contacts.withdrawSure')} onConfirm={() => void withdraw()}>
          <Button size="small" loading={action.busy}>
            {t('contacts.withdraw')}
          </Button>
        </Popconfirm>
      </div>
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

function Contacts({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: SHARED_CONTACTS,
    variables: { organizationId },
    requestPolicy: 'network-only',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data} error={error} onRetry={refresh}>
      {({ sharedContacts, myConsents }) => {
        const given = myConsents.filter((each) => each.given && each.purpose === 'CONTACT_SHARING');
        return (
          <>
            <Section title={t('contacts.toUs')}>
              <p className="quiet">
                {t(sharedContacts.length > 0 ? 'contacts.logged' : 'contacts.toUsNone')}
              </p>
              <SharedContactList entries={sharedContacts} organizationId={organizationId} />
            </Section>
            <Section title={t('contacts.mine')}>
              <p className="quiet">{t(given.length > 0 ? 'contacts.mineText' : 'contacts.mineNone')}</p>
              <ul className="rows">
                {given.map((consent) => (
                  <ConsentRow key={consent.recipientId} consent={consent} refresh={refresh} />
                ))}
              </ul>
            </Section>
          </>
        );
      }}
    </Answer>
  );
}

/** Contacts shared with the acting organization, and the person's own consents. */
export function ContactsPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.contacts')}>
      {({ id, viewerRole }) =>
        viewerRole === 'VIEWER' ? (
          <p className="quiet">{t('contacts.editorsOnly')}</p>
        ) : (
          <Contacts organizationId={id} />
        )
      }
    </DeskFrame>
  );
}

export { ContactsPage as Component };

import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import {
  AGREE_TO_CONTACT_EXCHANGE,
  CONTACT_EXCHANGE,
  SharedContactList,
  WITHDRAW_CONSENT,
} from './shared-contacts.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';

type ExchangeNode = Extract<
  NonNullable<ResultOf<typeof CONTACT_EXCHANGE>['node']>,
  { contactExchange: unknown }
>;
type Exchange = NonNullable<ExchangeNode['contactExchange']>;

interface Wording {
  readonly version: string;
  readonly text: string;
}

interface StepProps {
  readonly responseId: string;
  readonly organizationId: string;
  readonly exchange: Exchange;
  readonly refresh: () => void;
}

/** Shows the wording, and agrees to it. */
function Agree({ responseId, organizationId, exchange, wording, refresh }: StepProps & { wording: Wording }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const action = useAction(AGREE_TO_CONTACT_EXCHANGE);
  const agree = async () => {
    const input = {
      actingOrganizationId: organizationId,
      supplyResponseId: responseId,
      textVersion: wording.version,
    };
    if (!(await action.run({ input }))) return;
    setOpen(false);
    refresh();
  };
  return (
    <>
      <Button type={exchange.partnerAgrees ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {t('contacts.exchange')}
      </Button>
      <Modal
        open={open}
        title={t('contacts.exchange')}
        okText={t('contacts.agree')}
        cancelText={t('action.cancel')}
        confirmLoading={action.busy}
        onOk={() => void agree()}
        onCancel={() => setOpen(false)}
      >
        <p>{wording.text.replace('{recipient}', exchange.partner?.name ?? '')}</p>
        <p className="quiet">{t('contacts.bothSides')}</p>
        {exchange.namesBuyer && <p className="remark">{t('contacts.namesYou')}</p>}
        <ProblemNotice problem={action.problem} />
      </Modal>
    </>
  );
}

function Withdraw({ exchange, refresh }: Pick<StepProps, 'exchange' | 'refresh'>) {
  const t = useTexts();
  const action = useAction(WITHDRAW_CONSENT);
  const withdraw = async () => {
    const input = { purpose: 'CONTACT_SHARING' as const, recipientId: exchange.partner?.id ?? null };
    if (await action.run({ input })) refresh();
  };
  return (
    <>
      <Popconfirm title={t('contacts.withdrawSure')} onConfirm={() => void withdraw()}>
        <Button size="small" loading={action.busy}>
          {t('contacts.withdraw')}
        </Button>
      </Popconfirm>
      <ProblemNotice problem={action.problem} />
    </>
  );
}

function stateOf({ partner, viewerAgrees, partnerAgrees, ours }: Exchange) {
  if (!partner) return 'contacts.unnamed';
  if (ours.length > 0) return partnerAgrees ? 'contacts.both' : 'contacts.waiting';
  return partnerAgrees && !viewerAgrees ? 'contacts.offered' : 'contacts.lead';
}

function OurPeople({ people }: { people: Exchange['ours'] }) {
  const { t, locale } = useReading();
  if (people.length === 0) return null;
  const names = people.map(({ person, agreedAt }) => `${person.name} ${dayOf(agreedAt, locale)}`).join(' · ');
  return <p className="quiet">{t('contacts.ours', { names })}</p>;
}

interface ContactExchangeProps {
  readonly responseId: string;
  readonly organizationId: string;
}

/** The exchange of contacts after the buyer has shown interest; used by both sides. */
export function ContactExchange({ responseId, organizationId }: ContactExchangeProps) {
  const t = useTexts();
  const [{ data }, ask] = useQuery({
    query: CONTACT_EXCHANGE,
    variables: { responseId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const exchange = data?.node && 'contactExchange' in data.node ? data.node.contactExchange : null;
  const wording = data?.consentTexts.find(({ purpose }) => purpose === 'CONTACT_SHARING');
  if (!exchange || !wording) return null;
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const { partner, viewerAgrees, theirs } = exchange;
  const step = { responseId, organizationId, exchange, refresh };
  return (
    <div className="contact-exchange">
      <p>
        <strong>{t('contacts.title')}</strong>{' '}
        {theirs.length > 0 && <Mark tone="good" text={t('contacts.exchanged')} />}
      </p>
      <p className="quiet">{t(stateOf(exchange))}</p>
      <SharedContactList entries={theirs} organizationId={organizationId} />
      <OurPeople people={exchange.ours} />
      <div className="button-row">
        {partner && !viewerAgrees && <Agree {...step} wording={wording} />}
        {viewerAgrees && <Withdraw {...step} />}
      </div>
    </div>
  );
}

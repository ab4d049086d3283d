import { Button, Form, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import type { ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { OrganizationSelect } from '../../../forms/select-fields.js';
import { Section } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';
import { CO_ORGANIZERS, INVITE_CO_ORGANIZER, REMOVE_CO_ORGANIZER } from '../../events/co-organizers.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';

type Organizers = NonNullable<ResultOf<typeof CO_ORGANIZERS>['matchmakingEvent']>;
type Organizer = Organizers['organizer'];

interface RowProps extends EventDeskProps {
  readonly organizer: Organizer;
  readonly asked: boolean;
  /** The first organizer may end anybody's part, everybody else one's own. */
  readonly removable: boolean;
}

function OrganizerRow({ organizer, asked, removable, event, organizationId, refresh }: RowProps) {
  const t = useTexts();
  const remove = useAction(REMOVE_CO_ORGANIZER);
  const end = async () => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    if (await remove.run({ input: { ...target, organizationId: organizer.id } })) refresh();
  };
  const own = organizer.id === organizationId;
  const words = t(own ? 'partner.leave' : asked ? 'partner.withdraw' : 'partner.remove');
  return (
    <li className="in-line">
      <Link to={`/organizations/${organizer.id}`} lang={languageOf(organizer.name)}>
        {organizer.name}
      </Link>
      <Mark tone={asked ? 'plain' : 'good'} text={t(asked ? 'partner.asked' : 'partner.joined')} />
      {removable && (
        <Popconfirm
          title={t('partner.removeSure', { name: organizer.name })}
          okText={words}
          cancelText={t('action.cancel')}
          onConfirm={() => void end()}
        >
          <Button size="small" danger loading={remove.busy}>
            {words}
          </Button>
        </Popconfirm>
      )}
      <ProblemNotice problem={remove.problem} />
    </li>
  );
}

function InviteForm({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const messages = useMessages();
  const invite = useAction(INVITE_CO_ORGANIZER);
  const [form] = Form.useForm<{ partner: string }>();
  const send = async ({ partner }: { partner: string }) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    if (!(await invite.run({ input: { ...target, organizationId: partner } }))) return;
    messages.success(t('partner.sent'));
    form.resetFields();
    refresh();
  };
  return (
    <Section title={t('partner.invite')}>
      <p className="quiet">{t('partner.text')}</p>
      <Form
        form={form}
        name="partner"
        layout="vertical"
        onFinish={(values: { partner: string }) => void send(values)}
      >
        <Form.Item
          name="partner"
          label={t('partner.whom')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <OrganizationSelect />
        </Form.Item>
        <ProblemNotice problem={invite.problem} />
        <Button type="primary" htmlType="submit" loading={invite.busy}>
          {t('partner.send')}
        </Button>
      </Form>
    </Section>
  );
}

function OrganizerList({ organizers, ...props }: EventDeskProps & { organizers: Organizers }) {
  const t = useTexts();
  const { organizer, coOrganizers, invitedCoOrganizers } = organizers;
  const heads = organizer.id === props.organizationId;
  const row = (asked: boolean) => (one: Organizer) => (
    <OrganizerRow
      key={one.id}
      organizer={one}
      asked={asked}
      removable={heads || (!asked && one.id === props.organizationId)}
      {...props}
    />
  );
  return (
    <>
      <Section title={t('partner.title')}>
        <ul className="rows">
          <li className="in-line">
            <Link to={`/organizations/${organizer.id}`} lang={languageOf(organizer.name)}>
              {organizer.name}
            </Link>{' '}
            <Mark tone="strong" text={t('partner.head')} />
          </li>
          {coOrganizers.map(row(false))}
          {invitedCoOrganizers.map(row(true))}
        </ul>
      </Section>
      {heads && props.event.state !== 'FINISHED' && props.event.state !== 'CANCELLED' && (
        <InviteForm {...props} />
      )}
    </>
  );
}

function Partners(props: EventDeskProps) {
  const [{ data, error }, ask] = useQuery({
    query: CO_ORGANIZERS,
    variables: { id: props.event.id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => {
    ask({ requestPolicy: 'network-only' });
    props.refresh();
  };
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
      {(organizers) => <OrganizerList {...props} organizers={organizers} refresh={refresh} />}
    </Answer>
  );
}

/** The co-organizers of an event: invite, list, remove. */
export function PartnersPage() {
  return <EventDeskFrame>{(props) => <Partners {...props} />}</EventDeskFrame>;
}

export { PartnersPage as Component };

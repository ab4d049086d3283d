import { Button, Form, Input, InputNumber } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { instantOfText } from '../../../forms/typed-time.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { OrganizationSelect } from '../../../forms/select-fields.js';
import { Section } from '../../../ui/page.js';
import { TimeField } from '../../../forms/time-field.js';
import { EventDeskFrame, type EventDeskProps } from '../events/event-desk-frame.js';
import { COLLECTIONS, OPEN_COLLECTION } from './collection.operations.js';

interface DistrictDraft {
  readonly name: string;
  readonly delegateOrganizationId: string;
  readonly quota: number;
}

interface CollectionDraft {
  readonly title: string;
  readonly deadline: string;
  readonly instructions?: string;
  readonly districts: DistrictDraft[];
}

function DistrictFields() {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form.List name="districts">
      {(fields, { add, remove }) => (
        <div className="list-fields">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="list-entry">
              <legend>{t('collection.district', { number: name + 1 })}</legend>
              <div className="three-fields">
                <Form.Item name={[name, 'name']} label={t('collection.districtName')} rules={required}>
                  <Input maxLength={100} />
                </Form.Item>
                <Form.Item
                  name={[name, 'delegateOrganizationId']}
                  label={t('collection.delegate')}
                  rules={required}
                >
                  <OrganizationSelect />
                </Form.Item>
                <Form.Item name={[name, 'quota']} label={t('collection.quota')} rules={required}>
                  <InputNumber min={0} max={10_000} precision={0} className="full" />
                </Form.Item>
              </div>
              {fields.length > 1 && <Button onClick={() => remove(name)}>{t('action.remove')}</Button>}
            </fieldset>
          ))}
          <Button onClick={() => add({ quota: 5 })}>{t('collection.addDistrict')}</Button>
        </div>
      )}
    </Form.List>
  );
}

function CollectionFields() {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="title" label={t('collection.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <TimeField kind="time" name="deadline" label={t('collection.deadline')} usualTime="18:00" required />
      <Form.Item name="instructions" label={t('collection.instructions')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function OpenCollection({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const messages = useMessages();
  const open = useAction(OPEN_COLLECTION);
  const [form] = Form.useForm<CollectionDraft>();
  const [opened, setOpened] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${opened}`, [opened]);
  const save = async ({ title, deadline, instructions, districts }: CollectionDraft) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id, clientMutationId };
    const until = instantOfText(deadline, event.schedule.zone) ?? '';
    const input = { ...target, title, deadline: until, instructions: instructions || null, districts };
    if (!(await open.run({ input }))) return;
    messages.success(t('saved'));
    setOpened(opened + 1);
    form.resetFields();
    refresh();
  };
  return (
    <Section title={t('collection.open')}>
      <p className="quiet">{t('collection.text')}</p>
      <Form<CollectionDraft>
        form={form}
        layout="vertical"
        initialValues={{ districts: [{ quota: 5 }] }}
        onFinish={(draft) => void save(draft)}
      >
        <CollectionFields />
        <DistrictFields />
        <ProblemNotice problem={open.problem} />
        <Button type="primary" htmlType="submit" loading={open.busy}>
          {t('collection.openNow')}
        </Button>
      </Form>
    </Section>
  );
}

function Collections(props: EventDeskProps) {
  const { t, locale } = useReading();
  const { event } = props;
  const [{ data, error }, ask] = useQuery({
    query: COLLECTIONS,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
        {({ needCollections }) =>
          needCollections.length === 0 ? (
            <EmptyState title={t('collection.none')} text={t('collection.text')} />
          ) : (
            <ul className="cards section">
              {needCollections.map(({ id, title, deadline, districts }) => (
                <li key={id} className="card">
                  <Link className="card-title" to={`/desk/collections/${id}`}>
                    {title}
                  </Link>
                  <p className="card-details">
                    {t('collection.until', { time: timeOf(deadline, locale, event.schedule.zone) })} ·{' '}
                    {districts.map(({ name, handedIn, quota }) => `${name} ${handedIn}/${quota}`).join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <OpenCollection {...props} refresh={refresh} />
    </>
  );
}

/** Collections of needs for an event. */
export function CollectionsPage() {
  return <EventDeskFrame>{(props) => <Collections {...props} />}</EventDeskFrame>;
}

export { CollectionsPage as Component };

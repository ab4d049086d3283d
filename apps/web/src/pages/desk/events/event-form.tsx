import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { zoneName } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { RegionSelect } from '../../../forms/select-fields.js';
import { TimeField } from '../../../forms/time-field.js';
import { type EventDraft, HOME_ZONE } from './event-drafts.js';

const KINDS = ['DOCKING_SESSION', 'TRADE_FAIR', 'FORUM', 'TRAINING'] as const;

const ZONES: readonly string[] = [
  HOME_ZONE,
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Dubai',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
];

function PlaceFields() {
  const t = useTexts();
  return (
    <>
      <Form.Item name="regionCode" label={t('eventForm.region')}>
        <RegionSelect />
      </Form.Item>
      <Form.Item name="venue" label={t('eventForm.venue')} extra={t('eventForm.placeHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="address" label={t('eventForm.address')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="halls" label={t('eventForm.halls')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="onlineUrl" label={t('eventForm.onlineUrl')}>
        <Input maxLength={500} inputMode="url" placeholder="https://" />
      </Form.Item>
    </>
  );
}

function TimeFields({ zone }: { zone: string }) {
  const t = useTexts();
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return (
    <>
      <div className="two-fields">
        <TimeField kind="time" name="starts" label={t('eventForm.starts')} required />
        <TimeField
          kind="time"
          name="ends"
          label={t('eventForm.ends')}
          usualTime="17:00"
          after="starts"
          required
        />
      </div>
      <Form.Item name="zone" label={t('eventForm.zone')}>
        <Select options={zones.map((value) => ({ value, label: zoneName(value, t) }))} />
      </Form.Item>
    </>
  );
}

interface EventFormProps {
  readonly initial: Partial<EventDraft>;
  readonly busy: boolean;
  readonly submit: string;
  readonly onSubmit: (draft: EventDraft) => void;
  /** Called with all values after each change. */
  readonly onWritten?: (draft: Partial<EventDraft>) => void;
  readonly children?: ReactNode;
}

/** The form of an event. */
export function EventForm({ initial, busy, submit, onSubmit, onWritten, children }: EventFormProps) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form<EventDraft>
      layout="vertical"
      className="section"
      initialValues={{ kind: 'DOCKING_SESSION', zone: HOME_ZONE, ...initial }}
      onFinish={onSubmit}
      onValuesChange={(_, written: Partial<EventDraft>) => onWritten?.(written)}
    >
      <Form.Item name="title" label={t('eventForm.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('eventForm.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`eventKind.${value}`) }))} />
      </Form.Item>
      <TimeFields zone={initial.zone ?? HOME_ZONE} />
      <PlaceFields />
      <Form.Item name="themes" label={t('eventForm.themes')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="description" label={t('eventForm.description')}>
        <Input.TextArea rows={4} maxLength={5000} />
      </Form.Item>
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submit}
      </Button>
    </Form>
  );
}

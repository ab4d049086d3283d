import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { KeyboardEvent, ReactNode } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { zoneName } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { RegionSelect } from '../../../ui/region-select.js';

const KINDS = ['DOCKING_SESSION', 'TRADE_FAIR', 'FORUM', 'TRAINING'] as const;

/** An event as the form holds it. */
export interface EventDraft {
  readonly title: string;
  readonly kind: EnumOf<'EventKind'>;
  readonly time: [Dayjs, Dayjs];
  readonly zone?: string;
  readonly regionCode?: string | null;
  readonly venue?: string | null;
  readonly address?: string | null;
  readonly halls?: string[];
  readonly onlineUrl?: string | null;
  readonly themes?: string[];
  readonly description?: string | null;
}

/** A time on the wall of the venue as the API takes it. */
export const LOCAL_TIME = 'YYYY-MM-DDTHH:mm';

const HOME_ZONE = 'Asia/Shanghai';
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

/** Enter in a field of time takes the time; it does not send the form. */
export function noSubmitOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter') event.preventDefault();
}

/** The form's content as the API takes it. */
export function eventInput({ time: [starts, ends], zone = HOME_ZONE, ...draft }: EventDraft) {
  return {
    title: draft.title,
    kind: draft.kind,
    regionCode: draft.regionCode ?? null,
    venue: draft.venue || null,
    address: draft.address || null,
    halls: draft.halls ?? [],
    onlineUrl: draft.onlineUrl || null,
    themes: draft.themes ?? [],
    description: draft.description || null,
    schedule: { starts: starts.format(LOCAL_TIME), ends: ends.format(LOCAL_TIME), zone },
  };
}

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
      <Form.Item
        name="time"
        label={t('eventForm.time')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          className="full"
          onKeyDown={noSubmitOnEnter}
        />
      </Form.Item>
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
  readonly children?: ReactNode;
}

/** The form of an event. */
export function EventForm({ initial, busy, submit, onSubmit, children }: EventFormProps) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form<EventDraft>
      layout="vertical"
      className="section"
      initialValues={{ kind: 'DOCKING_SESSION', zone: HOME_ZONE, ...initial }}
      onFinish={onSubmit}
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

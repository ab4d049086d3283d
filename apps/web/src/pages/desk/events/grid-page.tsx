import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { wallTime } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { instantOfText, textOfWallTime } from '../../../forms/typed-time.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { TimeField } from '../../../forms/time-field.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { SET_GRID } from './event.mutations.js';
import { furtherTables, type PlannedSlots, planSlots, type SlotSpan } from './slot-planner.js';

const GRID = graphql(`
  query DeskGrid($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      version
      meetingSlots {
        id
        startsAt
        endsAt
      }
      meetingTables {
        id
        label
      }
    }
  }
`);

type Grid = NonNullable<ResultOf<typeof GRID>['matchmakingEvent']>;

interface PlanDraft {
  readonly from: string;
  readonly minutes: number;
  readonly pause: number;
  readonly count: number;
}

interface SlotsProps {
  readonly event: EventDeskProps['event'];
  readonly slots: readonly SlotSpan[];
  readonly onChange: (slots: SlotSpan[]) => void;
}

/** How many slots were added, and how many were left out for which reason. */
function PlanOutcome({ added, outside, overlapping }: PlannedSlots) {
  const t = useTexts();
  return (
    <p role="status" className={outside + overlapping > 0 ? 'remark' : 'quiet'}>
      {t('grid.added', { count: added })}
      {outside > 0 && ` ${t('grid.outside', { count: outside })}`}
      {overlapping > 0 && ` ${t('grid.overlapping', { count: overlapping })}`}
    </p>
  );
}

function PlanFields({ event, slots, onChange }: SlotsProps) {
  const t = useTexts();
  const { starts, zone } = event.schedule;
  const [outcome, setOutcome] = useState<PlannedSlots | null>(null);
  const add = ({ from, ...plan }: PlanDraft) => {
    const found = planSlots(slots, { ...plan, from: instantOfText(from, zone) ?? event.startsAt }, event);
    setOutcome(found);
    onChange(found.slots);
  };
  const number = (name: string, label: string, min: number, max: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('form.required') }]}>
      <InputNumber min={min} max={max} precision={0} className="full" />
    </Form.Item>
  );
  return (
    <Form<PlanDraft>
      layout="vertical"
      initialValues={{ from: textOfWallTime(starts), minutes: 20, pause: 5, count: 8 }}
      onFinish={add}
    >
      <div className="four-fields">
        <TimeField kind="time" name="from" label={t('grid.from')} required />
        {number('minutes', t('grid.minutes'), 1, 480)}
        {number('pause', t('grid.pause'), 0, 240)}
        {number('count', t('grid.count'), 1, 100)}
      </div>
      <Button htmlType="submit">{t('grid.addSlots')}</Button>
      {outcome && <PlanOutcome {...outcome} />}
    </Form>
  );
}

function SlotList({ event, slots, onChange }: SlotsProps) {
  const t = useTexts();
  const { zone } = event.schedule;
  if (slots.length === 0) return <p className="quiet">{t('grid.noSlots')}</p>;
  return (
    <>
      <ul className="chips">
        {slots.map((slot) => {
          const wall = wallTime(slot.startsAt, zone);
          const words = `${wall.slice(5, 10)} ${wall.slice(11)}–${wallTime(slot.endsAt, zone).slice(11)}`;
          return (
            <li key={slot.startsAt} className="chip">
              {words}
              <button
                type="button"
                aria-label={t('grid.removeSlot', { slot: words })}
                onClick={() => onChange(slots.filter((other) => other !== slot))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <p className="button-row">
        <Button size="small" onClick={() => onChange([])}>
          {t('grid.removeAll')}
        </Button>
      </p>
    </>
  );
}

interface TablesProps {
  readonly tables: readonly string[];
  readonly onChange: (tables: string[]) => void;
}

function Tables({ tables, onChange }: TablesProps) {
  const t = useTexts();
  const [count, setCount] = useState<number | null>(10);
  return (
    <>
      <div className="button-row">
        <InputNumber
          min={1}
          max={200}
          precision={0}
          value={count}
          aria-label={t('grid.tableCount')}
          onChange={setCount}
        />
        <Button disabled={!count} onClick={() => onChange(furtherTables(tables, count ?? 0))}>
          {t('grid.addTables')}
        </Button>
      </div>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        className="full table-labels"
        aria-label={t('grid.tables')}
        value={[...tables]}
        onChange={onChange}
      />
    </>
  );
}

interface GridFormProps extends EventDeskProps {
  readonly grid: Grid;
}

function GridForm({ grid, event, organizationId, refresh }: GridFormProps) {
  const t = useTexts();
  const messages = useMessages();
  const set = useAction(SET_GRID);
  const [slots, setSlots] = useState<SlotSpan[]>(() =>
    grid.meetingSlots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  );
  const [tables, setTables] = useState(() => grid.meetingTables.map(({ label }) => label));
  const save = async (discardProvisional: boolean) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    if (!(await set.run({ input: { ...target, slots, tables, discardProvisional } }))) return;
    messages.success(t('saved'));
    refresh();
  };
  return (
    <>
      <Section title={t('grid.slots', { count: slots.length })}>
        <PlanFields event={event} slots={slots} onChange={setSlots} />
        <SlotList event={event} slots={slots} onChange={setSlots} />
      </Section>
      <Section title={t('grid.tablesCount', { count: tables.length })}>
        <Tables tables={tables} onChange={setTables} />
      </Section>
      <div className="section">
        <ProblemNotice problem={set.problem} />
        {set.problem?.code === 'MEETING_GRID_PLANNED' && (
          <div className="remark">
            <p>{t('grid.discardText')}</p>
            <Button danger loading={set.busy} onClick={() => void save(true)}>
              {t('grid.discard')}
            </Button>
          </div>
        )}
        <Button type="primary" loading={set.busy} onClick={() => void save(false)}>
          {t('grid.save')}
        </Button>
      </div>
    </>
  );
}

function EditGrid(props: EventDeskProps) {
  const [{ data, error }, ask] = useQuery({
    query: GRID,
    variables: { id: props.event.id },
    requestPolicy: 'network-only',
  });
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={() => ask()}>
      {(grid) => <GridForm grid={grid} {...props} />}
    </Answer>
  );
}

/** In which slots and at which tables one meets. */
export function GridPage() {
  return <EventDeskFrame>{(props) => <EditGrid {...props} />}</EventDeskFrame>;
}

export { GridPage as Component };

import { Button, Form, InputNumber } from 'antd';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import type { ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { wallTime } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { instantOfText, textOfWallTime } from '../../../forms/typed-time.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { TimeField } from '../../../forms/time-field.js';
import type { EventDeskProps } from '../events/event-desk-frame.js';
import { SET_TERMS } from './meeting.mutations.js';
import { MEETING_TERMS } from './scheduling.query.js';

interface TermsDraft {
  readonly mustWishesEach: number;
  readonly mostPerBuyer?: number | null;
  readonly mostPerSupplier?: number | null;
  readonly leastEach?: number | null;
  readonly wishesUntil?: string;
}

type Terms = NonNullable<ResultOf<typeof MEETING_TERMS>['matchmakingEvent']>['meetingTerms'];

const NUMBERS = ['mustWishesEach', 'mostPerBuyer', 'mostPerSupplier', 'leastEach'] as const;

function TermsFields() {
  const t = useTexts();
  return (
    <>
      <div className="four-fields even">
        {NUMBERS.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`terms.${name}`)}
            rules={name === 'mustWishesEach' ? [{ required: true, message: t('form.required') }] : []}
          >
            <InputNumber
              min={0}
              max={name === 'mustWishesEach' ? 50 : 500}
              precision={0}
              className="full"
              placeholder={t('admission.noLimit')}
            />
          </Form.Item>
        ))}
      </div>
      <TimeField
        kind="time"
        name="wishesUntil"
        label={t('terms.wishesUntil')}
        extra={t('eventSteps.closesAtHint')}
        usualTime="18:00"
      />
    </>
  );
}

interface EditProps extends EventDeskProps {
  readonly terms: Terms;
}

function EditTerms({ terms, event, organizationId, refresh }: EditProps) {
  const t = useTexts();
  const messages = useMessages();
  const set = useAction(SET_TERMS);
  const { zone } = event.schedule;
  const save = async ({ wishesUntil, ...numbers }: TermsDraft) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    const until = instantOfText(wishesUntil, zone);
    if (!(await set.run({ input: { ...target, ...numbers, wishesUntil: until } }))) return;
    messages.success(t('saved'));
    refresh();
  };
  const { wishesUntil, mustWishesEach, mostPerBuyer, mostPerSupplier, leastEach } = terms;
  const until = wishesUntil ? textOfWallTime(wallTime(wishesUntil, zone)) : '';
  return (
    <Form<TermsDraft>
      layout="vertical"
      initialValues={{ mustWishesEach, mostPerBuyer, mostPerSupplier, leastEach, wishesUntil: until }}
      onFinish={(draft) => void save(draft)}
    >
      <TermsFields />
      <ProblemNotice problem={set.problem} />
      <Button htmlType="submit" loading={set.busy}>
        {t('action.save')}
      </Button>
    </Form>
  );
}

/** The organizers' terms: until when one wishes, and how many meetings each gets. */
export function TermsForm(props: EventDeskProps) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: MEETING_TERMS, variables: { id: props.event.id } });
  return (
    <Section title={t('terms.title')}>
      <Answer data={data?.matchmakingEvent} error={error} onRetry={() => ask()}>
        {({ meetingTerms, version }) => <EditTerms key={version} terms={meetingTerms} {...props} />}
      </Answer>
    </Section>
  );
}

import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import { INVITE_FIELD } from '../../../matching/invited-suppliers.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Mark } from '../../../ui/tags.js';
import type { NeedData } from '../../published/need.query.js';
import { CANCEL_NEED, CLOSE_NEED, PUBLISH_NEED } from './need.mutations.js';

interface NeedStepsProps {
  readonly need: NeedData & { readonly cancellationReason: string | null };
  /** How many suppliers are invited. */
  readonly invited: number;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function Standing({ need }: Pick<NeedStepsProps, 'need'>) {
  const { t, locale } = useReading();
  return (
    <p>
      <Mark tone={need.state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`needState.${need.state}`)} />
      <Mark text={t(`visibility.${need.visibility}`)} />{' '}
      {need.open && need.replyDeadline && t('need.openUntil', { date: dayOf(need.replyDeadline, locale) })}
      {need.cancellationReason}
    </p>
  );
}

/** What a buyer does with its need. */
function useSteps({ need, organizationId, refresh }: Omit<NeedStepsProps, 'invited'>) {
  const publish = useAction(PUBLISH_NEED);
  const close = useAction(CLOSE_NEED);
  const cancel = useAction(CANCEL_NEED);
  const input = { actingOrganizationId: organizationId, needId: need.id };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return {
    publish: { busy: publish.busy, do: () => void publish.run({ input }).then(then) },
    close: { busy: close.busy, do: () => void close.run({ input }).then(then) },
    cancel: async (reason: string) => then(await cancel.run({ input: { ...input, reason } })),
    problem: publish.problem ?? close.problem ?? cancel.problem,
  };
}

interface PublishProps extends Pick<NeedStepsProps, 'need' | 'invited'> {
  readonly publish: { readonly busy: boolean; readonly do: () => void };
}

/** Publishes a draft. Warns first if only invited suppliers can see it and none is invited. */
function Publish({ need, invited, publish }: PublishProps) {
  const t = useTexts();
  if (need.visibility !== 'INVITED_ONLY' || invited > 0)
    return (
      <Button type="primary" loading={publish.busy} onClick={publish.do}>
        {t('action.publish')}
      </Button>
    );
  return (
    <Popconfirm
      title={t('invite.publishNobody')}
      okText={t('invite.first')}
      cancelText={t('invite.publishAnyway')}
      onConfirm={() => document.getElementById(INVITE_FIELD)?.focus()}
      onCancel={publish.do}
    >
      <Button type="primary" loading={publish.busy}>
        {t('action.publish')}
      </Button>
    </Popconfirm>
  );
}

/** The state of a need and the possible next steps. */
export function NeedSteps(props: NeedStepsProps) {
  const t = useTexts();
  const { need } = props;
  const { publish, close, cancel, problem } = useSteps(props);
  const alive = need.state === 'DRAFT' || need.state === 'PUBLISHED';
  return (
    <div className="section">
      <Standing need={need} />
      <ProblemNotice problem={problem} />
      <p className="button-row">
        {need.state === 'DRAFT' && <Publish need={need} invited={props.invited} publish={publish} />}
        {alive && (
          <Link to={`/desk/needs/${need.id}/edit`}>
            <Button>{t('action.edit')}</Button>
          </Link>
        )}
        {need.state === 'PUBLISHED' && (
          <Popconfirm title={t('ownNeeds.closeSure')} onConfirm={close.do}>
            <Button loading={close.busy}>{t('ownNeeds.close')}</Button>
          </Popconfirm>
        )}
        {alive && (
          <ReasonButton
            label={t('ownNeeds.cancel')}
            question={t('ownNeeds.cancelReason')}
            onReason={cancel}
          />
        )}
        <Link to={`/needs/${need.id}`}>{t('ownNeeds.asSuppliers')}</Link>
      </p>
    </div>
  );
}

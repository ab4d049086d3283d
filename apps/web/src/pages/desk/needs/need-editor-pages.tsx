import { Button, Form } from 'antd';
import { useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../forms/keep-draft.js';
import { keptDrafts } from '../../../forms/kept-drafts.js';
import { useCreateOnce } from '../../../forms/use-create-once.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { useViewer, type ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { quantityIn } from '../../../texts/quantity.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { NEED, type NeedData } from '../../published/need.query.js';
import { draftOf, emptyLine, inputOf, type NeedDraft } from './need-draft.js';
import { NeedForm } from './need-form.js';
import { CREATE_NEED, PUBLISH_NEED, UPDATE_NEED } from './need.mutations.js';
import { newNeedDraft } from './unsent-needs.js';

/** The first clause of words is the title, an amount among them the quantity; all of them describe the need. */
function fromWords(words: string): Partial<NeedDraft> {
  if (!words) return {};
  const title = words.split(/[，,。;；\n]/)[0]?.slice(0, 200) ?? '';
  const quantity = quantityIn(words);
  return { title, description: words, lines: [{ ...emptyLine(), ...(quantity && { quantity }) }] };
}

interface NewNeedProps {
  readonly organization: ViewerOrganization;
  readonly words: string;
  readonly kept: DraftOfForm<NeedDraft>;
}

function NewNeed({ organization, words, kept }: NewNeedProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<NeedDraft>();
  const create = useAction(CREATE_NEED);
  const update = useAction(UPDATE_NEED);
  const publish = useAction(PUBLISH_NEED);
  const actingOrganizationId = organization.id;
  const store = useCreateOnce<ReturnType<typeof inputOf>>({
    create: async (content, clientMutationId) => {
      const created = await create.run({ input: { ...content, actingOrganizationId, clientMutationId } });
      return created && created.procurementNeed;
    },
    update: async (content, { id: needId, version: expectedVersion }) => {
      const target = { actingOrganizationId, needId, expectedVersion };
      const updated = await update.run({ input: { ...content, ...target } });
      return updated && updated.procurementNeed;
    },
  });
  const save = async (draft: NeedDraft, thenPublish: boolean) => {
    update.forget();
    publish.forget();
    const stored = await store(inputOf(draft, null));
    if (!stored) return;
    const target = { actingOrganizationId, needId: stored.id };
    // One for invited suppliers only is published once they are chosen, on its own page.
    const publishes = thenPublish && draft.visibility !== 'INVITED_ONLY';
    if (publishes && !(await publish.run({ input: target }))) return;
    kept.forget();
    // Replaces the form in the history, so that going back does not post the need a second time.
    void navigate(`/desk/needs/${stored.id}`, { replace: true });
  };
  const forInvited = Form.useWatch('visibility', form) === 'INVITED_ONLY';
  const saveDraft = () =>
    void form.validateFields().then(
      (draft) => save(draft, false),
      () => undefined,
    );
  return (
    <NeedForm
      form={form}
      initial={kept.values ?? fromWords(words)}
      busy={create.busy || update.busy || publish.busy}
      onSubmit={(draft) => void save(draft, true)}
      onWritten={kept.keep}
      submit={t(forInvited ? 'invite.next' : 'needForm.publish')}
      others={<Button onClick={saveDraft}>{t('needForm.saveDraft')}</Button>}
    >
      <ProblemNotice problem={create.problem ?? update.problem ?? publish.problem} />
    </NeedForm>
  );
}

/** A guest's words are kept at once: registering and joining an organization may lead away from this page. */
function useKeptWords(words: string): void {
  const { person, acting, waiting } = useViewer();
  const leaves = !waiting && !acting;
  const personId = person?.id ?? null;
  useEffect(() => {
    const name = newNeedDraft(words);
    if (leaves && words && !keptDrafts.find(personId, name))
      keptDrafts.keep(personId, name, fromWords(words));
  }, [leaves, personId, words]);
}

/** Posting a need. */
export function NewNeedPage() {
  const t = useTexts();
  const [parameters] = useSearchParams();
  const words = parameters.get('words') ?? '';
  useKeptWords(words);
  return (
    <DeskFrame title={t('needForm.new')} lead={t('needForm.lead')}>
      {(organization) => (
        <KeepDraft<NeedDraft> key={words} name={newNeedDraft(words)}>
          {(kept) => <NewNeed organization={organization} words={words} kept={kept} />}
        </KeepDraft>
      )}
    </DeskFrame>
  );
}

interface EditNeedProps {
  readonly organization: ViewerOrganization;
  readonly need: NeedData;
  readonly kept: DraftOfForm<NeedDraft>;
}

function EditNeed({ organization, need, kept }: EditNeedProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<NeedDraft>();
  const update = useAction(UPDATE_NEED);
  const save = async (draft: NeedDraft) => {
    const { id: needId, version: expectedVersion } = need;
    const input = { ...inputOf(draft, need), actingOrganizationId: organization.id, needId, expectedVersion };
    if (!(await update.run({ input }))) return;
    kept.forget();
    void navigate(`/desk/needs/${needId}`, { replace: true });
  };
  return (
    <NeedForm
      form={form}
      initial={{ ...draftOf(need), ...kept.values }}
      fills={false}
      busy={update.busy}
      onWritten={kept.keep}
      onSubmit={(draft) => void save(draft)}
      submit={t('action.save')}
    >
      <ProblemNotice problem={update.problem} />
    </NeedForm>
  );
}

/** Changing a need. */
export function EditNeedPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: NEED, variables: { id }, requestPolicy: 'network-only' });
  return (
    <DeskFrame title={t('needForm.edit')}>
      {(organization) => (
        <Answer data={data?.procurementNeed} error={error} onRetry={() => ask()}>
          {(need) => (
            <KeepDraft<NeedDraft> name={`need:${id}`}>
              {(kept) => <EditNeed organization={organization} need={need} kept={kept} />}
            </KeepDraft>
          )}
        </Answer>
      )}
    </DeskFrame>
  );
}

import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DeskFrame } from '../desk-frame.js';
import { CREATE_NEED, PUBLISH_NEED } from './need.mutations.js';
import { emptyLine, inputOf, type NeedDraft } from './need-draft.js';
import { NeedForm } from './need-form.js';
import { quantityIn } from './quantity-in-words.js';

/** The first clause of words is the title, an amount among them the quantity; all of them describe the need. */
function fromWords(words: string): Partial<NeedDraft> {
  if (!words) return {};
  const title = words.split(/[，,。;；\n]/)[0]?.slice(0, 200) ?? '';
  const quantity = quantityIn(words);
  return { title, description: words, lines: [{ ...emptyLine(), ...(quantity && { quantity }) }] };
}

function NewNeed({ organization }: { organization: ViewerOrganization }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [form] = Form.useForm<NeedDraft>();
  const create = useAction(CREATE_NEED);
  const publish = useAction(PUBLISH_NEED);
  // The same id as long as the page is open: sending twice posts once.
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const actingOrganizationId = organization.id;
  const save = async (draft: NeedDraft, thenPublish: boolean) => {
    const input = { ...inputOf(draft, null), actingOrganizationId, clientMutationId };
    const created = await create.run({ input });
    if (!created) return;
    const needId = created.procurementNeed.id;
    if (thenPublish && draft.visibility !== 'INVITED_ONLY')
      await publish.run({ input: { actingOrganizationId, needId } });
    void navigate(`/desk/needs/${needId}`);
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
      initial={fromWords(parameters.get('words') ?? '')}
      busy={create.busy || publish.busy}
      onSubmit={(draft) => void save(draft, true)}
      submit={t(forInvited ? 'invite.next' : 'needForm.publish')}
      others={<Button onClick={saveDraft}>{t('needForm.saveDraft')}</Button>}
    >
      <ProblemNotice problem={create.problem ?? publish.problem} />
    </NeedForm>
  );
}

/** Posting a need. */
export function NewNeedPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('needForm.new')} lead={t('needForm.lead')}>
      {(organization) => <NewNeed organization={organization} />}
    </DeskFrame>
  );
}

export { NewNeedPage as Component };

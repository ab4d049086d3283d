import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DeskFrame } from '../desk-frame.js';
import { CREATE_CAPABILITY, PUBLISH_CAPABILITY } from './capability.mutations.js';
import { type CapabilityDraft, capabilityInput } from './capability-draft.js';
import { CapabilityForm } from './capability-form.js';

function NewCapability({ organization }: { organization: ViewerOrganization }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<CapabilityDraft>();
  const create = useAction(CREATE_CAPABILITY);
  const publish = useAction(PUBLISH_CAPABILITY);
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const actingOrganizationId = organization.id;
  const save = async (draft: CapabilityDraft, thenPublish: boolean) => {
    const input = { ...capabilityInput(draft), actingOrganizationId, clientMutationId };
    const created = await create.run({ input });
    if (!created) return;
    const capabilityId = created.capability.id;
    if (thenPublish && !(await publish.run({ input: { actingOrganizationId, capabilityId } }))) return;
    void navigate('/desk/capabilities');
  };
  const saveDraft = () =>
    void form.validateFields().then(
      (draft) => save(draft, false),
      () => undefined,
    );
  return (
    <CapabilityForm
      form={form}
      initial={{}}
      busy={create.busy || publish.busy}
      submit={t('capabilityForm.publish')}
      onSubmit={(draft) => void save(draft, true)}
      others={<Button onClick={saveDraft}>{t('capabilityForm.saveDraft')}</Button>}
    >
      <ProblemNotice problem={create.problem ?? publish.problem} />
    </CapabilityForm>
  );
}

/** Publishing a capability. */
export function NewCapabilityPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('ownCapabilities.new')} lead={t('capabilityForm.lead')}>
      {(organization) => <NewCapability organization={organization} />}
    </DeskFrame>
  );
}

export { NewCapabilityPage as Component };

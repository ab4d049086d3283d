import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import { useCreateOnce } from '../../../api/use-create-once.js';
import { type DraftOfForm, KeepDraft } from '../../../drafts/keep-draft.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DeskFrame } from '../desk-frame.js';
import { CREATE_CAPABILITY, PUBLISH_CAPABILITY, UPDATE_CAPABILITY } from './capability.mutations.js';
import { type CapabilityDraft, capabilityInput } from './capability-draft.js';
import { CapabilityForm } from './capability-form.js';
import { useHeldCertificates } from './held-certificates.js';

interface NewCapabilityProps {
  readonly organization: ViewerOrganization;
  readonly kept: DraftOfForm<CapabilityDraft>;
}

function NewCapability({ organization, kept }: NewCapabilityProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<CapabilityDraft>();
  const create = useAction(CREATE_CAPABILITY);
  const publish = useAction(PUBLISH_CAPABILITY);
  const update = useAction(UPDATE_CAPABILITY);
  const actingOrganizationId = organization.id;
  const store = useCreateOnce<ReturnType<typeof capabilityInput>>({
    create: async (content, clientMutationId) => {
      const created = await create.run({ input: { ...content, actingOrganizationId, clientMutationId } });
      return created && created.capability;
    },
    update: async (content, { id: capabilityId, version: expectedVersion }) => {
      const target = { actingOrganizationId, capabilityId, expectedVersion };
      const updated = await update.run({ input: { ...content, ...target } });
      return updated && updated.capability;
    },
  });
  const formId = useMemo(() => crypto.randomUUID(), []);
  const certificates = useHeldCertificates(actingOrganizationId, formId);
  const save = async (draft: CapabilityDraft, thenPublish: boolean) => {
    if (!(await certificates.declare(draft.certificates))) return;
    update.forget();
    publish.forget();
    const stored = await store(capabilityInput(draft));
    if (!stored) return;
    const capabilityId = stored.id;
    if (thenPublish && !(await publish.run({ input: { actingOrganizationId, capabilityId } }))) return;
    kept.forget();
    void navigate('/desk/capabilities', { replace: true });
  };
  const saveDraft = () =>
    void form.validateFields().then(
      (draft) => save(draft, false),
      () => undefined,
    );
  return (
    <CapabilityForm
      form={form}
      initial={kept.values ?? {}}
      held={certificates.held}
      busy={certificates.busy || create.busy || update.busy || publish.busy}
      submit={t('capabilityForm.publish')}
      onWritten={kept.keep}
      onSubmit={(draft) => void save(draft, true)}
      others={<Button onClick={saveDraft}>{t('capabilityForm.saveDraft')}</Button>}
    >
      <ProblemNotice problem={certificates.problem ?? create.problem ?? update.problem ?? publish.problem} />
    </CapabilityForm>
  );
}

/** Publishing a capability. */
export function NewCapabilityPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('ownCapabilities.new')} lead={t('capabilityForm.lead')}>
      {(organization) => (
        <KeepDraft<CapabilityDraft> name="new-capability">
          {(kept) => <NewCapability organization={organization} kept={kept} />}
        </KeepDraft>
      )}
    </DeskFrame>
  );
}

export { NewCapabilityPage as Component };

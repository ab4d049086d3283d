import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../forms/keep-draft.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { CREATE_EVENT } from './event.mutations.js';
import { type EventDraft, eventInput } from './event-drafts.js';
import { EventForm } from './event-form.js';

interface NewEventProps {
  readonly organizationId: string;
  readonly kept: DraftOfForm<EventDraft>;
}

function NewEvent({ organizationId, kept }: NewEventProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const create = useAction(CREATE_EVENT);
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const save = async (draft: EventDraft) => {
    const input = { ...eventInput(draft), actingOrganizationId: organizationId, clientMutationId };
    const created = await create.run({ input });
    if (!created) return;
    kept.forget();
    void navigate(`/desk/events/${created.event.id}`, { replace: true });
  };
  return (
    <EventForm
      initial={kept.values ?? {}}
      busy={create.busy}
      submit={t('eventForm.saveDraft')}
      onWritten={kept.keep}
      onSubmit={(draft) => void save(draft)}
    >
      <ProblemNotice problem={create.problem} />
    </EventForm>
  );
}

/** Drafting an event. */
export function NewEventPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('ownEvents.new')} form>
      {({ id }) => (
        <KeepDraft<EventDraft> name="new-event">
          {(kept) => <NewEvent organizationId={id} kept={kept} />}
        </KeepDraft>
      )}
    </DeskFrame>
  );
}

export { NewEventPage as Component };

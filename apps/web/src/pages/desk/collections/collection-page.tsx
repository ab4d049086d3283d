import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { saveFile } from '../../../ui/save-file.js';
import { Section } from '../../../ui/page.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { CollectedNeedRow } from './collected-need-row.js';
import {
  type CollectedNeed,
  COLLECTION,
  type Collection,
  EXPORT_COLLECTION,
} from './collection.operations.js';
import { EnterNeedForm } from './enter-need-form.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface CollectionProps {
  readonly collection: Collection;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** The districts with what each has handed in, and the whole as one table. */
function Overview({
  collection,
  organizationId,
  delegated,
}: CollectionProps & { readonly delegated: boolean }) {
  const { t, locale } = useReading();
  const give = useAction(EXPORT_COLLECTION);
  const take = async () => {
    const input = { actingOrganizationId: organizationId, collectionId: collection.id };
    const file = await give.run({ input });
    if (file) saveFile({ ...file, mediaType: XLSX });
  };
  const { deadline, instructions, districts } = collection;
  return (
    <Section title={t('collection.until', { time: timeOf(deadline, locale) })}>
      {instructions && <p className="prose">{instructions}</p>}
      <ul className="rows">
        {districts.map(({ id, name, quota, handedIn, delegate }) => (
          <li key={id}>
            {name} · {delegate?.name} · {t('collection.handedIn', { handedIn, quota })}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={give.problem} />
      {!delegated && (
        <p className="button-row">
          <Button loading={give.busy} onClick={() => void take()}>
            {t('collection.export')}
          </Button>
        </p>
      )}
    </Section>
  );
}

interface NeedsProps extends CollectionProps {
  readonly onEdit: ((need: CollectedNeed) => void) | null;
}

function CollectedNeeds({ collection, organizationId, refresh, onEdit }: NeedsProps) {
  const t = useTexts();
  const { edges } = collection.needs;
  if (edges.length === 0)
    return <EmptyState title={t('collection.noNeeds')} text={t('collection.noNeedsText')} />;
  return (
    <ul className="cards section">
      {edges.map(({ node }, i) => (
        <CollectedNeedRow
          key={node.id}
          need={node}
          collectionId={collection.id}
          after={edges[i - 1]?.cursor ?? null}
          organizationId={organizationId}
          refresh={refresh}
          onEdit={onEdit && (() => onEdit(node))}
        />
      ))}
    </ul>
  );
}

function CollectionView(props: CollectionProps) {
  const { collection, organizationId, refresh } = props;
  const [editing, setEditing] = useState<CollectedNeed | null>(null);
  const [entered, setEntered] = useState(0);
  const own = collection.districts.filter(({ delegate }) => delegate?.id === organizationId);
  const delegated = own.length > 0;
  const saved = () => {
    setEditing(null);
    setEntered(entered + 1);
    refresh();
  };
  return (
    <div className="event-desk">
      <Overview {...props} delegated={delegated} />
      <CollectedNeeds {...props} onEdit={delegated ? setEditing : null} />
      {delegated && (
        <EnterNeedForm
          key={`${editing?.id} ${entered}`}
          collection={{ ...collection, districts: own }}
          organizationId={organizationId}
          need={editing}
          onSaved={saved}
        />
      )}
    </div>
  );
}

function LoadedCollection({ id, organizationId }: { id: string; organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: COLLECTION,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  if (data && !data.needCollection)
    return <EmptyState title={t('collection.unknown')} text={t('eventDesk.noneText')} />;
  return (
    <Answer data={data?.needCollection} error={error} onRetry={refresh}>
      {(collection) => (
        <>
          <h2 className="part-title">{collection.title}</h2>
          <CollectionView {...{ collection, organizationId, refresh }} />
        </>
      )}
    </Answer>
  );
}

/** A collection of needs, for the bureau and for the delegates of a district. */
export function CollectionPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  return (
    <DeskFrame title={t('collection.heading')}>
      {(organization) => <LoadedCollection id={id} organizationId={organization.id} />}
    </DeskFrame>
  );
}

export { CollectionPage as Component };

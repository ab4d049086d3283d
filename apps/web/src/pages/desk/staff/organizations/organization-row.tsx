import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { dayOf, placeName } from '../../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../../texts/locale.js';
import { Answer } from '../../../../ui/answer.js';
import { Mark, ClaimStateTag } from '../../../../ui/tags.js';
import { MEMBERS_OF, type StaffOrganization } from './organizations.query.js';

function Members({ organizationId }: { organizationId: string }) {
  const { t, locale } = useReading();
  const [{ data, error }, ask] = useQuery({ query: MEMBERS_OF, variables: { id: organizationId } });
  return (
    <Answer data={data?.organization?.members} error={error} onRetry={() => ask()}>
      {(members) => (
        <ul className="rows">
          {members.length === 0 && <li className="quiet">{t('staff.noMembers')}</li>}
          {members.map(({ id, role, joinedAt, user }) => (
            <li key={id}>
              {user?.name} <Mark text={t(`role.${role}`)} />
              <span className="quiet">{t('staff.joined', { date: dayOf(joinedAt, locale) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}

/** An organization of the directory, with its members when asked for. */
export function OrganizationRow({ organization }: { organization: StaffOrganization }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { id, name, creditCode, claimState, region } = organization;
  return (
    <li className="card">
      <p>
        <Link className="card-title" to={`/organizations/${id}`} lang={languageOf(name)}>
          {name}
        </Link>{' '}
        <ClaimStateTag state={claimState} />
      </p>
      <p className="card-details">
        <code>{creditCode}</code> {placeName(region)}
      </p>
      <details className="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('staff.showMembers')}</summary>
        {open && <Members organizationId={id} />}
      </details>
    </li>
  );
}

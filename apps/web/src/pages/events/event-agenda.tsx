import { graphql, type ResultOf } from '../../api/graphql.js';
import { day } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Section } from '../../ui/section.js';

export const EVENT_AGENDA = graphql(`
  fragment EventAgenda on MatchmakingEvent {
    agenda {
      title
      starts
      ends
      room
      description
      speakers {
        name
        organization
        role
      }
    }
  }
`);

type Session = ResultOf<typeof EVENT_AGENDA>['agenda'][number];

const speakerOf = ({ name, organization, role }: Session['speakers'][number]): string =>
  [name, role, organization].filter(Boolean).join(' · ');

/** The sessions of an event by the clock of its venue. */
export function EventAgenda({ agenda }: ResultOf<typeof EVENT_AGENDA>) {
  const { locale } = useReading();
  const t = useTexts();
  if (agenda.length === 0) return null;
  return (
    <Section title={t('agenda.title')}>
      <ol className="cards">
        {agenda.map(({ title, starts, ends, room, description, speakers }) => (
          <li key={`${starts} ${title}`} className="card agenda-entry">
            <p className="agenda-time">
              {day(starts, locale)} {starts.slice(11, 16)}–{ends.slice(11, 16)}
            </p>
            <div>
              <p className="card-title" lang={languageOf(title)}>
                {title}
              </p>
              <p className="card-details">{[room, ...speakers.map(speakerOf)].filter(Boolean).join('，')}</p>
              {description && <p className="prose">{description}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

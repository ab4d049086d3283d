import dayjs from 'dayjs';
import type { EnumOf } from '../../../api/graphql.js';
import { readTime, textOfWallTime, wallTimeOfText } from '../../../forms/typed-time.js';
import { ROLES } from '../../events/registration-terms.js';

export const HOME_ZONE = 'Asia/Shanghai';

/** An event as the form holds it. */
export interface EventDraft {
  readonly title: string;
  readonly kind: EnumOf<'EventKind'>;
  readonly starts: string;
  readonly ends: string;
  readonly zone?: string;
  readonly regionCode?: string | null;
  readonly venue?: string | null;
  readonly address?: string | null;
  readonly halls?: string[];
  readonly onlineUrl?: string | null;
  readonly themes?: string[];
  readonly description?: string | null;
}

/** Start and end as a form shows them. */
export const spanDraft = ({ starts, ends }: { starts: string; ends: string }) => ({
  starts: textOfWallTime(starts),
  ends: textOfWallTime(ends),
});

/** Start and end as the API takes them. */
export const spanInput = ({ starts, ends }: { starts: string; ends: string }) => ({
  starts: wallTimeOfText(starts) ?? '',
  ends: wallTimeOfText(ends) ?? '',
});

/** The API input for an event. */
export function eventInput({ zone = HOME_ZONE, ...draft }: EventDraft) {
  return {
    title: draft.title,
    kind: draft.kind,
    regionCode: draft.regionCode ?? null,
    venue: draft.venue || null,
    address: draft.address || null,
    halls: draft.halls ?? [],
    onlineUrl: draft.onlineUrl || null,
    themes: draft.themes ?? [],
    description: draft.description || null,
    schedule: { ...spanInput(draft), zone },
  };
}

interface SpeakerDraft {
  readonly name: string;
  readonly organization?: string | null;
  readonly role?: string | null;
}

export interface SessionDraft {
  readonly title: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly room?: string | null;
  readonly description?: string | null;
  readonly speakers?: SpeakerDraft[];
}

/** An agenda as the form holds it. */
export interface AgendaDraft {
  readonly sessions?: SessionDraft[];
}

const USUAL_MINUTES = 60;

/** The next session of an agenda: one hour, after the last session and within the event. */
export function proposedSession(
  sessions: readonly (SessionDraft | undefined)[],
  span: { readonly starts: string; readonly ends: string },
) {
  const starts = readTime(sessions.at(-1)?.ends ?? '') ?? span.starts;
  const ends = dayjs(starts).add(USUAL_MINUTES, 'minute').format('YYYY-MM-DD HH:mm');
  if (starts >= span.ends) return { speakers: [] };
  return { starts, ends: ends > span.ends ? span.ends : ends, speakers: [] };
}

interface StoredAgenda {
  readonly agenda: readonly {
    readonly title: string;
    readonly starts: string;
    readonly ends: string;
    readonly room: string | null;
    readonly description: string | null;
    readonly speakers: readonly {
      readonly name: string;
      readonly organization: string | null;
      readonly role: string | null;
    }[];
  }[];
}

/** A stored agenda as the form holds it. */
export function agendaDraft({ agenda }: StoredAgenda): AgendaDraft {
  return {
    sessions: agenda.map(({ starts, ends, speakers, ...rest }) => ({
      ...rest,
      ...spanDraft({ starts, ends }),
      speakers: speakers.map(({ name, organization, role }) => ({ name, organization, role })),
    })),
  };
}

/** The API input for an agenda. */
export function agendaInput({ sessions = [] }: AgendaDraft) {
  return sessions.map(({ title, starts = '', ends = '', room, description, speakers = [] }) => ({
    title,
    ...spanInput({ starts, ends }),
    room: room || null,
    description: description || null,
    speakers: speakers.map(({ name, organization, role }) => ({
      name,
      organization: organization || null,
      role: role || null,
    })),
  }));
}

interface RoleDraft {
  readonly admitted?: boolean;
  readonly capacity?: number | null;
  readonly approvalNeeded?: boolean;
  readonly offerHours?: number;
}

interface QuestionDraft {
  readonly text: string;
  readonly kind: EnumOf<'QuestionKind'>;
  readonly required?: boolean;
  readonly choices?: string[];
}

/** The registration settings as the form holds them. */
export interface AdmissionDraft {
  readonly roles: Readonly<Record<EnumOf<'ParticipantRole'>, RoleDraft>>;
  readonly questions?: QuestionDraft[];
}

interface StoredAdmission {
  readonly admissions: readonly {
    readonly role: EnumOf<'ParticipantRole'>;
    readonly capacity: number | null;
    readonly approvalNeeded: boolean;
    readonly offerHours: number;
  }[];
  readonly questions: readonly {
    readonly text: string;
    readonly kind: EnumOf<'QuestionKind'>;
    readonly required: boolean;
    readonly choices: readonly string[];
  }[];
}

const USUAL_OFFER_HOURS = 24;

/** Stored registration settings as the form holds them. */
export function admissionDraft({ admissions, questions }: StoredAdmission): AdmissionDraft {
  const draft = (wanted: (typeof ROLES)[number]) => {
    const known = admissions.find(({ role }) => role === wanted);
    return { admitted: Boolean(known), offerHours: USUAL_OFFER_HOURS, ...known };
  };
  return {
    roles: { BUYER: draft('BUYER'), SUPPLIER: draft('SUPPLIER'), VISITOR: draft('VISITOR') },
    questions: questions.map(({ text, kind, required, choices }) => ({
      text,
      kind,
      required,
      choices: [...choices],
    })),
  };
}

/** The API input for registration settings. */
export function admissionInput({ roles, questions = [] }: AdmissionDraft) {
  return {
    admissions: ROLES.filter((role) => roles[role].admitted).map((role) => ({
      role,
      capacity: roles[role].capacity ?? null,
      approvalNeeded: roles[role].approvalNeeded ?? false,
      offerHours: roles[role].offerHours ?? USUAL_OFFER_HOURS,
    })),
    questions: questions.map(({ text, kind, required = false, choices = [] }) => ({
      text,
      kind,
      required,
      choices: kind === 'CHOICE' ? choices : [],
    })),
  };
}

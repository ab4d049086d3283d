import {
  admissionDraft,
  admissionInput,
  agendaDraft,
  agendaInput,
  eventInput,
  proposedSession,
} from './event-drafts.js';

describe('the form of an event', () => {
  const DRAFT = {
    title: '对接会',
    kind: 'DOCKING_SESSION',
    starts: '2026年12月8日 9点',
    ends: '2026-12-08 17:30',
  } as const;

  it('becomes an input with local times and the zone of China unless another is chosen', () => {
    expect(eventInput(DRAFT).schedule).toEqual({
      starts: '2026-12-08T09:00',
      ends: '2026-12-08T17:30',
      zone: 'Asia/Shanghai',
    });
    expect(eventInput({ ...DRAFT, zone: 'Europe/London' }).schedule.zone).toBe('Europe/London');
  });

  it('sends null for emptied texts and empty lists for untouched ones', () => {
    expect(eventInput({ ...DRAFT, venue: '', description: '' })).toMatchObject({
      regionCode: null,
      venue: null,
      address: null,
      onlineUrl: null,
      description: null,
      halls: [],
      themes: [],
    });
  });
});

describe('the form of an agenda', () => {
  const STORED = {
    agenda: [
      {
        title: '开幕',
        starts: '2026-12-08T09:00:00',
        ends: '2026-12-08T09:30:00',
        room: 'A厅',
        description: null,
        speakers: [{ name: '王工', organization: null, role: '主持' }],
      },
    ],
  };
  const SPAN = { starts: '2026-12-08 09:00', ends: '2026-12-08 10:30' };

  it('gives back the stored agenda when nothing was changed', () => {
    expect(agendaInput(agendaDraft(STORED))).toEqual([
      {
        title: '开幕',
        starts: '2026-12-08T09:00',
        ends: '2026-12-08T09:30',
        room: 'A厅',
        description: null,
        speakers: [{ name: '王工', organization: null, role: '主持' }],
      },
    ]);
  });

  it('proposes an hour from the start of the event, then from the end of the last session', () => {
    expect(proposedSession([], SPAN)).toMatchObject({ starts: '2026-12-08 09:00', ends: '2026-12-08 10:00' });
    const next = proposedSession([{ title: '开幕', ends: '2026-12-08 09:30' }], SPAN);
    expect(next).toMatchObject({ starts: '2026-12-08 09:30', ends: '2026-12-08 10:30' });
  });

  it('proposes no time outside the event', () => {
    const late = proposedSession([{ title: '开幕', ends: '2026-12-08 10:00' }], SPAN);
    expect(late).toMatchObject({ starts: '2026-12-08 10:00', ends: '2026-12-08 10:30' });
    expect(proposedSession([{ title: '闭幕', ends: '2026-12-08 10:30' }], SPAN)).toEqual({ speakers: [] });
  });
});

describe('the form of registration settings', () => {
  const STORED = {
    admissions: [{ role: 'SUPPLIER', capacity: 40, approvalNeeded: true, offerHours: 12 }],
    questions: [{ text: '携带样品吗', kind: 'CHOICE', required: true, choices: ['是', '否'] }],
  } as const;

  it('gives back what is stored when nothing was changed', () => {
    expect(admissionInput(admissionDraft(STORED))).toEqual(STORED);
  });

  it('offers a place for 24 hours unless other hours are set, and sends only admitted roles', () => {
    const draft = admissionDraft({ admissions: [], questions: [] });
    expect(draft.roles.BUYER).toEqual({ admitted: false, offerHours: 24 });
    const input = admissionInput({ roles: { ...draft.roles, VISITOR: { admitted: true } } });
    expect(input.admissions).toEqual([
      { role: 'VISITOR', capacity: null, approvalNeeded: false, offerHours: 24 },
    ]);
  });

  it('drops the options of a question that is no longer a choice', () => {
    const { roles } = admissionDraft(STORED);
    const questions = [{ text: '展位面积', kind: 'NUMBER' as const, choices: ['是', '否'] }];
    expect(admissionInput({ roles, questions }).questions).toEqual([
      { text: '展位面积', kind: 'NUMBER', required: false, choices: [] },
    ]);
  });
});

import { newId } from '@app/kernel';
import {
  CheckInService,
  RegistrationChangesService,
  EventRegistrationsReader,
  EventRepresentativesReader,
  type MatchmakingEvent,
  ParticipantRole,
  QuestionKind,
  EventAdmissionService,
} from '@app/matchmaking-events';
import type { INestApplicationContext } from '@nestjs/common';
import { demoNeeds } from './demo-files.js';
import type { RegisteredDemo } from './demo-organizations.js';

/** How many come to an event of the demonstration, and how many of them have been seen at the door. */
export interface DemoAttendance {
  readonly buyers: number;
  readonly suppliers: number;
  readonly supplierPlaces: number;
  /** Of every hundred representatives. */
  readonly came: number;
}

/** Invented names of invented representatives. */
const NAMES = [
  '陈思远',
  '林晓',
  '周建国',
  '吴敏',
  '徐海峰',
  '孙丽',
  '马骏',
  '朱琳',
  '胡志强',
  '郭蕾',
  '何平',
  '高洁',
];
const TITLES = ['采购经理', '销售总监', '项目工程师', '总经理', '质量经理'];
const DEVICE = '主入口';

/** Registers invented organizations for an event, and lets some of them be seen at the door. */
export class DemoRegistrations {
  private named = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly organizations: ReadonlyMap<string, RegisteredDemo>,
  ) {}

  /** Opens registration as the organizer and registers the first organizations that buy and that do not. */
  async fill(event: MatchmakingEvent, organizer: RegisteredDemo, wish: DemoAttendance): Promise<void> {
    const admission = this.app.get(EventAdmissionService, { strict: false });
    const own = { id: event.id, organizationId: organizer.id };
    await admission.setAdmission(organizer.viewer, {
      ...own,
      admissions: [
        { role: ParticipantRole.BUYER, capacity: null, approvalNeeded: false, offerHours: 24 },
        {
          role: ParticipantRole.SUPPLIER,
          capacity: wish.supplierPlaces,
          approvalNeeded: false,
          offerHours: 24,
        },
        { role: ParticipantRole.VISITOR, capacity: null, approvalNeeded: false, offerHours: 24 },
      ],
      questions: [
        { text: '希望对接的产品或工艺', kind: QuestionKind.TEXT, choices: [], required: true },
        { text: '是否需要展位', kind: QuestionKind.CHOICE, choices: ['需要', '不需要'], required: false },
      ],
    });
    await admission.openRegistration(organizer.viewer, own, null);
    const buying = new Set(demoNeeds().map(({ buyer }) => buyer));
    const others = [...this.organizations].filter(([, { id }]) => id !== organizer.id);
    const buyers = others.filter(([key]) => buying.has(key)).slice(0, wish.buyers);
    const suppliers = others.filter(([key]) => !buying.has(key)).slice(0, wish.suppliers);
    for (const [, house] of buyers) await this.register(event, house, ParticipantRole.BUYER);
    for (const [, house] of suppliers) await this.register(event, house, ParticipantRole.SUPPLIER);
  }

  /** Lets the first of every hundred be seen at the door, as the clock says now. */
  async open(event: MatchmakingEvent, organizer: RegisteredDemo, { came }: DemoAttendance): Promise<void> {
    const people = this.app.get(EventRepresentativesReader, { strict: false });
    const expected = await people.findExpectedPage(event.id, { first: 100 });
    const seen = expected.edges.slice(0, Math.round((expected.edges.length * came) / 100));
    await this.app.get(CheckInService, { strict: false }).syncCheckIns(organizer.viewer, {
      id: event.id,
      organizationId: organizer.id,
      device: DEVICE,
      entries: seen.map(({ node }, i) => ({
        id: newId(),
        ticket: null,
        representativeId: node.id,
        at: new Date(event.startsAt.getTime() + i * 60_000),
      })),
    });
  }

  private async register(
    event: MatchmakingEvent,
    house: RegisteredDemo,
    role: ParticipantRole,
  ): Promise<void> {
    const [question] = event.themes;
    const questions = await this.questionsOf(event);
    const result = await this.app
      .get(RegistrationChangesService, { strict: false })
      .registerOrganization(house.viewer, {
        eventId: event.id,
        organizationId: house.id,
        role,
        representatives: [this.somebody(), ...(role === ParticipantRole.BUYER ? [this.somebody()] : [])],
        answers: questions.map((questionId) => ({ questionId, value: question ?? '零部件' })),
      });
    if ('code' in result) throw new Error(`Demonstration registration for ${event.title}: ${result.code}`);
  }

  private somebody(): { userId: null; name: string; jobTitle: string } {
    const i = this.named++;
    return { userId: null, name: NAMES[i % NAMES.length]!, jobTitle: TITLES[i % TITLES.length]! };
  }

  private async questionsOf(event: MatchmakingEvent): Promise<string[]> {
    const questions = await this.app
      .get(EventRegistrationsReader, { strict: false })
      .findQuestions([event.id]);
    return questions.filter(({ required }) => required).map(({ id }) => id);
  }
}

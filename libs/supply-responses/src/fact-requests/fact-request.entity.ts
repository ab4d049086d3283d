import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type FactAnswerKind, FactRequestState, type RequestedFactKind } from './fact-request.enums.js';

/** One question of a fact request. */
export interface RequestedFact {
  readonly kind: RequestedFactKind;
  /** Kind of certificate or parameter of the vocabulary; null for the others. */
  readonly subjectId: string | null;
}

/** One question with what became of it. */
export interface AnsweredFact extends RequestedFact {
  readonly answer: FactAnswerKind;
  /** What was stated then, in figures: `50000 件 MONTH`; null when nothing was. */
  readonly statement: string | null;
}

/** Whether two questions ask the same. */
export function isSameFact(a: RequestedFact, b: RequestedFact): boolean {
  return a.kind === b.kind && a.subjectId === b.subjectId;
}

/** Somebody who got a link without an account wants none any more, from anybody. */
@Entity('contact_objection')
export class ContactObjection {
  /** Slow hash of the number or address. */
  @PrimaryColumn('text')
  contactHash!: string;

  @Column('timestamptz')
  objectedAt!: Date;
}

/** Days for which the link can be used. */
export const FACT_REQUEST_DAYS = 14;
const DAY_MS = 86_400_000;

/** Where a link was sent that the requester gave the address for: never the address itself. */
export interface RequestContact {
  readonly contactKind: string | null;
  readonly contactMask: string | null;
  readonly contactHash: string | null;
}

/** Who asks whom about what. */
export type FactRequestSubject = Pick<
  FactRequest,
  'id' | 'needId' | 'organizationId' | 'capabilityId' | 'requesterOrganizationId' | 'facts' | 'tokenHash'
> &
  RequestContact;

/**
 * A buyer or organizer asks a company for the facts that decide a match 补充信息请求: one request for a need and company,
 * answered by a link that works once.
 */
@Entity('fact_request')
@Unique(['needId', 'organizationId'])
@Unique(['tokenHash'])
@Index('fact_request_organization_id_idx', ['organizationId'])
@Index('fact_request_capability_id_idx', ['capabilityId'])
@Index('fact_request_requester_organization_id_idx', ['requesterOrganizationId'])
@Index('fact_request_contact_hash_idx', ['contactHash'])
export class FactRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  /** The company that is asked. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  /** The capability that the facts belong to. */
  @ForeignKey('Capability', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  capabilityId!: string | null;

  /** Who asks: the buyer, or an organizer in its stead. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  requesterOrganizationId!: string;

  @Column('jsonb')
  facts!: RequestedFact[];

  /** SHA-256 of the link's secret, hexadecimal. */
  @Column('text')
  tokenHash!: string;

  /** Kind of identifier; null when the link went to the company's own members. */
  @Column('text', { nullable: true })
  contactKind!: string | null;

  /** Enough to recognise one's own number or address: 138****8000. */
  @Column('text', { nullable: true })
  contactMask!: string | null;

  /** Slow hash of the number or address, so that whoever objected is not written to again. */
  @Column('text', { nullable: true })
  contactHash!: string | null;

  /** The column behind {@link stateAt}: a reader has to say at what time. */
  @Column('text', { name: 'state' })
  recordedState!: FactRequestState;

  @Column('jsonb', { default: () => "'[]'" })
  answers!: AnsweredFact[];

  /** Whoever answered wants to look after the profile. */
  @Column('boolean', { default: false })
  claimWished!: boolean;

  /** The claim that began with the answer, a bare id. */
  @Column('uuid', { nullable: true })
  claimId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** A company is asked. */
  static send(subject: FactRequestSubject, at: Date): FactRequest {
    return Object.assign(new FactRequest(), subject, {
      recordedState: FactRequestState.SENT,
      answers: [],
      claimWished: false,
      claimId: null,
      createdAt: at,
      expiresAt: new Date(at.getTime() + FACT_REQUEST_DAYS * DAY_MS),
      answeredAt: null,
    });
  }

  /** Where the request stands at an instant. */
  stateAt(now: Date): FactRequestState {
    const over = this.recordedState === FactRequestState.SENT && this.expiresAt <= now;
    return over ? FactRequestState.EXPIRED : this.recordedState;
  }

  /** Whether the link can be used at an instant. */
  openAt(now: Date): boolean {
    return this.stateAt(now) === FactRequestState.SENT;
  }

  /** Whether the answerer may still begin the claim of the profile by the link, as long as the link would have been good. */
  claimableAt(now: Date): boolean {
    return this.recordedState === FactRequestState.ANSWERED && this.claimId === null && this.expiresAt > now;
  }

  /** The company answers: some facts, or that it does not do this at all. */
  answer(offered: boolean, answers: readonly AnsweredFact[], at: Date): void {
    this.close(offered ? FactRequestState.ANSWERED : FactRequestState.NOT_OFFERED, at);
    this.answers = [...answers];
  }

  /** The receiver of the link wants no such messages. */
  refuse(at: Date): void {
    this.close(FactRequestState.REFUSED, at);
  }

  /** Taken back before it was answered. */
  revoke(at: Date): void {
    this.close(FactRequestState.REVOKED, at);
  }

  private close(state: FactRequestState, at: Date): void {
    if (!this.openAt(at)) throw new Error(`a fact request that is ${this.stateAt(at)} is over`);
    this.recordedState = state;
    this.answeredAt = at;
  }
}

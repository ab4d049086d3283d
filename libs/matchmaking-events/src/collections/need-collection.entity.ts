import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type CollectedNeedKind, CollectedNeedState, type ConsentForm } from './need-collection.enums.js';

/** A bureau collects needs for an event, through districts, until a deadline. */
@Entity('need_collection')
@Index('need_collection_event_id_id_idx', ['eventId', 'id'])
export class NeedCollection {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  /** The bureau: an organization that organizes the event. */
  @ForeignKey('Organization')
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  instructions!: string | null;

  @Column('timestamptz')
  deadline!: Date;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A district that brings in needs: its delegates are the members of an organization, such as the district's bureau. */
@Entity('collection_district')
@Unique('collection_district_collection_id_position_key', ['collectionId', 'position'])
@Index('collection_district_delegate_organization_id_idx', ['delegateOrganizationId'])
export class CollectionDistrict {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('NeedCollection', { onDelete: 'CASCADE' })
  @Column('uuid')
  collectionId!: string;

  /** From 1. */
  @Column('int')
  position!: number;

  @Column('text')
  name!: string;

  /** How many needs the bureau expects of it at least. */
  @Column('int')
  quota!: number;

  @ForeignKey('Organization')
  @Column('uuid')
  delegateOrganizationId!: string;
}

/** What a delegate writes down of a company's need. */
export type CollectedTerms = Pick<
  CollectedNeed,
  | 'organizationId'
  | 'companyName'
  | 'creditCode'
  | 'kind'
  | 'title'
  | 'description'
  | 'quantity'
  | 'public'
  | 'consentGivenBy'
  | 'consentGivenOn'
  | 'consentForm'
>;

/** A company's need as a district brings it in; the company need not have an account, its consent is written down. */
@Entity('collected_need')
@Index('collected_need_collection_id_id_idx', ['collectionId', 'id'])
@Index('collected_need_district_id_idx', ['districtId'])
export class CollectedNeed {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('NeedCollection', { onDelete: 'CASCADE' })
  @Column('uuid')
  collectionId!: string;

  @ForeignKey('CollectionDistrict', { onDelete: 'CASCADE' })
  @Column('uuid')
  districtId!: string;

  /** The company, where it has a profile here. */
  @ForeignKey('Organization')
  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Column('text')
  companyName!: string;

  @Column('text', { nullable: true })
  creditCode!: string | null;

  @Column('text')
  kind!: CollectedNeedKind;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** Amount and unit in the company's words. */
  @Column('text', { nullable: true })
  quantity!: string | null;

  /** Whether the company lets it be published. */
  @Column('boolean')
  public!: boolean;

  /** Position of who agreed for the company, such as 采购部负责人: no name, since the position is enough. */
  @Column('text')
  consentGivenBy!: string;

  @Column('date')
  consentGivenOn!: string;

  @Column('text')
  consentForm!: ConsentForm;

  @Column('text')
  state!: CollectedNeedState;

  @Column('text', { nullable: true })
  returnReason!: string | null;

  /** The draft of a need that it became. */
  @ForeignKey('ProcurementNeed', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  needId!: string | null;

  /** The delegate who wrote it down; null once erased. */
  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Whether the district may still change it. */
  get withDistrict(): boolean {
    return this.state === CollectedNeedState.DRAFT || this.state === CollectedNeedState.RETURNED;
  }

  /** The district writes it down, or again, and hands it in or not yet. */
  enter(terms: CollectedTerms, submit: boolean, at: Date): void {
    if (!this.withDistrict) throw new Error(`it is ${this.state}`);
    Object.assign(this, terms);
    this.move(submit ? CollectedNeedState.SUBMITTED : CollectedNeedState.DRAFT, at);
  }

  /** The bureau gives it back. */
  giveBack(reason: string, at: Date): void {
    if (this.state !== CollectedNeedState.SUBMITTED) throw new Error(`it is ${this.state}`);
    this.move(CollectedNeedState.RETURNED, at);
    this.returnReason = reason;
  }

  /** The bureau takes it over as a need. */
  accept(needId: string, at: Date): void {
    if (this.state !== CollectedNeedState.SUBMITTED) throw new Error(`it is ${this.state}`);
    this.move(CollectedNeedState.ACCEPTED, at);
    this.needId = needId;
  }

  private move(state: CollectedNeedState, at: Date): void {
    this.state = state;
    this.returnReason = null;
    this.version += 1;
    this.updatedAt = at;
  }
}

/** A supplier that the bureau invites to the event because of a collected need. */
@Entity('collected_need_invitation')
export class CollectedNeedInvitation {
  @ForeignKey('CollectedNeed', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  collectedNeedId!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('timestamptz')
  invitedAt!: Date;
}

import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';

/** What an unverified organization may do a few times a day. */
export enum QuotaAction {
  PUBLISH_CAPABILITY = 'PUBLISH_CAPABILITY',
  PUBLISH_NEED = 'PUBLISH_NEED',
  RESPOND_TO_NEED = 'RESPOND_TO_NEED',
  INVITE_ORGANIZATION = 'INVITE_ORGANIZATION',
}

/** How often an unverified organization has done something on a day. */
@Entity('unverified_quota_use')
export class UnverifiedQuotaUse {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  organizationId!: string;

  @PrimaryColumn('text')
  action!: QuotaAction;

  /** The day in UTC. */
  @PrimaryColumn('date')
  day!: string;

  @Column('int')
  used!: number;
}

import { Access } from '@app/identity';
import { connectionType, PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';

@ObjectType('AuditDetail', { description: 'A further id or code of an audit entry.' })
@Access('staff')
export class AuditDetailType {
  @Field({ description: 'What it is: `role`, `invitation`.' })
  name!: string;

  @Field({ description: 'The id or code.' })
  value!: string;
}

@ObjectType('AuditEntry', { description: 'A privileged action that was done.' })
@Access('staff')
export class AuditEntryType {
  readonly id!: string;

  readonly actorId!: string | null;

  readonly subjectId!: string;

  readonly ids!: Record<string, string>;

  @Field(() => Int, { description: 'Place in the chain, from 1, without a gap.' })
  position!: number;

  @Field({ description: 'When it was done.' })
  at!: Date;

  @Field({ description: 'What was done: `MEMBER_ROLE_CHANGED`.' })
  action!: string;

  @Field({ description: 'To what kind of thing: `Organization`.' })
  subjectType!: string;

  @Field({ description: 'SHA-256 over the entry and the hash of the entry before, hexadecimal.' })
  hash!: string;
}

export const AuditEntryConnection = connectionType(AuditEntryType, 'AuditEntry');

/** What a reader of the audit log looks for. */
@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  @IsOptional()
  @Length(1, 200)
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this thing.' })
  @IsOptional()
  @Length(1, 200)
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only actions of this kind.' })
  @IsOptional()
  @Length(1, 100)
  action?: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only what was done at this time or later.',
  })
  @IsOptional()
  since?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only what was done before this time.' })
  @IsOptional()
  until?: Date | null;
}

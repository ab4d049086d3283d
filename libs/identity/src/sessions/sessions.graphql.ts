import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';

@ObjectType('Session', { description: 'A place where a person is signed in.' })
@Access('the person only')
export class SessionType {
  readonly id!: string;

  @Field({ description: 'Network address of the sign-in.' })
  address!: string;

  @Field({ description: 'When the person signed in here.' })
  createdAt!: Date;

  @Field({ description: 'Last use, to the hour.' })
  lastSeenAt!: Date;

  @Field({ description: 'When the session ends unless it is used.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'Sessions have ended; their tokens are worth nothing from now on.' })
@Access('the person only')
export class EndedSessionsPayload {
  @Field(() => Int, { description: 'How many sessions ended.' })
  readonly endedSessions: number;

  constructor(endedSessions: number) {
    this.endedSessions = endedSessions;
  }
}

@InputType({ description: 'Ends one session.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session, as `me { sessions }` gives it.' })
  sessionId!: string;
}

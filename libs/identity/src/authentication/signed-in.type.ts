import { Field, ObjectType } from '@nestjs/graphql';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { UserType } from '../users/user.type.js';
import { Access } from '../viewer/access.js';

@ObjectType({
  description: 'A person is signed in. Browsers also get the token as a cookie that scripts cannot read.',
})
@Access('the person who signed in')
export class SignedInPayload {
  @Field(() => UserType, { description: 'Who is signed in.' })
  readonly user: UserType;

  @Field({ description: 'Token for the Authorization header, as `Bearer …`; shown here and never again.' })
  readonly token: string;

  @Field({ description: 'When the session ends unless it is used; each use moves the end.' })
  readonly expiresAt: Date;

  /** Until when a browser keeps its cookie. */
  readonly cookieExpiresAt: Date;

  constructor(user: UserType, session: OpenedSession) {
    this.user = user;
    this.token = session.token;
    this.expiresAt = session.expiresAt;
    this.cookieExpiresAt = session.cookieExpiresAt;
  }
}

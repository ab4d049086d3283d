import type { DeviceCookie } from '../devices/trusted-devices.service.js';
import { Field, ObjectType } from '@nestjs/graphql';
import type { SignedInSession } from '../sessions/sessions.service.js';
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

  /** What tells this browser from strangers when it signs in again. */
  readonly device: DeviceCookie;

  constructor(user: UserType, session: SignedInSession) {
    this.user = user;
    this.token = session.token;
    this.expiresAt = session.expiresAt;
    this.cookieExpiresAt = session.cookieExpiresAt;
    this.device = session.device;
  }
}

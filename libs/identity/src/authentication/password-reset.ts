import { AuditLog } from '@app/audit';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { WrongCodeError } from '../codes/codes.errors.js';
import { CodePurpose } from '../codes/one-time-code.entity.js';
import { OneTimeCodes } from '../codes/one-time-codes.service.js';
import type { Requester } from '../viewer/request-context.js';
import type { Identifier } from '../identifiers/identifier.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordWeakness } from '../passwords/password.policy.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users/users.repository.js';
import { WeakPasswordError } from './authentication.errors.js';
import { SignedInPayload } from './signed-in.type.js';

/** Somebody who forgot the password, with the code that proves the identifier. */
export interface ForgetfulPerson {
  readonly identifier: Identifier;
  readonly code: string;
  readonly newPassword: string;
  readonly requester: Requester;
}

/** A forgotten password is replaced by means of a code: all sessions end, and a new one begins here. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async reset(
    person: ForgetfulPerson,
  ): Promise<SignedInPayload | WrongCodeError | WeakPasswordError | TooManyAttemptsError> {
    const weakness = passwordWeakness(person.newPassword, [person.identifier]);
    if (weakness) return new WeakPasswordError(weakness, 'input.newPassword');
    return this.codes.redeemFor({ ...person, purpose: CodePurpose.RESET_PASSWORD }, () =>
      this.replacePassword(person),
    );
  }

  private async replacePassword({
    identifier,
    newPassword,
    requester,
  }: ForgetfulPerson): Promise<SignedInPayload | WrongCodeError> {
    const user = await this.users.byIdentifier(identifier);
    if (!user) return new WrongCodeError();
    await this.users.setPassword(user.id, await this.hasher.hash(newPassword));
    await this.sessions.endAll(user.id);
    const session = await this.sessions.openTrusted(user.id, requester);
    await this.audit.record({
      actorId: user.id,
      action: 'PASSWORD_RESET',
      subjectType: 'User',
      subjectId: user.id,
    });
    return new SignedInPayload(user, session);
  }
}

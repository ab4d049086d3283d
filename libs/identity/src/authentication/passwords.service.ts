import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { passwordWeakness } from './password.policy.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { PasswordHasher } from '../security/password-hasher.js';
import { EndedSessionsPayload } from '../sessions/sessions.graphql.js';
import { Sessions } from '../sessions/sessions.service.js';
import { TrustedDevicesService } from '../sessions/trusted-devices.service.js';
import type { Identifier } from '../users/identifier.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Requester } from '../viewer/request-context.js';
import type { Viewer } from '../viewer/viewer.js';
import { SignedInPayload } from './authentication.graphql.js';
import { WeakPasswordError, WrongCodeError, WrongPasswordError } from './authentication.texts.js';
import { CodePurpose } from './one-time-code.entity.js';
import { OneTimeCodesService } from './one-time-codes.service.js';
import { PasswordCheckService } from './password-check.service.js';

/** A person who forgot the password, with the code that proves the identifier. */
interface ForgottenPassword {
  readonly identifier: Identifier;
  readonly code: string;
  readonly newPassword: string;
  readonly requester: Requester;
}

/** Changes and resets passwords. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersRepository,
    private readonly passwords: PasswordCheckService,
    private readonly codes: OneTimeCodesService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly devices: TrustedDevicesService,
    private readonly audit: AuditLog,
  ) {}

  /** Changes the password of a signed-in person and ends all other sessions of the person. */
  async changePassword(
    viewer: Viewer,
    typed: { currentPassword: string; newPassword: string; requester: Requester },
  ): Promise<EndedSessionsPayload | WrongPasswordError | WeakPasswordError | TooManyAttemptsError> {
    const user = viewer.userId ? await this.users.findUser(viewer.userId) : null;
    if (!user) throw new UnauthenticatedError();
    const weakness = passwordWeakness(typed.newPassword, await this.users.findIdentifiers([user.id]));
    if (weakness) return new WeakPasswordError(weakness, 'input.newPassword');
    const { address, device } = typed.requester;
    const right = await this.passwords.checkPassword({
      of: user.id,
      address,
      deviceId: await this.devices.findForUser(device, user.id),
      password: typed.currentPassword,
      hash: user.passwordHash,
    });
    if (right instanceof TooManyAttemptsError) return right;
    if (!right) return new WrongPasswordError();
    const passwordHash = await this.hasher.hash(typed.newPassword);
    return this.transactions.run(async () => {
      await this.users.setPassword(user.id, passwordHash);
      const ended = await this.sessions.endAllSessions(user.id, { sessionId: viewer.sessionId, device });
      await this.audit.record({
        actorId: user.id,
        action: 'PASSWORD_CHANGED',
        subjectType: 'User',
        subjectId: user.id,
      });
      return new EndedSessionsPayload(ended);
    });
  }
  /** Replaces a forgotten password with the help of a code. All sessions end and a new one begins here. */
  async resetPassword(
    person: ForgottenPassword,
  ): Promise<SignedInPayload | WrongCodeError | WeakPasswordError | TooManyAttemptsError> {
    const weakness = passwordWeakness(person.newPassword, [person.identifier]);
    if (weakness) return new WeakPasswordError(weakness, 'input.newPassword');
    return this.codes.redeemCode({ ...person, purpose: CodePurpose.RESET_PASSWORD }, () =>
      this.replacePassword(person),
    );
  }

  private async replacePassword({
    identifier,
    newPassword,
    requester,
  }: ForgottenPassword): Promise<SignedInPayload | WrongCodeError> {
    const user = await this.users.findByIdentifier(identifier);
    if (!user) return new WrongCodeError();
    await this.users.setPassword(user.id, await this.hasher.hash(newPassword));
    await this.sessions.endAllSessions(user.id);
    const session = await this.sessions.openTrustedSession(user.id, requester);
    await this.audit.record({
      actorId: user.id,
      action: 'PASSWORD_RESET',
      subjectType: 'User',
      subjectId: user.id,
    });
    return new SignedInPayload(user, session);
  }
}

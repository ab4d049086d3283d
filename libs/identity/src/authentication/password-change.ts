import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Requester } from '../viewer/request-context.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordWeakness } from '../passwords/password.policy.js';
import { EndedSessionsPayload } from '../sessions/session.type.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { WeakPasswordError, WrongPasswordError } from './authentication.errors.js';
import { PasswordCheck } from './password-check.js';

/** A signed-in person takes another password; everywhere else the person is signed out. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersRepository,
    private readonly passwords: PasswordCheck,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly devices: TrustedDevices,
    private readonly audit: AuditLog,
  ) {}

  async change(
    viewer: Viewer,
    typed: { currentPassword: string; newPassword: string; requester: Requester },
  ): Promise<EndedSessionsPayload | WrongPasswordError | WeakPasswordError | TooManyAttemptsError> {
    const user = viewer.userId ? await this.users.byId(viewer.userId) : null;
    if (!user) throw new UnauthenticatedError();
    const weakness = passwordWeakness(typed.newPassword, await this.users.identifiersOf([user.id]));
    if (weakness) return new WeakPasswordError(weakness, 'input.newPassword');
    const { address, device } = typed.requester;
    const right = await this.passwords.check({
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
      const ended = await this.sessions.endAll(user.id, { sessionId: viewer.sessionId, device });
      await this.audit.record({
        actorId: user.id,
        action: 'PASSWORD_CHANGED',
        subjectType: 'User',
        subjectId: user.id,
      });
      return new EndedSessionsPayload(ended);
    });
  }
}

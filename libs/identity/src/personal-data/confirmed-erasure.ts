import { UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { WrongPasswordError } from '../authentication/authentication.errors.js';
import { PasswordCheck } from '../authentication/password-check.js';
import type { Requester } from '../viewer/request-context.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { AccountErasure } from './account-erasure.js';
import type { SuccessorNeededError } from './personal-data.errors.js';
import type { AccountErasedPayload } from './personal-data.type.js';

/** What cannot be undone is asked for with the password, so that a session left open does not suffice. */
@Injectable()
export class ConfirmedErasure {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordCheck,
    private readonly erasure: AccountErasure,
    private readonly devices: TrustedDevices,
  ) {}

  async run(
    viewer: Viewer,
    { password, requester: { address, device } }: { password: string; requester: Requester },
  ): Promise<AccountErasedPayload | SuccessorNeededError | WrongPasswordError | TooManyAttemptsError> {
    const user = viewer.userId ? await this.users.byId(viewer.userId) : null;
    if (!user) throw new UnauthenticatedError();
    const deviceId = await this.devices.findForUser(device, user.id);
    const hash = user.passwordHash;
    const right = await this.passwords.check({ of: user.id, address, deviceId, password, hash });
    if (right instanceof TooManyAttemptsError) return right;
    if (!right) return new WrongPasswordError();
    const identifiers = await this.users.identifiersOf([user.id]);
    return this.erasure.run({ userId: user.id, identifiers });
  }
}

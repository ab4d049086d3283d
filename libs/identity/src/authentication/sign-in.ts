import { SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { WrongCodeError } from '../codes/codes.errors.js';
import { CodePurpose } from '../codes/one-time-code.entity.js';
import { OneTimeCodes } from '../codes/one-time-codes.service.js';
import type { Requester } from '../viewer/request-context.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import type { Identifier } from '../identifiers/identifier.js';
import { Sessions } from '../sessions/sessions.service.js';
import { DEMONSTRATION_PASSWORD } from '../passwords/common-passwords.js';
import { Users } from '../users/users.service.js';
import { WrongCredentialsError } from './authentication.errors.js';
import { PasswordCheck } from './password-check.js';
import { SignedInPayload } from './signed-in.type.js';

/** A person comes back, with a password or with a one-time code. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: Users,
    private readonly passwords: PasswordCheck,
    private readonly codes: OneTimeCodes,
    private readonly sessions: Sessions,
    private readonly devices: TrustedDevices,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'production'>,
  ) {}

  /** By password. An unknown identifier costs the same work and gets the same answer as a wrong password. */
  async withPassword(
    identifier: Identifier,
    password: string,
    requester: Requester,
  ): Promise<SignedInPayload | WrongCredentialsError | TooManyAttemptsError> {
    const user = await this.users.byIdentifier(identifier);
    const hash = user?.passwordHash ?? null;
    const deviceId = await this.devices.findForIdentifier(requester.device, identifier);
    const { address } = requester;
    const right = await this.passwords.check({ of: identifier.value, address, deviceId, password, hash });
    if (right instanceof TooManyAttemptsError) return right;
    const isPublic = this.settings.production && password === DEMONSTRATION_PASSWORD;
    if (!right || !user || isPublic) return new WrongCredentialsError();
    return new SignedInPayload(user, await this.sessions.openTrusted(user.id, requester));
  }

  /** By code. Only the holder of a known identifier was ever told a code that fits. */
  withCode(
    identifier: Identifier,
    code: string,
    requester: Requester,
  ): Promise<SignedInPayload | WrongCodeError | TooManyAttemptsError> {
    return this.codes.redeemFor({ identifier, code, requester, purpose: CodePurpose.SIGN_IN }, async () => {
      const user = await this.users.byIdentifier(identifier);
      return user
        ? new SignedInPayload(user, await this.sessions.openTrusted(user.id, requester))
        : new WrongCodeError();
    });
  }
}

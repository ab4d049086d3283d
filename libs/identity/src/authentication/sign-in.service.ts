import { DomainError, type Locale, SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DEMONSTRATION_PASSWORD } from './common-passwords.js';
import { passwordWeakness } from './password.policy.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { PasswordHasher } from '../security/password-hasher.js';
import { Sessions } from '../sessions/sessions.service.js';
import { TrustedDevicesService } from '../sessions/trusted-devices.service.js';
import type { Identifier } from '../users/identifier.js';
import type { User } from '../users/user.entity.js';
import { Users } from '../users/users.service.js';
import type { Requester } from '../viewer/request-context.js';
import { SignedInPayload } from './authentication.graphql.js';
import {
  IdentifierTakenError,
  WeakPasswordError,
  WrongCodeError,
  WrongCredentialsError,
} from './authentication.texts.js';
import { CodePurpose } from './one-time-code.entity.js';
import { OneTimeCodesService } from './one-time-codes.service.js';
import { PasswordCheckService } from './password-check.service.js';

/** A person who wants to register, with the code that proves the identifier. */
interface Applicant {
  readonly identifier: Identifier;
  readonly code: string;
  readonly name: string;
  readonly password: string;
  readonly locale: Locale;
  readonly requester: Requester;
}

type RegistrationResult =
  SignedInPayload | WrongCodeError | WeakPasswordError | IdentifierTakenError | TooManyAttemptsError;

/** Registers persons and signs them in, with a password or a one-time code. */
@Injectable()
export class SignInService {
  constructor(
    private readonly users: Users,
    private readonly passwords: PasswordCheckService,
    private readonly codes: OneTimeCodesService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly devices: TrustedDevicesService,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'production'>,
  ) {}

  /** Adds a person and signs the person in. Consuming the code, adding and signing in succeed or fail together. */
  async registerPerson(applicant: Applicant): Promise<RegistrationResult> {
    const weakness = passwordWeakness(applicant.password, [applicant.identifier]);
    if (weakness) return new WeakPasswordError(weakness, 'input.password');
    try {
      return await this.codes.redeemCode({ ...applicant, purpose: CodePurpose.REGISTER }, () =>
        this.addPerson(applicant),
      );
    } catch (error) {
      // Another person took the identifier after the code was sent. The holder of the code may know.
      if (error instanceof DomainError && error.code === 'IDENTIFIER_TAKEN')
        return new IdentifierTakenError();
      throw error;
    }
  }

  /** Signs in with a password. An unknown identifier costs the same work and gets the same answer as a wrong password. */
  async signInWithPassword(
    identifier: Identifier,
    password: string,
    requester: Requester,
  ): Promise<SignedInPayload | WrongCredentialsError | TooManyAttemptsError> {
    const user = await this.users.findByIdentifier(identifier);
    const hash = user?.passwordHash ?? null;
    const deviceId = await this.devices.findForIdentifier(requester.device, identifier);
    const { address } = requester;
    const typed = { of: identifier.value, address, deviceId, password, hash };
    const right = await this.passwords.checkPassword(typed);
    if (right instanceof TooManyAttemptsError) return right;
    const isPublic = this.settings.production && password === DEMONSTRATION_PASSWORD;
    if (!right || !user || isPublic) return new WrongCredentialsError();
    return this.openSession(user, requester);
  }

  /** Signs in with a one-time code. Only the holder of a known identifier receives one. */
  signInWithCode(
    identifier: Identifier,
    code: string,
    requester: Requester,
  ): Promise<SignedInPayload | WrongCodeError | TooManyAttemptsError> {
    return this.codes.redeemCode({ identifier, code, requester, purpose: CodePurpose.SIGN_IN }, async () => {
      const user = await this.users.findByIdentifier(identifier);
      return user ? this.openSession(user, requester) : new WrongCodeError();
    });
  }

  private async addPerson({
    identifier,
    name,
    password,
    locale,
    requester,
  }: Applicant): Promise<SignedInPayload> {
    const passwordHash = await this.hasher.hash(password);
    const user = await this.users.addUser({ name, locale, passwordHash }, [identifier]);
    return this.openSession(user, requester);
  }

  private async openSession(user: User, requester: Requester): Promise<SignedInPayload> {
    return new SignedInPayload(user, await this.sessions.openTrustedSession(user.id, requester));
  }
}

import { DomainError, type Locale } from '@app/kernel';
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
import { Users } from '../users/users.service.js';
import { IdentifierTakenError, WeakPasswordError } from './authentication.errors.js';
import { SignedInPayload } from './signed-in.type.js';

/** Somebody who wants to become a user, with the code that proves the identifier. */
export interface Applicant {
  readonly identifier: Identifier;
  readonly code: string;
  readonly name: string;
  readonly password: string;
  readonly locale: Locale;
  readonly requester: Requester;
}

export type RegistrationResult =
  SignedInPayload | WrongCodeError | WeakPasswordError | IdentifierTakenError | TooManyAttemptsError;

/** A person registers: the code is consumed, the person added and signed in, all or nothing. */
@Injectable()
export class Registration {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly users: Users,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
  ) {}

  async register(applicant: Applicant): Promise<RegistrationResult> {
    const weakness = passwordWeakness(applicant.password, [applicant.identifier]);
    if (weakness) return new WeakPasswordError(weakness, 'input.password');
    try {
      return await this.codes.redeemFor({ ...applicant, purpose: CodePurpose.REGISTER }, () =>
        this.admit(applicant),
      );
    } catch (error) {
      // Somebody else got the identifier since the code was asked for; whoever holds the code may know.
      if (error instanceof DomainError && error.code === 'IDENTIFIER_TAKEN')
        return new IdentifierTakenError();
      throw error;
    }
  }

  private async admit({
    identifier,
    name,
    password,
    locale,
    requester,
  }: Applicant): Promise<SignedInPayload> {
    const passwordHash = await this.hasher.hash(password);
    const user = await this.users.add({ name, locale, passwordHash }, [identifier]);
    return new SignedInPayload(user, await this.sessions.openTrusted(user.id, requester));
  }
}

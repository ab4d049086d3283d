import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TrustedDevicesService } from '../sessions/trusted-devices.service.js';
import { parseIdentifier } from '../users/identifier.js';
import { Access } from '../viewer/access.js';
import { CurrentRequest, type RequestContext } from '../viewer/request-context.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  RegisterInput,
  RegisterResult,
  RequestCodeInput,
  RequestCodeResult,
  ResetPasswordInput,
  ResetPasswordResult,
  SignedInPayload,
  SignInInput,
  SignInResult,
  SignInWithCodeInput,
  SignInWithCodeResult,
} from './authentication.graphql.js';
import { OneTimeCodesService } from './one-time-codes.service.js';
import { PasswordsService } from './passwords.service.js';
import { SignInService } from './sign-in.service.js';

/** Sets the cookies of the portal if the sign-in succeeded, and returns the result. */
function withSessionCookie<T extends object>(request: RequestContext, result: T): T {
  if (result instanceof SignedInPayload) {
    request.setSessionCookie(result.token, result.cookieExpiresAt);
    request.setDeviceCookie(result.device.token, result.device.expiresAt);
  }
  return result;
}

/** Registration, sign-in and passwords. */
@Resolver()
export class AuthenticationResolver {
  constructor(
    private readonly codes: OneTimeCodesService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly devices: TrustedDevicesService,
  ) {}

  @Mutation(() => RequestCodeResult, {
    description:
      'Sends a one-time code. The answer is the same whether the identifier is known or not. For everyone; rate-limited.',
  })
  @Access('everyone')
  async requestCode(
    @Args('input', { description: 'Where the code shall go and what for.' })
    { identifier, purpose }: RequestCodeInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<RequestCodeResult> {
    const cookie = this.devices.issueCookie();
    const { address, locale, device } = request;
    const requester = { address, device: device ?? cookie.token };
    const wish = { identifier: parseIdentifier(identifier), purpose, requester, locale };
    const result = await this.codes.sendCode(wish);
    if (!device) request.setDeviceCookie(cookie.token, cookie.expiresAt);
    return result;
  }

  @Mutation(() => RegisterResult, {
    description:
      'Adds a person who has proved to hold an identifier, and signs the person in. For everyone with a code.',
  })
  @Access('everyone who holds a code for REGISTER')
  async register(
    @Args('input', { description: 'The new person.' }) input: RegisterInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<RegisterResult> {
    const applicant = { ...input, identifier: parseIdentifier(input.identifier), requester: request };
    return withSessionCookie(request, await this.signIns.registerPerson(applicant));
  }

  @Mutation(() => SignInResult, {
    description: 'Signs in with a password. Wrong ones lead to growing pauses. For everyone.',
  })
  @Access('everyone')
  async signIn(
    @Args('input', { description: 'Who signs in.' }) { identifier, password }: SignInInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<SignInResult> {
    const signedIn = await this.signIns.signInWithPassword(parseIdentifier(identifier), password, request);
    return withSessionCookie(request, signedIn);
  }

  @Mutation(() => SignInWithCodeResult, {
    description: 'Signs in with a one-time code. For everyone with a code.',
  })
  @Access('everyone who holds a code for SIGN_IN')
  async signInWithCode(
    @Args('input', { description: 'Who signs in.' }) { identifier, code }: SignInWithCodeInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<SignInWithCodeResult> {
    const signedIn = await this.signIns.signInWithCode(parseIdentifier(identifier), code, request);
    return withSessionCookie(request, signedIn);
  }

  @Mutation(() => ResetPasswordResult, {
    description:
      'Replaces a forgotten password; all sessions end and a new one begins here. For everyone with a code.',
  })
  @Access('everyone who holds a code for RESET_PASSWORD')
  async resetPassword(
    @Args('input', { description: 'The code and the new password.' }) input: ResetPasswordInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<ResetPasswordResult> {
    const person = { ...input, identifier: parseIdentifier(input.identifier), requester: request };
    return withSessionCookie(request, await this.passwords.resetPassword(person));
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Takes another password; all other sessions end. Requires sign-in and the current password.',
  })
  @Access('the person only', 'SIGNED_IN')
  changePassword(
    @Args('input', { description: 'The present and the new password.' }) input: ChangePasswordInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<ChangePasswordResult> {
    return this.passwords.changePassword(request.viewer, { ...input, requester: request });
  }
}

import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RequestCode } from '../codes/request-code.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import { parseIdentifier } from '../identifiers/identifier.js';
import { Access } from '../viewer/access.js';
import { CurrentRequest, type RequestContext } from '../viewer/request-context.js';
import {
  RegisterResult,
  RequestCodeResult,
  SignInResult,
  SignInWithCodeResult,
} from './authentication.type.js';
import {
  RegisterInput,
  RequestCodeInput,
  SignInInput,
  SignInWithCodeInput,
} from './dto/authentication.input.js';
import { Registration } from './registration.js';
import { SignIn } from './sign-in.js';
import { withSessionCookie } from './session-cookie.js';

/** How a guest becomes a signed-in user. */
@Resolver()
export class AuthenticationResolver {
  constructor(
    private readonly requestCodeUseCase: RequestCode,
    private readonly registration: Registration,
    private readonly signIns: SignIn,
    private readonly devices: TrustedDevices,
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
    const result = await this.requestCodeUseCase.run(wish);
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
    return withSessionCookie(request, await this.registration.register(applicant));
  }

  @Mutation(() => SignInResult, {
    description: 'Signs in with a password. Wrong ones lead to growing pauses. For everyone.',
  })
  @Access('everyone')
  async signIn(
    @Args('input', { description: 'Who signs in.' }) { identifier, password }: SignInInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<SignInResult> {
    const signedIn = await this.signIns.withPassword(parseIdentifier(identifier), password, request);
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
    const signedIn = await this.signIns.withCode(parseIdentifier(identifier), code, request);
    return withSessionCookie(request, signedIn);
  }
}

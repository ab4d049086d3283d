import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RequestCode } from '../codes/request-code.js';
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
  ) {}

  @Mutation(() => RequestCodeResult, {
    description:
      'Sends a one-time code. The answer is the same whether the identifier is known or not. For everyone; rate-limited.',
  })
  @Access('everyone')
  requestCode(
    @Args('input', { description: 'Where the code shall go and what for.' })
    { identifier, purpose }: RequestCodeInput,
    @CurrentRequest() { address, locale }: RequestContext,
  ): Promise<RequestCodeResult> {
    return this.requestCodeUseCase.run({ identifier: parseIdentifier(identifier), purpose, address, locale });
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
    const applicant = { ...input, identifier: parseIdentifier(input.identifier), address: request.address };
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
    const signedIn = await this.signIns.withPassword(parseIdentifier(identifier), password, request.address);
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
    const signedIn = await this.signIns.withCode(parseIdentifier(identifier), code, request.address);
    return withSessionCookie(request, signedIn);
  }
}

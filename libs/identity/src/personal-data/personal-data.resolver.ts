import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { CurrentRequest, CurrentViewer, type RequestContext } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { PersonalDataService } from './personal-data.service.js';
import {
  AccountErasedPayload,
  EraseMyAccountInput,
  EraseMyAccountResult,
  ExportMyDataResult,
} from './personal-data.graphql.js';

/** What a person may ask of the platform about their own data. */
@Resolver()
export class PersonalDataResolver {
  constructor(private readonly personalData: PersonalDataService) {}

  @Mutation(() => ExportMyDataResult, {
    description:
      'Gives all that the platform holds on the viewer, at most ten times a day; each export is recorded in the audit log. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  exportMyData(@CurrentViewer() viewer: Viewer): Promise<ExportMyDataResult> {
    return this.personalData.exportData(viewer);
  }

  @Mutation(() => EraseMyAccountResult, {
    description:
      'Erases the viewer’s account for ever; organizations that the viewer alone owns need another owner first. Requires sign-in and the password.',
  })
  @Access('the person only', 'SIGNED_IN')
  async eraseMyAccount(
    @Args('input', { description: 'The confirmation.' }) { currentPassword }: EraseMyAccountInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<EraseMyAccountResult> {
    const erased = await this.personalData.eraseAccount(request.viewer, {
      password: currentPassword,
      requester: request,
    });
    if (erased instanceof AccountErasedPayload) request.setSessionCookie(null);
    return erased;
  }
}

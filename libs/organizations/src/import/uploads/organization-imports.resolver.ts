import { Access, CurrentLocale, CurrentViewer, type Viewer } from '@app/identity';
import { encodeGlobalId, keyOf, type Locale, MoneyType, renderText } from '@app/kernel';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { UnderstoodRow } from '../rows/imported-organization.js';
import {
  ImportUnderstoodRowType,
  OrganizationImportPayload,
  OrganizationImportStateError,
  OrganizationImportType,
  RunOrganizationImportInput,
  RunOrganizationImportResult,
  StartOrganizationImportInput,
  StartOrganizationImportResult,
  UploadOrganizationImportPartInput,
  UploadOrganizationImportPartResult,
} from './organization-import.graphql.js';
import type { OrganizationImport } from './organization-import.js';
import { OrganizationImportsService } from './organization-imports.service.js';

const MAX_SCOPE_SHOWN = 200;

/** An uploaded list in the reader's language. */
function presentImport(list: OrganizationImport, locale: Locale): OrganizationImportType {
  const { id, outcome, problems, failure, ...rest } = list;
  return {
    ...rest,
    id: encodeGlobalId('OrganizationImport', id),
    counts: outcome,
    // Lists that were checked before columns and rows were told have none.
    columns: (outcome?.columns ?? []).map(({ dropped, ...column }) => ({
      ...column,
      droppedBecause: dropped && renderText(locale, dropped),
    })),
    firstRows: (outcome?.firstRows ?? []).map((row) => ({
      ...row,
      businessScope: row.businessScope && row.businessScope.slice(0, MAX_SCOPE_SHOWN),
    })) satisfies UnderstoodRow[],
    problems: problems.map(({ line, column, code, params, severity }) => ({
      line,
      column,
      message: renderText(locale, code, params),
      rejected: severity === 'REJECTED',
    })),
    failure: failure && renderText(locale, failure.code, failure.params),
  };
}

const TYPE = 'OrganizationImport';

/** Lists of organizations that staff upload. */
@Resolver()
export class OrganizationImportsResolver {
  constructor(private readonly imports: OrganizationImportsService) {}

  @Query(() => [OrganizationImportType], {
    description: 'The latest lists, the newest first, at most 20. For staff.',
  })
  @Access('staff', 'STAFF')
  async organizationImports(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
  ): Promise<OrganizationImportType[]> {
    return (await this.imports.listLatestImports(viewer)).map((list) => presentImport(list, locale));
  }

  @Query(() => OrganizationImportType, { nullable: true, description: 'One list. For staff.' })
  @Access('staff', 'STAFF')
  async organizationImport(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<OrganizationImportType | null> {
    const list = await this.imports.findImport(viewer, keyOf(id, TYPE));
    return list && presentImport(list, locale);
  }

  @Mutation(() => StartOrganizationImportResult, {
    description: 'Announces a list of organizations that will come in parts. For staff.',
  })
  @Access('staff', 'STAFF')
  async startOrganizationImport(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'The file.' }) input: StartOrganizationImportInput,
  ): Promise<StartOrganizationImportResult> {
    return payload(await this.imports.startImport(viewer, input), locale);
  }

  @Mutation(() => UploadOrganizationImportPartResult, {
    description: 'Uploads a part of a list; the worker checks it once all parts are there. For staff.',
  })
  @Access('staff', 'STAFF')
  async uploadOrganizationImportPart(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'The part.' }) input: UploadOrganizationImportPartInput,
  ): Promise<UploadOrganizationImportPartResult> {
    const importId = keyOf(input.importId, TYPE);
    const content = Buffer.from(input.content, 'base64');
    return answer(
      await this.imports.uploadPart(viewer, { importId, position: input.position, content }),
      locale,
    );
  }

  @Mutation(() => RunOrganizationImportResult, {
    description: 'Imports a list that was checked: its good rows or, when something fails, none. For staff.',
  })
  @Access('staff', 'STAFF')
  async runOrganizationImport(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'Which list.' }) input: RunOrganizationImportInput,
  ): Promise<RunOrganizationImportResult> {
    return answer(await this.imports.runImport(viewer, keyOf(input.importId, TYPE)), locale);
  }
}

/** What a row of a list names by code, in words. */
@Resolver(() => ImportUnderstoodRowType)
export class ImportUnderstoodRowResolver {
  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {}

  @ResolveField(() => RegionType, {
    nullable: true,
    description: 'Where it is, as narrowly as the list says.',
  })
  region(@Parent() { regionCode }: UnderstoodRow): RegionType | null {
    return (regionCode && this.regions.get(regionCode)) || null;
  }

  @ResolveField(() => IndustryType, { nullable: true, description: 'Its industry.' })
  industry(@Parent() { industryCode }: UnderstoodRow): IndustryType | null {
    return (industryCode && this.industries.get(industryCode)) || null;
  }

  @ResolveField(() => MoneyType, { nullable: true, description: 'Its registered capital.' })
  registeredCapital(@Parent() { capitalAmount, capitalCurrency }: UnderstoodRow): MoneyType | null {
    return capitalAmount === null ? null : { amount: capitalAmount, currency: capitalCurrency ?? 'CNY' };
  }
}

function payload(list: OrganizationImport, locale: Locale): OrganizationImportPayload {
  return new OrganizationImportPayload(presentImport(list, locale));
}

function answer(
  result: OrganizationImport | OrganizationImportStateError,
  locale: Locale,
): OrganizationImportPayload | OrganizationImportStateError {
  return result instanceof OrganizationImportStateError ? result : payload(result, locale);
}

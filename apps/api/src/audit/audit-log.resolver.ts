import { AuditLog } from '@app/audit';
import {
  Access,
  CurrentRequest,
  Loaders,
  NodeRegistry,
  NodeType,
  type RequestContext,
  Users,
  UserType,
} from '@app/identity';
import { type Connection, decodeGlobalId, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AuditDetailType, AuditEntryConnection, AuditEntryType, AuditLogArgs } from './audit-log.graphql.js';

/** Things of which staff may know the name; each is loaded with all others of its kind. */
const NAMED: readonly string[] = ['User', 'Organization', 'ProcurementNeed', 'MatchmakingEvent'];

/** Of what kind the thing is that a detail names by its id. */
const DETAIL_TYPES: Readonly<Record<string, string | undefined>> = {
  user: 'User',
  claimant: 'User',
  organization: 'Organization',
  event: 'MatchmakingEvent',
};

/** The audit log, for staff. */
@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  constructor(
    private readonly audit: AuditLog,
    private readonly users: Users,
    private readonly nodes: NodeRegistry,
  ) {}

  @Query(() => AuditEntryConnection, { description: 'Privileged actions, the newest first. For staff.' })
  @Access('staff', 'STAFF')
  auditLog(
    @Args() { actorId, subjectId, action, since, until, ...page }: AuditLogArgs,
  ): Promise<Connection<AuditEntryType>> {
    const filter = {
      actorId: actorId ? keyOf(actorId, 'User') : null,
      subjectId: subjectId ? decodeGlobalId(subjectId).id : null,
      action,
      since,
      until,
    };
    return this.audit.pageEntries(filter, page);
  }

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() entry: AuditEntryType): string {
    return encodeGlobalId('AuditEntry', entry.id);
  }

  @ResolveField(() => ID, { description: 'Global id of the thing it was done to.' })
  subjectId(@Parent() entry: AuditEntryType): string {
    return encodeGlobalId(entry.subjectType, entry.subjectId);
  }

  @ResolveField(() => NodeType, {
    nullable: true,
    description: 'The thing it was done to, where staff may see it: a person, organization, need or event.',
  })
  async subject(
    @Parent() { subjectType, subjectId }: AuditEntryType,
    @CurrentRequest() request: RequestContext,
  ): Promise<object | null> {
    if (!NAMED.includes(subjectType)) return null;
    return this.nodes.findNode(encodeGlobalId(subjectType, subjectId), request);
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description:
      'Who did it; null for the operator at the command line. A person who has gone has no name any more.',
  })
  async actor(@Parent() entry: AuditEntryType, @Loaders() loaders: LoaderScope): Promise<UserType | null> {
    return entry.actorId ? this.users.loadUser(loaders, entry.actorId) : null;
  }

  @ResolveField(() => [AuditDetailType], { description: 'Further ids and codes.' })
  details(@Parent() entry: AuditEntryType): AuditDetailType[] {
    return Object.entries(entry.ids).map(([name, value]) => ({ name, value }));
  }
}

/** What a detail of an entry speaks of. */
@Resolver(() => AuditDetailType)
export class AuditDetailResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @ResolveField(() => NodeType, {
    nullable: true,
    description: 'The person, organization or event that the value is the id of, where staff may see it.',
  })
  async node(
    @Parent() { name, value }: AuditDetailType,
    @CurrentRequest() request: RequestContext,
  ): Promise<object | null> {
    const type = DETAIL_TYPES[name];
    return type ? this.nodes.findNode(encodeGlobalId(type, value), request) : null;
  }
}

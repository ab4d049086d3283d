/** The type and key within a global id; null for anything else. */
function typeOf(globalId: string): string | null {
  try {
    return atob(globalId.replaceAll('-', '+').replaceAll('_', '/')).split(':')[0] ?? null;
  } catch {
    return null;
  }
}

/** Where in the portal a thing stands that a notification or message is about. */
export function placeOf(globalId: string): string {
  switch (typeOf(globalId)) {
    case 'ProcurementNeed':
      return `/needs/${globalId}`;
    // Which page of these is meant, of which side or at which time, is found out on the way.
    case 'SupplyResponse':
    case 'FactRequest':
    case 'EventRegistration':
    case 'OrganizationClaim':
      return `/open#${globalId}`;
    case 'Capability':
      return `/capabilities/${globalId}`;
    case 'Organization':
      return `/organizations/${globalId}`;
    case 'MatchmakingEvent':
      return `/events/${globalId}`;
    case 'NeedCollection':
      return `/desk/collections/${globalId}`;
    default:
      return '/desk';
  }
}
